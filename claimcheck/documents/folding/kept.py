"""Folded text and the index of its words as bytes, for keeping between runs."""

from __future__ import annotations

import sys
import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import blake2b
from pathlib import Path
from zlib import crc32

from claimcheck._version import __version__
from claimcheck.documents.folding.fold import Folded, Range, Segment
from claimcheck.documents.folding.index import KeptWords, WordIndex

_MAGIC = b"claimcheck-folded\n"
_N_KEY = 32
_N_SIZE = 8


def key_of(text: str, segments: Sequence[Segment]) -> bytes:
    """Return what tells this text in this order of reading, folded by this engine, from all others."""
    digest = blake2b(_engine(), digest_size=_N_KEY)
    digest.update(_numbers("q", (n for each in segments for n in (each.start, each.end, each.flows))))
    digest.update(text.encode("utf-8", "surrogatepass"))
    return digest.digest()


@cache
def _engine() -> bytes:
    """Return the version of all that makes a folded text what it is: code, Python, Unicode, machine."""
    about = [__version__, sys.version, unicodedata.unidata_version, sys.byteorder, str(array("I").itemsize)]
    code = [path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py"))]
    return b"\0".join([*(each.encode() for each in about), *code])


def _numbers(kind: str, numbers: Iterator[int]) -> bytes:
    return array(kind, numbers).tobytes()


def pack(key: bytes, folded: Folded, index: WordIndex) -> Iterator[bytes]:
    """Yield both as bytes, piece by piece: the key first, then each part behind its size, then a check."""
    yield _MAGIC + key
    check = 0
    for part in _packed_parts(folded, index):
        for piece in (len(part).to_bytes(_N_SIZE, "big"), part):
            check = crc32(piece, check)
            yield piece
    yield check.to_bytes(_N_SIZE, "big")


def _packed_parts(folded: Folded, index: WordIndex) -> Iterator[bytes]:
    yield folded.text.encode("utf-8", "surrogatepass")
    for edits in folded.edits:
        yield edits.tobytes()
    yield _numbers("q", (n for each, at in folded.segments for n in (each.start, each.end, each.flows, *at)))
    yield _numbers("q", (n for joint in folded.joints for n in joint))
    words = list(index.counts)
    yield "\n".join(words).encode("utf-8", "surrogatepass")
    yield _numbers("I", (index.counts[word] for word in words))
    places = array("I")
    for word in words:
        places.extend(array("I", index.places(word)))
    yield places.tobytes()


def unpack(key: bytes, data: bytes) -> tuple[Folded, WordIndex] | None:
    """Return what was packed under a key, None for anything else: another text, a torn or foreign file."""
    head = len(_MAGIC) + _N_KEY
    if data[:head] != _MAGIC + key or len(data) < head + _N_SIZE:
        return None
    sized = memoryview(data)[head:-_N_SIZE]
    if crc32(sized) != int.from_bytes(data[-_N_SIZE:], "big"):
        return None
    text, *edits, segments, joints, words, sizes, places = _parts(sized)
    f_start, f_end, o_start, o_end = (_array("q", each) for each in edits)
    folded = Folded(
        text=_text(text),
        segments=tuple(_segments(_array("q", segments))),
        joints=tuple(_pairs(_array("q", joints))),
        f_start=f_start,
        f_end=f_end,
        o_start=o_start,
        o_end=o_end,
    )
    kept = KeptWords(_text(words).split("\n") if words else [], _array("I", sizes), _array("I", places))
    return folded, WordIndex(folded.text, kept)


def _parts(sized: memoryview) -> Iterator[memoryview]:
    at = 0
    while at < len(sized):
        start = at + _N_SIZE
        at = start + int.from_bytes(sized[at:start], "big")
        yield sized[start:at]


def _text(part: memoryview) -> str:
    return str(part, "utf-8", "surrogatepass")


def _array(kind: str, part: memoryview) -> array[int]:
    found = array(kind)
    found.frombytes(part)
    return found


def _pairs(numbers: Sequence[int]) -> Iterator[Range]:
    each = iter(numbers)
    return zip(each, each, strict=True)


def _segments(numbers: Sequence[int]) -> Iterator[tuple[Segment, Range]]:
    each = iter(numbers)
    for start, end, flows, first, last in zip(each, each, each, each, each, strict=True):
        yield Segment(start=start, end=end, flows=bool(flows)), (first, last)
