"""What a reader makes of a file."""

from __future__ import annotations

from attrs import frozen

from claimcheck.documents.pages.page_map import PageMap


@frozen(kw_only=True)
class Loss:
    """
    Something that the file holds and the text doesn't, or holds otherwise: a picture, a table's grid.

    `code` is stable ("picture", "table-grid"); `start` is the offset in the text where the first of them
    would stand, and `count` says how many there are.
    """

    code: str
    message: str
    start: int = 0
    count: int = 1


@frozen(kw_only=True, eq=False)
class Transcript:
    """
    The text of a file, the map of its pages and notes, and what was lost.

    Offsets count code points of `text`. For plain text and Markdown this is the decoded file; for the other
    formats it is made by their reader: paragraphs parted by a blank line, printed lines by a line end,
    the notes of a page after its body, each headed by its number in superscript.
    """

    text: str
    pages: PageMap
    format: str
    losses: tuple[Loss, ...] = ()


class RefusedError(Exception):
    """Why a file is not read, and what to do about it."""

    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(reason)
        self.hint = hint
