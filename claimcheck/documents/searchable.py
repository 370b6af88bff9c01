"""A text prepared once and searched often."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from attrs import field, frozen

from claimcheck.documents.cache import cache_folder
from claimcheck.documents.folding.fold import Folded, fold, one_byte_each
from claimcheck.documents.folding.index import WordIndex
from claimcheck.documents.judging.evidence import Evidence, lost_ligatures
from claimcheck.documents.pages.layouts import map_pages
from claimcheck.documents.pages.page_map import Page, PageMap
from claimcheck.model.document import Layout

_SHORTEST_KEPT, _LONGEST_KEPT = 1_000_000, 40_000_000
"""Code points. Shorter texts are folded before anybody notices, longer ones would fill the folder."""


@frozen(kw_only=True, eq=False, slots=False)
class Searchable:
    """
    A text with its page map. What is costly is made when it is first asked for, and kept.

    `names` are the folded words of names that are known beside the text, those of a dossier.
    """

    text: str
    pages: PageMap
    names: frozenset[str] = field(default=frozenset(), repr=False)

    @classmethod
    def of(cls, text: str, layout: Layout | None = None) -> Searchable:
        """Prepare a text whose pages are told apart as the layout says; without one it is a single page."""
        return cls(text=text, pages=map_pages(text, layout or Layout()))

    @cached_property
    def folded(self) -> Folded:
        """The text folded in the order of reading."""
        return fold(self.text, self.pages.segments()) if self._kept is None else self._kept[0]

    @cached_property
    def index(self) -> WordIndex:
        """Where each word of the folded text stands."""
        return WordIndex(self.folded.text) if self._kept is None else self._kept[1]

    @cached_property
    def _kept(self) -> tuple[Folded, WordIndex] | None:
        """Both, of a long text, which are kept between runs."""
        if not _SHORTEST_KEPT <= len(self.text) <= _LONGEST_KEPT or cache_folder() is None:
            return None
        from claimcheck.documents.kept_folding import fold_and_index

        return fold_and_index(self.text, self.pages.segments())

    @cached_property
    def as_filed(self) -> Searchable:
        """The same text in the order of the file, notes and running heads in the midst of the body."""
        whole = Page(ordinal=1, label="", start=0, end=len(self.text))
        return Searchable(text=self.text, pages=PageMap(text=self.text, pages=(whole,)), names=self.names)

    @cached_property
    def one_byte_each(self) -> bytes:
        """The folded text for searches that compare bytes."""
        return one_byte_each(self.folded.text)

    @property
    def counts(self) -> Counter[str]:
        """How often each word occurs."""
        return self.index.counts

    @property
    def n_words(self) -> int:
        """How many words the text has."""
        return self.index.n_words

    @cached_property
    def evidence(self) -> Evidence:
        """What the text tells about its own damage."""
        return Evidence(
            counts=self.counts,
            note_labels=frozenset(note.label for note in self.pages.notes),
            lost_ligatures=lost_ligatures(self.folded.text),
            names=self.names,
        )
