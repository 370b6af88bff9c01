"""Runs of words that two texts share, and how many such runs two texts of their kind share by accident."""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from itertools import count

from attrs import define, field, frozen

_WORD = re.compile(r"[^\W_]+")

SEED = 5
"""Words that must agree before a run is looked at; ours: shorter runs are the language's own."""

_MOST_SEEDS = 400_000
"""Seeds that are kept of all texts together; ours: below 100 MB. Of longer texts a sample is kept."""

_MOST_COUNTED = 50_000
"""Words of either text from which the rate of chance is reckoned; ours: a tenth of a second."""

_SEEN_BEFORE = 10
"""Pairs of words of which one goes on, taken as seen in any two texts: short ones show too few; ours."""

_MOST_PLACES = 8
"""Places at which one seed is kept: what stands more often is a formula."""

_MIXING = 2_654_435_761
"""Knuth's multiplier for hashing, the prime next to the golden ratio of 2**32."""

Pair = tuple[str, str]
_Seed = tuple[int, ...]


@frozen(kw_only=True)
class Run:
    """
    Words that stand in two texts alike: the span in either (code points, half-open), and how many they are.

    `n_telling` counts them without the words that both would have anyway: names and titles.
    """

    spans: tuple[tuple[int, int], tuple[int, int]]
    n_words: int
    n_telling: int


@frozen(kw_only=True)
class SharedWords:
    """
    The runs that two texts share, longest first, and how often such texts share one so long by accident.

    `expected` is the number of runs of at least the longest one's telling words that word pairs and
    triples of these texts let expect, reckoned outside the shared runs.
    """

    texts: Pair
    runs: tuple[Run, ...]
    expected: float

    @property
    def chance(self) -> Fraction:
        """The share of pairs of such texts that would share a run so long, at most 1."""
        return min(Fraction(1), Fraction(self.expected))


@define(eq=False)
class _Text:
    """A text as numbers, one for each word."""

    name: str
    text: str
    words: array[int]
    covered: bytearray = field(init=False)

    @covered.default
    def _nothing_yet(self) -> bytearray:
        return bytearray(len(self.words))

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """The code points of each word: needed only of texts that share something."""
        return [match.span() for match in _WORD.finditer(self.text)]


def shared_words(texts: Mapping[str, str], untelling: Iterable[str] = ()) -> tuple[SharedWords, ...]:
    """
    Return for each two texts that share a run of at least five telling words what they share.

    `untelling` are texts whose words tell nothing when they are shared: names and titles. Up to 400,000
    words in all, every run is found; of more, a sample of the places at which runs can begin is looked at
    (after Manber, Finding similar files, 1994), which may miss short runs and hardly a long one.
    """
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    read = [
        _Text(name, text, array("L", map(numbers.__getitem__, map(str.casefold, _WORD.findall(text)))))
        for name, text in texts.items()
    ]
    idle = frozenset(
        numbers[word] for text in untelling for word in _WORD.findall(text.casefold()) if word in numbers
    )
    found = _runs_of_pairs(read, idle)
    by_name = {each.name: each for each in read}
    return tuple(
        SharedWords(
            texts=pair,
            runs=tuple(runs),
            expected=_expected(by_name[pair[0]], by_name[pair[1]], runs[0].n_telling),
        )
        for pair, runs in found.items()
    )


def _runs_of_pairs(texts: Sequence[_Text], idle: frozenset[int]) -> dict[Pair, list[Run]]:
    """Return the runs of each pair of texts, those with the most telling words first."""
    keep_every = 1 + sum(len(each.words) for each in texts) // _MOST_SEEDS
    common = _common_seeds(texts, keep_every)
    places: defaultdict[_Seed, list[tuple[int, int]]] = defaultdict(list)
    found: dict[Pair, list[Run]] = {}
    # How far along each diagonal (text, text, offset) runs reach already.
    reached: dict[tuple[int, int, int], int] = {}
    for number, text in enumerate(texts):
        own: list[tuple[_Seed, int]] = []
        for place, seed in _seeds(text.words, keep_every) if common else ():
            if seed not in common:
                continue
            for other, there in places.get(seed, ()):
                diagonal = (other, number, place - there)
                if place < reached.get(diagonal, 0):
                    continue
                run, end = _extend(texts[other], text, there, place, idle)
                reached[diagonal] = end
                if run.n_telling >= SEED:
                    found.setdefault((texts[other].name, text.name), []).append(run)
            own.append((seed, place))
        for seed, place in own:
            if len(places[seed]) < _MOST_PLACES:
                places[seed].append((number, place))
    for runs in found.values():
        runs.sort(key=lambda run: (-run.n_telling, -run.n_words, run.spans))
    return found


