"""Files of other programs taken into a dossier, whichever kind they are."""

from __future__ import annotations

from pathlib import Path

from claimcheck.dossier.bibliography import import_sources, known_source_ids, write_sources
from claimcheck.dossier.errors import NothingNewError
from claimcheck.dossier.stemmata import import_stemma, write_stemma
from claimcheck.model.problem import Location, Problem


def import_file(file: Path, dossier: Path) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """
    Write what a file holds into new files of a dossier; return their paths and what was left out.

    GraphML is a stemma, everything else a bibliography. Raises `OSError` where nothing can be written.
    """
    known = known_source_ids(dossier) if dossier.is_dir() else frozenset()
    if file.suffix.casefold() == ".graphml":
        stemma, problems = import_stemma(file)
        if not stemma.sources:
            return (), problems
        try:
            return write_stemma(stemma, dossier, known), problems
        except NothingNewError as error:
            told = Problem(code="bib-known", message=str(error), where=Location(file=file.name))
            return (), (*problems, told)
    sources, problems = import_sources(file, known=known)
    return ((write_sources(sources, dossier),) if sources else ()), problems
