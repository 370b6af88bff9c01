"""The one table of what passes a statement on: kinds of derivation, and kinds of unseen parents."""

from __future__ import annotations

from enum import Enum


class Passing(Enum):
    """What a kind of derivation does with a statement."""

    INHERITS = "the child took it from the parent"
    SHARES = "everything in both passes one hand"
    KEEPS_APART = "it bears on custody and authenticity, not on the statement"


class Holding(Enum):
    """Where an unseen parent stands on the ways of the sources that share it."""

    THROUGH = "whatever they have from others passes this hand too"
    ORIGIN = "they may have it from there, or from others that they draw on"


KINDS: dict[str, Passing] = {
    "copies": Passing.INHERITS,
    "quotes": Passing.INHERITS,
    "translates": Passing.INHERITS,
    "abridges": Passing.INHERITS,
    "summarises": Passing.INHERITS,
    "cites": Passing.INHERITS,
    "draws-on": Passing.INHERITS,
    "same-author": Passing.SHARES,
    "same-archive": Passing.KEEPS_APART,
    "same-editor": Passing.KEEPS_APART,
}
"""Which derivations pass a statement on. The loader knows the same kinds, and a test compares the two."""

HANDS: dict[str, Holding] = {
    "author": Holding.THROUGH,
    "eyewitness": Holding.ORIGIN,
    "commission": Holding.THROUGH,
    "agency": Holding.THROUGH,
    "group": Holding.THROUGH,
}
"""Where each kind of unseen parent stands. An eyewitness is where a statement begins; what an author or
an agency has from others has still been written by one hand."""
