"""Which elements are notes, which links are their marks, and which lead back from them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from attrs import define, field

from claimcheck.documents.readers.hypertext.chapters import Chapter
from claimcheck.documents.readers.hypertext.links import BLOCKS, Candidate, Link, Links, collect_links
from claimcheck.documents.readers.hypertext.page_marks import PageMark
from claimcheck.documents.readers.hypertext.roles import has_class, has_role
from claimcheck.documents.readers.hypertext.tree import Element
from claimcheck.documents.readers.note_labels import split_label

_MARK = re.compile(
    r"[\[({]?\s*((?:note|nb|n\.|fn\.?)?\s*\d{1,4}|[a-z]{1,2}|[ivxlcdm]{1,8}|[*†‡§¶‖#]{1,4})\s*[\])}]?[.:]?",
    re.IGNORECASE,
)
_LONGEST_MARK = 24
_N_AROUND = 3
"""How many elements around a link may carry its class or its id: `<sup id="r1" class="reference"><a>`."""

_MOST_COMPARED = 8
"""Links to one address that are looked at for the one that leads back."""


@define(eq=False)
class Note:
    """A note: its label, and whether it `stays` where it stands instead of going to the page of its mark."""

    element: Element
    label: str
    stays: bool


@define
class Notes:
    """
    The notes of a work by their elements.

    `marks` are the links that refer to notes, with their labels; `begins` the first of them for each note;
    `backs` the elements that lead back from a note to its mark.
    """

    by_element: dict[Element, Note] = field(factory=dict)
    marks: dict[Element, str] = field(factory=dict)
    begins: dict[Element, Note] = field(factory=dict)
    backs: set[Element] = field(factory=set)


@define(eq=False)
class _Reference:
    """A link that may be the mark of a note, and what it leads to: a candidate, or a mere block."""

    link: Link
    label: str
    candidate: Candidate | None
    block: Element | None


def find_notes(chapters: Sequence[Chapter], pages: Mapping[Element, PageMark]) -> Notes:
    """
    Return the notes.

    Footnotes belong to the page of their mark, wherever the file collects them. Endnotes stay where they
    stand, and so does a list of notes that goes over a page end.
    """
    links = collect_links(chapters, pages)
    references = [each for link in links.links if (each := _reference(link, links)) is not None]
    found = Notes()
    shared = _shared(references)
    for each in references:
        candidate = each.candidate
        element = candidate.element if candidate and candidate not in shared else each.block
        if element is None:
            continue
        found.marks[each.link.element] = each.label
        if element not in found.by_element:
            stays = candidate is not None and (candidate.is_late or candidate.container in links.paged)
            note = Note(element, each.label, stays)
            found.by_element[element] = found.begins[each.link.element] = note
    for candidate in links.candidates:
        if candidate.is_declared and candidate not in shared:
            found.by_element.setdefault(
                candidate.element, Note(candidate.element, _own_label(candidate), stays=True)
            )
    found.backs = set(_backs(links, found))
    return found


def _shared(references: Sequence[_Reference]) -> set[Candidate]:
    """Return the candidates that hold several notes: marks lead to several blocks in them."""
    blocks: dict[Candidate, set[Element]] = defaultdict(set)
    for each in references:
        if each.candidate is not None and each.block not in (None, each.candidate.element):
            blocks[each.candidate].add(each.block)
    return {candidate for candidate, inside in blocks.items() if len(inside) > 1}


def _reference(link: Link, links: Links) -> _Reference | None:
    """Return what a link refers to, if it is the mark of a note."""
    anchor = links.anchors.get(link.target)
    if anchor is None or anchor.element is link.element:
        return None
    candidate = anchor.candidate
    block = anchor.element if anchor.element.name in BLOCKS else anchor.block
    if candidate is not None and candidate is link.candidate:
        return None
    signs = _signs(link, links, candidate, block)
    if candidate is not None:
        # A bare number in a note is a reference to another one, "see n. 3", unless it is set like a mark.
        is_mark = signs.is_raised or (link.candidate is None and (signs.is_mutual or signs.is_bracketed))
    elif block is None or anchor.order <= link.order or block is link.block:
        is_mark = False
    else:
        is_mark = signs.is_stated or (_begins_with(block, anchor.element) and _is_like_a_note(block, signs))
    return _Reference(link, signs.label, candidate, block) if signs.label and is_mark else None


@define
class _Signs:
    """What speaks for a link's being a mark. Without a `label` it is none."""

    label: str
    is_stated: bool
    is_raised: bool
    is_bracketed: bool
    is_mutual: bool


