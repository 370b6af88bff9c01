"""Words, letters and pairs of letters by which differences are judged. All lists are ours."""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LIGATURES = tuple(re.compile(each) for each in ("ffi|ffl|ff|fi|fl", "fi|fl", "fi", "fl", "ff"))
"""The sets of ligatures that readers of PDF are known to lose together."""

REAL_LEFTOVERS = _words(
    """a air an and are art as ask ash at ax ear end ex he her i ice in inch is it its lap lip low me ne
    o oat of on or our out ow own re ring rip row s t to top under us we"""
)
"""
What is left of a common word when its ligature is lost, and is a word itself: flair, fin, flour, flask.
Such a loss is not plain to see.
"""

NEGATIONS_BY_LANGUAGE = {
    "en": _words(
        "no not never none nor neither without cannot nothing nobody nowhere hardly scarcely barely t non"
    ),
    "fr": _words("ne pas jamais non"),
    "de": _words("nicht kein keine nie niemals"),
    "tr": _words("yok degil hic"),
    "ru": _words("не ни нет без"),
}
NEGATIONS = frozenset().union(*NEGATIONS_BY_LANGUAGE.values())
NEGATIVE_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "mis", "anti", "a", "не")

CLITICS = _words("s t d m ll re ve th st nd rd")
"""What stands behind an apostrophe or a digit, and is no misreading there."""

CONTRACTIONS = _words("well were hell shell wed id ill its cant wont shed lets")
"""Words that an apostrophe makes another word of."""

ABBREVIATIONS = _words(
    """vol vols fol fols no nos p pp art ch chap doc docs col cols sec sect par n nn l ll r s bd nr file"""
)
"""After these a number belongs to the reference, and is no mark of a note."""

CONFUSABLE = frozenset(
    frozenset(pair.split(":"))
    for pair in _words(
        """a:o a:e b:h c:e c:o e:o f:s f:t g:q g:y h:i h:n i:j i:l i:t k:x l:t m:n n:r n:u r:t s:t u:v v:y
        rn:m cl:d li:h ii:u ll:u vv:w ri:n in:m ni:m nn:m"""
    )
)
"""Letters that a scan, or a hasty eye, mistakes for one another."""


def without_ligatures(word: str) -> tuple[str, ...]:
    """
    Return what is left of a word when a reader loses its ligatures, none when it has none.

    >>> without_ligatures("official")
    ('ocial', 'ofcial', 'oicial')
    """
    left = dict.fromkeys(ligatures.sub("", word) for ligatures in LIGATURES)
    return tuple(each for each in left if each and each != word)
