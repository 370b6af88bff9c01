"""The time bar: the days that each source leaves for something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model.question import Attestation
from claimcheck.report.html.pictures.axis import Axis, days_axis
from claimcheck.report.html.pictures.picture import Picture
from claimcheck.report.html.pictures.rows import Told, strip_of, table_rows
from claimcheck.report.html.pictures.strips import Bar, strips
from claimcheck.values.extents import Box, Extents
from claimcheck.values.span import Span


def time_bar(told: Sequence[Told], caption: str) -> Picture | None:
    """
    Return the dates of some attestations over one axis; None where there is none.

    A day is a diamond. Days of which some one is meant are hatched; those of a stretch that lasted are
    full, and hatched where its begin or end is uncertain.
    """
    shown = [each for each in told if _regions(each.attestation)]
    days = [day for each in shown for region in _regions(each.attestation) for day in _days(region)]
    if not shown or not days:
        return None
    axis, ticks = days_axis(days)
    rows = [strip_of(each, _lanes(each.attestation, axis)) for each in shown]
    return Picture(
        markup=strips(rows, ticks),
        caption=caption,
        headers=("Who", "Says", "Asserts", "With tolerance"),
        rows=table_rows(shown),
    )


def _regions(attestation: Attestation) -> list[Extents]:
    readings = attestation.value.readings
    return [
        each for reading in readings for each in (reading.core, reading.envelope) if isinstance(each, Extents)
    ]


def _days(region: Extents) -> Iterator[int]:
    for box in region.boxes:
        for day in (box.begin.first, box.begin.last, box.end.first, box.end.last):
            if day is not None:
                yield day


def _lanes(attestation: Attestation, axis: Axis) -> Iterator[list[Bar]]:
    for reading in attestation.value.readings:
        core, envelope = reading.core, reading.envelope
        if isinstance(core, Extents) and isinstance(envelope, Extents):
            wider = [] if envelope == core else [_bar(envelope.hull(), axis, "envelope")]
            yield wider + [bar for box in core.boxes for bar in box_bars(box, axis)]


def box_bars(box: Box, axis: Axis) -> Iterator[Bar]:
    """Yield the bars of the stretches that a box holds."""
    if box.begin == box.end:
        yield _bar(box.begin, axis, "moment" if box.begin.is_one_day else "unsure")
        return
    whole = Span(box.begin.first, box.end.last)
    yield _bar(whole, axis, "unsure")
    if box.begin.last is not None and box.end.first is not None and box.begin.last <= box.end.first:
        caps = (box.begin.is_one_day, box.end.is_one_day)
        yield _bar(Span(box.begin.last, box.end.first), axis, "core", caps)


def _bar(span: Span, axis: Axis, style: str, caps: tuple[bool, bool] = (True, True)) -> Bar:
    return Bar(
        left=None if span.first is None else axis.at(span.first),
        right=None if span.last is None else axis.at(span.last + 1),
        style=style,
        caps=caps,
    )
