"""Stemmata from GraphML: copies, lost ones and links, and files that are none."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.dossier import load
from claimcheck.dossier.bibliography import known_source_ids
from claimcheck.dossier.errors import NothingNewError
from claimcheck.dossier.graphml import read_graphml
from claimcheck.dossier.problems import Collector, Page
from claimcheck.dossier.stemmata import Stemma, import_stemma, write_stemma
from claimcheck.model.problem import Problem
from claimcheck.model.source import Certainty

HEAD = """<?xml version="1.0" encoding="utf-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="c" for="node" attr.name="color"/><key id="l" for="node" attr.name="label"/>
<key id="t" for="edge" attr.name="type"/><key id="s" for="edge" attr.name="cert"/>
<key id="d" for="edge" attr.name="dir"/><key id="n" for="edge" attr.name="note"/>
<graph edgedefault="directed">
"""
NODES = """<node id="omega"><data key="l">Ω</data><data key="c">grey</data></node>
<node id="A"><data key="l">Aix, no. 7</data></node>
<node id="B"/>
"""
END = "</graph></graphml>"


def _read(tmp_path: Path, text: str, name: str = "saltmarsh.graphml") -> tuple[Stemma, list[str]]:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    stemma, problems = import_stemma(file)
    assert all(each.where.file == name for each in problems)
    return stemma, [f"{each.code}:{each.where.line}" for each in problems]


def test_copies_and_links_arrive(tmp_path: Path) -> None:
    """Lost copies, labels, contamination, doubt and notes stand in the records."""
    links = """<edge source="omega" target="A"><data key="t">filiation</data></edge>
    <edge source="omega" target="B"><data key="t">filiation</data><data key="s">low</data></edge>
    <edge source="A" target="B"><data key="t">contamination</data><data key="n">from fol. 9</data></edge>
    <edge source="B" target="A"><data key="t">contamination</data><data key="d">none</data></edge>
    """
    stemma, problems = _read(tmp_path, HEAD + NODES + links + END)

    assert problems == []
    assert [(each.id, each.label, each.survives) for each in stemma.sources] == [
        ("saltmarsh.omega", "Ω", False),
        ("saltmarsh.A", "Aix, no. 7", True),
        ("saltmarsh.B", "B", True),
    ]
    assert [(each.child[-1], each.parent[-1], each.kind, each.status) for each in stemma.derivations] == [
        ("A", "a", "copies", Certainty.ARGUED),
        ("B", "a", "copies", Certainty.SUSPECTED),
        ("B", "A", "draws-on", Certainty.ARGUED),
        ("A", "B", "draws-on", Certainty.SUSPECTED),
    ]
    assert stemma.derivations[2].because == "contamination in the stemma saltmarsh.graphml; from fol. 9"


def test_a_stemma_without_colours_tells_nothing_of_survival(tmp_path: Path) -> None:
    """Where no colour is told, nobody said which copies are lost."""
    stemma, _ = _read(tmp_path, '<graphml><graph><node id="a"/></graph></graphml>')

    assert [each.survives for each in stemma.sources] == [None]


def test_an_undirected_link_is_no_more_than_a_suspicion(tmp_path: Path) -> None:
    """Whoever draws lines without arrows has not said who copied whom."""
    text = """<graphml><graph edgedefault="undirected"><node id="a"/><node id="b"/><node id="c"/>
    <edge source="a" target="b"/><edge source="a" target="c" directed="true"/></graph></graphml>"""
    stemma, _ = _read(tmp_path, text)

    assert [each.status for each in stemma.derivations] == [Certainty.SUSPECTED, Certainty.ARGUED]


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    """The files of a stemma load without a problem; a second time there is nothing new."""
    stemma, _ = _read(tmp_path, HEAD + NODES + '<edge source="omega" target="A"/>' + END)
    folder = tmp_path / "case"
    folder.mkdir()
    paths = write_stemma(stemma, folder, frozenset())
    dossier = load(folder)

    assert [path.name for path in paths] == ["sources-imported.yaml", "derivations-imported.yaml"]
    assert dossier.problems == ()
    assert [each.id for each in dossier.sources] == [each.id for each in stemma.sources]
    assert [each.survives for each in dossier.sources] == [False, True, True]
    assert [(each.child, each.parent, each.because) for each in dossier.derivations] == [
        (each.child, each.parent, each.because) for each in stemma.derivations
    ]
    with pytest.raises(NothingNewError):
        write_stemma(stemma, folder, known_source_ids(folder))


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ('<node id="a"/><node id="a"/>', "stemma-node:7"),
        ("<node/>", "stemma-node:7"),
        ('<node id="a"/>\n<edge source="a" target="x"/>', "stemma-link:8"),
        ('<node id="a"/>\n<edge source="a" target="a"/>', "stemma-link:8"),
        ('<node id="a"', "stemma-syntax:7"),
        ("<node id='a'>" * 200, "stemma-syntax:7"),
        (f'<node id="a"><data key="l">{"x" * 100_001}</data></node>', "stemma-syntax:7"),
    ],
)
def test_what_is_wrong_is_located(body: str, problem: str, tmp_path: Path) -> None:
    """Each mistake is told with its line, and what is sound is kept."""
    assert _read(tmp_path, f"{HEAD}{body}{END}")[1] == [problem]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<html/>",
        '<!DOCTYPE g [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><graphml>&b;</graphml>',
        '<!DOCTYPE g SYSTEM "file:///etc/hostname"><graphml/>',
        "<graphml>&other;</graphml>",
    ],
)
def test_hostile_files_are_refused(text: str, tmp_path: Path) -> None:
    """Entities, outside files and what is no GraphML give one problem and no source."""
    stemma, problems = _read(tmp_path, text)

    assert stemma == Stemma()
    assert [each.partition(":")[0] for each in problems] == ["stemma-syntax"]


def test_a_file_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    """The encoding is not guessed."""
    file = tmp_path / "a.graphml"
    file.write_bytes('<graphml><graph><node id="é"/></graph></graphml>'.encode("latin-1"))

    assert [each.code for each in import_stemma(file)[1]] == ["not-utf-8"]
    assert [each.code for each in import_stemma(tmp_path / "none.graphml")[1]] == ["bib-unreadable"]


@given(
    st.lists(st.sampled_from([*"<>/=\"'& ", "graphml", "graph", "node", "edge", "id", "data", "key", "é"]))
)
def test_no_text_raises(parts: list[str]) -> None:
    """Whatever stands in a file, it gives a graph or problems."""
    collector = Collector()
    graph = read_graphml("".join(parts), Page("f.graphml", collector))
    problems: tuple[Problem, ...] = collector.problems()

    assert graph is not None or problems
