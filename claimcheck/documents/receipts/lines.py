"""Receipts as JSON lines: one a line and sorted, so that git merges them line by line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from claimcheck.documents.receipts.packed import packed, unpacked
from claimcheck.documents.receipts.records import (
    Around,
    Place,
    Receipt,
    Receipts,
    Sketch,
    latest,
    latest_sketches,
)
from claimcheck.model.document import QuotationStatus
from claimcheck.model.problem import Location, Problem

_VERSION = 1
_DIGEST = re.compile(r"[0-9a-f]{64}")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_MOST_PROBLEMS = 20
_DIGITS = re.compile(r"(\d{1,9})")


def receipts_text(receipts: Receipts) -> str:
    """Return receipts as lines: sketches by document, then passages by document and locator."""
    sketches = sorted(latest_sketches(receipts.sketches).values(), key=lambda each: each.document)
    found = sorted(latest(receipts.receipts).values(), key=_order)
    lines = [*map(_sketch_fields, sketches), *map(_fields, found)]
    return "".join(json.dumps(each, ensure_ascii=False, allow_nan=False) + "\n" for each in lines)


def parse_receipts(text: str, name: str) -> Receipts:
    """
    Return the receipts in the lines of a file of this name.

    A line that is none, such as the marks of an unfinished merge, is a problem and left out.
    """
    found: list[Receipt] = []
    sketches: list[Sketch] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                reader = _Reader(json.loads(line))
                if reader.has("sketch"):
                    sketches.append(_sketch(reader))
                else:
                    found.append(_receipt(reader))
            except (ValueError, RecursionError) as error:
                problems.append(_unreadable(name, number, error))
    return Receipts(
        receipts=tuple(found), sketches=tuple(sketches), problems=tuple(problems[:_MOST_PROBLEMS])
    )


def _order(receipt: Receipt) -> tuple[Any, ...]:
    # "p. 9" stands before "p. 10".
    parts = _DIGITS.split(receipt.locator)
    locator = tuple(int(each) if index % 2 else each for index, each in enumerate(parts))
    return receipt.document, locator, receipt.quotation, receipt.until


def _fields(receipt: Receipt) -> dict[str, Any]:
    place, around = receipt.place, receipt.around
    return {
        "receipt": _VERSION,
        "document": receipt.document,
        "locator": receipt.locator,
        "quotation": receipt.quotation,
        "until": receipt.until,
        "status": receipt.status.value,
        "judgement": receipt.judgement,
        "differs": list(receipt.differs),
        "chance": receipt.chance,
        "place": None
        if place is None
        else {
            "start": place.start,
            "end": place.end,
            "name": place.name,
            "before": place.before,
            "within": place.within,
            "after": place.after,
        },
        "around": None if around is None else {"sha256": around.sha256, "offset": around.offset},
        "file": receipt.file,
        "text": receipt.text,
        "engine": receipt.engine,
        "date": receipt.date,
    }


def _sketch_fields(sketch: Sketch) -> dict[str, Any]:
    return {
        "sketch": _VERSION,
        "document": sketch.document,
        "least": packed(sketch.least),
        "file": sketch.file,
        "text": sketch.text,
        "date": sketch.date,
    }


class _Reader:
    """The keys of one object, each asked for with what it must be."""

    def __init__(self, found: object) -> None:
        if not isinstance(found, dict):
            raise ValueError("it is no JSON object")
        self._found: Mapping[str, object] = found

    def has(self, key: str) -> bool:
        return key in self._found

    def get(self, key: str, is_right: Callable[[Any], bool]) -> Any:
        if key not in self._found:
            raise ValueError(f"the key {key!r} is missing")
        value = self._found[key]
        if not is_right(value):
            raise ValueError(f"the key {key!r} does not hold what it should")
        return value

    def text(self, key: str) -> str:
        return str(self.get(key, lambda value: isinstance(value, str)))

    def like(self, key: str, pattern: re.Pattern[str]) -> str:
        return str(self.get(key, lambda value: isinstance(value, str) and bool(pattern.fullmatch(value))))

    def number(self, key: str) -> int:
        return int(self.get(key, lambda value: type(value) is int and value >= 0))


def _sketch(reader: _Reader) -> Sketch:
    reader.get("sketch", lambda value: value == _VERSION)
    return Sketch(
        document=reader.text("document"),
        least=unpacked(reader.text("least")),
        file=reader.like("file", _DIGEST),
        text=reader.like("text", _DIGEST),
        date=reader.like("date", _DATE),
    )


def _receipt(reader: _Reader) -> Receipt:
    reader.get("receipt", lambda value: value == _VERSION)
    statuses = {each.value: each for each in QuotationStatus}
    differs = reader.get("differs", lambda value: isinstance(value, list))
    return Receipt(
        document=reader.text("document"),
        locator=reader.text("locator"),
        quotation=reader.text("quotation"),
        until=reader.text("until"),
        status=statuses[reader.get("status", lambda value: isinstance(value, str) and value in statuses)],
        judgement=reader.text("judgement"),
        differs=tuple(str(each) for each in differs),
        chance=reader.text("chance"),
        place=_place(reader.get("place", lambda _: True)),
        around=_around(reader.get("around", lambda _: True)),
        file=reader.like("file", _DIGEST),
        text=reader.like("text", _DIGEST),
        engine=reader.text("engine"),
        date=reader.like("date", _DATE),
    )


def _place(found: object) -> Place | None:
    if found is None:
        return None
    reader = _Reader(found)
    return Place(
        start=reader.number("start"),
        end=reader.number("end"),
        name=reader.text("name"),
        before=reader.text("before"),
        within=reader.text("within"),
        after=reader.text("after"),
    )


def _around(found: object) -> Around | None:
    if found is None:
        return None
    reader = _Reader(found)
    return Around(sha256=reader.like("sha256", _DIGEST), offset=reader.number("offset"))


def _unreadable(name: str, number: int, error: Exception) -> Problem:
    reason = "it is no JSON" if isinstance(error, (json.JSONDecodeError, RecursionError)) else str(error)
    return Problem(
        code="receipt-unreadable",
        message=f"this line is no receipt: {reason}",
        where=Location(file=name, line=number),
        hint="write the receipts anew: `claimcheck check DOSSIER --documents FOLDER --receipts`",
    )
