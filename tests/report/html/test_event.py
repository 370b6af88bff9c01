"""The events of the page: drawn over an axis, linked to what they rest on, left out where there are none."""

from __future__ import annotations

from attrs import evolve

from claimcheck.model.bounds import EventBounds
from claimcheck.model.report import Report
from claimcheck.report.html.event import show_events
from claimcheck.report.html.page import render_html
from claimcheck.report.view import View
from tests.report.conftest import BREACH_BOUNDS


def test_bounds_are_drawn_and_lead_to_their_questions(report: Report) -> None:
    """Each who bounds an event has a row, and each step of a chain the question that it answers."""
    (breach,) = show_events(View(report), {})
    (_lead, steps), *_others = breach.bounds[0].chains

    assert breach.drawn.count('class="row') == len(breach.bounds) == 2
    assert [each.anchor for each in steps] == ["question-ferry-date", "question-breach-order"]
    assert "Fenwick 1931 affirms" in steps[0].ground


def test_an_event_leads_to_the_conflicts_about_it(report: Report) -> None:
    """A loop that runs through an event stands with it, with the file that it is told in."""
    order = next(each for each in report.conflicts if each.links)
    (breach,) = show_events(View(report), {order.id: "part.html"})

    assert f"part.html#{order.id}" in [each.href for each in breach.clashes]


def test_an_event_without_a_possible_day_is_told_and_not_drawn(report: Report) -> None:
    """Where nobody leaves a day there is no axis, and those who contradict one another are named."""
    impossible = EventBounds(event="breach", impossible=("ferry-date.fenwick", "breach-order.fenwick"))
    bounds = (impossible, evolve(impossible, source="fenwick-1931"))
    (breach,) = show_events(View(evolve(report, event_bounds=bounds)), {})

    assert breach.drawn == ""
    assert [lead for lead, _steps in breach.bounds[0].chains] == ["between"]


def test_a_page_without_such_events_has_no_section_for_them(report: Report) -> None:
    """Neither a heading nor an entry in the contents leads nowhere."""
    without = evolve(report, event_bounds=())

    assert 'href="#timeline"' in render_html(evolve(report, event_bounds=(BREACH_BOUNDS,)))
    assert 'id="timeline"' not in render_html(without)
    assert 'href="#timeline"' not in render_html(without)
