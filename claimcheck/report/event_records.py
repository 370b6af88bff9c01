"""The events of a JSON report as records in words: who bounds which date how, and through which passages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from claimcheck.values.day_words import day_words
from claimcheck.values.span import parse_iso_day

Record = Mapping[str, Any]


def event_records(events: Iterable[Record]) -> Iterator[tuple[str, Record]]:
    """
    Yield what each source, each document and all together leave possible for the date of each event.

    A record goes by the event and by whose bounds it holds; its keys tell begin and end in words, and
    the attestations that they follow from. Values that are none of ours are left out.
    """
    for event in events:
        for bounds in _mappings(event.get("bounds")):
            yield (
                f"{event.get('id')}: {_whose(bounds)}",
                {
                    "begins": _when(bounds, "begin"),
                    "ends": _when(bounds, "end"),
                    "follows from": ", ".join(_grounds(bounds)),
                },
            )


def _whose(bounds: Record) -> str:
    if bounds.get("source"):
        return f"by {bounds['source']}"
    return f"by all in {bounds['document']}" if bounds.get("document") else "by all sources together"


def _when(bounds: Record, moment: str) -> str:
    if bounds.get("impossible"):
        return "no days fit"
    asserted, tolerated = (_between(bounds, moment, how) for how in ("asserted", "tolerated"))
    return asserted if asserted == tolerated else f"{asserted}; with every tolerance {tolerated}"


def _between(bounds: Record, moment: str, how: str) -> str:
    ends = bounds.get(moment)
    first, last = (
        _day(ends.get(name), how) if isinstance(ends, Mapping) else "" for name in ("earliest", "latest")
    )
    if first and first == last:
        return f"on {first}"
    return (
        " and ".join(filter(None, (first and f"not before {first}", last and f"not after {last}")))
        or "at any time"
    )


def _day(bound: object, how: str) -> str:
    """Return one day in words, nothing where there is no bound."""
    text = bound.get(how) if isinstance(bound, Mapping) else None
    try:
        day = parse_iso_day(text) if isinstance(text, str) else None
    except ValueError:  # thousands of digits
        day = None
    return "" if day is None else day_words(day)


def _grounds(bounds: Record) -> dict[str, None]:
    """Return the attestations behind the bounds, or those that contradict one another, each once."""
    impossible = bounds.get("impossible")
    found = dict.fromkeys(map(str, impossible)) if isinstance(impossible, list) else {}
    for moment in ("begin", "end"):
        ends = bounds.get(moment)
        for bound in ends.values() if isinstance(ends, Mapping) else ():
            links = bound.get("links") if isinstance(bound, Mapping) else None
            found |= dict.fromkeys(
                str(each["attestation"]) for each in _mappings(links) if each.get("attestation")
            )
    return found


def _mappings(found: object) -> Iterator[Record]:
    return (each for each in found if isinstance(each, Mapping)) if isinstance(found, list) else iter(())
