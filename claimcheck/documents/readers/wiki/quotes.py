"""Apostrophes that set words in italics or bold, and those that are apostrophes."""

from __future__ import annotations

import re

_RUN = re.compile("'{2,}")
_ITALIC, _BOLD, _BOTH = 2, 3, 5


def without_quotes(line: str) -> str:
    """
    Return a line of wikitext without the marks of italics and bold.

    When neither comes out even, one mark of bold is an apostrophe before italics, as in MediaWiki: the one
    after a word of a single letter, else after a longer word.

    >>> without_quotes("''Ledger'''s leaf"), without_quotes("l'''écluse'' and '''gate'''")
    ("Ledger's leaf", "l'écluse and gate")
    """
    runs = [(match, _kind(len(match.group()))) for match in _RUN.finditer(line)]
    n_italic = sum(kind in (_ITALIC, _BOTH) for _match, kind in runs)
    n_bold = sum(kind in (_BOLD, _BOTH) for _match, kind in runs)
    bold = [match for match, kind in runs if kind == _BOLD]
    apostrophe = min(bold, key=_rank, default=None) if n_italic % 2 and n_bold % 2 else None
    pieces: list[str] = []
    at = 0
    for match, kind in runs:
        n_left = len(match.group()) - kind + (match is apostrophe)
        pieces += [line[at : match.start()], "'" * n_left]
        at = match.end()
    return "".join(pieces) + line[at:]


def _kind(length: int) -> int:
    """Return how many of so many apostrophes are a mark; those before it are apostrophes."""
    return length if length <= _BOLD else min(length, _BOTH) if length != _BOLD + 1 else _BOLD


def _rank(match: re.Match[str]) -> tuple[int, int]:
    before = match.string[max(0, match.start() - 2) : match.start()].rjust(2)
    is_after_word = before[1] != " "
    is_after_letter = is_after_word and before[0] == " "
    return (0 if is_after_letter else 1 if is_after_word else 2), match.start()
