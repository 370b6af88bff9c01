"""A row of the comparison in words: each side in turn, and how they stand, with nothing on who is right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from claimcheck.model.criticism import RULE, Outcome, RuleRow, SideGrades
from claimcheck.model.dossier import Dossier
from claimcheck.model.finding import Claim
from claimcheck.model.plain import listed


def in_words(dossier: Dossier, row: RuleRow, claims: Sequence[Claim], speakers: Mapping[str, str]) -> RuleRow:
    """
    Return a row with its words: one clause after another, without the name of the rule.

    `claims` are those of the sides, in their order; `speakers` gives the source of each attestation.
    """
    if not any(side.graded for side in row.sides):
        return evolve(row, explanation="not stated for any side")
    names = dict(zip((side.claim for side in row.sides), _side_names(claims), strict=True))
    beside = "".join(_outcome_clause(row, names))
    clauses = (*_side_clauses(dossier, row, names, speakers), beside)
    return evolve(row, beside=beside, explanation="; ".join(filter(None, clauses)))


def _side_names(claims: Sequence[Claim]) -> list[str]:
    if [claim.is_denial for claim in claims] == [False, True]:
        return ["the affirming side", "the denying side"]
    return [f"“{claim.answer}”" for claim in claims]


def _sides(names: Sequence[str]) -> str:
    """Return sides by name; where they go by their answers, as sides of these."""
    if not names[0].startswith("“"):
        return listed([*names])
    return f"the side{'s' if len(names) > 1 else ''} of {listed([*names])}"


def _side_clauses(
    dossier: Dossier, row: RuleRow, names: Mapping[str, str], speakers: Mapping[str, str]
) -> Iterator[str]:
    """Yield what the sides are, those of which the same is said together."""
    said: dict[tuple[str, str], list[str]] = {}
    for side in row.sides:
        missing = _missing_words(dossier, side, speakers)
        said.setdefault((side.words, missing), []).append(names[side.claim])
    for (words, missing), sides in said.items():
        if not words:
            yield f"for {_sides(sides)} it is not stated"
        else:
            yield f"{_sides(sides[:1])} is {words}{missing}"
            if sides[1:]:
                yield f"{_sides(sides[1:])} too"


def _missing_words(dossier: Dossier, side: SideGrades, speakers: Mapping[str, str]) -> str:
    if not side.graded or not side.ungraded:
        return ""
    labels = sorted({dossier.source(speakers[each]).label for each in side.ungraded})
    return f" (not stated for {listed(labels)})"


def _outcome_clause(row: RuleRow, names: Mapping[str, str]) -> Iterator[str]:
    so_far = "" if row.is_complete else ", as far as it is stated"
    both, neither = ("both", "neither") if len(row.sides) == 2 else ("all", "none")
    if row.outcome is Outcome.BETTER:
        yield f"on this rule {_sides([names[row.better]])} is better throughout{so_far}"
    elif len({side.words for side in row.sides}) == 1:
        return
    elif row.outcome is Outcome.OVERLAPPING:
        yield f"{neither} is better throughout{so_far}"
    elif row.outcome is Outcome.SAME:
        yield f"{both} are {RULE[row.rule].words(row.sides[0].best)}{so_far}"
