"""One record in full."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from attrs import evolve

from claimcheck.model.report import Report
from claimcheck.model.source import Source
from claimcheck.report.show import known_ids, show


@pytest.mark.parametrize(
    "some_id",
    [
        "bridge",
        "conflict-order",
        "damage-1",
        "claim-townsmen",
        "killed.colonel",
        "breach",
        "meeting.officers",
        "halloran-1755",
    ],
)
def test_each_sort_of_record_reads_well(
    some_id: str, report: Report, gold: Callable[[str, str], None]
) -> None:
    """A question, conflict, finding, claim, attestation or source is shown as its gold file has it."""
    text = show(report, some_id)

    assert text is not None
    gold(f"show-{some_id}.txt", text)


def test_everything_known_can_be_shown(report: Report) -> None:
    """Every id that is offered has something to show, and each is offered once."""
    ids = known_ids(report)

    assert list(ids) == sorted(set(ids))
    assert [each for each in ids if not show(report, each)] == []
    assert {
        "bridge",
        "conflict-bridge",
        "echo-1",
        "claim-met",
        "killed.colonel",
        "breach",
        "camp-talk",
    } <= set(ids)


@pytest.mark.parametrize("some_id", ["", "bridg", "BRIDGE", "no such"])
def test_an_unknown_id_has_nothing(some_id: str, report: Report) -> None:
    """An id that the report does not know gives None, for the caller to suggest others."""
    assert show(report, some_id) is None


def test_one_id_may_name_two_things(report: Report) -> None:
    """A question and a source of the same id are both shown."""
    twin = Source(id="bridge", title="Ballads of the Bridge")
    dossier = evolve(report.dossier, sources=(*report.dossier.sources, twin))
    text = show(evolve(report, dossier=dossier), "bridge") or ""

    assert "Who held Saltmarsh Bridge" in text
    assert "Ballads of the Bridge" in text
