"""The page in a browser: filters and their address, links, what is inert, who can read it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from claimcheck.model.report import Report
from claimcheck.report.html.page import render_html, render_pages
from claimcheck.values.folding import fold
from tests.browser.conftest import refuse_dialogs, wait_until
from tests.browser.payloads import PAYLOADS
from tests.report.conftest import poisoned, report  # noqa: F401 - fixtures

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SHOWN = "ol.index > li:not([hidden])"
ARTICLES = "article.conflict:not([hidden])"


def test_filters_narrow_the_conflicts_down(page: Page, worked_page: str, worked_report: Report) -> None:
    """A chosen place leaves its conflicts, in the index and below it; resetting shows all again."""
    page.goto(worked_page)
    n_all = len(worked_report.conflicts)

    assert page.locator(SHOWN).count() == n_all

    page.get_by_role("combobox", name="Place", exact=True).select_option("batumi")
    n_batumi = page.locator(SHOWN).count()

    assert 0 < n_batumi < n_all
    assert page.locator(ARTICLES).count() == n_batumi
    assert page.get_by_role("status").inner_text() == f"{n_batumi} of {n_all} conflicts are shown: Batumi."

    page.get_by_role("combobox", name="Kind of question", exact=True).select_option("holder")

    assert all("Who held Batumi" in words for words in page.locator(f"{SHOWN} .asked").all_inner_texts())

    page.get_by_role("button", name="Show all").click()
    wait_until(page, f"document.querySelectorAll('{SHOWN}').length === {n_all}")

    assert page.evaluate("location.href") == worked_page


def test_the_first_screen_leads_to_a_place(page: Page, worked_page: str) -> None:
    """Whoever asks for Batumi finds who held it with one click, and that click can be repeated."""
    page.goto(worked_page)
    page.locator(".about a", has_text="Batumi").first.click()
    wait_until(page, f"document.querySelectorAll('{SHOWN}').length < 20")

    assert "Who held Batumi" in page.locator("ol.index").inner_text()


def test_words_lead_to_questions_without_a_conflict(page: Page, worked_page: str) -> None:
    """Words that stand in no conflict may stand in what is asked, and the page leads there."""
    page.goto(worked_page)
    page.get_by_role("searchbox", name="Words").fill("treaty of moscow")

    assert page.locator(SHOWN).count() == 0

    page.locator(".also a", has_text="Treaty of Moscow").first.click()

    assert "treaty-of-moscow" in page.evaluate("location.hash")

    page.get_by_role("searchbox", name="Words").fill("")

    assert page.locator(".also").inner_text() == ""


def test_a_phone_lands_on_what_was_found(browser: Browser, worked_page: str) -> None:
    """On a phone the form is folded away, what it found stands at the top, and the contents stay at hand."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(worked_page)
    page.locator(".about a", has_text="Batumi").first.click()
    wait_until(page, "document.querySelector('.shown').getBoundingClientRect().top < 200")

    assert not page.get_by_role("searchbox", name="Words").is_visible()
    tops = [
        each.evaluate("seen => seen.getBoundingClientRect().top")
        for each in (page.get_by_role("link", name="The case"), page.locator(SHOWN).first)
    ]

    assert 0 <= tops[0] < 40 < tops[1] < 250

    page.get_by_text("Filter and sort").click()

    assert page.get_by_role("searchbox", name="Words").is_visible()
    context.close()


def test_the_heads_of_the_matrix_stay_in_sight(page: Page, worked_page: str) -> None:
    """However the matrix is scrolled, sources stand above it and questions beside it, unhidden."""
    page.goto(worked_page)
    page.locator("#matrix .grid").first.evaluate(
        "grid => { grid.scrollIntoView(); grid.scrollTo(300, 300); }"
    )
    found = page.evaluate(
        """() => {
            const box = document.querySelector("#matrix .grid").getBoundingClientRect();
            const at = (x, y) => document.elementFromPoint(box.left + x, box.top + y).closest("th, td");
            return [[40, 300], [500, 60], [40, 60]].map(place => at(...place)).map(
                cell => cell.className || cell.scope
            );
        }"""
    )

    assert found == ["row", "col", "corner"]


