"""Notes that an edition keeps elsewhere than at their marks, mostly at its end."""

from __future__ import annotations

from collections import deque

from attrs import define, field

from claimcheck.documents.readers.safe_xml import Events, parse

ID = "xml:id"

MOST_KEPT = 200_000
"""Names of anchors, tags and pieces of text of notes, kept until their mark comes. They take some 60 MB."""

_REFERRING = ("ref", "ptr")
_ANCHORS = ("anchor", "ref", "ptr", "seg", "hi")
_COLLECTING = ("back", "noteGrp")
_INLINE = ("inline", "inspace")
_NONE: dict[str, str] = {}

# Without this word, in one of the encodings that files of more than a few pages are in, nothing refers to a
# note, and the file is not run through twice.
_TARGETS = tuple("target".encode(codec) for codec in ("utf-8", "utf-16-le", "utf-16-be"))


@define
class NoteApart:
    """A note and what it is made of. `is_met` once it is set, or passed, where it stands in the file."""

    events: list[tuple[str, str, dict[str, str]]] = field(factory=list)
    is_met: bool = False

    def tell(self, events: Events) -> None:
        """Run through it."""
        for event, words, attributes in self.events:
            if event == "start":
                events.start(words, attributes)
            elif event == "text":
                events.text(words)
            else:
                events.end(words)


@define
class NotesApart:
    """
    The notes that stand after the mark that they belong to, and on no page of their own.

    They are found by the name that their mark refers to, by the name of the anchor that they refer to
    themselves, or by their place among all the notes of the file, counted from 1. `is_whole` is False when
    they were too many to keep all of them.
    """

    by_name: dict[str, NoteApart] = field(factory=dict)
    by_anchor: dict[str, NoteApart] = field(factory=dict)
    by_ordinal: dict[int, NoteApart] = field(factory=dict)
    is_whole: bool = True
    _due: deque[NoteApart] = field(factory=deque)
    _is_telling: bool = False

    def call(self, note: NoteApart | None) -> None:
        """Have a note told as soon as the element of its mark ends, if it is one and was not met before."""
        if note is not None and not note.is_met:
            note.is_met = True
            self._due.append(note)

    def is_passed(self, ordinal: int) -> bool:
        """Whether the note that is met in the file was told already. If not, it is met now."""
        note = self.by_ordinal.get(ordinal)
        if note is None:
            return False
        was_met, note.is_met = note.is_met, True
        return was_met

    @property
    def is_telling(self) -> bool:
        """Whether what is met comes from a note that was called."""
        return self._is_telling

    def tell(self, events: Events) -> None:
        """Tell the notes that are called; those that are called by them follow, however many."""
        if self._is_telling:
            return
        self._is_telling = True
        while self._due:
            self._due.popleft().tell(events)
        self._is_telling = False


def collect_notes(data: bytes) -> NotesApart:
    """
    Return the notes of an edition that are to be set at their marks.

    A note over which a page ends stays where it is, and so do those of a collection that begins a page or
    holds the begin of one: they are printed there.

    Raises `RefusedError` like `parse`.
    """
    found = NotesApart()
    if any(word in data for word in _TARGETS):
        parse(data, _Collector(found))
    return found


@define
class _Collector:
    """
    The state of one run.

    `_collections` has the number of pages that were full before each collection that is open, `_open` whether
    an element is one.
    """

    _found: NotesApart
    _open: list[bool] = field(factory=list)
    _collections: list[int] = field(factory=list)
    _targets: set[str] = field(factory=set)
    _anchors: set[str] = field(factory=set)
    _n_notes: int = 0
    _n_pages: int = 0
    _is_page_empty: bool = True
    _n_furniture: int = 0
    _n_kept: int = 0
    _note: NoteApart | None = None
    _note_depth: int = 0
    _ordinal: int = 0
    _name: str = ""
    _anchor: str = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Enter an element."""
        is_collection = False
        self._n_notes += name == "note"
        self._n_furniture += name == "fw"
        if name == "pb" or (name == "milestone" and attributes.get("unit") == "page"):
            self._n_pages, self._is_page_empty, self._note = self._n_pages + 1, True, None
        elif self._note is not None:
            self._keep("start", name, attributes)
        elif name == "note":
            self._begin_note(attributes)
        elif name not in _ANCHORS:
            is_collection = name in _COLLECTING or "note" in attributes.get("type", "").casefold()
        if name in _ANCHORS:
            self._refer(name, attributes)
        if is_collection:
            self._collections.append(self._n_pages - self._is_page_empty)
        self._open.append(is_collection)

    def _refer(self, name: str, attributes: dict[str, str]) -> None:
        anchor, target = attributes.get(ID, ""), attributes.get("target", "")
        if anchor and self._count():
            self._anchors.add(f"#{anchor}")
        if name in _REFERRING and target and self._count():
            self._targets.add(target)

    def _begin_note(self, attributes: dict[str, str]) -> None:
        name, anchor = attributes.get(ID, ""), attributes.get("target", "")
        is_marked = f"#{name}" in self._targets or anchor in self._anchors
        if is_marked and attributes.get("place") not in _INLINE and not self._is_printed_here:
            self._note, self._note_depth, self._ordinal = NoteApart(), len(self._open), self._n_notes
            self._name, self._anchor = name, anchor
            self._keep("start", "note", attributes)

    @property
    def _is_printed_here(self) -> bool:
        """Whether a page begins in one of the collections that are open."""
        return bool(self._collections) and self._collections[0] < self._n_pages

    def _keep(self, event: str, words: str, attributes: dict[str, str] = _NONE) -> None:
        if self._note is not None and self._count():
            self._note.events.append((event, words, attributes))

    def _count(self) -> bool:
        """Count one thing more that is kept, and give the present note up when it is one too many."""
        self._n_kept += 1
        if self._n_kept <= MOST_KEPT:
            return True
        self._found.is_whole, self._note = False, None
        return False

    def text(self, words: str) -> None:
        """Meet text."""
        if self._note is not None:
            self._keep("text", words)
        elif not self._n_furniture and words.strip():
            self._is_page_empty = False

    def end(self, name: str) -> None:
        """Leave an element."""
        if self._open.pop():
            self._collections.pop()
        self._n_furniture -= name == "fw"
        self._keep("end", name)
        if self._note is not None and len(self._open) == self._note_depth:
            self._found.by_ordinal[self._ordinal] = self._note
            if f"#{self._name}" in self._targets:
                self._found.by_name.setdefault(self._name, self._note)
            if self._anchor in self._anchors:
                self._found.by_anchor.setdefault(self._anchor[1:], self._note)
            self._note = None
