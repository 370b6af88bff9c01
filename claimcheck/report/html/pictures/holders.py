"""Who held a place, according to whom: a bar for each holding that a source speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model.question import Attestation
from claimcheck.report.html.pictures.days import Days, days_axis
from claimcheck.report.html.pictures.key import HOLDERS, key_of
from claimcheck.report.html.pictures.picture import Picture
from claimcheck.report.html.pictures.rows import Told, strip_of, table_of
from claimcheck.report.html.pictures.strips import Bar, strips
from claimcheck.values.histories import History, Holding, Mode, Transfer
from claimcheck.values.relation import Stance
from claimcheck.values.span import Span

Said = tuple[Holding | Transfer, ...]


def holders(told: Sequence[Told], caption: str, frame: Span | None) -> Picture | None:
    """
    Return the holdings of some attestations over one axis; None where none has a day.

    Each holding has a bar of its own, with the name of who held the place. A bar has caps where its end is
    certain. What held at some time only is dashed and has none; what held at the end of a span is a diamond
    on its last day. `frame` is the time that was asked about.
    """
    shown = [each for each in told if _alternatives(each.attestation)]
    days = days_axis(
        (statement.span for each in shown for said in _alternatives(each.attestation) for statement in said),
        frame,
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
        key=key_of(rows, HOLDERS),
    )


def _alternatives(attestation: Attestation) -> list[Said]:
    cores = (reading.core for reading in attestation.value.readings)
    return [said for core in cores if isinstance(core, History) for said in core.alternatives]


def _lanes(attestation: Attestation, days: Days) -> Iterator[list[Bar]]:
    for number, said in enumerate(_alternatives(attestation)):
        is_turned = attestation.stance is Stance.DENIES and len(said) == 1
        for statement in said:
            either = "or " if number and statement is said[0] else ""
            yield [_bar(statement, days, either, is_turned=is_turned)]


def _bar(statement: Holding | Transfer, days: Days, either: str, *, is_turned: bool) -> Bar:
    """
    Return the bar of a statement; `is_turned` where it is denied.

    Whoever denies that somebody held a place at some time says of all the time that they did not, and the
    other way round.
    """
    span = statement.span
    if isinstance(statement, Transfer):
        return days.bar(span, "sometime", name=f"{either}{statement.giver} → {statement.taker}")
    name = f"{either}{statement.holders}"
    if statement.mode is Mode.AT_END:
        return days.bar(Span(span.last, span.last), "moment", name=name)
    is_dashed = (statement.mode is Mode.SOMETIME) != is_turned
    return days.bar(span, "sometime" if is_dashed else "core", name=name)
