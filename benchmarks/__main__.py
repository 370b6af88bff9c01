"""
Speed, as ratios: each row holds what we do against a peer or a floor, measured in the same run.

Seconds depend on the machine; a ratio says whether something got slower. Every figure is the median of
several runs that alternate with those of the peer, so that a busy machine slows both.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from attrs import frozen

ROOT = Path(__file__).resolve().parent.parent
N_RUNS = 7


@frozen(kw_only=True)
class Row:
    """One comparison: seconds of ours and of the peer."""

    name: str
    peer: str
    ours_s: float
    peer_s: float

    def __str__(self) -> str:
        ratio = self.ours_s / self.peer_s
        return (
            f"{self.name:42} {self.ours_s:9.4f} s   {self.peer:34} {self.peer_s:9.4f} s   ratio {ratio:8.2f}"
        )


def compare(name: str, ours: Callable[[], object], peer: str, theirs: Callable[[], object]) -> Row:
    """Return the medians of runs that alternate, after one of each that does not count."""
    ours_s: list[float] = []
    peer_s: list[float] = []
    for number in range(N_RUNS + 1):
        for run, times in ((ours, ours_s), (theirs, peer_s)):
            began = time.perf_counter()
            run()
            if number:
                times.append(time.perf_counter() - began)
    return Row(name=name, peer=peer, ours_s=statistics.median(ours_s), peer_s=statistics.median(peer_s))


def _python(*arguments: str) -> Callable[[], object]:
    command = [sys.executable, *arguments]
    return lambda: subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def importing() -> Iterator[Row]:
    """Importing the library, against importing what it cannot do without."""
    peer = "import attrs, rapidfuzz"
    yield compare("import claimcheck", _python("-c", "import claimcheck"), peer, _python("-c", peer))


def commands() -> Iterator[Row]:
    """Whole commands on the worked dossier, against starting Python and doing nothing."""
    nothing = _python("-c", "pass")
    for arguments in (("--help",), ("check", "claims"), ("report", "claims")):
        name = f"claimcheck {' '.join(arguments)}"
        yield compare(name, _python("-m", "claimcheck", *arguments), "python -c pass", nothing)


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


def _large_text(n_words: int) -> str:
    chance = random.Random(1)  # noqa: S311 - the same text every time
    letters = "etaoinshrdlu"
    words = ["".join(chance.choices(letters, k=chance.randint(2, 9))) for _ in range(5000)]
    return " ".join(chance.choices(words, k=n_words))


def finding() -> Iterator[Row]:
    """Finding quotations in a text of a megabyte, against scanning it for the same words."""
    from claimcheck.documents.quotations import find_quotation
    from claimcheck.documents.searchable import Searchable

    text = _large_text(170_000)
    words = text.split()
    exact = [" ".join(words[start : start + 7]) for start in range(1000, 170_000, 17_000)]
    near = [quotation.replace(" ", "\n", 1).upper() for quotation in exact]
    altered = [" ".join([*quotation.split()[:3], "xyzzy", *quotation.split()[4:]]) for quotation in exact]
    searchable = Searchable.of(text)

    def theirs() -> object:
        return [text.find(quotation[:-1] + "!") for quotation in exact]

    for name, quotations in (
        ("as printed", exact),
        ("in other case", near),
        ("with a word altered", altered),
    ):

        def ours(quotations: list[str] = quotations) -> object:
            return [find_quotation(searchable, quotation) for quotation in quotations]

        yield compare(f"find {len(quotations)} quotations, {name}", ours, "as many scans by str.find", theirs)


def main() -> None:
    """Print every row as it is measured."""
    write = sys.stdout.write
    write(f"medians of {N_RUNS} runs, Python {sys.version.split()[0]}\n")
    for rows in (importing, commands, reading, finding):
        for row in rows():
            write(f"{row}\n")


if __name__ == "__main__":
    main()
