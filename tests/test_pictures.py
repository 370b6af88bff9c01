"""The pictures of the documentation: written with a palette, and shown as they were taken."""

from __future__ import annotations

import struct
import zlib

import pytest

from docs.pictures.palette import with_palette

WIDTH = 7


def rgb_png(rows: list[bytes], filters: list[int]) -> bytes:
    """A PNG of RGB whose rows are filtered as told, each by the definition of the format."""
    data, above = b"", bytes(3 * WIDTH)
    for row, kind in zip(rows, filters, strict=True):
        data += bytes((kind,))
        for i, value in enumerate(row):
            left, corner = (row[i - 3], above[i - 3]) if i > 2 else (0, 0)
            guess = left + above[i] - corner
            nearness = [abs(guess - left), abs(guess - above[i]), abs(guess - corner)]
            paeth = (left, above[i], corner)[nearness.index(min(nearness))]
            by_kind = (0, left, above[i], (left + above[i]) // 2, paeth)
            data += bytes(((value - by_kind[kind]) % 256,))
        above = row
    header = struct.pack(">IIBBBBB", WIDTH, len(rows), 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(data)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        for name, content in chunks
    )


def shown(png: bytes) -> list[bytes]:
    """The rows of RGB that a PNG with a palette shows."""
    found, at = {}, 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        name, content = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        (crc,) = struct.unpack(">I", png[at + 8 + length : at + 12 + length])

        assert crc == zlib.crc32(name + content)
        found[name] = content
        at += 12 + length
    data, palette = zlib.decompress(found[b"IDAT"]), found[b"PLTE"]
    lines = [data[begin + 1 : begin + 1 + WIDTH] for begin in range(0, len(data), WIDTH + 1)]
    return [b"".join(palette[3 * each : 3 * each + 3] for each in line) for line in lines]


def test_few_colours_are_kept() -> None:
    """Whatever filter a row has, the picture shows the same with its palette."""
    rows = [bytes((37 * i * (n + 3)) % 251 for i in range(3 * WIDTH)) for n in range(10)]

    assert shown(with_palette(rgb_png(rows, [0, 1, 2, 3, 4] * 2))) == rows


def test_of_many_colours_the_rare_ones_become_their_neighbours() -> None:
    """With more than 256 colours the frequent ones stay, and no other is far off."""
    frequent = bytes((200, 10, 10)) * WIDTH
    rows = [frequent, *(bytes(v % 256 for i in range(WIDTH) for v in (n, 4 * i, 90)) for n in range(43))]
    found = shown(with_palette(rgb_png(rows, [4] * len(rows))))

    assert found[0] == frequent
    assert found != rows
    for row, other in zip(rows, found, strict=True):
        assert all(abs(a - b) <= 16 for a, b in zip(row, other, strict=True))


def test_another_sort_of_picture_is_refused() -> None:
    """A picture that has a palette already is not taken for one of RGB."""
    with pytest.raises(ValueError, match="no plain RGB"):
        with_palette(with_palette(rgb_png([bytes(3 * WIDTH)], [0])))
