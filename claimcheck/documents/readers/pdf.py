"""PDF: the text layer, read by PDFium or pypdf in a process with limits of memory and time."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO, Any

from claimcheck.documents.pages.layouts import PageBounds, map_bounds
from claimcheck.documents.readers import pdf_child
from claimcheck.documents.readers.transcript import Loss, RefusedError, Transcript
from claimcheck.model.document import Layout

ENGINES = tuple(pdf_child.ENGINES)
"""In the order of preference."""

MEMORY = 384 * 2**20
"""Bytes of address space. A sound file of a thousand pages needs a fifth of it."""

CPU_S = 60
WALL_S = 120
"""A thousand pages take about ten seconds."""

_HINT = "open it in a PDF viewer; if it shows there, print it into a new PDF, or save its text"
_REFUSALS = {
    "missing": (
        "is a PDF, and no reader of PDF is installed",
        "pip install 'claimcheck[pdf]', or save its text",
    ),
    "encrypted": ("is encrypted", "save a copy without a password in a PDF viewer"),
    "broken": ("is a damaged PDF", _HINT),
    "memory": (f"needs more than {MEMORY // 2**20} MiB to be read", _HINT),
    "time": (f"takes more than {CPU_S} seconds to be read", _HINT),
    "crash": (f"stops its reader, or needs more than {MEMORY // 2**20} MiB to be read", _HINT),
    "pages": (f"has more than {pdf_child.MOST_PAGES} pages", "split it into several documents"),
    "long": (
        f"holds more than {pdf_child.LARGEST_OUTPUT // 2**21} MiB of text",
        "split it into several documents",
    ),
    "no-text": (
        "has no text, only pictures of pages",
        "run OCR over it first, for example with ocrmypdf",
    ),
}


def read(data: bytes, layout: Layout) -> Transcript:
    """
    Read the text layer. Pages are parted by form feeds, and end with the notes that are marked in them.

    Pages bear the numbers that the layout counts from its first page; without one, the labels of the file.
    """
    pages, labels, unreadable = _read_pages(data)
    if not any(page.strip() for page in pages):
        raise _refused("no-text" if pages else "broken")
    bounds: list[PageBounds] = []
    start = 0
    for index, page in enumerate(pages):
        label = labels[index] if layout.first_page is None else str(layout.first_page + index)
        bounds.append(PageBounds(start=start, end=start + len(page), label=label))
        start += len(page) + 1
    text = "\f".join(pages)
    return Transcript(
        text=text,
        pages=map_bounds(text, bounds),
        format="pdf",
        losses=tuple(_losses(pages, bounds, frozenset(unreadable))),
    )


def _losses(pages: list[str], bounds: list[PageBounds], unreadable: frozenset[int]) -> list[Loss]:
    empty = [index for index, page in enumerate(pages) if not page.strip()]
    kinds = (
        ("page-unreadable", "a damaged page is left out", [each for each in empty if each in unreadable]),
        ("page-without-text", "a page is a picture: OCR has not read it", sorted({*empty} - unreadable)),
    )
    return [
        Loss(code=code, message=message, start=bounds[found[0]].start, count=len(found))
        for code, message, found in kinds
        if found
    ]


def _refused(word: str) -> RefusedError:
    return RefusedError(*_REFUSALS[word])


def _read_pages(data: bytes) -> tuple[list[str], list[str], list[int]]:
    """Return the text and the label of each page, and the indexes of those that could not be read."""
    try:
        with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as answered:
            given.write(data)
            given.seek(0)
            status = _run(given, answered)
            if status:
                raise _refused(_cause(status))
            answered.seek(0)
            *pages, last = answered.read(pdf_child.LARGEST_OUTPUT + 1).decode().split("\f")
    except OSError as error:
        raise RefusedError(f"cannot be read: {error.strerror}", "look for space on the disk") from error
    answer: dict[str, Any] = json.loads(last)
    if "refused" in answer:
        raise _refused(answer["refused"])
    return pages, answer["labels"], answer["unreadable"]


def _run(given: IO[bytes], answered: IO[bytes]) -> int:
    """
    Return the exit status of the child, below zero for the signal that ended it.

    It is run as a script, apart from variables and folders of the user's, and finds packages where this
    process does. What it says on standard error goes nowhere.
    """
    path = [os.path.abspath(each) for each in sys.path if each]  # noqa: PTH100 - no link is to be followed
    script = str(Path(pdf_child.__file__))
    command = [sys.executable, "-I", script, ",".join(ENGINES), str(MEMORY), str(CPU_S), *path]
    child = subprocess.Popen(  # noqa: S603 - our own script
        command,
        stdin=given,
        stdout=answered,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    try:
        return child.wait(WALL_S)
    except subprocess.TimeoutExpired:
        return -signal.SIGTERM
    finally:
        child.kill()
        child.wait()


def _cause(status: int) -> str:
    """Return the word for an exit status. PDFium ends by a trap when it is out of memory, too."""
    timed_out = (signal.SIGTERM, getattr(signal, "SIGXCPU", signal.SIGTERM))
    return "time" if -status in timed_out else "crash"
