"""Stemmata taken over: every copy a source, lost ones too, and every link a derivation."""

from __future__ import annotations

import os
from collections.abc import Container, Iterator
from pathlib import Path

from attrs import frozen

from claimcheck.dossier.bibliography import read_bibliography, texts_of, write_numbered
from claimcheck.dossier.errors import NothingNewError
from claimcheck.dossier.graphml import Edge, Graph, read_graphml
from claimcheck.dossier.problems import Collector, Page, shown
from claimcheck.dossier.source_ids import source_id, unique_id
from claimcheck.dossier.writing import quoted
from claimcheck.model.problem import Location, Problem
from claimcheck.model.source import Certainty, Derivation, Source

_HEADER = (
    "# Taken over from a stemma by `claimcheck import`.\nclaimcheck: 1\npart: derivations\nderivations:\n"
)
_LOST = ("grey", "gray")
"""Colours in which lost copies are drawn, by the custom of OpenStemmata."""


@frozen(kw_only=True)
class Stemma:
    """The copies of a text and who was copied from whom."""

    sources: tuple[Source, ...] = ()
    derivations: tuple[Derivation, ...] = ()


def import_stemma(path: str | os.PathLike[str]) -> tuple[Stemma, tuple[Problem, ...]]:
    """
    Return the stemma of a GraphML file, and what could not be taken over.

    Ids begin with the file's name, so that copies of different texts called "A" stay apart. A filiation
    makes the child a copy, argued by the editor; a contamination one that draws on the parent; a link of
    low certainty, or drawn without direction, is suspected. Where the file tells colours, the grey copies
    are lost and the others survive. Nothing in the file raises.
    """
    file = Path(path)
    collector = Collector()
    page = Page(file.name, collector)
    text = read_bibliography(file, page)
    graph = read_graphml(text, page) if text is not None else None
    if graph is None:
        return Stemma(), collector.problems()
    sources = _sources(graph, file.stem, page)
    derivations = tuple(_derivations(graph, sources, page))
    return Stemma(sources=tuple(sources.values()), derivations=derivations), collector.problems()


def write_stemma(stemma: Stemma, folder: str | os.PathLike[str], known: Container[str]) -> tuple[Path, ...]:
    """
    Write a stemma into new files of a dossier and return their paths; no existing file is touched.

    `NothingNewError` when the dossier has all of its copies (`known`). Those that it has are passed over.
    """
    target = Path(folder)
    new = [source for source in stemma.sources if source.id not in known]
    if not new:
        raise NothingNewError(f"{target} has all of these sources already")
    added = {source.id for source in new}
    links = [each for each in stemma.derivations if each.child in added or each.parent in added]
    paths = [write_numbered(target, "sources-imported", text) for text in texts_of(new)]
    if links:
        paths.append(write_numbered(target, "derivations-imported", "".join((_HEADER, *map(_line, links)))))
    return tuple(paths)


def _sources(graph: Graph, stem: str, page: Page) -> dict[str, Source]:
    """Return the sources by the id of their node."""
    tells_colour = "color" in graph.keys
    found: dict[str, Source] = {}
    taken: set[str] = set()
    for node in graph.nodes:
        if not node.id:
            page.tell_at("stemma-node", "a node has no id and is left out", node.line)
        elif node.id in found:
            page.tell_at(
                "stemma-node", f"the node {shown(node.id)} stands twice; the first is kept", node.line
            )
        else:
            label = node.data.get("label") or node.id
            wanted = source_id(f"{stem}.{node.id}", Source(id="", title=f"{stem} {node.id}"))
            name = unique_id(wanted, taken)
            taken.add(name)
            found[node.id] = Source(
                id=name,
                title=label,
                short=label,
                type="manuscript",
                survives=node.data.get("color", "").casefold() not in _LOST if tells_colour else None,
                where=Location(file=page.file, line=node.line),
            )
    return found


def _derivations(graph: Graph, sources: dict[str, Source], page: Page) -> Iterator[Derivation]:
    seen: set[tuple[str, str]] = set()
    for edge in graph.edges:
        missing = [each for each in (edge.source, edge.target) if each not in sources]
        if missing:
            page.tell_at("stemma-link", f"there is no node {shown(missing[0])} to link", edge.line)
        elif edge.source == edge.target:
            page.tell_at("stemma-link", f"{shown(edge.source)} would be copied from itself", edge.line)
        elif (edge.source, edge.target) not in seen:
            seen.add((edge.source, edge.target))
            yield _derivation(edge, sources, page)


def _derivation(edge: Edge, sources: dict[str, Source], page: Page) -> Derivation:
    is_contamination = edge.data.get("type", "").casefold() == "contamination"
    has_direction = edge.is_directed and edge.data.get("dir", "").casefold() != "none"
    is_sure = has_direction and edge.data.get("cert", "").casefold() != "low"
    reasons = [f"{'contamination' if is_contamination else 'filiation'} in the stemma {page.file}"]
    reasons += [] if has_direction else ["drawn without direction"]
    reasons += filter(None, [edge.data.get("note", "")])
    return Derivation(
        child=sources[edge.target].id,
        parent=sources[edge.source].id,
        kind="draws-on" if is_contamination else "copies",
        status=Certainty.ARGUED if is_sure else Certainty.SUSPECTED,
        because="; ".join(reasons),
        where=Location(file=page.file, line=edge.line),
    )


def _line(link: Derivation) -> str:
    return (
        f"  - {{child: {link.child}, parent: {link.parent}, kind: {link.kind}, "
        f"status: {link.status.value}, because: {quoted(link.because)}}}\n"
    )
