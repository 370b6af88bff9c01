"""What a receipt says, and a dossier's receipts by passage."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from claimcheck.model.document import Earlier, Passage, QuotationStatus
from claimcheck.model.problem import Problem

Cited = tuple[str, str, str, str]


def cited(passage: Passage) -> Cited:
    """Return what makes a passage the same: where it is written in the dossier takes no part."""
    return passage.document, passage.locator, passage.quotation, passage.until


@frozen(kw_only=True)
class Place:
    """
    Where a quotation was found: code points of the text, half-open, and the place as one cites it.

    `before`, `within` and `after` are digests of what stands around it and in it.
    """

    start: int
    end: int
    name: str
    before: str
    within: str
    after: str


@frozen(kw_only=True)
class Around:
    """
    The page, note or section that is cited: the digest of its folded text, and how far behind its begin
    the quotation stands.
    """

    sha256: str
    offset: int


@frozen(kw_only=True)
class Receipt:
    """
    What was found of one passage, on one day, in one file.

    Of the document it holds no words but the quotation: `differs` has those of the document cut out.
    `file` and `text` are digests of the file and of its text. `place` is None when nothing was found;
    `around` when only a new search can tell whether it still stands in a changed file.
    """

    document: str
    file: str
    text: str
    locator: str
    quotation: str
    until: str
    status: QuotationStatus
    judgement: str
    differs: tuple[str, ...]
    chance: str
    place: Place | None
    around: Around | None
    engine: str
    date: str

    @property
    def cited(self) -> Cited:
        """What makes the passage the same."""
        return self.document, self.locator, self.quotation, self.until


@frozen(kw_only=True)
class Sketch:
    """By what another scan of a document is known: the least digests of its trigrams, sorted."""

    document: str
    file: str
    text: str
    least: tuple[int, ...]
    date: str


@frozen(kw_only=True)
class Receipts:
    """The receipts beside a dossier, and what was wrong with their file, which may be refused whole."""

    receipts: tuple[Receipt, ...] = ()
    sketches: tuple[Sketch, ...] = ()
    problems: tuple[Problem, ...] = ()
    is_refused: bool = False
    _by_passage: dict[Cited, Receipt] = field(init=False, eq=False, repr=False)

    @_by_passage.default
    def _index(self) -> dict[Cited, Receipt]:
        return latest(self.receipts)

    def of(self, passage: Passage) -> Receipt | None:
        """Return the receipt of a passage, None when it has none."""
        return self._by_passage.get(cited(passage))


def latest(receipts: Iterable[Receipt]) -> dict[Cited, Receipt]:
    """Return one receipt for each passage: where a merge has left two, the later."""
    return {each.cited: each for each in sorted(receipts, key=lambda each: (each.date, each.file))}


def latest_sketches(sketches: Iterable[Sketch]) -> dict[str, Sketch]:
    """Return one sketch for each document, by its id: where a merge has left two, the later."""
    return {each.document: each for each in sorted(sketches, key=lambda each: (each.date, each.file))}


def earlier_of(receipt: Receipt, now: str = "", *, is_kept: bool = False) -> Earlier:
    """Return what a receipt says, and where the passage stands `now` if that is another place."""
    place = receipt.place.name if receipt.place else ""
    return Earlier(
        status=receipt.status,
        date=receipt.date,
        sha256=receipt.file,
        place=place,
        moved_to=now if now and place and now != place else "",
        is_kept=is_kept,
    )
