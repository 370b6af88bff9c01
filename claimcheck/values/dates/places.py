"""The names that the place of a question goes by, for the rules of its calendars."""

from __future__ import annotations

from claimcheck.values.context import Context
from claimcheck.values.dates.calendars import GREGORIAN
from claimcheck.values.dates.missing_year import lacks_year
from claimcheck.values.dates.phrase import Phrase, Point
from claimcheck.values.dates.tables import fold
from claimcheck.values.span import ALWAYS, Span
from claimcheck.values.value import UnreadableError


def place_names(phrase: Phrase, context: Context) -> frozenset[str]:
    """Return the place and what it lay in at the time of the date, by each of their names, folded."""
    if not context.place:
        return frozenset()
    when = context.when
    if when is None and not lacks_year(phrase):
        days = [point.days(GREGORIAN) for point in phrase.moments() if exists(point)]
        if days:
            when = Span(min(span.first or 0 for span in days), max(span.last or 0 for span in days))
    ids = {context.place, *context.places.wholes(context.place, when or ALWAYS)}
    names = {fold(place_id) for place_id in ids}
    for place_id in ids:
        entry = context.places.get(place_id)
        if entry is not None:
            names.update(fold(name) for name in (entry.label, *(form.text for form in entry.forms)))
    return frozenset(names | {name.replace("-", " ") for name in names})


def exists(point: Point) -> bool:
    """Tell whether the Gregorian calendar has the point."""
    try:
        point.days(GREGORIAN)
    except UnreadableError:
        return False
    return True
