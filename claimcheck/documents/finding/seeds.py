"""Where the rare words of a quotation stand together in a text."""

from __future__ import annotations

import math
from bisect import bisect_left
from itertools import pairwise

from claimcheck.documents.folding.fold import Range
from claimcheck.documents.folding.index import WordIndex
from claimcheck.documents.folding.words import Reading

_MOST_SEEDS = 8
_STEP = 16
"""More than there are seeds: a place and the number of a seed are one whole number."""

_ENOUGH_PLACES = 100
_MOST_PLACES = 3_000
"""Places of a quotation's words that are looked at, the rarest first: of each, and of further words."""

_MOST_WINDOWS = 12
_SHARE_OF_BEST = 0.85
"""Of the places with fewer words in common than this share of the best, none is as good."""


def slack(length: int) -> int:
    """Return by how much a damaged text of this length may be shorter or longer."""
    return length // 5 + 24


def seeded_windows(index: WordIndex, quoted: Reading) -> list[Range]:
    """
    Return the stretches of a folded text that share rare words with a quotation, the best first.

    Each place of a word says where the quotation would begin; places that say the same, within what
    damage may have lost or added, count by how much their words tell: the logarithm of their rarity.
    """
    if not quoted.spans:
        return []
    length = quoted.spans[-1][1] - quoted.spans[0][0]
    seeds = _seeds(index, quoted)
    weights = [weight for _word, _offset, weight in seeds]
    clusters = _clusters(_votes(index, seeds), weights, slack(length))
    room = slack(length)
    return [
        (max(0, first - room), last + length + room)
        for weight, first, last in sorted(clusters, reverse=True)[:_MOST_WINDOWS]
    ]


def _seeds(index: WordIndex, quoted: Reading) -> list[tuple[str, int, float]]:
    """Return the rare words of a quotation, how far from its begin each stands, and its weight."""
    origin = quoted.spans[0][0]
    n_words = max(2, index.n_words)
    rarest = sorted(
        (count, number) for number, word in enumerate(quoted.texts) if (count := index.counts.get(word, 0))
    )
    found: list[tuple[str, int, float]] = []
    n_places = 0
    # Where even the rarest word has many places, only further words can tell them apart.
    most = _ENOUGH_PLACES if rarest and rarest[0][0] <= _MOST_WINDOWS else _MOST_PLACES
    for count, number in rarest[:_MOST_SEEDS]:
        if count > _MOST_PLACES or (n_places and n_places + count > most):
            break
        n_places += count
        found.append((quoted.texts[number], quoted.spans[number][0] - origin, math.log(n_words / count)))
    return found


def _votes(index: WordIndex, seeds: list[tuple[str, int, float]]) -> list[int]:
    """
    Return in order where each place of each seed lets the quotation begin, with the number of the seed.

    Both are one number, `_STEP` times the place and the seed: there may be thousands.
    """
    votes: list[int] = []
    for number, (word, offset, _weight) in enumerate(seeds):
        shift = number - offset * _STEP
        votes += [place * _STEP + shift for place in index.places(word)]
    votes.sort()
    return votes


def _clusters(votes: list[int], weights: list[float], room: int) -> list[tuple[float, int, int]]:
    """
    Return the runs of votes that lie within the room, each with the weight of its distinct words.

    Those that tell less than a share of the best are left out; most votes stand alone, and are among them.
    """
    reach = (room + 1) * _STEP
    runs: list[tuple[float, int, int]] = []
    alone: list[tuple[int, int]] = []
    done = 0
    for start in _followed(votes, reach):
        if start < done:
            continue
        alone.append((done, start))
        done = bisect_left(votes, votes[start] // _STEP * _STEP + reach, start)
        words = sorted({vote % _STEP for vote in votes[start:done]})
        weight = sum(weights[word] for word in words)
        runs.append((weight, votes[start] // _STEP, votes[done - 1] // _STEP))
    alone.append((done, len(votes)))
    least = max(runs, default=(0.0, 0, 0))[0] * _SHARE_OF_BEST
    if max(weights, default=0.0) >= least:
        single = (vote for start, end in alone for vote in votes[start:end])
        runs += [(weights[vote % _STEP], vote // _STEP, vote // _STEP) for vote in single]
        least = max(runs, default=(0.0, 0, 0))[0] * _SHARE_OF_BEST
    return [run for run in runs if run[0] >= least]


def _followed(votes: list[int], reach: int) -> list[int]:
    """Return which votes have another one within reach behind them."""
    return [at for at, (one, other) in enumerate(pairwise(votes)) if other < one // _STEP * _STEP + reach]
