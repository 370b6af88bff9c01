"""A report in a format, by the format's name."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from types import MappingProxyType
from typing import cast

from claimcheck.model.report import Report

_RENDERERS = MappingProxyType(
    {
        "table": ("table", "render_table"),
        "markdown": ("markdown", "render_markdown"),
        "json": ("json_report", "render_json"),
        "csv": ("csv_report", "render_csv"),
        "html": ("html.page", "render_html"),
    }
)

FORMATS = tuple(_RENDERERS)
"""The names of all formats, the default first."""


def render(report: Report, format: str = "table") -> str:  # noqa: A002 - the word that users know
    """
    Return a report as text in one of `FORMATS`; ValueError for any other name.

    The module of a format is imported when it is first asked for.
    """
    if format not in _RENDERERS:
        raise ValueError(f"no format {format!r}; there are {', '.join(FORMATS)}")
    module, name = _RENDERERS[format]
    renderer = getattr(import_module(f"claimcheck.report.{module}"), name)
    return cast("Callable[[Report], str]", renderer)(report)
