"""From records to ties: what each attestation, and each rule, says about how moments lie to one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import field, frozen

from claimcheck.model.dossier import Dossier
from claimcheck.model.event import Event, Hold
from claimcheck.model.finding import LoopLink
from claimcheck.model.loops import CALENDAR, begin_of, end_of
from claimcheck.model.question import Attestation, Basis, Question
from claimcheck.values.apart import whole_days
from claimcheck.values.extents import Extents
from claimcheck.values.histories import History, Holding, Mode
from claimcheck.values.intervals import Numbers
from claimcheck.values.region import Region
from claimcheck.values.relation import Stance
from claimcheck.values.span import Span

_Bounds = tuple[int | None, int | None]
Choices = tuple[tuple[tuple[str, str], str], ...]
"""Pairs of a cause and a choice: what is chosen differently for one cause never goes together."""

_FREE: _Bounds = (None, None)


@frozen(kw_only=True)
class Tie:
    """
    `to` lies so many days after `from_`: between the two `tight` bounds by what the words assert, and
    between the `loose` ones by all that any reading tolerates. None is no bound.

    `ground` is an attestation id, or the words of a rule. `reading` numbers the reading that the tight
    bounds are those of, where the words have several: no loop mixes two readings of one attestation.
    `under` names what this reading assumes; `speaker` assumes the same in all that it says.
    """

    from_: str
    to: str
    tight: _Bounds
    loose: _Bounds
    ground: str
    is_rule: bool = False
    reading: int | None = None
    speaker: str = ""
    under: frozenset[tuple[str, str]] = frozenset()
    choices: Choices = field(init=False, eq=False, repr=False)

    @choices.default
    def _chosen(self) -> Choices:
        if self.reading is None and not self.under:
            return ()
        shared = sorted(((self.speaker, cause), choice) for cause, choice in self.under)
        own = [] if self.reading is None else [((self.ground, ""), str(self.reading))]
        return (*own, *(shared if self.speaker else ()))


def link_of(tie: Tie) -> LoopLink:
    """Return what a tie asserts, as a report tells it."""
    return LoopLink(
        from_=tie.from_,
        to=tie.to,
        at_least=tie.tight[0],
        at_most=tie.tight[1],
        ground=tie.ground,
        is_rule=tie.is_rule,
    )


def node_of(reference: str) -> str:
    """Return the node that `ID`, `ID.begin` or `ID.end` means; an event alone stands for its begin."""
    if reference.endswith(".end"):
        return end_of(reference.removesuffix(".end"))
    return begin_of(reference.removesuffix(".begin"))


def rule_ties(events: Iterable[Event]) -> Iterator[Tie]:
    """Yield what holds of events by their nature and by their register entry."""
    events = tuple(events)
    labels = {event.id: f"“{event.label}”" for event in events}

    def rule(from_: str, to: str, words: str, bounds: _Bounds = (0, None)) -> Tie:
        return Tie(from_=from_, to=to, tight=bounds, loose=bounds, ground=words, is_rule=True)

    for event in events:
        begin, end, label = begin_of(event.id), end_of(event.id), labels[event.id]
        if event.is_point:
            yield rule(begin, end, f"{label} begins and ends within a day", (0, 0))
        else:
            yield rule(begin, end, f"{label} does not end before it begins")
        for whole in event.part_of:
            inside = f"{label} is part of {labels.get(whole, whole)}, and a part lies within its whole"
            yield rule(begin_of(whole), begin, inside)
            yield rule(end, end_of(whole), inside)
        for other in event.same_as:
            same = f"{label} and {labels.get(other, other)} are declared the same"
            yield rule(begin, begin_of(other), same, (0, 0))
            yield rule(end, end_of(other), same, (0, 0))


def all_attested_ties(dossier: Dossier, counted: Mapping[str, Sequence[Attestation]]) -> Iterator[Tie]:
    """Yield the ties of all attestations that count, question by question."""
    questions = {question.id: question for question in dossier.questions}
    for question_id, attestations in counted.items():
        for attestation in attestations:
            yield from attested_ties(questions[question_id], attestation, dossier.events)


def attested_ties(question: Question, attestation: Attestation, events: Iterable[Event]) -> Iterator[Tie]:
    """Yield what an affirmed value says of the moments of registered events; nothing for any other."""
    if attestation.stance is not Stance.AFFIRMS or attestation.hearsay_of or question.several_answers:
        return
    if question.kind == "date" and question.event:
        yield from _date_ties(question.event, attestation)
    elif question.kind == "order" and question.event and question.relative_to:
        yield from _order_ties(question, attestation)
    elif question.kind == "occurrence" and question.event:
        yield from _occurrence_ties(question.event, attestation)
    elif question.kind == "holder":
        yield from _holder_ties(question, attestation, events)


def _tie(
    attestation: Attestation,
    from_: str,
    to: str,
    tight: _Bounds,
    loose: _Bounds,
    reading: int | None = None,
    under: frozenset[tuple[str, str]] = frozenset(),
) -> Tie:
    # The order of telling never makes a necessary conflict: what it tolerates is everything.
    is_telling = attestation.basis is Basis.TELLING
    loose = _FREE if is_telling else loose
    return Tie(
        from_=from_,
        to=to,
        tight=tight,
        loose=loose,
        ground=attestation.id,
        reading=reading,
        speaker=attestation.speaker,
        under=under,
    )


def _ties_by_reading(
    attestation: Attestation, from_: str, to: str, tight: Sequence[_Bounds], loose: _Bounds
) -> Iterator[Tie]:
    """Yield one tie where the words have one reading, else one for each."""
    is_open = len(tight) > 1
    for number, (bounds, reading) in enumerate(zip(tight, attestation.value.readings, strict=True)):
        yield _tie(attestation, from_, to, bounds, loose, number if is_open else None, reading.under)


def _date_ties(reference: str, attestation: Attestation) -> Iterator[Tie]:
    readings = attestation.value.readings
    cores = [reading.core for reading in readings if isinstance(reading.core, Extents)]
    envelopes = [reading.envelope for reading in readings if isinstance(reading.envelope, Extents)]
    if reference.endswith((".begin", ".end")):
        at_begin = reference.endswith(".begin")
        ends = [(node_of(reference), at_begin)]
    else:
        ends = [(begin_of(reference), True), (end_of(reference), False)]
    for node, at_begin in ends:
        tight = [_day_bounds(core.begin if at_begin else core.end) for core in cores]
        loose = loosest(_day_bounds(core.begin if at_begin else core.end) for core in envelopes)
        yield from _ties_by_reading(attestation, CALENDAR, node, tight, loose)


def _order_ties(question: Question, attestation: Attestation) -> Iterator[Tie]:
    readings = attestation.value.readings
    tight = [_number_bounds(reading.core) for reading in readings]
    loose = loosest(_number_bounds(reading.envelope) for reading in readings)
    yield from _ties_by_reading(
        attestation, node_of(question.relative_to), node_of(question.event), tight, loose
    )


def _occurrence_ties(reference: str, attestation: Attestation) -> Iterator[Tie]:
    when = attestation.value.scope.as_mapping().get("when")
    if when is None or when.span is None or str(attestation.value.readings[0].core) != "happened":
        return
    event = reference.removesuffix(".begin").removesuffix(".end")
    bounds = _day_bounds(when.span)
    for node in (begin_of(event), end_of(event)):
        yield _tie(attestation, CALENDAR, node, bounds, bounds)


def _holder_ties(question: Question, attestation: Attestation, events: Iterable[Event]) -> Iterator[Tie]:
    """A holder who still holds a place bounds the event that ends the holding, and the one that opens it."""
    region = attestation.value.readings[0].core
    if attestation.value.is_open or not isinstance(region, History):
        return
    for holding in region.holdings():
        for event in events:
            for hold in event.closes:
                if _speaks_of(hold, holding, question):
                    until: _Bounds = (_held_until(holding), None)
                    yield _tie(attestation, CALENDAR, end_of(event.id), until, until)
            for hold in event.opens:
                if _speaks_of(hold, holding, question):
                    since: _Bounds = (None, _held_from(holding))
                    yield _tie(attestation, CALENDAR, begin_of(event.id), since, since)


def _speaks_of(hold: Hold, holding: Holding, question: Question) -> bool:
    return hold.place == question.subject_id and hold.holder in holding.holders.required


def _held_until(holding: Holding) -> int | None:
    """Return the earliest day on which the holding can have ended: the first of a span that it fell in."""
    return holding.span.first if holding.mode is Mode.SOMETIME else holding.span.last


def _held_from(holding: Holding) -> int | None:
    """Return the latest day on which the holding can have begun."""
    return holding.span.first if holding.mode is Mode.THROUGHOUT else holding.span.last


def _day_bounds(span: Span) -> _Bounds:
    return span.first, span.last


def _number_bounds(region: Region) -> _Bounds:
    return whole_days(region) if isinstance(region, Numbers) else _FREE


def loosest(bounds: Iterable[_Bounds]) -> _Bounds:
    """Return the widest bound that all readings keep."""
    lows, highs = zip(*bounds, strict=True)
    return (
        None if None in lows else min(low for low in lows if low is not None),
        None if None in highs else max(high for high in highs if high is not None),
    )
