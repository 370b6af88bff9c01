"""The folding that the peers get: small plain letters, lines joined, one space at a time."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from attrs import frozen

from benchmarks.quotations.edits import Edit, Edited

_CHANGED = re.compile(r"-\n\s*|\s{2,}|[\n\r\f\t]|[^\x00-\x7f]")


@frozen(kw_only=True, eq=False)
class Folded:
    """A folded text, and the edits that led to it."""

    text: str
    edited: Edited

    @classmethod
    def of(cls, text: str) -> Folded:
        """Fold a text: hyphens at line ends and accents go, white space is one space."""
        edits: list[Edit] = []
        for match in _CHANGED.finditer(text):
            found = match[0]
            replacement = "" if found[0] == "-" else " " if found.isspace() else _plain(found)
            if replacement != found:
                edits.append((match.start(), match.end(), replacement))
        edited = Edited.of(text, edits)
        return cls(text=_lower(edited.text), edited=edited)


@cache
def _plain(character: str) -> str:
    if character in "‘’‚“”„":
        return "'" if character in "‘’‚" else '"'
    bare = "".join(
        each for each in unicodedata.normalize("NFKD", character) if not unicodedata.combining(each)
    )
    return bare or character


def _lower(text: str) -> str:
    """Return a text in small letters, each character for one; a few capitals become two letters otherwise."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := each.lower()) == 1 else each for each in text)


def fold_plainly(text: str) -> str:
    """Return a text as the peers get it."""
    return Folded.of(text).text
