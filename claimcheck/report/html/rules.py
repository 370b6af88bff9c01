"""The sides of a question beside one another, rule by rule, as the page shows them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve, frozen

from claimcheck.model.criticism import RULE, GradeBasis, RuleRow, SideGrades
from claimcheck.model.plain import listed, plain
from claimcheck.report.criticism import apart_words, is_alike, is_stated, rows_items, tells_apart
from claimcheck.report.view import View

_OPEN_TO = 3
"""A table of more rows than this is folded."""

_MOST_SIDES = 4
"""More sides than this stand beside one another in no table that can be read: they are told in prose."""


@frozen(kw_only=True)
class Cell:
    """How a side stands on a rule, the sources that it has this from, and the historian's reasons."""

    words: str
    grounds: tuple[str, ...]


@frozen(kw_only=True)
class RuleShown:
    """A rule: a cell for each side, or one for all where they stand alike; how they stand to one another."""

    label: str
    cells: tuple[Cell, ...]
    beside: str


@frozen(kw_only=True)
class RulesShown:
    """
    What criticism says of a question. `sides` are (letter, answer), no letter for who is on no side.

    With very many sides `prose` has (lead, words) in place of `rules`. Without either nothing tells the
    sides apart; who is set apart is told all the same.
    """

    apart: tuple[str, ...]
    sides: tuple[tuple[str, str], ...]
    rules: tuple[RuleShown, ...]
    unstated: tuple[str, ...]
    prose: tuple[tuple[str, str], ...] = ()

    @property
    def is_short(self) -> bool:
        """Whether the table is small enough to stand open."""
        return len(self.rules) <= _OPEN_TO

    @property
    def compares(self) -> bool:
        """Whether of any rule more is to be said than how each side stands on it."""
        return any(each.beside for each in self.rules)


def show_rules(view: View, question_id: str, letters: Mapping[str, str]) -> RulesShown | None:
    """
    Return the sides of a question rule by rule; None where there is nothing to tell.

    `letters` are those by which a conflict calls some of the claims: these stand first, in their order.
    """
    criticism = view.criticism_of(question_id)
    apart = tuple(apart_words(view, criticism))
    rows = criticism.rows if tells_apart(criticism) else ()
    if not apart and not rows:
        return None
    if rows and len(rows[0].sides) > _MOST_SIDES:
        prose = tuple((each.lead, each.text) for each in rows_items(criticism))
        return RulesShown(apart=apart, sides=(), rules=(), unstated=(), prose=prose)
    claims = [side.claim for side in rows[0].sides] if rows else []
    claims.sort(key=lambda claim: letters.get(claim, "~"))
    return RulesShown(
        apart=apart,
        sides=tuple((letters.get(claim, ""), _answer(view, claim)) for claim in claims),
        rules=tuple(_rule(view, row, claims) for row in rows if is_stated(row)),
        unstated=tuple(RULE[row.rule].label for row in rows if not is_stated(row)),
    )


def _answer(view: View, claim_id: str) -> str:
    claim = view.claim(claim_id)
    return plain(claim.answer if claim else claim_id)


def _rule(view: View, row: RuleRow, claims: Sequence[str]) -> RuleShown:
    sides = {side.claim: side for side in row.sides}
    cells = [_cell(view, row.rule, sides[claim]) for claim in claims]
    if is_alike(row):
        everybody = tuple(each for claim in claims for each in sides[claim].graded)
        cells = [_cell(view, row.rule, evolve(row.sides[0], graded=everybody))]
    return RuleShown(label=RULE[row.rule].label, cells=tuple(cells), beside=plain(row.beside))


def _cell(view: View, rule: str, side: SideGrades) -> Cell:
    if not side.graded:
        return Cell(words="not stated", grounds=())
    return Cell(words=plain(side.words), grounds=tuple(_grounds(view, rule, side)))


def _grounds(view: View, rule: str, side: SideGrades) -> Iterator[str]:
    """Yield who gives a side its grade, those of one grade and one reason together; then who has none."""
    groups: dict[tuple[str, str], list[str]] = {}
    for attestation_id in side.graded:
        attestation = view.attestation(attestation_id)
        grades = view.grades(attestation) if attestation else ()
        grade = next((each for each in grades if each.rule == rule), None)
        # What is derived is told by the dates, forms and chains that stand with each source.
        because = plain(grade.because) if grade and grade.basis is GradeBasis.DECLARED else ""
        words = plain(grade.words if grade else side.words)
        groups.setdefault((words, because), []).append(_name(view, attestation_id))
    for (words, because), names in groups.items():
        told = listed(list(dict.fromkeys(names)))
        told += f": {words}" if words != plain(side.words) else ""
        yield f"{told}, because {because}" if because else told
    if side.ungraded:
        lacking = dict.fromkeys(_name(view, each) for each in side.ungraded)
        yield f"not stated for {listed(list(lacking))}"


def _name(view: View, attestation_id: str) -> str:
    attestation = view.attestation(attestation_id)
    return view.source(attestation.speaker) if attestation else plain(attestation_id)