def _common_seeds(texts: Iterable[_Text], keep_every: int) -> set[_Seed]:
    """Return the seeds that stand in two texts or more: most texts have none in common."""
    seen: set[_Seed] = set()
    common: set[_Seed] = set()
    for text in texts:
        own = {seed for _, seed in _seeds(text.words, keep_every)}
        common |= own & seen
        seen |= own
    return common


def _seeds(words: Sequence[int], keep_every: int) -> Iterator[tuple[int, _Seed]]:
    """Return the places of runs of `SEED` words with these words, of one in so many words that begin them."""
    seeds = enumerate(zip(*(words[first:] for first in range(SEED)), strict=False))
    if keep_every == 1:
        return seeds
    # Mixed, so that the words that come first in a text, its commonest, are no class of their own.
    return (each for each in seeds if each[1][0] * _MIXING % 2**32 % keep_every == 0)


def _extend(one: _Text, other: _Text, there: int, here: int, idle: frozenset[int]) -> tuple[Run, int]:
    """Return the longest run through two places that hold a seed, and where it ends in the second text."""
    mine, theirs = other.words, one.words
    before = 0
    while before < min(here, there) and mine[here - before - 1] == theirs[there - before - 1]:
        before += 1
    after = 0
    while (
        here + after < len(mine)
        and there + after < len(theirs)
        and mine[here + after] == theirs[there + after]
    ):
        after += 1
    n_words = before + after
    first, last = (there - before, here - before), (there + after, here + after)
    one.covered[first[0] : last[0]] = b"\1" * n_words
    other.covered[first[1] : last[1]] = b"\1" * n_words
    run = Run(
        spans=(
            (one.spans[first[0]][0], one.spans[last[0] - 1][1]),
            (other.spans[first[1]][0], other.spans[last[1] - 1][1]),
        ),
        n_words=n_words,
        n_telling=sum(word not in idle for word in mine[first[1] : last[1]]),
    )
    return run, last[1]


def _expected(one: _Text, other: _Text, n_telling: int) -> float:
    """
    Return how many runs of at least so many words the two texts would share by accident.

    Places that agree in a word are counted, then those that agree in two and in three: the share of the
    pairs that a third word continues is taken for every further word. Only words outside the shared runs
    are counted, since a copied page would make copying look like chance; the share is never taken lower
    than that of single words over the whole texts.
    """
    n_counted = _counted(one) * _counted(other)
    scale = len(one.words) * len(other.words) / n_counted
    doubles, triples = (_agreeing(one, other, length) for length in (2, 3))
    here, there = Counter(one.words[:_MOST_COUNTED]), Counter(other.words[:_MOST_COUNTED])
    alone = sum(count * there[each] for each, count in here.items()) / n_counted
    goes_on = max((triples + 1) / (doubles + _SEEN_BEFORE), alone)
    begun = scale * max(float(doubles), n_counted * alone**2)
    return float(begun * goes_on ** max(0, n_telling - 2))


def _counted(text: _Text) -> int:
    return min(len(text.words), _MOST_COUNTED)


def _agreeing(one: _Text, other: _Text, length: int) -> int:
    """Return how many pairs of places agree in so many words in a row."""
    here, there = Counter(_uncovered(one, length)), Counter(_uncovered(other, length))
    return sum(count * there[each] for each, count in here.items())


def _uncovered(text: _Text, length: int) -> Iterator[tuple[int, ...]]:
    """Yield so many words in a row, wherever none of them belongs to a shared run."""
    words, covered = text.words, text.covered
    for place in range(_counted(text) - length + 1):
        if not any(covered[place : place + length]):
            yield tuple(words[place : place + length])
