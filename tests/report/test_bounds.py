"""The bounds of an event in words: which events are told, and when chains are told once."""

from __future__ import annotations

from attrs import evolve

from claimcheck.model.bounds import Bound, EventBounds
from claimcheck.model.event import Event
from claimcheck.model.finding import LoopLink
from claimcheck.model.loops import CALENDAR, begin_of, end_of
from claimcheck.model.report import Report
from claimcheck.report.bounds import bounds_told, told_events
from claimcheck.report.view import View
from tests.report.conftest import BREACH_BOUNDS, MAY_3

SIEGE = Event(id="siege", label="the siege")


def dated(node: str) -> LoopLink:
    """A link by which one attestation dates a moment."""
    return LoopLink(
        from_=CALENDAR, to=node, at_least=MAY_3, at_most=MAY_3 + 9, ground="ferry-date.fenwick", is_rule=False
    )


def with_bounds(report: Report, *bounds: EventBounds) -> View:
    """The report with one event more and with these bounds alone."""
    dossier = evolve(report.dossier, events=(*report.dossier.events, SIEGE))
    return View(evolve(report, dossier=dossier, event_bounds=bounds))


def test_events_are_told_of_which_there_is_more_than_one_passage(report: Report) -> None:
    """Two who bound an event, or a bound from two passages; an event that one passage dates is left out."""
    (alone,) = (each for each in report.event_bounds if each.event == "ferry")
    two = with_bounds(report, alone, evolve(alone, source="dray-1742"))

    assert [each.id for each in told_events(with_bounds(report, alone))] == []
    assert [each.id for each in told_events(two)] == ["ferry"]
    assert [each.id for each in told_events(with_bounds(report, BREACH_BOUNDS))] == ["breach"]


def test_one_attestation_that_dates_begin_and_end_is_told_once(report: Report) -> None:
    """What bounds all four moments by the same words is one chain of one step."""
    begin, end = dated(begin_of("siege")), dated(end_of("siege"))
    bounds = EventBounds(
        event="siege",
        source="fenwick-1931",
        begin_earliest=Bound(asserted=MAY_3, links=(begin,)),
        begin_latest=Bound(asserted=MAY_3 + 9, links=(begin,)),
        end_earliest=Bound(asserted=MAY_3, links=(end,)),
        end_latest=Bound(asserted=MAY_3 + 9, links=(end,)),
    )
    (told,) = bounds_told(with_bounds(report, bounds), SIEGE)
    (chain,) = told.chains

    assert chain.held == "Not before 3 May 1742 and not after 12 May 1742"
    assert [each.question for each in chain.steps] == ["ferry-date"]


def test_begin_and_end_are_told_apart_where_their_bounds_differ(report: Report) -> None:
    """Whoever bounds the begin otherwise than the end is told for each."""
    bounds = EventBounds(
        event="siege",
        source="fenwick-1931",
        begin_earliest=Bound(asserted=MAY_3, links=(dated(begin_of("siege")),)),
        begin_latest=Bound(asserted=MAY_3, links=(dated(begin_of("siege")),)),
        end_latest=Bound(asserted=MAY_3 + 9, links=(dated(end_of("siege")),)),
    )
    (told,) = bounds_told(with_bounds(report, bounds), SIEGE)

    assert [each.held for each in told.chains] == ["Begins on 3 May 1742; ends not after 12 May 1742"]


def test_what_leaves_no_day_is_a_conflict_or_those_who_contradict(report: Report) -> None:
    """The conflict between exactly those is named; where the report has none, they are."""
    conflict = next(each for each in report.conflicts if each.questions == ("bridge",))
    pair = ("bridge.dray", "bridge.fenwick")
    with_conflict = evolve(
        conflict,
        sides=tuple(
            evolve(side, attestations=(name,)) for side, name in zip(conflict.sides, pair, strict=True)
        ),
    )
    view = with_bounds(
        evolve(report, conflicts=(with_conflict,)),
        EventBounds(event="siege", impossible=pair),
        EventBounds(event="siege", source="dray-1742", impossible=("bridge.dray", "meeting.officers")),
    )
    together, alone = bounds_told(view, SIEGE)

    assert together.conflict == with_conflict
    assert together.contradicting == ()
    assert alone.conflict is None
    assert [each.question for each in alone.contradicting] == ["bridge", "meeting"]
