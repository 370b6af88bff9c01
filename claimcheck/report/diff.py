"""What came, went and changed between two JSON reports."""

from __future__ import annotations

import json
from collections.abc import Iterator

from attrs import frozen

from claimcheck.model.plain import counted, plain
from claimcheck.report.sections import SECTIONS, Record, ReportUnreadableError, read_sections


@frozen(kw_only=True)
class Entry:
    """A record that stands in one of the reports only, with what it says on one line."""

    id: str
    says: str


@frozen(kw_only=True)
class Change:
    """One key of a record that stands in both reports, with what it was and is."""

    id: str
    key: str
    old: str
    new: str


@frozen(kw_only=True)
class SectionDiff:
    """What came, went and changed in one section, each in the order of its report."""

    section: str
    came: tuple[Entry, ...] = ()
    went: tuple[Entry, ...] = ()
    changed: tuple[Change, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.came or self.went or self.changed)


@frozen(kw_only=True)
class ReportDiff:
    """The difference of two reports, one entry for each of `SECTIONS`; false when there is none."""

    sections: tuple[SectionDiff, ...]

    def __getitem__(self, name: str) -> SectionDiff:
        """Return one section; KeyError when reports have none of that name."""
        return {each.section: each for each in self.sections}[name]

    def __bool__(self) -> bool:
        return any(self.sections)


def diff_reports(old: object, new: object) -> ReportDiff:
    """
    Compare two reports, as `json.load` returns them, record by record under their stable ids.

    Raises `ReportUnreadableError` when one is no report, or one of another version of the schema.
    """
    try:
        before, after = read_sections(old, "the old report"), read_sections(new, "the new report")
        return ReportDiff(sections=tuple(_section(name, before[name], after[name]) for name in SECTIONS))
    except RecursionError as error:
        raise ReportUnreadableError(
            "a report is nested deeper than reports are", "check that the file is a report of claimcheck"
        ) from error


def _section(name: str, old: dict[str, Record], new: dict[str, Record]) -> SectionDiff:
    return SectionDiff(
        section=name,
        came=tuple(Entry(id=each, says=_says(new[each])) for each in new if each not in old),
        went=tuple(Entry(id=each, says=_says(old[each])) for each in old if each not in new),
        changed=tuple(
            change for each in new if each in old for change in _changes(each, old[each], new[each])
        ),
    )


def _changes(record_id: str, old: Record, new: Record) -> Iterator[Change]:
    for key in dict.fromkeys((*old, *new)):
        if (key in old) != (key in new) or old.get(key) != new.get(key):
            yield Change(id=record_id, key=key, old=_shown(old, key), new=_shown(new, key))


def _shown(record: Record, key: str) -> str:
    if key not in record:
        return "(left out)"
    value = record[key]
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)


_TELLING_KEYS = (
    "explanation",
    "asks",
    "answer",
    "status",
    "why",
    "message",
    "label",
    "path",
    "because",
    "begins",
)


def _says(record: Record) -> str:
    """Return what a record says, from the first of the keys that tell it."""
    value = record.get("value")
    if isinstance(value, dict):
        return plain(f"{record.get('stance', '')}: {value.get('printed', '')}")
    words = next((record[key] for key in _TELLING_KEYS if isinstance(record.get(key), str)), "")
    relation = record.get("relation") or record.get("code")
    return plain(f"{relation}: {words}" if relation else words)


_LONGEST = 200


def render_diff(diff: ReportDiff) -> str:
    """Return a difference as text: "+" what came, "-" what went, "~" what changed, section by section."""
    if not diff:
        return "The two reports say the same.\n"
    lines: list[str] = []
    for section in filter(None, diff.sections):
        lines.extend(("", *_section_lines(section)) if lines else _section_lines(section))
    return "".join(f"{line}\n" for line in lines)


def _section_lines(section: SectionDiff) -> Iterator[str]:
    changed = counted(len({each.id for each in section.changed}), "record")
    yield f"{section.section}: {len(section.came):,} came, {len(section.went):,} went, {changed} changed"
    for entry in section.came:
        yield _clipped(f"  + {plain(entry.id)}  {entry.says}")
    for entry in section.went:
        yield _clipped(f"  - {plain(entry.id)}  {entry.says}")
    for change in section.changed:
        yield f"  ~ {plain(change.id)}  {plain(change.key)}"
        yield _clipped(f"      was: {plain(change.old)}")
        yield _clipped(f"      is:  {plain(change.new)}")


def _clipped(line: str) -> str:
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