def _signs(link: Link, links: Links, candidate: Candidate | None, block: Element | None) -> _Signs:
    words = link.element.words(_LONGEST_MARK)
    match = _MARK.fullmatch(words)
    is_stated = any(has_role(each, "reference") for each in _around(link.element))
    is_classed = is_stated or any(has_class(each, "reference") for each in _around(link.element))
    label = " ".join(match[1].split()) if match else ""
    if not match and is_classed and len(words) <= _LONGEST_MARK:
        label = words.strip("[](){}")
    return _Signs(
        label,
        is_stated=is_stated,
        is_raised=is_classed or _is_raised(link.element),
        is_bracketed=words.startswith(("[", "(", "{")),
        is_mutual=_leads_back(link, block, candidate, links),
    )


def _is_like_a_note(block: Element, signs: _Signs) -> bool:
    """Whether a block that says nothing of itself is a note: it leads back, or begins with the mark."""
    if signs.is_mutual:
        return signs.is_raised or signs.is_bracketed
    return signs.is_raised and split_label(block.words(_LONGEST_MARK))[0] == signs.label


def _around(element: Element) -> Iterator[Element]:
    yield element
    yield from islice(element.ancestors, _N_AROUND)


def _is_raised(link: Element) -> bool:
    inside = [each for each in link.children if not isinstance(each, str) or each.strip()]
    only = inside[0] if len(inside) == 1 else None
    return any(each.name == "sup" for each in _around(link)) or (
        isinstance(only, Element) and only.name == "sup"
    )


def _addresses_of(link: Element, links: Links) -> Iterator[str]:
    """Yield what a link can be led back to by: its own addresses, those around it, that right before it."""
    for each in (link, *islice(_until_block(link), _N_AROUND)):
        yield from links.addresses.get(each, ())
    before = links.before.get(link)
    if before is not None and before.name == "a":
        yield from links.addresses.get(before, ())


def _until_block(element: Element) -> Iterator[Element]:
    for each in element.ancestors:
        if each.name in BLOCKS:
            return
        yield each


def _leads_back(link: Link, block: Element | None, candidate: Candidate | None, links: Links) -> bool:
    return any(
        other.block is block if candidate is None else other.candidate is candidate
        for address in _addresses_of(link.element, links)
        for other in links.by_target.get(address, ())[:_MOST_COMPARED]
    )


def _begins_with(block: Element, anchor: Element) -> bool:
    if block is anchor:
        return True
    for each, _is_end in block.walk():
        if each is anchor:
            return True
        if isinstance(each, str) and each.strip():
            return False
    return False


def _own_label(candidate: Candidate) -> str:
    return (
        str(candidate.number) if candidate.number else split_label(candidate.element.words(_LONGEST_MARK))[0]
    )


def _backs(links: Links, found: Notes) -> Iterator[Element]:
    """Yield what leads back. A note that is a link as a whole keeps its words."""
    led_back_to = {address for mark in found.marks for address in _addresses_of(mark, links)}
    for link in links.links:
        stated = _stated_back(link.element)
        if stated is not None:
            yield stated
        elif link.target in led_back_to and link.element not in found.marks:
            note = _note_around(link, found)
            words = link.element.words(_LONGEST_MARK)
            if (
                note is not None
                and len(words) <= _LONGEST_MARK
                and len(note.words(2 * _LONGEST_MARK)) > len(words)
            ):
                yield link.element


def _stated_back(link: Element) -> Element | None:
    return next((each for each in _around(link) if has_role(each, "back") or has_class(each, "back")), None)


def _note_around(link: Link, found: Notes) -> Element | None:
    inside = (link.candidate.element if link.candidate else None, link.block)
    return next((each for each in inside if each in found.by_element), None)
