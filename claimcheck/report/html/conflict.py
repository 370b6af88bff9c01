"""A conflict as the page shows it."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from claimcheck.model.crux import loop_words
from claimcheck.model.finding import Claim, Conflict, ConflictScope, Side
from claimcheck.model.loops import link_words
from claimcheck.model.plain import listed, plain, sentence
from claimcheck.model.rules import rule_words
from claimcheck.report.anchor import anchor_id, question_anchor
from claimcheck.report.codes import SCOPES, relation_words
from claimcheck.report.conflicts import side_words
from claimcheck.report.criticism import tells_apart
from claimcheck.report.decisions import side_letter
from claimcheck.report.html.balance import BalanceShown, show_balance
from claimcheck.report.html.decision import DecisionShown, show_decision
from claimcheck.report.html.evidence import Voice
from claimcheck.report.html.kept import Kept
from claimcheck.report.html.pictures.of_question import n_drawn, picture_of_conflict
from claimcheck.report.html.pictures.picture import Picture
from claimcheck.report.html.rules import RulesShown, show_rules
from claimcheck.report.one_source import shared_words
from claimcheck.report.words import lines_words


@frozen(kw_only=True)
class SideShown:
    """One side: its letter, the answer it stands for, its lines of evidence, and who is on it."""

    letter: str
    answer: str
    lines: str
    reasons: tuple[str, ...]
    stemma: Picture | None
    voices: tuple[Voice, ...]


@frozen(kw_only=True)
class LinkShown:
    """One link of an impossible loop: what it says, by which rule or whom."""

    words: str
    rule: str
    voice: Voice | None


@frozen(kw_only=True)
class Cause:
    """A possible cause, what would confirm it, and how often chance shows the same."""

    words: str
    confirm_by: str
    by_chance: str


@frozen(kw_only=True)
class ConflictShown:
    """
    All of a conflict, in the order in which it is read.

    Where it `is_shared`, the picture and what must fall stand with the question, for all its conflicts.
    `all_drawn` are the words of a link to a picture that shows more answers, empty where there is none.
    """

    id: str
    anchor: str
    number: int
    title: str
    relation: str
    relation_words: str
    shared: str
    where: str
    questions: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    sides: tuple[SideShown, ...]
    links: tuple[LinkShown, ...]
    crux: str
    why_title: str
    rule: str
    causes: tuple[Cause, ...]
    balance: BalanceShown | None
    is_shared: bool
    rules: RulesShown | None
    points_to_rules: bool
    picture: Picture | None
    all_drawn: str
    explanation: str
    decision: DecisionShown | None


def show_conflict(kept: Kept, conflict: Conflict, number: int) -> ConflictShown:
    """Return a conflict as the page shows it; `number` is its place in the report, from 1."""
    view = kept.view
    questions = tuple(filter(None, map(view.question, conflict.questions)))
    is_shared = not conflict.links and kept.tells_with_question(conflict.questions[0])
    return ConflictShown(
        id=plain(conflict.id),
        anchor=anchor_id(conflict.id),
        number=number,
        title=view.title(conflict),
        relation=conflict.relation.value,
        relation_words=relation_words(conflict.relation, len(conflict.sides)),
        shared=shared_words(view, conflict),
        where=listed([SCOPES[scope] for scope in conflict.scopes]),
        questions=tuple((question_anchor(each.id), plain(each.asks)) for each in questions),
        notes=tuple(dict.fromkeys(plain(each.note) for each in questions if each.note)),
        sides=() if conflict.links else tuple(_sides(kept, conflict)),
        links=tuple(_links(kept, conflict)),
        crux=sentence(loop_words(view.nodes, conflict.links)),
        why_title=why_title(conflict),
        rule=rule_words(conflict.rule),
        causes=tuple(
            Cause(
                words=sentence(each.text),
                confirm_by=sentence(each.confirm_by),
                by_chance=plain(each.by_chance.words) if each.by_chance else "",
            )
            for each in conflict.diagnoses
        ),
        balance=_balance(kept, conflict, is_shared=is_shared),
        is_shared=is_shared,
        rules=_rules(kept, conflict),
        points_to_rules=_points_to_rules(kept, conflict),
        picture=None if is_shared else picture_of_conflict(view, conflict),
        all_drawn=_all_drawn(kept, conflict),
        explanation=plain(conflict.explanation),
        decision=show_decision(view.decision(conflict.id)),
    )


def why_title(conflict: Conflict) -> str:
    """Return what the rule and the causes are told under: one source does not differ from itself."""
    is_one = conflict.links or ConflictScope.WITHIN_SOURCE in conflict.scopes
    return "Why they do not fit together" if is_one else "Why they differ"


def _all_drawn(kept: Kept, conflict: Conflict) -> str:
    """Return words for the picture of all answers to a question, where it shows more than the conflict's."""
    question = None if conflict.links else kept.view.question(conflict.questions[0])
    n_all = n_drawn(kept.view, question) if question and not kept.is_large else 0
    n_own = sum(len(side.attestations) for side in conflict.sides)
    return f"all {n_all} attestations in one picture" if n_all > n_own else ""


def _balance(kept: Kept, conflict: Conflict, *, is_shared: bool) -> BalanceShown | None:
    """Return the balance, the sides of the conflict first; that of the question where it is told there."""
    if len(conflict.questions) > 1:
        return None
    (question_id,) = conflict.questions
    return kept.balance(question_id) if is_shared else show_balance(kept.view, question_id, conflict)


def _rules(kept: Kept, conflict: Conflict) -> RulesShown | None:
    if len(conflict.questions) > 1 or kept.tells_rules_with_question(conflict.questions[0]):
        return None
    letters = {side.claim: side_letter(number) for number, side in enumerate(conflict.sides) if side.claim}
    return show_rules(kept.view, conflict.questions[0], letters)


def _points_to_rules(kept: Kept, conflict: Conflict) -> bool:
    """Tell whether a conflict says where its sides are set beside one another; one of very many does not."""
    if kept.is_large or len(conflict.questions) > 1:
        return False
    (question_id,) = conflict.questions
    is_elsewhere = kept.tells_rules_with_question(question_id)
    return is_elsewhere and tells_apart(kept.view.criticism_of(question_id))


def _sides(kept: Kept, conflict: Conflict) -> Iterator[SideShown]:
    view = kept.view
    for number, side in enumerate(conflict.sides):
        claim = view.claim(side.claim)
        yield SideShown(
            letter=side_letter(number),
            answer=side_words(view, side),
            lines=_lines(claim, side),
            reasons=kept.reasons(claim) if claim else (),
            stemma=kept.stemma(claim),
            voices=tuple(filter(None, map(kept.voice, side.attestations))),
        )


def _lines(claim: Claim | None, side: Side) -> str:
    if claim is None:
        return "no answer of its own" if side.attestations else ""
    return lines_words(claim.lines)


def _links(kept: Kept, conflict: Conflict) -> Iterator[LinkShown]:
    """Yield the links of a loop, and after them who stands on a side and on no link."""
    told = set()
    for link in conflict.links:
        told.add(link.ground)
        yield LinkShown(
            words=sentence(link_words(kept.view.nodes, link)),
            rule=plain(link.ground) if link.is_rule else "",
            voice=None if link.is_rule else kept.voice(link.ground),
        )
    if conflict.links:
        for attestation_id in (each for side in conflict.sides for each in side.attestations):
            if attestation_id not in told:
                yield LinkShown(words="", rule="", voice=kept.voice(attestation_id))
