"""
The text layer of a PDF, read in a process of its own.

Run as a script by `pdf.py`, with the file as standard input and a file for the answer as standard output;
it imports nothing of claimcheck. The answer is the text of each page, each closed by a form feed, and last
a line of JSON: `labels` and `unreadable` (indexes of pages), or `refused` with one of the words below.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator
from typing import IO, Any

LARGEST_OUTPUT = 64 * 2**20
"""Bytes of UTF-8; a book of a thousand pages has three million."""

MOST_PAGES = 20_000

_NO_TEXT = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\uffff]")
_HYPHEN = re.compile("[\ufffe\x02][\r\n]*")
"""What PDFium makes of a hyphen at a line end, and the line end with it."""

_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED = str.maketrans("0123456789", _SUPERSCRIPTS)
_MARK = re.compile(r"(?<=[^\W\d_]|[.,;:!?”’\"')\]])\d{1,3}(?!\d)")
_BREAK_AFTER_MARK = re.compile(f"(?<=[{_SUPERSCRIPTS}])\n +")
_LARGEST_MARK = 0.85
"""Size of a note's mark, as a share of the letters before it. Marks are set at 58 to 75 per cent."""


class UnreadError(Exception):
    """A file that is not read; the message is the word that is answered."""


class Pdfium:
    """PDFium through pypdfium2."""

    def __init__(self, file: IO[bytes]) -> None:
        import pypdfium2

        self._raw = pypdfium2.raw
        try:
            self._document = pypdfium2.PdfDocument(file)
            self.n_pages = len(self._document)
        except pypdfium2.PdfiumError as error:
            raise UnreadError("encrypted" if "password" in str(error).lower() else "broken") from error

    def label(self, index: int) -> str:
        """Return the label of a page, empty when the file gives none."""
        return str(self._document.get_page_label(index))

    def text(self, index: int) -> str:
        """Return the text of a page; numbers that are set small after a word are in superscript."""
        page = self._document[index]
        layer = page.get_textpage()
        try:
            return self._with_marks(layer, layer.get_text_range(errors="replace"))
        finally:
            layer.close()
            page.close()

    def _with_marks(self, layer: Any, text: str) -> str:
        # Places are counted in UTF-16; where the two counts differ, sizes could be another letter's.
        if len(text) != len(text.encode("utf-16-le", "replace")) // 2:
            return text
        raised = _MARK.sub(lambda match: self._mark(layer, match), text)
        return _BREAK_AFTER_MARK.sub(" ", raised.replace("\r\n", "\n"))

    def _mark(self, layer: Any, match: re.Match[str]) -> str:
        before, here = (
            self._raw.FPDFText_GetCharIndexFromTextIndex(layer, at)
            for at in (match.start() - 1, match.start())
        )
        if here < 0 or self._raw.FPDFText_GetUnicode(layer, here) != ord(match.group()[0]):
            return match.group()
        of_letter, of_digit = (self._raw.FPDFText_GetFontSize(layer, at) for at in (before, here))
        is_small = 0 < of_digit < _LARGEST_MARK * of_letter
        return match.group().translate(_RAISED) if is_small else match.group()


class Pypdf:
    """pypdf, in Python alone. It does not tell sizes, so marks stay ordinary digits."""

    def __init__(self, file: IO[bytes]) -> None:
        from pypdf import PdfReader
        from pypdf.errors import DependencyError, PyPdfError

        try:
            self._reader = PdfReader(file)
            if self._reader.is_encrypted and not self._reader.decrypt(""):
                raise UnreadError("encrypted")
            self.n_pages = len(self._reader.pages)
            self._labels = self._reader.page_labels if "/PageLabels" in self._reader.root_object else []
        except DependencyError as error:
            raise UnreadError("encrypted") from error
        except PyPdfError as error:
            raise UnreadError("broken") from error

    def label(self, index: int) -> str:
        """Return the label of a page, empty when the file gives none."""
        return self._labels[index] if index < len(self._labels) else ""

    def text(self, index: int) -> str:
        """Return the text of a page."""
        return self._reader.pages[index].extract_text()


ENGINES: dict[str, type[Pdfium] | type[Pypdf]] = {"pypdfium2": Pdfium, "pypdf": Pypdf}


def open_first(names: list[str], file: IO[bytes]) -> Pdfium | Pypdf:
    """Open a file with the first engine that is installed."""
    for name in names:
        try:
            return ENGINES[name](file)
        except ImportError:
            continue
    raise UnreadError("missing")


def read_pages(engine: Pdfium | Pypdf, answer: dict[str, list[Any]]) -> Iterator[bytes]:
    """Yield the text of each page, cleaned, and note labels and unreadable pages in the answer."""
    if engine.n_pages > MOST_PAGES:
        raise UnreadError("pages")
    n_bytes = 0
    for index in range(engine.n_pages):
        answer["labels"].append(engine.label(index)[:100])
        try:
            text = engine.text(index)
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - engines fail in ways of their own; the other pages are read
            answer["unreadable"].append(index)
            text = ""
        page = clean(text).encode()
        n_bytes += len(page)
        if n_bytes > LARGEST_OUTPUT // 2:
            raise UnreadError("long")
        yield page


def clean(text: str) -> str:
    """Return text with its lines ended by line feeds, divided words hyphenated, control characters off."""
    text = _HYPHEN.sub("-\n", text).replace("\r\n", "\n").replace("\r", "\n")
    return _NO_TEXT.sub("", text)


def limit(memory: int, cpu_s: int) -> None:
    """Bound this process, as far as its system can."""
    try:
        import resource
    except ImportError:  # Windows
        return
    for name, most in (("AS", memory), ("CPU", cpu_s), ("FSIZE", LARGEST_OUTPUT), ("CORE", 0)):
        try:
            kind = getattr(resource, f"RLIMIT_{name}")
            hard = resource.getrlimit(kind)[1]
            allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(kind, (allowed, hard if name == "CPU" else allowed))
        except (AttributeError, OSError, ValueError):  # macOS knows the name and refuses the limit
            continue


def main(engines: str, memory: str, cpu_s: str, *path: str) -> None:
    """Answer on standard output."""
    sys.path[:] = path
    limit(int(memory), int(cpu_s))
    out = sys.stdout.buffer
    answer: dict[str, Any] = {"labels": [], "unreadable": []}
    try:
        for page in read_pages(open_first(engines.split(","), sys.stdin.buffer), answer):
            out.write(page + b"\f")
    except UnreadError as error:
        answer = {"refused": str(error)}
    except MemoryError:
        answer = {"refused": "memory"}
    except Exception:  # noqa: BLE001 - a traceback would help nobody who has the file
        answer = {"refused": "broken"}
    out.write(json.dumps(answer).encode())
    out.flush()
    # Nothing is left to clean up, and tearing down a damaged document has crashed.
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
