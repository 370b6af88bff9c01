"""The time bar: the days that each source leaves for something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from claimcheck.model.question import Attestation
from claimcheck.report.html.pictures.days import Days, days_axis
from claimcheck.report.html.pictures.key import DATES, key_of
from claimcheck.report.html.pictures.picture import Picture
from claimcheck.report.html.pictures.rows import Told, drawn_envelope, strip_of, table_of
from claimcheck.report.html.pictures.strips import Bar, strips
from claimcheck.values.extents import Box, Extents
from claimcheck.values.span import Span


def time_bar(told: Sequence[Told], caption: str, frame: Span | None, profile: str) -> Picture | None:
    """
    Return the dates of some attestations over one axis; None where there is none.

    A day is a diamond. Days of which some one is meant are hatched; those of a stretch that lasted are
    full, and hatched where its begin or end is uncertain. `frame` is the time that was asked about.
    """
    shown = [each for each in told if _regions(each.attestation)]
    days = days_axis(
        (span for each in shown for region in _regions(each.attestation) for span in _spans(region)), frame
    )
    if days is None:
        return None
    rows = [strip_of(each, _lanes(each.attestation, days)) for each in shown]
    headers, table = table_of(shown)
    return Picture(
        markup=strips(rows, days.ticks),
        caption=caption,
        headers=headers,
        rows=table,
        key=key_of(rows, DATES, profile),
    )


def _regions(attestation: Attestation) -> list[Extents]:
    readings = attestation.value.readings
    return [
        each for reading in readings for each in (reading.core, reading.envelope) if isinstance(each, Extents)
    ]


def _spans(region: Extents) -> Iterator[Span]:
    for box in region.boxes:
        yield Span(box.begin.first, box.end.last)


def _lanes(attestation: Attestation, days: Days) -> Iterator[list[Bar]]:
    for number, reading in enumerate(attestation.value.readings):
        core, envelope = reading.core, reading.envelope
        if isinstance(core, Extents) and isinstance(envelope, Extents):
            is_wider = drawn_envelope(attestation) and envelope != core
            wider = [days.bar(envelope.hull(), "envelope")] if is_wider else []
            first, *others = (bar for box in core.boxes for bar in box_bars(box, days))
            # Beside its days stands the calendar, where the words leave open in which they are dated.
            calendar = dict(reading.under).get("calendar", "").capitalize()
            name = f"{'or ' if number else ''}{calendar}" if calendar else ""
            yield [*wider, evolve(first, name=name), *others]


def box_bars(box: Box, days: Days) -> Iterator[Bar]:
    """Yield the bars of the stretches that a box holds."""
    if box.begin == box.end:
        yield days.bar(box.begin, "moment" if box.begin.is_one_day else "unsure")
        return
    whole = Span(box.begin.first, box.end.last)
    yield days.bar(whole, "unsure")
    if box.begin.last is not None and box.end.first is not None and box.begin.last <= box.end.first:
        caps = (box.begin.is_one_day, box.end.is_one_day)
        yield days.bar(Span(box.begin.last, box.end.first), "core", caps)
