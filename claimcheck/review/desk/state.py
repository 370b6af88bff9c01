"""All that the page needs to know to offer decisions, as things are now."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from claimcheck.model.decision import Evidence
from claimcheck.review.desk.case import Case, Examined
from claimcheck.review.offer import rulings, state_words

_DIGITS = 32


def evidence_digest(evidence: Evidence) -> str:
    """Return one short digest of all that a decision rests on, for the page to send back."""
    text = "\n".join(f"{name}\t{digest}" for name, digest in sorted(evidence.parts.items()))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def state_json(case: Case, examined: Examined) -> dict[str, Any]:
    """Return what can be ruled, and how everything stands with the digest of its evidence."""
    read = case.ledger.read()
    found = case.states(examined)
    return {
        "rulings": rulings(),
        "items": {
            about: {
                "n_sides": examined.n_sides.get(about, 0),
                "evidence": evidence_digest(evidence),
                "state": state_words(found[about]) if about in found else None,
            }
            for about, evidence in examined.evidence.items()
        },
        "gone": [state_words(each) for about, each in found.items() if about not in examined.evidence],
        "problems": [str(each) for each in read.problems],
    }
