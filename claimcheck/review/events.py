"""Events as JSON lines: one a line, each whole in itself, so that git can merge two ledgers line by line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from attrs import frozen

from claimcheck.model.decision import Assignment, Comment, Decision, Event, Evidence, Ruling
from claimcheck.model.problem import Location, Problem

VERSION = 1

LONGEST_TEXT = 20_000
"""Code points of a reason or comment."""

LONGEST_NAME = 200
"""Code points of a reviewer's name, and of an id."""

_MOST_PARTS = 10_000
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", re.ASCII)
_ID = re.compile(r"[0-9a-f]{32}")
_HALF = re.compile("[\ud800-\udfff]")
_MERGE_MARKS = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
_MOST_PROBLEMS = 20


@frozen(kw_only=True)
class Events:
    """Events in the order of their moments, each once, and what was wrong with the lines."""

    events: tuple[Event, ...] = ()
    problems: tuple[Problem, ...] = ()


NONE = Events()


def event_line(event: Event) -> str:
    """Return an event as one line of JSON, its end of line included."""
    return json.dumps(event_fields(event), ensure_ascii=False, allow_nan=False) + "\n"


def event_fields(event: Event) -> dict[str, Any]:
    """Return an event as the fields of a JSON object."""
    fields: dict[str, Any] = {
        "claimcheck": VERSION,
        "event": type(event).__name__.lower(),
        "id": event.id,
        "about": event.about,
        "reviewer": event.reviewer,
        "at": event.at,
    }
    if isinstance(event, Decision):
        fields |= {
            "ruling": event.ruling.value,
            "side": event.side,
            "answer": event.answer,
            "reason": event.reason,
            "supersedes": list(event.supersedes),
            "evidence": dict(event.evidence.parts),
        }
    elif isinstance(event, Comment):
        fields["text"] = event.text
    elif isinstance(event, Assignment):
        fields["to"] = event.to
    return fields


def parse_events(text: str, name: str, before: Events = NONE, first_line: int = 1) -> Events:
    """
    Return the events in the lines of a file of this name, in whatever order they stand there.

    `before` are those of the lines before, which are numbered up to `first_line`; they are returned too.

    A line that is none is a problem and left out; an event that stands there twice counts once. The marks
    of an unfinished merge are told, and the lines of both sides are read.
    """
    found = {event.id: event for event in before.events}
    problems = list(before.problems)
    words: dict[str, str] = {}
    for number, line in enumerate(_lines(text), start=first_line):
        if not line.strip():
            continue
        where = Location(file=name, line=number)
        if line.startswith(_MERGE_MARKS):
            problems.append(_merge_mark(where))
            continue
        try:
            event = read_event(json.loads(line), words)
        except (ValueError, RecursionError) as error:
            problems.append(_unreadable(where, error))
            continue
        known = found.setdefault(event.id, event)
        if known != event:
            problems.append(_two_with_one_id(where, event))
    events = sorted(found.values(), key=lambda each: (each.at, each.id))
    return Events(events=tuple(events), problems=tuple(problems[:_MOST_PROBLEMS]))


def _lines(text: str) -> Iterator[str]:
    """Yield the lines one by one: a ledger may be long, and none of them is needed twice."""
    begin = 0
    while (end := text.find("\n", begin)) >= 0:
        yield text[begin:end]
        begin = end + 1
    yield text[begin:]


def read_event(fields: Any, words: dict[str, str] | None = None) -> Event:
    """
    Return the event that a JSON object describes; ValueError says what is wrong with it.

    `words` keeps each name of evidence and each digest once for all events that are read with it.
    """
    if not isinstance(fields, dict):
        raise ValueError("not a JSON object")
    if fields.get("claimcheck") != VERSION:
        raise ValueError(f"'claimcheck' must be {VERSION}, and is {_shown(fields.get('claimcheck'))}")
    reader = _Reader(fields, {} if words is None else words)
    common = {
        "id": reader.matching("id", _ID, "32 hex digits"),
        "about": reader.text("about", LONGEST_NAME),
        "reviewer": reader.text("reviewer", LONGEST_NAME),
        "at": reader.moment("at"),
    }
    kind = fields.get("event")
    if kind == "comment":
        return Comment(text=reader.text("text", LONGEST_TEXT), **common)
    if kind == "assignment":
        return Assignment(to=reader.text("to", LONGEST_NAME, may_be_empty=True), **common)
    if kind != "decision":
        raise ValueError(f"'event' must be decision, comment or assignment, and is {_shown(kind)}")
    return _decision(reader, common)


