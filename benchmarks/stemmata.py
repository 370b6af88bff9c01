"""Lines counted on stemmata that somebody brings along, beside networkx."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from attrs import frozen

from benchmarks.rows import Row, seconds_of
from claimcheck.dossier.stemmata import Stemma, import_stemma
from claimcheck.weigh.fewest import fewest_lines
from claimcheck.weigh.hands import reached
from claimcheck.weigh.ways import Ways, most_ways

N_SETS = 20
"""Random sets of supporters for each stemma."""

Parents = dict[str, list[str]]


@frozen(kw_only=True)
class Task:
    """Supporters in a stemma, and whether all of its roots may stand on any number of ways."""

    parents: Parents
    supporters: tuple[str, ...]
    freed: frozenset[str]

    def ours(self) -> Ways:
        return most_ways(self.supporters, self.parents, freed=self.freed)


def stemma_files(paths: Sequence[Path]) -> list[Path]:
    """Return the files, and those that end in .graphml of the folders."""
    found = [sorted(path.glob("*.graphml")) if path.is_dir() else [path] for path in paths]
    return [file for files in found for file in files]


def read_parents(file: Path) -> tuple[Stemma, Parents]:
    """Return a stemma and the parents of each copy, all links that are drawn taken as they are."""
    stemma, problems = import_stemma(file)
    if problems:
        raise ValueError(str(problems[0]))
    parents: Parents = {source.id: [] for source in stemma.sources}
    for link in stemma.derivations:
        parents[link.child].append(link.parent)
    return stemma, parents


def roots_of(parents: Parents) -> frozenset[str]:
    """Return the copies that nobody is above of."""
    return frozenset(name for name, above in parents.items() if not above)


def supporter_sets(parents: Parents, seed: str) -> list[tuple[str, ...]]:
    """
    Return random sets of two to eight copies, none of which is above another where the stemma has such.

    The seed makes them the same every time.
    """
    chance = random.Random(seed)  # noqa: S311 - nobody is to be surprised
    above = {name: reached([name], parents).keys() for name in parents}
    return [_supporters(list(parents), above, chance) for _ in range(N_SETS)]


def _supporters(names: list[str], above: dict[str, Any], chance: random.Random) -> tuple[str, ...]:
    wanted = chance.randint(2, 8)
    for _ in range(20):  # a set may begin with a copy that is above all others
        chance.shuffle(names)
        chosen: list[str] = []
        for name in names:
            if not any(name in above[each] or each in above[name] for each in chosen):
                chosen.append(name)
        if len(chosen) >= 2:
            return tuple(chosen[:wanted])
    return tuple(names[:2])


def tasks_of(parents: Parents, seed: str) -> list[Task]:
    """Return each set of supporters twice: the roots as sources like others, and freed."""
    return [
        Task(parents=parents, supporters=supporters, freed=freed)
        for supporters in supporter_sets(parents, seed)
        for freed in (frozenset[str](), roots_of(parents))
    ]


def ways_by_networkx(task: Task) -> int:
    """Return the largest number of separate ways as networkx finds it, each copy split into two nodes."""
    import networkx

    graph = networkx.DiGraph()
    for child in reached(task.supporters, task.parents):
        above = task.parents[child]
        many = child in task.freed and child not in task.supporters
        graph.add_edge((child, "in"), (child, "out"), **({} if many else {"capacity": 1}))
        for parent in above:
            graph.add_edge((child, "out"), (parent, "in"))
        if not above:
            graph.add_edge((child, "out"), "goal")
    for supporter in task.supporters:
        graph.add_edge("start", (supporter, "in"))
    # The fastest of its methods here, by half.
    by = networkx.algorithms.flow.shortest_augmenting_path
    return int(networkx.maximum_flow_value(graph, "start", "goal", flow_func=by))


def fewest_by_trying(origin_sets: list[frozenset[str]], at_most: int) -> int:
    """Return the fewest origins that hit every set, all of them independent, by trying all choices."""
    names = sorted(frozenset().union(*origin_sets))
    return next(
        size
        for size in range(1, at_most + 1)
        for chosen in combinations(names, size)
        if not any(each.isdisjoint(chosen) for each in origin_sets)
    )


def origin_sets_of(task: Task) -> list[frozenset[str]]:
    """Return for each supporter the roots that it may hang on."""
    roots = roots_of(task.parents)
    return [roots.intersection(reached([each], task.parents)) for each in task.supporters]


def least_when_roots_are_independent(task: Task) -> int:
    """Return the lines at least of a task when all roots are declared independent."""
    apart = [frozenset(pair) for pair in combinations(sorted(roots_of(task.parents)), 2)]
    return fewest_lines(origin_sets_of(task), apart).number


def stemmata(paths: Sequence[Path]) -> Iterator[object]:
    """Yield what lines at most cost beside networkx, and how often there is more than one."""
    files = stemma_files(paths)
    reading = seconds_of(lambda: [read_parents(file) for file in files])
    tasks = [task for file in files for task in tasks_of(read_parents(file)[1], file.stem)]
    if not tasks:
        yield "no stemma: name files that end in .graphml, or folders that hold some"
        return
    answers = [task.ours() for task in tasks]
    theirs = [ways_by_networkx(task) for task in tasks]
    n_agreeing = sum(len(ours) == other for ours, other in zip(answers, theirs, strict=True))
    for name, asked in (("the roots counted", answers[::2]), ("the roots freed", answers[1::2])):
        numbers = [len(each) for each in asked]
        share = sum(number > 1 for number in numbers) / len(numbers)
        yield f"{name}: {len(numbers):,} sets of supporters, {share:.1%} with more than one line"
    yield Row(
        name=f"lines at most on {len(files)} stemmata",
        peer="networkx.maximum_flow_value",
        ours=seconds_of(lambda: [task.ours() for task in tasks]),
        theirs=seconds_of(lambda: [ways_by_networkx(task) for task in tasks]),
        target="the same numbers",
        is_met=n_agreeing == len(tasks),
        note=f"{n_agreeing:,} of {len(tasks):,} agree; reading all files took {reading:.2f} s",
    )
