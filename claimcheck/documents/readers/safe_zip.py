"""Packed files, opened without trusting what they say of their sizes."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise

from claimcheck.documents.readers.transcript import RefusedError

MOST_MEMBERS = 10_000
LARGEST_MEMBER = 64 * 2**20
"""Bytes unpacked. The text of a thousand-page book with its markup takes about twenty million."""

LARGEST_TOTAL = 96 * 2**20
"""Bytes unpacked of all the members that are read; pictures and fonts are not."""

HIGHEST_RATIO = 200
"""Bytes unpacked for a packed one. Markup reaches fifty; what is made to swell reaches a thousand."""

_RATIO_COUNTS_FROM = 2**20
_LARGEST_DIRECTORY = 4 * 2**20
_CHUNK = 2**16

_END = b"PK\x05\x06"
_END_64 = b"PK\x06\x07"
_N_END, _N_END_64 = 22, 20
_LONGEST_COMMENT = 2**16
_LOCAL_HEADER = 30
_IS_ENCRYPTED = 1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

_DAMAGES = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    EOFError,
    OSError,
    ValueError,
    IndexError,
    OverflowError,
    RuntimeError,
)
"""What `zipfile` raises for a file that is not as it should be."""


@contextmanager
def inside(name: str) -> Iterator[None]:
    """Name the member in whatever is refused of it, unless its name was told."""
    try:
        yield
    except RefusedError as refusal:
        if name[:80] in str(refusal):
            raise
        raise RefusedError(f"{refusal}, in {name[:80]!r}", refusal.hint) from refusal


class Archive:
    """
    A packed file and its members. Nothing is ever written to a disk.

    Raises `RefusedError` for what is damaged, encrypted, or made to swell: limits hold for the bytes that
    come out, whatever the file announces.
    """

    def __init__(self, data: bytes) -> None:
        _check_directory(data)
        self._n_read = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        except _DAMAGES as error:
            raise _damaged(str(error)) from error
        if len(members) > MOST_MEMBERS:
            raise RefusedError(f"holds more than {MOST_MEMBERS:,} files", "take out what is not text")
        self._members = {each.filename: each for each in members}
        if len(self._members) < len(members):
            raise RefusedError("holds two files of the same name", "save it anew")
        _check_overlaps(members)

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def read(self, name: str) -> bytes:
        """Return what a member holds. Raises `RefusedError` when there is none of this name, too."""
        member = self._members.get(name)
        if member is None:
            raise RefusedError(f"lacks {name[:80]!r}, which it should hold", "save it anew")
        if member.flag_bits & _IS_ENCRYPTED:
            raise RefusedError("asks for a password", "save it without one")
        if member.compress_type not in _METHODS:
            raise RefusedError(f"packs {name[:80]!r} in an unusual way", "save it anew")
        try:
            return self._unpack(member)
        except _DAMAGES as error:
            raise _damaged(f"{name[:80]!r}: {error}") from error

    def _unpack(self, member: zipfile.ZipInfo) -> bytes:
        chunks: list[bytes] = []
        n = 0
        with self._zip.open(member) as stream:
            while chunk := stream.read(_CHUNK):
                n += len(chunk)
                self._n_read += len(chunk)
                if n > LARGEST_MEMBER or self._n_read > LARGEST_TOTAL:
                    raise RefusedError(
                        f"unpacks to more than {LARGEST_TOTAL // 2**20} MiB",
                        "split it into several documents",
                    )
                if n > _RATIO_COUNTS_FROM and n > HIGHEST_RATIO * member.compress_size:
                    raise RefusedError(
                        f"unpacks to more than {HIGHEST_RATIO} times its size",
                        "save it anew, or its text alone",
                    )
                chunks.append(chunk)
        return b"".join(chunks)


def _check_directory(data: bytes) -> None:
    """Refuse a table of contents that would take much memory, before anything reads it."""
    at = data.rfind(_END, max(0, len(data) - _N_END - _LONGEST_COMMENT))
    if at < 0 or len(data) - at < _N_END:
        raise _damaged("its end is missing")
    if data[max(0, at - _N_END_64) : at].startswith(_END_64):
        raise RefusedError("is packed as a file of gigabytes is", "save it anew")
    (size,) = struct.unpack("<L", data[at + 12 : at + 16])
    if size > _LARGEST_DIRECTORY:
        raise RefusedError(f"holds more than {MOST_MEMBERS:,} files", "take out what is not text")


def _check_overlaps(members: list[zipfile.ZipInfo]) -> None:
    """Refuse members that share bytes, of which a bomb is made."""
    for before, after in pairwise(sorted(members, key=lambda each: each.header_offset)):
        if before.header_offset + _LOCAL_HEADER + before.compress_size > after.header_offset:
            raise RefusedError("holds files that overlap", "save it anew")


def _damaged(told: str) -> RefusedError:
    return RefusedError(f"is damaged: {told}", "copy or save it again")
