"""Problems are collected here, each with a code, a place and a hint, up to a limit for each file."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import define, field

from claimcheck.dossier.nodes import Node, Text
from claimcheck.model.problem import Location, Problem, problem_order

# A file of eight mebibytes can be wrong in a million places. Nobody reads more than some hundreds, and
# the suggestions for the rest would cost minutes.
MOST_PER_FILE = 500

_LONGEST_SHOWN = 60


@define
class Collector:
    """The problems of one dossier, in the order in which they were found."""

    _found: list[Problem] = field(factory=list, init=False)
    _counts: dict[str, int] = field(factory=dict, init=False)
    unread: list[str] = field(factory=list, init=False)
    """Files of which a part was not read, so that what they declare may be unknown."""

    def add(self, problem: Problem) -> None:
        """Take a problem; beyond the limit of its file only the number is kept."""
        count = self._counts.get(problem.where.file, 0)
        self._counts[problem.where.file] = count + 1
        if count < MOST_PER_FILE:
            self._found.append(problem)

    @property
    def n_found(self) -> int:
        """How many problems were told so far, those beyond a limit among them."""
        return sum(self._counts.values())

    def is_full(self, file: str) -> bool:
        """Tell whether further problems of a file are only counted, so that hints for it are wasted."""
        return self._counts.get(file, 0) >= MOST_PER_FILE

    def problems(self) -> tuple[Problem, ...]:
        """Return everything found, by place, with one problem more for each file that had too many."""
        more = (
            Problem(
                code="too-many-problems",
                message=f"{count - MOST_PER_FILE} more problems in this file are not listed",
                where=Location(file=file),
                hint="repair those that are listed first; the others may have the same cause",
            )
            for file, count in self._counts.items()
            if count > MOST_PER_FILE
        )
        return tuple(sorted((*self._found, *more), key=problem_order))


@define
class Page:
    """One file's view of the collector: problems are told by node, the page knows the file."""

    file: str
    collector: Collector

    def tell(self, code: str, message: str, node: Node, hint: str = "") -> None:
        """Add a problem at a node of this file."""
        self.collector.add(Problem(code=code, message=message, where=self.place(node), hint=hint))

    def tell_at(self, code: str, message: str, line: int, column: int = 0, hint: str = "") -> None:
        """Add a problem at a line and column of this file; 0 stands for the whole file or line."""
        where = Location(file=self.file, line=line, column=column)
        self.collector.add(Problem(code=code, message=message, where=where, hint=hint))

    def place(self, node: Node) -> Location:
        """Return the location of a node."""
        return Location(file=self.file, line=node.line, column=node.column)

    def suggest(self, found: str, known: Iterable[str]) -> str:
        """Return the beginning of a hint, "did you mean ...?", or nothing when no known word is near."""
        return "" if self.collector.is_full(self.file) else suggestion(found, known)


def suggestion(found: str, known: Iterable[str]) -> str:
    """
    Return "did you mean 'x'?" for the known words that look like the one that was found.

    >>> suggestion("stanse", ("stance", "value", "scope"))
    "did you mean 'stance'?"
    """
    from rapidfuzz import fuzz, process

    near = process.extract(
        found[:200],
        list(known),
        scorer=fuzz.ratio,
        processor=str.casefold,
        limit=3,
        # Two letters of seven may differ; below that the suggestions are noise more often than help.
        score_cutoff=70,
    )
    names = [repr(name) for name, _, _ in near]
    return f"did you mean {' or '.join(names)}?" if names else ""


def shown(text: str) -> str:
    """Return a text for a message: in quotation marks, on one line, cut when long."""
    cut = text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
    return repr(cut)


def shown_node(node: Node) -> str:
    """Return what a node is, for a message that expected something else."""
    if isinstance(node, Text):
        return f"the text {shown(node.value)}" if node.value.strip() else "nothing"
    return {"Items": "a list", "Fields": "a mapping"}.get(type(node).__name__, "something refused")
