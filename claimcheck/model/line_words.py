"""Lines of evidence in words: who has it from whom, source by source."""

from __future__ import annotations

from collections.abc import Mapping

from claimcheck.model.dossier import Dossier
from claimcheck.model.finding import LinePath, Lines, SharedHand
from claimcheck.model.plain import listed

_HANDS = {
    "author": "one author",
    "eyewitness": "one eyewitness",
    "commission": "one commission",
    "agency": "one news agency",
    "group": "one hand",
}

Hands = Mapping[str, SharedHand]


def hands_of(lines: Lines) -> Hands:
    """Return the unseen parents of some lines by id."""
    return {hand.id: hand for hand in lines.hands}


def node_words(dossier: Dossier, hands: Hands, name: str) -> str:
    """Return the label of a source, or words for an unseen parent."""
    hand = hands.get(name)
    if hand is None:
        return dossier.source(name).label
    members = listed([dossier.source(each).label for each in hand.sources])
    if hand.kind == "own":
        return f"what {members} {'says' if len(hand.sources) == 1 else 'say'} besides"
    if hand.kind == "circle":
        return f"the circle of {members}"
    return f"{_HANDS.get(hand.kind, 'one hand')} behind {members}"


def path_words(dossier: Dossier, hands: Hands, path: LinePath) -> str:
    """
    Return a line of evidence in words, from the source at hand up.

    It reads like "Dray copies Ashe, which draws on Orme".
    """
    words = node_words(dossier, hands, path.sources[0])
    for number, (link, parent) in enumerate(zip(path.links, path.sources[1:], strict=True)):
        child = path.sources[number]
        words += f"{', which' if number else ''} {_step(dossier, hands, child, link, parent)}"
    return words


def _step(dossier: Dossier, hands: Hands, child: str, link: str, parent: str) -> str:
    hand = hands.get(parent)
    if hand is None:
        return f"{link.replace('-', ' ')} {dossier.source(parent).label}"
    others = listed([dossier.source(each).label for each in hand.sources if each != child])
    reason = f" ({hand.because})" if hand.because else ""
    if hand.kind == "own":
        return "also says it of its own"
    if hand.kind == "circle":
        return f"stands in a circle with {others}, each said to have it from the other"
    return f"goes back to {_HANDS.get(hand.kind, 'one hand')} with {others}{reason}"
