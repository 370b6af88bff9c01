"""Question by question: who answers what, on how many lines, who is silent."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.plain import counted, listed, plain
from claimcheck.model.question import Omission, Question, Silence
from claimcheck.model.wording import silence_words
from claimcheck.report.balance import balance_items, letters_of
from claimcheck.report.blocks import Block, Heading, Item, Paragraph
from claimcheck.report.codes import relation_words
from claimcheck.report.criticism import criticism_items
from claimcheck.report.entries import claim_items, named_list
from claimcheck.report.passages import place_words
from claimcheck.report.view import View
from claimcheck.values.day_words import when_words


def questions_section(view: View) -> Iterator[Block]:
    """Yield every question with its answers, those without a conflict among them."""
    yield Heading(level=2, text="Answers, question by question", anchor="questions")
    if not view.questions:
        yield Paragraph("There is no question to answer.")
    for question in view.questions:
        yield from question_blocks(view, question)


def question_blocks(view: View, question: Question, *, in_full: bool = False) -> Iterator[Block]:
    """Yield one question: its claims, their balance, its conflicts by id, its silences and omissions."""
    yield Heading(level=3, text=question.asks, anchor=f"question-{question.id}")
    yield Paragraph(frame_words(view, question))
    if question.note:
        yield Item(lead="note of the dossier:", text=question.note)
    letters = letters_of(view, view.own_conflict(question.id))
    for claim in view.claims_of(question.id):
        yield from claim_items(view, claim, letter=letters.get(claim.answer, ""))
    yield from balance_items(view, question.id, in_full=in_full)
    aside = unplaced(view, question)
    if aside:
        yield Item(lead="standing towards no claim:", text=named_list(view, aside))
    quarantined = tuple(each.id for each in view.quarantined(question))
    if quarantined:
        yield Item(lead="left out, because the words are damaged:", text=named_list(view, quarantined))
    for conflict in view.conflicts_of(question.id):
        relation = relation_words(conflict.relation, len(conflict.sides))
        yield Item(lead="conflict:", text=f"the sides {relation} [{conflict.id}]")
    yield from criticism_items(view, question)
    for silence in question.silences:
        yield Item(lead="silent:", text=silent_words(view, silence))
    for omission in question.omissions:
        yield Item(lead="omits:", text=omission_words(view, omission))


def unplaced(view: View, question: Question) -> tuple[str, ...]:
    """Return the attestations that stand towards no claim: where all only doubt, nobody claims anything."""
    placed: set[str] = set()
    for claim in view.claims_of(question.id):
        placed.update(claim.supporting, claim.contradicting, claim.allowing, claim.doubting)
    return tuple(each.id for each in view.counted(question.id) if each.id not in placed)


def frame_words(view: View, question: Question) -> str:
    """Return what kind of question it is, how many speak to it, and whether they clash."""
    when = when_words(question.when_text, question.when)
    parts = [question.kind, when, counted(len(view.counted(question.id)), "attestation")]
    if question.several_answers:
        parts.append("several answers may be right together")
    if question.scope:
        parts.append(f"asked of {question.scope}")
    parts.append(_outcome(view, question))
    return f"{'; '.join(filter(None, parts))} [{question.id}]"


def _outcome(view: View, question: Question) -> str:
    conflicts = len(view.conflicts_of(question.id))
    if conflicts:
        return counted(conflicts, "conflict")
    enough = len(view.counted(question.id)) > 1
    return "no conflict found" if enough else "nothing to compare with one another"


def silent_words(view: View, silence: Silence) -> str:
    """Return who is silent, where that was searched, and whether anything may be argued from it."""
    searched = [each for each in (silence.searched, silence.document and f"in {silence.document}") if each]
    parts = [view.source(silence.source)]
    if searched:
        parts.append(f"searched: {plain(' '.join(searched))}")
    if silence.because:
        parts.append(f"expected to speak, because {plain(silence.because)}")
    return f"{'; '.join(parts)}. {silence_words(silence)}"


def omission_words(view: View, omission: Omission) -> str:
    """Return which version of a text lacks which words, and compared with which others."""
    others = listed([view.source(each) for each in omission.compared_with])
    words = f"{view.source(omission.source)} lacks “{plain(omission.lacks)}”"
    words += f", which {others} {'have' if len(omission.compared_with) > 1 else 'has'}" if others else ""
    words += f" ({plain(omission.because)})" if omission.because else ""
    words += f"; {place_words(view, omission.passage)}" if omission.passage else ""
    return f"{words}. An omission is no denial."
