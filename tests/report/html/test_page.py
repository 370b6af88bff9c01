"""The page: its structure, its links, what it escapes, and how it is split."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable

import pytest
from attrs import evolve

from claimcheck.model.decision import Comment, Decision, DecisionState, DecisionStatus, Ruling
from claimcheck.model.report import Report
from claimcheck.report.anchor import anchor_id
from claimcheck.report.html.page import parts_pattern, render_html, render_pages
from tests.report.html.outline import read_page

Poison = Callable[[Report, str], Report]


def test_the_page_of_an_invented_case(report: Report, gold: Callable[[str, str], None]) -> None:
    """The landmarks and words of a page in their order, to be read by a person."""
    gold("page.txt", "\n".join(read_page(render_html(report)).outline) + "\n")


def test_a_report_of_nothing_is_a_page(empty_report: Report) -> None:
    """A dossier that holds nothing gives a page that says so."""
    text = read_page(render_html(empty_report)).text

    assert "nothing can be said about conflicts" in text
    assert "There is no question to answer." in text


def test_without_documents_the_page_says_that_nothing_was_checked(blind_report: Report) -> None:
    """Quotations that nobody looked up are told as such on the first screen."""
    assert "Quotations were not checked" in read_page(render_html(blind_report)).text


def test_every_link_leads_somewhere(report: Report) -> None:
    """Each address on the page is a place of the page, and no place has its name twice."""
    page = read_page(render_html(report))
    hrefs = {value for tag, name, value in page.attributes if name == "href"}

    assert {each[0] for each in hrefs} == {"#"}
    places = {each[1:] for each in hrefs if not each.startswith("#?")}  # the others are filters

    assert places <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_a_conflict_keeps_its_address(report: Report) -> None:
    """A conflict is found under its id, which does not hang on what else the report holds."""
    alone = evolve(report, conflicts=report.conflicts[1:2])

    for each in (report, alone):
        assert anchor_id(report.conflicts[1].id) in read_page(render_html(each)).ids


def test_nothing_is_fetched(report: Report) -> None:
    """The page names no other file, and its policy allows its own style and script alone."""
    text = render_html(report)
    page = read_page(text)
    fetching = {"src", "srcset", "action", "formaction", "background", "poster", "style", "ping", "data"}
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', text)

    assert not fetching & {name for _tag, name, _value in page.attributes}
    assert not {"link", "img", "iframe", "object", "embed", "base"} & set(page.tags)
    for name in ("style", "script"):
        (content,) = re.findall(rf"<{name}>(.*?)</{name}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()

        assert f"{name}-src &#39;sha256-{digest}&#39;" in policy
    assert "unsafe" not in policy
    assert "default-src &#39;none&#39;" in policy


def test_pictures_have_tables(report: Report) -> None:
    """Each picture stands with the table that tells the same."""
    text = render_html(report)

    assert text.count('<figure class="picture">') == text.count("The same as a table") > 0


def test_context_is_shown_where_it_was_kept(report: Report) -> None:
    """What stands around a quotation is shown with the evidence marked, and only where it was asked for."""
    anchors = tuple(
        evolve(each, before="it is told that ", after=" and burned", text="the bridge")
        if each.start is not None
        else each
        for each in report.anchors
    )

    assert "<mark>" not in render_html(report)
    assert "…it is told that <mark>the bridge</mark> and burned…" in render_html(
        evolve(report, anchors=anchors)
    )


def test_a_history_of_decisions_has_its_place(report: Report) -> None:
    """What reviewers decided stands with the conflict, can be filtered by, and is not lost with it."""
    first = Decision(
        id="d1",
        about=report.conflicts[0].id,
        reviewer="R. Amble",
        at="2021-03-17T09:30:00.000000Z",
        ruling=Ruling.SIDE,
        side=1,
        answer="the garrison",
        reason="the seal is intact",
    )
    state = DecisionState(
        about=first.about,
        status=DecisionStatus.REOPENED,
        standing=(first,),
        changed=("p. 41: changed",),
        assigned_to="T. Crake",
        history=(
            first,
            Comment(
                id="c1",
                about=first.about,
                reviewer="T. Crake",
                at="2021-03-18T09:30:00.000000Z",
                text="see the other seal",
            ),
        ),
    )
    gone = evolve(state, about="conflict-gone")
    text = read_page(render_html(evolve(report, decisions=(state, gone)))).text

    assert "open again, because its evidence changed (1)" in text
    assert "open (3)" in text
    for words in ("R. Amble", "P. 41: changed.", "For T. Crake", "see the other seal", "conflict-gone"):
        assert words in text
    assert text.count("Nobody has decided.") == len(report.conflicts) - 1


PAYLOADS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "</style><style>*{display:none}</style>",
    "{{ 7*7 }}{% raw %}",
    "--><!--<b>",
    "<a href=javascript:alert(1)>x</a>",
    "</title></head><body onload=alert(1)>",
    "&lt;script&gt;",
    "\x00\x1b[31m\u202e\ud800<i>",
)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_words_stay_words(report: Report, poisoned: Poison, payload: str) -> None:
    """Markup in any field of a dossier or document makes no tag, no attribute, no place."""
    plain_page, page = read_page(render_html(report)), read_page(render_html(poisoned(report, payload)))

    assert set(page.tags) == set(plain_page.tags)
    assert {(tag, name) for tag, name, _ in page.attributes} == {
        (tag, name) for tag, name, _ in plain_page.attributes
    }
    for _tag, name, value in page.attributes:
        if name == "href":
            assert value.startswith("#")


def test_the_payloads_reach_the_page(report: Report, poisoned: Poison) -> None:
    """The check above looks at something: what was put into the fields is seen in many places."""
    assert read_page(render_html(poisoned(report, "<b>here</b>"))).text.count("<b>here</b>") > 100


def test_a_large_report_is_split(report: Report) -> None:
    """Parts come before their index, which links to every conflict in its part."""
    pages = list(render_pages(report, "case.html", most=3))
    *parts, index = pages

    assert [each.name for each in pages] == [each.name for each in render_pages(report, "case.html", most=3)]
    assert index.name == "case.html"
    assert len(parts) == 2
    assert all(re.fullmatch(parts_pattern("case.html"), each.name) for each in parts)
    read = {each.name: read_page(each.text) for each in pages}
    hrefs = {value for tag, name, value in read["case.html"].attributes if name == "href" and value[0] != "#"}
    assert {each.split("#")[1] for each in hrefs} == {anchor_id(each.id) for each in report.conflicts}
    for each in hrefs:
        name, anchor = each.split("#")
        assert anchor in read[name].ids
    for conflict in report.conflicts:
        # A link to the report that was passed on before it grew still finds its conflict.
        assert anchor_id(conflict.id) in read["case.html"].ids
    for part in parts:
        backward = {
            value for _tag, name, value in read[part.name].attributes if name == "href" and "#" in value[1:]
        }
        assert {each.split("#")[0] for each in backward} == {"case.html"}
        assert {each.split("#")[1] for each in backward} <= set(read["case.html"].ids)


def test_progress_is_told(report: Report) -> None:
    """Whoever asked is told how many of all conflicts are done."""
    many = evolve(
        report,
        conflicts=tuple(evolve(report.conflicts[0], id=f"conflict-{number}") for number in range(250)),
    )
    told: list[tuple[int, int]] = []
    list(render_pages(many, "r.html", progress=lambda *done: told.append(done)))

    assert told == [(100, 250), (200, 250)]
