"""Places: what a name means at the time, a whole with all its parts."""

from __future__ import annotations

from claimcheck.values.context import Context
from claimcheck.values.kind import JSON
from claimcheck.values.names.reading import name_json, read_name
from claimcheck.values.span import ALWAYS
from claimcheck.values.value import Value


class Place:
    """
    The kind `place`.

    A place's region holds its own id and those of all its parts at the time, so that a city lies inside
    its country. The whole's own id stands for the rest of it.
    """

    name = "place"
    about = "where: a registered name, 'Batum or Poti', 'Batum (sanjak)'; a part refines its whole"

    def read(self, text: str, context: Context) -> Value:
        """Return where the words may mean; see `read_name` for what stays open and what is refused."""
        return read_name(
            self.name,
            text,
            context.places,
            context.when,
            lambda where: context.places.parts(where, context.when or ALWAYS) | {where},
        )

    def as_json(self, value: Value, context: Context) -> JSON:
        """Return every place that the words may mean, how certainly, and why."""
        return name_json(value.text, context.places, context.when, value.open)


KIND = Place()
