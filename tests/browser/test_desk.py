"""The page of decisions in a browser: by keyboard alone, in two windows, over a change, from a file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import claimcheck
from claimcheck.model.decision import Decision, Ruling
from claimcheck.report.html.page import render_html
from claimcheck.review.desk.case import Case
from claimcheck.review.exchange import read_export
from claimcheck.review.ledger import FILE_NAME, Ledger
from claimcheck.review.offer import file_desk
from tests.browser.conftest import watched
from tests.browser.desks import served
from tests.review.harbour import CARGO, QUESTIONS, write_harbour

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

BOTH = QUESTIONS + CARGO


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """A dossier with two conflicts."""
    write_harbour(tmp_path, BOTH)
    return Case(tmp_path)


@pytest.fixture
def address(case: Case) -> Iterator[str]:
    """The address of its desk, key included."""
    with served(case) as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on which any error fails the test; that a write is refused is expected."""
    with watched(browser, but="Failed to load resource") as found:
        yield found


@pytest.fixture
def desk(page: Page, address: str) -> Page:
    """The desk, open, with a reviewer who has said who they are."""
    page.goto(address)
    page.get_by_label("Reviewer").fill("A. Reader")
    page.locator("h1").click()
    return page


def decide(page: Page, keys: str, reason: str) -> None:
    """Go to the next open conflict, rule, and give the reason, by keyboard."""
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press(keys)
    page.keyboard.type(reason)
    page.keyboard.press("Control+Enter")
    page.locator(
        "article.desk-current .desk-told", has_text=re.compile("Kept|Nothing was written")
    ).wait_for()


def status(page: Page, number: int = 0) -> str:
    """Return how the page says that a conflict stands."""
    return page.locator("article.conflict .desk-state .status").nth(number).inner_text()


def test_a_conflict_is_decided_by_keyboard_alone(desk: Page, case: Case) -> None:
    """Next, side B, reason, kept; next again goes to the one that is still open."""
    decide(desk, "b", "the clerk was no sailor, just a joker")
    first = desk.locator("article.desk-current").get_attribute("id")
    (event,) = case.ledger.read().events

    assert isinstance(event, Decision)
    assert (event.ruling, event.side, event.reviewer) == (Ruling.SIDE, 2, "A. Reader")
    assert event.reason == "the clerk was no sailor, just a joker"
    assert desk.locator(".desk-counted").inner_text() == "1 of 2 conflicts decided"

    desk.keyboard.press("Escape")
    desk.keyboard.press("j")
    assert desk.locator("article.desk-current").get_attribute("id") != first


def test_letters_in_a_field_are_letters(desk: Page, case: Case) -> None:
    """Whoever writes a reason with every letter of the keys in it decides nothing by it."""
    desk.keyboard.press("j")
    desk.keyboard.press("r")
    desk.keyboard.type("jkabonmxuzr")

    assert desk.locator("article.desk-current textarea").input_value() == "jkabonmxuzr"
    assert desk.locator("article.desk-current input:checked").count() == 0
    assert case.ledger.read().events == ()


def test_single_keys_can_be_switched_off(desk: Page) -> None:
    """Then no letter does anything, after a reload too."""
    desk.get_by_label("single keys").uncheck()
    desk.locator("h1").click()
    desk.keyboard.press("j")
    assert desk.locator("article.desk-current").count() == 0

    desk.reload()
    desk.locator("h1").click()
    desk.keyboard.press("j")
    assert desk.locator("article.desk-current").count() == 0


def test_undo_and_reload(desk: Page, case: Case) -> None:
    """What was taken back is open, stays in the history, and a reload shows the same."""
    decide(desk, "o", "two brigs")
    desk.keyboard.press("Escape")
    desk.keyboard.press("z")
    desk.locator("article.desk-current .desk-told", has_text="Taken back").wait_for()

    assert status(desk) == "Open."
    desk.reload()
    section = desk.locator("article.conflict .decisions").first
    assert "Open." in section.inner_text()
    section.get_by_text("What was before").or_(section.get_by_text("The history")).first.click()
    assert "both are right, of different things, because two brigs." in section.inner_text()
    assert len(case.ledger.read().events) == 2


def test_a_reason_and_a_name_are_asked_for(page: Page, address: str, case: Case) -> None:
    """Nothing is written without either, and the page says what is missing."""
    page.goto(address)
    page.locator("h1").click()
    page.keyboard.press("j")
    page.keyboard.press("n")
    told = page.locator("article.desk-current .desk-told")
    page.keyboard.press("Control+Enter")
    assert told.inner_text() == "A reason is needed to close it."
    page.keyboard.type("neither was there")
    page.keyboard.press("Control+Enter")
    assert told.inner_text() == "Say who you are first."
    assert case.ledger.read().events == ()


def test_two_windows_decide_at_once(desk: Page, browser: Browser, address: str, case: Case) -> None:
    """The second window is told of the first one's decision, shows it, and can then supersede it."""
    context = browser.new_context()
    other = context.new_page()
    other.goto(address)
    other.get_by_label("Reviewer").fill("B. Reader")
    other.locator("h1").click()
    decide(desk, "a", "the log")
    decide(other, "b", "the diary")

    told = other.locator("article.desk-current .desk-told").inner_text()
    assert "somebody decided on it since the page was loaded" in told.lower()
    assert len(case.ledger.read().events) == 1
    assert "because the log." in other.locator("article.desk-current .desk-state").inner_text()

    other.keyboard.press("Control+Enter")
    other.locator("article.desk-current .desk-told", has_text="Kept").wait_for()
    first, second = case.ledger.read().events
    assert isinstance(second, Decision)
    assert second.supersedes == (first.id,)
    context.close()


