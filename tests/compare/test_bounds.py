"""What each source alone implies for the date of an event."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

from hypothesis import assume, given
from hypothesis import strategies as st

from claimcheck.compare.order.bounds import event_bounds
from claimcheck.compare.order.ties import Tie
from claimcheck.model.bounds import EventBounds
from claimcheck.model.dossier import Dossier
from claimcheck.model.event import Event
from claimcheck.model.loops import CALENDAR, begin_of
from claimcheck.model.question import Attestation, Link
from claimcheck.notebook import Examination
from claimcheck.values.points import Points
from claimcheck.values.value import Value, exactly

Examined = Callable[..., Examination]

EVENTS = tuple(Event(id=name, label=name, is_point=True) for name in ("a", "b", "c"))
DAYS = range(-6, 7)
FARTHEST = 3
"""Three links of a day each: a bound that lies farther out is only the end of the days that are tried."""


def attestation(ground: str) -> Attestation:
    """Return what one source says in one passage."""
    value = Value(kind="order", text="x", readings=(exactly(Points(frozenset("x"))),))
    return Attestation(id=ground, question="q", document="d", chain=(Link(source="s"),), value=value)


def in_order(bounds: tuple[int | None, int | None]) -> bool:
    """Tell whether some number lies between the bounds."""
    low, high = bounds
    return low is None or high is None or low <= high


@st.composite
def sayings(draw: st.DrawFn) -> list[Tie]:
    """Up to five dates and orders of three events, each with its ground."""
    nodes = st.sampled_from((CALENDAR, *(begin_of(event.id) for event in EVENTS)))
    ends = st.tuples(nodes, nodes).filter(lambda pair: pair[0] != pair[1] and pair[1] != CALENDAR)
    low = st.none() | st.integers(-1, 1)
    found = []
    for number, (from_, to) in enumerate(draw(st.lists(ends, max_size=5))):
        bounds = draw(st.tuples(low, low))
        assume(in_order(bounds))
        found.append(Tie(from_=from_, to=to, tight=bounds, loose=bounds, ground=f"t{number}"))
    return found


def fitting(ties: list[Tie]) -> Iterator[dict[str, int]]:
    """Yield all days of the three events that fit all ties."""
    for days in product(DAYS, repeat=len(EVENTS)):
        at = {CALENDAR: 0, **{begin_of(e.id): day for e, day in zip(EVENTS, days, strict=True)}}
        gaps = ((at[tie.to] - at[tie.from_], tie.tight) for tie in ties)
        if all((low is None or gap >= low) and (high is None or gap <= high) for gap, (low, high) in gaps):
            yield at


@given(sayings())
def test_the_bounds_are_the_first_and_last_days_that_fit(ties: list[Tie]) -> None:
    """
    A bound is as tight as trying all days tells, and there is none where the days run on without end.
    """
    by_id = {tie.ground: attestation(tie.ground) for tie in ties}
    found = {each.event: each for each in event_bounds(Dossier(events=EVENTS), ties, by_id)}
    fits = list(fitting(ties))
    if not fits:
        assert any(each.impossible for each in found.values())
        return
    assert not any(each.impossible for each in found.values())
    for event in EVENTS:
        days = sorted({at[begin_of(event.id)] for at in fits})
        bounds = found.get(event.id, EventBounds(event=event.id))

        assert bounds.begin_earliest.asserted == (days[0] if days[0] >= -FARTHEST else None)
        assert bounds.begin_latest.asserted == (days[-1] if days[-1] <= FARTHEST else None)


@given(sayings())
def test_a_chain_gives_its_bound_by_itself(ties: list[Tie]) -> None:
    """
    The attestations of a chain alone lead to the same bound, so that it explains it whole.
    """
    by_id = {tie.ground: attestation(tie.ground) for tie in ties}
    for each in event_bounds(Dossier(events=EVENTS), ties, by_id):
        for name in ("begin_earliest", "begin_latest", "end_earliest", "end_latest"):
            bound = getattr(each, name)
            used = [tie for tie in ties if tie.ground in {link.ground for link in bound.links}]
            again = {one.event: one for one in event_bounds(Dossier(events=EVENTS), used, by_id)}

            assert bound.asserted is None or getattr(again[each.event], name).asserted == bound.asserted


REGISTER = """
    claimcheck: 1
    part: events
    events:
      - {id: siege, label: the siege}
      - {id: landing, label: the landing, point: yes}
      - {id: breach, label: the breach, point: yes, part-of: [siege]}
