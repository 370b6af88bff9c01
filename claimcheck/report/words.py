"""How a report tells readings and lines of evidence. Who says what is worded in `model.wording`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model.finding import Claim, Lines
from claimcheck.model.line_words import hands_of, node_words, path_words
from claimcheck.model.plain import counted, listed, plain, sentence
from claimcheck.model.question import Attestation
from claimcheck.model.wording import TOLD_AS_READ, value_words
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
    return "" if _bare(words) == _bare(value_words(value)) and not assumed else f"read as {words}{assumed}"


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
    Return the lines of a claim and why they are no more and no fewer, a sentence each.

    Each line is told source by source, unless it is only what the one attestation says already; what
    they go back to is named where it is not just the speakers themselves.
    """
    lines = claim.lines
    if lines is None:
        return []
    supporting = list(filter(None, map(view.attestation, claim.supporting)))
    names = [view.source(each) for each in lines.origins]
    is_news = set(lines.origins) != {each.speaker for each in supporting}
    origins = [sentence(f"goes back to: {listed(names)}")] if names and is_news else []
    told = [*_paths(view, lines, supporting), *lines.because, *lines.declared]
    return [*map(sentence, told), *_hangs_on(view, lines, supporting), *origins, *_trusting(view, lines)]


def _trusting(view: View, lines: Lines) -> Iterator[str]:
    """Yield how many lines there are behind sources that merely relay, if they are trusted."""
    found = lines.trusting
    if found is not None:
        relays = listed([view.source(each) for each in found.relays])
        verb = "is" if len(found.relays) == 1 else "are"
        number = lines_words(Lines(at_least=found.at_least, at_most=found.at_most))
        heard = listed([view.source(each) for each in found.heard])
        yield f"If {relays} {verb} trusted to report them rightly, {heard} are {number}."


def _paths(view: View, lines: Lines, supporting: Sequence[Attestation]) -> Iterator[str]:
    chains = {tuple(link.source for link in each.chain) for each in supporting}
    if len(supporting) == 1 and {path.sources for path in lines.paths} <= chains:
        return
    for number, path in enumerate(lines.paths, start=1):
        if any(each.links for each in lines.paths):
            lead = f"line {number}" if lines.at_most > 1 else "the line"
            yield f"{lead}: {path_words(view.report.dossier, hands_of(lines), path)}"


def _hangs_on(view: View, lines: Lines, supporting: Sequence[Attestation]) -> Iterator[str]:
    """Yield what all hangs on, where it is not plain from who speaks."""
    dossier, hands = view.report.dossier, hands_of(lines)
    if lines.single_points and len({each.speaker for each in supporting}) > 1:
        names = [plain(node_words(dossier, hands, each)) for each in lines.single_points]
        each_alone = ", on each alone" if len(names) > 1 else " alone"
        yield sentence(f"all of it hangs on {listed(names)}{each_alone}")
    elif len(lines.cut) > 1 and set(lines.cut) != {each.speaker for each in supporting}:
        names = [plain(node_words(dossier, hands, each)) for each in lines.cut]
        yield f"If {listed(names)} fell, nothing would be left."
