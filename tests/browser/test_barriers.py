"""axe-core finds no barrier on one of each kind of block of a report, and in no state of a desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimcheck.model.report import Report
from claimcheck.report.html.page import render_html, render_pages
from claimcheck.review.desk.case import Case
from claimcheck.review.offer import file_desk
from tests.browser.barriers import SETTINGS, barriers, offer_decisions, show_all_of_a_desk, thin, unfold
from tests.browser.desks import served, write_every_state
from tests.report.conftest import report  # noqa: F401 - a fixture
from tests.review.harbour import write_harbour

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# Each page in both widths and both schemes; `make soak` tries all four pairs, on whole pages.
NARROW_AND_DARK, WIDE_AND_LIGHT = SETTINGS[1], SETTINGS[2]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One page for all of them."""
    context = browser.new_context(bypass_csp=True)
    yield context.new_page()
    context.close()


def found(page: Page) -> list[str]:
    """Return what axe finds in two settings that differ in everything."""
    return [*barriers(page, *NARROW_AND_DARK), *barriers(page, *WIDE_AND_LIGHT)]


def test_the_worked_page(page: Page, worked_report: Report, tmp_path: Path) -> None:
    """One of each kind of block: conflicts and their pictures, the matrix, findings, problems, sources."""
    path = tmp_path / "report.html"
    path.write_text(render_html(worked_report, file_desk(worked_report)), encoding="utf-8")
    page.goto(path.as_uri())
    offer_decisions(page)
    thin(page)
    unfold(page)

    assert page.locator("article.conflict").count() > 3
    assert page.locator("svg[role=img]").count() > 3
    assert found(page) == []


def test_a_split_report(page: Page, report: Report, tmp_path: Path) -> None:  # noqa: F811
    """An index, and a part of what stands beside it; with words around quotations, and every finding."""
    for each in render_pages(report, "case.html", most=2):
        path = tmp_path / each.name
        path.write_text(each.text, encoding="utf-8")
        page.goto(path.as_uri())
        thin(page)
        unfold(page)

        assert found(page) == []


def test_a_desk_in_every_state(page: Page, tmp_path: Path) -> None:
    """Open, decided, undecided, disagreed, open again, gone; with problems, a refusal, and what changed."""
    write_every_state(tmp_path / "case")
    with served(Case(tmp_path / "case")) as address:
        page.goto(address)
        show_all_of_a_desk(page)

        assert page.locator("p.status.disagreed, p.status.reopened, p.status.decided").count() == 3
        thin(page)
        assert found(page) == []


@pytest.mark.parametrize("questions", ["", "claimcheck: 1\npart: questions\nquestions: 7\n"])
def test_a_desk_with_nothing_on_it(page: Page, tmp_path: Path, questions: str) -> None:
    """A dossier without conflicts, and one of which nothing can be read."""
    write_harbour(tmp_path / "case", questions)
    with served(Case(tmp_path / "case")) as address:
        page.goto(address)
        unfold(page)

        assert found(page) == []


def test_a_page_that_refuses(page: Page, tmp_path: Path) -> None:
    """Whoever comes without the key is told so on a page."""
    write_harbour(tmp_path / "case")
    with served(Case(tmp_path / "case")) as address:
        page.goto(address.replace("token=key", "token=guess"))

        assert "This is not the address that was printed." in page.locator("main").inner_text()
        assert found(page) == []
