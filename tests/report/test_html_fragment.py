"""The fragment for notebooks."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser

from attrs import evolve

from claimcheck.model.report import Report
from claimcheck.report.html_fragment import report_html


class Reader(HTMLParser):
    """Collects tags and text, and fails where tags do not close in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def _read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()

    assert reader.open == []
    return reader


def test_the_fragment_shows_numbers_and_conflicts(report: Report) -> None:
    """The fragment holds the case in numbers, and each conflict with its question and explanation."""
    text = _read(report_html(report)).text

    assert "The night at Saltmarsh Bridge" in text
    assert "2 cannot all be right" in text
    for conflict in report.conflicts:
        assert conflict.explanation in text


def test_hostile_words_make_no_tags(report: Report, poisoned: Callable[[Report, str], Report]) -> None:
    """Tags and quotation marks in a dossier are shown as words."""
    plain_tags = _read(report_html(report))
    reader = _read(report_html(poisoned(report, "</div><script>alert('1')</script><img onerror=\"x\">")))

    assert reader.tags == plain_tags.tags
    assert reader.attributes == {"class"}
    assert "<script>alert('1')</script>" in reader.text


def test_without_conflicts_it_says_what_that_means(report: Report, empty_report: Report) -> None:
    """No conflict is told with how much was compared; nothing compared tells nothing."""
    assert "None was found in the 11 pairs" in _read(report_html(evolve(report, conflicts=()))).text
    assert "nothing can be said about conflicts" in _read(report_html(empty_report)).text


def test_it_says_when_quotations_were_not_checked(report: Report, blind_report: Report) -> None:
    """Without documents the fragment says that no quotation was checked."""
    assert "Quotations were not checked" in report_html(blind_report)
    assert "Quotations were not checked" not in report_html(report)
