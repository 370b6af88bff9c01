"""Quantities: how many, of what, in which unit, with every bound and hedge kept."""

from __future__ import annotations

from fractions import Fraction

from claimcheck.values.context import Context
from claimcheck.values.intervals import Numbers, Run
from claimcheck.values.kind import JSON
from claimcheck.values.quantities.readings import read_quantity
from claimcheck.values.quantities.units import base_of, find_units, unit_by_id
from claimcheck.values.scope import Facet, Scope
from claimcheck.values.value import Reading, Value

_SCALE_FREE = Fraction(1)


class Quantity:
    """The kind `quantity`."""

    name = "quantity"
    about = "how many or how much: 'some 3,000 men', 'over 20,000', 'two dozen'"

    def read(self, text: str, context: Context) -> Value:
        """
        Return the numbers that the words leave possible, in the base unit of their dimension.

        What is counted, and the unit, are facets of the scope: "30 killed" is not compared with
        "30 wounded", while versts and kilometres are.
        """
        found = read_quantity(text, context)
        return Value(
            kind=self.name,
            text=text,
            readings=found.readings,
            scope=Scope(found.facets),
            open=found.open,
            is_additive=True,
        )

    def as_json(self, value: Value, context: Context) -> JSON:
        """Return the readings in the unit as printed, the id of that unit, and the key of what is counted."""
        del context
        facets = value.scope.as_mapping()
        unit = facets.get("unit")
        return {
            "readings": [_reading_json(reading, unit) for reading in value.readings],
            "unit": _unit_name(unit),
            "counted": facets["counted"].key if "counted" in facets else None,
            "open": list(value.open),
        }


def _unit_name(facet: Facet | None) -> str | None:
    if facet is None:
        return None
    units = find_units(facet.text)
    return units[0].id if len(units) == 1 else facet.text if units else base_of(facet.key)


def _reading_json(reading: Reading, facet: Facet | None) -> JSON:
    under = dict(reading.under)
    factor = _factor(facet, under.get("unit", ""))
    row: JSON = {
        "core": _hull_json(reading.core, factor),
        "envelope": _hull_json(reading.envelope, factor),
    }
    if isinstance(reading.core, Numbers) and len(reading.core.runs) > 1:
        row["spans"] = [_run_json(run, factor) for run in reading.core.runs]
    if under:
        row["under"] = dict(sorted(under.items()))
    return row


def _factor(facet: Facet | None, choice: str) -> Fraction:
    """Return what one printed unit is in the base unit: numbers are answered as they were printed."""
    chosen = unit_by_id(choice)
    if chosen is not None:
        return chosen.factor
    units = find_units(facet.text) if facet is not None else ()
    return units[0].factor if units else _SCALE_FREE


def _hull_json(region: object, factor: Fraction) -> JSON:
    if not isinstance(region, Numbers):
        raise TypeError(f"a quantity holds numbers, not {region!r}")
    return _run_json(region.hull(), factor)


def _run_json(run: Run, factor: Fraction) -> JSON:
    return {
        "low": None if run.low is None else str(run.low / factor),
        "high": None if run.high is None else str(run.high / factor),
        "low_open": run.low_open,
        "high_open": run.high_open,
    }


KIND = Quantity()
