"""What the words say of their moments: in, between, from-to, until, by, before, after, any of."""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve, frozen

from claimcheck.values.dates.calendars import GREGORIAN, Calendar
from claimcheck.values.dates.double import Older, is_one_day
from claimcheck.values.dates.mask import Mask
from claimcheck.values.dates.moment import Moment, Runs
from claimcheck.values.extents import Box, Extents
from claimcheck.values.span import ALWAYS, Span, iso_day
from claimcheck.values.tolerances import Tolerances
from claimcheck.values.value import UnreadableError

Point = Moment | Mask


@frozen(kw_only=True)
class Phrase:
    """
    An operation on moments, in no calendar yet.

    `op` is a key of `_BOXES`, or "any" of `phrases`, or the "window" that two bounds leave. A point
    that is None is an end that the words leave open or unknown. `notes` go to the value's `open`;
    `calendar` is set when the words name one, `language` when a month does.
    """

    op: str = "in"
    points: tuple[Point | None, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    notes: tuple[str, ...] = ()
    calendar: str = ""
    is_notation: bool = False
    """Whether this is EDTF, whose calendar is Gregorian by definition."""
    language: str = ""
    older: Older | None = None
    """How an older calendar writes the day of a double date, whose one point is Gregorian."""

    def moments(self) -> tuple[Point, ...]:
        """Return every moment of the phrase, in order."""
        if len(self.points) == 1 and self.points[0] is not None and not self.phrases:
            return (self.points[0],)
        own = tuple([point for point in self.points if point is not None])
        if not self.phrases:
            return own
        return own + tuple(point for phrase in self.phrases for point in phrase.moments())

    def with_moments(self, change: Callable[[Moment], Moment]) -> Phrase:
        """Return the phrase with each moment changed; patterns stay."""
        return evolve(
            self,
            points=tuple(change(point) if isinstance(point, Moment) else point for point in self.points),
            phrases=tuple(phrase.with_moments(change) for phrase in self.phrases),
        )

    def extents(self, calendar: Calendar, tolerances: Tolerances) -> tuple[Extents, Extents]:
        """Return core and envelope; an error for a day that does not exist or an end before its begin."""
        if self.older is not None:
            _check_double(self.points[0], self.older)
        core, envelope = self._boxes(calendar, tolerances)
        if max(len(core), len(envelope)) > _MOST_BOXES:
            raise UnreadableError("too many separate days in one date", "write a value for each, or a span")
        asserted = Extents.of(core)
        return asserted, asserted if envelope is core else Extents.of([*core, *envelope])

    def _boxes(self, calendar: Calendar, tolerances: Tolerances) -> tuple[list[Box], list[Box]]:
        if self.op == "window":
            return self._window(calendar, tolerances)
        if self.op == "any":
            pairs = [phrase._boxes(calendar, tolerances) for phrase in self.phrases]
            core = [box for asserted, _ in pairs for box in asserted]
            if all(asserted is tolerated for asserted, tolerated in pairs):
                return core, core
            return core, [box for _, tolerated in pairs for box in tolerated]
        runs = [_EVER if p is None else p.runs(calendar, tolerances) for p in self.points]
        make = _BOXES[self.op]
        asserted = [core for core, _ in runs]
        core = make(asserted, asserted)
        for own, tolerated in runs:
            if own is not tolerated:
                return core, make([tolerated for _, tolerated in runs], asserted)
        return core, core

    def _window(self, calendar: Calendar, tolerances: Tolerances) -> tuple[list[Box], list[Box]]:
        sides: list[list[Box]] = []
        for lower, upper in zip(
            *(phrase._boxes(calendar, tolerances) for phrase in self.phrases), strict=True
        ):
            span = _stretch(lower[0].begin.first, upper[0].end.last)
            sides.append([Box(span, span)])
        return sides[0], sides[1]


def _check_double(newer: Point | None, older: Older) -> None:
    assert isinstance(newer, Moment)  # noqa: S101 - so made by the reader of words
    if not is_one_day(newer, older):
        raise UnreadableError(
            f"{iso_day(newer.days(GREGORIAN).first or 0)} is not day {older[2]} of month {older[1]} "
            f"in the {older[0]} calendar",
            "check the figures, or write one of the two",
            "date-bracket",
        )


_MOST_BOXES = 512
"""Comparing takes time with the square of this; patterns inside an interval are bounded before it."""

_EVER: tuple[Runs, Runs] = ((ALWAYS,), (ALWAYS,))

# Each makes boxes of the runs of the phrase's points. The second argument is what the words assert: a
# bound moves by as much as the moment that it is counted from may move.
_Makers = dict[str, Callable[[list[Runs], list[Runs]], list[Box]]]


def _in(runs: list[Runs], _core: list[Runs]) -> list[Box]:
    return [Box(span, span) for span in runs[0]]


def _between(runs: list[Runs], _core: list[Runs]) -> list[Box]:
    return _in([(_stretch(runs[0][0].first, runs[-1][-1].last),)], _core)


def _throughout(runs: list[Runs], core: list[Runs]) -> list[Box]:
    first, last = core[0][0].first or 0, core[0][-1].last or 0
    early, late = first - (runs[0][0].first or 0), (runs[0][-1].last or 0) - last
    return [Box(Span(first - early, first + late), Span(max(last - early, first - early), last + late))]


def _lasting(runs: list[Runs], _core: list[Runs]) -> list[Box]:
    begins, ends = runs
    _stretch(begins[0].first, ends[-1].last)
    if len(begins) * len(ends) > _MOST_BOXES:
        begins = (Span(begins[0].first, begins[-1].last),)
        ends = (Span(ends[0].first, ends[-1].last),)
    return [
        Box(begin, end)
        for begin in begins
        for end in ends
        if begin.first is None or end.last is None or begin.first <= end.last
    ]


def _from(runs: list[Runs], _core: list[Runs]) -> list[Box]:
    return [Box(begin, Span(begin.first, None)) for begin in runs[0]]


def _until(runs: list[Runs], _core: list[Runs]) -> list[Box]:
    return [Box(Span(None, end.last), end) for end in runs[0]]


def _covering(runs: list[Runs], _core: list[Runs]) -> list[Box]:
    """Until at least, as late as, still on: it had begun by then and was not over before."""
    return [Box(Span(None, run.last), Span(run.first, None)) for run in runs[0]]


def _by(runs: list[Runs], _core: list[Runs]) -> list[Box]:
    return _in([(Span(None, runs[0][-1].last),)], _core)


def _onward(runs: list[Runs], _core: list[Runs]) -> list[Box]:
    return _in([(Span(runs[0][0].first, None),)], _core)


def _before(runs: list[Runs], core: list[Runs]) -> list[Box]:
    late = (runs[0][-1].last or 0) - (core[0][-1].last or 0)
    return _in([(Span(None, (core[0][0].first or 0) - 1 + late),)], core)


def _after(runs: list[Runs], core: list[Runs]) -> list[Box]:
    early = (core[0][0].first or 0) - (runs[0][0].first or 0)
    return _in([(Span((core[0][-1].last or 0) + 1 - early, None),)], core)


def _night(runs: list[Runs], _core: list[Runs]) -> list[Box]:
    first, last = runs[0][0].first or 0, runs[-1][-1].last or 0
    # A night that is named by one day runs into the next.
    return _in([(_stretch(first, last + (len(runs) == 1)),)], _core)


def _night_to(runs: list[Runs], _core: list[Runs]) -> list[Box]:
    return _in([(Span((runs[0][0].first or 0) - 1, runs[0][-1].last),)], _core)


def _week_to(runs: list[Runs], _core: list[Runs]) -> list[Box]:
    return _in([(Span((runs[0][0].first or 0) - 6, runs[0][-1].last),)], _core)


def _week_from(runs: list[Runs], _core: list[Runs]) -> list[Box]:
    return _in([(Span(runs[0][0].first, (runs[0][-1].last or 0) + 6),)], _core)


def _both(runs: list[Runs], _core: list[Runs]) -> list[Box]:
    """Two that follow one another are one time ("July and August"), others two."""
    spans = sorted({span for own in runs for span in own})
    joined = [spans[0]]
    for span in spans[1:]:
        if (span.first or 0) <= (joined[-1].last or 0) + 1:
            joined[-1] = Span(joined[-1].first, max(span.last or 0, joined[-1].last or 0))
        else:
            joined.append(span)
    return [Box(span, span) for span in joined]


_BOXES: _Makers = {
    "in": _in,
    "between": _between,
    "throughout": _throughout,
    "lasting": _lasting,
    "from": _from,
    "until": _until,
    "covering": _covering,
    "by": _by,
    "onward": _onward,
    "before": _before,
    "after": _after,
    "night": _night,
    "night-to": _night_to,
    "week-to": _week_to,
    "week-from": _week_from,
    "both": _both,
}


def _stretch(first: int | None, last: int | None) -> Span:
    if first is not None and last is not None and last < first:
        raise UnreadableError(
            f"it ends on {iso_day(last)}, before it begins on {iso_day(first)}",
            "write the earlier date first",
            "date-reversed",
        )
    return Span(first, last)
