"""The labels that notes and their marks bear in print."""

from __future__ import annotations

import re

from claimcheck.documents.folding.characters import SUPERSCRIPTS

_PLAIN = str.maketrans(SUPERSCRIPTS, "0123456789")

_LABEL = re.compile(
    rf"\s*(?:([{SUPERSCRIPTS}]{{1,3}})[.)]?\s*|[(\[]?(\d{{1,3}})[.)\]]*(?:\s+|$)|([*†‡§]{{1,3}})\s*)"
)
_MARK = re.compile(rf"\s*(?:[(\[]?(\d{{1,3}})[)\]]?|([{SUPERSCRIPTS}]{{1,3}})|([*†‡§]{{1,3}}))\s*\Z")


def split_label(words: str) -> tuple[str, str]:
    """
    Return the label that the text of a note begins with, and the rest; an empty label when it bears none.

    >>> split_label("¹ Ledger of the ford."), split_label("12) So the miller."), split_label("1918 was dry.")
    (('1', 'Ledger of the ford.'), ('12', 'So the miller.'), ('', '1918 was dry.'))
    """
    match = _LABEL.match(words)
    if match is None:
        return "", words
    return _first(match), words[match.end() :]


def mark_label(words: str) -> str:
    """Return the label when words are nothing but the mark of a note, else nothing."""
    match = _MARK.match(words)
    return _first(match) if match else ""


def _first(match: re.Match[str]) -> str:
    return next(group for group in match.groups() if group).translate(_PLAIN)
