"""Days and spans of the format: the plain forms of EDTF here, the richer ones by the kind `date`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NoReturn

from claimcheck.dossier.gather import Entry
from claimcheck.dossier.nodes import Fields, Node, Text
from claimcheck.dossier.problems import Page, shown
from claimcheck.values.context import Context
from claimcheck.values.kind import find_kind
from claimcheck.values.span import ALWAYS, Span, day_number, days_in_month
from claimcheck.values.value import UnreadableError, Value

# Longer ones are no date, and a parser should not spend time on them.
LONGEST = 100

_PLAIN = re.compile(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?", re.ASCII)
_HINT = "write 1921, 1921-03, 1921-03-17, 1921-03-11/1921-03-17 or ../1936"


@lru_cache(maxsize=4096)
def read_span(text: str) -> Span:
    """
    Return the days of an EDTF day, month, year or interval; raise `UnreadableError` for anything else.

    >>> str(read_span("1921-02")), str(read_span("1921-03-11/1921-03-17")), str(read_span("../1936"))
    ('1921-02-01/1921-02-28', '1921-03-11/1921-03-17', '../1936-12-31')
    """
    if len(text) > LONGEST:
        raise UnreadableError(f"{shown(text)} is too long for a day or span", _HINT)
    first_text, slash, last_text = text.partition("/")
    first = _open_or_plain(first_text)
    last = _open_or_plain(last_text) if slash else first
    if first is None or last is None:
        return _read_rich(text)
    if first.first is not None and last.last is not None and last.last < first.first:
        raise UnreadableError(
            f"{last_text} is earlier than {first_text}", "write the earlier day first", code="date-reversed"
        )
    return Span(first.first, last.last)


def span_under(fields: Fields, key: str, page: Page) -> Span | None:
    """Return the span under a key, or None when there is none or after telling what is wrong with it."""
    node = fields.nodes.get(key)
    return None if node is None else span_at(node, page)


def span_or_always(fields: Fields, key: str, page: Page) -> Span:
    """Return the span under a key, all time when there is none."""
    return span_under(fields, key, page) or ALWAYS


def entry_span(entry: Entry, key: str) -> Span | None:
    """Return the span under a key of an entry."""
    return span_under(entry.fields, key, entry.page)


def span_at(node: Node, page: Page) -> Span | None:
    """Return the span that a text means, or None after telling what is wrong with it."""
    try:
        return read_span(node.value.strip() if isinstance(node, Text) else "")
    except UnreadableError as error:
        page.tell(error.code, error.message, node, error.hint or _HINT)
        return None


def _open_or_plain(text: str) -> Span | None:
    if text == "..":
        return ALWAYS
    match = _PLAIN.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None  # noqa: S101 - the pattern has a year
    if month is None:
        return Span(day_number(year, 1, 1), day_number(year, 12, 31))
    if not 1 <= month <= 12:
        # EDTF writes seasons and quarters as months from 21 on.
        if month >= 21:
            return None
        _impossible(text, "a year has 12 months")
    length = days_in_month(year, month)
    if day is None:
        return Span(day_number(year, month, 1), day_number(year, month, length))
    if not 1 <= day <= length:
        _impossible(text, f"the month {text[:-3]} has {length} days")
    number = day_number(year, month, day)
    return Span(number, number)


def _impossible(text: str, why: str) -> NoReturn:
    raise UnreadableError(f"there is no date {text}", why, code="date-nonexistent")


def _read_rich(text: str) -> Span:
    kind = find_kind("date")
    assert kind is not None  # noqa: S101 - one of our own kinds
    value = kind.read(text, Context(notation="edtf"))
    return _hull(value)


def _hull(value: Value) -> Span:
    # Whatever a reading of a date is made of, its core knows its outer bounds.
    spans = [reading.core.hull() for reading in value.readings]  # type: ignore[attr-defined]
    firsts, lasts = [span.first for span in spans], [span.last for span in spans]
    first = None if None in firsts else min(firsts)
    last = None if None in lasts else max(lasts)
    return Span(first, last)
