"""The grades of one attestation: those that the historian declares, and those that the records give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from claimcheck.model.criticism import NEARNESS, RULES, Grade, GradeBasis
from claimcheck.model.dossier import Dossier
from claimcheck.model.question import Attestation, Basis, Question
from claimcheck.model.source import Form
from claimcheck.weigh.criticism.nearness import EventTimes, Lag, lag_between, made_within

_EXPLICITNESS = {Basis.STATED: "stated", Basis.IMPLIED: "implied", Basis.TELLING: "by-telling"}


@frozen(kw_only=True)
class Graded:
    """An attestation with its grades by rule, in the order of the rules, and its lag where that is known."""

    attestation: Attestation
    grades: Mapping[str, Grade]
    lag: Lag | None


def graded(dossier: Dossier, question: Question, attestation: Attestation, times: EventTimes) -> Graded:
    """
    Return an attestation with its grades: declared, else derived, else none.

    Nothing is guessed: whether testimony goes against its maker's side, and whether he could know, is
    for the historian alone to say.
    """
    found = {each.rule: each for each in _derived(dossier, attestation)}
    event, source = times.asked(question, attestation), made_within(dossier.source(attestation.speaker))
    lag = lag_between(event, source) if event is not None and source is not None else None
    if lag is not None:
        found[NEARNESS] = Grade(
            rule=NEARNESS,
            best=lag.best,
            worst=lag.worst,
            because=f"its source: {source}; what it speaks of: {event}",
            basis=GradeBasis.DERIVED,
            measure=later_words(question, lag),
        )
    found |= {each.rule: each for each in attestation.grades}
    return Graded(
        attestation=attestation,
        grades={rule.id: found[rule.id] for rule in RULES if rule.id in found},
        lag=lag,
    )


def later_words(question: Question, lag: Lag) -> str:
    """Return a lag in words that follow "is": "39-45 years later than the event"."""
    is_event = question.event or question.kind == "occurrence"
    event = "the event" if is_event else "the time that is asked about"
    if str(lag) == "on the same day":
        return f"of the very day of {event}"
    return f"{lag} later than {event}"


def _derived(dossier: Dossier, attestation: Attestation) -> Iterator[Grade]:
    form = dossier.source(attestation.speaker).form
    if form in (Form.RELIC, Form.NARRATIVE):
        yield _grade("form", form.value, form.value, f"its source is entered as a {form.value}")
    elif form is Form.MIXED:
        yield _grade("form", "relic", "narrative", "its source holds both")
    if attestation.is_relayed:
        through = dossier.source(attestation.chain[0].source).label
        yield _grade("directness", "second-hand", "further-removed", f"it is known only through {through}")
    elif attestation.hearsay_of:
        yield _grade("directness", "second-hand", "further-removed", "it passes on what another says")
    explicit = _EXPLICITNESS[attestation.basis]
    yield _grade("explicitness", explicit, explicit, attestation.because or "the dossier gives it as stated")
    if attestation.damage:
        yield _grade("text", "corrupt", "corrupt", f"it stands in damaged words ({attestation.damage})")
    elif attestation.beside:
        yield _grade("text", "doubtful", "doubtful", f"it stands beside damaged words ({attestation.beside})")


def _grade(rule: str, best: str, worst: str, because: str) -> Grade:
    return Grade(rule=rule, best=best, worst=worst, because=because, basis=GradeBasis.DERIVED)
