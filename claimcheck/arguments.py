"""What the arguments of the command line ask for; what does not exist is misuse and ends the run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.terminal import misuse, tell

if TYPE_CHECKING:
    from claimcheck.model.dossier import Dossier
    from claimcheck.notebook import Examination
    from claimcheck.values.kind import Kind


def examine_folder(
    folder: Path, documents: Path | None, profile: str | None, *, with_context: bool = False
) -> Examination:
    """Return the report of a dossier's folder, with the receipts and decisions that lie in it."""
    from claimcheck.documents.receipts.store import FILE_NAME
    from claimcheck.dossier.load import load
    from claimcheck.examine import examine

    try:
        dossier = load(folder, profile=profile)
    except ValueError as error:
        misuse(str(error))
    return examine(
        dossier,
        documents=documents,
        receipts=folder / FILE_NAME,
        decisions=folder,
        with_context=with_context,
    )


def kind_named(name: str) -> Kind:
    """Return the kind of value of this name."""
    from claimcheck.ask import find_kind_or_refuse

    try:
        return find_kind_or_refuse(name)
    except ValueError as error:
        misuse(str(error))


def names_of(folder: Path | None) -> Dossier | None:
    """Return the dossier whose names are to be known, its problems told; None without a folder."""
    if folder is None:
        return None
    from claimcheck.dossier.load import load

    dossier: Dossier = load(folder)
    tell(dossier.problems)
    return dossier


def failing_relations(fail_on: str | None) -> tuple[str, ...]:
    """
    Return the relations that make a run fail.

    A relation fails with every graver one: a possible conflict is failed on by a necessary one as well.
    """
    grave = ("possible_conflict", "necessary_conflict")
    if fail_on is None:
        return ()
    if fail_on not in grave:
        misuse(f"cannot fail on {fail_on!r}; there are {', '.join(grave)}")
    return grave[grave.index(fail_on) :]
