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
    groups: dict[str, list[NotCompared]] = {}
    for each in coverage.not_compared:
        groups.setdefault(_reason(each)[0], []).append(each)
    for reason, left_out in groups.items():
        yield Item(lead=sentence(reason))
        yield from _left_out(view, left_out)


def _reason(left_out: NotCompared) -> tuple[str, str]:
    """Return why something was left out, and the particulars that stand behind it in parentheses."""
    reason, _, particulars = plain(left_out.why).partition(" (")
    return reason, particulars.removesuffix(")")


def _left_out(view: View, left_out: list[NotCompared]) -> Iterator[Block]:
    """Yield who was left out for one reason, an item for each question."""
    by_question: dict[str, list[NotCompared]] = {}
    for each in left_out:
        found = next(filter(None, map(view.attestation, each.attestations)), None)
        by_question.setdefault(found.question if found else "", []).append(each)
    for question_id, groups in by_question.items():
        asked = view.asks(question_id) if question_id else "Asked nowhere:"
        particulars = "; ".join(dict.fromkeys(filter(None, (_reason(each)[1] for each in groups))))
        names = named_list(view, tuple(name for each in groups for name in each.attestations))
        yield Item(depth=1, lead=asked, text=f"{particulars} ({names})")


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
    profile = Tolerances(profile=view.report.dossier.profile)
    asked = {question.kind for question in view.questions}
    if "holder" in asked:
        # The days of holdings are read as dates.
        asked.add("date")
    yield Heading(level=2, text=f"Tolerances: the profile “{profile.profile}”", anchor="tolerances")
    yield Paragraph(
        "How far words were allowed to reach beyond what they assert, and where each figure is from."
    )
    yield Table(
        headers=("Figure", "Value", "Meaning"),
        rows=[
            (each.name, str(each.value), f"{each.meaning} ({each.source})")
            for each in profile.figures()
            if each.name.partition(".")[0] in asked
        ],
    )
