"""Words that look alike: enough to leave a difference open, never enough to join two names."""

from __future__ import annotations

from claimcheck.values.folding import fold
from claimcheck.values.names.spelling import spelling_keys

_MOST_EDITS = 0.4
"""Share of letters that may differ; ours: "Kilgilin" and "Killigil" are two prints of one family."""

_SHORTEST_STEM = 5
"""Letters at the begin that two endings of one family name share: "Khatisian", "Khatisov"."""


def look_alike(word: str, other: str) -> bool:
    """
    Tell whether a slip, a misprint or another ending may stand between two words.

    >>> look_alike("Hovarmisian", "Hovannisian"), look_alike("Karabekir", "Özalp")
    (True, False)
    """
    # Imported late: most names never get here.
    from rapidfuzz.distance import OSA

    pairs = [(fold(word), fold(other))]
    pairs += [(key, key_b) for key in spelling_keys(word) for key_b in spelling_keys(other)]
    return any(
        OSA.distance(a, b) <= _MOST_EDITS * max(len(a), len(b)) or a[:_SHORTEST_STEM] == b[:_SHORTEST_STEM]
        for a, b in pairs
        if min(len(a), len(b)) > 2
    )
