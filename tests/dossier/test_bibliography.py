"""Bibliographies taken over as sources, and sources written as files of a dossier."""

from __future__ import annotations

import builtins
import json
import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

import pytest
import yaml
from attrs import evolve
from hypothesis import example, given
from hypothesis import strategies as st

from claimcheck.dossier import bibliography, load
from claimcheck.dossier.bibliography import import_sources, known_source_ids, write_sources
from claimcheck.dossier.errors import NothingNewError
from claimcheck.dossier.format import CSL_TEXTS
from claimcheck.dossier.writing import quoted, write_new_file
from claimcheck.model.problem import NOWHERE
from claimcheck.model.source import Creator, Form, Source

NeedsExtra = Callable[[str], ModuleType]


def _import(folder: Path, name: str, text: str) -> tuple[list[Source], list[str]]:
    (folder / name).write_text(text, encoding="utf-8")
    sources, problems = import_sources(folder / name)
    return list(sources), [f"{problem.where.line}:{problem.code}" for problem in problems]


def test_csl_json_as_zotero_exports_it(tmp_path: Path) -> None:
    """Names, dates and texts of CSL-JSON arrive under the names of the format; the citation key is the id."""
    items = [
        {
            "id": "http://zotero.org/users/1/items/ABC",
            "citation-key": "brenn1911",
            "type": "book",
            "title": "A Chronicle",
            "container-title": "Series",
            "author": [
                {"family": "Berg", "given": "Oda", "non-dropping-particle": "van den", "suffix": "Jr."},
                {"literal": "The Parish"},
                {"parse-names": True},
            ],
            "translator": [{"family": "Doe"}],
            "issued": {"date-parts": [[1911, "3"]]},
            "accessed": {"date-parts": [[2020, 1, 2]]},
            "volume": 4,
            "shortTitle": "Chronicle",
            "note": "first\nsecond",
            "custom": {"x": 1},
        }
    ]
    (source,), problems = _import(tmp_path, "z.json", json.dumps(items))

    assert problems == []
    assert source == Source(
        id="brenn1911",
        type="book",
        title="A Chronicle",
        container_title="Series",
        creators=(
            Creator(family="van den Berg", given="Oda, Jr."),
            Creator(literal="The Parish"),
            Creator(family="Doe", role="translator"),
        ),
        issued="1911-03",
        other=(("title-short", "Chronicle"), ("volume", "4"), ("accessed", "2020-01-02")),
        note="first\nsecond",
        where=source.where,
    )
    assert str(source.where) == "z.json:1"


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        ({"date-parts": [[1921, 3, 17]]}, "1921-03-17"),
        ({"date-parts": [["1921"], ["1922", "2"]]}, "1921/1922-02"),
        ({"date-parts": [[1921]], "circa": True}, "1921~"),
        ({"date-parts": [[1921]], "season": "2"}, "1921-22"),
        ({"date-parts": [[-43, 3]]}, "-0043-03"),
        ({"date-parts": [[921]]}, "0921"),
        ({"raw": "1921-03"}, "1921-03"),
        ({"literal": ""}, ""),
        ("1921", "1921"),
        ({"date-parts": [[]]}, ""),
        ({"date-parts": "1921"}, ""),
    ],
)
def test_dates_become_edtf(issued: object, expected: str, tmp_path: Path) -> None:
    """Dates of CSL in all their forms become EDTF; what holds no date gives none."""
    (source,), problems = _import(
        tmp_path, "z.json", json.dumps([{"id": "a", "title": "b", "issued": issued}])
    )

    assert (source.issued, problems) == (expected, [])


