"""Quotations found in a text, and what they differ in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice

from attrs import evolve, frozen

from claimcheck.documents.finding.passages import after_ellipsis, distinct_passages, split_ellipses, up_to
from claimcheck.documents.finding.places import (
    MOST_PLACES,
    SHORTEST_FUZZY,
    closest_places,
    damaged_places,
    exact_places,
    filed_places,
    folded_places,
    seeded_places,
)
from claimcheck.documents.finding.seeds import seeded_windows
from claimcheck.documents.folding.fold import Range, fold
from claimcheck.documents.folding.words import Reading
from claimcheck.documents.judging.differences import Kind
from claimcheck.documents.judging.judgement import Candidate
from claimcheck.documents.searchable import Searchable
from claimcheck.model.document import QuotationStatus

_STATUS = {
    Kind.EXACT: QuotationStatus.EXACT,
    Kind.NORMALISED: QuotationStatus.NEAR,
    Kind.DAMAGED: QuotationStatus.NEAR,
    Kind.DOUBTFUL: QuotationStatus.DOUBTFUL,
    Kind.ALTERED: QuotationStatus.ALTERED,
}

_MOST_SHOWN = 12
_MOST_PLACES_SHOWN = 5
_MOST_NAMED = 30
_LEAST_LIKE_CONTEXT = 80


@frozen(kw_only=True)
class Found:
    """
    What was found of a quotation.

    `start` and `end` count code points of the text, None when nothing was found; `text` is what stands
    there, without the notes and running heads that it runs over. `judgement` is the status, with `near`
    told apart as `normalised` (layout and typography) and `damaged` (known effects of bad scans).
    `found_at` names the place where it is not the cited one, or not the only one.
    """

    status: QuotationStatus
    judgement: str
    start: int | None = None
    end: int | None = None
    text: str = ""
    differs: tuple[str, ...] = ()
    chance: str = ""
    found_at: str = ""


def find_quotation(
    text: str | Searchable,
    quotation: str,
    *,
    within: Sequence[Range] | None = None,
    until: str = "",
    prefix: str = "",
    suffix: str = "",
) -> Found:
    """
    Find a quotation and say how what stands there differs from it.

    `within` are the ranges of the text that the locator cites, None when it cites nothing that the text
    can be held against. With `until` the passage runs on to the nearest place of that fragment.
    `prefix` and `suffix` are what should stand right before and after, and choose among several places.

    The best sound place inside the cited ranges is taken, then one outside (`elsewhere`), and only when
    there is none the nearest miss, inside and then anywhere. No place where a word, number, name or
    negation differs is ever called near. `absent` is said after a scan of the whole text.
    """
    search = text if isinstance(text, Searchable) else Searchable.of(text)
    if not quotation.strip():
        return Found(status=QuotationStatus.UNCHECKED, judgement="unchecked")
    return _Hunt(search, quotation, within, until, (prefix, suffix)).run()


class _Hunt:
    """One search, from the strictest comparison to the loosest."""

    def __init__(
        self,
        search: Searchable,
        quotation: str,
        within: Sequence[Range] | None,
        until: str,
        context: tuple[str, str],
    ) -> None:
        self.search = search
        self.whole = Reading.of(quotation.strip())
        pieces = split_ellipses(quotation)
        self.pieces = [self.whole] if pieces == [self.whole.source] else [Reading.of(each) for each in pieces]
        self.within = within
        self.until = Reading.of(until.strip()) if until.strip() else None
        self.context = context
        self.is_begun = False

    def run(self) -> Found:
        outside: list[Candidate] = []
        misses: list[Candidate] = []
        for level in (
            self._folded,
            self._seeded,
            self._exactly,
            self._damaged,
            self._in_pieces,
            self._as_filed,
        ):
            places = self._completed(level())
            misses += [place for place in places if not place.is_sound]
            sound = [place for place in places if place.is_sound]
            inside = [place for place in sound if self._is_cited(place)]
            if inside:
                return self._answer(inside)
            outside = outside or sound
        return self._elsewhere(outside) if outside else self._nearest(misses)

    def _exactly(self) -> Iterator[Candidate]:
        for place in exact_places(self.search, self.whole, self._windows):
            if self.until is None:
                yield place
            else:
                for folded in self.search.folded.folded_ranges((place.start, place.end))[-1:]:
                    yield evolve(place, folded=folded)

    def _folded(self) -> Iterator[Candidate]:
        return folded_places(self.search, self.whole, self._everywhere) if self.whole.words else iter(())

    def _seeded(self) -> Iterator[Candidate]:
        if len(self.pieces) > 1:
            return iter(())
        return iter(seeded_places(self.search, self.whole, self._windows))

    @cached_property
    def _windows(self) -> list[Range]:
        """The stretches of the folded text that share rare words with the quotation."""
        return seeded_windows(self.search.index, self.whole)

    def _damaged(self) -> Iterator[Candidate]:
        # Longer quotations share words with their place, or are found by looking at all of the text.
        is_short = len(self.whole.folded.text.strip()) < SHORTEST_FUZZY
        return damaged_places(self.search, self.whole, self._everywhere) if is_short else iter(())

    def _in_pieces(self) -> Iterator[Candidate]:
        if len(self.pieces) > 1:
            first = self.pieces[0]
            yield from self._with_next_pieces(folded_places(self.search, first, self._everywhere))
            yield from self._with_next_pieces(damaged_places(self.search, first, self._everywhere))

    def _as_filed(self) -> Iterator[Candidate]:
        if self.whole.texts and self.until is None and len(self.search.folded.segments) > 1:
            yield from filed_places(self.search, self.whole, self._windows)

    def _closely(self, regions: Sequence[Range]) -> Iterator[Candidate]:
        if len(self.pieces) > 1:
            return self._with_next_pieces(iter(closest_places(self.search, self.pieces[0], regions)))
        return iter(closest_places(self.search, self.whole, regions))

    def _with_next_pieces(self, places: Iterator[Candidate]) -> Iterator[Candidate]:
        for place in islice(places, MOST_PLACES):
            grown: Candidate | None = place
            for piece in self.pieces[1:]:
                grown = after_ellipsis(self.search, grown, piece) if grown else None
            if grown:
                yield grown

    @property
    def _everywhere(self) -> Range:
        return 0, len(self.search.folded.text)

    def _completed(self, places: Iterator[Candidate]) -> list[Candidate]:
        """Return distinct places, each up to the end of its passage, those with the right context alone."""
        found = list(islice(places, MOST_PLACES))
        self.is_begun = self.is_begun or bool(found)
        if self.until is not None:
            closed = (up_to(self.search, place, self.until) for place in found)
            found = distinct_passages(place for place in closed if place is not None)
        found = list({(place.start, place.end): place for place in found}.values())
        return [place for place in found if self._has_context(place)] or found

    def _has_context(self, place: Candidate) -> bool:
        prefix, suffix = self.context
        if not prefix and not suffix:
            return True
        text = self.search.text
        before = text[max(0, place.start - 2 * len(prefix) - 40) : place.start]
        after = text[place.end : place.end + 2 * len(suffix) + 40]
        return _is_like(prefix, before, -1) and _is_like(suffix, after, 1)

    def _is_cited(self, place: Candidate) -> bool:
        if not self._has_context(place):
            return False
        return self.within is None or any(
            place.start < end and place.end > start for start, end in self.within
        )

    def _is_mostly_there(self, place: Candidate) -> bool:
        """Whether a place has so many words of the quotation that no other can be nearer to it."""
        return 2 * sum(map(len, place.matched)) > sum(map(len, self.whole.texts))

    def _answer(self, places: list[Candidate]) -> Found:
        gravest = min(place.kind for place in places)
        best = sorted((place for place in places if place.kind == gravest), key=lambda place: place.start)
        if len(best) == 1:
            return self._found(best[0])
        return self._found(
            best[0], QuotationStatus.AMBIGUOUS, self._places(best), f"stands at {_count(best)} places"
        )

    def _elsewhere(self, places: list[Candidate]) -> Found:
        first = min(places, key=lambda place: (place.kind, place.start))
        others = sorted((place for place in places if place != first), key=lambda place: place.start)
        wrong = [] if self._has_context(first) else ["other words stand around it than the context given"]
        return self._found(first, QuotationStatus.ELSEWHERE, self._places([first, *others]), *wrong)

    def _nearest(self, misses: list[Candidate]) -> Found:
        is_clear = any(self._is_cited(place) and self._is_mostly_there(place) for place in misses)
        for regions in [] if is_clear else self._regions():
            near = self._completed(self._closely(regions))
            sound = [place for place in near if place.is_sound]
            inside = [place for place in sound if self._is_cited(place)]
            if sound:
                return self._answer(inside) if inside else self._elsewhere(sound)
            misses += near
            if any(self._is_cited(place) for place in misses):
                break
        if not misses:
            return self._absent()
        best = min(
            misses, key=lambda place: (not self._is_cited(place), place.kind, place.n_changed, place.start)
        )
        return self._found(best, found_at="" if self._is_cited(best) else self._places([best]))

    def _regions(self) -> Iterator[list[Range]]:
        """Yield what to search for a near miss: the cited ranges alone, then the whole text."""
        if self.within:
            folded = self.search.folded.folded_ranges
            yield [each for cited in self.within for each in folded(cited)]
        yield [self._everywhere]

    def _absent(self) -> Found:
        differs: tuple[str, ...] = ()
        if self.until is not None and self.is_begun:
            differs = (f"its begin stands in the document, but '{self.until.source}' does not follow",)
        return Found(status=QuotationStatus.ABSENT, judgement="absent", differs=differs)

    def _found(
        self, place: Candidate, status: QuotationStatus | None = None, found_at: str = "", *more: str
    ) -> Found:
        differs = [*more, *(each.text for each in place.differences)]
        n_hidden = len(differs) - _MOST_SHOWN
        if n_hidden > 0:
            differs = [*differs[:_MOST_SHOWN], f"and {n_hidden} differences more"]
        return Found(
            status=status or _STATUS[place.kind],
            judgement=(status.value if status else place.kind.name.lower()),
            start=place.start,
            end=place.end,
            text=place.text,
            differs=tuple(differs),
            chance=place.chance,
            found_at=found_at,
        )

    def _places(self, places: Sequence[Candidate]) -> str:
        names = list(dict.fromkeys(self.search.pages.place(place.start) for place in places[:_MOST_NAMED]))
        n_more = len(names) - _MOST_PLACES_SHOWN
        more = [f"{n_more} or more others" if len(places) > _MOST_NAMED else f"{n_more} more"]
        return "; ".join([*names[:_MOST_PLACES_SHOWN], *(more if n_more > 0 else [])])


def _count(places: Sequence[Candidate]) -> str:
    return f"{len(places)} or more" if len(places) >= MOST_PLACES else str(len(places))


def _is_like(wanted: str, found: str, side: int) -> bool:
    """Whether letters and digits next to a place are those wanted, but for a few."""
    if not wanted.strip():
        return True
    from rapidfuzz.fuzz import ratio

    letters, stretch = (re.sub(r"[\W_]+", "", fold(each).text) for each in (wanted, found))
    near = stretch[-len(letters) :] if side < 0 else stretch[: len(letters)]
    return ratio(letters, near) >= _LEAST_LIKE_CONTEXT
