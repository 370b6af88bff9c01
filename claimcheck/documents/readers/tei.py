"""TEI P5: editions with pages, columns, lines and notes marked up."""

from __future__ import annotations

from functools import cache
from typing import Any

from attrs import define, field

from claimcheck.data import read_table
from claimcheck.documents.readers.builder import TextBuilder
from claimcheck.documents.readers.note_labels import mark_label, split_label
from claimcheck.documents.readers.safe_xml import parse
from claimcheck.documents.readers.tei_notes import ID, NoteApart, NotesApart, collect_notes
from claimcheck.documents.readers.transcript import RefusedError, Transcript
from claimcheck.model.document import Layout

ROOTS = ("TEI", "TEI.2", "teiCorpus")

_MILESTONES = {"page": "pb", "column": "cb", "line": "lb"}
_NUMBERED_FW = ("pageNum", "pageNumber", "page")
_RAISED = ("sup", "superscript", "#sup", "vertical-align: super")


def read(data: bytes, _layout: Layout) -> Transcript:
    """
    Read what an edition prints. Its header, and what its editors put beside the print, are left out.

    A note is set with the page of its mark, wherever the file keeps it, unless it is printed on another.
    """
    apart = collect_notes(data)
    events = _Edition(apart)
    parse(data, events)
    if not events.is_begun:
        raise RefusedError("holds no <text> element", "take the file of the edition, not of its header")
    if not apart.is_whole:
        events.made.lose("notes-apart", "notes are too many to be set at their marks; some stand at the end")
    return events.made.build("tei")


@cache
def _settings() -> dict[str, Any]:
    return {
        name: value if isinstance(value, dict) else frozenset(value)
        for name, value in read_table("tei.toml").items()
    }


@define(kw_only=True)
class _Element:
    """An element that is open: what its end has to undo, and whether something was read in it."""

    name: str
    closes: str = ""
    has_read: bool = False
    is_mark: bool = False
    target: str = ""
    anchors: str = ""


