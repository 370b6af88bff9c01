"""The body of a DOCX file, with its pages as far as the file tells them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from claimcheck.documents.readers.builder import TextBuilder
from claimcheck.documents.readers.sink import Recording
from claimcheck.documents.readers.word.heads import HeadStory
from claimcheck.documents.readers.word.numbering import format_number
from claimcheck.documents.readers.word.parts import number, value
from claimcheck.documents.readers.word.settings import Counting, Section, Settings
from claimcheck.documents.readers.word.story import Story


class PrintedBuilder(TextBuilder):
    """Sets the running heads of each page as it begins, feet too: the order of the two means nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.heads: tuple[str, ...] = ()

    def page(self, label: str = "", *, inside_word: bool = False) -> None:
        """Begin a page."""
        super().page(label, inside_word=inside_word)
        for words in self.heads:
            self.open_furniture()
            self.text(words)
            self.close_furniture()


class Body(Story):
    """Reads the body, and sets each footnote where its mark is, endnotes at the end."""

    def __init__(
        self,
        made: PrintedBuilder,
        settings: Settings,
        notes: Mapping[str, dict[str, Recording]],
        heads: Mapping[str, HeadStory],
        first_page: int | None,
    ) -> None:
        super().__init__(made)
        self._made, self._settings, self._notes, self._heads = made, settings, notes, heads
        self._n_sections = 0
        self._counts = {"footnote": 0, "endnote": 0}
        self._late: list[Callable[[], None]] = []
        self._endnotes: list[Callable[[], None]] = []
        self._awaits_mark = False
        self._number = next(each for each in (first_page, self._section.first_page, 1) if each is not None)
        self._is_numbered = (
            first_page is not None
            or any(each.first_page is not None for each in settings.sections)
            or any(each.has_number for each in heads.values())
        )
        self._is_fresh = self._is_first_of_section = True
        if settings.is_paged:
            self._tell_page()
            self.run.page.is_due = True
            self.run.begin_page()
            self._is_first_of_section = False

    @property
    def _section(self) -> Section:
        sections = self._settings.sections
        return sections[min(self._n_sections, len(sections) - 1)]

    # --- pages -----------------------------------------------------------------------------------

    def _tell_page(self) -> None:
        """Give the page that is due its label and its running heads."""
        label = format_number(self._number, self._section.page_style)
        self.run.page.label = label if self._is_numbered else ""
        place = "default"
        if self._section.has_title_page and self._is_first_of_section:
            place = "first"
        elif self._settings.has_even_heads and self._number % 2 == 0:
            place = "even"
        ids = [self._section.heads.get((kind, place), "") for kind in ("header", "footer")]
        told = [self._heads[id_].words(label) for id_ in ids if id_ in self._heads]
        self._made.heads = tuple(words for words in told if words)

    def _end_page(self, *, is_noted: bool) -> None:
        """
        Let a page begin before the next word.

        Word notes where pages ended when it last laid the text out, after a break that was written too.
        """
        if self.is_in_box or (is_noted and self._is_fresh):
            return
        self.run.begin_page()
        self._number += 1
        if self._is_first_of_section and self._n_sections and self._section.first_page is not None:
            self._number = self._section.first_page
        self._tell_page()
        self.run.page.is_due = True
        self._is_fresh, self._is_first_of_section = True, False
        if self._counting("footnote").restarts == "eachPage":
            self._counts["footnote"] = 0

    def meet_left_out(self, name: str) -> None:
        """Note the end of a section, which its last paragraph tells."""
        if name == "sectPr" and not self.is_in_box:
            self._late.append(self._begin_section)

    def _begin_section(self) -> None:
        self._n_sections += 1
        self._is_first_of_section = True
        for kind in ("footnote", "endnote"):
            if self._counting(kind).restarts == "eachSect":
                self._counts[kind] = 0
        if self._section.begins != "continuous":
            self._end_page(is_noted=False)

    # --- paragraphs ------------------------------------------------------------------------------

    def begin_paragraph(self) -> None:
        """Begin a paragraph, which may be a heading."""
        level = number(self.outline, 9) + 1 if self.outline else self._settings.levels.get(self.style, 0)
        if 0 < level < 10 and not self.is_in_box:
            self.run.open_heading(level)

    def end_paragraph(self) -> None:
        """End it, and do what waits for that."""
        if self.run.heading:
            self.run.close_heading()
        super().end_paragraph()
        if not self.is_in_box:
            late, self._late = self._late, []
            for each in late:
                each()

    def structure(self, name: str, attributes: Mapping[str, str]) -> None:
        """Enter what is neither text nor property."""
        if name == "lastRenderedPageBreak":
            self._end_page(is_noted=True)
        elif name == "br" and value(attributes, "type") == "page":
            self._end_page(is_noted=False)
        elif name in ("footnoteReference", "endnoteReference"):
            self._meet_note(name.removesuffix("Reference"), value(attributes, "id"))
        else:
            if name == "r":
                self._awaits_mark = False
            super().structure(name, attributes)

    def set_text(self, words: str) -> None:
        """Set text, but for the mark of a note that was set with it."""
        if self._awaits_mark and words.strip():
            self._awaits_mark = False
            return
        self._is_fresh = self._is_fresh and not words.strip()
        super().set_text(words)

    # --- notes -----------------------------------------------------------------------------------

    def _counting(self, kind: str) -> Counting:
        return self._section.counting.get(kind, self._settings.counting[kind])

    def _meet_note(self, kind: str, id_: str) -> None:
        label = self._settings.own_marks.get((kind, id_), "")
        if label:
            self._awaits_mark = True
        else:
            counting = self._counting(kind)
            label = format_number(counting.start + self._counts[kind], counting.style)
            self._counts[kind] += 1
        self._is_fresh = False
        self.run.set_mark(label)
        note = self._notes[kind].pop(id_, None)
        if note is None:
            return
        if kind == "endnote":
            self._endnotes.append(lambda: self._set_note(label, note))
        elif self.is_in_box:
            self._late.append(lambda: self._set_note(label, note))
        else:
            self._set_note(label, note)

    def _set_note(self, label: str, note: Recording) -> None:
        self._made.open_note(label)
        note.play(self._made)
        self._made.close_note()

    def finish(self) -> None:
        """Set what comes last."""
        self.run.begin_page()
        for each in self._endnotes:
            each()
