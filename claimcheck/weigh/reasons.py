"""Why the lines behind a claim are no more and no fewer, in words that are true of each source."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from claimcheck.model.dossier import Dossier
from claimcheck.model.finding import LinePath
from claimcheck.model.line_words import path_words
from claimcheck.model.plain import listed
from claimcheck.model.question import Attestation
from claimcheck.model.source import Derivation, Independence
from claimcheck.weigh.fewest import Fewest
from claimcheck.weigh.inheritance import Descent
from claimcheck.weigh.ways import Ways

ADDS_NONE = ", and so adds no line of its own"
"""How the words for an echo end."""


@frozen(kw_only=True)
class Counted:
    """What was counted of the lines of one claim, before it is put into words."""

    ways: Ways
    fewest: Fewest
    may_share_parents: bool


def reasons(
    dossier: Dossier, supporting: Sequence[Attestation], descent: Descent, counted: Counted
) -> Iterator[str]:
    """Yield who adds no line of its own, what is not declared, and what passes nothing on."""
    yield from _echo_words(dossier, descent, counted.ways)
    yield from _fewer_words(dossier, counted)
    for speaker in dict.fromkeys(each.speaker for each in supporting):
        if dossier.source(speaker).is_unnamed:
            yield f"{dossier.source(speaker).label} names nobody, and may be one of the others"
    yield from _relayed_words(dossier, supporting)
    for derivation in descent.lacking:
        child, parent = _labels(dossier, derivation)
        yield f"{child} depends on {parent}, which was searched and lacks it: {child} has it from elsewhere"
    for derivation in descent.suspected:
        child, parent = _labels(dossier, derivation)
        yield f"{child} is suspected to depend on {parent}; a suspicion links nothing"


def declared_words(dossier: Dossier, independences: Iterable[Independence]) -> Iterator[str]:
    """Yield who is taken as independent of whom, with the reason that the dossier gives."""
    for each in independences:
        names = listed([dossier.source(source).label for source in sorted(each.sources)])
        reason = f": {each.because}" if each.because else ""
        yield f"{names} are declared independent{reason}"


def way_to(start: str, goals: Container[str], descent: Descent) -> LinePath | None:
    """Return the shortest way from a source up to one of these, or None where there is none."""
    before: dict[str, str] = {start: start}
    waiting = [start]
    for node in waiting:  # grows while it is read
        if node in goals:
            path = [node]
            while path[-1] != start:
                path.append(before[path[-1]])
            path.reverse()
            links = tuple(descent.parents[child][parent] for child, parent in pairwise(path))
            return LinePath(sources=tuple(path), links=links)
        for parent in descent.parents.get(node, ()):
            if parent not in before:
                before[parent] = node
                waiting.append(parent)
    return None


def _echo_words(dossier: Dossier, descent: Descent, ways: Ways) -> Iterator[str]:
    """Yield how each source at hand that begins no line joins one."""
    on_lines = {source for path in ways.paths for source in path}
    for start in descent.starts:
        if start not in on_lines:
            path = way_to(start, on_lines, descent)
            if path is not None:
                yield f"{path_words(dossier, descent.hands, path)}{ADDS_NONE}"


def _fewer_words(dossier: Dossier, counted: Counted) -> Iterator[str]:
    """Yield why the lines may be fewer than the separate ways."""
    at_least, at_most = counted.fewest.number, len(counted.ways)
    if at_least < at_most:
        names = listed([dossier.source(path[0]).label for path in counted.ways.paths])
        if counted.may_share_parents:
            yield f"of those that they draw on, {names} may have it from the same, so they may be fewer lines"
        else:
            extent = "all of " if at_least > 1 else ""
            yield f"nobody has declared {extent}{names} independent, so they may be fewer lines"
    if not counted.fewest.is_exact:
        yield f"the search for the fewest lines was cut short: they are {at_least} or more"


def _relayed_words(dossier: Dossier, supporting: Iterable[Attestation]) -> Iterator[str]:
    """Yield through whom those who are not read themselves reach the reader."""
    supporting = list(supporting)
    at_hand = {each.speaker for each in supporting if not each.is_relayed}
    through: dict[str, list[str]] = {}
    for each in supporting:
        if each.is_relayed and each.speaker not in at_hand:
            through.setdefault(each.chain[0].source, []).append(dossier.source(each.speaker).label)
    for source, labels in through.items():
        names = list(dict.fromkeys(labels))
        if len(names) > 1:
            yield f"{listed(names)} are known only through {dossier.source(source).label}, as its hearsay"


def _labels(dossier: Dossier, derivation: Derivation) -> tuple[str, str]:
    return dossier.source(derivation.child).label, dossier.source(derivation.parent).label