def test_filters_stand_in_the_address(page: Page, worked_page: str) -> None:
    """What was chosen is restored from the address, also when it changes on an open page."""
    page.goto(worked_page)
    page.get_by_role("combobox", name="The sides", exact=True).select_option("possible_conflict")
    page.get_by_role("searchbox", name="Words").fill("seize")
    address, shown = str(page.evaluate("location.href")), page.locator(SHOWN).count()

    assert shown == 1
    assert address.endswith("#?words=seize&relation=possible_conflict")

    page.goto("about:blank")
    page.goto(address)

    assert page.locator(SHOWN).count() == 1
    assert page.get_by_role("searchbox", name="Words").input_value() == "seize"

    page.evaluate("location.hash = '#?relation=possible_conflict&kind=no-such-kind'")
    wait_until(page, f"document.querySelectorAll('{SHOWN}').length > 1")

    assert page.get_by_role("searchbox", name="Words").input_value() == ""


def test_the_index_is_put_in_order(page: Page, worked_page: str, worked_report: Report) -> None:
    """By what is asked, the first letters rise; in the dossier's order the numbers do."""
    page.goto(worked_page)
    page.get_by_role("combobox", name="Sorted by", exact=True).select_option("title")
    titles = page.locator(f"{SHOWN} .asked").all_inner_texts()

    assert titles == sorted(titles, key=fold)

    page.get_by_role("combobox", name="Sorted by", exact=True).select_option("")
    numbers = page.eval_on_selector_all(SHOWN, "rows => rows.map(row => Number(row.dataset.number))")

    assert numbers == list(range(1, len(worked_report.conflicts) + 1))


def test_a_link_opens_what_it_leads_to(page: Page, worked_page: str, worked_report: Report) -> None:
    """The address of a conflict shows it, even where a filter hides it; that of documents opens them."""
    hidden = worked_report.conflicts[0].id
    page.goto(worked_page)
    page.get_by_role("combobox", name="Kind of question", exact=True).select_option("date")

    assert not page.locator(f"#{hidden}").is_visible()

    page.evaluate(f"location.hash = '#{hidden}'")

    wait_until(page, f"!document.getElementById('{hidden}').hidden")
    assert page.locator(f"#{hidden} h3").is_visible()

    page.evaluate("location.hash = '#documents'")
    wait_until(page, "document.querySelector('details.all-numbers').open")


def test_without_script_everything_is_there(
    browser: Browser, worked_page: str, worked_report: Report
) -> None:
    """With scripts switched off the index and all conflicts are shown, and no filter that would not work."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(worked_page)

    assert page.locator("article.conflict").count() == len(worked_report.conflicts)
    assert page.locator("article.conflict").last.is_visible()
    assert not page.locator("form.filters").is_visible()
    context.close()


@pytest.mark.parametrize("width", [390, 768, 1440])
def test_nothing_reaches_over_the_edge(browser: Browser, worked_page: str, width: int) -> None:
    """At no width is the page wider than the screen."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(worked_page)

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


TOUCHING = """() => {
  const axes = [...document.querySelectorAll("svg.axis")].map((axis) => [...axis.querySelectorAll("text")]);
  const touching = axes.flatMap((texts) => {
    const boxes = texts.map((each) => each.getBoundingClientRect()).sort((a, b) => a.left - b.left);
    return boxes.slice(1).filter((box, i) => box.left < boxes[i].right + 2);
  });
  const beyond = axes.flat().filter((each) => each.getBoundingClientRect().right > innerWidth);
  return [axes.length, axes.flat().length, touching.length, beyond.length];
}"""


