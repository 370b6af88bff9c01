"""Events as lines: nothing is lost on the way, and no line can hurt."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.decision import Assignment, Comment, Decision, Event, Evidence, Ruling
from claimcheck.review.events import event_fields, event_line, merged, parse_events, read_event
from claimcheck.review.exchange import export_text, parse_export
from tests.review.conftest import ruled

ids = st.integers(min_value=0, max_value=2**128 - 1).map(lambda number: f"{number:032x}")
texts = st.text(min_size=1, max_size=40).filter(lambda text: text.strip())
moments = st.datetimes().map(lambda moment: f"{moment:%Y-%m-%dT%H:%M:%S.%f}Z".zfill(27))
common = {"id": ids, "about": texts, "reviewer": texts, "at": moments}
rulings = st.sampled_from(Ruling)


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    """Any decision that may be written."""
    ruling = draw(rulings)
    return Decision(
        **{name: draw(of) for name, of in common.items()},
        ruling=ruling,
        side=draw(st.integers(min_value=1, max_value=9)) if ruling is Ruling.SIDE else 0,
        answer=draw(st.text(max_size=20)),
        reason=draw(texts),
        evidence=Evidence(parts=draw(st.dictionaries(texts, st.text(max_size=16), max_size=3))),
        supersedes=tuple(dict.fromkeys(draw(st.lists(ids, max_size=3)))),
    )


events: st.SearchStrategy[Event] = st.one_of(
    decisions(),
    st.builds(Comment, text=texts, **common),
    st.builds(Assignment, to=st.text(max_size=9), **common),
)


@given(events)
def test_an_event_comes_back_from_its_line(event: Event) -> None:
    """Whatever a reviewer writes is one line, and is read as it was written."""
    line = event_line(event)

    assert line.count("\n") == 1
    assert parse_events(line, "ledger").events == (event,)


@given(st.lists(events, max_size=6, unique_by=lambda event: event.id), st.randoms())
def test_the_order_of_lines_makes_no_difference(some: list[Event], chance: object) -> None:
    """Two who worked apart may merge their lines in any order, and some of them twice."""
    lines = [event_line(each) for each in (*some, *some[:2])]
    chance.shuffle(lines)  # type: ignore[attr-defined]
    found = parse_events("".join(lines), "ledger")

    assert found.events == merged(some)
    assert found.problems == ()


@given(st.lists(events, max_size=5, unique_by=lambda event: event.id))
def test_an_export_brings_every_event(some: list[Event]) -> None:
    """What is sent as a document arrives whole."""
    found = parse_export(export_text(some), "export.json")

    assert (found.events, found.problems) == (merged(some), ())


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"claimcheck": 2}, "'claimcheck' must be 1, and is 2"),
        ({"event": "order"}, "'event' must be decision, comment or assignment, and is 'order'"),
        ({"id": "7"}, "'id' must be 32 hex digits, and is '7'"),
        ({"about": ""}, "'about' is missing or empty"),
        ({"reviewer": 4}, "'reviewer' must be text, and is 4"),
        ({"at": "yesterday"}, "'at' must be a moment like"),
        ({"at": "2021-02-30T09:30:00.000000Z"}, "2021-02-30T09:30:00.000000Z is no day or hour there is"),
        ({"at": "٢٠٢١-03-17T09:30:00.000000Z"}, "'at' must be a moment like"),
        ({"at": "2021-03-17T09:30:00.000000+02:00"}, "'at' must be a moment like"),
        ({"reason": "half \ud800"}, "'reason' holds half a character"),
        ({"ruling": "true"}, "'ruling' must be one of side, both"),
        ({"side": 2}, "'side' is 2 and 'ruling' is both"),
        ({"ruling": "side"}, "'side' is 0 and 'ruling' is side"),
        ({"side": True}, "'side' must be a number from 0, and is True"),
        ({"reason": " "}, "'reason' is missing or empty"),
        ({"reason": "x" * 20_001}, "'reason' is longer than 20,000 code points"),
        ({"supersedes": ["no id"]}, "'supersedes' must be a list of ids"),
        ({"evidence": {"a": 1}}, "'evidence' must be an object of digests"),
    ],
)
def test_what_is_wrong_with_a_line_is_told_and_the_others_count(change: dict[str, object], told: str) -> None:
    """A bad line costs itself."""
    bad = json.dumps({**event_fields(ruled(1)), **change})
    found = parse_events(f"{bad}\n{event_line(ruled(2))}", "decisions.jsonl")

    assert found.events == (ruled(2),)
    (problem,) = found.problems
    assert (problem.code, problem.where.line) == ("decision-unreadable", 1)
    assert told in problem.message


@pytest.mark.parametrize(
    "line", ["", "null", "[]", "{", "[" * 100_000, "\x00", '"\\ud800"', "1e999", '{"claimcheck":NaN}']
)
def test_no_line_raises(line: str) -> None:
    """However a line is broken, there is no more than a problem."""
    assert parse_events(line, "ledger").events == ()


def test_the_marks_of_a_merge_hide_no_line() -> None:
    """Between the marks of an unfinished merge both sides are read, and the marks are told."""
    text = f"<<<<<<< HEAD\n{event_line(ruled(1))}=======\n{event_line(ruled(2))}>>>>>>> other\n"
    found = parse_events(text, "ledger")

    assert found.events == (ruled(1), ruled(2))
    assert [each.code for each in found.problems] == ["decision-merge-mark"] * 3


def test_an_event_that_was_changed_is_told() -> None:
    """Two events with one id cannot both be what was written."""
    found = parse_events(event_line(ruled(1)) + event_line(ruled(1, reason="another reason")), "ledger")

    assert found.events == (ruled(1),)
    assert [(each.code, each.where.line) for each in found.problems] == [("decision-changed", 2)]


def test_an_undecided_one_needs_no_reason() -> None:
    """Only what closes a conflict has to say why."""
    fields = {**event_fields(ruled(1)), "ruling": "undecided", "reason": ""}

    assert read_event(fields).id == ruled(1).id


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"schema": "claimcheck-decisions-1"}', "[" * 100_000])
def test_no_export_raises(text: str) -> None:
    """What is no export is one problem."""
    found = parse_export(text, "export.json")

    assert (found.events, len(found.problems)) == ((), 1)


def test_no_depth_of_brackets_raises() -> None:
    """Brackets that can just be read may be too deep to be shown."""
    deep: object = []
    for _ in range(5_000):
        deep = [deep]

    with pytest.raises(ValueError, match="is a list of many levels"):
        read_event({**event_fields(ruled(1)), "event": deep})


def test_half_a_character_of_the_dossier_can_be_sent() -> None:
    """The names of evidence may hold it, and arrive as they were."""
    event = ruled(1, evidence=Evidence(parts={"passage log «\ud800»": "1"}))
    text = export_text([event]).encode().decode()

    assert parse_export(text, "export.json").events == (event,)


def test_a_bad_event_of_an_export_costs_itself() -> None:
    """The others arrive."""
    document = json.loads(export_text([ruled(1), ruled(2)]))
    document["events"][0]["at"] = "noon"
    found = parse_export(json.dumps(document), "export.json")

    assert found.events == (ruled(2),)
    assert found.problems[0].message.startswith("event 1 is left out: 'at' must be")
