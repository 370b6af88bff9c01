"""Loading large dossiers, and questions with very many answers."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.rows import Row, compare, process_cost

_HEADER = "claimcheck: 1\npart: {0}\n{0}:\n"
_SOURCES = _HEADER.format("sources") + "  - {id: captain, title: Letters}\n  - {id: monk, title: Chronicle}\n"
_DOCUMENTS = _HEADER.format("documents") + (
    "  - {id: letters, source: captain, language: en}\n  - {id: chronicle, source: monk, language: en}\n"
)
_QUESTION = """\
  - question: strength-{n}
    asks: How many men stood at ford number {n}?
    kind: quantity
    attestations:
      - {{in: letters, value: "some {n},500", at: p. {n}, quote: "we counted some {n},500 men"}}
      - {{in: chronicle, value: "over {n},000", stance: doubts, at: p. {n}}}
"""


def _large_questions(n_bytes: int) -> str:
    questions: list[str] = []
    while sum(map(len, questions[-1:])) * len(questions) < n_bytes:
        questions.append(_QUESTION.format(n=len(questions) + 1))
    return _HEADER.format("questions") + "".join(questions)


def reading() -> Iterator[Row]:
    """Reading half a megabyte of questions, against PyYAML's fastest loader, which checks nothing."""
    import yaml

    from claimcheck.dossier.load import load
    from claimcheck.dossier.problems import Collector, Page
    from claimcheck.dossier.reader import read_nodes

    text = _large_questions(500_000)
    peer = "yaml.CSafeLoader"

    def theirs() -> object:
        return yaml.load(text, Loader=yaml.CSafeLoader)

    def nodes() -> object:
        return read_nodes(text, Page("questions.yaml", Collector()))

    yield compare("read 0.5 MB of YAML into nodes", nodes, peer, theirs)
    # In proportion to the text this is 4; what grows faster shows here.
    quarter = _large_questions(125_000)
    yield compare(
        "the same, against a quarter of it",
        nodes,
        "read_nodes of 0.125 MB",
        lambda: read_nodes(quarter, Page("questions.yaml", Collector())),
    )
    bomb = "[" * 200_000
    yield compare(
        "refuse 200,000 nested brackets",
        lambda: read_nodes(bomb, Page("bomb.yaml", Collector())),
        "read_nodes of 0.125 MB",
        lambda: read_nodes(quarter, Page("questions.yaml", Collector())),
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, content in (("s.yaml", _SOURCES), ("d.yaml", _DOCUMENTS), ("q.yaml", text)):
            (folder / file).write_text(content, encoding="utf-8")
        if problems := load(folder).problems:
            raise AssertionError(str(problems[0]))
        yield compare("load a dossier of 0.5 MB, values and all", lambda: load(folder), peer, theirs)


_RIVAL = "      - {{in: {document}, value: {figure}, at: p. {n}}}\n"
_RIVALS = """\
  - question: rivals
    asks: How many stood there?
    kind: quantity
    attestations:
"""
_MOST_S, _MOST_MB = 5.0, 200.0


def rivals() -> Iterator[Row]:
    """A thousand answers to one question, no two alike, against a quarter of them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        costs = {
            n: process_cost("-m", "claimcheck", "report", str(_rival_dossier(folder, n))) for n in (250, 1000)
        }
    (many_s, many_mb), (few_s, few_mb) = costs[1000], costs[250]
    peer = "claimcheck report, 250 rivals"
    yield Row(
        name="claimcheck report, 1,000 rival figures",
        peer=peer,
        ours=many_s,
        theirs=few_s,
        target=f"under {_MOST_S:.0f} s of processor time",
        is_met=many_s < _MOST_S,
        note="each pair is compared: 16 times the pairs of a quarter of them",
    )
    yield Row(
        name="the same: memory held at most",
        peer=peer,
        ours=many_mb,
        theirs=few_mb,
        unit="MB",
        target=f"under {_MOST_MB:.0f} MB",
        is_met=many_mb < _MOST_MB,
    )


def _rival_dossier(folder: Path, n: int) -> Path:
    """Write a dossier of n figures that all exclude one another, and return its folder."""
    dossier = folder / f"rivals-{n}"
    dossier.mkdir()
    rows = (
        _RIVAL.format(document=("letters", "chronicle")[i % 2], figure=20_000 + 37 * i, n=i)
        for i in range(1, n + 1)
    )
    for file, content in (
        ("s.yaml", _SOURCES),
        ("d.yaml", _DOCUMENTS),
        ("q.yaml", _HEADER.format("questions") + _RIVALS + "".join(rows)),
    ):
        (dossier / file).write_text(content, encoding="utf-8")
    return dossier
