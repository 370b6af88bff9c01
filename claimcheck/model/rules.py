"""The rules by which two values were judged, in words. The codes are those of `values.algebra`."""

from __future__ import annotations

from types import MappingProxyType

from claimcheck.model.plain import listed, sentence

RULES = MappingProxyType(
    {
        "equal-cores": "Both assert the same.",
        "core-inside-core": "What the one asserts lies inside what the other asserts.",
        "cores-overlap": "What the two assert overlaps.",
        "readings-overlap": "However the words are understood, what the two assert overlaps.",
        "open-in-the-same-way": "Both leave open the same possibilities.",
        "only-envelopes-meet": (
            "What the words assert is apart; only the tolerance that hedged or round words are given lets "
            "the two meet."
        ),
        "envelopes-apart": "The two answers exclude one another, whatever tolerance the words are given.",
        "no-reading-meets": "However the words are understood, the two answers exclude one another.",
        "some-readings-conflict": (
            "The words can be understood in more than one way: in some ways the two conflict, in others not."
        ),
        "affirmed-and-denied": "The one affirms what the other denies.",
        "affirmed-and-partly-denied": "What the one affirms overlaps what the other denies.",
        "denied-of-a-part": "What the one affirms of more, the other denies of a part of it.",
        "affirmed-and-doubted": (
            "The one affirms what the other doubts. A doubt never makes more than a possible conflict."
        ),
        "nothing-left-undenied": "Together the two deny every answer that the question allows.",
        "outside-what-is-denied": "What the one affirms lies outside what the other denies.",
        "beside-what-is-denied": "What the one affirms leaves room for what the other denies, no more.",
        "outside-what-is-doubted": "What the one affirms lies outside what the other doubts.",
        "denies-more": "Both deny; the one denies more than the other.",
        "both-deny": "Both deny, and leave other answers.",
        "both-doubt": "Both doubt.",
        "nothing-else-left": "What the one denies leaves nothing but what the other affirms.",
        "order-of-telling": (
            "One side is known only from the order of telling, which need not be the order in time; that "
            "makes no more than a possible conflict."
        ),
        "impossible-loop": (
            "Dates and orders are taken together; followed from link to link, a day would lie before itself."
        ),
        "part-exceeds-whole": "A part is never larger than its whole.",
        "part-may-exceed-whole": (
            "A part is never larger than its whole, and only tolerance keeps the one within the other."
        ),
        "part-within-whole": "A part lies within its whole, as it should.",
        "part-held-by-another": "Whoever holds a part of a place is among the holders of the whole.",
        "part-of-the-whole": "The one counts a part of what the other counts.",
        "several-answers": "The question admits several answers, and these may stand side by side.",
        "scopes-cross": "Each side covers something that the other leaves out, so they are not compared.",
        "doubted-and-denied": "The one doubts what the other denies.",
    }
)

_FACETS = MappingProxyType(
    {
        "unit": "the unit",
        "counted": "what is counted",
        "whose": "whose it is",
        "force": "the force",
        "place": "the place",
        "stage": "the stage",
        "party": "the party",
        "grade": "the grade",
        "when": "the time",
    }
)


def rule_words(rule: str) -> str:
    """Return a rule as a sentence; a rule of another station that comes in words is left in its words."""
    code, _, facets = rule.partition(":")
    if code == "scope-unstated":
        return (
            f"Only one side states {_facet_words(facets)}; unless the other means the same, "
            "the two do not speak of one thing, so the conflict is possible at most."
        )
    if code == "scope-unstated-agrees":
        return (
            f"Only one side states {_facet_words(facets)}; unless the other means the same, they do not "
            "speak of one thing, so this is no agreement."
        )
    if code == "scope-differs":
        return f"The sides differ in {_facet_words(facets)}, so they do not speak of one thing."
    if rule in RULES:
        return RULES[rule]
    return sentence(rule if " " in rule else rule.replace("-", " "))


def _facet_words(names: str) -> str:
    return listed([_FACETS.get(name, name) for name in names.split("+")])