def test_evidence_changes_under_an_open_page(desk: Page, case: Case) -> None:
    """A decision on words that are not there any more is refused, and the page offers the new ones."""
    changed = BOTH.replace("no brig left", "no brig left the quay")
    (case.folder / "questions.yaml").write_text(changed, encoding="utf-8")
    decide(desk, "a", "the log")
    told = desk.locator("article.desk-current .desk-told").inner_text()

    assert "Nothing was written." in told
    assert case.ledger.read().events == ()
    desk.get_by_role("link", name="Load it again").or_(
        desk.get_by_text("load the page again")
    ).first.wait_for()
    desk.reload()
    assert "no brig left the quay" in desk.locator("main").inner_text()


def test_a_reopened_decision_says_what_changed(desk: Page, case: Case) -> None:
    """A decision stays visible, with what changed of its evidence, when the page is loaded again."""
    decide(desk, "u", "")
    decide(desk, "o", "two brigs")
    changed = BOTH.replace("ninety barrels", "ninety small barrels")
    (case.folder / "questions.yaml").write_text(changed, encoding="utf-8")
    desk.reload()

    assert "Open again, because its evidence changed" in desk.locator("main").inner_text()


def test_comments_and_assignments(desk: Page, case: Case) -> None:
    """They stand in the history and close nothing."""
    desk.keyboard.press("j")
    desk.keyboard.press("r")
    desk.keyboard.type("see the harbour book")
    desk.get_by_role("button", name="Comment").first.click()
    desk.locator("article.desk-current .desk-told", has_text="Comment kept").wait_for()
    desk.locator("article.desk-current textarea").fill("Dray")
    desk.get_by_role("button", name="Assign").first.click()
    desk.locator("article.desk-current .desk-told", has_text="For Dray").wait_for()

    assert len(case.ledger.read().events) == 2
    assert desk.locator(".desk-counted").inner_text() == "0 of 2 conflicts decided"
    desk.get_by_role("button", name="What changed").click()
    desk.locator(".desk-changes", has_text="see the harbour book").wait_for()


def test_a_server_that_is_gone_is_told(desk: Page, case: Case) -> None:
    """When nothing answers any more, the reviewer hears that nothing was kept, and keeps the words."""
    desk.route("**/api/events", lambda route: route.abort())
    desk.keyboard.press("j")
    desk.keyboard.press("o")
    desk.keyboard.type("two brigs")
    desk.keyboard.press("Control+Enter")
    told = desk.locator("article.desk-current .desk-told", has_text="Nothing was written")
    told.wait_for()

    assert desk.locator("article.desk-current textarea").input_value() == "two brigs"
    assert case.ledger.read().events == ()


def test_a_file_collects_decisions_that_a_dossier_takes_over(page: Page, case: Case, tmp_path: Path) -> None:
    """Decided in a file, kept over a reload, saved, applied: the report tells it with its evidence whole."""
    report = claimcheck.examine(claimcheck.load(case.folder))
    path = tmp_path / "report.html"
    path.write_text(render_html(report, file_desk(report)), encoding="utf-8")
    page.goto(path.as_uri())
    assert page.locator("form.desk, .desk-bar").count() == 0
    page.get_by_role("button", name="Decide on these conflicts").click()
    page.get_by_label("Reviewer").fill("A. Reader")
    page.locator("h1").click()
    decide(page, "b", "the diary")
    page.reload()
    assert "not yet saved to the dossier" in page.locator("main").inner_text()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save decisions").click()
    saved = tmp_path / "decisions.json"
    download.value.save_as(saved)

    found = read_export(saved)
    assert found.problems == ()
    Ledger(case.folder).append(found.events)
    applied = claimcheck.examine(claimcheck.load(case.folder), decisions=case.folder)
    assert [(each.status.value, each.changed) for each in applied.decisions] == [("decided", ())]
    assert json.loads((case.folder / FILE_NAME).read_text(encoding="utf-8"))["reason"] == "the diary"


HOSTILE = (
    "<script>document.title = 'broken'</script>",
    "</script><script>document.title = 'broken'</script>",
    '"><img src=x onerror="document.title = \'broken\'">',
    "{{ 7 * 7 }}",
    "\u2028<svg onload=\"document.title = 'broken'\">",
)


def test_whatever_a_reviewer_writes_is_shown_as_words(desk: Page) -> None:
    """No reason or name becomes a part of the page, at once or after a reload."""
    desk.keyboard.press("j")
    for words in HOSTILE:
        desk.get_by_label("Reviewer").fill(words)
        desk.locator("article.desk-current textarea").fill(words)
        desk.locator("article.desk-current input[value=both]").check()
        desk.get_by_role("button", name="Decide").first.click()
        desk.locator("article.desk-current .desk-state", has_text=words.split("\u2028")[-1]).wait_for()
        desk.locator("article.desk-current .desk-told", has_text="Kept").wait_for()
    for _ in range(2):
        assert desk.title() != "broken"
        assert desk.locator("img, script[src]").count() == 0
        told = desk.locator("article.conflict .decisions").first.text_content() or ""
        assert all(words.split("\u2028")[-1] in told for words in HOSTILE)
        desk.reload()
