"""The difference of two reports."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.report import Report
from claimcheck.report.diff import diff_reports, render_diff
from claimcheck.report.json_report import render_json, report_json
from claimcheck.report.sections import SECTIONS, ReportUnreadableError

JSON = dict[str, Any]


@pytest.fixture
def old(report: Report) -> JSON:
    """The older of two reports."""
    found: JSON = json.loads(render_json(report))
    return found


@pytest.fixture
def new(old: JSON) -> JSON:
    """A later report: a conflict gone, another changed, a finding come, a quotation found, and so on."""
    found = copy.deepcopy(old)
    found["conflicts"].pop(1)
    found["conflicts"][0].update(relation="possible_conflict", rule="only-envelopes-meet")
    found["findings"].append({**found["findings"][0], "id": "ambiguity-2", "explanation": "More is open."})
    found["attestations"][0]["passages"][0].update(status="exact", differs=[])
    found["questions"][1]["asks"] = "How many fell?"
    found["questions"][0]["claims"][0]["independent_lines"]["at_most"] = 2
    found["problems"].pop(0)
    found["profile"]["name"] = "strict"
    found["coverage"]["compared"] = 12
    breach = next(each["bounds"][0] for each in found["events"] if each["id"] == "breach" and each["bounds"])
    breach["begin"]["latest"].update(asserted="1742-05-08", tolerated="1742-05-09")
    found["conflicts"][0]["decision"] = {
        "status": "decided",
        "standing": [{"reviewer": "Ashe", "ruling": "side", "side": 1}],
        "changed": [],
    }
    return found


def test_the_same_report_does_not_differ(old: JSON) -> None:
    """A report compared with itself shows nothing."""
    diff = diff_reports(old, copy.deepcopy(old))

    assert not diff
    assert render_diff(diff) == "The two reports say the same.\n"


def test_what_came_went_and_changed(old: JSON, new: JSON) -> None:
    """Records are told apart by their ids, and changes by their keys."""
    diff = diff_reports(old, new)

    assert [each.id for each in diff["conflicts"].went] == ["conflict-meeting"]
    assert [(each.id, each.key) for each in diff["conflicts"].changed] == [
        ("conflict-bridge", "relation"),
        ("conflict-bridge", "rule"),
        ("conflict-bridge", "decision"),
    ]
    assert [each.id for each in diff["findings"].came] == ["ambiguity-2"]
    assert [(each.key, each.old, each.new) for each in diff["quotations"].changed][-1] == (
        "status",
        "altered",
        "exact",
    )
    assert [each.key for each in diff["questions"].changed] == ["asks"]
    assert [each.key for each in diff["claims"].changed] == ["independent_lines"]
    assert len(diff["problems"].went) == 1
    assert not diff["attestations"]


def test_of_a_balance_the_word_is_compared(old: JSON) -> None:
    """A balance with other reasons and the same word is the same; another word is a change."""
    reworded, other = copy.deepcopy(old), copy.deepcopy(old)
    name = next(each["id"] for each in old["questions"] if each["balance"])
    for report in (reworded, other):
        balance = next(each["balance"] for each in report["questions"] if each["id"] == name)
        balance.update(because="Because of this.", tips=[])
        if report is other:
            balance.update(word="even", words="lines on both sides, as many on each")

    assert not diff_reports(old, reworded)
    (change,) = diff_reports(old, other)["questions"].changed
    assert (change.id, change.key, change.new) == (name, "balance", "lines on both sides, as many on each")


def test_the_difference_reads_well(old: JSON, new: JSON, gold: Callable[[str, str], None]) -> None:
    """The difference is told section by section, as the gold file has it."""
    gold("diff.txt", render_diff(diff_reports(old, new)))


def test_changed_bounds_are_told_in_days(old: JSON) -> None:
    """Who bounds an event differently now, from which day to which, and through whose words."""
    new = copy.deepcopy(old)
    bounds = next(each["bounds"] for each in new["events"] if each["id"] == "breach")
    bounds[0]["begin"]["earliest"] = None
    bounds[0]["end"]["latest"]["links"] = []
    bounds.append({**bounds.pop(1), "source": None, "document": "fenwick"})
    bounds[0]["begin"]["latest"]["links"] = [{"attestation": "breach-date.dray"}]
    diff = diff_reports(old, new)["events"]

    assert [(each.id, each.says) for each in diff.came] == [("breach: by all in fenwick", "no days fit")]
    assert [(each.id, each.says) for each in diff.went] == [
        ("breach: by all sources together", "no days fit")
    ]
    assert [(each.key, each.old, each.new) for each in diff.changed] == [
        (
            "begins",
            "on 5 May 1742; with every tolerance not before 4 May 1742 and not after 6 May 1742",
            "not after 5 May 1742; with every tolerance not after 6 May 1742",
        ),
        (
            "follows from",
            "ferry-date.fenwick, breach-order.fenwick",
            "breach-date.dray, ferry-date.fenwick, breach-order.fenwick",
        ),
    ]


def test_hands_and_judgements_on_independence_are_compared(old: JSON) -> None:
    """Whoever is declared to share a hand, or to be independent, changes how lines are counted."""
    new = copy.deepcopy(old)
    new["hands"].append({"sources": ["dray-1742", "orme"], "kind": "agency", "because": "one dispatch"})
    new["independences"].append(
        {"sources": ["dray-1742", "orme"], "known": True, "because": "they never met"}
    )
    diff = diff_reports(old, new)

    assert [each.says for each in diff["hands"].came] == ["one dispatch"]
    assert [each.says for each in diff["independences"].came] == ["they never met"]


@pytest.mark.parametrize("day", ["9" * 5000 + "-01-01", "1742-13-01", "soon", "", None, 7, ["1742-05-01"]])
def test_a_bound_that_is_no_day_is_no_bound(old: JSON, day: object) -> None:
    """Whatever stands in the place of a day, the difference is told."""
    new = copy.deepcopy(old)
    bounds = next(each["bounds"] for each in new["events"] if each["id"] == "breach")
    bounds[0]["begin"] = {"earliest": {"asserted": day, "links": [day]}, "latest": day}
    (change, *_) = diff_reports(old, new)["events"].changed

    assert (change.key, change.new) == ("begins", "at any time")


def test_turned_round_came_is_went(old: JSON, new: JSON) -> None:
    """Compared the other way, what came has gone, and what was is."""
    there, back = diff_reports(old, new), diff_reports(new, old)

    for name in SECTIONS:
        assert there[name].came == back[name].went
        assert {(each.id, each.key, each.old, each.new) for each in there[name].changed} == {
            (each.id, each.key, each.new, each.old) for each in back[name].changed
        }


def test_a_problem_that_moves_is_the_same_problem(old: JSON) -> None:
    """A line added above a problem changes its line, and no problem comes or goes."""
    moved = copy.deepcopy(old)
    moved["problems"][0]["line"] += 1
    diff = diff_reports(old, moved)["problems"]

    assert (diff.came, diff.went) == ((), ())
    assert [each.key for each in diff.changed] == ["line"]


def test_sections_have_names(old: JSON) -> None:
    """A section that reports do not have is asked for in vain."""
    with pytest.raises(KeyError):
        diff_reports(old, old)["opinions"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda _: None, "no key 'schema'"),
        (lambda _: [1, 2], "no key 'schema'"),
        (lambda _: {"a": 1}, "no key 'schema'"),
        (lambda each: {**each, "schema": "claimcheck-report/9"}, "claimcheck-report/9"),
        (lambda each: {**each, "schema": ["x"]}, "has the schema"),
        (lambda each: {**each, "conflicts": None}, "key 'conflicts'"),
        (lambda each: {**each, "conflicts": [1]}, "key 'conflicts'"),
        (lambda each: {**each, "findings": [{"id": 7}]}, r"without an id: findings\[0\]"),
        (lambda each: {**each, "sources": [*each["sources"], each["sources"][0]]}, "twice under 'sources'"),
        (lambda each: {**each, "profile": "events"}, "key 'profile'"),
        (lambda each: {**each, "questions": [{"id": "q"}]}, "key 'claims'"),
        (lambda each: {**each, "attestations": [{"id": "a"}]}, "key 'passages'"),
        (lambda each: {key: each[key] for key in each if key != "coverage"}, "key 'coverage'"),
    ],
)
def test_what_is_no_report_is_refused(old: JSON, change: Callable[[JSON], object], words: str) -> None:
    """A file of another making, or of another version, is refused by name, with a hint."""
    with pytest.raises(ReportUnreadableError, match=words) as raised:
        diff_reports(old, change(old))

    assert raised.value.message.startswith("the new report")
    assert raised.value.hint


def test_nesting_that_never_ends_is_refused(old: JSON) -> None:
    """A record nested beyond what can be compared is refused, not a crash."""
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    try:
        with pytest.raises(ReportUnreadableError, match="nested deeper"):
            diff_reports({**old, "profile": {"x": deep}}, {**old, "profile": {"x": [deep]}})
    finally:
        while deep:
            deep = deep.pop()


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from([*SECTIONS, "schema"]), _JSON), st.booleans())
def test_any_json_is_compared_or_refused(found: JSON, is_ours: bool) -> None:
    """Whatever JSON is handed over, the answer is a difference or a refusal."""
    if is_ours:
        found["schema"] = "claimcheck-report/1"
    try:
        diff = diff_reports(found, found)
    except ReportUnreadableError:
        return

    assert not diff


def test_hostile_words_stay_on_their_line(report: Report, poisoned: Callable[[Report, str], Report]) -> None:
    """Line breaks and escapes in a report neither add lines nor steer the terminal."""
    text = render_diff(diff_reports(report_json(report), report_json(poisoned(report, "\n+ x\x1b[1m"))))

    assert "\x1b" not in text
    assert not any(line.startswith("+") for line in text.splitlines())


def test_repeated_problems_are_all_kept(report: Report) -> None:
    """Two problems with the same words in one file are two."""
    twice = evolve(report, problems=(*report.problems, report.problems[0]))
    diff = diff_reports(report_json(report), report_json(twice))["problems"]

    assert len(diff.came) == 1
