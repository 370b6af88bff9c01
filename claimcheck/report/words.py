"""How a report tells readings and lines of evidence. Who says what is worded in `model.wording`."""

from __future__ import annotations

from claimcheck.model.finding import Claim, Lines
from claimcheck.model.plain import counted, listed, plain, sentence
from claimcheck.model.wording import TOLD_AS_READ
from claimcheck.report.view import View
from claimcheck.values.value import Reading, Value


def reading_words(value: Value) -> str:
    """Return how a value was read, or nothing when it was read just as it is written."""
    if value.is_open:
        readings = "; ".join(f"{_reading(each)}{_assumed(each)}" for each in value.readings)
        return f"can be read in {counted(len(value.readings), 'way')}: {readings}"
    (reading,) = value.readings
    if value.kind in TOLD_AS_READ:
        return ""
    words = _reading(reading)
    assumed = _assumed(reading)
    return "" if _bare(words) == _bare(value.text) and not assumed else f"read as {words}{assumed}"


def _bare(text: str) -> str:
    """Return the letters and figures of a text: commas and capitals make no other reading."""
    return "".join(char for char in text.casefold() if char.isalnum())


def _reading(reading: Reading) -> str:
    core, envelope = plain(str(reading.core)), plain(str(reading.envelope))
    return core if core == envelope else f"{core}, with tolerance {envelope}"


def _assumed(reading: Reading) -> str:
    assumed = dict(reading.under)
    calendar = getattr(reading, "calendar", "")
    if calendar and calendar != "gregorian":
        # Days are told in the Gregorian calendar, whatever calendar the source keeps.
        assumed.setdefault("calendar", calendar)
    causes = ", ".join(f"{cause}: {choice}" for cause, choice in sorted(assumed.items()))
    return f" ({plain(causes)})" if causes else ""


def lines_words(lines: Lines | None) -> str:
    """Return how many independent lines of evidence there are: "1 to 2 independent lines"."""
    if lines is None:
        return "independent lines not counted"
    if lines.at_least == lines.at_most:
        return counted(lines.at_most, "independent line")
    return f"{lines.at_least} to {lines.at_most} independent lines"


def lines_reasons(view: View, claim: Claim) -> list[str]:
    """
    Return why the lines of a claim are no more and no fewer, a sentence each.

    What they go back to is named where it is not just the speakers themselves.
    """
    if claim.lines is None:
        return []
    supporting = filter(None, map(view.attestation, claim.supporting))
    names = [view.source(each) for each in claim.lines.origins]
    is_news = set(claim.lines.origins) != {each.speaker for each in supporting}
    origins = [f"Goes back to: {listed(names)}."] if names and is_news else []
    return [*map(sentence, claim.lines.because), *origins]
