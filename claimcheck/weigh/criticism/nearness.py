"""Nearness in time: how long after the event a source was made, with the uncertainty of both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from claimcheck.model.dossier import Dossier
from claimcheck.model.event import Event
from claimcheck.model.plain import counted
from claimcheck.model.question import Attestation, Question
from claimcheck.model.report import QuestionResult
from claimcheck.model.source import Form, Source
from claimcheck.values.extents import Extents
from claimcheck.values.relation import Stance
from claimcheck.values.span import Span, year_month_day

BOUNDS = (
    ("within-a-month", 31),
    ("within-a-year", 366),
    ("within-a-generation", 30 * 366),
    ("within-living-memory", 80 * 366),
)
"""The grades of nearness, each with the most days after the event; ours. The last grade has no bound."""

_FURTHEST = "beyond-living-memory"

# Up to here days are told, then months, then years; ours: what a reader would say.
_MOST_DAYS = 60
_MOST_MONTHS = 24

_Days = tuple[int, int]


@frozen(kw_only=True)
class Lag:
    """
    The time from an event to a source that tells of it, as two pairs of days, event first.

    `least` is the last day of the event with the first day of the source, None where the two may have
    been on one day; `most` is the first with the last, None where an end is open.
    """

    least: _Days | None
    most: _Days | None

    @property
    def best(self) -> str:
        """The grade of the least time."""
        return _grade(0 if self.least is None else self.least[1] - self.least[0])

    @property
    def worst(self) -> str:
        """The grade of the most time."""
        return _FURTHEST if self.most is None else _grade(self.most[1] - self.most[0])

    def __str__(self) -> str:
        """
        Say it in days, months or calendar years: "0-3 days", "45 years", "at least 3 years".

        Years and months are counted from the names of the two, as one counts 45 years from 1919 to
        1964, because nothing finer is known of most books.
        """
        if self.most is None:
            return f"at least {_told(self.least, self.least)}" if self.least else "any time"
        if self.least is None and self.most[0] == self.most[1]:
            return "on the same day"
        return _told(self.least, self.most)

    def join(self, other: Lag) -> Lag:
        """Return the lag that holds both."""
        least = min(self.least, other.least, key=_length) if self.least and other.least else None
        most = max(self.most, other.most, key=_length) if self.most and other.most else None
        return Lag(least=least, most=most)


def _length(days: _Days) -> _Days:
    """Order pairs by their length in days, equal ones by their first day."""
    return days[1] - days[0], days[0]


def _grade(days: int) -> str:
    return next((grade for grade, most in BOUNDS if days <= most), _FURTHEST)


def _told(least: _Days | None, most: _Days) -> str:
    unit = _unit(most)
    high = _between(most, unit)
    low = _between(least, unit) if least else 0
    return counted(high, unit) if low == high else f"{low}–{counted(high, unit)}"


def _unit(days: _Days) -> str:
    if _between(days, "day") <= _MOST_DAYS:
        return "day"
    return "month" if _between(days, "month") <= _MOST_MONTHS else "year"


def _between(days: _Days, unit: str) -> int:
    if unit == "day":
        return days[1] - days[0]
    (first_year, first_month, _), (last_year, last_month, _) = map(year_month_day, days)
    years = last_year - first_year
    return years if unit == "year" else years * 12 + last_month - first_month


def lag_between(event: Span, source: Span) -> Lag | None:
    """
    Return the time from an event to a source; None for a source that was made before it, and where nothing
    bounds the time.

    A source that may be older than the event is taken to follow it: else it could not tell of it.
    """
    if source.last is not None and event.first is not None and source.last < event.first:
        return None
    least = most = None
    if source.first is not None and event.last is not None and source.first > event.last:
        least = event.last, source.first
    if source.last is not None and event.first is not None:
        most = event.first, source.last
    return Lag(least=least, most=most) if least or most else None


def made_within(source: Source) -> Span | None:
    """
    Return the days within which a source came to be, or None when nothing is said of them.

    The publication of an account stands for its making. That of a relic, printed in an edition, tells
    only by when it was there.
    """
    if source.made_span is not None or source.issued_span is None:
        return source.made_span
    if source.form in (Form.RELIC, Form.MIXED):
        return Span(None, source.issued_span.last)
    return source.issued_span


@frozen(kw_only=True)
class _Dating:
    """A time that somebody gives for an event, with all sources through which it is known."""

    sources: frozenset[str]
    span: Span


@frozen(kw_only=True)
class _Datings:
    """What is said of the time of one event, the earliest beginnings and the latest ends first."""

    by_first: Sequence[_Dating]
    by_last: Sequence[_Dating]

    @classmethod
    def of(cls, datings: Iterable[_Dating]) -> _Datings:
        datings = list(datings)
        return cls(
            by_first=sorted(datings, key=lambda each: (each.span.first is not None, each.span.first or 0)),
            by_last=sorted(datings, key=lambda each: (each.span.last is not None, -(each.span.last or 0))),
        )

    def without(self, source: str) -> Span | None:
        """Return the days that hold what all others say, or None when nobody else says anything."""
        firsts = (each.span.first for each in self.by_first if source not in each.sources)
        lasts = (each.span.last for each in self.by_last if source not in each.sources)
        for first, last in zip(firsts, lasts, strict=False):
            return Span(first, last)
        return None


@frozen
class EventTimes:
    """
    When the events of a dossier were, for measuring how near a source is to them.

    The time that a question asks about (`when`) decides, since the historian sets it. Without one the
    dates that the dossier's sources give for its event do, all of them together, and never those that
    the measured source gives itself or hands on: whoever dates an event to his own day would come to
    stand nearest to it.
    """

    _datings: Mapping[str, _Datings]
    _same: Mapping[str, str]

    @classmethod
    def of(cls, dossier: Dossier, results: Iterable[QuestionResult]) -> EventTimes:
        """Collect what the counted attestations of date questions affirm of registered events."""
        same = _same_events(dossier.events)
        questions = {question.id: question for question in dossier.questions}
        found: defaultdict[str, list[_Dating]] = defaultdict(list)
        for result in results:
            question = questions[result.question]
            if question.kind != "date" or not question.event:
                continue
            for each in result.attestations:
                span = _dated(each)
                if span is not None:
                    speakers = frozenset(link.source for link in each.chain)
                    found[_event_of(question, same)].append(_Dating(sources=speakers, span=span))
        return cls({event: _Datings.of(datings) for event, datings in found.items()}, same)

    def asked(self, question: Question, attestation: Attestation) -> Span | None:
        """Return the time of what an attestation speaks of, or None when it is not known."""
        if question.when is not None:
            return question.when
        datings = self._datings.get(_event_of(question, self._same))
        return datings.without(attestation.speaker) if datings else None


def _event_of(question: Question, same: Mapping[str, str]) -> str:
    event = question.event.removesuffix(".begin").removesuffix(".end")
    return same.get(event, event)


def _same_events(events: Iterable[Event]) -> dict[str, str]:
    """Return for each event the first id, in order of the alphabet, of all that are declared one with it."""
    same: dict[str, str] = {}
    for event in events:
        one = {same.get(name, name) for name in (event.id, *event.same_as)}
        first = min(one)
        same |= {name: first for name, root in same.items() if root in one}
        same |= dict.fromkeys(one | {event.id, *event.same_as}, first)
    return same


def _dated(attestation: Attestation) -> Span | None:
    if attestation.stance is not Stance.AFFIRMS or attestation.hearsay_of:
        return None
    envelopes = [each.envelope for each in attestation.value.readings]
    spans = [envelope.hull() for envelope in envelopes if isinstance(envelope, Extents)]
    return _hull(spans) if spans else None


def _hull(spans: Sequence[Span]) -> Span:
    firsts, lasts = [span.first for span in spans], [span.last for span in spans]
    return Span(
        None if None in firsts else min(day for day in firsts if day is not None),
        None if None in lasts else max(day for day in lasts if day is not None),
    )
