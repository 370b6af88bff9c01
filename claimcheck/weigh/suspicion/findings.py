"""What is suspected, as findings: the evidence, its chance, and that it changes no number of lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import comb

from claimcheck.model.dossier import Dossier
from claimcheck.model.finding import Chance, Finding
from claimcheck.model.ids import made_id
from claimcheck.model.name import Body, Person, Place
from claimcheck.model.plain import counted, listed, plain
from claimcheck.model.report import QuestionResult
from claimcheck.weigh.suspicion.rare_answers import SharedAnswers, shared_answers
from claimcheck.weigh.suspicion.relatives import Relatives
from claimcheck.weigh.suspicion.shared_words import Run, SharedWords, shared_words

_OFFERED_BELOW = Fraction(1, 20)
"""How many such pairs chance may be expected to make among all that were compared; ours: one in twenty."""

_SHOWN_WORDS = 8
"""Words of a shared run that a report shows; documents may be under copyright."""

_SHOWN_RUNS = 3

_NO_LINK = "A suspicion links nothing: the lines are counted as if the two had nothing in common"


def suspicions(
    dossier: Dossier, results: Sequence[QuestionResult], texts: Mapping[str, str]
) -> Iterator[Finding]:
    """
    Yield the pairs of sources that share more than chance explains and that nobody linked.

    `texts` holds the text of every document at hand, by id.
    """
    relatives = Relatives(dossier)
    for answers in shared_answers(results, relatives):
        if answers.chance * answers.n_pairs <= _OFFERED_BELOW:
            yield _of_answers(dossier, answers)
    source_of = {each.id: each.source for each in dossier.documents if each.id in texts}
    n_pairs = comb(len(source_of), 2)
    for words in shared_words({name: texts[name] for name in source_of}, _untelling(dossier)):
        one, other = (source_of[each] for each in words.texts)
        if words.chance * n_pairs <= _OFFERED_BELOW and not relatives.are_linked(one, other):
            yield _of_words(dossier, words, (one, other), texts, n_pairs)


def _of_answers(dossier: Dossier, found: SharedAnswers) -> Finding:
    one, other = (dossier.source(each).label for each in found.sources)
    asks = {question.id: plain(question.asks) for question in dossier.questions}
    given = [f"“{plain(each.claim.answer)}” to «{asks[each.question]}»" for each in found.shared]
    parted = (
        f"they part over {counted(found.parted, 'other question')} with such an answer"
        if found.parted
        else "on no question do they part over such an answer"
    )
    chance = Chance(share=found.chance, pairs="pairs of sources that speak to these questions")
    attestations = dict.fromkeys(name for each in found.shared for name in each.claim.supporting)
    return Finding(
        id=made_id("suspicion", "answers", *found.sources, *sorted(each.claim.id for each in found.shared)),
        code="suspected-dependence",
        explanation=f"{one} and {other} answer alike where more sources say otherwise: {listed(given)}; "
        f"{parted}. By chance {chance} would share as much; {_compared(found.n_pairs)}. "
        "Slips in common point to a common source; who holds these answers to be right need suspect "
        f"nothing.{_declared(dossier, found.sources)} {_NO_LINK}.",
        questions=tuple(dict.fromkeys(each.question for each in found.shared)),
        attestations=tuple(attestations),
        path=found.sources,
    )


def _of_words(
    dossier: Dossier,
    found: SharedWords,
    sources: tuple[str, str],
    texts: Mapping[str, str],
    n_pairs: int,
) -> Finding:
    one, other = (dossier.source(each).label for each in sources)
    runs = [_run_words(found, run, texts) for run in found.runs[:_SHOWN_RUNS]]
    further = len(found.runs) - len(runs)
    more = f"; and {counted(further, 'shorter run')}" if further else ""
    chance = "fewer than 1 in 1,000,000,000,000 pairs of texts with such words"
    if found.chance >= Fraction(1, 10**12):
        chance = str(Chance(share=found.chance, pairs="pairs of texts with such words"))
    return Finding(
        id=made_id("suspicion", "words", *sorted(found.texts)),
        code="suspected-dependence",
        explanation=f"{one} and {other} share wording: {'; '.join(runs)}{more}. By chance {chance} would "
        f"share so long a run; {_compared(n_pairs)}. One may draw on the other, or both "
        f"on a third.{_declared(dossier, sources)} {_NO_LINK}.",
        path=sources,
    )


def _run_words(found: SharedWords, run: Run, texts: Mapping[str, str]) -> str:
    (start, end), (there, _) = run.spans
    words = plain(texts[found.texts[0]][start:end]).split()
    shown = " ".join(words[:_SHOWN_WORDS]) + (" …" if len(words) > _SHOWN_WORDS else "")
    lines = (
        texts[name].count("\n", 0, place) + 1 for name, place in zip(found.texts, (start, there), strict=True)
    )
    at = " and ".join(f"{name}, line {line:,}" for name, line in zip(found.texts, lines, strict=True))
    return f"{counted(run.n_words, 'word')} in a row, «{shown}» ({at})"


def _compared(n_pairs: int) -> str:
    return "one pair was compared" if n_pairs == 1 else f"{n_pairs:,} pairs were compared"


def _declared(dossier: Dossier, sources: tuple[str, str]) -> str:
    """Return a sentence where the dossier has them independent: that is worth a second look."""
    for each in dossier.independences:
        if each.is_known and each.sources.issuperset(sources):
            return f" The dossier declares them independent: {plain(each.because).rstrip('.')}."
    return ""


def _untelling(dossier: Dossier) -> Iterator[str]:
    """Yield what two texts on one subject share without either having read the other."""
    records: tuple[Person | Place | Body, ...] = (*dossier.persons, *dossier.places, *dossier.bodies)
    for record in records:
        yield record.label
        yield from (form.text for form in record.names)
    for source in dossier.sources:
        yield source.title
        yield source.container_title
        yield from (str(creator) for creator in source.creators)
