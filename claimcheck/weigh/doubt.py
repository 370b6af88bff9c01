"""Doubt that propagates: what rests on something disputed, and by which path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import field, frozen

from claimcheck.model.dossier import Dossier
from claimcheck.model.finding import Conflict, Finding
from claimcheck.model.ids import made_id
from claimcheck.model.question import Attestation
from claimcheck.model.report import QuestionResult
from claimcheck.model.wording import attestation_words
from claimcheck.values.relation import Stance

# Of a longer path the begin is kept and the end: nobody reads the middle, and a chain of thousands
# would otherwise be written down once for each of its members.
_LONGEST_KEPT = 50
_LONGEST_TOLD = 8


@frozen
class Doubt:
    """
    Which attestations and questions are in doubt, and the next step of the shortest path to the reason.

    `reasons` tell, for what is disputed itself, why; `steps` lead from all else that is in doubt to what
    it rests on. An attestation is in doubt when anything that it rests on is; the answer to a question,
    when it is disputed, or when every attestation that answers it rests on something in doubt.
    """

    reasons: Mapping[str, str]
    steps: Mapping[str, str]

    def __contains__(self, name: object) -> bool:
        return name in self.reasons or name in self.steps

    def path(self, name: str) -> tuple[str, ...]:
        """Return the ids from one that is in doubt to the one that is disputed; see `_LONGEST_KEPT`."""
        found = [name]
        while found[-1] in self.steps:
            found.append(self.steps[found[-1]])
        return tuple(found) if len(found) <= _LONGEST_KEPT else (*found[: _LONGEST_KEPT - 1], found[-1])


def spread_doubt(
    grounds: Mapping[str, Sequence[str]], answers: Mapping[str, Sequence[str]], reasons: Mapping[str, str]
) -> Doubt:
    """
    Return what is in doubt, given why some things are disputed.

    `grounds` are what each attestation rests on, any of which is enough to bring it into doubt;
    `answers` the attestations that answer each question, all of which have to be in doubt. Attestations
    that only rest on one another are not in doubt for that. Time is linear in all that is given.
    """
    resting: dict[str, list[str]] = {}
    for child, above in (*grounds.items(), *answers.items()):
        for each in dict.fromkeys(above):
            resting.setdefault(each, []).append(child)
    in_doubt = dict.fromkeys(reasons)
    sound = {question: len(set(above)) for question, above in answers.items()}
    queue = list(in_doubt)
    for name in queue:  # grows while it is read
        for child in resting.get(name, ()):
            if child in sound:
                sound[child] -= 1
            if child not in in_doubt and not sound.get(child, 0):
                in_doubt[child] = None
                queue.append(child)
    # Only now is it known which answers are all in doubt, and so which paths there are.
    steps: dict[str, str] = {}
    queue = list(reasons)
    for name in queue:
        for child in resting.get(name, ()):
            if child in in_doubt and child not in steps and child not in reasons:
                steps[child] = name
                queue.append(child)
    return Doubt(reasons=dict(reasons), steps=steps)


@frozen(kw_only=True)
class _Ids:
    """The attestations and questions of a dossier by id, in words."""

    dossier: Dossier
    asked: dict[str, str] = field(factory=dict)
    written: dict[str, Attestation] = field(factory=dict)

    def words(self, name: str) -> str:
        if name in self.written:
            return f"this: {attestation_words(self.dossier, self.written[name])} [{name}]"
        return f"the answer to «{self.asked.get(name, name)}» [{name}]"


def doubt_findings(
    dossier: Dossier,
    results: Sequence[QuestionResult],
    conflicts: Sequence[Conflict],
    apart: Mapping[str, str] | None = None,
) -> Iterator[Finding]:
    """
    Yield each attestation that rests on something in doubt: once for each such ground, with the path.

    `apart` are the attestations whose makers could not have known, with the reason.
    """
    questions = dossier.questions
    written = {each.id: each for question in questions for each in question.attestations}
    ids = _Ids(dossier=dossier, asked={each.id: each.asks for each in questions}, written=written)
    counted = {each.id for result in results for each in result.attestations}
    doubt = spread_doubt(
        {each.id: each.rests_on for each in written.values() if each.rests_on},
        {result.question: _answering(result) for result in results if _answering(result)},
        _reasons(dossier, results, conflicts, apart or {}),
    )
    for each in written.values():
        if each.id not in counted:
            continue
        for ground in each.rests_on:
            if ground in doubt:
                yield _finding(ids, doubt, each, ground)


def _answering(result: QuestionResult) -> list[str]:
    """Return the attestations that answer a question: who only doubts gives no answer."""
    return [
        each.id for each in result.attestations if each.stance is not Stance.DOUBTS and not each.hearsay_of
    ]


def _reasons(
    dossier: Dossier,
    results: Sequence[QuestionResult],
    conflicts: Sequence[Conflict],
    apart: Mapping[str, str],
) -> dict[str, str]:
    """Return what is disputed itself, or has fallen out of the comparison, and why."""
    reasons: dict[str, str] = {}
    for conflict in conflicts:
        for name in (*conflict.questions, *(each for side in conflict.sides for each in side.attestations)):
            reasons.setdefault(name, f"is disputed [{conflict.id}]")
    for question in dossier.questions:
        for opposition in question.oppositions:
            for name in (question.id, *opposition.attestations):
                reasons.setdefault(name, f"is disputed, as the dossier declares: {opposition.because}")
    for name, because in apart.items():
        reasons.setdefault(name, f"is set apart: its maker could not have known, because {because}")
    counted = {each.id for result in results for each in result.attestations}
    compared = {result.question for result in results}
    for question in dossier.questions:
        for each in question.attestations:
            if question.id in compared and each.id not in counted:
                reasons.setdefault(each.id, "stands in damaged words, and is left out of the comparison")
    return reasons


def _finding(ids: _Ids, doubt: Doubt, attestation: Attestation, ground: str) -> Finding:
    path = (attestation.id, *doubt.path(ground))
    sentences = [attestation_words(ids.dossier, attestation), *_steps(ids, path)]
    return Finding(
        id=made_id("rests", attestation.id, ground),
        code="rests-on-disputed",
        explanation=f"{'. '.join(sentences)}. That {doubt.reasons[path[-1]]}.",
        questions=(attestation.question,),
        attestations=tuple(each for each in path if each in ids.written),
        path=path,
    )


def _steps(ids: _Ids, path: Sequence[str]) -> Iterator[str]:
    """Yield the steps of a path in words; of a long one the first and the last."""
    for place, (child, ground) in enumerate(pairwise(path)):
        if place and len(path) > _LONGEST_TOLD and place < len(path) - 2:
            if place == 1:
                yield f"Through {len(path) - 3:,} further steps one comes to the last"
            continue
        if child in ids.written:
            yield f"{'It' if place == 0 else 'That'} rests on {ids.words(ground)}"
        else:
            yield (
                "All that answers it rests on something in doubt; nearest to the reason stands "
                f"{ids.words(ground)}"
            )
