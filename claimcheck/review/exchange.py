"""Decisions as one JSON document, to be sent to somebody, and back again."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from claimcheck.model.decision import Event
from claimcheck.model.problem import Location, Problem
from claimcheck.review.events import Events, event_fields, merged, read_event

SCHEMA = "claimcheck-decisions-1"

LARGEST_FILE = 512 * 2**20
"""Bytes: whatever a ledger holds can be sent, and its lines are longer here."""

_MOST_PROBLEMS = 20


def export_text(events: Iterable[Event]) -> str:
    """Return events as a JSON document, in the order of their moments."""
    document = {"schema": SCHEMA, "events": [event_fields(each) for each in merged(events)]}
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1) + "\n"
    # Half a character may stand in words of the dossier; JSON has a way to write it, and UTF-8 has none.
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def read_export(path: Path) -> Events:
    """Return the events of a file that holds such a document; what is wrong with it is told."""
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        return Events(problems=(_problem(path.name, f"cannot be read: {error.strerror or error}"),))
    if len(data) > LARGEST_FILE:
        return Events(problems=(_problem(path.name, f"is larger than {LARGEST_FILE // 2**20} MiB"),))
    return parse_export(data.decode("utf-8", "replace"), path.name)


def parse_export(text: str, name: str) -> Events:
    """Return the events of a JSON document; what is wrong with one of them leaves the others."""
    try:
        document: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        return Events(problems=(_problem(name, f"not JSON: {error}"),))
    if not isinstance(document, dict) or document.get("schema") != SCHEMA:
        return Events(problems=(_problem(name, f"no export of decisions: 'schema' must be {SCHEMA!r}"),))
    entries = document.get("events")
    if not isinstance(entries, list):
        return Events(problems=(_problem(name, "'events' must be a list"),))
    found, problems = [], []
    for number, entry in enumerate(entries, start=1):
        try:
            found.append(read_event(entry))
        except ValueError as error:
            problems.append(_problem(name, f"event {number:,} is left out: {error}"))
    return Events(events=merged(found), problems=tuple(problems[:_MOST_PROBLEMS]))


def _problem(name: str, message: str) -> Problem:
    return Problem(
        code="decisions-not-exported",
        message=message,
        where=Location(file=name),
        hint="`claimcheck review --export FILE`, or the page of a report, writes such a file",
    )
