"""Diagnoses: possible causes of a conflict, and what would confirm each. They explain and never remove."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claimcheck.compare.diagnoses import days, figures, names, words
from claimcheck.compare.groups import Group
from claimcheck.model.dossier import Dossier
from claimcheck.model.finding import Diagnosis
from claimcheck.model.question import Question
from claimcheck.values.relation import Comparison
from claimcheck.values.value import Value

# Which causes are looked for in which kind: by the values alone.
_BY_KIND: dict[str, Callable[[Value, Value], Iterator[Diagnosis]]] = {
    "date": days.causes,
    "quantity": figures.causes,
    "person": names.causes,
    "place": names.causes,
}


def diagnose(
    dossier: Dossier, question: Question, a: Group, b: Group, comparison: Comparison
) -> tuple[Diagnosis, ...]:
    """Return every cause that would explain the clash of two groups, the particular ones first."""
    return (
        *diagnose_values(question.kind, a.value, b.value),
        *words.causes(dossier, a, b, comparison),
    )


def diagnose_values(kind: str, a: Value, b: Value) -> tuple[Diagnosis, ...]:
    """Return the causes that two values of one kind suggest by themselves."""
    look = _BY_KIND.get(kind)
    return tuple(look(a, b)) if look else ()
