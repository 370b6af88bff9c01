"""Reading long ledgers of decisions, and how everything in them stands."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from attrs import evolve

from benchmarks.rows import Row, compare
from claimcheck.model.decision import Decision, Evidence, Ruling
from claimcheck.review.events import event_line
from claimcheck.review.ledger import FILE_NAME, Ledger
from claimcheck.review.standing import states

_PARTS = 16
"""Parts of the evidence of one decision: two attestations on either side, with all that belongs to them."""


def decisions() -> Iterator[Row]:
    """10,000 decisions on one conflict, 100,000 on a thousand, and a ring: each supersedes the next."""
    with tempfile.TemporaryDirectory() as name:
        few, many = (_written(Path(name), *size) for size in ((10_000, 1), (100_000, 1_000)))
        lines = (few / FILE_NAME).read_text(encoding="utf-8").splitlines()
        yield compare(
            "read 10,000 decisions on one conflict",
            lambda: _standing(few),
            "json.loads of each line",
            lambda: [json.loads(line) for line in lines],
        )
        # In proportion this is 10; what grows faster with the decisions shows here.
        yield compare(
            "read 100,000 decisions on 1,000 conflicts",
            lambda: _standing(many),
            "10,000 on one conflict",
            lambda: _standing(few),
        )
    ring, short_ring = _ring(10_000), _ring(1_000)
    yield compare(
        "how a ring of 10,000 decisions stands",
        lambda: states(ring, {}),
        "a ring of 1,000",
        lambda: states(short_ring, {}),
    )


def _standing(folder: Path) -> object:
    found = Ledger(folder).read()
    if found.problems:
        raise AssertionError(str(found.problems[0]))
    return states(found.events, {})


def _written(folder: Path, n_decisions: int, n_conflicts: int) -> Path:
    """Write a ledger in which each decision supersedes the one before on its conflict."""
    found = folder / f"{n_decisions}"
    found.mkdir()
    with (found / FILE_NAME).open("w", encoding="utf-8") as stream:
        for number in range(n_decisions):
            before = number - n_conflicts
            decision = _decision(number, number % n_conflicts)
            stream.write(event_line(evolve(decision, supersedes=(_id(before),) if before >= 0 else ())))
    return found


def _ring(n_decisions: int) -> list[Decision]:
    return [
        evolve(_decision(number, 0), supersedes=(_id((number + 1) % n_decisions),))
        for number in range(n_decisions)
    ]


def _decision(number: int, conflict: int) -> Decision:
    days, second = divmod(number, 86_400)
    clock = f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"
    return Decision(
        id=_id(number),
        about=f"conflict-{conflict:010x}",
        reviewer="A. Reader",
        at=f"{2000 + days}-03-17T{clock}.000000Z",
        ruling=Ruling.BOTH,
        reason="they speak of two bridges",
        evidence=Evidence(
            parts={
                f"passage document-{part}, p. {conflict} «some words of a passage»": f"{part:016x}"
                for part in range(_PARTS)
            }
        ),
    )


def _id(number: int) -> str:
    return f"{number:032x}"
