"""What a dossier declares of the descent of the sources behind an answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from attrs import frozen

from claimcheck.model.report import Report
from claimcheck.model.source import Derivation, Hand, Independence


@frozen(kw_only=True)
class Descent:
    """The declarations that bear on some sources: derivations upwards, shared hands, judgements."""

    derivations: tuple[Derivation, ...]
    hands: tuple[Hand, ...]
    independences: tuple[Independence, ...]


class Descents:
    """The descent of whichever sources of one report."""

    def __init__(self, report: Report) -> None:
        self._dossier = report.dossier
        self._above: defaultdict[str, list[Derivation]] = defaultdict(list)
        for derivation in report.dossier.derivations:
            self._above[derivation.child].append(derivation)
        self._asked = {
            said.id: question.id for question in report.dossier.questions for said in question.attestations
        }

    def of(self, question: str, sources: Iterable[str]) -> Descent:
        """
        Return what is declared of these sources and of all above them, where it holds for this question.

        A shared hand or a judgement counts where two of them are in it: of one source alone it says nothing.
        """
        seen = dict.fromkeys(sources)
        waiting = list(seen)
        derivations = []
        for child in waiting:  # grows while it is read
            for derivation in self._above[child]:
                if self._bears_on(derivation, question):
                    derivations.append(derivation)
                    if derivation.parent not in seen:
                        seen[derivation.parent] = None
                        waiting.append(derivation.parent)
        hands = (each for each in self._dossier.hands if not each.questions or question in each.questions)
        return Descent(
            derivations=tuple(derivations),
            hands=tuple(each for each in hands if len(seen.keys() & set(each.sources)) > 1),
            independences=tuple(
                each for each in self._dossier.independences if len(seen.keys() & each.sources) > 1
            ),
        )

    def _bears_on(self, derivation: Derivation, question: str) -> bool:
        if derivation.attestations:
            return any(self._asked.get(name) == question for name in derivation.attestations)
        return not derivation.questions or question in derivation.questions