"""


def question(name: str, kind: str, fields: str, *attestations: str) -> str:
    """Return a part with one question."""
    said = "".join(f"\n              - {{{each}}}" for each in attestations)
    return f"""
        claimcheck: 1
        part: questions
        questions:
          - question: {name}
            asks: What of {name}?
            kind: {kind}
            {fields}
            attestations:{said}
    """


LANDED = question("landed", "date", "event: landing", "in: annals, value: 25 May 1640")
BREACHED = "event: breach\n            relative-to: landing"


def bounds(report: Examination, event: str, **whose: str) -> EventBounds | None:
    """Return the bounds of an event by a source, a document or all."""
    found = (each for each in report.event_bounds if each.event == event)
    wanted = (whose.get("source", ""), whose.get("document", ""))
    return next((each for each in found if (each.source, each.document) == wanted), None)


def test_a_date_follows_from_two_passages(examined: Examined) -> None:
    """
    A landing on a day and a breach within a week after it bound the breach, and the chain names both.
    """
    order = question("breached", "order", BREACHED, "in: annals, value: within a week after")

    found = bounds(examined(REGISTER, LANDED, order), "breach", source="annals")

    assert found is not None
    assert (str(found.begin), str(found.end)) == ("1640-05-25/1640-06-01", "1640-05-25/1640-06-01")
    assert found.is_derived
    assert [link.to for link in found.begin_latest.links] == ["begin of landing", "begin of breach"]


def test_one_source_does_not_date_for_another(examined: Examined) -> None:
    """
    Who gives only the order implies no date; all sources together do.
    """
    order = question("breached", "order", BREACHED, "in: chronicle, value: 3 days later")
    report = examined(REGISTER, LANDED, order)

    together = bounds(report, "breach")

    assert bounds(report, "breach", source="chronicle") is None
    assert together is not None
    assert str(together.begin) == "1640-05-28"


def test_a_source_that_contradicts_itself_bounds_nothing(examined: Examined) -> None:
    """
    Where the words of one source fit no days, they are named and no bound is given.
    """
    order = question("breached", "order", BREACHED, "in: annals, value: 3 days later")
    date = question("breach-date", "date", "event: breach", "in: annals, value: 26 May 1640")

    found = bounds(examined(REGISTER, LANDED, order, date), "breach", source="annals")

    assert found is not None
    assert len(found.impossible) == 3
    assert all(bound.asserted is None for bound in found.bounds)


def test_what_a_source_denies_or_doubts_bounds_nothing(examined: Examined) -> None:
    """
    Neither a denied nor a doubted date or order says when something was.
    """
    parts = [
        question("landed", "date", "event: landing", f"in: annals, value: 25 May 1640, stance: {stance}")
        for stance in ("denies",)
    ]
    order = question("breached", "order", BREACHED, "in: annals, value: 3 days later, stance: doubts")

    assert examined(REGISTER, *parts, order).event_bounds == ()


def test_the_order_of_telling_is_no_tolerated_bound(examined: Examined) -> None:
    """
    What only the order of telling says is asserted, and nothing that every reading keeps.
    """
    order = question("breached", "order", BREACHED, "in: annals, value: after, basis: telling")

    found = bounds(examined(REGISTER, LANDED, order), "breach", source="annals")

    assert found is not None
    assert found.begin_earliest.asserted is not None
    assert found.begin_earliest.tolerated is None


def test_dates_of_different_stages_bound_nothing_together(examined: Examined) -> None:
    """
    When a source dates the drafting and the signing of one thing, neither bounds the other.
    """
    dates = question(
        "dated",
        "date",
        "event: landing",
        "in: annals, value: 10 May 1640, scope: {stage: drafted}",
        "in: annals, value: 14 May 1640, scope: {stage: signed}",
    )

    assert bounds(examined(REGISTER, dates), "landing", source="annals") is None


def test_an_ordinary_conflict_of_dates_hides_no_longer_one(examined: Examined) -> None:
    """
    Two dates that clash with each other are told in their question, and each with the order besides.
    """
    dates = question(
        "breach-date",
        "date",
        "event: breach",
        "in: annals, value: 26 May 1640",
        "in: chronicle, value: 27 May 1640",
    )
    order = question("breached", "order", BREACHED, "in: annals, value: 3 days later")

    report = examined(REGISTER, LANDED, dates, order)

    assert sorted(len(conflict.sides) for conflict in report.conflicts) == [2, 3, 3]


def test_a_possible_conflict_hides_no_necessary_one(examined: Examined) -> None:
    """
    A short loop that tolerance opens stands beside a longer one that nothing opens.
    """
    about = question("breached", "order", BREACHED, "in: annals, value: about 30 days later")
    near = question("breach-date", "date", "event: breach", "in: annals, value: 23 June 1640")
    fall = question(
        "fall",
        "order",
        "event: siege.end\n            relative-to: landing",
        "in: annals, value: 5 days later",
    )

    relations = [
        (len(conflict.sides), conflict.relation.value)
        for conflict in examined(REGISTER, LANDED, about, near, fall).conflicts
    ]

    assert sorted(relations) == [
        (2, "necessary_conflict"),
        (3, "necessary_conflict"),
        (3, "possible_conflict"),
    ]
