"""The brackets of wikitext: those that close each other stand, and all others are masked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from attrs import define, field

from claimcheck.documents.readers.transcript import RefusedError
from claimcheck.documents.readers.wiki.signs import mask

DEEPEST = 40
"""Templates, links and tables inside one another. The parser takes what is further in for text."""

LARGEST_PIECE = 2**14
"""Characters that are parsed at once, unless a single template or table is larger."""

_BRACES, _LINK, _TABLE = "{{", "[[", "{|"
_OPENED_BY = {"]]": _LINK, "|}": _TABLE}
_LINE_END = re.compile(r"(?<![\n \t])\n")


@define
class _Open:
    """
    Something that is open: its kind, and its place in what is written.

    Of braces `n` are open and `n_closed` of them closed. `height` is how deep what is closed inside is.
    """

    kind: str
    at: int
    n: int
    n_closed: int = 0
    height: int = 0


@define
class Brackets:
    """
    A text that grows at its end.

    `_whole` are the places in `_out` of what is closed and in nothing else that is, in order.
    """

    _out: list[str] = field(factory=list)
    _whole: list[tuple[int, int]] = field(factory=list)
    _open: list[_Open] = field(factory=list)
    _n_open: Counter[str] = field(factory=Counter)

    def put(self, text: str) -> None:
        """Write text without brackets, or with some that mean something as they are."""
        self._out.append(text)

    def put_plain(self, text: str) -> None:
        """Write text that is to mean nothing."""
        self._out.append(mask(text))

    def bracket(self, sign: str) -> None:
        """Write a run of braces or another bracket; blanks may stand before that of a table."""
        bare = sign.lstrip(" \t:")
        self._out.append(sign[: len(sign) - len(bare)])
        if bare.startswith("}"):
            self._close_braces(len(bare))
        elif bare in _OPENED_BY:
            self._close(bare)
        else:
            kind = _BRACES if bare.startswith(_BRACES) else bare
            self._open.append(_Open(kind, len(self._out), len(bare)))
            self._n_open[kind] += 1
            self.put_plain(bare)

    def pieces(self) -> Iterator[str]:
        """End the text, and yield it in pieces. A table that nothing closes ends there."""
        while self._open:
            if self._open[-1].kind == _TABLE:
                self.put("\n")
                self._close("|}")
            else:
                self._drop()
        piece: list[str] = []
        n = 0
        for text, is_whole in self._parts():
            at = 0
            while not is_whole and (end := _LINE_END.search(text, at + max(0, LARGEST_PIECE - n))):
                yield "".join([*piece, text[at : end.start()]])
                piece, n, at = [], 0, end.start()
            piece.append(text[at:])
            n += len(text) - at
        yield "".join(piece)

    def _parts(self) -> Iterator[tuple[str, bool]]:
        """Yield what is written, and whether it stands in something whole."""
        at = 0
        for start, end in self._whole:
            yield from ((text, False) for text in self._out[at:start])
            yield from ((text, True) for text in self._out[start:end])
            at = end
        yield from ((text, False) for text in self._out[at:])

    # --- what closes -----------------------------------------------------------------------------

    def _close(self, sign: str) -> None:
        opened = self._reach(_OPENED_BY[sign])
        if opened is None:
            self.put_plain(sign)
            return
        self._out[opened.at] = opened.kind
        self._end(opened, sign)
        self._drop()

    def _close_braces(self, n: int) -> None:
        """Close three braces where three are open, else two, as often as they reach."""
        while n > 1 and (opened := self._reach(_BRACES)) is not None:
            n_here = min(3, n, opened.n - opened.n_closed)
            opened.n_closed += n_here
            n -= n_here
            n_left = opened.n - opened.n_closed
            self._out[opened.at] = mask("{" * n_left) + "{" * opened.n_closed
            self._end(opened, "}" * n_here)
            if n_left < len(_BRACES):
                self._drop()
        self.put_plain("}" * n)

    def _reach(self, kind: str) -> _Open | None:
        """Return the nearest that is open of a kind; what is open inside it is closed by nothing."""
        if not self._n_open[kind]:
            return None
        while self._open[-1].kind != kind:
            self._drop()
        return self._open[-1]

    def _drop(self) -> None:
        last = self._open.pop()
        self._n_open[last.kind] -= 1
        if self._open:
            self._open[-1].height = max(self._open[-1].height, last.height)

    def _end(self, opened: _Open, sign: str) -> None:
        opened.height += 1
        if opened.height > DEEPEST:
            raise RefusedError(f"nests more than {DEEPEST} templates, links and tables", "take some apart")
        while self._whole and self._whole[-1][0] >= opened.at:
            self._whole.pop()
        self._out.append(sign)
        self._whole.append((opened.at, len(self._out)))