@define
class _Edition:
    """The state of one run."""

    _apart: NotesApart
    made: TextBuilder = field(factory=TextBuilder)
    is_begun: bool = False
    _open: list[_Element] = field(factory=list)
    _left_out: int = 0
    _n_texts: int = 0
    _n_notes: int = 0
    _waiting: str | None = None
    _marks: dict[str, str] = field(factory=dict)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Enter an element."""
        if not self._open and name not in ROOTS:
            raise RefusedError(f"has the root element <{name[:40]}>, not <TEI>", "state its format")
        around = self._open[-1] if self._open else None
        element = _Element(name=name)
        self._open.append(element)
        if self._is_told_before(name) or self._left_out or self._is_left_out(name, around):
            self._left_out += 1
            return
        if name == "text":
            self.is_begun = True
            self._n_texts += 1
        if self._n_texts:
            element.anchors = attributes.get(ID, "")
            self._set(element, around, attributes)

    def _is_told_before(self, name: str) -> bool:
        """Count the notes as they stand in the file, and say whether one was set at its mark."""
        if name != "note" or self._apart.is_telling:
            return False
        self._n_notes += 1
        return self._apart.is_passed(self._n_notes)

    def _is_left_out(self, name: str, around: _Element | None) -> bool:
        settings = _settings()
        if name in settings["left_out"]:
            return True
        if name in ("del", "notatedMusic") and self._n_texts:
            self._lose(name)
            return True
        if around is None or around.name not in settings["alternatives"] or name == "note":
            return False
        if around.has_read or (around.name == "choice" and name in settings["editors"]):
            return True
        around.has_read = True
        return False

    def _set(self, element: _Element, around: _Element | None, attributes: dict[str, str]) -> None:
        name, label = element.name, attributes.get("n", "").strip()
        if name == "milestone":
            name = _MILESTONES.get(attributes.get("unit", ""), name)
        inside_word = attributes.get("break") == "no"
        if name == "pb":
            self.made.page(label, inside_word=inside_word)
        elif name == "cb":
            self.made.column(label)
        elif name == "lb":
            self.made.line(label, inside_word=inside_word)
        elif name == "note":
            self._note(element, around, label, attributes)
        elif name == "fw":
            self.made.open_furniture()
            element.closes = "furniture"
            element.is_mark = attributes.get("type", "") in _NUMBERED_FW
        elif name in ("ref", "ptr", "hi"):
            self._reference(element, around, label, attributes)
        else:
            self._block(element, around, label)

    def _block(self, element: _Element, around: _Element | None, label: str) -> None:
        settings, name = _settings(), element.name
        if name == "head" and around and around.name in settings["headed"] | settings["divisions"]:
            depth = sum(each.name in settings["divisions"] for each in self._open)
            self.made.open_heading(max(1, depth))
            element.closes = "heading"
        elif name in settings["paragraphs"]:
            self.made.paragraph()
            element.closes = "paragraph"
        elif name in settings["lines"]:
            self.made.line(label)
            element.closes = "line"
        elif name == "cell":
            element.closes = "cell"
        elif name == "gap":
            self.made.text("[…]")
        self._lose(name)

    def _lose(self, name: str) -> None:
        if loss := _settings()["losses"].get(name):
            self.made.lose(*loss)

    # --- notes -----------------------------------------------------------------------------------

    def _note(
        self, element: _Element, around: _Element | None, label: str, attributes: dict[str, str]
    ) -> None:
        if attributes.get("place") in ("inline", "inspace"):
            return
        referred = self._marks.get(attributes.get(ID, ""))
        is_collected = around is not None and around.name in _settings()["collecting"]
        is_marked = referred is not None or "target" in attributes or is_collected
        if label and not is_marked and attributes.get("anchored") != "false":
            self.made.mark(label)
        element.closes = "note"
        self._open_waiting()
        label = label or referred or ""
        if label:
            self.made.open_note(label)
        else:
            self._waiting = ""

    def _open_waiting(self) -> None:
        """Begin the note that waits for its first words, to see whether they bear its label."""
        if self._waiting is not None:
            self._waiting = None
            self.made.open_note()

    def _reference(
        self, element: _Element, around: _Element | None, label: str, attributes: dict[str, str]
    ) -> None:
        target = attributes.get("target", "")
        if element.name == "hi":
            element.is_mark = attributes.get("rend", "").strip() in _RAISED
            element.target = around.target if around else ""
        elif target.startswith("#"):
            element.target, element.is_mark = target[1:], True
            if element.name == "ptr" and label:
                self._mark(label, element.target)

    def _mark(self, label: str, target: str) -> None:
        self.made.mark(label)
        if target:
            self._marks[target] = label
            self._call(self._apart.by_name.get(target))

    def _call(self, note: NoteApart | None) -> None:
        if note and not any(each.closes == "furniture" for each in self._open):
            self._apart.call(note)

    # --- text and ends ---------------------------------------------------------------------------

    def text(self, words: str) -> None:
        """Meet text."""
        if self._left_out or not self._n_texts:
            return
        if self._waiting is not None:
            if not words.strip():
                return
            label, words = split_label(words)
            self._waiting = None
            self.made.open_note(label)
        element = self._open[-1]
        label = mark_label(words) if element.is_mark else ""
        if not label:
            self.made.text(words)
        elif element.name == "fw":
            self.made.text(words)
            self.made.label_page(label)
        else:
            self._mark(label, element.target)

    def end(self, name: str) -> None:
        """Leave an element."""
        element = self._open.pop()
        if self._left_out:
            self._left_out -= 1
            return
        if name == "text":
            self._n_texts -= 1
        if element.closes == "note":
            self._open_waiting()
            self.made.close_note()
        elif element.closes == "furniture":
            self.made.close_furniture()
        elif element.closes == "heading":
            self.made.close_heading()
        elif element.closes == "paragraph":
            self.made.paragraph()
        elif element.closes == "line":
            self.made.line()
        elif element.closes == "cell":
            self.made.text(" ")
        if element.anchors:
            self._call(self._apart.by_anchor.get(element.anchors))
        self._apart.tell(self)
