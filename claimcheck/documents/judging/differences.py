"""How a quotation differs from its document, as far as the words are the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache

from attrs import frozen

from claimcheck.documents.folding.characters import DASHES, EMPHASIS, INVISIBLE, QUOTES, SUPERSCRIPTS
from claimcheck.documents.folding.fold import fold
from claimcheck.documents.folding.words import Reading
from claimcheck.documents.pages.blocks import plain_number

_SUPERSCRIPT = re.compile(f"[{SUPERSCRIPTS}]+")
_DIVIDED = re.compile(r"[-\u00ad]\s+")
_UNSEEN = str.maketrans("", "", INVISIBLE + EMPHASIS + SUPERSCRIPTS)
_LONGEST_SHOWN = 60


class Kind(IntEnum):
    """
    What a difference amounts to, from layout and typography to a change of sense.

    NORMALISED and DAMAGED leave the words as they are, so a quotation with only these is `near`.
    """

    EXACT = 0
    NORMALISED = 1
    DAMAGED = 2
    DOUBTFUL = 3
    ALTERED = 4


@frozen(kw_only=True)
class Difference:
    """One difference, in words for the historian."""

    kind: Kind
    text: str


def shortened(text: str) -> str:
    """Return a text on one line, its middle left out when it is too long for a message."""
    words = " ".join(text.split())
    if len(words) <= _LONGEST_SHOWN:
        return words
    half = _LONGEST_SHOWN // 2
    return f"{words[:half].rstrip()} … {words[-half:].lstrip()}"


def has_against(printed: str, quoted: str) -> str:
    """Return the words that put a document's form against a quotation's."""
    shown = [f"'{shortened(each)}'" if each.strip() else "nothing" for each in (printed, quoted)]
    return f"the document has {shown[0]}, the quotation {shown[1]}"


def normalised(text: str) -> Difference:
    """Return a difference of layout or typography."""
    return Difference(kind=Kind.NORMALISED, text=text)


def compare_same_word(printed: str, quoted: str, *, over_page_end: bool) -> Iterator[Difference]:
    """Yield how two prints of one folded word differ."""
    if over_page_end:
        yield normalised(f"joined over a page end: '{shortened(printed)}'")
    elif _DIVIDED.search(printed) and not _DIVIDED.search(quoted):
        shown = _DIVIDED.sub("-/", printed)
        yield normalised(f"joined at a line end: {shown}")
    yield from _note_marks(printed, quoted)
    yield from _by_class(printed, quoted, {"invisible characters": INVISIBLE, "emphasis marks": EMPHASIS})
    plain, other = (_composed(_DIVIDED.sub("", each).translate(_UNSEEN)) for each in (printed, quoted))
    if plain == other:
        return
    if plain.casefold() == other.casefold():
        yield normalised(f"capitals: {has_against(plain, other)}")
    else:
        yield normalised(f"accents or letter forms: {has_against(plain, other)}")


@lru_cache(maxsize=4096)
def compare_gap(printed: str, quoted: str, *, over_page_end: bool) -> tuple[Difference, ...]:
    """
    Return how what stands between two words differs: white space, punctuation, marks of notes.

    A text has few kinds of gaps, so the answers are kept.
    """
    if printed == quoted and not over_page_end:
        return ()
    return tuple(_gap_differences(printed, quoted, over_page_end=over_page_end))


def _gap_differences(printed: str, quoted: str, *, over_page_end: bool) -> Iterator[Difference]:
    yield from _note_marks(printed, quoted)
    classes = {
        "invisible characters": INVISIBLE,
        "emphasis marks": EMPHASIS,
        "quotation marks": QUOTES + "'",
        "dashes": DASHES + "-",
    }
    yield from _by_class(printed, quoted, classes)
    yield from _spaces(printed, quoted, over_page_end=over_page_end)
    left, right = (re.sub(r"\s|'", "", fold(each).text) for each in (printed, quoted))
    if left != right:
        yield normalised(f"punctuation: {has_against(left, right)}")


def _spaces(printed: str, quoted: str, *, over_page_end: bool) -> Iterator[Difference]:
    spaces, other = ("".join(c for c in each if c.isspace()) for each in (printed, quoted))
    if over_page_end:
        yield normalised("runs over a page end")
    elif bool(spaces) != bool(other):
        yield normalised("a space lost" if other else "a space more")
    elif spaces != other:
        yield normalised("line end" if "\n" in spaces + other else "spacing")


def _note_marks(printed: str, quoted: str) -> Iterator[Difference]:
    quoted_marks = _SUPERSCRIPT.findall(quoted)
    for mark in _SUPERSCRIPT.findall(printed):
        if mark not in quoted_marks:
            yield normalised(f"note number {plain_number(mark)} inside")


def _by_class(printed: str, quoted: str, classes: dict[str, str]) -> Iterator[Difference]:
    for name, members in classes.items():
        left, right = ("".join(c for c in each if c in members) for each in (printed, quoted))
        if left != right:
            shown = "" if name.startswith("inv") else f": '{left or 'none'}' for '{right or 'none'}'"
            yield normalised(name + shown)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def compare_ends(printed: Reading, quoted: Reading, first: int, last: int) -> Iterator[Difference]:
    """Yield the punctuation that a quotation begins or ends with, where the document has other."""
    mark, end = _before(quoted, 0), _after(quoted, len(quoted.texts) - 1)
    if mark and not _before(printed, first).endswith(mark):
        yield normalised(f"punctuation: the quotation begins with {mark}")
    if end and not _after(printed, last).startswith(end):
        yield normalised(f"punctuation: the quotation ends with {end}")


def _before(reading: Reading, index: int) -> str:
    start = reading.spans[index][0]
    return "".join(reading.folded.text[max(0, start - 8) : start].split()).rstrip("[")


def _after(reading: Reading, index: int) -> str:
    end = reading.spans[index][1]
    return "".join(reading.folded.text[end : end + 8].split()).lstrip("]")
