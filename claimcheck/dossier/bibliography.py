"""Bibliographies of other programs taken over as sources, and sources written as files of a dossier."""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Iterable, Iterator
from pathlib import Path

from attrs import evolve

from claimcheck.dossier.bibtex import read_bibtex
from claimcheck.dossier.csl import Found, read_csl, source_of
from claimcheck.dossier.errors import NothingNewError
from claimcheck.dossier.files import LARGEST_FILE
from claimcheck.dossier.format import CREATOR_ROLES
from claimcheck.dossier.gather import gather
from claimcheck.dossier.problems import Collector, Page
from claimcheck.dossier.ris import read_ris
from claimcheck.dossier.source_ids import unique_id
from claimcheck.dossier.writing import quoted, write_new_file
from claimcheck.model.problem import Location, Problem
from claimcheck.model.source import Creator, Form, Source

LARGEST_BIBLIOGRAPHY = 64 * 2**20

_READERS: dict[str, Callable[[str, Page], Iterator[Found]]] = {
    ".json": read_csl,
    ".bib": read_bibtex,
    ".ris": read_ris,
}
_HEADER = "# Taken over from a bibliography by `claimcheck import`.\nclaimcheck: 1\npart: sources\nsources:\n"


def import_sources(
    path: str | os.PathLike[str], *, known: Container[str] = frozenset()
) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """
    Return the sources of a bibliography (CSL-JSON, .bib, .ris) and what could not be taken over.

    Their ids are citation keys where these can be ids, else author and year; in one file no two are the
    same, and the same file gives the same ids. An entry whose id is among `known` (see
    `known_source_ids`) is told as `bib-known` and left out. Nothing in the file raises.
    """
    file = Path(path)
    collector = Collector()
    page = Page(file.name, collector)
    sources: dict[str, Source] = {}
    for found in _entries(file, page):
        source = source_of(found, page)
        if source is None:
            continue
        where = Location(file=page.file, line=found.line)
        source = evolve(source, id=unique_id(source.id, sources), where=where)
        sources[source.id] = source
    for source in sources.values():
        if source.id in known:
            message = f"the dossier has a source {source.id!r} already; this entry is left out"
            page.tell_at("bib-known", message, source.where.line)
    return tuple(source for source in sources.values() if source.id not in known), collector.problems()


def known_source_ids(folder: str | os.PathLike[str]) -> frozenset[str]:
    """Return the ids of the sources of a dossier, those among them that could not be read."""
    gathered = gather(Path(folder))
    ids = {entry.fields.text("id") for entry in gathered.lists["sources"]}
    return frozenset(ids | gathered.left_out["sources"])


def write_sources(sources: Iterable[Source], folder: str | os.PathLike[str]) -> Path:
    """
    Write sources into a new file of a dossier and return its path.

    Sources whose ids the dossier has already are passed over; `NothingNewError` when none is left. No
    existing file is touched: the new one is `sources-imported.yaml`, or numbered. More than fits into
    one file of a dossier goes on in further ones, of which the first is returned.
    """
    target = Path(folder)
    known = known_source_ids(target)
    new = [source for source in sources if source.id not in known]
    if not new:
        raise NothingNewError(f"{target} has all of these sources already")
    paths = [write_numbered(target, "sources-imported", text) for text in texts_of(new)]
    return paths[0]


def _entries(file: Path, page: Page) -> Iterator[Found]:
    reader = _READERS.get(file.suffix.lower())
    if reader is None:
        endings = ", ".join((*_READERS, ".graphml"))
        message = f"cannot tell what kind of bibliography this is: known endings are {endings}"
        page.tell_at("bib-format", message, 0, hint="in Zotero choose the format CSL JSON, BibTeX or RIS")
        return
    text = read_bibliography(file, page)
    if text is None:
        return
    try:
        yield from reader(text, page)
    except ImportError as error:
        page.tell_at(
            "extra-missing",
            f"{file.suffix} is read by the package {error.name}, which is not installed",
            0,
            hint='install the extra "bib": pip install "claimcheck[bib]"; or export as CSL JSON',
        )


def read_bibliography(file: Path, page: Page) -> str | None:
    """Return the text of a file of another program, or None after telling why it cannot be read."""
    try:
        if not file.is_file():
            page.tell_at("bib-unreadable", "is not there, or is no file", 0, hint="check the path")
            return None
        with file.open("rb") as stream:
            data = stream.read(LARGEST_BIBLIOGRAPHY + 1)
    except (OSError, ValueError) as error:
        page.tell_at("bib-unreadable", f"cannot be read: {error}", 0, hint="check that you may read it")
        return None
    if len(data) > LARGEST_BIBLIOGRAPHY:
        page.tell_at("bib-unreadable", f"is larger than {LARGEST_BIBLIOGRAPHY // 2**20} MiB", 0)
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        page.tell_at("not-utf-8", f"is not UTF-8 (byte {error.start})", line, hint="export it as UTF-8")
        return None


def write_numbered(folder: Path, name: str, text: str) -> Path:
    """Write a new file `NAME.yaml`, or numbered where that is there, and return its path."""
    number = 1
    while True:
        path = folder / f"{name}{'' if number == 1 else f'-{number}'}.yaml"
        try:
            write_new_file(path, text)
        except FileExistsError:
            number += 1
        else:
            return path


def texts_of(sources: Iterable[Source]) -> Iterator[str]:
    """Yield the texts of as many files as the limit of a file asks for."""
    parts, size = [_HEADER], len(_HEADER)
    for source in sources:
        entry = "".join(f"{line}\n" for line in _lines(source))
        n_bytes = len(entry.encode())
        if len(parts) > 1 and size + n_bytes > LARGEST_FILE:
            yield "".join(parts)
            parts, size = [_HEADER], len(_HEADER)
        parts.append(entry)
        size += n_bytes
    yield "".join(parts)


def _lines(source: Source) -> Iterator[str]:
    yield f"  - id: {source.id}"
    if source.type != "document":
        yield f"    type: {source.type}"
    texts = [("title", source.title), ("container-title", source.container_title), *source.other]
    yield from (f"    {key}: {quoted(text)}" for key, text in texts if text)
    for role in CREATOR_ROLES:
        creators = [creator for creator in source.creators if creator.role == role]
        if creators:
            yield f"    {role}:"
            yield from (f"      - {_creator(creator)}" for creator in creators)
    criticism = [("issued", source.issued), ("short", source.short)]
    yield from (f"    {key}: {quoted(text)}" for key, text in criticism if text)
    if source.form is not Form.UNSTATED:
        yield f"    form: {source.form.value}"
    made = [("when", source.made), ("at", source.made_at)]
    if any(text for _, text in made):
        yield "    made: {" + ", ".join(f"{key}: {quoted(text)}" for key, text in made if text) + "}"
    words = [("side", source.side), ("authenticity", source.authenticity)]
    yield from (f"    {key}: {quoted(text)}" for key, text in words if text)
    if source.survives is not None:
        yield f"    survives: {'yes' if source.survives else 'no'}"
    if source.is_unnamed:
        yield "    unnamed: yes"
    if source.note:
        yield f"    note: {quoted(source.note)}"


def _creator(creator: Creator) -> str:
    names = [("family", creator.family), ("given", creator.given), ("literal", creator.literal)]
    person = [f"person: {creator.person}"] if creator.person else []
    return "{" + ", ".join([*(f"{key}: {quoted(text)}" for key, text in names if text), *person]) + "}"
