"""A format by its name."""

from __future__ import annotations

import subprocess
import sys

import pytest

from claimcheck.model.report import Report
from claimcheck.report.render import FORMATS, render


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_renders_every_report(
    name: str, report: Report, blind_report: Report, empty_report: Report
) -> None:
    """Each format gives text that ends with a line break and is the same the second time."""
    for each in (report, blind_report, empty_report):
        text = render(each, name)

        assert text.endswith("\n")
        assert text == render(each, name)
        assert text.encode("utf-8")


def test_the_default_is_the_table(report: Report) -> None:
    """Without a format the terminal's is meant."""
    assert render(report) == render(report, "table")
    assert FORMATS[0] == "table"


@pytest.mark.parametrize("name", ["", "pdf", "Table", "claimcheck.report.table"])
def test_an_unknown_format_names_the_known(name: str, report: Report) -> None:
    """A wrong name raises, and the message lists the formats."""
    with pytest.raises(ValueError, match="there are table, markdown, json, csv, html"):
        render(report, name)


def test_formats_are_imported_late() -> None:
    """Asking for `render` imports neither a format nor tabulate."""
    code = (
        "import sys, claimcheck.report.render; "
        "print([m for m in sys.modules if m in ('tabulate', 'csv', 'claimcheck.report.table')])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert found.stdout == "[]\n"