def test_broken_items_are_told_with_their_line(tmp_path: Path) -> None:
    """What cannot be taken over is told where it stands, and the other entries are kept."""
    text = """[
      {"id": "a", "title": "A", "issued": {"raw": "last spring"}, "type": "scroll"},
      3,
      {"id": "b"},
      {"id": "c", "title": "C", "author": "Doe", "abstract": ["x"], "volume": true},
      {"id": "d", "title": "D",
       "author": [}
    ]"""
    sources, problems = _import(tmp_path, "z.json", text)

    assert [(source.id, source.issued, source.type) for source in sources] == [
        ("a", "", "document"),
        ("c", "", "document"),
    ]
    assert problems == ["2:bib-date", "2:bib-type", "3:bib-entry", "4:bib-entry", "7:bib-syntax"]
    assert (sources[1].creators, sources[1].other) == ((), ())


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "null", "[" * 100_000, "[1e999999999", '[{"volume": ' + "9" * 5000]
)
def test_json_that_is_no_bibliography(text: str, tmp_path: Path) -> None:
    """Other JSON, broken JSON and bombs give no source and no exception."""
    assert _import(tmp_path, "z.json", text)[0] == []


def test_ids_are_made_valid_and_unique(tmp_path: Path) -> None:
    """An id is the citation key, or author and year, or the title; the same file gives the same ids."""
    author = [{"family": "Çakmak Ünal", "given": "F."}]
    items: list[dict[str, Any]] = [
        {"id": "good_key.1", "title": "A"},
        {"id": "good_key.1", "title": "B"},
        {"id": "http://zotero.org/1", "title": "C", "author": author, "issued": "1921"},
        {"id": "http://zotero.org/2", "title": "D", "author": author, "issued": "1921"},
        {"id": "ключ 7", "title": "E"},
        {"title": "The Long Way Home Again"},
        {"title": "!!!"},
        {"id": "x" * 200, "title": "F"},
    ]
    first = _import(tmp_path, "z.json", json.dumps(items))
    ids = [source.id for source in first[0]]

    assert ids[:4] == ["good_key.1", "good_key.1-2", "cakmak-unal-1921", "cakmak-unal-1921-2"]
    assert ids[4:7] == ["klyuch-7", "the-long-way-home", "source"]
    assert len(set(ids)) == len(ids) == 8
    assert first == _import(tmp_path, "z.json", json.dumps(items))


def test_known_entries_are_passed_over_and_told(tmp_path: Path) -> None:
    """An entry that the dossier has already is told with its line and not imported again."""
    (tmp_path / "z.json").write_text(
        '[{"id": "a", "title": "A"},\n{"id": "b", "title": "B"}]', encoding="utf-8"
    )
    folder = tmp_path / "dossier"
    folder.mkdir()
    write_sources(import_sources(tmp_path / "z.json")[0][:1], folder)
    sources, problems = import_sources(tmp_path / "z.json", known=known_source_ids(folder))

    assert [source.id for source in sources] == ["b"]
    assert [(problem.code, problem.where.line) for problem in problems] == [("bib-known", 1)]


BIB = r"""
@string{pub = "Verlag"}
@book{smith1990,
  title = {The {Great} Fire: \"Uber 50\% \& more}, subtitle = {A History},
  author = {Smith, John and van der Berg, Jan and {Ministry of Mills}},
  year = 1990, month = mar, publisher = pub, number = 7,
}
@article{doe1950, title = {Mills}, journaltitle = {Journal}, date = {1950-02-03}, number = 2, pages = {1--9}}
@article{broken, title = {foo
@book{smith1990, title = {Again}}
@letter{l1, author = {Oda Brenn}, title = {To her brother}, date = {last spring}}
"""


def test_bibtex(tmp_path: Path, needs_extra: NeedsExtra) -> None:
    """Entries of BibTeX and BibLaTeX become sources; broken ones and second keys are told with their line."""
    needs_extra("bibtexparser")
    sources, problems = _import(tmp_path, "z.bib", BIB)
    smith, doe, letter = sources

    assert (smith.id, smith.type, smith.issued) == ("smith1990", "book", "1990-03")
    assert smith.title == "The Great Fire: Über 50% & more: A History"
    assert [str(creator) for creator in smith.creators] == [
        "John Smith",
        "Jan van der Berg",
        "Ministry of Mills",
    ]
    assert smith.creators[2].literal == "Ministry of Mills"
    assert dict(smith.other) == {"publisher": "Verlag", "number": "7"}
    assert (doe.container_title, doe.issued, dict(doe.other)) == (
        "Journal",
        "1950-02-03",
        {"issue": "2", "page": "1-9"},
    )
    assert (letter.type, letter.creators[0].family, letter.issued) == ("personal_communication", "Brenn", "")
    assert problems == ["9:bib-entry", "10:bib-entry", "11:bib-date"]


