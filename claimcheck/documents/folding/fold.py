"""Text reduced to what a quotation is compared by, with the way back to the original."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

from attrs import field, frozen

from claimcheck.documents.folding.characters import SOFT_HYPHEN, STOP, fold_character

Range = tuple[int, int]
"""Code points, half-open."""

_LINE_END = r" *(?:\r\n?|\n) *"
_MOST_REPLACED_SINGLY = 60

_PLAIN = re.compile(r"[A-Za-z0-9.,;:!?()'/%-]++(?: [A-Za-z0-9.,;:!?()'/%-]++)*+")
_PARTED_PLAINLY = re.compile(r"[^\s\[]++(?: [^\s\[]++)*+")
_LONGEST_PLAIN = 1_000
"""Code points. Most quotations are this plain; a document hardly ever is."""

_ASCII = bytes(range(128))
_CHANGED_ASCII = [each for each in map(chr, _ASCII) if fold_character(each) != each]

_SPACES = re.compile(r"[ \n\r]")


@frozen(kw_only=True)
class Segment:
    """A stretch of the original. It `flows` when it continues the segment before it."""

    start: int
    end: int
    flows: bool = False


@frozen(kw_only=True, eq=False, slots=False)
class Folded:
    """
    Folded text, and the places where its length differs from the original's.

    Between two of these *edits* both texts advance together, so the map is sparse: edit number i has
    replaced the original's `[o_start[i], o_end[i])` by `text[f_start[i]:f_end[i]]`. `joints` are what
    stands in the folded text between two segments, of which the second flows on from the first.
    """

    text: str
    segments: tuple[tuple[Segment, Range], ...]
    joints: tuple[Range, ...]
    _f_start: array[int] = field(repr=False)
    _f_end: array[int] = field(repr=False)
    _o_start: array[int] = field(repr=False)
    _o_end: array[int] = field(repr=False)

    @property
    def edits(self) -> tuple[array[int], array[int], array[int], array[int]]:
        """The begins and ends of the edits, in the folded text and then in the original."""
        return self._f_start, self._f_end, self._o_start, self._o_end

    def original_start(self, offset: int) -> int:
        """Return where the original of the character at a folded offset begins."""
        index = bisect_right(self._f_start, offset) - 1
        if index < 0:
            return offset
        if offset < self._f_end[index]:
            return self._o_start[index]
        return self._o_end[index] + offset - self._f_end[index]

    def original_end(self, offset: int) -> int:
        """Return where the original of the character before a folded offset ends."""
        index = bisect_left(self._f_start, offset) - 1
        if index < 0:
            return offset
        return self._o_end[index] + max(0, offset - self._f_end[index])

    def span(self, start: int, end: int) -> Range:
        """
        Return the original of a folded span. What was folded to nothing at its ends is left out.

        A span that begins or ends inside an expanded character (the i of ﬁ) takes it whole.
        """
        return self.original_start(start), self.original_end(end)

    def spans(self, folded: Sequence[Range]) -> list[Range]:
        """Return the originals of folded spans in order: as `span` of each, in a third of the time."""
        starts, ends, o_ends = self._f_start, self._f_end, self._o_end
        n_edits = len(starts)
        if not n_edits or not folded:
            return list(folded)
        found = []
        index = bisect_left(starts, folded[0][0])
        is_free = not index or ends[index - 1] <= folded[0][0]
        if is_free and (index == n_edits or starts[index] > folded[-1][1]):
            shift = o_ends[index - 1] - ends[index - 1] if index else 0
            return [(start + shift, end + shift) for start, end in folded]
        for start, end in folded:
            index = bisect_left(starts, start)
            if (index and ends[index - 1] > start) or (index < n_edits and starts[index] <= end):
                found.append(self.span(start, end))
            else:
                shift = o_ends[index - 1] - ends[index - 1] if index else 0
                found.append((start + shift, end + shift))
        return found

    def pieces(self, start: int, end: int) -> tuple[Range, ...]:
        """Return the original of a folded span, cut where a segment ended and the next went on."""
        bounds = [start, *(offset for joint in self.joints_within(start, end) for offset in joint), end]
        spans = (self.span(a, b) for a, b in zip(bounds[::2], bounds[1::2], strict=True) if a < b)
        return tuple(spans)

    def joints_within(self, start: int, end: int) -> tuple[Range, ...]:
        """Return the joints inside a folded span; one at its very edge is not inside."""
        first = bisect_left(self.joints, start, key=lambda joint: joint[0])
        last = bisect_right(self.joints, end, key=lambda joint: joint[1])
        return self.joints[first:last]

    @cached_property
    def _begins(self) -> list[int]:
        return [start for _segment, (start, _end) in self.segments]

    def is_broken(self, start: int, end: int) -> bool:
        """Whether a segment begins inside a folded span: the file may have something else there."""
        return bisect_right(self._begins, start) < bisect_left(self._begins, end)

    def folded_ranges(self, original: Range) -> tuple[Range, ...]:
        """Return the folded spans that lie within a range of the original, one for each segment."""
        found = []
        for segment, (start, end) in self.segments:
            first, last = max(original[0], segment.start), min(original[1], segment.end)
            if first < last:
                offsets = range(start, end + 1)
                low = bisect_left(offsets, first, key=self.original_start)
                high = bisect_right(offsets, last, key=self.original_end) - 1
                if low < high:
                    found.append((offsets[low], offsets[min(high, len(offsets) - 1)]))
        return tuple(found)


def one_byte_each(text: str) -> bytes:
    """Return a byte for each code point; those of other scripts share theirs, which only costs a look."""
    return text.encode("ascii") if text.isascii() else text.encode("utf-32-le")[::4]


def fold(text: str, segments: Iterable[Segment] | None = None) -> Folded:
    """
    Fold a text, or its segments in the order given.

    Left off: case, accents, invisible characters, emphasis marks, and the marks of notes, which are
    superscript digits or those of Markdown. Unified: quotation marks and apostrophes, dashes, white space.
    Joined: a word that a hyphen divides at a line end (or at the end of a segment that flows on); before a
    capital the hyphen is kept. Between segments that do not flow stands `STOP`.

    >>> fold("the aban-\\ndoned Kâzım’s *fort*³ ").text
    "the abandoned kazim's fort "
    """
    whole = (Segment(start=0, end=len(text)),)
    if segments is None and len(text) <= _LONGEST_PLAIN:
        if _PLAIN.fullmatch(text):
            return _as_it_is(text, whole[0])
        if _PARTED_PLAINLY.fullmatch(text) and all(len(fold_character(each)) == 1 for each in set(text)):
            return _as_it_is("".join(map(fold_character, text)), whole[0])
    return _Folding(text).run(whole if segments is None else tuple(segments))


def _as_it_is(text: str, whole: Segment) -> Folded:
    """Return a text in which folding changes nothing but capitals, each for one."""
    nothing = array("q")
    return Folded(
        text=text.lower(),
        segments=((whole, (0, len(text))),),
        joints=(),
        f_start=nothing,
        f_end=nothing,
        o_start=nothing,
        o_end=nothing,
    )


class _Folding:
    """The state of one run of `fold`."""

    def __init__(self, text: str) -> None:
        changed = {each: fold_character(each) for each in _characters(text)}
        self.text = _replaced(text, {each: to for each, to in changed.items() if len(to) == 1 and to != each})
        self.longer = {each: to for each, to in changed.items() if len(to) > 1}
        self.pattern = _exceptions(
            "".join(each for each, to in changed.items() if not to), "".join(self.longer)
        )
        self.out: list[str] = []
        self.length = 0
        self.f_start, self.f_end, self.o_start, self.o_end = (array("q") for _ in range(4))

    def run(self, segments: Sequence[Segment]) -> Folded:
        placed: list[tuple[Segment, Range]] = []
        joints: list[Range] = []
        if segments and segments[0].start:
            self._edit(0, segments[0].start, "")
        for index, segment in enumerate(segments):
            following = segments[index + 1] if index + 1 < len(segments) else None
            divided = following is not None and following.flows and self._divides_word(segment, following)
            start = self.length
            self._fold(segment.start, segment.end - divided)
            placed.append((segment, (start, self.length)))
            if following is not None:
                joint = "" if divided else " " if following.flows else STOP
                at = self.length
                self._edit(segment.end - divided, following.start, joint)
                joints += [(at, self.length)] if following.flows else []
        return Folded(
            # Only İ and a final Σ change more than themselves in lower case; neither is left by now.
            text="".join(self.out).replace("\n", " ").replace("\r", " ").lower(),
            segments=tuple(placed),
            joints=tuple(joints),
            f_start=self.f_start,
            f_end=self.f_end,
            o_start=self.o_start,
            o_end=self.o_end,
        )

    def _divides_word(self, segment: Segment, following: Segment) -> bool:
        last = self.text[max(segment.start, segment.end - 2) : segment.end]
        if len(last) < 2 or not last[0].isalpha():
            return False
        return last[1] == SOFT_HYPHEN or (last[1] == "-" and self.text[following.start].islower())

    def _fold(self, start: int, end: int) -> None:
        text, keep, longer = self.text, self.out.append, self.longer
        f_start, f_end = self.f_start.append, self.f_end.append
        o_start, o_end = self.o_start.append, self.o_end.append
        done, length = start, self.length
        for match in self.pattern.finditer(text, start, end):
            first, last = match.span()
            found = match.group()
            if found[0] == "[":
                replacement = ""
            elif found[0] == "-":
                first += text[last].isupper()
                replacement = ""
            elif found in longer:
                replacement = longer[found]
            else:
                replacement = " " if match.lastgroup != "soft" and _SPACES.search(found) else ""
            # What `_edit` does, for the millions of line ends of long texts.
            keep(text[done:first])
            length += first - done
            f_start(length)
            o_start(first)
            o_end(last)
            if replacement:
                keep(replacement)
                length += len(replacement)
            f_end(length)
            done = last
        keep(text[done:end])
        self.length = length + end - done

    def _edit(self, start: int, end: int, replacement: str) -> None:
        self.f_start.append(self.length)
        self.o_start.append(start)
        self.o_end.append(end)
        if replacement:
            self.out.append(replacement)
            self.length += len(replacement)
        self.f_end.append(self.length)


def _characters(text: str) -> Iterable[str]:
    """Return the characters that a text holds, of the plain ones only those that folding changes."""
    # Bytes are looked through ten times faster than characters.
    others = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    return {*others.decode("utf-8", "surrogatepass"), *(each for each in _CHANGED_ASCII if each in text)}


def _replaced(text: str, one_for_one: dict[str, str]) -> str:
    """Return a text with characters replaced, none of which may replace another."""
    # Few characters are replaced thirty times faster one after the other than all in one pass.
    if len(one_for_one) > _MOST_REPLACED_SINGLY:
        return text.translate({ord(each): to for each, to in one_for_one.items()})
    for each, to in one_for_one.items():
        text = text.replace(each, to)
    return text


@lru_cache(maxsize=256)
def _exceptions(gone: str, longer: str) -> re.Pattern[str]:
    """Return what finds the places whose folding is longer or shorter than they are."""
    gone, longer = re.escape(gone), re.escape(longer)
    letter = r"[^\W\d_]"
    ways = [
        rf"(?<={letter}-){_LINE_END}(?={letter})",
        rf"(?P<soft>(?<={letter}\u00ad){_LINE_END}(?={letter}))",
        rf"(?<=[{gone} \n\r])[{gone} \n\r]+",
        r"(?:(?<=\n\[)|(?<=\A\[))\^[^\[\]\s]{1,32}\]:",
        r"(?<=\[)\^[^\[\]\s]{1,32}\]",
        *([f"(?<=[{gone}])"] if gone else []),
        *([f"(?<=[{longer}])"] if longer else []),
    ]
    # One set of first characters, then looking back at what it was: a plain alternation would be tried
    # at every letter of the text, and take three times as long. A single blank, the commonest of them, is
    # passed over before all those ways are tried.
    blank = rf"(?!(?<=[ \n\r])[^{gone} \n\r])"
    return re.compile(rf"[-\[{gone}{longer} \n\r]{blank}(?:{'|'.join(ways)})")
