"""
Barriers: axe-core, with every rule short of AAA, finds none on whole pages, narrow and wide, light and dark.

Run by `make soak`: the whole page of the worked dossier (with what stands around each quotation, where the
documents are at hand), every page of a split report, and a desk in each of its states. Minutes a page.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from playwright.sync_api import Page

BROWSER = Path(os.environ.get("CLAIMCHECK_BROWSER", "/usr/bin/chromium"))
DOCUMENTS = Path(os.environ.get("CLAIMCHECK_DOCUMENTS", ROOT.parent / "shared" / "documents"))
CONFLICTS_IN_A_PART = 6


def whole_pages(page: Page, folder: Path) -> Iterator[str]:
    """Show the whole report, then the parts of a split one and its index."""
    import claimcheck
    from claimcheck.report.html.page import render_html, render_pages
    from claimcheck.review.offer import file_desk
    from tests.browser.barriers import offer_decisions, unfold

    documents = DOCUMENTS if DOCUMENTS.is_dir() else None
    report = claimcheck.examine(
        claimcheck.load(ROOT / "claims"), documents=documents, with_context=documents is not None
    )
    path = folder / "report.html"
    path.write_text(render_html(report, file_desk(report)), encoding="utf-8")
    page.goto(path.as_uri())
    offer_decisions(page)
    unfold(page)
    yield f"the whole page{'' if documents else ', without documents'}"
    for each in render_pages(report, "case.html", most=CONFLICTS_IN_A_PART):
        path = folder / each.name
        path.write_text(each.text, encoding="utf-8")
        page.goto(path.as_uri())
        unfold(page)
        yield each.name.partition("-")[0]


def states_of_a_desk(page: Page, folder: Path) -> Iterator[str]:
    """Show a desk: its list, a conflict, refusals, decisions, and with problems or nothing on it."""
    from claimcheck.review.desk.case import Case
    from tests.browser.barriers import show_all_of_a_desk, unfold
    from tests.browser.desks import served, write_every_state
    from tests.review.harbour import CARGO, QUESTIONS, write_harbour

    write_harbour(folder / "case", QUESTIONS + CARGO)
    with served(Case(folder / "case")) as address:
        page.goto(address.replace("token=key", "token=guess"))
        yield "a desk, without the key"
        page.goto(address)
        page.locator(".desk-bar").wait_for()
        yield "a desk, its list"
        page.get_by_label("Reviewer").fill("Ashe")
        page.locator("h1").click()
        page.keyboard.press("j")
        yield "a desk, a conflict"
        page.locator("article.desk-current").get_by_role("button", name="Decide").click()
        page.locator(".desk-told.bad").wait_for()
        page.keyboard.press("Escape")
        yield "a desk, refused for want of a ruling"
        page.keyboard.press("b")
        page.keyboard.type("the clerk was there")
        page.keyboard.press("Control+Enter")
        page.locator("article.desk-current .desk-told", has_text="Kept").wait_for()
        yield "a desk, decided"
        changed = (QUESTIONS + CARGO).replace("ninety barrels", "ninety full barrels")
        write_harbour(folder / "case", changed.replace("no brig left", "no brig left the quay"))
        page.keyboard.press("Escape")
        page.keyboard.press("o")
        page.keyboard.type("two brigs")
        page.keyboard.press("Control+Enter")
        page.locator("p.status.stale").first.wait_for()
        yield "a desk, refused because the evidence has changed"
        page.goto(address)
        page.locator("p.status.reopened").first.wait_for()
        unfold(page)
        yield "a desk, open again"
    write_every_state(folder / "every")
    with served(Case(folder / "every")) as address:
        page.goto(address)
        show_all_of_a_desk(page)
        yield "a desk, everything at once, and what changed"
    for name, questions in (("empty", ""), ("unreadable", "claimcheck: 1\npart: questions\nquestions: 7\n")):
        write_harbour(folder / name, questions)
        with served(Case(folder / name)) as address:
            page.goto(address)
            unfold(page)
            yield f"a desk, with a dossier that is {name}"


def look(page: Page, shown: Callable[[Page, Path], Iterator[str]]) -> Iterator[str]:
    """Yield every barrier on the pages that are shown, and tell how long each page took."""
    from tests.browser.barriers import SETTINGS, barriers

    with tempfile.TemporaryDirectory() as name:
        for what in shown(page, Path(name)):
            began = time.monotonic()
            found = [each for setting in SETTINGS for each in barriers(page, *setting)]
            sys.stdout.write(f"  {what}: {len(found)} barriers ({time.monotonic() - began:.0f} s)\n")
            sys.stdout.flush()
            yield from (f"{what}: {each}" for each in found)


def main() -> None:
    """Look at all pages; the barriers of all of them are told at the end."""
    if not BROWSER.exists():
        sys.stdout.write("no browser: nothing was looked at (apt-get install chromium)\n")
        return
    import logging

    from playwright.sync_api import sync_playwright

    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        page = browser.new_page(bypass_csp=True)
        page.set_default_timeout(120_000)
        found = [each for shown in (states_of_a_desk, whole_pages) for each in look(page, shown)]
        browser.close()
    if found:
        raise AssertionError("\n".join(found))


if __name__ == "__main__":
    main()
