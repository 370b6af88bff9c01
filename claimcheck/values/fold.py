"""One folding of names for look-ups: case, accents and spacing do not tell two names apart."""

from __future__ import annotations

import unicodedata

# Letters that NFKD leaves whole though a reader takes them for their plain neighbours. The dotless i
# matters most: "Kazım" and "Kâzim" are one spelling of a name, and lower-casing must not tell them apart.
_PLAIN = str.maketrans(
    {"ı": "i", "İ": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "’": "'", "ʼ": "'", "‘": "'"}
)


def fold_name(text: str) -> str:
    """
    Return a name without case, accents and superfluous spaces.

    >>> fold_name("  Kâzım   KARABEKİR "), fold_name("Şapolyo")
    ('kazim karabekir', 'sapolyo')
    """
    decomposed = unicodedata.normalize("NFKD", text.translate(_PLAIN).casefold())
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(plain.split())
