"""The most ways from supporters up to origins that share no source, and the sources that cut them all."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from attrs import field, frozen

_NONE: frozenset[str] = frozenset()


@frozen(kw_only=True)
class Ways:
    """
    Separate ways from supporters to origins, and as many sources that cut every way there is.

    Each of `paths` runs from a supporter up to an origin, source by source, and no source that counts
    stands on two of them. `cut` names one source of each path, in the order of `paths`: when these fall,
    no supporter reaches an origin. So neither number can be bettered, and each certifies the other
    (Menger 1927). Of several smallest cuts it is the one nearest to the supporters.
    """

    paths: tuple[tuple[str, ...], ...] = ()
    cut: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.paths)


def most_ways(
    supporters: Collection[str],
    parents: Mapping[str, Collection[str]],
    *,
    blocked: Collection[str] = _NONE,
    freed: Collection[str] = _NONE,
) -> Ways:
    """
    Return as many separate ways as there are from supporters up to sources without parents.

    A way that meets a `blocked` source ends there: what only copies it becomes no origin. A `freed`
    source may stand on any number of ways, as an archetype does when its text is read and not believed;
    one that is a supporter itself counts as any other. The order of what is given decides among equals,
    and a set is taken in the order of its names.
    """
    chosen = [each for each in dict.fromkeys(_ordered(supporters)) if each not in blocked]
    if not any(map(parents.get, chosen)):
        return Ways(paths=tuple((each,) for each in chosen), cut=tuple(chosen))
    network = _Network.of(chosen, parents, frozenset(blocked), frozenset(freed))
    network.fill()
    return network.ways()


def _ordered(names: Collection[str]) -> Iterable[str]:
    return sorted(names) if isinstance(names, (set, frozenset)) else names


@frozen(kw_only=True)
class _Network:
    """
    Maximum flow by Dinic's phases, each pushing all it can along shortest ways: O(links x root of sources).

    Source number i is split into a node 2i, where ways enter, and 2i + 1, where they leave; one unit
    passes between. All other arcs hold any number, so that a smallest cut consists of sources. Arcs
    number 2k and 2k + 1 are one another's reverse. Nothing recurses: chains of copies may be long.
    """

    names: Sequence[str]
    heads: list[int] = field(factory=list)
    rooms: list[int] = field(factory=list)
    arcs: list[list[int]] = field(factory=list)

    @classmethod
    def of(
        cls,
        chosen: Sequence[str],
        parents: Mapping[str, Collection[str]],
        blocked: frozenset[str],
        freed: frozenset[str],
    ) -> _Network:
        """Return the empty network of these supporters and their ancestors, so far as none is blocked."""
        number = {name: place for place, name in enumerate(chosen)}
        names = list(chosen)
        links: list[tuple[int, int]] = []
        origins: list[int] = []
        for child, name in enumerate(names):  # grows while it is read
            above = parents.get(name, ())
            if not above:
                origins.append(child)
            for parent in _ordered(above):
                if parent in blocked:
                    continue
                if parent not in number:
                    number[parent] = len(names)
                    names.append(parent)
                links.append((child, number[parent]))
        network = cls(names=names)
        network.arcs.extend([] for _ in range(2 * len(names) + 2))
        plenty = len(names) + 1
        for place, name in enumerate(names):
            is_free = name in freed and place >= len(chosen)
            network._join(2 * place, 2 * place + 1, plenty if is_free else 1)
        for supporter in range(len(chosen)):
            network._join(network.start, 2 * supporter, plenty)
        for child, above_it in links:
            network._join(2 * child + 1, 2 * above_it, plenty)
        for origin in origins:
            network._join(2 * origin + 1, network.goal, plenty)
        return network

    @property
    def start(self) -> int:
        return 2 * len(self.names)

    @property
    def goal(self) -> int:
        return 2 * len(self.names) + 1

    def _join(self, tail: int, head: int, room: int) -> None:
        self.arcs[tail].append(len(self.heads))
        self.arcs[head].append(len(self.heads) + 1)
        self.heads.extend((head, tail))
        self.rooms.extend((room, 0))

    def fill(self) -> None:
        """Push units until none gets through."""
        while (levels := self._levels())[self.goal] >= 0:
            places = [0] * len(self.arcs)
            while self._push(levels, places):
                pass

    def _levels(self) -> list[int]:
        """
        Return how far each node lies from the start, over arcs that still have room; else -1.

        What lies no nearer than the goal is left at -1 too: no shortest way passes it.
        """
        heads, rooms, arcs, goal = self.heads, self.rooms, self.arcs, self.goal
        levels = [-1] * len(arcs)
        levels[self.start] = 0
        queue = [self.start]
        for node in queue:  # grows while it is read
            if levels[goal] >= 0:
                break
            for arc in arcs[node]:
                head = heads[arc]
                if rooms[arc] and levels[head] < 0:
                    levels[head] = levels[node] + 1
                    queue.append(head)
        return levels

    def _push(self, levels: list[int], places: list[int]) -> bool:
        """
        Push one unit along a way on which the levels rise; tell whether there was one.

        `places` tells how many arcs of each node are used up in this phase: none is tried twice.
        """
        heads, rooms, arcs, goal = self.heads, self.rooms, self.arcs, self.goal
        taken: list[int] = []
        node = self.start
        while node != goal:
            if places[node] < len(arcs[node]):
                arc = arcs[node][places[node]]
                if rooms[arc] and levels[heads[arc]] == levels[node] + 1:
                    taken.append(arc)
                    node = heads[arc]
                    continue
                places[node] += 1
            elif taken:
                node = heads[taken.pop() ^ 1]
                places[node] += 1
            else:
                return False
        for arc in taken:
            rooms[arc] -= 1
            rooms[arc ^ 1] += 1
        return True

    def ways(self) -> Ways:
        """Return the ways that were filled, and the cut nearest to the supporters."""
        levels = self._levels()
        paths, cut = [], []
        for arc in self.arcs[self.start]:
            if self.rooms[arc ^ 1]:
                path = self._path(self.heads[arc] // 2)
                paths.append(tuple(self.names[place] for place in path))
                # Where the nodes within reach of the start end, the way is cut: once and no more.
                last = next(place for place in path if levels[2 * place] >= 0 > levels[2 * place + 1])
                cut.append(self.names[last])
        return Ways(paths=tuple(paths), cut=tuple(cut))

    def _path(self, place: int) -> list[int]:
        """Return the numbers of the sources on one way, taking it out of the network."""
        path = [place]
        while True:
            arc = next(arc for arc in self.arcs[2 * place + 1] if not arc & 1 and self.rooms[arc ^ 1])
            self.rooms[arc ^ 1] -= 1
            if self.heads[arc] == self.goal:
                return path
            place = self.heads[arc] // 2
            path.append(place)
