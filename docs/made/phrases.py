"""
The page `docs/phrases.md`: how each word of dates, distances and quantities is read.

Every word of the package's data files is set into a carrier ("{} March 1921") and read; words of one
meaning that read alike share a row. A word that no carrier makes readable is an error, so the page can't
pass over one in silence.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from attrs import field, frozen

from claimcheck.data import read_data
from claimcheck.values.context import Context
from claimcheck.values.kind import Kind, find_kind
from claimcheck.values.value import UnreadableError, Value

HERE = Path(__file__).resolve().parent
LANGUAGES = {"en": "English", "fr": "French", "de": "German", "tr": "Turkish", "ru": "Russian"}

# Families of words that are about distances between days; all others are about dates.
_DISTANCES = (
    *("unit", "later", "earlier", "at-least", "at-most", "more-than", "less-than", "within", "days"),
    *("soon", "count", "unit-one"),
)
_QUIET = (
    *("filler", "of", "suffix", "sep", "from-or-of", "from-or-since", "ablative", "decades", "century"),
    *("noun", "glued", "after_total", "exactly", "to"),
)
"""Families whose words may leave the carrier as it was: they join, or say what kind of thing it is."""

_SKIPPED_ROLES = ("stop", "auxiliary", "joiner", "plus_half", "article", "of")
"""Words that only have a meaning beside others; the examples at the top show them."""


@frozen(kw_only=True)
class Row:
    """Words that read alike in one carrier: the words, the example, what it is read as."""

    family: str
    words: tuple[str, ...]
    example: str
    core: str
    envelope: str
    is_plain: bool = False

    @property
    def may_be_plain(self) -> bool:
        """Whether the words may read as if they were not there."""
        return self.family.split()[0] in _QUIET or self.family == "calendar gregorian"


@frozen
class Unread:
    """A word that no carrier makes readable, and what the last one met with."""

    language: str
    family: str
    word: str
    example: str
    problem: str


@frozen
class Table:
    """The rows of one language and one kind, what is refused by design, and what could not be read."""

    rows: list[Row] = field(factory=list)
    refused: list[Unread] = field(factory=list)
    unread: list[Unread] = field(factory=list)


def _carriers() -> dict[str, Any]:
    return tomllib.loads((HERE / "carriers.toml").read_text(encoding="utf-8"))


def _kind(name: str) -> Kind:
    kind = find_kind(name)
    assert kind is not None
    return kind


def _told(value: Value) -> tuple[str, str]:
    cores = " *or* ".join(dict.fromkeys(str(reading.core) for reading in value.readings))
    envelopes = " *or* ".join(dict.fromkeys(str(reading.envelope) for reading in value.readings))
    return cores, "" if envelopes == cores else envelopes


def _read(kind: Kind, text: str, language: str) -> tuple[str, str] | UnreadableError:
    try:
        return _told(kind.read(text, Context(language=language)))
    except UnreadableError as problem:
        return problem


@cache
def table(language: str, kind_name: str) -> Table:
    """Return the rows of one language: `kind_name` is date, order or quantity."""
    kind, document = _kind(kind_name), _carriers()
    carriers = document[language][kind_name]
    plain = [_read(kind, text, language) for text in carriers["plain"]]
    found = Table()
    for family, words in _families(language, kind_name):
        name = family.split()[0]
        tries = carriers.get(family) or carriers.get(name) or carriers.get("word", [])
        groups: dict[tuple[str, str], tuple[str, list[str]]] = {}
        for word in words:
            shown = word.replace(" - ", "-")
            example, told = _first_read(kind, [each.replace("{}", shown) for each in tries], language)
            if isinstance(told, UnreadableError):
                missed = Unread(language, family, shown, example, str(told))
                (found.refused if name in document["refused"] else found.unread).append(missed)
            else:
                groups.setdefault(told, (example, []))[1].append(shown)
        for told, (example, alike) in groups.items():
            found.rows.append(_row(family, alike, example, told, is_plain=told in plain))
    return found


def _first_read(
    kind: Kind, texts: Iterable[str], language: str
) -> tuple[str, tuple[str, str] | UnreadableError]:
    """Return the first text that can be read and what it says, or else the last and its problem."""
    last: tuple[str, tuple[str, str] | UnreadableError] = ("", UnreadableError("nothing to read"))
    for text in texts:
        last = text, _read(kind, text, language)
        if not isinstance(last[1], UnreadableError):
            break
    return last


def _row(family: str, words: list[str], example: str, told: tuple[str, str], *, is_plain: bool) -> Row:
    return Row(
        family=family, words=tuple(words), example=example, core=told[0], envelope=told[1], is_plain=is_plain
    )


def _families(language: str, kind_name: str) -> Iterator[tuple[str, list[str]]]:
    if kind_name == "quantity":
        yield from _number_families(tomllib.loads(read_data("numerals.toml"))[language])
        return
    for family, words in tomllib.loads(read_data("date_words.toml"))[language].items():
        name = family.split()[0]
        is_shared = name == "hedge"
        if name != "filler" and (is_shared or (name in _DISTANCES) == (kind_name == "order")):
            yield family, words


def _number_families(row: dict[str, Any]) -> Iterator[tuple[str, list[str]]]:
    for scale in row["scales"]:
        for family, key in (("scale", "words"), ("many", "many")):
            if scale[key]:
                yield family, scale[key].split("|")
    for written in row["fractions"].values():
        yield "fraction", written.split("|")
    for role, written in row["words"].items():
        if written and role not in _SKIPPED_ROLES:
            yield role, written.split("|")


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _rows(rows: Iterable[Row]) -> Iterator[str]:
    yield "| words | example | read as | with tolerance |"
    yield "|---|---|---|---|"
    for row in rows:
        cells = (", ".join(row.words), f"“{row.example}”", row.core, row.envelope)
        yield f"| {' | '.join(map(_cell, cells))} |"


def _refusals(refused: Iterable[Unread]) -> Iterator[str]:
    """Yield what is refused, the words of one family on a row, with the problem of the first."""
    families: dict[str, list[Unread]] = {}
    for each in refused:
        families.setdefault(each.family, []).append(each)
    if families:
        yield from ("", "Refused, since nothing can be compared with them as they stand:", "")
        yield from ("| words | example | the problem |", "|---|---|---|")
    for group in families.values():
        cells = (", ".join(each.word for each in group), f"“{group[0].example}”", group[0].problem)
        yield f"| {' | '.join(map(_cell, cells))} |"


def _examples() -> Iterator[str]:
    """Yield the sections of worked examples, each text asked as `examples.toml` says."""
    document = tomllib.loads((HERE / "examples.toml").read_text(encoding="utf-8"))
    for section in document["section"]:
        kind = _kind(section["kind"])
        yield from ("", f"## {section['title']}", "", section["about"].strip(), "")
        yield from (
            "| the words | asked with | read as | with tolerance | left open |",
            "|---|---|---|---|---|",
        )
        for example in section["examples"]:
            asked = {
                key: example[key] for key in ("language", "calendar", "place", "notation") if key in example
            }
            frame = (
                _kind("date").read(example["when"], Context(notation="edtf")) if "when" in example else None
            )
            context = Context(**asked, when=frame.readings[0].core.hull() if frame else None)  # type: ignore[attr-defined]  # dates have hulls
            value = kind.read(example["text"], context)
            said = [f"{key} {each}" for key, each in {**asked, **_frame(example)}.items()]
            cells = (f"“{example['text']}”", ", ".join(said), *_told(value), "; ".join(value.open))
            yield f"| {' | '.join(map(_cell, cells))} |"


def _frame(example: dict[str, str]) -> dict[str, str]:
    return {"when": example["when"]} if "when" in example else {}


_TITLES = {"date": "Words of dates", "order": "Words of distances in time", "quantity": "Words of quantities"}


def page() -> str:
    """Return the page; ValueError that lists the words which no carrier makes readable."""
    lines = [(HERE / "phrases-opening.txt").read_text(encoding="utf-8").rstrip()]
    lines.extend(_examples())
    unread: list[Unread] = []
    for kind_name, title in _TITLES.items():
        for language, label in LANGUAGES.items():
            found = table(language, kind_name)
            unread += found.unread
            lines += ["", f"## {title}: {label}", "", *_rows(found.rows), *_refusals(found.refused)]
    if unread:
        raise ValueError("no carrier makes these readable: " + "; ".join(map(str, unread)))
    return "\n".join(lines) + "\n"
