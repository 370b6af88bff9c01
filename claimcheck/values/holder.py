"""Holders: who effectively held a place, and when."""

from __future__ import annotations

import re

from claimcheck.values.context import Context
from claimcheck.values.extents import Extents
from claimcheck.values.families import Family
from claimcheck.values.histories import History, Holding, Mode, Transfer
from claimcheck.values.kind import JSON, find_kind
from claimcheck.values.lookup import declared_id
from claimcheck.values.region import Region
from claimcheck.values.span import ALWAYS, Span, iso_day
from claimcheck.values.value import UnreadableError, Value, exactly

_MODE = re.compile(
    r"(?:,\s*|\s+|^)"
    r"(?P<mode>throughout|sometime in|sometime on|at some time in|at the end of|from|since|until|on)\s+"
    r"(?P<span>\S.*)$",
    re.IGNORECASE,
)
_TRANSFER = re.compile(
    r"from\s+(?P<giver>.+?)\s+to\s+(?P<taker>.+?)(?:,?\s+(?:in|on|between)\s+(?P<span>.+))?$", re.IGNORECASE
)
_SHARE = re.compile(r",\s*(whole|part|contested)$", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+|\s*&\s*|\s*\+\s*")
_OR = re.compile(r"\s+or\s+")
_NOT = re.compile(r"not\s+", re.IGNORECASE)

_MODES = {
    "throughout": Mode.THROUGHOUT,
    "on": Mode.THROUGHOUT,
    "from": Mode.THROUGHOUT,
    "since": Mode.THROUGHOUT,
    "until": Mode.THROUGHOUT,
    "sometime in": Mode.SOMETIME,
    "sometime on": Mode.SOMETIME,
    "at some time in": Mode.SOMETIME,
    "at the end of": Mode.AT_END,
}

_HINT = (
    "write a party, then 'part' or 'contested' if it did not hold the whole, then a time: "
    "'Turkey, part, throughout 1921-03-11/1921-03-17'"
)


class Holder:
    """
    The kind of effective control: at each moment a set of parties holds a place.

    "X" holds the whole alone; "X, part" holds it with others; "contested" is two or more, whoever they
    are. Declared rule is another thing: ask it in a question of its own.
    """

    name = "holder"
    about = "who effectively held a place, and when"

    def read(self, text: str, context: Context) -> Value:
        """
        Return the histories that the words leave.

        A value without a time speaks of some moment of the question's time frame, and says so in
        `open`. An army or government stands for the outermost body that it is part of.
        """
        transfer = _TRANSFER.fullmatch(text.strip())
        if transfer:
            return self._transfer(text, transfer, context)
        open_: tuple[str, ...] = ()
        timed = _MODE.search(text)
        if timed:
            word = timed["mode"].lower()
            span, mode = _span(word, timed["span"], context), _MODES[word]
            who = text[: timed.start()]
        else:
            span, mode, who = context.when or ALWAYS, Mode.SOMETIME, text
            open_ = ("when within the time of the question is not said",)
            if span.is_one_day:
                mode, open_ = Mode.THROUGHOUT, ()
        if mode is Mode.AT_END and span.last is None:
            raise UnreadableError(f"the span of {text!r} has no end", "name its last day", code="time-open")
        alternatives = tuple((Holding(family, mode, span),) for family in _families(who, context))
        return Value(kind=self.name, text=text, readings=(exactly(History(alternatives)),), open=open_)

    def _transfer(self, text: str, match: re.Match[str], context: Context) -> Value:
        span = _days(match["span"], context).hull() if match["span"] else context.when or ALWAYS
        open_ = () if match["span"] else ("when it changed hands is not said",)
        alternatives = tuple(
            (Transfer(giver, taker, span),)
            for giver in _families(match["giver"], context)
            for taker in _families(match["taker"], context)
        )
        return Value(kind=self.name, text=text, readings=(exactly(History(alternatives)),), open=open_)

    def as_json(self, value: Value, context: Context) -> JSON:
        """Return `readings`: alternatives, each a list of statements with `holders`, `mode`, `span`."""
        del context
        readings = [
            {"core": _region_json(each.core), "envelope": _region_json(each.envelope)}
            for each in value.readings
        ]
        return {"readings": readings, "open": list(value.open)}


def _region_json(region: Region) -> list[list[JSON]]:
    if not isinstance(region, History):
        raise TypeError(f"not a history: {region!r}")
    return [[_statement_json(each) for each in statements] for statements in region.alternatives]


def _statement_json(statement: Holding | Transfer) -> JSON:
    days = [None if day is None else iso_day(day) for day in (statement.span.first, statement.span.last)]
    if isinstance(statement, Transfer):
        return {"from": str(statement.giver), "to": str(statement.taker), "span": days}
    return {"holders": str(statement.holders), "mode": statement.mode.value, "span": days}


def _families(text: str, context: Context) -> tuple[Family, ...]:
    return tuple(_family(part.strip(" ,"), context) for part in _OR.split(text.strip(" ,")))


def _family(text: str, context: Context) -> Family:
    share = _SHARE.search(text)
    word = share[1].lower() if share else "contested" if text.lower() == "contested" else "whole"
    names = text[: share.start()] if share else "" if word == "contested" else text
    negated = _NOT.match(names)
    if negated:
        names = names[negated.end() :]
    labels = [name.strip() for name in _AND.split(names) if name.strip(" ,")]
    if not labels and word != "contested":
        raise UnreadableError(f"{text!r} names no holder", _HINT)
    parties = frozenset(_party(label, context) for label in labels)
    if negated:
        return Family(excluded=parties, words=f"not {' or '.join(labels)}")
    if word == "whole":
        return Family(parties, parties, words=" and ".join(labels))
    words = f"{' and '.join(labels)}, {word}" if labels else word
    return Family(parties, fewest=max(2, len(parties)), words=words)


def _party(label: str, context: Context) -> str:
    party = declared_id(label, context.bodies, context.when, "body")
    wholes = context.bodies.wholes(party, context.when or ALWAYS)
    outermost = sorted(each for each in wholes if not context.bodies.wholes(each, context.when or ALWAYS))
    return outermost[0] if outermost else party


def _span(word: str, text: str, context: Context) -> Span:
    days = _days(text, context).hull()
    frame = context.when or ALWAYS
    if word in ("from", "since") and "/" not in text:
        last = frame.last if frame.last is None or days.first is None or frame.last >= days.first else None
        return Span(days.first, last)
    if word == "until" and "/" not in text:
        first = frame.first if frame.first is None or days.last is None or frame.first <= days.last else None
        return Span(first, days.last)
    return days


def _days(text: str, context: Context) -> Extents:
    kind = find_kind("date")
    assert kind is not None  # noqa: S101 - one of our own nine
    value = kind.read(text.strip(" ,"), context)
    region = value.readings[0].core
    if len(value.readings) > 1 or not isinstance(region, Extents):
        raise UnreadableError(
            f"the time {text!r} can be read in more than one way",
            "write it in EDTF, Gregorian",
            code="time-open",
        )
    return region


KIND = Holder()
