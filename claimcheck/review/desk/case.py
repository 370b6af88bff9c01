"""The dossier on the desk: examined anew whenever one of its files changes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Lock

from attrs import define, field, frozen

from claimcheck.model.decision import DecisionState, Evidence
from claimcheck.model.report import Report
from claimcheck.review.evidence import evidence_of_all
from claimcheck.review.ledger import FILE_NAME, Ledger
from claimcheck.review.standing import states

_MOST_FILES = 20_000
"""Files that are looked at for a change; a folder with more is no dossier."""

_Signature = tuple[tuple[str, int, int], ...]


@frozen(kw_only=True)
class Examined:
    """A report without decisions, and the evidence of everything in it that can be decided."""

    report: Report
    evidence: dict[str, Evidence]
    n_sides: dict[str, int]


@define(eq=False)
class Case:
    """A dossier's folder, its documents and its ledger, for as long as the page is open."""

    folder: Path
    documents: Path | None = None
    profile: str | None = None
    ledger: Ledger = field(init=False)
    _examined: Examined | None = field(init=False, default=None)
    _signature: _Signature = field(init=False, default=())
    _lock: Lock = field(init=False, factory=Lock)

    @ledger.default
    def _of_the_folder(self) -> Ledger:
        return Ledger(self.folder)

    def examined(self) -> Examined:
        """Return the report as the files are now. One examination at a time: the others wait for it."""
        with self._lock:
            signature = tuple(sorted(self._files()))
            if self._examined is None or signature != self._signature:
                self._examined = self._examine()
                self._signature = signature
            return self._examined

    def states(self, examined: Examined) -> dict[str, DecisionState]:
        """Return how everything stands that anybody did something about."""
        return {each.about: each for each in states(self.ledger.read().events, examined.evidence)}

    def _examine(self) -> Examined:
        from claimcheck.documents.receipts.store import FILE_NAME as RECEIPTS
        from claimcheck.dossier.load import load
        from claimcheck.examine import examine

        dossier = load(self.folder, profile=self.profile)
        report = examine(
            dossier, documents=self.documents, receipts=self.folder / RECEIPTS, with_context=True
        )
        return Examined(
            report=report,
            evidence=evidence_of_all(report),
            n_sides={each.id: len(each.sides) for each in report.conflicts},
        )

    def _files(self) -> Iterator[tuple[str, int, int]]:
        """Yield the name, time and size of every file that the report depends on, the ledger left out."""
        seen = 0
        for root in filter(None, (self.folder, self.documents)):
            for here, folders, names in os.walk(root):
                folders[:] = [each for each in folders if not each.startswith(".")]
                for name in names:
                    path = os.path.join(here, name)  # noqa: PTH118 - thousands of them at every request
                    seen += 1
                    if name.startswith((FILE_NAME, ".")) or seen > _MOST_FILES:
                        continue
                    try:
                        about = os.stat(path)  # noqa: PTH116
                    except OSError:
                        continue
                    yield path, about.st_mtime_ns, about.st_size
