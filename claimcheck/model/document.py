"""Texts at hand, and the passages that are cited from them."""

from __future__ import annotations

from enum import Enum

from attrs import frozen

from claimcheck.model.problem import NOWHERE, Location

FORMATS = (
    *("text", "markdown", "html", "tei", "alto", "page", "hocr", "pdf", "docx", "epub"),
    "wikitext",
)
"""The formats of files that are read."""


@frozen(kw_only=True)
class Layout:
    """
    How pages are told apart in a text file.

    `first_page` is the printed number of the first page, None when pages are not numbered. `breaks`
    says what ends a page: `none`, `form-feed`, or `notes` (a block of footnotes ends each page). When it is
    empty, form feeds end pages where there are any.
    """

    first_page: int | None = None
    breaks: str = ""


@frozen(kw_only=True)
class Document:
    """
    A text in which one or more sources can be read. Its file may be absent.

    `source` is the document's own source, which speaks wherever a chain does not say otherwise.
    `sha256` identifies the file that the dossier was written from. Values are read in its `language`
    and `calendar` unless they state their own. `format` and `encoding` are stated by who knows better
    than the file tells; `encoding` is a name that Python knows.
    """

    id: str
    source: str
    file: str = ""
    sha256: str = ""
    language: str = ""
    calendar: str = ""
    format: str = ""
    encoding: str = ""
    layout: Layout = Layout()
    note: str = ""
    where: Location = NOWHERE


class DocumentStatus(Enum):
    """What became of a document's file."""

    READ = "read"
    ABSENT = "absent"
    CHANGED = "changed"
    REFUSED = "refused"


class QuotationStatus(Enum):
    """What was found of a quotation in its document."""

    EXACT = "exact"
    NEAR = "near"
    DOUBTFUL = "doubtful"
    ALTERED = "altered"
    ELSEWHERE = "elsewhere"
    AMBIGUOUS = "ambiguous"
    ABSENT = "absent"
    UNCHECKED = "unchecked"

    @property
    def is_sound(self) -> bool:
        """Whether the quotation stands where it is cited, or was not looked for."""
        return self in (QuotationStatus.EXACT, QuotationStatus.NEAR, QuotationStatus.UNCHECKED)


@frozen(kw_only=True)
class Passage:
    """
    Where a source speaks: a locator as historians write it ("p. 137, n. 3"), and a fragment.

    `until`, when given, is a second fragment: the passage runs from the begin of `quotation` to the
    end of `until`, and the words between need not be copied into the dossier.
    """

    document: str
    locator: str = ""
    quotation: str = ""
    until: str = ""
    where: Location = NOWHERE


@frozen(kw_only=True)
class Earlier:
    """
    What an anchor receipt says of a passage: how it stood on a day, at which place of which file.

    `place` is empty when nothing was found; `sha256` is the digest of the file. `moved_to` is where the
    passage stands now, when that is another place. `is_kept` when its page is still the same, so that
    what was found then holds without a new search.
    """

    status: QuotationStatus
    date: str
    sha256: str
    place: str = ""
    moved_to: str = ""
    is_kept: bool = False


@frozen(kw_only=True)
class Anchor:
    """
    A passage held against its document.

    `start` and `end` count code points of the decoded file, half-open; both None when nothing was
    found. `text` is what stands there; `differs` names each way in which it is not the quotation.
    `judgement` is the status, with `near` told apart as `normalised` and `damaged`. `before` and `after`
    are what stands around it in the document, kept only when somebody asked for it. `earlier` is what a
    receipt says where the file is absent or its text has changed, None without one.
    """

    passage: Passage
    status: QuotationStatus
    start: int | None = None
    end: int | None = None
    text: str = ""
    differs: tuple[str, ...] = ()
    chance: str = ""
    found_at: str = ""
    judgement: str = ""
    before: str = ""
    after: str = ""
    earlier: Earlier | None = None
