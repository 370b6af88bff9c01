"""What a page shows in several places, made once."""

from __future__ import annotations

from attrs import field, frozen

from claimcheck.model.finding import Claim
from claimcheck.report.html.balance import BalanceShown, show_balance
from claimcheck.report.html.evidence import Voice, voice
from claimcheck.report.html.pictures.picture import Picture
from claimcheck.report.html.pictures.stemma import stemma
from claimcheck.report.view import View
from claimcheck.report.words import lines_reasons

MANY = 100
"""With more conflicts than this, a browser lays out only those near to be seen, and each is told in short."""

_TOLD_WITH_CONFLICTS = 3


@frozen
class Kept:
    """A report with the models that its conflicts and questions share."""

    view: View
    _voices: dict[str, Voice | None] = field(factory=dict, init=False, eq=False, repr=False)
    _stemmata: dict[str, Picture | None] = field(factory=dict, init=False, eq=False, repr=False)
    _reasons: dict[str, tuple[str, ...]] = field(factory=dict, init=False, eq=False, repr=False)
    _balances: dict[str, BalanceShown | None] = field(factory=dict, init=False, eq=False, repr=False)

    def voice(self, attestation_id: str) -> Voice | None:
        """Return an attestation as the page shows it, or None when the report has none of this id."""
        if attestation_id not in self._voices:
            self._voices[attestation_id] = voice(self.view, attestation_id)
        return self._voices[attestation_id]

    def stemma(self, claim: Claim | None) -> Picture | None:
        """Return the stemma of a claim, or None where there is nothing to draw."""
        if claim is None:
            return None
        if claim.id not in self._stemmata:
            self._stemmata[claim.id] = stemma(self.view, claim)
        return self._stemmata[claim.id]

    def reasons(self, claim: Claim) -> tuple[str, ...]:
        """Return why the lines of a claim are no more and no fewer."""
        if claim.id not in self._reasons:
            self._reasons[claim.id] = tuple(lines_reasons(self.view, claim))
        return self._reasons[claim.id]

    def balance(self, question_id: str) -> BalanceShown | None:
        """Return the balance of a question, or None where nothing was weighed."""
        if question_id not in self._balances:
            self._balances[question_id] = show_balance(self.view, question_id)
        return self._balances[question_id]

    def tells_with_question(self, question_id: str) -> bool:
        """
        Tell whether what its conflicts share stands once with the question, so many being about it.

        That is the picture of all answers, and what must fall.
        """
        return len(self.view.conflicts_of(question_id)) > _TOLD_WITH_CONFLICTS

    def tells_rules_with_question(self, question_id: str) -> bool:
        """Tell whether the sides are set beside one another with the question, and not with its conflicts."""
        conflicts = self.view.conflicts_of(question_id)
        is_told = any(len(each.questions) == 1 for each in conflicts)
        return not is_told or len(conflicts) > _TOLD_WITH_CONFLICTS or self.is_large

    @property
    def is_large(self) -> bool:
        """Whether there are so many conflicts that none may take more room than it must."""
        return len(self.view.report.conflicts) > MANY
