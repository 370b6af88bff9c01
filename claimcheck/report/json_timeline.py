"""The events of a report as JSON: what each source implies for the date of each, and the links of chains."""

from __future__ import annotations

from typing import Any

from claimcheck.model.bounds import Bound, EventBounds
from claimcheck.model.finding import LoopLink
from claimcheck.model.loops import CALENDAR
from claimcheck.report.view import View
from claimcheck.values.span import iso_day

JSON = dict[str, Any]


def events_json(view: View) -> list[JSON]:
    """Return the events of the register, each with its bounds by source, by document and by all."""
    return [
        {
            "id": each.id,
            "label": each.label,
            "bounds": [_bounds(bounds) for bounds in view.bounds_of(each.id)],
        }
        for each in view.report.dossier.events
    ]


def _bounds(bounds: EventBounds) -> JSON:
    return {
        "source": bounds.source or None,
        "document": bounds.document or None,
        "begin": {"earliest": _bound(bounds.begin_earliest), "latest": _bound(bounds.begin_latest)},
        "end": {"earliest": _bound(bounds.end_earliest), "latest": _bound(bounds.end_latest)},
        "impossible": list(bounds.impossible),
    }


def _bound(bound: Bound) -> JSON | None:
    if bound.asserted is None:
        return None
    return {
        "asserted": iso_day(bound.asserted),
        "tolerated": None if bound.tolerated is None else iso_day(bound.tolerated),
        "is_derived": bound.is_derived,
        "links": [link_json(link) for link in bound.links],
    }


def link_json(link: LoopLink) -> JSON:
    """A link from the calendar is bounded by dates, any other by days after `from`."""
    bounds: list[int | str | None] = [link.at_least, link.at_most]
    if link.from_ == CALENDAR:
        bounds = [None if day is None else iso_day(day) for day in (link.at_least, link.at_most)]
    return {
        "from": link.from_,
        "to": link.to,
        "at_least": bounds[0],
        "at_most": bounds[1],
        "attestation": None if link.is_rule else link.ground,
        "rule": link.ground if link.is_rule else None,
    }
