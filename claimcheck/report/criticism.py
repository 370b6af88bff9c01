"""Source criticism in a report: sides beside one another, who is set apart, and single grades."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.criticism import RULE, Criticism, GradeBasis, RuleRow
from claimcheck.model.plain import plain, sentence
from claimcheck.model.question import Attestation, Question
from claimcheck.report.blocks import Block, Item, Paragraph
from claimcheck.report.view import View


def criticism_items(view: View, question: Question) -> Iterator[Item]:
    """
    Yield who is set apart, and how the sides of a question stand on each rule.

    What is the same on all sides, and what nobody has stated, takes one line each; where there is nothing
    else, nothing is told.
    """
    criticism = view.criticism_of(question.id)
    for words in apart_words(view, criticism):
        yield Item(lead="set apart:", text=words)
    if not tells_apart(criticism):
        return
    yield Item(lead="rule by rule:", text="the sides beside one another; no rule outweighs another")
    yield from rows_items(criticism)


def rows_items(criticism: Criticism) -> Iterator[Item]:
    """Yield how the sides stand on each rule; what is alike, and what is not stated, takes one line each."""
    alike = [row for row in criticism.rows if is_alike(row)]
    unstated = [row for row in criticism.rows if not is_stated(row)]
    for row in criticism.rows:
        if row not in alike and row not in unstated:
            yield Item(depth=1, lead=f"{RULE[row.rule].label}:", text=sentence(row.explanation))
    if alike:
        words = (f"{RULE[row.rule].label} ({row.sides[0].words})" for row in alike)
        yield Item(depth=1, lead="the same on all sides:", text="; ".join(words))
    if unstated:
        labels = (RULE[row.rule].label for row in unstated)
        yield Item(depth=1, lead="not stated:", text="; ".join(labels))


def apart_words(view: View, criticism: Criticism) -> Iterator[str]:
    """Yield who could not have known, and why not."""
    for each in criticism.set_apart:
        attestation = view.attestation(each.attestation)
        name = view.speaker(attestation) if attestation else plain(each.attestation)
        yield f"{name}, who could not have known, because {plain(each.because)}"


def tells_apart(criticism: Criticism) -> bool:
    """Tell whether a row tells sides apart, or there are sides and the historian has graded somebody."""
    if not criticism.rows:
        return False
    return any(is_stated(row) and not is_alike(row) for row in criticism.rows) or any(
        grade.basis is GradeBasis.DECLARED for _, grades in criticism.grades for grade in grades
    )


def is_stated(row: RuleRow) -> bool:
    """Tell whether anybody on any side has a grade on a rule."""
    return any(side.graded for side in row.sides)


def is_alike(row: RuleRow) -> bool:
    """Tell whether everybody has a grade on a rule, and it is the same for all sides."""
    return row.is_complete and len({side.words for side in row.sides}) == 1 and row.sides[0].words != ""


def row_items(view: View, question: Question) -> Iterator[Block]:
    """Yield from which attestations each word of the comparison comes, rule by rule."""
    criticism = view.criticism_of(question.id)
    rows = [row for row in criticism.rows if is_stated(row)]
    if not rows or not tells_apart(criticism):
        return
    yield Paragraph("Rule by rule, with the attestations that each side has its grade from:")
    for row in rows:
        rule = RULE[row.rule]
        yield Item(lead=f"{rule.label}:", text=f"{rule.asks} ({rule.source})")
        for side in row.sides:
            claim = view.claim(side.claim)
            answer = plain(claim.answer) if claim else side.claim
            names = ", ".join(side.graded)
            text = f"{side.words} [{names}]" if names else "not stated"
            if names and side.ungraded:
                text += f"; not stated [{', '.join(side.ungraded)}]"
            yield Item(depth=1, lead=f"“{answer}”:", text=text)


def grade_items(view: View, attestation: Attestation, depth: int) -> Iterator[Block]:
    """
    Yield the grades of an attestation, each with its ground and with who gives it.

    Whether it is stated or implied stands with it already, unless the historian grades that too.
    """
    for grade in view.grades(attestation):
        if grade.rule == "explicitness" and grade.basis is GradeBasis.DERIVED:
            continue
        given = "declared" if grade.basis is GradeBasis.DECLARED else "from the dossier"
        text = f"{grade.words} ({given}: {plain(grade.because)})"
        yield Item(depth=depth, lead=f"{RULE[grade.rule].label}:", text=text)
