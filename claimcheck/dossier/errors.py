"""What a caller may have asked for in vain. Whatever is wrong inside files is a problem instead."""

from __future__ import annotations


class DossierExistsError(FileExistsError):
    """A first dossier was asked for where files of a dossier stand already."""


class NothingNewError(ValueError):
    """Sources were to be added to a dossier that has them all."""
