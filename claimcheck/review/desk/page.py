"""The report as the desk shows it, with the forms in which decisions are made."""

from __future__ import annotations

from attrs import evolve

from claimcheck.report.html.page import Desk, render_html
from claimcheck.review.desk.case import Case
from claimcheck.review.desk.state import state_json


def page(case: Case, nonce: str) -> str:
    """Return the page as things are now; its script and style bear the nonce."""
    examined = case.examined()
    told = state_json(case, examined)
    items = told.pop("items")
    report = evolve(examined.report, decisions=tuple(case.states(examined).values()))
    return render_html(report, Desk(told={"mode": "server", **told}, items=items, nonce=nonce))
