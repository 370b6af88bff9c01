"""A first dossier to fill in."""

from __future__ import annotations

import os
from pathlib import Path

from claimcheck.data import read_data
from claimcheck.dossier.errors import DossierExistsError
from claimcheck.dossier.writing import write_new_file

FILES = ("dossier.yaml", "sources.yaml", "documents.yaml", "names.yaml", "questions.yaml")


def write_first_dossier(folder: str | os.PathLike[str]) -> tuple[Path, ...]:
    """
    Write a small dossier of invented content, with comments that explain it, and return its files.

    A folder that does not exist is made. Where YAML files stand already, or a file in the folder's
    place, nothing is written and `DossierExistsError` is raised: two dossiers in one folder are one.
    """
    target = Path(folder)
    if target.exists() and not target.is_dir():
        raise DossierExistsError(f"{target} is a file; name a new folder for the dossier")
    present = sorted(path.name for path in target.glob("*.y*ml")) if target.is_dir() else []
    if present:
        raise DossierExistsError(f"{target} has files of a dossier already ({present[0]}); name a new folder")
    target.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    try:
        for name in FILES:
            write_new_file(target / name, read_data(f"first/{name}"))
            written.append(target / name)
    except OSError as error:
        for path in written:
            path.unlink(missing_ok=True)
        if isinstance(error, FileExistsError):
            raise DossierExistsError(f"{target} was being written to at the same time") from error
        raise
    return tuple(written)
