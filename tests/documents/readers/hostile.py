"""Files that lie, are torn, or mean harm: made of sound ones by damage that depends on a number alone."""

from __future__ import annotations

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from itertools import pairwise

from claimcheck.documents.folding.fold import fold
from claimcheck.documents.readers.choice import read_bytes
from claimcheck.documents.readers.transcript import RefusedError, Transcript
from claimcheck.model.document import Layout

Damage = Callable[[bytes, bytes, random.Random], bytes]

_TOKENS = (
    *(b"\0", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\r", b"\f"),
    "\u202e\u2028".encode(),
    *(b"<", b">", b"</", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<?xml ?>"),
    *(b"&", b"&#0;", b"&#xD800;", b"&#x110000;", b"&b;"),
    b'<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]>',
    b'<!DOCTYPE a SYSTEM "file:///etc/hostname">',
    *(b'<pb n="', b"<note>", b"</note>", b"<lb break='no'/>", b"</p>", b"<table>", b"<script>"),
    *(b"{{", b"}}", b"[[", b"]]", b"{|", b"|}", b"<ref>", b"</ref>", b"== ", b"[^1]:", b"```", b"# "),
    *(b"%PDF-1.7", b"endobj", b"stream\n", b"endstream", b" 0 R", b"<< /Kids [2 0 R] >>"),
    *(b"/Count 99999999", b"PK\x03\x04", b"PK\x05\x06", b"9" * 400, b"-1", b"\xc2\xb9" * 50),
)

_OPENINGS = (
    b"<p>",
    b"<div>",
    b"<note>",
    b"<hi><seg>",
    b"{{a|",
    b"[[a|",
    b"<ref>",
    b"> ",
    b"<<",
    b"[",
    b"(",
    b"- ",
)
_ENCODINGS = ("utf-16", "utf-16-be", "utf-32", "latin-1", "cp1254", "utf-7", "koi8-r", "shift-jis", "ebcdic")
_MOST_REPEATS = 20_000
_LARGEST = 2**21

_ELEMENT = re.compile(rb"<(\w+)(?:[ \n][^<>]*)?>[^<>]*(?:<[^<>]*>[^<>]*){0,40}?</\1>|<\w[^<>]*/>")
_BETWEEN = re.compile(rb">")
_VALUE = re.compile(rb"\w=[\"']([^\"'<>]*)[\"']")
_VALUES = (b"", b" ", b"-1", b"0", b"1e99", b"nan", b"9" * 50, b"#", b"bbox 1 2", b"x" * 2000, "٣¹Ⅻ".encode())


def flip(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    """Change some bytes into any others."""
    changed = bytearray(data)
    for _each in range(chance.randint(1, 12)):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def cut(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    """End, or begin, anywhere."""
    at = chance.randint(0, len(data))
    return data[:at] if chance.random() < 0.8 else data[at:]


def repeat(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    """Write a stretch again, often many times."""
    start = chance.randint(0, len(data))
    end = min(len(data), start + chance.randint(1, 200))
    return data[:end] + data[start:end] * chance.choice((1, 2, 50, 500)) + data[end:]


def splice(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Go on in another file."""
    return data[: chance.randint(0, len(data))] + other[chance.randint(0, len(other)) :]


def insert(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    """Put something hostile anywhere."""
    for _each in range(chance.randint(1, 4)):
        at = chance.randint(0, len(data))
        data = data[:at] + chance.choice(_TOKENS) + data[at:]
    return data


def nest(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    """Open much and close nothing."""
    at = chance.randint(0, len(data))
    return data[:at] + chance.choice(_OPENINGS) * chance.randint(100, _MOST_REPEATS) + data[at:]


def swell(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    """Give a quoted value, an attribute's mostly, an enormous length."""
    at = data.find(b'"', chance.randint(0, len(data))) + 1
    return data[:at] + chance.choice((b"a", b"9", b" ", b"\xc3\xa9")) * 200_000 + data[at:]


def lie(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    """Be in another encoding than the one that is declared, or declare another one."""
    encoding = chance.choice(_ENCODINGS)
    if chance.random() < 0.5:
        return data.replace(b"UTF-8", encoding.encode()).replace(b"utf-8", encoding.encode())
    try:
        return data.decode("utf-8", "replace").encode(encoding, "replace")
    except LookupError:  # Python knows no encoding of this name, and neither should a reader
        return b'<?xml version="1.0" encoding="' + encoding.encode() + b'"?>' + data


def move(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    """Lose an element, write it twice, or set it elsewhere between tags: the file stays well-formed."""
    elements = list(_ELEMENT.finditer(data))
    if not elements:
        return data
    element = chance.choice(elements)
    start, end = element.span()
    if chance.random() < 0.3:
        return data[:start] + data[end:]
    rest = data if chance.random() < 0.5 else data[:start] + data[end:]
    places = [match.end() for match in _BETWEEN.finditer(rest)] or [0]
    at = chance.choice(places)
    n_copies = min(chance.choice((1, 1, 300)), 1 + _LARGEST // len(element.group()))
    return rest[:at] + element.group() * n_copies + rest[at:]


def change_value(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    """Give some attributes, or lines of it, the value of others, or a strange one."""
    for _each in range(chance.randint(1, 6)):
        values = list(_VALUE.finditer(data))
        if not values:
            break
        chosen, other = chance.choice(values), chance.choice(values)
        value = other[1] if chance.random() < 0.6 else chance.choice(_VALUES)
        data = data[: chosen.start(1)] + value + data[chosen.end(1) :]
    return data


def noise(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    """Hold bytes at random, sometimes behind a sound begin."""
    return data[: chance.choice((0, 8, 100))] + chance.randbytes(chance.randint(0, 4000))


DAMAGES: tuple[Damage, ...] = (
    flip,
    cut,
    repeat,
    splice,
    insert,
    nest,
    swell,
    lie,
    noise,
    move,
    move,
    change_value,
    change_value,
)


def hostile(samples: Sequence[bytes], number: int) -> tuple[bytes, str]:
    """
    Return the damaged file of this number, of which the first sample is the sound one, and how it was done.

    What is packed is damaged within as often as without.
    """
    chance = random.Random(number)  # noqa: S311 - damage, no secret
    data, told = samples[0], []
    for _each in range(chance.randint(1, 3)):
        how = chance.choice(DAMAGES)
        other = chance.choice(samples)
        told.append(how.__name__)
        if zipfile.is_zipfile(io.BytesIO(data)) and chance.random() < 0.6:
            data = _within(data, lambda member, how=how, other=other: how(member, other, chance), chance)  # type: ignore[misc]
        else:
            data = how(data, other, chance)[:_LARGEST]
    return data, ", ".join(told)


def _within(data: bytes, damage: Callable[[bytes], bytes], chance: random.Random) -> bytes:
    """Damage one member of a packed file."""
    out = io.BytesIO()
    try:
        with (
            zipfile.ZipFile(io.BytesIO(data)) as given,
            zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made,
        ):
            names = given.namelist()
            chosen = chance.choice(names)
            for name in names:
                made.writestr(name, damage(given.read(name)) if name == chosen else given.read(name))
    except (OSError, ValueError, IndexError, RuntimeError, EOFError, zipfile.BadZipFile, zlib.error):
        return data  # damaged without already
    return out.getvalue()


def read_hostile(data: bytes, sample: str) -> Transcript | None:
    """
    Read a file made of this sample, None when it is refused.

    The map must be true and the text foldable all the same.
    """
    format_ = sample.partition(",")[0]
    try:
        read = read_bytes(data, f"sample.{format_}", Layout(first_page=1, breaks="form-feed"), format_)
    except RefusedError as refusal:
        if not (str(refusal) and refusal.hint):
            raise AssertionError("a refusal without words") from refusal
        return None
    pages = read.pages.pages
    apart = [part for note in read.pages.notes for part in note.parts]
    apart += [each for page in pages for each in page.furniture]
    spans = [(each.start, each.end) for each in pages]
    spans += [(each.start, each.end) for each in read.pages.columns]
    spans += [(each.start, each.end) for each in read.pages.lines]
    assert all(0 <= start <= end <= len(read.text) for start, end in (*spans, *apart))
    assert all(before.end <= after.start for before, after in pairwise(pages))
    fold(read.text, read.pages.segments())
    return read
