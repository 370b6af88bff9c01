"""How a report ends: what was not compared, what was wrong in the files, which tolerances were used."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.finding import NotCompared
from claimcheck.model.plain import counted, plain, sentence
from claimcheck.report.blocks import Block, Heading, Item, Paragraph, Table
from claimcheck.report.decisions import event_words
from claimcheck.report.entries import named_list
from claimcheck.report.view import View
from claimcheck.values.tolerances import Tolerances


def coverage_section(view: View) -> Iterator[Block]:
    """Yield how much was compared, and what was not, grouped by the reason."""
    coverage = view.report.coverage
    yield Heading(level=2, text="What was compared, and what was not", anchor="coverage")
    yield Paragraph(f"{counted(coverage.compared, 'pair')} of attestations compared.")
    if not coverage.not_compared:
        yield Paragraph("Nothing was left uncompared.")
    for reason, questions in left_out_rows(view).items():
        yield Item(lead=reason)
        for asked, words in questions:
            yield Item(depth=1, lead=asked, text=words)


def left_out_by_reason(view: View) -> dict[str, list[NotCompared]]:
    """Return what was not compared, grouped by the reason."""
    groups: dict[str, list[NotCompared]] = {}
    for each in view.report.coverage.not_compared:
        groups.setdefault(_reason(each)[0], []).append(each)
    return groups


def left_out_rows(view: View) -> dict[str, list[tuple[str, str]]]:
    """Return for each reason, as a sentence, the questions and who was left out there."""
    groups = left_out_by_reason(view)
    return {sentence(reason): list(_left_out(view, found)) for reason, found in groups.items()}


def _reason(left_out: NotCompared) -> tuple[str, str]:
    """Return why something was left out, and the particulars that stand behind it in parentheses."""
    reason, _, particulars = plain(left_out.why).partition(" (")
    return reason, particulars.removesuffix(")")


def _left_out(view: View, left_out: list[NotCompared]) -> Iterator[tuple[str, str]]:
    """Yield who was left out for one reason, a pair of (asked, words) for each question."""
    by_question: dict[str, list[NotCompared]] = {}
    for each in left_out:
        found = next(filter(None, map(view.attestation, each.attestations)), None)
        by_question.setdefault(found.question if found else "", []).append(each)
    for question_id, groups in by_question.items():
        asked = view.asks(question_id) if question_id else "Asked nowhere:"
        particulars = "; ".join(dict.fromkeys(filter(None, (_reason(each)[1] for each in groups))))
        names = named_list(view, tuple(_written(view, groups)))
        yield asked, f"{particulars} ({names})".strip()


def _written(view: View, left_out: list[NotCompared]) -> Iterator[str]:
    """Yield the attestations that were left out; what a relay makes of one names nobody else."""
    for name in (name for each in left_out for name in each.attestations):
        attestation = view.attestation(name)
        if attestation is None or not attestation.hearsay_of:
            yield name


def gone_section(view: View) -> Iterator[Block]:
    """Yield what reviewers ruled on conflicts and findings that are not there any more, if anything."""
    gone = view.decisions_of_what_is_gone
    if not gone:
        return
    yield Heading(level=2, text="Decisions on what is not there any more", anchor="decisions-of-what-is-gone")
    yield Paragraph("What they ruled on has changed so much that it has another name now, or none.")
    for state in gone:
        yield Item(lead=f"[{state.about}]")
        for event in state.history:
            yield Item(depth=1, text=event_words(event))


def problems_section(view: View) -> Iterator[Block]:
    """Yield what was wrong in the dossier's files, each with its place and the next step."""
    yield Heading(level=2, text="Problems in the dossier", anchor="problems")
    if not view.report.problems:
        yield Paragraph("None.")
    for problem in view.report.problems:
        place = f"{problem.where}:" if problem.where.file else ""
        yield Item(lead=place, text=f"{problem.message} [{problem.code}]")
        if problem.hint:
            yield Item(depth=1, lead="hint:", text=problem.hint)


def tolerances_section(view: View) -> Iterator[Block]:
    """Yield the profile of tolerances that values were read with: the figures of the kinds that are asked."""
    yield Heading(
        level=2, text=f"Tolerances: the profile “{view.report.dossier.profile}”", anchor="tolerances"
    )
    yield Paragraph(
        "How far words were allowed to reach beyond what they assert, and where each figure is from."
    )
    yield Table(
        headers=("Figure", "Value", "Meaning"),
        rows=list(tolerance_rows(view)),
    )


def tolerance_rows(view: View) -> Iterator[tuple[str, str, str]]:
    """Yield the figures of the kinds that are asked, as (name, value, meaning with its source)."""
    asked = {question.kind for question in view.questions}
    if "holder" in asked:
        # The days of holdings are read as dates.
        asked.add("date")
    for each in Tolerances(profile=view.report.dossier.profile).figures():
        if each.name.partition(".")[0] in asked:
            yield each.name, str(each.value), f"{each.meaning} ({each.source})"
