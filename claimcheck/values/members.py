"""Sets: which members something had, between those named and those not excluded."""

from __future__ import annotations

import re

from claimcheck.values.context import Context
from claimcheck.values.families import Family
from claimcheck.values.folding import fold
from claimcheck.values.kind import JSON
from claimcheck.values.region import Region
from claimcheck.values.register import Register
from claimcheck.values.value import UnreadableError, Value, exactly

_CLOSED = re.compile(r"(?:only|exactly|just)\b[\s:]*", re.IGNORECASE)
_PART = re.compile(r"(?:part|parts|some) of\s+", re.IGNORECASE)
_NOT = re.compile(r"(?:not|but not|without|except)\s+", re.IGNORECASE)
_LAST_AND = re.compile(r",?\s+and\s+", re.IGNORECASE)

_PART_OF = "part of "


class Members:
    """The kind of sets. Open unless the words close it: a source that names two does not exclude a third."""

    name = "set"
    about = "which members something had"

    def read(self, text: str, context: Context) -> Value:
        """
        Return the sets that the words leave.

        Members stand between semicolons, or commas and a last "and" when there is no semicolon.
        "only" closes the set; "not X" excludes X and any part of it; "part of X" names some of X and
        excludes the whole.
        """
        closing = _CLOSED.match(text.strip())
        items = _items(text.strip()[closing.end() :] if closing else text)
        required, excluded, labels = _bounds(items, context)
        if not items or (closing and not required):
            raise UnreadableError(f"{text!r} names no member", "write the members with ';' between them")
        try:
            core = Family(
                required,
                frozenset(required) if closing else None,
                frozenset(excluded),
                words=("only " if closing else "") + "; ".join(labels),
            )
        except ValueError:
            raise UnreadableError(
                f"{text!r} names a member and excludes it", "a set cannot do both"
            ) from None
        return Value(kind=self.name, text=text, readings=(exactly(core),))

    def as_json(self, value: Value, context: Context) -> JSON:
        """Return `readings` with `required`, `excluded` and `closed` for core and envelope, and `open`."""
        del context
        return {
            "readings": [
                {"core": _region_json(each.core), "envelope": _region_json(each.envelope)}
                for each in value.readings
            ],
            "open": list(value.open),
        }


def _region_json(region: Region) -> JSON:
    if not isinstance(region, Family):
        raise TypeError(f"not a set: {region!r}")
    return {
        "required": sorted(region.required),
        "excluded": sorted(region.excluded),
        "closed": region.allowed is not None,
    }


def _items(text: str) -> list[str]:
    if ";" in text:
        parts = text.split(";")
    else:
        parts = [part for chunk in text.split(",") for part in _LAST_AND.split(chunk)]
    return [part.strip() for part in parts if part.strip()]


def _bounds(items: list[str], context: Context) -> tuple[frozenset[str], frozenset[str], list[str]]:
    required: set[str] = set()
    excluded: set[str] = set()
    for item in items:
        negated = _NOT.match(item)
        partial = _PART.match(item)
        if negated:
            member = _member(item[negated.end() :], context)
            excluded |= {member, _PART_OF + member}
        elif partial:
            member = _member(item[partial.end() :], context)
            required.add(_PART_OF + member)
            excluded.add(member)
        else:
            required.add(_member(item, context))
    return frozenset(required), frozenset(excluded), items


def _member(text: str, context: Context) -> str:
    """Return the id that exactly one register entry declares for the name, or the folded name."""
    registers: tuple[Register, ...] = (context.places, context.bodies, context.persons)
    found = {entry.id for register in registers for entry in register.declared(text, context.when)}
    return found.pop() if len(found) == 1 else fold(text) or text


KIND = Members()
