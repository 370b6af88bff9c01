"""Where the rare words of a quotation stand together in a text."""

from __future__ import annotations

import math
from collections.abc import Iterator

from claimcheck.documents.folding.fold import Range
from claimcheck.documents.folding.index import WordIndex
from claimcheck.documents.folding.words import Reading

_MOST_SEEDS = 8
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
    votes = sorted(_votes(index, quoted))
    clusters = sorted(_clusters(votes, slack(length)), reverse=True)
    room = slack(length)
    return [
        (max(0, first - room), last + length + room)
        for weight, first, last in clusters[:_MOST_WINDOWS]
        if weight >= clusters[0][0] * _SHARE_OF_BEST
    ]


def _votes(index: WordIndex, quoted: Reading) -> Iterator[tuple[int, int, float]]:
    """Yield where each place of a rare word lets the quotation begin, with the word's number and weight."""
    origin = quoted.spans[0][0]
    n_words = max(2, index.n_words)
    rarest = sorted(
        (count, number) for number, word in enumerate(quoted.texts) if (count := index.counts.get(word, 0))
    )
    n_places = 0
    # Where even the rarest word has many places, only further words can tell them apart.
    most = _ENOUGH_PLACES if rarest and rarest[0][0] <= _MOST_WINDOWS else _MOST_PLACES
    for count, number in rarest[:_MOST_SEEDS]:
        if count > _MOST_PLACES or (n_places and n_places + count > most):
            return
        n_places += count
        weight = math.log(n_words / count)
        offset = quoted.spans[number][0] - origin
        for place in index.places(quoted.texts[number]):
            yield place - offset, number, weight


def _clusters(votes: list[tuple[int, int, float]], room: int) -> Iterator[tuple[float, int, int]]:
    """Yield runs of votes that lie within the room, each with the weight of its distinct words."""
    start = 0
    while start < len(votes):
        end = start
        words: dict[int, float] = {}
        while end < len(votes) and votes[end][0] - votes[start][0] <= room:
            words[votes[end][1]] = votes[end][2]
            end += 1
        yield sum(words.values()), votes[start][0], votes[end - 1][0]
        start = end
