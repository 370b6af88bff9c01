"""A question as the page shows it: its answers, who stands where, who is silent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from claimcheck.model.finding import Conflict
from claimcheck.model.plain import plain, sentence
from claimcheck.model.question import Question
from claimcheck.report.anchor import anchor_id, question_anchor
from claimcheck.report.codes import relation_words
from claimcheck.report.conflicts import answers_words
from claimcheck.report.entries import named, standings
from claimcheck.report.html.balance import BalanceShown
from claimcheck.report.html.evidence import Voice
from claimcheck.report.html.kept import Kept
from claimcheck.report.html.pictures.of_question import picture_of_question
from claimcheck.report.html.pictures.picture import Picture
from claimcheck.report.html.rules import RulesShown, show_rules
from claimcheck.report.questions import frame_words, omission_words, silent_words, unplaced
from claimcheck.report.view import View
from claimcheck.report.words import lines_words


@frozen(kw_only=True)
class Answer:
    """A claim: its words, its lines of evidence and why, and who stands how towards it."""

    words: str
    lines: str
    reasons: tuple[str, ...]
    stemma: Picture | None
    standings: tuple[tuple[str, tuple[str, ...]], ...]


@frozen(kw_only=True)
class Clash:
    """A pointer to a conflict: where it stands, its relation, and the answers in it."""

    href: str
    relation: str
    words: str


@frozen(kw_only=True)
class QuestionShown:
    """All of a question, in the order in which it is read. `voices` are told where no conflict tells them."""

    id: str
    anchor: str
    asks: str
    frame: str
    note: str
    answers: tuple[Answer, ...]
    balance: BalanceShown | None
    tells_tips: bool
    aside: tuple[str, ...]
    quarantined: tuple[Voice, ...]
    clashes: tuple[Clash, ...]
    rules: RulesShown | None
    silences: tuple[str, ...]
    omissions: tuple[str, ...]
    voices: tuple[Voice, ...]
    picture: Picture | None


def show_question(
    kept: Kept, question: Question, hrefs: dict[str, str], *, in_full: bool = True
) -> QuestionShown:
    """
    Return a question as the page shows it; `hrefs` tells in which file each conflict stands.

    Passages and stemmata that stand with a conflict are not shown again, nor, unless `in_full`, pictures.
    """
    view = kept.view
    conflicts = view.conflicts_of(question.id)
    is_shared = kept.tells_with_question(question.id)
    ids = {each.id for each in view.counted(question.id)}
    for conflict in conflicts:
        ids.difference_update(each for side in conflict.sides for each in side.attestations)
    voices = (kept.voice(each.id) for each in view.counted(question.id) if each.id in ids)
    quarantined = (kept.voice(each.id) for each in view.quarantined(question))
    return QuestionShown(
        id=plain(question.id),
        anchor=question_anchor(question.id),
        asks=plain(question.asks),
        frame=frame_words(view, question),
        note=plain(question.note),
        answers=tuple(_answers(kept, question)),
        balance=kept.balance(question.id),
        tells_tips=is_shared,
        aside=tuple(named(view, unplaced(view, question))),
        quarantined=tuple(filter(None, quarantined)),
        clashes=tuple(_clashes(view, question, hrefs)),
        rules=show_rules(view, question.id, {}) if kept.tells_rules_with_question(question.id) else None,
        silences=tuple(silent_words(view, each) for each in question.silences),
        omissions=tuple(omission_words(view, each) for each in question.omissions),
        voices=tuple(filter(None, voices)),
        picture=picture_of_question(view, question) if in_full or ids or is_shared else None,
    )


def _answers(kept: Kept, question: Question) -> Iterator[Answer]:
    view = kept.view
    for claim in view.claims_of(question.id):
        yield Answer(
            words=plain(claim.answer),
            lines=lines_words(claim.lines),
            reasons=kept.reasons(claim),
            stemma=None if view.conflicts_of(question.id) else kept.stemma(claim),
            standings=tuple((how, tuple(names)) for how, names in standings(view, claim)),
        )


def _clashes(view: View, question: Question, hrefs: dict[str, str]) -> Iterator[Clash]:
    for conflict in view.conflicts_of(question.id):
        yield clash(view, conflict, hrefs)


def clash(view: View, conflict: Conflict, hrefs: Mapping[str, str]) -> Clash:
    """Return a pointer to a conflict; `hrefs` tells in which file it stands."""
    answers = answers_words(view, conflict)
    relation = relation_words(conflict.relation, len(conflict.sides))
    return Clash(
        href=f"{hrefs.get(conflict.id, '')}#{anchor_id(conflict.id)}",
        relation=conflict.relation.value,
        words=sentence(
            f"{answers}: they {relation}" if answers else f"{view.title(conflict)} They {relation}"
        ),
    )
