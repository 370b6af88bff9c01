"""Answers that two sources give against the rest, again and again: common slips point to a common source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import chain, combinations
from math import comb

from attrs import frozen

from claimcheck.model.finding import Claim
from claimcheck.model.report import QuestionResult
from claimcheck.weigh.suspicion.relatives import Relatives

Pair = tuple[str, str]


@frozen(kw_only=True)
class RareAnswer:
    """A claim that two sources or more give, and more sources contradict."""

    question: str
    claim: Claim
    givers: frozenset[str]
    speakers: frozenset[str]

    @property
    def chance(self) -> Fraction:
        """The share of all pairs of this question's speakers that are pairs of its givers."""
        return Fraction(comb(len(self.givers), 2), comb(len(self.speakers), 2))


@frozen(kw_only=True)
class SharedAnswers:
    """
    What two unlinked sources share against the rest.

    `shared` are the rare answers that both give, `parted` counts the questions with a rare answer to which
    both speak and that they do not share. `chance` is the share of pairs that would share as many, were
    the speakers of every question dealt out at random; `n_pairs` counts the pairs that the questions have.
    """

    sources: Pair
    shared: tuple[RareAnswer, ...]
    parted: int
    chance: Fraction
    n_pairs: int


def rare_answers(results: Iterable[QuestionResult]) -> tuple[RareAnswer, ...]:
    """
    Return the answers that are rare among those who speak to their question.

    A claim is rare when at least two sources support it and more than these contradict it. Who merely
    doubts or allows it speaks to the question all the same. Denials, which many may share without having
    read one another, are no answers here.
    """
    found = []
    for result in results:
        speaker_of = {each.id: each.speaker for each in result.attestations}
        speakers = frozenset(speaker_of.values())
        for claim in result.claims:
            givers = frozenset(speaker_of[each] for each in claim.supporting)
            against = frozenset(speaker_of[each] for each in claim.contradicting) - givers
            if not claim.is_denial and 2 <= len(givers) < len(against):
                rare = RareAnswer(question=result.question, claim=claim, givers=givers, speakers=speakers)
                found.append(rare)
    return tuple(found)


def shared_answers(results: Sequence[QuestionResult], relatives: Relatives) -> tuple[SharedAnswers, ...]:
    """
    Return each unlinked pair of sources with the rare answers that it shares, pairs sorted by their ids.

    Karl Lachmann's rule, for statements: errors in common show descent in common, agreement in what is
    right shows nothing. Which answers are errors nobody here knows, so that those against the many stand
    for them; a reader who holds the rare answer to be right need not suspect anything.
    """
    by_question: defaultdict[str, list[RareAnswer]] = defaultdict(list)
    for rare in rare_answers(results):
        by_question[rare.question].append(rare)
    givers = {pair for rare in chain(*by_question.values()) for pair in combinations(sorted(rare.givers), 2)}
    n_pairs = sum(comb(len(answers[0].speakers), 2) for answers in by_question.values())
    found = []
    for pair in sorted(givers):
        if relatives.are_linked(*pair):
            continue
        questions = [name for name, answers in by_question.items() if answers[0].speakers.issuperset(pair)]
        shared, chances = _of_pair(pair, questions, by_question)
        n_shared = len({each.question for each in shared})
        found.append(
            SharedAnswers(
                sources=pair,
                shared=shared,
                parted=len(questions) - n_shared,
                chance=at_least_so_many(n_shared, chances),
                n_pairs=n_pairs,
            )
        )
    return tuple(found)


def _of_pair(
    pair: Pair, questions: Sequence[str], by_question: Mapping[str, Sequence[RareAnswer]]
) -> tuple[tuple[RareAnswer, ...], list[Fraction]]:
    """Return the rare answers that both give, and for each question how often a pair shares one by chance."""
    both = frozenset(pair)
    shared = tuple(each for name in questions for each in by_question[name] if both <= each.givers)
    # Two rare answers of one question may have givers in common: their chances add up to one at most.
    chances = [
        min(Fraction(1), sum((each.chance for each in by_question[name]), Fraction())) for name in questions
    ]
    return shared, chances


def at_least_so_many(least: int, chances: Iterable[Fraction]) -> Fraction:
    """
    Return how likely at least so many of these independent things come about together, exactly.

    >>> at_least_so_many(2, [Fraction(1, 10), Fraction(1, 10), Fraction(1, 2)])
    Fraction(1, 10)
    """
    exactly = [Fraction(1)]
    for chance in chances:
        longer = [*exactly, Fraction()]
        for number in range(len(exactly), -1, -1):
            before = exactly[number - 1] * chance if number else Fraction()
            here = exactly[number] * (1 - chance) if number < len(exactly) else Fraction()
            longer[number] = before + here
        exactly = longer
    return sum(exactly[least:], Fraction())
