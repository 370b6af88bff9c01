"""What an impossible loop comes down to: one link, and the days that the others leave it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from attrs import frozen

from claimcheck.model.finding import LoopLink
from claimcheck.model.loops import CALENDAR, Nodes, event_of, link_words
from claimcheck.model.plain import counted, listed
from claimcheck.values.apart import bounds_words
from claimcheck.values.day_words import day_words


@frozen(kw_only=True)
class _Step:
    """A link as the loop goes through it: `to` lies at least so many days after `from_`."""

    from_: str
    to: str
    least: int
    link: LoopLink

    @property
    def is_length(self) -> bool:
        """Whether it tells how long one event lasts."""
        return event_of(self.from_) == event_of(self.to) != ""


def loop_question(nodes: Nodes, links: Sequence[LoopLink]) -> str:
    """Return what an impossible loop asks: whether the dates of the events that clash in it fit together."""
    found = _crux(_steps(links))
    ends = [(each.from_, each.to) for each in ([found[0]] if found else links)]
    events = dict.fromkeys(event_of(node) for pair in ends for node in pair if node != CALENDAR)
    return f"Do the dates of {listed([f'“{nodes.label(each)}”' for each in events])} fit together?"


def loop_words(nodes: Nodes, links: Sequence[LoopLink]) -> str:
    """
    Return as a clause which link the others leave no days for; nothing where the links make no loop.

    A length that was asked for stands for the loop, else the last attested link before it comes back to
    the calendar. A loop without a date has none, and is told by where it would lead.
    """
    steps = _steps(links)
    if not steps:
        return ""
    found = _crux(steps)
    if found is None:
        days = counted(sum(each.least for each in steps), "day")
        return f"followed from link to link, {nodes.name(steps[0].from_)} would lie {days} after itself"
    step, earliest, latest = found
    first, last = f"on {day_words(earliest)} at the earliest", f"on {day_words(latest)} at the latest"
    if step.is_length:
        lasts = _length_words(step.link)
        begins, ends = ("begins", "ends") if step.from_.startswith("begin") else ("ends", "begins")
        label = f"“{nodes.label(event_of(step.to))}”"
        return f"{label} {lasts}, but by the other links it {begins} {first} and {ends} {last}"
    return (
        f"{link_words(nodes, step.link)}, but by the other links {nodes.name(step.from_)} lies {first} and "
        f"{nodes.name(step.to)} {last}"
    )


def _length_words(link: LoopLink) -> str:
    return (
        f"lasts {bounds_words(link.at_least, link.at_most).removeprefix('exactly ').removesuffix(' after')}"
    )


def _crux(steps: Sequence[_Step]) -> tuple[_Step, int, int] | None:
    """Return the link that tells a loop, with the earliest day of its begin and the latest of its end."""
    if not steps or steps[0].from_ != CALENDAR or len(steps) < 3:
        return None
    reached = list(accumulate(each.least for each in steps))
    inner = range(1, len(steps) - 1)
    place = max(inner, key=lambda each: (steps[each].is_length, not steps[each].link.is_rule, each))
    return steps[place], reached[place - 1], reached[place] - reached[-1]


def _steps(links: Sequence[LoopLink]) -> list[_Step]:
    """Return the links as a way on which every day comes to lie after itself, from the calendar on."""
    for way, start in ((each, end) for each in (links, links[::-1]) for end in _ends(each)):
        steps = list(_walked(way, start))
        if len(steps) == len(links) and steps[-1].to == start and sum(each.least for each in steps) > 0:
            at = next((place for place, each in enumerate(steps) if each.from_ == CALENDAR), 0)
            return steps[at:] + steps[:at]
    return []


def _ends(links: Sequence[LoopLink]) -> tuple[str, ...]:
    return (links[0].from_, links[0].to) if links else ()


def _walked(links: Sequence[LoopLink], start: str) -> Iterator[_Step]:
    node = start
    for link in links:
        is_forward = node == link.from_
        least = link.at_least if is_forward else None if link.at_most is None else -link.at_most
        if least is None or node not in (link.from_, link.to):
            return
        yield _Step(from_=node, to=link.to if is_forward else link.from_, least=least, link=link)
        node = link.to if is_forward else link.from_
