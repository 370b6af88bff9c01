"""Footnotes and endnotes of a DOCX file, kept until their marks are met."""

from __future__ import annotations

from collections.abc import Mapping

from claimcheck.documents.readers.run import Pending, Run
from claimcheck.documents.readers.sink import Recording
from claimcheck.documents.readers.word.parts import value
from claimcheck.documents.readers.word.story import Story


class NoteStories(Story):
    """Reads the notes of one kind. Lines that part them from the text, of a `type` of their own, are none."""

    def __init__(self, kind: str, own_marks: Mapping[tuple[str, str], str]) -> None:
        super().__init__(Recording())
        self._kind, self._own_marks = kind, own_marks
        self.found: dict[str, Recording] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Enter an element; a note begins anew."""
        if name == self._kind:
            id_ = value(attributes, "id")
            note = Recording()
            self.run = Run(made=note, page=Pending(), label=self._own_marks.get((self._kind, id_)))
            if value(attributes, "type") in ("", "normal"):
                self.found.setdefault(id_, note)
        else:
            super().start(name, attributes)

    def end(self, name: str) -> None:
        """Leave it."""
        if name == self._kind:
            self.run.settle()
        else:
            super().end(name)
