"""
Writes a picture of the page with a palette.

A browser writes every pixel in full and filters rows as photographs want it. A page has few colours, and
with these in a palette its picture takes a third or a quarter of the room.
"""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from collections.abc import Iterator

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_RGB, _PALETTE = 2, 3
_MOST_COLOURS = 256

Colour = bytes


def with_palette(png: bytes) -> bytes:
    """
    Return a PNG of 8-bit RGB without interlacing as one with a palette.

    Up to 256 colours are kept as they are; of more, those that differ least are told by the most frequent
    of them, a rare hue as closely as a common one.
    """
    header, rows = _pixels(png)
    colours = Counter(row[i : i + 3] for row in rows for i in range(0, len(row), 3))
    stand_ins = _stand_ins(
        [colour for colour, _ in sorted(colours.items(), key=lambda each: (-each[1], each[0]))]
    )
    palette = list(dict.fromkeys(stand_ins.values()))
    number = {colour: palette.index(stand_in) for colour, stand_in in stand_ins.items()}
    # No filter: neighbouring numbers of a palette say nothing about each other.
    data = b"".join(b"\0" + bytes(number[row[i : i + 3]] for i in range(0, len(row), 3)) for row in rows)
    head = header[:9] + bytes((_PALETTE,)) + header[10:]
    chunks = (
        (b"IHDR", head),
        (b"PLTE", b"".join(palette)),
        (b"IDAT", zlib.compress(data, 9)),
        (b"IEND", b""),
    )
    return _SIGNATURE + b"".join(_chunk(name, content) for name, content in chunks)


def _stand_ins(frequent: list[Colour]) -> dict[Colour, Colour]:
    """Return for each colour the most frequent one of its grain, which is as fine as the palette allows."""
    bits, found = 0, {each: each for each in frequent}
    while len(set(found.values())) > _MOST_COLOURS:
        bits += 1
        first: dict[Colour, Colour] = {}
        found = {each: first.setdefault(bytes(part >> bits for part in each), each) for each in frequent}
    return found


def _pixels(png: bytes) -> tuple[bytes, list[bytes]]:
    """Return the header of a PNG and its rows of RGB. Raises ValueError where it is of another sort."""
    chunks = list(_chunks(png))
    header = next(content for name, content in chunks if name == b"IHDR")
    width, height, depth, colour_type, _, _, interlaced = struct.unpack(">IIBBBBB", header)
    if (depth, colour_type, interlaced) != (8, _RGB, 0):
        raise ValueError("the picture is no plain RGB of eight bits")
    data = zlib.decompress(b"".join(content for name, content in chunks if name == b"IDAT"))
    length = 3 * width
    rows: list[bytes] = []
    above = bytes(length)
    for begin in range(0, height * (length + 1), length + 1):
        above = _unfiltered(data[begin], data[begin + 1 : begin + 1 + length], above)
        rows.append(above)
    return header, rows


def _unfiltered(filter_type: int, row: bytes, above: bytes) -> bytes:
    """Return a row of RGB without the filter by which it tells what differs from its neighbours."""
    found = bytearray(row)
    for i, value in enumerate(row):
        left, corner = (found[i - 3], above[i - 3]) if i > 2 else (0, 0)
        up = above[i]
        guess = (0, left, up, (left + up) // 2, _paeth(left, up, corner))[filter_type]
        found[i] = (value + guess) % 256
    return bytes(found)


def _paeth(left: int, up: int, corner: int) -> int:
    """Return whichever of three neighbours lies nearest to left + up - corner, as the format has it."""
    guess = left + up - corner
    return min((left, up, corner), key=lambda each: abs(guess - each))


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_SIGNATURE)
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += 12 + length


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
