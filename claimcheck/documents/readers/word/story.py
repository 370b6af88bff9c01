"""Text of a DOCX file: paragraphs, tables and boxes of its body, its notes and its running heads."""

from __future__ import annotations

from collections.abc import Mapping

from claimcheck.documents.readers.run import LINE, PARAGRAPH, Pending, Run
from claimcheck.documents.readers.sink import Recording, Sink
from claimcheck.documents.readers.word.parts import REPLACEMENT, is_on, symbol, value

_LEFT_OUT = {
    "del": "deleted-text",
    "moveFrom": "deleted-text",
    "delText": "deleted-text",
    "rt": "gloss",
    **dict.fromkeys(("instrText", "delInstrText", "Fallback", "sdtPr", "sdtEndPr", "tblPr", "tblGrid"), ""),
    **dict.fromkeys(("trPr", "rubyPr", "pPrChange", "rPrChange", "tblPrEx", "sectPr", "sectPrChange"), ""),
}
"""Elements that are passed over with all that they hold, and the code of the loss."""

_LOSSES = {
    "deleted-text": "text that is struck out, the change not yet accepted",
    "gloss": "a reading set over the line",
    "picture": "a picture",
    "comment": "a comment",
    "hidden": "text that is hidden",
    "symbol": "a character that only its font knows",
    "table-grid": "cells that reach over several rows or columns",
}
_CHARACTERS = {"noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "tab": " ", "ptab": " "}
_LOST_AT = {"blip": "picture", "imagedata": "picture", "commentReference": "comment"}


class Story:
    """
    One flow of text. What is particular to the body, a note or a running head is added by each.

    A text box waits until the paragraph that it is anchored in has ended.
    """

    def __init__(self, sink: Sink) -> None:
        self.run = Run(made=sink, page=Pending(), due=PARAGRAPH)
        self._n_left_out = 0
        self._properties = ""
        self._is_in_text = self._is_hidden = False
        self._n_cells = 0
        self._outside: list[tuple[Run, int]] = []
        self._boxes: list[Recording] = []
        self.style = self.outline = ""

    # --- elements --------------------------------------------------------------------------------

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Enter an element."""
        if self._n_left_out:
            self._n_left_out += 1
        elif self._properties:
            self._property(name, attributes)
        elif name in ("pPr", "rPr", "tcPr"):
            self._properties = name
            self.style = self.outline = ""
        elif name in _LEFT_OUT:
            self._n_left_out = 1
            self.lose(_LEFT_OUT[name])
        elif name == "t":
            self._is_in_text = True
        elif name in _CHARACTERS:
            self.set_text(_CHARACTERS[name])
        elif name in _LOST_AT:
            self.lose(_LOST_AT[name])
        elif name == "sym":
            self._symbol(attributes)
        else:
            self.structure(name, attributes)

    def structure(self, name: str, attributes: Mapping[str, str]) -> None:
        """Enter what is neither text nor property."""
        del attributes
        if name == "p":
            self.run.part(PARAGRAPH)
        elif name == "r":
            self._is_hidden = False
        elif name in ("br", "cr"):
            self.run.part(LINE)
        elif name == "tc":
            self._n_cells += 1
            if self._n_cells == 1:
                self.run.enter_cell()
        elif name == "tr":
            self.run.part(LINE)
        elif name == "txbxContent":
            self._outside.append((self.run, self._n_cells))
            self.run, self._n_cells = Run(made=Recording(), page=Pending()), 0

    def _property(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in _LEFT_OUT:
            self._n_left_out = 1
            self.meet_left_out(name)
        elif name == "vanish" and self._properties == "rPr":
            self._is_hidden = is_on(attributes)
        elif name == "pStyle":
            self.style = value(attributes, "val")
        elif name == "outlineLvl":
            self.outline = value(attributes, "val")
        elif name in ("gridSpan", "vMerge") and self._properties == "tcPr":
            self.lose("table-grid")

    def end(self, name: str) -> None:
        """Leave it."""
        self._is_in_text = False
        if self._n_left_out:
            self._n_left_out -= 1
        elif self._properties:
            if name == self._properties:
                self._properties = ""
                if name == "pPr":
                    self.begin_paragraph()
        elif name == "p":
            self.end_paragraph()
        elif name == "tc":
            self._n_cells -= 1
            if not self._n_cells:
                self.run.is_in_cell = False
        elif name == "tr" and not self._n_cells:
            self.run.leave_row()
        elif name == "tbl" and not self._n_cells:
            self.run.part(PARAGRAPH)
        elif name == "txbxContent":
            self._leave_box()

    def _leave_box(self) -> None:
        box = self.run.made
        self.run, self._n_cells = self._outside.pop()
        if isinstance(box, Recording):
            self._boxes.append(box)

    # --- what differs between stories ------------------------------------------------------------

    @property
    def is_in_box(self) -> bool:
        """Whether a text box is open."""
        return bool(self._outside)

    def begin_paragraph(self) -> None:
        """Begin a paragraph whose properties are known."""

    def meet_left_out(self, name: str) -> None:
        """Pass over properties that are told elsewhere."""

    def end_paragraph(self) -> None:
        """End it, and set the boxes that wait for that."""
        self.run.part(PARAGRAPH)
        if self._boxes and not self.is_in_box:
            boxes, self._boxes = self._boxes, []
            for box in boxes:
                self.run.flush()
                box.play(self.run.made)
                self.run.part(PARAGRAPH)

    # --- text ------------------------------------------------------------------------------------

    def text(self, words: str) -> None:
        """Meet text."""
        if self._is_in_text and not self._n_left_out:
            self.set_text(words)

    def set_text(self, words: str) -> None:
        """Set text, unless it is hidden."""
        if self._is_hidden:
            if words.strip():
                self.lose("hidden")
            return
        self.run.set_text(words)

    def _symbol(self, attributes: Mapping[str, str]) -> None:
        character = symbol(attributes)
        if character == REPLACEMENT:
            self.lose("symbol")
        self.set_text(character)

    def lose(self, code: str) -> None:
        """Note something that the text cannot hold."""
        if code:
            self.run.made.lose(code, _LOSSES[code])
