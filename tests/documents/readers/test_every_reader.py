"""What every reader must refuse, or bear: entities, nesting, lies about encodings, bombs, enormous files."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimcheck.cli import main
from claimcheck.documents.readers.choice import read_bytes
from claimcheck.documents.readers.transcript import RefusedError
from claimcheck.model.document import Layout
from tests.documents.readers.rendered_packed import packed
from tests.documents.readers.test_formats_agree import BY_FORMAT
from tests.guard import bounded

MEMBERS = {"epub": "OEBPS/ford.xhtml", "docx": "word/document.xml"}
"""What is packed, and the member that holds its text."""

XML = ("tei", "alto", "page", "docx")
HTML = ("html", "hocr", "epub")
PLAIN = ("text", "markdown", "wikitext")
MARKED_UP = (*XML, *HTML)

NESTED = {
    "tei": "<div>",
    "alto": "<ComposedBlock>",
    "page": "<TextRegion>",
    "docx": "<w:tbl>",
    "html": "<div>",
    "hocr": "<div>",
    "epub": "<div>",
    "wikitext": "{{a|",
    "markdown": "> ",
    "text": "(",
}
"""What opens an element, or what comes nearest to one."""

N_NESTED = {"html": 50_000}
"""Three hundred thousand where they are refused; HTML is read all the same, which takes some seconds."""

PLACE = r"line \d+|byte \d+|begins"


def changed(format_: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return the sample with its text changed, which may be packed."""
    data = BY_FORMAT[format_]()
    if format_ not in MEMBERS:
        return change(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members[MEMBERS[format_]] = change(members[MEMBERS[format_]])
    return packed(members)


def refusal_of(data: bytes, format_: str) -> RefusedError:
    """Read a file, which must be refused with a hint."""
    with pytest.raises(RefusedError) as refusal, bounded(work_s=60):
        read_bytes(data, "", Layout(), format_)

    assert refusal.value.hint
    return refusal.value


@pytest.mark.parametrize("format_", MARKED_UP)
@pytest.mark.parametrize(
    "declared",
    [b"<!ENTITY toll 'nine'>", b"<!ENTITY toll SYSTEM 'file:///etc/hostname'>", b"<!ELEMENT p ANY>"],
)
def test_entities_are_refused(format_: str, declared: bytes) -> None:
    """
    A DOCTYPE that declares anything is refused where it stands, and nothing is looked up.
    """

    def declare(text: bytes) -> bytes:
        begin, end = (text.index(b"?>") + 2,) * 2 if text.startswith(b"<?xml") else (0, 0)
        bare = re.sub(rb"(?i)<!doctype[^>]*>", b"", text[end:])
        return text[:begin] + b"\n<!DOCTYPE a [" + declared + b"]>" + bare.replace(b"toll", b"&toll;")

    refusal = refusal_of(changed(format_, declare), format_)

    assert re.search(r"(declares what it is made of|has an entity of its own).*line 2", str(refusal))


@pytest.mark.parametrize("format_", NESTED)
def test_deep_nesting_is_refused_or_borne(format_: str) -> None:
    """
    Three hundred thousand elements inside one another are refused, or read without harm.
    """

    def nest(text: bytes) -> bytes:
        middle = text.index(b"price")
        if format_ == "alto":  # whose words are attributes
            middle = text.rindex(b"<", 0, middle)
        return text[:middle] + NESTED[format_].encode() * N_NESTED.get(format_, 300_000) + text[middle:]

    with bounded(work_s=60, growth_mb=500):
        try:
            told = read_bytes(changed(format_, nest), "", Layout(), format_).text
        except RefusedError as refusal:
            told = f"{refusal} {refusal.hint}"

    assert re.search("price|nests more than|brackets and bars|times its size", told)


@pytest.mark.parametrize("format_", [*MARKED_UP, *PLAIN])
@pytest.mark.parametrize(
    "lie",
    [
        pytest.param(lambda text: b"\xff\xfe" + text, id="mark of UTF-16, bytes of UTF-8"),
        pytest.param(lambda text: text.decode().encode("utf-16-be")[:-1] + b"\0\xd8\0", id="torn UTF-16"),
        pytest.param(lambda text: text.replace(b"price", b"pr\xffice"), id="no UTF-8"),
        pytest.param(lambda text: text.replace(b"price", b"pr\xed\xa0\x80ice"), id="half a pair"),
        pytest.param(lambda text: text.replace(b"price", b"pr\0ice"), id="a zero byte"),
    ],
)
def test_what_is_not_in_its_encoding_is_refused(format_: str, lie: Callable[[bytes], bytes]) -> None:
    """
    Bytes that are not what a mark, a statement or the rule of the format says are refused, and located.
    """
    refusal = refusal_of(changed(format_, lie), format_)

    assert re.search(PLACE, str(refusal)), refusal


@pytest.mark.parametrize("format_", MARKED_UP)
@pytest.mark.parametrize("stated", ["windows-1254", "utf-16", "koi8-x"])
def test_a_statement_that_lies_is_refused(format_: str, stated: str) -> None:
    """
    UTF-8 that states to be something else is refused, and the place is named; but HTML cannot state UTF-16.
    """

    def state(text: bytes) -> bytes:
        text = re.sub(rb"\A<\?xml[^>]*\?>", b"", text).replace(b"utf-8", stated.encode())
        text = text.replace(b"price", "prıce".encode())
        return f"<?xml version='1.0' encoding='{stated}'?>".encode() + text

    if format_ in HTML and stated == "utf-16":
        assert "prıce" in read_bytes(changed(format_, state), "", Layout(), format_).text
        return
    refusal = refusal_of(changed(format_, state), format_)

    assert re.search(PLACE + "|unknown encoding", str(refusal)), refusal


@pytest.mark.parametrize("format_", MEMBERS)
def test_bombs_are_refused(format_: str) -> None:
    """
    A text that swells to hundreds of megabytes is refused while it comes out.
    """
    bomb = changed(format_, lambda text: text.replace(b"price", b"price" + b" " * 2**26))

    with bounded(work_s=60, growth_mb=200):
        refusal = refusal_of(bomb, format_)

    assert "times its size" in str(refusal)


def test_the_rest_of_a_dossier_is_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Each hostile file is a problem with its place in the dossier, a file of a gigabyte is not even opened,
    and the quotations of the sound one are found.
    """
    names = {format_: f"hostile.{format_}" for format_ in BY_FORMAT}
    for format_, name in names.items():
        data = b"%PDF-1.7 torn" if format_ == "pdf" else changed(format_, lambda text: text + b"\0")
        (tmp_path / name).write_bytes(data)
    with (tmp_path / "large.txt").open("wb") as large:
        large.truncate(2**30)
    (tmp_path / "sound.txt").write_text("The gate was shut at noon.")
    documents = [
        *(
            f"  - {{id: {format_}, source: s, file: {name}, format: {format_}}}"
            for format_, name in names.items()
        ),
        "  - {id: large, source: s, file: large.txt}",
        "  - {id: sound, source: s, file: sound.txt}",
    ]
    _write(tmp_path / "case", documents)
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["check", "case", "--documents", "."])
    lines = result.output.splitlines()
    refused = [line for line in lines if "document-refused" in line]

    assert result.exit_code == 1
    assert [line.split(":")[:2] for line in refused] == [
        ["documents.yaml", str(4 + index)] for index in range(len(documents) - 1)
    ]
    assert "larger than 256 MiB" in refused[-1]
    assert [line.split(":")[1] for line in lines if "questions.yaml" in line] == ["9"]


def _write(folder: Path, documents: list[str]) -> None:
    """Write a dossier of which one quotation stands in the document that is sound, and one nearly does."""
    folder.mkdir()
    files = {
        "sources": "claimcheck: 1\npart: sources\nsources:\n  - {id: s, title: A sample}\n",
        "documents": "claimcheck: 1\npart: documents\ndocuments:\n" + "\n".join(documents) + "\n",
        "questions": "claimcheck: 1\npart: questions\nquestions:\n"
        "  - question: shut\n    asks: When was it shut?\n    kind: occurrence\n    attestations:\n"
        "      - {in: sound, value: happened, quote: the gate was shut at noon}\n"
        "      - {in: sound, value: happened, quote: the gate was shut at nine}\n",
    }
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text)