def _decision(reader: _Reader, common: Mapping[str, str]) -> Decision:
    ruling, side = reader.ruling(), reader.fields.get("side", 0)
    if not isinstance(side, int) or isinstance(side, bool) or side < 0:
        raise ValueError(f"'side' must be a number from 0, and is {_shown(side)}")
    if (ruling is Ruling.SIDE) != (side > 0):
        raise ValueError(f"'side' is {side} and 'ruling' is {ruling.value}")
    reason = reader.text("reason", LONGEST_TEXT, may_be_empty=not ruling.closes)
    return Decision(
        ruling=ruling,
        side=side,
        answer=reader.text("answer", LONGEST_TEXT, may_be_empty=True),
        reason=reason,
        supersedes=reader.ids("supersedes"),
        evidence=reader.evidence(),
        **common,
    )


class _Reader:
    """The keys of one object, each asked for with what it must be."""

    def __init__(self, fields: Mapping[str, Any], words: dict[str, str]) -> None:
        self.fields = fields
        self._words = words

    def text(self, key: str, longest: int, *, may_be_empty: bool = False) -> str:
        value = self.fields.get(key, "")
        if not isinstance(value, str):
            raise ValueError(f"'{key}' must be text, and is {_shown(value)}")
        if not value.strip() and not may_be_empty:
            raise ValueError(f"'{key}' is missing or empty")
        if _HALF.search(value):
            raise ValueError(f"'{key}' holds half a character, which no file can keep")
        if len(value) > longest:
            raise ValueError(f"'{key}' is longer than {longest:,} code points")
        return value

    def matching(self, key: str, pattern: re.Pattern[str], expected: str) -> str:
        value = self.text(key, LONGEST_NAME)
        if not pattern.fullmatch(value):
            raise ValueError(f"'{key}' must be {expected}, and is {_shown(value)}")
        return value

    def moment(self, key: str) -> str:
        expected = "a moment like 2021-03-17T09:30:00.000000Z"
        value = self.matching(key, _MOMENT, expected)
        try:
            datetime.fromisoformat(value)
        except ValueError:
            raise ValueError(f"'{key}' must be {expected}, and {value} is no day or hour there is") from None
        return value

    def ruling(self) -> Ruling:
        value = self.fields.get("ruling")
        try:
            return Ruling(value)
        except ValueError:
            allowed = ", ".join(each.value for each in Ruling)
            raise ValueError(f"'ruling' must be one of {allowed}, and is {_shown(value)}") from None

    def ids(self, key: str) -> tuple[str, ...]:
        value = self.fields.get(key, [])
        if not isinstance(value, list) or not all(
            isinstance(each, str) and _ID.fullmatch(each) for each in value
        ):
            raise ValueError(f"'{key}' must be a list of ids")
        return tuple(dict.fromkeys(value))

    def evidence(self) -> Evidence:
        value = self.fields.get("evidence", {})
        are_texts = isinstance(value, dict) and all(isinstance(each, str) for each in value.values())
        if not are_texts or len(value) > _MOST_PARTS:
            raise ValueError("'evidence' must be an object of digests")
        kept = self._words.setdefault
        return Evidence(parts={kept(name, name): kept(each, each) for name, each in value.items()})


def _shown(value: object) -> str:
    try:
        text = repr(value)
    except RecursionError:  # brackets within brackets, as deep as they can be read
        text = f"a {type(value).__name__} of many levels"
    return text if len(text) <= 60 else text[:59] + "…"


def _unreadable(where: Location, error: Exception) -> Problem:
    reason = "not JSON" if isinstance(error, json.JSONDecodeError | RecursionError) else str(error)
    return Problem(
        code="decision-unreadable",
        message=f"no event of the ledger: {reason}",
        where=where,
        hint="the line is left out and stays in the file; mend it, or take it from an earlier version",
    )


def _merge_mark(where: Location) -> Problem:
    return Problem(
        code="decision-merge-mark",
        message="the mark of an unfinished merge; the lines of both sides are read",
        where=where,
        hint="keep all other lines and delete the marks; `merge=union` in .gitattributes makes git do so",
    )


def _two_with_one_id(where: Location, event: Event) -> Problem:
    return Problem(
        code="decision-changed",
        message=f"another event has the id {event.id}: an event is never changed, and this line is left out",
        where=where,
        hint="take the line back to what it was, and decide anew to supersede it",
    )


def merged(*ledgers: Iterable[Event]) -> tuple[Event, ...]:
    """Return the events of several ledgers, each once, in the order of their moments."""
    found = {event.id: event for events in ledgers for event in events}
    return tuple(sorted(found.values(), key=lambda each: (each.at, each.id)))
