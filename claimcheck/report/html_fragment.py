"""A small piece of HTML for notebooks: the case in numbers and a list of the conflicts."""

from __future__ import annotations

from html import escape

from claimcheck.model.finding import Conflict
from claimcheck.model.plain import plain
from claimcheck.model.report import Report
from claimcheck.report.conflicts import no_conflict_words, outcome_words
from claimcheck.report.summary import UNCHECKED_WORDS, number_rows, title_words
from claimcheck.report.view import View


def report_html(report: Report) -> str:
    """Return a report as a fragment of HTML, every string in it escaped. It needs no style and no script."""
    view = View(report)
    rows = "".join(
        f"<tr><th>{_safe(name)}</th><td>{_safe(text)}</td></tr>" for name, text in number_rows(view)
    )
    unchecked = "" if view.has_documents else f"<p>{_safe(UNCHECKED_WORDS)}</p>"
    return (
        f'<div class="claimcheck-report"><h3>{_safe(title_words(view))}</h3>'
        f"<table>{rows}</table>{unchecked}{_conflicts(view)}</div>"
    )


def _conflicts(view: View) -> str:
    if not view.report.conflicts:
        return f"<p>{_safe(f'Conflicts: {no_conflict_words(view)}')}</p>"
    return f"<ol>{''.join(_conflict(view, each) for each in view.report.conflicts)}</ol>"


def _conflict(view: View, conflict: Conflict) -> str:
    asked, outcome = view.title(conflict), outcome_words(view, conflict)
    return (
        f"<li><strong>{_safe(asked)}</strong> {_safe(outcome)}"
        f"<br>{_safe(conflict.explanation)} <code>{_safe(conflict.id)}</code></li>"
    )


def _safe(text: str) -> str:
    return escape(plain(text), quote=True)
