"""How many separate ways are left when sources fall: those that still run, and detours round the fallen."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from attrs import define, field

_ENTERED, _LEFT = False, True
_Step = tuple[str, bool]


def ways_left(
    ways: Sequence[Sequence[str]],
    starts: Sequence[str],
    parents: Mapping[str, Collection[str]],
    blocked: Collection[str],
) -> int:
    """
    Return the most separate ways from starts to origins that meet no blocked source.

    `ways` are as many as there are while nothing is blocked: those that still run are kept, and one
    search through the links finds each detour. So a fall costs as many searches as it has cut ways.
    """
    running = [way for way in ways if not any(source in blocked for source in way)]
    flow = _Flow.along(running)
    number = len(running)
    while number < len(ways) and flow.take_detour(starts, parents, blocked):
        number += 1
    return number


@define
class _Flow:
    """The ways that run: which source follows each upwards, and which comes before it, "" for a start."""

    above: dict[str, str] = field(factory=dict)
    below: dict[str, str] = field(factory=dict)

    @classmethod
    def along(cls, ways: Sequence[Sequence[str]]) -> _Flow:
        flow = cls()
        for way in ways:
            for child, source in zip(("", *way), way, strict=False):
                flow._join(child, source)
        return flow

    def _join(self, child: str, source: str) -> None:
        self.below[source] = child
        if child:
            self.above[child] = source

    def take_detour(
        self, starts: Sequence[str], parents: Mapping[str, Collection[str]], blocked: Collection[str]
    ) -> bool:
        """
        Add one way by a shortest search, moving those that run out of its way; tell whether there is one.

        A source is entered from below and left upwards. Entering one on a running way turns back along
        that way, which then has to leave higher up from where it was met.
        """
        first: list[_Step] = [(start, _ENTERED) for start in starts if start not in blocked]
        came: dict[_Step, _Step | None] = dict.fromkeys(first)
        for step in first:  # grows while it is read
            source, has_left = step
            if has_left and not parents.get(source):
                self._reroute(step, came)
                return True
            for following in self._following(source, has_left, parents, blocked):
                if following not in came:
                    came[following] = step
                    first.append(following)
        return False

    def _following(
        self, source: str, has_left: bool, parents: Mapping[str, Collection[str]], blocked: Collection[str]
    ) -> list[_Step]:
        runs = source in self.below
        if not has_left:
            if not runs:
                return [(source, _LEFT)]
            return [(self.below[source], _LEFT)] if self.below[source] else []
        upwards = [(parent, _ENTERED) for parent in parents.get(source, ()) if parent not in blocked]
        return [*upwards, (source, _ENTERED)] if runs else upwards

    def _reroute(self, end: _Step, came: Mapping[_Step, _Step | None]) -> None:
        joined: list[tuple[str, str]] = []
        step: _Step | None = end
        while step is not None:
            before = came[step]
            source, has_left = step
            if before is None:
                joined.append(("", source))
            elif before[0] != source:
                child, parent = (source, before[0]) if has_left else (before[0], source)
                if has_left:
                    del self.above[child]
                    del self.below[parent]
                else:
                    joined.append((child, parent))
            step = before
        for child, parent in joined:
            self._join(child, parent)
