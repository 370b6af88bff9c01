"""Derivations, unseen parents and declared independence from their entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from claimcheck.dossier.cycles import find_cycles, shown_cycle
from claimcheck.dossier.gather import Entry
from claimcheck.dossier.ids import Tables
from claimcheck.dossier.nodes import Text
from claimcheck.dossier.problems import shown
from claimcheck.model.plain import listed
from claimcheck.model.question import Attestation, Question
from claimcheck.model.source import Certainty, Derivation, Hand, Independence, Source
from claimcheck.values.span import Span

# Steps of the search for cycles among derivations that are limited to some questions. Beyond it the
# limits are not regarded, so that a cycle is told where there may be none for any single question.
_MOST_STEPS = 5_000_000

_Pair = tuple[str, str]


def read_derivations(
    entries: Iterable[Entry],
    sources: Mapping[str, Source],
    tables: Tables,
    questions: Iterable[Question],
) -> tuple[Derivation, ...]:
    """Return the derivations that are possible in time and do not lead back to their own child."""
    found: list[tuple[Derivation, Entry]] = []
    attestations = {each.id: each for question in questions for each in question.attestations}
    for entry in entries:
        derivation = _derivation(entry, tables, attestations)
        if derivation is not None and _is_possible_in_time(derivation, sources, entry):
            found.append((derivation, entry))
    closing = _closing_links([derivation for derivation, _ in found if _leads_up(derivation)])
    kept: list[Derivation] = []
    told: set[_Pair] = set()
    for derivation, entry in found:
        cycle = closing.get(id(derivation))
        if cycle is None:
            kept.append(derivation)
        elif _pair(derivation) not in told:
            told.add(_pair(derivation))
            entry.tell(
                "derivation-cycle",
                f"{shown_cycle(cycle)}: each would depend on itself; "
                f"that {derivation.child} depends on {derivation.parent} is left out",
                hint="delete the wrong link, or limit links to the `questions` that they hold for",
            )
    return tuple(kept)


def read_hand(entry: Entry, tables: Tables) -> Hand | None:
    """Return an unseen parent; None when fewer than two sources, or none of its questions, are known."""
    fields = entry.fields
    sources = _group(entry, tables, "one hand is a matter of two sources or more")
    questions = tables.questions.find_all(fields.items("questions"), entry.page)
    if not sources or ("questions" in fields and not questions):
        return None
    return Hand(
        sources=sources,
        kind=fields.text("kind"),
        because=fields.text("because"),
        status=Certainty(fields.text("status") or "declared"),
        questions=questions,
        where=entry.page.place(fields),
    )


def read_independence(entry: Entry, tables: Tables) -> Independence | None:
    """Return a judgement on the independence of a group, or None when fewer than two of it are known."""
    sources = _group(entry, tables, "independence is a matter of two sources or more")
    if not sources:
        return None
    return Independence(
        sources=frozenset(sources),
        is_known=entry.fields.text("independent") == "known",
        because=entry.fields.text("because"),
        where=entry.page.place(entry.fields),
    )


def _group(entry: Entry, tables: Tables, why: str) -> tuple[str, ...]:
    """Return the sources of an entry; none, after telling, when fewer than two of them are known."""
    nodes = entry.fields.items("sources")
    sources = tables.sources.find_all(nodes, entry.page)
    if len(sources) >= 2:
        return sources
    if len(nodes) < 2 or len({node.value for node in entry.fields.texts("sources")}) < 2:
        entry.tell("too-few-sources", why, "sources")
    return ()


def _derivation(entry: Entry, tables: Tables, known: Mapping[str, Attestation]) -> Derivation | None:
    fields, page = entry.fields, entry.page
    child = tables.sources.find(fields.mark("child"), page)
    parent = tables.sources.find(fields.mark("parent"), page)
    questions = tables.questions.find_all(fields.items("questions"), page)
    if child is None or parent is None:
        return None
    attestations = _attestations(entry, child, known)
    questions = questions or tuple(dict.fromkeys(known[each].question for each in attestations))
    if ("questions" in fields and not questions) or ("attestations" in fields and not attestations):
        # Limited to what is not there: without the limit it would say more than was written.
        return None
    return Derivation(
        child=child,
        parent=parent,
        kind=fields.text("kind"),
        status=Certainty(fields.text("status") or "declared"),
        because=fields.text("because"),
        questions=questions,
        attestations=attestations,
        where=page.place(fields),
    )


def _attestations(entry: Entry, child: str, known: Mapping[str, Attestation]) -> tuple[str, ...]:
    """Return the attestations that a derivation is limited to, after telling of those not of the child."""
    found: list[str] = []
    for node in entry.fields.items("attestations"):
        name = node.value.strip() if isinstance(node, Text) else ""
        attestation = known.get(name)
        if attestation is None:
            hint = entry.page.suggest(name, known) or "write its id as reports do: QUESTION.ID"
            entry.page.tell("unknown-id", f"there is no attestation {shown(name)}", node, hint)
        elif child not in (link.source for link in attestation.chain):
            speaks = listed([link.source for link in attestation.chain])
            entry.page.tell(
                "not-of-child",
                f"{name} is of {speaks}, not of {child}",
                node,
                hint="name attestations of the child, which has them from the parent",
            )
        else:
            found.append(name)
    return tuple(dict.fromkeys(found))


def _leads_up(derivation: Derivation) -> bool:
    """Whether the child is said to depend on the parent; of two works, either may be suspected to."""
    return not derivation.is_mutual and derivation.status is not Certainty.SUSPECTED


def _is_possible_in_time(derivation: Derivation, sources: Mapping[str, Source], entry: Entry) -> bool:
    if derivation.is_mutual:
        return True
    child, parent = _made(sources.get(derivation.child)), _made(sources.get(derivation.parent))
    if child is None or parent is None or child.last is None or parent.first is None:
        return True
    if child.last >= parent.first:
        return True
    entry.tell(
        "child-older-than-parent",
        f"{derivation.child} ({child}) was made before {derivation.parent} ({parent}) "
        "and cannot depend on it; the link is left out",
        hint="swap child and parent, or say with `made` when the parent was first written",
    )
    return False


def _made(source: Source | None) -> Span | None:
    """Return the days in which a source came to be: when made, else first published, else published."""
    return None if source is None else source.made_span or source.issued_span


def _closing_links(derivations: list[Derivation]) -> dict[int, tuple[str, ...]]:
    """Return the derivations (by identity) that close a cycle, each with the cycle."""
    cycles = {(cycle[-1], cycle[0]): cycle for cycle in find_cycles(_links(derivations))}
    if not cycles:
        return {}
    limits = dict.fromkeys(question for derivation in derivations for question in derivation.questions)
    if not limits or len(limits) * len(derivations) > _MOST_STEPS:
        return {id(link): cycles[_pair(link)] for link in derivations if _pair(link) in cycles}
    closing: dict[int, tuple[str, ...]] = {}
    for question in (None, *limits):
        holding = [
            link
            for link in derivations
            if id(link) not in closing and (not link.questions or question in link.questions)
        ]
        cycles = {(cycle[-1], cycle[0]): cycle for cycle in find_cycles(_links(holding))}
        closing |= {id(link): cycles[_pair(link)] for link in holding if _pair(link) in cycles}
    return closing


def _pair(derivation: Derivation) -> _Pair:
    return derivation.child, derivation.parent


def _links(derivations: Iterable[Derivation]) -> dict[str, list[str]]:
    links: defaultdict[str, list[str]] = defaultdict(list)
    for child, parent in dict.fromkeys(map(_pair, derivations)):
        links[child].append(parent)
    return dict(links)
