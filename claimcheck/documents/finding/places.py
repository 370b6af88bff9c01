"""Where in a text a quotation may stand: letter by letter, folded, through damage, or nearly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from claimcheck.documents.finding.chance import Agreement, agreement, by_chance, most_errors
from claimcheck.documents.finding.scan import scanned_windows
from claimcheck.documents.folding.characters import STOP
from claimcheck.documents.folding.fold import Range
from claimcheck.documents.folding.words import WORD, Reading, cuts_word
from claimcheck.documents.judging.differences import Difference, Kind
from claimcheck.documents.judging.judgement import Candidate, judge
from claimcheck.documents.judging.vocabulary import without_ligatures
from claimcheck.documents.searchable import Searchable

MOST_PLACES = 1_000
"""Places of one quotation that are told apart. More say nothing new: it is no evidence."""

_MOST_LOOKED_AT = 100_000

SHORTEST_FUZZY = 12
"""Code points. Below this length something similar stands in every text."""

_MOST_WORDS_IN_PATTERN = 40
_MOST_WORDS_ALIGNED = 10_000
_MOST_JUDGED = 50

_LEAST_WORDS_BETWEEN = 4
_LONGEST_BETWEEN = 2_000
"""Code points of notes and running heads that a copied quotation may run over."""

_MOST_FILED = 3

_LONGEST_LOOKED_THROUGH = 2_000
"""Code points of a region that are looked through faster than the index is asked."""


def exact_places(search: Searchable, quoted: Reading, windows: Sequence[Range] = ()) -> list[Candidate]:
    """
    Return where a quotation stands code point by code point.

    Places where it is whole words come alone; when there are none, those inside other words, which say
    so ("legal" stands in "illegal"). A quotation of several words is looked for around its rare ones,
    in the windows that hold them.
    """
    quotation = quoted.source
    whole: list[int] = []
    inside: list[int] = []
    for first, last in _filed_regions(search, quoted, windows) or [(0, len(search.text))]:
        start = search.text.find(quotation, first, last)
        while start >= 0 and len(whole) < MOST_PLACES and len(whole) + len(inside) < _MOST_LOOKED_AT:
            is_cut = _is_cut(search.text, (start, start + len(quotation)))
            (inside if is_cut else whole).append(start)
            start = search.text.find(quotation, start + 1, last)
    cut = Difference(kind=Kind.EXACT, text="begins or ends inside a word of the document")
    return [
        Candidate(
            start=start,
            end=start + len(quotation),
            folded=(-1, -1),
            text=quotation,
            differences=() if whole else (cut,),
        )
        for start in dict.fromkeys(whole or inside[:MOST_PLACES])
    ]


def filed_places(search: Searchable, quoted: Reading, windows: Sequence[Range] = ()) -> Iterator[Candidate]:
    """
    Yield where a quotation was copied across a note or running head, which reading leaves out.

    Of the windows that share its rare words, in those where reading never leaps the file has nothing else.
    """
    broken = [each for each in windows if search.folded.is_broken(*each)]
    regions = _filed_regions(search, quoted, broken)
    if windows and not regions and len(quoted.texts) >= _LEAST_WORDS_BETWEEN:
        return
    parts = [(first, Searchable.of(search.text[first:last])) for first, last in regions]
    for first, filed in parts or [(0, search.as_filed)]:
        text, wanted = filed.folded.text, quoted.folded.text.strip()
        at = text.find(wanted)
        while at >= 0:
            span = at, at + len(wanted)
            if not _is_cut(text, span) and (place := judge(filed, quoted, span)):
                chance = _chance(search, quoted, place, text)
                yield evolve(place, start=first + place.start, end=first + place.end, chance=chance)
            at = text.find(wanted, at + 1)


def _filed_regions(search: Searchable, quoted: Reading, windows: Sequence[Range]) -> list[Range]:
    """
    Return the stretches of the file around the windows that share the rare words of a quotation.

    None when it has too few words, or the text none of them: then all of the file must be looked at.
    """
    if len(quoted.texts) < _LEAST_WORDS_BETWEEN:
        return []
    room = len(quoted.source) + _LONGEST_BETWEEN
    starts = sorted(search.folded.original_start(start) for start, _end in windows[:_MOST_FILED])
    return [(max(0, start - room), start + len(quoted.source) + room) for start in starts]


def _is_cut(text: str, span: Range) -> bool:
    return any(cuts_word(text, offset) for offset in span)


def folded_places(search: Searchable, quoted: Reading, region: Range) -> Iterator[Candidate]:
    """Yield where the folded quotation stands in whole words within a region of the folded text."""
    text, wanted = search.folded.text, quoted.folded.text.strip()
    for at in _starts(search, quoted, wanted, region):
        span = at, at + len(wanted)
        if not _is_cut(text, span) and (candidate := judge(search, quoted, span)):
            yield candidate.rated(_chance(search, quoted, candidate, text))


def _starts(search: Searchable, quoted: Reading, wanted: str, region: Range) -> Iterator[int]:
    """Yield where a folded quotation begins: around its rarest inner word, or by looking at every place."""
    text = search.folded.text
    start, end = region
    inner = [
        (search.counts.get(word, 0), span[0], word)
        for word, span in zip(quoted.texts[1:-1], quoted.spans[1:-1], strict=True)
        if word.isalpha()
    ]
    if inner and end - start > _LONGEST_LOOKED_THROUGH:
        _count, offset, word = min(inner)
        offset -= len(quoted.folded.text) - len(quoted.folded.text.lstrip())
        for place in search.index.places(word):
            at = place - offset
            if start <= at <= end - len(wanted) and text.startswith(wanted, at):
                yield at
        return
    at = text.find(wanted, start, end)
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1, end)


def damaged_places(search: Searchable, quoted: Reading, region: Range) -> Iterator[Candidate]:
    """
    Yield where the words stand with other marks between, glued note numbers, or lost ligatures.

    What turns out to be another word is a near miss, and must be as improbable by accident as those.
    """
    if not 0 < len(quoted.words) <= _MOST_WORDS_IN_PATTERN:
        return
    for match in _damage_pattern(quoted).finditer(search.folded.text, *region):
        candidate = judge(search, quoted, match.span())
        if candidate is None or candidate.is_sound:
            rated = candidate
        else:
            is_long = len(quoted.folded.text.strip()) >= SHORTEST_FUZZY
            rated = _rated(search, quoted, candidate, search.n_words) if is_long else None
        if rated is not None:
            yield rated


def _damage_pattern(quoted: Reading) -> re.Pattern[str]:
    """
    Return what matches a quotation's words through the damage that a search can allow for.

    Alternatives are atomic, and a number may be skipped only before letters, so that no input makes the
    matching try one stretch in many ways.
    """
    gap = rf"[^\w{STOP}]*+"
    parts = [r"(?<![^\W\d_])"] if quoted.words[0].text.isalpha() else []
    for index, word in enumerate(quoted.words):
        if index:
            parts.append(rf"{gap}(?:\d{{1,3}}{gap})?" if word.text.isalpha() else gap)
        forms = [word.text, *without_ligatures(word.text)]
        parts.append(f"(?>{'|'.join(map(re.escape, forms))})" if len(forms) > 1 else re.escape(word.text))
    if quoted.words[-1].text.isalpha():
        parts.append(r"(?![^\W\d_])")
    return re.compile("".join(parts))


def seeded_places(search: Searchable, quoted: Reading, windows: Sequence[Range]) -> list[Candidate]:
    """Return the places in windows that share a quotation's rare words, as `closest_places` rates them."""
    if len(quoted.folded.text.strip()) < SHORTEST_FUZZY or len(quoted.texts) > _MOST_WORDS_ALIGNED:
        return []
    return _rated_places(search, quoted, windows, search.n_words)


