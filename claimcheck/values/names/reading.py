"""Names read as values: one reading for each whom a name may mean, and one for somebody else."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import product
from math import prod

from attrs import frozen

from claimcheck.values.folding import fold
from claimcheck.values.kind import JSON
from claimcheck.values.names.match import LONGEST, Candidate, match_name
from claimcheck.values.names.suggest import similar_names
from claimcheck.values.points import ANYTHING, Points
from claimcheck.values.register import Register
from claimcheck.values.span import ALWAYS, Span
from claimcheck.values.value import Reading, UnreadableError, Value

_OR = re.compile(r"\s+(?:or|ou|oder|veya|ya da|yahut|или|либо)\s+|\s*;\s*", re.IGNORECASE)
_NOT = re.compile(r"\s*(?:not|pas|nicht|не)\s", re.IGNORECASE)
_MOST_READINGS = 64
_HINT = "write a name, or several joined by 'or'"

AtomsOf = Callable[[str], frozenset[str]]
"""The points that stand for an entry: a person's own id, a place with all its parts."""


@frozen(kw_only=True)
class _Choice:
    """One way to understand one name: its points, and what must be assumed for it."""

    points: frozenset[str]
    words: str
    under: frozenset[tuple[str, str]] = frozenset()
    is_other: bool = False


def read_name(kind: str, text: str, register: Register, when: Span | None, atoms_of: AtomsOf) -> Value:
    """
    Return whom or what a name, or several joined by "or", leaves possible.

    Without a register a name stands for itself: it agrees with the same name and never conflicts
    necessarily with another. With one, a name that nobody bears is refused, with the likest names.
    """
    names = alternatives(text, register, when)
    if not names:
        raise UnreadableError(f"{text[:80]!r} is no name", hint=_HINT)
    if not register:
        return _unregistered(kind, text, names)
    choices = [_choices(name, register, when, atoms_of) for name in names]
    if prod(len(row) for row in choices) > _MOST_READINGS:
        raise UnreadableError(
            f"{text!r} may mean too many different things", hint="write one name a value, or a fuller name"
        )
    # What nobody in the register is cannot be told apart from one name to the next.
    others = Points(register.ids, but=True, words="somebody else")
    readings = tuple(_reading(combined, others) for combined in product(*choices))
    return Value(kind=kind, text=text, readings=readings, open=tuple(_open(names, choices)))


def name_json(text: str, register: Register, when: Span | None, still_open: tuple[str, ...]) -> JSON:
    """Return the candidates of every name in the text, and what is open, as JSON."""
    found: dict[str, Candidate] = {}
    for name in alternatives(text, register, when):
        for candidate in match_name(name, register, when or ALWAYS):
            found.setdefault(candidate.id, candidate)
    return {
        "candidates": [
            {"id": each.id, "label": each.label, "certainty": each.certainty, "why": each.why}
            for each in found.values()
        ],
        "open": list(still_open),
    }


def name_point(name: str) -> str:
    """Return the point that stands for a name without a register: the folded words themselves."""
    return f"name:{fold(name)}"


def alternatives(text: str, register: Register, when: Span | None) -> tuple[str, ...]:
    """Return the names that "or" joins; a name that has the word in it stays whole."""
    whole = match_name(text, register, when or ALWAYS)
    if whole and whole[0].certainty == "same":
        return (text.strip(),)
    return tuple(name for name in (part.strip() for part in _OR.split(text[: LONGEST * 4])) if name)


def _unregistered(kind: str, text: str, names: tuple[str, ...]) -> Value:
    keys = {fold(name) for name in names}
    if "" in keys or len(text) > LONGEST:
        raise UnreadableError(f"{text[:80]!r} is no name", hint=_HINT)
    core = Points.of(map(name_point, names), words=" or ".join(names))
    reading = Reading(core=core, envelope=ANYTHING)
    return Value(
        kind=kind, text=text, readings=(reading,), open=(f"no register says which {kind} this name means",)
    )


def _choices(name: str, register: Register, when: Span | None, atoms_of: AtomsOf) -> list[_Choice]:
    found = match_name(name, register, when or ALWAYS)
    if not found or (_NOT.match(name) and found[0].certainty != "same"):
        raise _unknown(name, register)
    if found[0].certainty == "same":
        return [_Choice(points=atoms_of(found[0].id), words=found[0].label)]
    cause = f"name:{fold(name)}"
    choices = [
        _Choice(points=atoms_of(each.id), words=each.label, under=frozenset({(cause, each.id)}))
        for each in found
    ]
    other = _Choice(
        points=frozenset({f"another {fold(name)}"}),
        words=f"another {name}",
        under=frozenset({(cause, "another")}),
        is_other=True,
    )
    return [*choices, other]


def _unknown(name: str, register: Register) -> UnreadableError:
    if _NOT.match(name):
        return UnreadableError(
            f"{name[:80]!r} is a denial, not a name", hint="give the name alone, with `stance: denies`"
        )
    similar = similar_names(name[:LONGEST], register) if fold(name) else ()
    hint = f"did you mean {' or '.join(similar)}?" if similar else "add it to the names of the dossier"
    return UnreadableError(f"no registered name fits {name[:80]!r}", hint=hint, code="name-unknown")


def _reading(choices: tuple[_Choice, ...], others: Points) -> Reading:
    core = Points.of(
        (point for choice in choices for point in choice.points),
        words=" or ".join(dict.fromkeys(choice.words for choice in choices)),
    )
    under = frozenset(pair for choice in choices for pair in choice.under)
    if not any(choice.is_other for choice in choices):
        return Reading(core=core, envelope=core, under=under)
    named = frozenset(point for choice in choices if not choice.is_other for point in choice.points)
    envelope = Points(others.points - named, but=True, words=core.words)
    return Reading(core=core, envelope=envelope, under=under)


def _open(names: tuple[str, ...], choices: list[list[_Choice]]) -> list[str]:
    return [
        f"{name!r} may mean {', '.join(choice.words for choice in row[:-1])}, or another"
        for name, row in zip(names, choices, strict=True)
        if len(row) > 1
    ]
