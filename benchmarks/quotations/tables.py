"""The table of one text: how well and how fast its quotations are found, beside the peers."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from attrs import evolve, frozen

from benchmarks.quotations.measure import Measured, measure
from benchmarks.quotations.plain import Folded
from benchmarks.quotations.printing import RATES
from benchmarks.quotations.questions import Examination, Question
from benchmarks.quotations.tally import (
    BARE,
    OURS,
    PEERS,
    Answered,
    Share,
    Test,
    answered_in_folded,
    answered_in_text,
    failures,
    heading,
    reasons,
    share,
)
from benchmarks.rows import Row

_LEAST_RECALL, _LEAST_RECALL_OVER_PAGE_ENDS = 0.98, 0.96
_MOST_ALTERED_ACCEPTED = 0.02
_MOST_FLAGGED = {"0%": 0.0, "5%": 0.15}
_SCAN = "one scan by str.find"


@frozen(kw_only=True)
class Targets:
    """What is to be reached in one text: at most so many milliseconds, scans and seconds, 0 for no target."""

    median_ms: float = 0.0
    median_scans: float = 0.0
    preparation_s: float = 0.0


def tables(
    examination: Examination,
    *,
    with_extras: Targets | None = None,
    without: Targets | None = None,
    most_s: float = 30.0,
) -> Iterator[object]:
    """Yield the lines of one text; each subject is asked for so many seconds at most."""
    measured = dict(_measured(examination, most_s))
    folded = Folded.of(examination.text)
    answered = {
        name: answered_in_folded(examination, folded, each.answers)
        if name in PEERS
        else answered_in_text(examination, each.answers)
        for name, each in measured.items()
    }
    yield _opening(examination, measured)
    yield heading(list(measured))
    yield from _shares(answered)
    targets = {OURS: with_extras or Targets(), BARE: without or Targets()}
    for name, target in targets.items():
        yield from _rows(examination, name, measured[name], target)
    for name in PEERS:
        if name in measured:
            yield _against(examination, measured[OURS], name, measured[name])
    for name in targets:
        yield from failures(evolve(examination, name=f"{examination.name}, {name}"), answered[name])


def _measured(examination: Examination, most_s: float) -> Iterator[tuple[str, Measured]]:
    quotations = [question.quotation for question in examination.questions]
    for name in (OURS, BARE, *PEERS):
        if name == "sassy-rs" and not _has_sassy():
            continue
        yield (
            name,
            measure(
                examination.text,
                quotations,
                subject=name if name in PEERS else OURS,
                first_page=examination.first_page,
                most_s=most_s,
                with_extras=name != BARE,
            ),
        )


def _has_sassy() -> bool:
    from importlib.util import find_spec

    return find_spec("sassy") is not None


def _opening(examination: Examination, measured: dict[str, Measured]) -> str:
    questions = examination.questions
    stopped = [
        f"{name} was stopped after {len(each.answers)} of {len(questions)}"
        for name, each in measured.items()
        if len(each.answers) < len(questions)
    ]
    left_out = [f"{name} is not installed and left out" for name in PEERS if name not in measured]
    kinds = Counter(question.kind for question in questions)
    n_faithful = len(questions) - kinds["altered"] - kinds["absent"]
    parts = [
        f"{examination.name}, {len(examination.text):,} characters: {n_faithful} faithful quotations, "
        f"{kinds['altered']} altered, {kinds['absent']} absent",
        f"left out: {examination.n_stand_by_chance} altered or absent ones that stand there by chance, "
        f"{examination.n_stand_twice} faithful ones that stand there twice",
        *stopped,
        *left_out,
    ]
    return "\n" + "; ".join(parts)


def _shares(answered: dict[str, list[Answered]]) -> Iterator[Share]:
    """Yield recall, and what was accepted or flagged; peers judge nothing and accept what they find."""
    for group in _groups(answered):
        yield _share(answered, f"recall, {group} damage", _present(group), _is_right, least=_LEAST_RECALL)
    yield _share(
        answered,
        "recall, over page ends",
        _of("over a page end"),
        _is_right,
        least=_LEAST_RECALL_OVER_PAGE_ENDS,
    )
    yield _share(answered, "absent accepted", _of("absent"), _is_accepted, most=0.0)
    yield _share(answered, "altered accepted", _of("altered"), _is_accepted, most=_MOST_ALTERED_ACCEPTED)
    judged = {name: each for name, each in answered.items() if name not in PEERS}
    for group in _groups(answered):
        flagged = _share(
            judged,
            f"faithful flagged, {group} damage",
            _present(group),
            _is_flagged,
            most=_MOST_FLAGGED.get(group),
        )
        yield evolve(flagged, note=reasons(answered[OURS], _present(group)))
        yield _share(judged, "    where no word became another", _unhit(group), _is_flagged)
    flagged = _share(judged, "faithful flagged, over page ends", _of("over a page end"), _is_flagged)
    yield evolve(flagged, note=reasons(answered[OURS], _of("over a page end")))


def _groups(answered: dict[str, list[Answered]]) -> list[str]:
    there = {each.question.group for each in answered[OURS] if each.question.kind == "present"}
    return [group for rate in RATES if (group := f"{rate:.0%}") in there]


def _share(
    answered: dict[str, list[Answered]],
    name: str,
    is_asked: Callable[[Question], bool],
    holds: Test,
    *,
    least: float | None = None,
    most: float | None = None,
) -> Share:
    cells = {each: share(those, is_asked, holds) for each, those in answered.items()}
    ours = [cell for each in (OURS, BARE) if (cell := cells[each]) is not None]
    if least is not None:
        target, is_met = f"at least {least:.0%}", all(cell >= least for cell in ours)
    elif most is not None:
        target, is_met = f"at most {most:.0%}", all(cell <= most for cell in ours)
    else:
        target, is_met = "", False
    return Share(name=name, cells=cells, target=target if ours else "", is_met=is_met)


def _of(kind: str) -> Callable[[Question], bool]:
    return lambda question: question.kind == kind


def _present(group: str) -> Callable[[Question], bool]:
    return lambda question: question.kind == "present" and question.group == group


def _unhit(group: str) -> Callable[[Question], bool]:
    return lambda question: _present(group)(question) and not question.hit


def _is_right(answered: Answered) -> bool:
    return answered.is_right


def _is_accepted(answered: Answered) -> bool:
    return answered.is_accepted


def _is_flagged(answered: Answered) -> bool:
    return not answered.is_accepted


def _rows(examination: Examination, name: str, measured: Measured, targets: Targets) -> Iterator[Row]:
    present = _times(examination, measured, "present")
    median = statistics.median(present)
    row = Row(name=f"{name}: present, median", peer=_SCAN, ours=median, theirs=measured.scan_ms, unit="ms")
    if targets.median_ms:
        row = evolve(row, target=f"at most {targets.median_ms} ms", is_met=median <= targets.median_ms)
    elif targets.median_scans:
        is_met = median <= targets.median_scans * measured.scan_ms
        row = evolve(row, target=f"at most {targets.median_scans} of a scan", is_met=is_met)
    yield row
    labelled = {"present, 95th percentile": statistics.quantiles(present, n=20)[-1]}
    if absent := _times(examination, measured, "absent"):
        labelled["absent, median"] = statistics.median(absent)
    for label, ms in labelled.items():
        yield Row(name=f"{name}: {label}", peer=_SCAN, ours=ms, theirs=measured.scan_ms, unit="ms")
    yield Row(
        name=f"{name}: preparing the text",
        peer="counting its words",
        ours=measured.preparation_s,
        theirs=measured.count_s,
        target=f"at most {targets.preparation_s} s" if targets.preparation_s else "",
        is_met=measured.preparation_s <= targets.preparation_s,
    )
    yield Row(
        name=f"{name}: memory held at most",
        peer="Python and the text alone",
        ours=measured.peak_mb,
        theirs=measured.text_mb,
        unit="MB",
    )


def _against(examination: Examination, ours: Measured, name: str, theirs: Measured) -> Row:
    return Row(
        name=f"{OURS}: present, median",
        peer=name,
        ours=statistics.median(_times(examination, ours, "present")),
        theirs=statistics.median(_times(examination, theirs, "present")),
        unit="ms",
    )


def _times(examination: Examination, measured: Measured, kind: str) -> Sequence[float]:
    asked = zip(examination.questions, measured.ms, strict=False)
    return [ms for question, ms in asked if question.kind == kind]