@pytest.mark.parametrize("width", [360, 390])
def test_the_marks_of_an_axis_stand_apart(browser: Browser, worked_page: str, width: int) -> None:
    """On a phone no label of any picture's axis touches its neighbour or the edge of the screen."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(worked_page)
    n_axes, n_labels, n_touching, n_beyond = page.evaluate(TOUCHING)

    assert n_axes > 10
    assert n_labels > 2 * n_axes
    assert (n_touching, n_beyond) == (0, 0)
    context.close()


def test_paper_shows_what_is_folded(page: Page, worked_page: str) -> None:
    """Before printing all details open, and afterwards they are as they were."""
    page.goto(worked_page)
    n_open = page.locator("details[open]").count()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")

    assert page.locator("details:not([open])").count() == 0

    page.evaluate("dispatchEvent(new Event('afterprint'))")

    assert page.locator("details[open]").count() == n_open


def test_paper_is_set_as_an_apparatus(browser: Browser, worked_page: str) -> None:
    """On A4 nothing is folded or told twice, questions stand in two columns, and nothing is cut off."""
    context = browser.new_context(viewport={"width": 665, "height": 980})
    page = context.new_page()
    page.emulate_media(media="print")
    page.goto(worked_page)

    assert page.locator("#questions").evaluate("each => getComputedStyle(each).columnCount") == "2"
    assert page.locator("#told").evaluate("each => getComputedStyle(each).columnCount") == "auto"
    assert not page.locator(".picture > details").first.is_visible()
    assert page.locator(".picture > .strips").first.is_visible()
    assert page.locator(".by-rules td").first.is_visible()
    assert page.locator(".voices .voice").first.is_visible()
    # The pointed ends of bars reach a little into the margin.
    assert page.evaluate("document.documentElement.scrollWidth") <= 665 + 8
    wide = "rows => rows.filter(row => row.scrollWidth > row.clientWidth + 1).length"
    assert page.eval_on_selector_all(".picture, .side, .question, .findings li, .sources > div", wide) == 0
    context.close()


def test_no_payload_runs(
    page: Page,
    report: Report,  # noqa: F811
    poisoned: Callable[[Report, str], Report],  # noqa: F811
    tmp_path: Path,
) -> None:
    """A hundred scripts and pieces of markup, put into every field, are shown as words and do nothing."""
    assert len(set(PAYLOADS)) >= 100

    path = tmp_path / "poisoned.html"
    text = render_html(poisoned(report, " ".join(PAYLOADS)))
    path.write_text(text, encoding="utf-8", errors="backslashreplace")
    # Whatever runs calls one of these; the policy is off, so that escaping stands alone.
    context = page.context.browser.new_context(bypass_csp=True) if page.context.browser else page.context
    bare = context.new_page()
    ran: list[str] = []
    refuse_dialogs(bare, ran)
    bare.on("request", lambda request: ran.append(request.url) if request.url != path.as_uri() else None)
    bare.add_init_script(
        "window.ran = 0; window.alert = window.confirm = window.prompt = () => { window.ran += 1 }"
    )
    bare.goto(path.as_uri())
    bare.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    bare.mouse.move(300, 300)
    bare.mouse.wheel(0, 2000)

    assert ran == []
    assert bare.evaluate("window.ran") == 0
    assert bare.evaluate("document.querySelectorAll('iframe, object, embed, img, math, base').length") == 0
    assert bare.evaluate("document.querySelectorAll('script, style').length") == 2
    context.close()


def test_an_index_leads_to_its_parts(page: Page, worked_report: Report, tmp_path: Path) -> None:
    """In a report that is split, a conflict is found from the index, and its sources from the part."""
    pages = list(render_pages(evolve(worked_report), "case.html", most=6))
    for each in pages:
        (tmp_path / each.name).write_text(each.text, encoding="utf-8")
    last = worked_report.conflicts[-1].id
    page.goto((tmp_path / "case.html").as_uri() + f"#{last}")

    assert page.locator(f"li#{last}").is_visible()

    page.locator(f"li#{last} a.asked").click()

    assert page.url.endswith(f"#{last}")
    assert page.locator(f"article#{last} h3").is_visible()

    page.locator(f"article#{last} .speaker a").first.click()

    assert "case.html#source-" in page.url
