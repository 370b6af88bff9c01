"""The station that turns the files of a dossier into records, and finds what is wrong in them."""

from claimcheck.dossier.load import load

__all__ = ["load"]
