"""The number line: what each source leaves of a figure, core inside envelope."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from claimcheck.model.question import Attestation
from claimcheck.report.html.pictures.axis import Axis, figures_axis
from claimcheck.report.html.pictures.key import FIGURES, key_of
from claimcheck.report.html.pictures.picture import Picture
from claimcheck.report.html.pictures.rows import Told, drawn_envelope, strip_of, table_of
from claimcheck.report.html.pictures.strips import Bar, strips
from claimcheck.values.intervals import Numbers, Run


def number_line(told: Sequence[Told], caption: str, profile: str) -> Picture | None:
    """Return the figures of some attestations over one axis; None where there is none."""
    shown = [each for each in told if _readings(each.attestation)]
    bounds = [bound for each in shown for run in _runs(each.attestation) for bound in (run.low, run.high)]
    known = [bound for bound in bounds if bound is not None]
    if not shown or not known:
        return None
    axis, ticks = figures_axis(known)
    rows = [strip_of(each, _lanes(each.attestation, axis)) for each in shown]
    headers, table = table_of(shown)
    return Picture(
        markup=strips(rows, ticks),
        caption=caption,
        headers=headers,
        rows=table,
        key=key_of(rows, FIGURES, profile),
    )


def _readings(attestation: Attestation) -> list[tuple[Numbers, Numbers]]:
    return [
        (each.core, each.envelope)
        for each in attestation.value.readings
        if isinstance(each.core, Numbers) and isinstance(each.envelope, Numbers)
    ]


def _runs(attestation: Attestation) -> Iterator[Run]:
    for core, envelope in _readings(attestation):
        yield from (*core.runs, *envelope.runs)


def _lanes(attestation: Attestation, axis: Axis) -> Iterator[list[Bar]]:
    for core, envelope in _readings(attestation):
        is_wider = drawn_envelope(attestation) and envelope != core
        wider = [_bar(run, axis, "envelope") for run in envelope.runs] if is_wider else []
        yield wider + [_bar(run, axis, "moment" if run.low == run.high else "core") for run in core.runs]


def _bar(run: Run, axis: Axis, style: str) -> Bar:
    return Bar(
        left=_at(run.low, axis),
        right=_at(run.high, axis),
        style=style,
        caps=(not run.low_open, not run.high_open),
    )


def _at(bound: Fraction | None, axis: Axis) -> float | None:
    return None if bound is None else axis.at(bound)
