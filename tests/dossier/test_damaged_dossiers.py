"""Dossiers with slips anywhere in them: always a dossier and problems, never an exception."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.data import read_data
from claimcheck.dossier import load
from claimcheck.dossier.first import FILES

TEXTS = {name: read_data(f"first/{name}") for name in FILES}

_STRAY = [
    "",
    " ",
    "\n",
    "\t",
    ":",
    ": ",
    "#",
    "'",
    '"',
    "[",
    "]",
    "{",
    "}",
    "- ",
    "&x ",
    "*x ",
    "!",
    "|",
    "x",
    "\x00",
]


@st.composite
def _slips(draw: st.DrawFn) -> dict[str, str]:
    """Return the files of the first dossier with some characters lost, replaced or lines moved."""
    texts = dict(TEXTS)
    for _ in range(draw(st.integers(1, 3))):
        name = draw(st.sampled_from(FILES))
        begin = draw(st.integers(0, len(texts[name])))
        end = begin + draw(st.integers(0, 12))
        texts[name] = texts[name][:begin] + draw(st.sampled_from(_STRAY)) + texts[name][end:]
    return texts


@given(_slips())
def test_slips_are_told_and_never_raise(texts: dict[str, str]) -> None:
    """Whatever is mistyped, loading gives a dossier whose references all lead somewhere."""
    with TemporaryDirectory() as name:
        for file, text in texts.items():
            (Path(name) / file).write_text(text, encoding="utf-8")
        dossier = load(name)
    sources = {source.id for source in dossier.sources}
    documents = {document.id for document in dossier.documents}

    assert all(document.source in sources for document in dossier.documents)
    for question in dossier.questions:
        for attestation in question.attestations:
            assert attestation.document in documents
            assert all(link.source in sources for link in attestation.chain)
    for problem in dossier.problems:
        assert problem.code
        assert problem.where.file in texts
        assert problem.where.line <= texts[problem.where.file].count("\n") + 1


@given(st.sampled_from(FILES), st.integers(0, 60))
def test_lost_lines_are_told_and_never_raise(name: str, line: int) -> None:
    """A dossier from which a line was deleted loads, and loses no file but that one."""
    lines = TEXTS[name].splitlines(keepends=True)
    del lines[line : line + 1]
    with TemporaryDirectory() as folder:
        for file, text in {**TEXTS, name: "".join(lines)}.items():
            (Path(folder) / file).write_text(text, encoding="utf-8")
        dossier = load(folder)

    assert name == "sources.yaml" or len(dossier.sources) == 3
    assert name == "names.yaml" or len(dossier.persons) == 2
