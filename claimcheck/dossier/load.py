"""From a folder of files to a dossier."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from claimcheck.dossier.attestations import AttestationReader
from claimcheck.dossier.derivations import read_derivations, read_hand, read_independence
from claimcheck.dossier.events import read_events
from claimcheck.dossier.gather import Entry, Gathered, gather
from claimcheck.dossier.ids import Ids, Tables
from claimcheck.dossier.names import read_bodies, read_persons, read_places
from claimcheck.dossier.problems import shown, suggestion
from claimcheck.dossier.questions import QuestionReader, without_cycles
from claimcheck.dossier.references import ReferenceReader
from claimcheck.dossier.scopes import ScopeReader
from claimcheck.dossier.sources import read_damage, read_document, read_source
from claimcheck.model.document import Document
from claimcheck.model.dossier import Dossier
from claimcheck.model.problem import Problem
from claimcheck.model.question import Question
from claimcheck.model.registers import body_register, person_register, place_register
from claimcheck.values.context import Context
from claimcheck.values.tolerances import Tolerances, profile_names

_Read = TypeVar("_Read")


def load(path: str | os.PathLike[str], *, profile: str | None = None) -> Dossier:
    """
    Return the dossier in a folder, with a located problem for everything that is wrong in it.

    What a problem touches is left out, the rest is whole. `profile` names the tolerances that values are
    read with, instead of the one that the dossier names; a name that does not ship with the package is a
    `ValueError`. Nothing in the files raises.
    """
    if profile is not None and profile not in profile_names():
        near = suggestion(profile, profile_names()) or f"there are {', '.join(profile_names())}"
        raise ValueError(f"no tolerance profile {profile!r}; {near}")
    folder = Path(path)
    problem = _folder_problem(folder)
    if problem is not None:
        return Dossier(profile=profile or profile_names()[0], problems=(problem,))
    with _garbage_kept():
        return _assemble(gather(folder), profile)


@contextmanager
def _garbage_kept() -> Iterator[None]:
    """
    Pause the collector of cyclic garbage, if it runs.

    Records and nodes refer to one another without a cycle; looking for one again and again, while
    hundreds of thousands of them are made, would take longer than making them.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _folder_problem(folder: Path) -> Problem | None:
    try:
        if folder.is_dir():
            return None
        is_there = folder.exists()
    except (OSError, ValueError):  # a name too long, or one with a NUL in it
        is_there = False
    if is_there:
        return Problem(
            code="dossier-not-a-folder",
            message=f"{shown(str(folder))} is a file; a dossier is a folder of YAML files",
            hint="name the folder that it lies in",
        )
    return Problem(
        code="dossier-missing",
        message=f"there is no folder {shown(str(folder))}",
        hint="check the path; `claimcheck init DIR` writes a first dossier",
    )


def _assemble(gathered: Gathered, profile: str | None) -> Dossier:
    tables = Tables.of(gathered)
    lists = gathered.lists
    title, profile = _header(gathered, profile)
    persons = read_persons(lists["persons"], tables)
    places = read_places(lists["places"], tables)
    bodies = read_bodies(lists["bodies"], tables)
    context = Context(
        persons=person_register(persons),
        places=place_register(places),
        bodies=body_register(bodies),
        tolerances=Tolerances(profile=profile),
    )
    sources = tuple(read_source(entry, tables) for entry in lists["sources"])
    documents = _read_each(lists["documents"], lambda entry: read_document(entry, tables), tables.documents)
    events = read_events(lists["events"], tables)
    damages = _read_each(lists["damage"], lambda entry: read_damage(entry, tables), tables.damage)
    questions = _questions(lists["questions"], documents, context, tables)
    by_id = {source.id: source for source in sources}
    derivations = read_derivations(lists["derivations"], by_id, tables, questions)
    hands = (read_hand(entry, tables) for entry in lists["hands"])
    judgements = (read_independence(entry, tables) for entry in lists["independence"])
    return Dossier(
        title=title,
        profile=profile,
        sources=sources,
        documents=documents,
        derivations=derivations,
        hands=tuple(hand for hand in hands if hand is not None),
        independences=tuple(judgement for judgement in judgements if judgement is not None),
        persons=persons,
        places=places,
        bodies=bodies,
        events=events,
        questions=questions,
        damages=damages,
        problems=gathered.collector.problems(),
        person_register=context.persons,
        place_register=context.places,
        body_register=context.bodies,
    )


def _read_each(
    entries: Iterable[Entry], read: Callable[[Entry], _Read | None], ids: Ids
) -> tuple[_Read, ...]:
    """Return what could be read; the ids of the others count as left out from here on."""
    found: list[_Read] = []
    for entry in entries:
        record = read(entry)
        if record is None:
            ids.drop(entry.fields.text("id"))
        else:
            found.append(record)
    return tuple(found)


def _questions(
    entries: list[Entry], documents: Iterable[Document], context: Context, tables: Tables
) -> tuple[Question, ...]:
    scopes = ScopeReader(bodies=context.bodies, places=context.places)
    attestations = AttestationReader(tables, scopes, {document.id: document for document in documents})
    reader = QuestionReader(tables, scopes, context, attestations)
    found = [(question, entry) for entry in entries if (question := reader.read(entry)) is not None]
    references = ReferenceReader(tables, attestations)
    completed = references.without_circles(references.complete(question, entry) for question, entry in found)
    return without_cycles(completed, [entry for _, entry in found])


def _header(gathered: Gathered, profile: str | None) -> tuple[str, str]:
    """Return title and profile; the dossier has one file for them at most."""
    if not gathered.headers:
        return "", profile or profile_names()[0]
    first, *others = gathered.headers
    for entry in others:
        entry.tell(
            "second-header",
            f"the part `dossier` stands in {first.page.file} already; this file is left out",
            "part",
            hint="keep one of the two",
        )
    named = first.fields.text("profile")
    if named and named not in profile_names():
        known = ", ".join(profile_names())
        hint = first.page.suggest(named, profile_names()) or f"there are {known}"
        first.tell("unknown-profile", f"there is no tolerance profile {shown(named)}", "profile", hint)
        named = ""
    return first.fields.words("title"), profile or named or profile_names()[0]
