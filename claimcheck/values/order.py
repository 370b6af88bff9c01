"""The kind `order`: by how many days one event lies after another."""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen

from claimcheck.values.apart import bounds_words, whole_days
from claimcheck.values.context import Context
from claimcheck.values.dates.distance import parse_distance
from claimcheck.values.intervals import Numbers
from claimcheck.values.kind import JSON
from claimcheck.values.region import Region
from claimcheck.values.value import Reading, UnreadableError, Value


class OrderKind:
    """
    Whole days from one event to another, negative when the other way round.

    "After" is zero days or more, since two events of one day may follow one another and a date does not
    tell; "the day after" is one. A month is 28 to 31 days, a year 365 or 366.
    """

    name = "order"
    about = "how many days after another event: after, before, same day, 3 days later, within a week after"

    def read(self, text: str, context: Context) -> Value:
        """Return the distances that the words leave possible."""
        text = text.strip()
        if not text:
            raise UnreadableError("the order is empty", "write: after, before, same day, 3 days later")
        distance = parse_distance(text, context.language, context.tolerances)
        reading = Reading(core=_told(distance.core), envelope=_told(distance.envelope))
        return Value(kind="order", text=text, readings=(reading,), open=distance.notes)

    def as_json(self, value: Value, context: Context) -> JSON:
        """Return the outer bounds of the readings, in days as exact strings."""
        del context
        return {
            "readings": [
                {"core": _bounds(reading.core), "envelope": _bounds(reading.envelope)}
                for reading in value.readings
            ],
            "unit": "day",
            "open": list(value.open),
        }


@frozen
class DaysApart(Numbers):
    """Numbers of days, told as what they mean: "exactly 3 days after"."""

    def __str__(self) -> str:
        return bounds_words(*whole_days(self))


def _told(region: Numbers) -> DaysApart:
    return DaysApart(region.runs)


KIND = OrderKind()


def _bounds(region: Region) -> JSON:
    assert isinstance(region, Numbers)  # noqa: S101 - this kind makes no other region
    hull = region.hull()
    return {
        "low": _figure(hull.low),
        "high": _figure(hull.high),
        "low_open": hull.low_open,
        "high_open": hull.high_open,
    }


def _figure(number: Fraction | None) -> str | None:
    return None if number is None else str(number)