RIS = """TY  - BOOK
AU  - Smith, John, Jr.
AU  - Ministry of Mills
TI  - Chapter #4: the fire
PY  - 1990
DA  - 1990/03/01/
SN  - 123
ID  - s1
ER  -

TY  - JOUR
A1  - Doe, J.
T1  - Mills
JO  - Journal
SP  - 1
EP  - 9
Y2  - 2020/01/02
N1  - one
N1  - two
UR  - https://example.org/a
XX  - odd
ER  -
TY  - GEN
ER  -
"""


def test_ris(tmp_path: Path, needs_extra: NeedsExtra) -> None:
    """Records of RIS become sources; one with neither title nor name is told with its line."""
    needs_extra("rispy")
    (smith, doe), problems = _import(tmp_path, "z.ris", RIS)

    assert (smith.id, smith.type, smith.title, smith.issued) == (
        "s1",
        "book",
        "Chapter #4: the fire",
        "1990-03-01",
    )
    assert smith.creators == (
        Creator(family="Smith", given="John, Jr."),
        Creator(literal="Ministry of Mills"),
    )
    assert dict(smith.other) == {"ISBN": "123"}
    assert (doe.id, doe.container_title, doe.note) == ("doe", "Journal", "one\ntwo")
    assert dict(doe.other) == {"page": "1-9", "URL": "https://example.org/a", "accessed": "2020-01-02"}
    assert problems == ["23:bib-entry"]


@given(
    text=st.text(st.sampled_from("@book{a,=\"}title\n\\'%#TY  - ERAUé\x00,1"), max_size=80),
    ending=st.sampled_from(["bib", "ris", "json"]),
)
def test_any_file_gives_sources_or_problems(text: str, ending: str) -> None:
    """No text of a bibliography raises."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"z.{ending}"
        path.write_text(text, encoding="utf-8")
        sources, problems = import_sources(path)

    assert all(source.title or source.creators or source.container_title for source in sources)
    assert all(problem.where.file == path.name for problem in problems)


@pytest.mark.parametrize("ending", ["bib", "ris"])
def test_missing_extra_is_named(ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the packages of the extra `bib` the problem says how to install it."""
    real = builtins.__import__

    def refuse(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.split(".")[0] in ("bibtexparser", "rispy"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", refuse)
    (tmp_path / f"z.{ending}").write_text("TY  - BOOK\n", encoding="utf-8")
    sources, (problem,) = import_sources(tmp_path / f"z.{ending}")

    assert (sources, problem.code) == ((), "extra-missing")
    assert "claimcheck[bib]" in problem.hint


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [("z.docx", b"", "bib-format"), ("z.json", None, "bib-unreadable"), ("z.json", b"\xff", "not-utf-8")],
)
def test_files_that_cannot_be_read(name: str, data: bytes | None, code: str, tmp_path: Path) -> None:
    """A file that is not there, of another kind or of another encoding is one problem."""
    if data is not None:
        (tmp_path / name).write_bytes(data)
    sources, problems = import_sources(tmp_path / name)

    assert (sources, [problem.code for problem in problems]) == ((), [code])


def test_pipes_and_giants_are_refused(tmp_path: Path) -> None:
    """A pipe is not waited for, and a file beyond the limit is not read."""
    os.mkfifo(tmp_path / "z.json")
    with (tmp_path / "huge.json").open("wb") as file:
        file.truncate(2**31)

    assert [problem.code for problem in import_sources(tmp_path / "z.json")[1]] == ["bib-unreadable"]
    assert [problem.code for problem in import_sources(tmp_path / "huge.json")[1]] == ["bib-unreadable"]


HOSTILE = [
    "Chapter #4",
    "a: b",
    "'he' said \"no\"",
    "<script>alert(1)</script>",
    "👩‍🚀 é",
    "- x",
    "*a",
    "yes",
    "\\n",
    "%",
]

_WORDS = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=20))


