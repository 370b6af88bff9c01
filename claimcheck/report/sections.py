"""A JSON report read back: its records by section and id, for comparison with another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from claimcheck.report.event_records import event_records
from claimcheck.report.json_report import SCHEMA

Record = Mapping[str, Any]
Sections = dict[str, dict[str, Record]]

SECTIONS = (
    "profile",
    "documents",
    "sources",
    "derivations",
    "hands",
    "independences",
    "events",
    "questions",
    "claims",
    "criticism",
    "attestations",
    "quotations",
    "conflicts",
    "findings",
    "coverage",
    "problems",
)
"""What two reports are compared by. Claims, criticism and quotations are taken out of what holds them, and
of events what each source implies for their dates."""


class ReportUnreadableError(ValueError):
    """A value that is no report of ours, or is one of another version. `hint` names the next step."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(f"{message}\n  hint: {hint}")
        self.message = message
        self.hint = hint


_WRITE_IT = "write one with: claimcheck report --format json --output FILE"


def read_sections(report: object, which: str) -> Sections:
    """
    Return the records of a report by section and id.

    `which` names the report in messages ("the old report"). Raises `ReportUnreadableError`.
    """
    if not isinstance(report, Mapping) or "schema" not in report:
        raise ReportUnreadableError(f"{which} is no JSON report of claimcheck: no key 'schema'", _WRITE_IT)
    if report["schema"] != SCHEMA:
        raise ReportUnreadableError(
            f"{which} has the schema {report['schema']!r}, and this version reads {SCHEMA!r}",
            "write both reports anew with one version of claimcheck",
        )
    return dict(_sections(report, which))


def _sections(report: Record, which: str) -> Iterator[tuple[str, dict[str, Record]]]:
    questions = _by_id(report, "questions", which)
    attestations = _by_id(report, "attestations", which)
    yield "profile", {"tolerances": _mapping(report, "profile", which)}
    for section in ("documents", "sources", "conflicts", "findings"):
        found = _by_id(report, section, which)
        yield section, {name: _decided(each) for name, each in found.items()}
    yield "derivations", _keyed(_records(report, "derivations", which), ("child", "kind", "parent"))
    yield "hands", _keyed(_later(report, "hands", which), ("kind", "sources"))
    yield "independences", _keyed(_later(report, "independences", which), ("sources",))
    yield "events", dict(event_records(_later(report, "events", which)))
    alone = _without(_without(questions, "claims"), "criticism")
    yield "questions", {name: _balanced(each) for name, each in alone.items()}
    yield "attestations", _without(attestations, "passages")
    claims = (_by_id(each, "claims", which) for each in questions.values())
    yield "claims", {claim_id: claim for group in claims for claim_id, claim in group.items()}
    yield "quotations", dict(_quotations(attestations, which))
    yield "criticism", dict(_rule_rows(questions, which))
    coverage = _mapping(report, "coverage", which)
    left_out = _keyed(_records(coverage, "not_compared", which), ("attestations",))
    yield "coverage", {"pairs": {"compared": coverage.get("compared")}, **left_out}
    # The line is no part of what identifies a problem: it moves with every line that is added above.
    yield "problems", _keyed(_records(report, "problems", which), ("file", "code", "message"))


def _mapping(record: Record, key: str, which: str) -> Record:
    found = record.get(key)
    if not isinstance(found, Mapping):
        raise ReportUnreadableError(f"{which} has no mapping under the key {key!r}", _WRITE_IT)
    return found


def _records(record: Record, key: str, which: str) -> list[Record]:
    found = record.get(key)
    if not isinstance(found, list) or not all(isinstance(each, Mapping) for each in found):
        raise ReportUnreadableError(f"{which} has no list of records under the key {key!r}", _WRITE_IT)
    return found


def _later(record: Record, key: str, which: str) -> list[Record]:
    """Return the records under a key that reports have not always had."""
    return _records(record, key, which) if key in record else []


def _by_id(record: Record, key: str, which: str) -> dict[str, Record]:
    found: dict[str, Record] = {}
    for number, each in enumerate(_records(record, key, which)):
        record_id = each.get("id")
        if not isinstance(record_id, str):
            raise ReportUnreadableError(f"{which} has a record without an id: {key}[{number}]", _WRITE_IT)
        if record_id in found:
            raise ReportUnreadableError(f"{which} has the id {record_id!r} twice under {key!r}", _WRITE_IT)
        found[record_id] = each
    return found


def _without(records: dict[str, Record], key: str) -> dict[str, Record]:
    return {
        record_id: {name: each for name, each in record.items() if name != key}
        for record_id, record in records.items()
    }


def _balanced(question: Record) -> Record:
    """Return a question with the word for its balance alone: all else of it follows from the claims."""
    balance = question.get("balance")
    return {**question, "balance": balance.get("words")} if isinstance(balance, Mapping) else question


def _decided(record: Record) -> Record:
    """Return a conflict or finding with its decision in words: how it stands, and who ruled what."""
    if "decision" not in record:
        return record
    decision = record["decision"]
    if not isinstance(decision, Mapping):
        return {**record, "decision": "nobody has decided"}
    words = [str(decision.get("status"))]
    standing = decision.get("standing")
    for each in standing if isinstance(standing, list) else ():
        if isinstance(each, Mapping):
            side = f" {each['side']}" if each.get("side") else ""
            words.append(f"{each.get('reviewer')}: {each.get('ruling')}{side}")
    return {**record, "decision": "; ".join(words)}


def _keyed(records: Iterable[Record], keys: tuple[str, ...]) -> dict[str, Record]:
    """Return records under ids made of some of their keys; a repeated one is numbered."""
    found: dict[str, Record] = {}
    seen: Counter[str] = Counter()
    for record in records:
        parts = (record.get(key) for key in keys)
        words = ("+".join(map(str, part)) if isinstance(part, list) else str(part) for part in parts if part)
        name = " ".join(words)
        seen[name] += 1
        found[name if seen[name] == 1 else f"{name} ({seen[name]})"] = record
    return found


def _rule_rows(questions: dict[str, Record], which: str) -> Iterator[tuple[str, Record]]:
    """Yield how the sides of each question stand rule by rule; the answers they go by are in the claims."""
    for question_id, question in questions.items():
        if "criticism" not in question:
            continue  # written before there was any
        for row in _records(question, "criticism", which):
            words = [str(side.get("words") or "not stated") for side in _records(row, "sides", which)]
            yield (
                f"{question_id}: {row.get('rule')}",
                {"label": row.get("label"), "outcome": row.get("outcome"), "sides": " / ".join(words)},
            )


def _quotations(attestations: dict[str, Record], which: str) -> Iterator[tuple[str, Record]]:
    for attestation_id, attestation in attestations.items():
        passages = _keyed(_records(attestation, "passages", which), ("document", "locator", "quotation"))
        for name, passage in passages.items():
            yield f"{attestation_id}: {name}", passage
