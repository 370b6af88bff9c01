"""Events, registered like persons, so that dates, orders, holders and occurrences can speak of one."""

from __future__ import annotations

from attrs import frozen

from claimcheck.model.problem import NOWHERE, Location


@frozen(kw_only=True)
class Hold:
    """Somebody's holding of a place: body id and place id."""

    holder: str
    place: str


@frozen(kw_only=True)
class Event:
    """
    Something that happened, or is said to have happened, once.

    An event lies within those it is `part_of`. `opens` and `closes` name the holding of a place that
    begins or ends with it. `same_as` is a declared identity. A `point` event begins and ends within a
    day.
    """

    id: str
    label: str
    part_of: tuple[str, ...] = ()
    opens: tuple[Hold, ...] = ()
    closes: tuple[Hold, ...] = ()
    same_as: tuple[str, ...] = ()
    is_point: bool = False
    note: str = ""
    where: Location = NOWHERE