def closest_places(search: Searchable, quoted: Reading, regions: Sequence[Range]) -> list[Candidate]:
    """
    Return the places most like a quotation in the given regions of the folded text, the best first.

    Every place of the regions is looked at. One counts when half of the letters agree, and when fewer than
    one in twenty such places would be there by accident, or when nothing but damage is left between them.
    """
    wanted = quoted.folded.text.strip()
    if len(wanted) < SHORTEST_FUZZY or not 0 < len(quoted.texts) <= _MOST_WORDS_ALIGNED:
        return []
    text = search.folded.text
    windows = [window for region in regions for window in scanned_windows(search, wanted, region)]
    length = sum(end - start for start, end in regions)
    found = _rated_places(search, quoted, windows, length * search.n_words // max(1, len(text)))
    # The ways of scanning differ in what else they bring; what is kept must not depend on them.
    n_errors = most_errors(len(wanted), length)
    return [each for each in found if each.is_sound or _n_errors(text, each, wanted) <= n_errors]


def _n_errors(text: str, place: Candidate, wanted: str) -> int:
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(text[slice(*place.folded)], wanted)


def _rated_places(
    search: Searchable, quoted: Reading, windows: Sequence[Range], n_places: int
) -> list[Candidate]:
    text = search.folded.text
    widened = dict.fromkeys(
        _widened(text, start, end, (max(0, start) + min(len(text), end)) // 2) for start, end in windows
    )
    found = (judge(search, quoted, window) for window in widened)
    rated = [_rated(search, quoted, each, n_places) for each in found if each is not None]
    accepted = {(each.start, each.end): each for each in rated if each is not None}
    best = sorted(accepted.values(), key=lambda each: (each.kind, each.n_changed, each.start))
    return best[:_MOST_JUDGED]


def _widened(text: str, start: int, end: int, at: int) -> Range:
    """Return a window widened to whole words, but not over a place where reading stops."""
    start, end = max(0, start), min(len(text), end)
    start = max(text.rfind(" ", 0, start), text.rfind(STOP, start, at)) + 1
    space = text.find(" ", end)
    end = len(text) if space < 0 else space
    stop = text.find(STOP, at, end)
    return start, end if stop < 0 else stop


def _rated(search: Searchable, quoted: Reading, candidate: Candidate, n_places: int) -> Candidate | None:
    """Return a place with its chance, None when too little of it agrees to be no accident."""
    agreed = _agreement(search, quoted, candidate, n_places, search.folded.text)
    if candidate.is_sound or agreed.is_evidence:
        return candidate.rated(by_chance(agreed.expected))
    return None


def _chance(search: Searchable, quoted: Reading, place: Candidate, text: str) -> str:
    return by_chance(_agreement(search, quoted, place, search.n_words, text).expected)


def _agreement(search: Searchable, quoted: Reading, place: Candidate, n_places: int, text: str) -> Agreement:
    """Return how far a quotation agrees with a place in the folded text given, by the words of the whole."""
    printed = WORD.findall(text, *place.folded)
    return agreement(quoted.texts, printed, n_places, search.counts, search.n_words)
