"""The conflicts of a report, each told from the words on its sides."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.crux import loop_words
from claimcheck.model.finding import Conflict, Side
from claimcheck.model.loops import link_words
from claimcheck.model.plain import listed, plain, sentence
from claimcheck.model.rules import rule_words
from claimcheck.model.wording import stance_words
from claimcheck.report.blocks import Block, Heading, Item, Paragraph
from claimcheck.report.codes import SCOPES, relation_words
from claimcheck.report.decisions import decision_blocks, side_letter
from claimcheck.report.entries import attestation_items
from claimcheck.report.one_source import shared_words
from claimcheck.report.view import View
from claimcheck.report.words import lines_reasons, lines_words


def conflicts_section(view: View) -> Iterator[Block]:
    """Yield all conflicts in the report's order; without any, why that is no proof of agreement."""
    yield Heading(level=2, text="Conflicts", anchor="conflicts")
    if not view.report.conflicts:
        yield Paragraph(no_conflict_words(view))
    for number, conflict in enumerate(view.report.conflicts, start=1):
        yield from conflict_blocks(view, conflict, f"{number}. ")


def no_conflict_words(view: View) -> str:
    """Return what it means that no conflict was found; nothing compared proves nothing."""
    compared = view.report.coverage.compared
    if not compared:
        return "Nothing was compared, so nothing can be said about conflicts."
    pairs = "1 pair" if compared == 1 else f"{compared:,} pairs"
    return f"None was found in the {pairs} of attestations that were compared."


def conflict_blocks(
    view: View, conflict: Conflict, mark: str = "", *, in_full: bool = False
) -> Iterator[Block]:
    """
    Yield one conflict: the question, both sides with their evidence, the rule, and possible causes.

    The explanation tells in one piece what the sides tell apart, so it is left to `in_full`.
    """
    yield Heading(level=3, text=mark + view.title(conflict), anchor=conflict.id)
    yield Paragraph(f"{outcome_words(view, conflict)} [{conflict.id}]")
    for question_id in conflict.questions:
        question = view.question(question_id)
        if question is not None and question.note:
            yield Item(lead="Note of the dossier:", text=question.note)
    if conflict.links:
        yield from _loop(view, conflict)
    for number, side in enumerate(conflict.sides if not conflict.links else ()):
        yield from _side(view, side, f"Side {side_letter(number)}:")
    yield Item(lead="Rule:", text=rule_words(conflict.rule))
    if in_full:
        yield Item(lead="Told in full:", text=conflict.explanation)
    for diagnosis in conflict.diagnoses:
        yield Item(lead="Possible cause:", text=sentence(diagnosis.text))
        if diagnosis.confirm_by:
            yield Item(depth=1, lead="What would confirm it:", text=sentence(diagnosis.confirm_by))
        if diagnosis.by_chance:
            yield Item(depth=1, lead="By chance alone:", text=diagnosis.by_chance.words)
    yield from decision_blocks(view.decision(conflict.id), in_full=in_full)


def outcome_words(view: View, conflict: Conflict) -> str:
    """Return which answers clash, how the sides stand to each other, and where; then what both hang on."""
    answers = answers_words(view, conflict)
    scopes = listed([SCOPES[scope] for scope in conflict.scopes])
    sides = f"{'they' if answers else 'the sides'} {relation_words(conflict.relation, len(conflict.sides))}"
    told = sentence(f"{answers}{': ' if answers else ''}{sides}{', ' if scopes else ''}{scopes}")
    return f"{told} {shared_words(view, conflict)}".rstrip()


def answers_words(view: View, conflict: Conflict) -> str:
    """Return the answers of two sides, "“Ashe” against “Dray”"; nothing for a loop, which has none."""
    return "" if conflict.links else " against ".join(_stand(view, side) for side in conflict.sides)


def _stand(view: View, side: Side) -> str:
    words = side_words(view, side)
    return f"“{words}”" if any(map(view.attestation, side.attestations)) or view.claim(side.claim) else words


def side_words(view: View, side: Side) -> str:
    """Return what a side stands for: its claim, or what the first on it says."""
    claim = view.claim(side.claim)
    if claim is not None:
        return plain(claim.answer)
    first = next(filter(None, map(view.attestation, side.attestations)), None)
    if first is None:
        return plain(", ".join(side.attestations))
    return f"{view.speaker(first)} {plain(stance_words(first))}"


def _side(view: View, side: Side, lead: str) -> Iterator[Block]:
    claim = view.claim(side.claim)
    if claim is None:
        yield Item(lead=lead, text="no answer of its own")
    else:
        yield Item(lead=lead, text=f"“{plain(claim.answer)}” ({lines_words(claim.lines)})")
        for reason in lines_reasons(view, claim):
            yield Item(depth=1, text=reason)
    for attestation_id in side.attestations:
        yield from attestation_items(view, attestation_id, depth=1)


def _loop(view: View, conflict: Conflict) -> Iterator[Block]:
    nodes = view.nodes
    crux = sentence(loop_words(nodes, conflict.links))
    rest = "Each of these may hold by itself. Taken together they leave no possible days:"
    yield Paragraph(f"{crux} {rest}".lstrip())
    told = set()
    for number, link in enumerate(conflict.links, start=1):
        yield Item(number=number, text=sentence(link_words(nodes, link)))
        if link.is_rule:
            yield Item(depth=1, lead="by rule:", text=link.ground)
        else:
            told.add(link.ground)
            yield from attestation_items(view, link.ground, depth=1, with_reading=False)
    for side in conflict.sides:
        for attestation_id in side.attestations:
            if attestation_id not in told:
                yield from attestation_items(view, attestation_id)


def conflict_line(view: View, conflict: Conflict) -> str:
    """Return a conflict on one line, for lists that point to it."""
    relation = relation_words(conflict.relation, len(conflict.sides))
    return f"{view.title(conflict)} The sides {relation} [{plain(conflict.id)}]"
