"""Signs that stand in wikitext for what its parser is not to see. Control characters, which no text holds."""

from __future__ import annotations

import re

_AROUND = "\x7f"
KEPT = re.compile(f"{_AROUND}(\\d+){_AROUND}")
"""The number of something that was taken out."""

_MASKED = "<>{}[]|:&="
_MASKS = "".join(map(chr, range(0x0E, 0x0E + len(_MASKED))))
_MASK, _UNMASK = str.maketrans(_MASKED, _MASKS), str.maketrans(_MASKS, _MASKED)
_OURS = str.maketrans(dict.fromkeys(_AROUND + _MASKS))


def without_signs(text: str) -> str:
    """Return a text without characters that are signs here."""
    return text.translate(_OURS)


def sign(number: int) -> str:
    """Return what stands for the thing of this number."""
    return f"{_AROUND}{number}{_AROUND}"


def mask(text: str) -> str:
    """Return text in which no sign of markup means anything."""
    return text.translate(_MASK)


def unmask(text: str) -> str:
    """Return it as it is written."""
    return text.translate(_UNMASK)


def bare(text: str) -> str:
    """Return words as they are written, without what was taken out, with single blanks."""
    return " ".join(unmask(KEPT.sub("", text)).split())
