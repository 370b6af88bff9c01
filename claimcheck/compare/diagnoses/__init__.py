"""
Diagnoses: possible causes of a conflict, what would confirm each, and how often chance alone shows it.

They explain and never remove.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction

from claimcheck.compare.diagnoses import answers, days, figures, holders, names, scopes, words
from claimcheck.compare.groups import Group
from claimcheck.model.dossier import Dossier
from claimcheck.model.finding import Diagnosis
from claimcheck.model.question import Question
from claimcheck.values.context import Context
from claimcheck.values.relation import Comparison
from claimcheck.values.value import Value

_Look = Callable[[Value, Value, Context], Iterator[Diagnosis]]

# Which causes are looked for in which kind: by the values alone, with the places and options they were
# read against.
_BY_KIND: dict[str, _Look] = {
    "date": lambda a, b, _context: days.causes(a, b),
    "quantity": lambda a, b, _context: figures.causes(a, b),
    "person": lambda a, b, _context: names.causes(a, b),
    "place": lambda a, b, context: names.causes(a, b, context.places),
    "holder": lambda a, b, _context: holders.causes(a, b),
    "occurrence": lambda a, b, _context: answers.occurrence_causes(a, b),
    "choice": lambda a, b, context: answers.choice_causes(a, b, context.options),
    "set": lambda a, b, _context: answers.set_causes(a, b),
    "order": lambda a, b, _context: answers.order_causes(a, b),
}

_STRONGER = {
    "julian-calendar": ("unstated-calendar",),
    "month-slip": ("month-names-alike",),
    "year-slip": ("year-digits-swapped", "year-misread"),
    "neighbouring-day": ("day-from-sunset",),
    "weekday-mismatch": ("weekday-of-other-date",),
    "unregistered-name": ("letters-swapped", "misread-letter", "one-letter", "look-alike-names"),
    "tolerances-meet": ("rounded",),
    "part-of-place": ("succession",),
}
"""Causes that are left out beside a stronger one, which says the same and more."""

_GENERIC = ("another-event",)
"""Causes that name nothing of the case in hand: told only where there is no other."""

_LAST = ("known-at-second-hand", "implied", *_GENERIC)
"""Causes that fit many conflicts, told after those that fit this one, in this order."""


def diagnose(
    dossier: Dossier, question: Question, a: Group, b: Group, comparison: Comparison
) -> tuple[Diagnosis, ...]:
    """Return every cause that would explain the clash of two groups, the most telling first."""
    context = Context(places=dossier.place_register, options=question.options)
    by_values = tuple(_by_values(question.kind, a.value, b.value, context))
    is_told = any(each.code == "unstated-calendar" for each in by_values)
    found = _telling((*by_values, *words.causes(dossier, a, b, comparison, calendar_is_told=is_told)))
    return tuple(each for each in found if each.code not in _GENERIC) or found


def diagnose_values(
    kind: str, a: Value, b: Value, comparison: Comparison, context: Context | None = None
) -> tuple[Diagnosis, ...]:
    """
    Return the causes that two values of one kind suggest by themselves, the most telling first.

    Causes are for clashes: of two values that speak of different things, what they speak of is the only
    one, and values that go together have none.
    """
    if comparison.relation.is_conflict:
        return _telling(_by_values(kind, a, b, context or Context()))
    if comparison.would_be is not None and comparison.would_be.is_conflict:
        return _telling(scopes.causes(a, b))
    return ()


def _by_values(kind: str, a: Value, b: Value, context: Context) -> Iterator[Diagnosis]:
    look = _BY_KIND.get(kind)
    if look is not None:
        yield from look(a, b, context)
    yield from scopes.causes(a, b)


def _telling(found: Iterable[Diagnosis]) -> tuple[Diagnosis, ...]:
    """
    Return causes without those that a stronger one implies.

    Those that are rarest by chance come first, then the uncounted, last those that fit many conflicts.
    """
    told = tuple(dict.fromkeys(found))
    codes = {each.code for each in told}
    kept = [each for each in told if not codes.intersection(_STRONGER.get(each.code, ()))]

    def rank(cause: Diagnosis) -> tuple[int, bool, Fraction]:
        share = cause.by_chance.share if cause.by_chance else Fraction(0)
        return _LAST.index(cause.code) + 1 if cause.code in _LAST else 0, cause.by_chance is None, share

    return tuple(sorted(kept, key=rank))