@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "title": _WORDS,
                "note": _WORDS,
                "author": st.lists(st.fixed_dictionaries({"family": _WORDS, "given": _WORDS}), max_size=2),
            },
            optional={
                "DOI": _WORDS,
                "abstract": _WORDS,
                "id": _WORDS,
                "issued": st.sampled_from(["1921", "x", "1921-03/1921-04"]),
            },
        ),
        max_size=4,
    )
)
@example([{"title": title, "note": "a\nb\x00", "author": []} for title in HOSTILE])
def test_what_is_imported_reads_back_the_same(items: list[dict[str, Any]]) -> None:
    """Whatever stands in an export, the sources that are written from it load again as the same records."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "z.json").write_text(json.dumps(items), encoding="utf-8")
        sources, _ = import_sources(folder / "z.json")
        if not sources:
            return
        path = write_sources(sources, folder)
        dossier = load(folder)
        plain = yaml.safe_load(path.read_text(encoding="utf-8"))

    assert dossier.problems == ()
    assert [evolve(source, where=NOWHERE) for source in dossier.sources] == [
        evolve(source, where=NOWHERE) for source in sources
    ]
    assert [entry.get("title", "") for entry in plain["sources"]] == [source.title for source in sources]


def test_every_field_of_a_source_is_written(tmp_path: Path) -> None:
    """A source with everything in it, criticism included, loads again as the same record."""
    person = "claimcheck: 1\npart: names\npersons: [{id: p}]\n"
    (tmp_path / "names.yaml").write_text(person, encoding="utf-8")
    source = Source(
        id="a",
        type="map",
        title="T",
        container_title="C",
        creators=(Creator(family="F", given="G", person="p"), Creator(literal="L", role="recipient")),
        issued="1921",
        other=tuple((key, f"{key}: x") for key in CSL_TEXTS),
        short="S",
        form=Form.RELIC,
        made="1920",
        made_at="M",
        side="ours",
        authenticity="none: a copy",
        survives=False,
        is_unnamed=True,
        note="N",
    )
    write_sources([source], tmp_path)
    (read,) = load(tmp_path).sources

    assert load(tmp_path).problems == ()
    assert evolve(read, where=NOWHERE, made_span=None) == source


def test_imports_never_touch_other_files(tmp_path: Path) -> None:
    """Each import adds a file of its own; one with nothing new adds none."""
    first = write_sources([Source(id="a", title="A")], tmp_path)
    second = write_sources([Source(id="a", title="Other"), Source(id="b", title="B")], tmp_path)

    assert (first.name, second.name) == ("sources-imported.yaml", "sources-imported-2.yaml")
    assert [source.title for source in load(tmp_path).sources] == ["B", "A"]

    with pytest.raises(NothingNewError):
        write_sources([Source(id="a", title="A")], tmp_path)

    assert sorted(path.name for path in tmp_path.iterdir()) == [second.name, first.name]


def test_what_is_too_much_for_one_file_goes_into_several(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An export beyond the limit of a file is spread over files that can all be read."""
    monkeypatch.setattr(bibliography, "LARGEST_FILE", 300)
    write_sources([Source(id=f"s{number}", title="x" * 60) for number in range(9)], tmp_path)

    assert len(list(tmp_path.iterdir())) > 2
    assert len(load(tmp_path).sources) == 9
    assert all(path.stat().st_size <= 300 for path in tmp_path.iterdir())


def test_new_files_replace_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is written whole under its name, or not at all, with and without hard links."""
    path = tmp_path / "a.txt"
    write_new_file(path, "first")
    with pytest.raises(FileExistsError):
        write_new_file(path, "second")

    def no_links(_source: Path, _target: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    with pytest.raises(FileExistsError):
        write_new_file(path, "third")
    write_new_file(tmp_path / "b.txt", "fourth")

    assert [file.read_text(encoding="utf-8") for file in sorted(tmp_path.iterdir())] == ["first", "fourth"]


@given(st.text())
def test_quoted_text_is_one_line_that_any_reader_reads(text: str) -> None:
    """A quoted text reads back as itself in other YAML readers, control characters replaced."""
    line = quoted(text)
    read = yaml.safe_load(line)

    assert "\n" not in line
    assert len(read) == len(text)
    assert all(
        one == other or other == "\N{REPLACEMENT CHARACTER}" for one, other in zip(text, read, strict=True)
    )
