"""The checks of a text's health, run one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import frozen

from claimcheck.documents.folding.fold import Range
from claimcheck.documents.health.characters import (
    figures,
    hidden,
    long_lines,
    mixed_scripts,
    odd_letters,
    replaced,
    wrong_encodings,
)
from claimcheck.documents.health.joined import broken_words, glued_numbers, lost_ligatures_in, lost_spaces
from claimcheck.documents.health.lists import kinds, limit
from claimcheck.documents.health.repeats import doubled_text
from claimcheck.documents.health.residue import residue
from claimcheck.documents.health.sentences import cut_off, doubled_words, gaps, stray_marks, unsound_sentences
from claimcheck.documents.health.subject import WORD, Defect, Subject
from claimcheck.documents.judging.differences import shortened
from claimcheck.documents.pages.layouts import map_pages
from claimcheck.documents.pages.page_map import PageMap
from claimcheck.model.document import Layout

CHECKS: tuple[Callable[[Subject], Iterator[Defect]], ...] = (
    lost_ligatures_in,
    glued_numbers,
    lost_spaces,
    broken_words,
    wrong_encodings,
    replaced,
    hidden,
    residue,
    gaps,
    doubled_text,
    doubled_words,
    cut_off,
    unsound_sentences,
    stray_marks,
    figures,
    mixed_scripts,
    odd_letters,
    long_lines,
)

_N_WORDS_SHOWN = 8
_N_SIGNS_SHOWN = 80


@frozen(kw_only=True)
class Sign:
    """One place that looks damaged: where, as one would cite it, the words in short, a possible reading."""

    start: int
    end: int
    place: str
    evidence: str
    proposal: str = ""


@frozen(kw_only=True)
class Ailment:
    """
    All places of a text that look damaged in the same way.

    `count` is how many there are besides those that are recorded already (`n_recorded`); the first of
    them are in `signs`.
    """

    kind: str
    meaning: str
    count: int
    n_recorded: int = 0
    signs: tuple[Sign, ...] = ()


def health(
    text: str,
    pages: PageMap | None = None,
    *,
    known: Iterable[str] = (),
    recorded: Sequence[Range] = (),
) -> tuple[Ailment, ...]:
    """
    Return what looks damaged in a text, by kind.

    `known` are words that the text may hold besides common ones, such as names; `recorded` are spans that
    are known to be damaged, and not told again. Nothing is mended.

    >>> [ailment.kind for ailment in health("They took the the fort on 3 May l9l8 by surprise.")]
    ['doubled-word', 'figure-in-word']
    """
    words = frozenset(word.lower() for each in known for word in WORD.findall(each))
    subject = Subject(text=text, pages=pages or map_pages(text, Layout()), known=words)
    found: dict[str, dict[Range, Defect]] = {kind: {} for kind in kinds()}
    for check in CHECKS:
        for defect in check(subject):
            found[defect.kind].setdefault((defect.start, defect.end), defect)
    ailments = (
        _ailment(subject, kind, list(each.values()), recorded) for kind, each in found.items() if each
    )
    return tuple(each for each in ailments if each.count or each.n_recorded)


def _ailment(subject: Subject, kind: str, defects: list[Defect], recorded: Sequence[Range]) -> Ailment:
    defects.sort(key=lambda each: (each.start, each.end))
    new = [each for each in defects if not _is_recorded(each, recorded)]
    return Ailment(
        kind=kind,
        meaning=kinds()[kind],
        count=len(new),
        n_recorded=len(defects) - len(new),
        signs=tuple(_sign(subject, each) for each in new[: limit("shown")]),
    )


def _is_recorded(defect: Defect, recorded: Sequence[Range]) -> bool:
    return any(start < defect.end and end > defect.start for start, end in recorded)


def _sign(subject: Subject, defect: Defect) -> Sign:
    return Sign(
        start=defect.start,
        end=defect.end,
        place=subject.pages.place(defect.start),
        evidence=_evidence(subject.text, defect),
        proposal=shortened(defect.proposal) if defect.proposal else "",
    )


def _evidence(text: str, defect: Defect) -> str:
    """Return the words of a defect, at most eight; what cannot be seen is written as its number."""
    words = text[defect.start : defect.end][: 4 * _N_SIGNS_SHOWN].split()
    shown = " ".join(words[:_N_WORDS_SHOWN])
    is_whole = len(words) <= _N_WORDS_SHOWN and len(shown) <= _N_SIGNS_SHOWN
    visible = "".join(_visible(each) for each in shown[:_N_SIGNS_SHOWN])
    return visible if is_whole else f"{visible} …"


def _visible(character: str) -> str:
    return character if character.isprintable() and character != "\ufffd" else f"[U+{ord(character):04X}]"
