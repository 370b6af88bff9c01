"""Who held a place, according to whom: a bar for each holding that a source speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model.question import Attestation
from claimcheck.report.html.pictures.axis import Axis, days_axis
from claimcheck.report.html.pictures.picture import Picture
from claimcheck.report.html.pictures.rows import Told, strip_of, table_rows
from claimcheck.report.html.pictures.strips import Bar, strips
from claimcheck.values.families import Family
from claimcheck.values.histories import History, Holding, Mode, Transfer
from claimcheck.values.span import Span


def holders(told: Sequence[Told], caption: str, frame: Span | None) -> Picture | None:
    """
    Return the holdings of some attestations over one axis; None where none has a day.

    A bar has caps where its end is certain. What held at some time only is dashed and has none; what
    held at the end of a span is a diamond on its last day. Parties are told apart by pattern, and share
    the height of a bar when they hold a place together. `frame` is the time that was asked about.
    """
    shown = [each for each in told if _statements(each.attestation)]
    days = [day for each in shown for day in _days(each.attestation)]
    if not shown or not days:
        return None
    asked = [day for day in (frame.first, frame.last) if day is not None] if frame else []
    axis, ticks = days_axis([*days, *asked])
    parties = _parties(shown)
    rows = [strip_of(each, _lanes(each.attestation, axis, parties)) for each in shown]
    return Picture(
        markup=strips(rows, ticks),
        caption=caption,
        headers=("Who", "Says", "Asserts", "With tolerance"),
        rows=table_rows(shown),
    )


def _statements(attestation: Attestation) -> list[Holding | Transfer]:
    return [each for said in _alternatives(attestation) for each in said]


def _alternatives(attestation: Attestation) -> list[tuple[Holding | Transfer, ...]]:
    cores = (reading.core for reading in attestation.value.readings)
    return [said for core in cores if isinstance(core, History) for said in core.alternatives]


def _days(attestation: Attestation) -> Iterator[int]:
    for statement in _statements(attestation):
        for day in (statement.span.first, statement.span.last):
            if day is not None:
                yield day


def _parties(shown: Sequence[Told]) -> dict[str, int]:
    """Return a number for each party, in the order in which they are named."""
    found: dict[str, int] = {}
    for each in shown:
        for statement in _statements(each.attestation):
            families = (
                (statement.giver, statement.taker)
                if isinstance(statement, Transfer)
                else (statement.holders,)
            )
            for family in families:
                for party in sorted(family.required):
                    found.setdefault(party, len(found))
    return found


def _lanes(attestation: Attestation, axis: Axis, parties: dict[str, int]) -> Iterator[list[Bar]]:
    for said in _alternatives(attestation):
        yield [_statement_bar(each, axis, parties) for each in said]


def _statement_bar(statement: Holding | Transfer, axis: Axis, parties: dict[str, int]) -> Bar:
    if isinstance(statement, Transfer):
        numbers = (*_numbers(statement.giver, parties), *_numbers(statement.taker, parties))
        return _bar(statement.span, axis, "sometime", numbers)
    numbers = _numbers(statement.holders, parties)
    if statement.mode is Mode.AT_END:
        return _bar(Span(statement.span.last, statement.span.last), axis, "moment", numbers)
    return _bar(statement.span, axis, "sometime" if statement.mode is Mode.SOMETIME else "core", numbers)


def _numbers(family: Family, parties: dict[str, int]) -> tuple[int, ...]:
    return tuple(parties[each] for each in sorted(family.required))


def _bar(span: Span, axis: Axis, style: str, parties: tuple[int, ...]) -> Bar:
    is_certain = style != "sometime"
    return Bar(
        left=None if span.first is None else axis.at(span.first),
        right=None if span.last is None else axis.at(span.last + 1),
        style=style,
        caps=(is_certain, is_certain),
        parties=parties,
    )
