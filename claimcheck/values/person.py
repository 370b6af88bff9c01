"""Persons: whom a name means, read against the dossier's register."""

from __future__ import annotations

from claimcheck.values.context import Context
from claimcheck.values.kind import JSON
from claimcheck.values.names.reading import name_json, read_name
from claimcheck.values.value import Value


class Person:
    """The kind `person`. A person's region is one point, the id in the register."""

    name = "person"
    about = "who: a registered name, 'Lenin or Trotsky'; a form that several bear stays open"

    def read(self, text: str, context: Context) -> Value:
        """Return whom the words may mean; see `read_name` for what stays open and what is refused."""
        return read_name(self.name, text, context.persons, context.when, lambda who: frozenset({who}))

    def as_json(self, value: Value, context: Context) -> JSON:
        """Return everybody whom the words may mean, how certainly, and why."""
        return name_json(value.text, context.persons, context.when, value.open)


KIND = Person()
