"""Order conflicts: an impossible loop, told link by link."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from claimcheck.compare.order.loops import Loop, find_loops
from claimcheck.compare.order.meetings import Meetings
from claimcheck.compare.order.ties import Tie, link_of, rule_ties
from claimcheck.compare.scopes import conflict_scopes
from claimcheck.model.crux import loop_words
from claimcheck.model.dossier import Dossier
from claimcheck.model.finding import Conflict, Diagnosis, Side
from claimcheck.model.ids import made_id
from claimcheck.model.loops import CALENDAR, Nodes, link_words
from claimcheck.model.plain import counted, sentence
from claimcheck.model.question import Attestation, Basis
from claimcheck.model.wording import attestation_words
from claimcheck.values.relation import Relation


@frozen(kw_only=True)
class OrderConflicts:
    """Conflicts of dates and orders, and whether every link was searched for one."""

    conflicts: tuple[Conflict, ...]
    is_complete: bool


def order_conflicts(
    dossier: Dossier, attested: Iterable[Tie], by_id: Mapping[str, Attestation]
) -> OrderConflicts:
    """
    Return the conflicts that only the dates and orders of several questions make together.

    `attested` are the ties of the attestations that count, by their ids in `by_id`. A loop of two
    attestations of one question is that question's ordinary conflict, reported there; one whose
    attestations speak of different things by their stated scopes is none.
    """
    ties = [*rule_ties(dossier.events), *attested]
    meetings = Meetings(by_id)
    found = find_loops(
        ties,
        may_meet=meetings.may_meet,
        surely_meet=meetings.surely_meet,
        is_told_elsewhere=lambda ids: _is_ordinary([by_id[each] for each in ids]),
    )
    conflicts = (_conflict(loop, dossier, by_id, meetings) for loop in found.loops)
    return OrderConflicts(conflicts=tuple(conflicts), is_complete=found.is_complete)


def _is_ordinary(attested: Sequence[Attestation]) -> bool:
    return len(attested) == 2 and attested[0].question == attested[1].question


def _conflict(loop: Loop, dossier: Dossier, by_id: Mapping[str, Attestation], meetings: Meetings) -> Conflict:
    loop = _begin_at_first(loop)
    attested = [by_id[each] for each in loop.attested]
    is_necessary = loop.is_necessary and meetings.all_surely_meet(loop.attested)
    relation = Relation.NECESSARY_CONFLICT if is_necessary else Relation.POSSIBLE_CONFLICT
    return Conflict(
        id=made_id("conflict", "order", *sorted(loop.attested)),
        questions=tuple(dict.fromkeys(each.question for each in attested)),
        relation=relation,
        scopes=conflict_scopes([[each] for each in attested]),
        sides=tuple(Side(claim=None, attestations=(each.id,)) for each in attested),
        rule="impossible-loop",
        explanation=_explanation(loop, dossier, by_id),
        links=tuple(link_of(edge.tie) for edge in loop.edges),
        diagnoses=tuple(_diagnoses(loop, attested)),
    )


def _begin_at_first(loop: Loop) -> Loop:
    """Turn a loop so that it is told alike however it was found: from its least attested edge on."""
    least = min(
        range(len(loop.edges)),
        key=lambda place: (loop.edges[place].tie.is_rule, loop.edges[place].tie.ground),
    )
    return Loop(loop.edges[least:] + loop.edges[:least])


def _explanation(loop: Loop, dossier: Dossier, by_id: Mapping[str, Attestation]) -> str:
    nodes = Nodes(dossier.events)
    steps = []
    for number, edge in enumerate(loop.edges, start=1):
        tie = edge.tie
        ground = tie.ground if tie.is_rule else attestation_words(dossier, by_id[tie.ground])
        steps.append(f"({number}) {link_words(nodes, link_of(edge.tie))} [{ground}]")
    told = loop_words(nodes, [link_of(edge.tie) for edge in loop.edges])
    return (
        f"{sentence(told)} {'; '.join(steps)}. Each may hold by itself; taken together they are short of "
        f"{counted(-loop.days, 'day')}, so no days fit them all."
    )


def _diagnoses(loop: Loop, attested: Sequence[Attestation]) -> Iterator[Diagnosis]:
    """Yield what would explain a loop; that a link is drawn from the words, only where nothing else does."""
    found = list(_causes(loop))
    if any(each.basis is Basis.TELLING for each in attested):
        found.insert(0, _TELLING)
    if not found and any(each.basis is Basis.IMPLIED for each in attested):
        found.append(_IMPLIED)
    yield from found


_TELLING = Diagnosis(
    code="order-of-telling",
    text="the text may tell an event early without meaning that it came early",
    confirm_by="a date or an order stated in words for either event",
)
_IMPLIED = Diagnosis(
    code="implied",
    text="a link follows from the words and is not stated in them",
    confirm_by="reading the passage again for what else it can mean",
)


def _causes(loop: Loop) -> Iterator[Diagnosis]:
    counts_days = any(
        edge.tie.tight[0] not in (None, 0) and edge.tail != CALENDAR and edge.head != CALENDAR
        for edge in loop.edges
    )
    if loop.days == -1 and counts_days:
        yield Diagnosis(
            code="counting-both-ends",
            text="one day is missing: the source may count the first and the last day, or only one of them",
            confirm_by="how the source counts days elsewhere",
        )
    if any(edge.tie.is_rule and "is part of" in edge.tie.ground for edge in loop.edges):
        yield Diagnosis(
            code="different-extent",
            text="the larger event may be bounded differently, so that the smaller one lies outside it",
            confirm_by="what each source counts as the end of the larger event",
        )
