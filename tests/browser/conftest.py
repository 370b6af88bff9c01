"""A browser for the pages, where there is one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import pytest

from claimcheck.model.report import Report
from claimcheck.report.html.page import render_html

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

BROWSER = Path(os.environ.get("CLAIMCHECK_BROWSER", "/usr/bin/chromium"))


@pytest.fixture(scope="session")
def browser(leave_out: Callable[[str], None]) -> Iterator[Browser]:
    """One browser for all tests of a process: Debian's Chromium, or what CLAIMCHECK_BROWSER names."""
    if not BROWSER.exists():
        leave_out("a browser for its pages (apt-get install chromium, or name one in CLAIMCHECK_BROWSER)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture(scope="session")
def worked_page(worked_report: Report, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the page of the worked dossier."""
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(render_html(worked_report), encoding="utf-8")
    return path.as_uri()


def refuse_dialogs(page: Page, told: list[str]) -> None:
    """Note every dialog that a page opens, and close it."""

    def refuse(dialog: Dialog) -> None:
        told.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", refuse)


def wait_until(page: Page, condition: str, most_s: float = 20.0) -> None:
    """
    Wait until an expression holds on the page; TimeoutError when it never does.

    The browser's own waiting compiles the expression in the page, which the policy of our pages forbids.
    """
    end = monotonic() + most_s
    while not page.evaluate(condition):
        if monotonic() > end:
            raise TimeoutError(f"never came to hold: {condition}")
        page.wait_for_timeout(20)


@contextmanager
def watched(browser: Browser, *, but: str | None = None) -> Iterator[Page]:
    """
    A page on which any error, of the script or of the policy, fails at its end.

    Messages that begin with the words of `but` are expected.
    """
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    found = context.new_page()
    told: list[str] = []
    found.on("pageerror", lambda error: told.append(str(error)))
    found.on("console", lambda message: told.append(message.text) if message.type == "error" else None)
    refuse_dialogs(found, told)
    yield found
    context.close()

    assert [each for each in told if but is None or not each.startswith(but)] == []


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on which any error fails the test at its end."""
    with watched(browser) as found:
        yield found
