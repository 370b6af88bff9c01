"""XML that is broken or meant to harm."""

from __future__ import annotations

import pytest

from claimcheck.documents.readers import safe_xml, xml_encoding
from claimcheck.documents.readers.safe_xml import parse
from claimcheck.documents.readers.transcript import RefusedError
from claimcheck.documents.readers.xml_begin import format_of_xml


class Heard:
    """Keeps the names, attributes and texts that it is told."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.words: list[str] = []
        self.attributes: dict[str, str] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Keep the name and the attributes."""
        self.names.append(name)
        self.attributes |= attributes

    def end(self, name: str) -> None:
        """Do nothing."""

    def text(self, words: str) -> None:
        """Keep the words."""
        self.words.append(words)


def heard(data: bytes) -> Heard:
    """Return what is told of a file."""
    events = Heard()
    parse(data, events)
    return events


LAUGHS = b"<!DOCTYPE a [<!ENTITY b 'ha'><!ENTITY c '&b;&b;&b;'>]><a>&c;</a>"
OUTSIDE = b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><a>&b;</a>"
PARAMETER = b"<!DOCTYPE a [<!ENTITY % b SYSTEM 'http://host.invalid/b'>%b;]><a/>"


@pytest.mark.parametrize("data", [LAUGHS, OUTSIDE, PARAMETER])
def test_entities_are_refused(data: bytes) -> None:
    """
    A file that declares entities of its own is refused before any is expanded or looked up.
    """
    with pytest.raises(RefusedError, match="line 1, column 13"):
        heard(data)


def test_a_bare_doctype_may_stand() -> None:
    """
    A DOCTYPE without declarations is passed over, and its own entities are refused rather than lost.
    """
    begin = b"<!DOCTYPE html SYSTEM 'x.dtd'>\n"

    assert heard(begin + b"<html>a</html>").words == ["a"]
    for body in (b"<html>a&nbsp;b</html>", b"<html b='a&nbsp;b'/>"):
        with pytest.raises(RefusedError, match=r"line 2, column \d+: &nbsp;"):
            heard(begin + body)


def test_deep_nesting_is_refused() -> None:
    """
    Hundreds of thousands of elements inside one another are refused at the thousandth.
    """
    with pytest.raises(RefusedError, match="1000 elements"):
        heard(b"<a>" * 300_000)


def test_long_tags_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A tag or comment beyond the limit is refused while it is read.
    """
    monkeypatch.setattr(safe_xml, "LONGEST_TAG", 2000)
    monkeypatch.setattr(safe_xml, "_CHUNK", 1000)

    with pytest.raises(RefusedError, match="tag or comment"):
        heard(b"<a><!--" + b"x" * 10_000)


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"", "line 1, column 1"),
        (b"<a>\n<b>cut", "line 2, column"),
        (b"<a>\n<b></a>", "line 2, column"),
        (b"<a>\n\0</a>", "line 2, column 1"),
        (b"<a>\n &#xD800;</a>", "line 2, column 2"),
        (b"<a>\n  \xed\xa0\x80</a>", "line 2, column 3"),
        (b"<a>\ncaf\xe9</a>", "line 2, column 4"),
        (b"<?xml version='1.0' encoding='utf-16'?><a/>", "line 1"),
        (b"<?xml version='1.0' encoding='punycode'?><a/>", "line 1"),
        (b"<?xml version='1.0' encoding='iso-8859-1'?>\n<a>caf\xc3\xa9</a>", "line 2, column 7"),
        (b"<?xml version='1.0' encoding='iso-8859-1'?>\n<a>\x93\xe9</a>", "line 2, column 4"),
        (b"<?xml version='1.0' encoding='gb2312'?>\n<a>\xff\xff</a>", "line 2, column 4"),
        ("\ufeff<a>é</a>".encode("utf-16-le")[:-1], "line 1, column 8"),
    ],
)
def test_what_is_broken_or_lies_is_located(data: bytes, place: str) -> None:
    """
    What is not well-formed, or not in the encoding that it declares, is refused with line and column.
    """
    with pytest.raises(RefusedError, match=place) as refusal:
        heard(data)

    assert refusal.value.hint


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-9", "windows-1254", "koi8-r", "gb18030"]
)
def test_encodings_are_honoured(codec: str) -> None:
    """
    A file in the encoding that it declares is read, with its umlauts or Cyrillic.
    """
    words = "дом" if codec == "koi8-r" else "Müller"
    data = (
        f"<?xml version='1.0' encoding='{codec.removesuffix('-sig')}'?><x:a b='{words}'>{words}</x:a>".encode(
            codec
        )
    )

    assert heard(data).words == [words]
    assert heard(data).attributes["b"] == words
    assert heard(data).names == ["a"]


def test_elements_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A file of more elements than can be read in a minute is refused.
    """
    monkeypatch.setattr(safe_xml, "MOST_ELEMENTS", 3)

    with pytest.raises(RefusedError, match="more than 3 elements at line 1, column 12"):
        heard(b"<a>" + b"<b/>" * 3 + b"</a>")


@pytest.mark.parametrize("n_before", range(7))
def test_encodings_are_checked_in_pieces_of_whole_characters(
    monkeypatch: pytest.MonkeyPatch, n_before: int
) -> None:
    """
    A character on the edge of two pieces is no error, and an error is told at its place.
    """
    monkeypatch.setattr(xml_encoding, "_N_CHECKED", 8)
    sound = "<a>" + "x" * n_before + "ş😀ğ</a>"

    assert "".join(heard(sound.encode()).words) == sound[3:-4]
    with pytest.raises(RefusedError, match=f"byte 0xff at line 1, column {n_before + 7}"):
        heard(sound[:-4].encode() + b"\xff</a>")


@pytest.mark.parametrize("piece", ["<?a?>", "<!--a-->", "<!DOCTYPE a>", "<!DOCTYPE a [b] >"])
def test_a_begin_without_end_is_soon_looked_through(piece: str) -> None:
    """
    What stands before the root element is passed over once, however often it is repeated in vain.
    """
    assert format_of_xml((piece * 300 + "<TEI>").encode()) == "tei"
    assert format_of_xml((piece * 300 + "no root").encode()) == ""
