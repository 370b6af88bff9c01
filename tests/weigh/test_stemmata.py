"""Lines on published stemmata, held against networkx and against trying everything."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import networkx
import pytest

from benchmarks.stemmata import (
    Task,
    fewest_by_trying,
    least_when_roots_are_independent,
    origin_sets_of,
    read_parents,
    stemma_files,
    tasks_of,
    ways_by_networkx,
)

_TRIED_AT_MOST = 12
"""Roots among which all choices are tried."""


def is_certified(task: Task) -> bool:
    """Tell whether the ways are ways that share nothing, and the cut leaves none, as networkx sees it."""
    ways = task.ours()
    free = task.freed.difference(task.supporters)
    counting = [each for path in ways.paths for each in path if each not in free]
    graph = networkx.DiGraph([(child, parent) for child in task.parents for parent in task.parents[child]])
    graph.add_nodes_from(task.parents)
    are_ways = all(graph.has_edge(*link) for path in ways.paths for link in pairwise(path)) and all(
        path[0] in task.supporters and not task.parents[path[-1]] for path in ways.paths
    )
    graph.remove_nodes_from(ways.cut)
    left = [each for each in task.supporters if each in graph]
    above = set(left).union(*(networkx.descendants(graph, each) for each in left))
    is_cut = all(task.parents[each] for each in above) and free.isdisjoint(ways.cut)
    return len(counting) == len(set(counting)) and are_ways and is_cut and len(ways.cut) == len(ways)


@pytest.mark.no_cover
def test_stemmata_agree_with_networkx(stemmata: Path) -> None:
    """Twenty random sets of supporters each, the archetype counted and freed: numbers, ways and cuts."""
    answers: list[int] = []
    for file in stemma_files([stemmata]):
        for task in tasks_of(read_parents(file)[1], file.stem):
            n_ways = len(task.ours())
            answers.append(n_ways)

            assert n_ways == ways_by_networkx(task), (file.name, task.supporters)
            assert is_certified(task), (file.name, task.supporters)
    more = sum(each > 1 for each in answers)
    print(f"{more} of {len(answers)} answers above one line ({more / len(answers):.0%})")  # noqa: T201
    assert more > len(answers) / 5


def test_lines_at_least_are_the_fewest_roots(stemmata: Path) -> None:
    """With all roots declared independent, lines at least are the fewest roots that all can hang on."""
    n_tried = 0
    for file in stemma_files([stemmata]):
        for task in tasks_of(read_parents(file)[1], file.stem)[::2]:
            sets = origin_sets_of(task)
            if len(frozenset().union(*sets)) <= _TRIED_AT_MOST:
                n_tried += 1
                at_most = len(task.ours())

                assert least_when_roots_are_independent(task) == fewest_by_trying(sets, at_most) <= at_most
    assert n_tried


def test_every_link_and_copy_arrives(stemmata: Path) -> None:
    """What the reader takes over is the graph that networkx reads."""
    for file in stemma_files([stemmata]):
        stemma, _ = read_parents(file)
        graph = networkx.read_graphml(file)
        links = {(each.parent, each.child) for each in stemma.derivations}

        assert len(stemma.sources) == len(graph)
        assert {source.title for source in stemma.sources} == {
            str(data.get("label", "")).strip() or name for name, data in graph.nodes(data=True)
        }
        assert len(links) == graph.number_of_edges()
        n_parents = Counter(child for _, child in links)
        assert sorted(n_parents.values()) == sorted(degree for _, degree in graph.in_degree() if degree)


def test_a_stemma_of_our_own(tmp_path: Path) -> None:
    """Two copies of one lost archetype are one line, and two for its text."""
    file = tmp_path / "fork.graphml"
    file.write_text(
        '<graphml><graph edgedefault="directed"><node id="o"/><node id="a"/><node id="b"/>'
        '<edge source="o" target="a"/><edge source="o" target="b"/></graph></graphml>'
    )
    tasks = tasks_of(read_parents(file)[1], file.stem)

    assert {(bool(task.freed), len(task.ours())) for task in tasks} == {(False, 1), (True, 2)}
    assert all(is_certified(task) for task in tasks)
    assert all(ways_by_networkx(task) == len(task.ours()) for task in tasks)
