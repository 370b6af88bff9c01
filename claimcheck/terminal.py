"""What the command line says and where: output, complaints, exit codes."""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, NoReturn

import click

from claimcheck.model.plain import counted, plain

if TYPE_CHECKING:
    from claimcheck.documents.find import SearchedFile
    from claimcheck.model.problem import Problem
    from claimcheck.model.report import Report
    from claimcheck.report.html.page import Desk
    from claimcheck.values.value import UnreadableError

DONE, PROBLEMS, MISUSE = 0, 1, 2

_TOLD_PROBLEMS = 5
"""Problems that `report` repeats on standard error; the report holds all of them."""


def put(text: str, output: Path | None) -> None:
    """Print a text, or write it to a file whole or not at all."""
    if output is None:
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        sys.stdout.flush()
        return
    from claimcheck.output import write_whole

    try:
        write_whole(output, text)
    except OSError as error:
        misuse(f"cannot write {output}: {error.strerror}")


def put_comparison(answer: Mapping[str, Any], told: Mapping[str, str], of_one: Collection[str]) -> None:
    """
    Print how two values stand to one another.

    `told` says what either leaves possible, by its text; `of_one` is what they leave open by themselves.
    """
    for side in ("a", "b"):
        click.echo(f"{side}: {answer[side]}\n{_indent(told[answer[side]])}")
    narrower = f" ({answer['narrower']} is the narrower)" if answer["narrower"] else ""
    click.echo(f"relation  {answer['relation']}{narrower}\nrule      {answer['rule']}")
    for each in answer["diagnoses"]:
        chance = f"; by chance: {each['chance']}" if each["chance"] else ""
        click.echo(f"cause     {each['text']}; to confirm: {each['confirm_by']}{chance}")
    for each in answer["open"]:
        if each not in of_one:
            click.echo(f"open      {each}")


def put_found(file: SearchedFile, answer: Mapping[str, Any], locator: str) -> None:
    """Print what was found of a quotation in one file, and where; or why the file was refused."""
    if "problem" in answer:
        click.echo(f"{answer['file']}: {answer['status']} ({answer['problem']})")
        if file.hint:
            click.echo(f"  hint: {file.hint}")
        return
    place = file.place(answer, locator)
    said = "; ".join([*([place] if place else []), *answer["differs"]])
    status = f"{answer['status']} ({said})" if said else answer["status"]
    click.echo(f"{answer['file']}: {status}" + (f": {answer['text']}" if answer["text"] else ""))
    if locator and not file.knows(locator):
        click.echo("  the file marks no such places as the one that is cited, which is therefore not checked")


def _indent(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.splitlines())


def put_report(report: Report, format_: str, output: Path | None) -> None:
    """Print a report, or write it to a file; a page that is too long for one file to several."""
    from claimcheck.report.render import render

    if format_ == "html":
        from claimcheck.report.html.page import render_html
        from claimcheck.review.offer import file_desk

        desk = file_desk(report)
        if output is not None:
            put_pages(report, output, desk)
        else:
            put(render_html(report, desk), None)
    else:
        put(render(report, format_), output)


def put_pages(report: Report, output: Path, desk: Desk | None = None) -> None:
    """Write a report as a page, or as many beside an index, whole or not at all; tell how far it is."""
    import re

    from claimcheck.output import write_together
    from claimcheck.report.html.page import parts_pattern, render_pages

    written: set[str] = set()

    def files() -> Iterator[tuple[Path, str]]:
        for page in render_pages(report, output.name, progress=Progress("conflicts"), desk=desk):
            written.add(page.name)
            yield output.with_name(page.name), page.text

    try:
        write_together(files())
        # Parts of a former report, to which nothing points any longer.
        for path in sorted(output.parent.iterdir()):
            if re.fullmatch(parts_pattern(output.name), path.name) and path.name not in written:
                path.unlink()
    except OSError as error:
        misuse(f"cannot write {output}: {error.strerror}")


class Progress:
    """Tells on standard error how far work is that takes longer than a second, once a second."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._told = monotonic()

    def __call__(self, n_done: int, n_all: int) -> None:
        """Tell that so many are done, if it is time."""
        now = monotonic()
        if now - self._told >= 1:
            self._told = now
            click.echo(f"{n_done:,} of {n_all:,} {self._what}", err=True)


def tell(problems: Sequence[Problem]) -> None:
    """Print problems on standard error."""
    for problem in problems:
        click.echo(str(problem), err=True)


def tell_first(problems: Sequence[Problem]) -> None:
    """Print the first problems of a report, and how many more it holds."""
    tell(problems[:_TOLD_PROBLEMS])
    if len(problems) > _TOLD_PROBLEMS:
        click.echo(f"and {len(problems) - _TOLD_PROBLEMS} more problems; see the report", err=True)


def tell_unsound(report: Report) -> bool:
    """Print the quotations that do not stand as they are cited; return whether there are none."""
    findings = [finding for finding in report.findings if finding.code == "quotation"]
    told = {anchor for finding in findings for anchor in finding.passages}
    others = [each for each in report.anchors if not each.status.is_sound and each not in told]
    for finding in findings:
        where = report.attestation(finding.attestations[0]).where
        click.echo(f"{where}: quotation: {finding.explanation}")
    for anchor in others:
        passage = anchor.passage
        click.echo(f"{passage.where}: quotation: «{passage.quotation}» is {anchor.status.value}")
    return not findings and not others


def tell_losses(report: Report) -> None:
    """Print what documents hold and their texts don't, a line for each document and kind."""
    places = {document.id: document.where for document in report.dossier.documents}
    for state in report.documents:
        for loss in state.losses:
            how_many = f"{loss.count} times, first on" if loss.count > 1 else "on"
            told = f"document-loss: {state.document}: {loss.message} ({how_many} {loss.place})"
            click.echo(f"{places[state.document]}: {told}")


def tell_health(report: Report, folder: Path) -> None:
    """Print what looks damaged in documents and is not recorded as damage, by document and kind."""
    from claimcheck.documents.health.of_dossier import health_of_documents

    places = {document.id: document.where for document in report.dossier.documents}
    for document in health_of_documents(report.dossier, report.anchors, folder):
        for ailment in (each for each in document.ailments if each.count):
            where, kind = f"{places[document.document]}: damage?: {document.document}", ailment.kind
            n_places = "once" if ailment.count == 1 else f"{ailment.count} times"
            click.echo(f"{where}: {kind}, {n_places}: {ailment.meaning}")
            for sign in ailment.signs:
                reading = f", perhaps «{sign.proposal}»" if sign.proposal else ""
                click.echo(f"  {sign.place}: «{sign.evidence}»{reading}")
            if ailment.count > len(ailment.signs):
                click.echo(f"  and {ailment.count - len(ailment.signs)} more")


def tell_receipts(report: Report, dossier: Path, documents: Path) -> None:
    """Print what became of documents that have changed, or are absent, since their receipts were written."""
    _tell_rechecks(report)
    _tell_same_works(report, dossier, documents)


def _tell_rechecks(report: Report) -> None:
    from claimcheck.model.document import QuotationStatus
    from claimcheck.report.passages import recheck_words

    for document in report.dossier.documents:
        anchors = {
            anchor: anchor.earlier
            for anchor in report.anchors
            if anchor.passage.document == document.id
            and anchor.earlier is not None
            and anchor.status is not QuotationStatus.UNCHECKED
        }
        if not anchors:
            continue
        n_kept = sum(each.is_kept for each in anchors.values())
        told = f"{counted(n_kept, 'quotation')} in unchanged pages, {len(anchors) - n_kept} searched again"
        click.echo(f"{document.where}: receipts: {document.id} has another text now: {told}")
        for words in filter(None, dict.fromkeys(map(recheck_words, anchors))):
            click.echo(f"  {words}")


def _tell_same_works(report: Report, dossier: Path, documents: Path) -> None:
    from claimcheck.documents.receipts.same_work import likenesses
    from claimcheck.documents.receipts.store import FILE_NAME, read_receipts

    places = {document.id: document.where for document in report.dossier.documents}
    for each in likenesses(report, documents, read_receipts(dossier / FILE_NAME)):
        looks = "another scan of the same work" if each.is_same_work else "another work, or a very bad scan"
        click.echo(
            f"{places[each.document]}: same-work?: {each.document}: {plain(each.file)} looks like {looks}: "
            f"{each.share:.2f} of the word trigrams of both are shared"
        )


def write_receipts(report: Report, dossier: Path, documents: Path, date: str) -> None:
    """Write down in the dossier's folder what was found of each quotation; say so when it can't be."""
    from claimcheck.documents.receipts.lines import receipts_text
    from claimcheck.documents.receipts.of_dossier import receipts_of
    from claimcheck.documents.receipts.store import FILE_NAME, read_receipts

    path = dossier / FILE_NAME
    earlier = read_receipts(path)
    if earlier.is_refused:
        misuse(f"cannot add to {path}: {earlier.problems[0].message}")
    written = receipts_of(report, documents, earlier, date)
    if written.receipts or path.exists():
        put(receipts_text(written), path)


def serve_desk(
    dossier: Path, documents: Path | None, profile: str | None, port: int, *, opens_browser: bool
) -> None:
    """Serve the page of decisions until the process is interrupted."""
    try:
        from claimcheck.review.desk.serve import serve
    except ImportError as error:
        misuse(f"the page of decisions needs the package {error.name}: pip install 'claimcheck[review]'")
    try:
        serve(dossier, documents, profile, port, _say_address, opens_browser=opens_browser)
    except OSError as error:
        misuse(f"cannot serve on port {port}: {error.strerror}")


def _say_address(address: str) -> None:
    click.echo(f"{address}\nThe address holds the key to the page. Stop it with Ctrl-C.", err=True)


def export_decisions(dossier: Path, file: Path) -> bool:
    """Write the decisions of a dossier to a file; return whether the ledger was in order."""
    from claimcheck.review.exchange import export_text
    from claimcheck.review.ledger import Ledger

    found = Ledger(dossier).read()
    tell(found.problems)
    put(export_text(found.events), file)
    return not found.problems


def apply_decisions(file: Path, dossier: Path) -> bool:
    """Take the decisions of a file over into a dossier; return whether all of it was in order."""
    from claimcheck.review.exchange import read_export
    from claimcheck.review.ledger import Ledger, LedgerError

    found, ledger = read_export(file), Ledger(dossier)
    problems = [*found.problems]
    known = {each.id for each in ledger.read().events}
    try:
        problems += ledger.append(found.events)
    except LedgerError as error:
        problems.append(error.problem)
    else:
        new = sum(each.id not in known for each in found.events)
        click.echo(f"{new:,} taken over, {len(found.events) - new:,} known already")
    tell(problems)
    return not problems


def unknown(name: str, known: list[str], what: str) -> NoReturn:
    """Say that there is nothing of this name, with the nearest names, and leave."""
    from rapidfuzz import process

    near = [each for each, _score, _place in process.extract(name, known, limit=3, score_cutoff=60)]
    hint = f"; did you mean {', '.join(near)}?" if near else ""
    misuse(f"no {what} {name!r}{hint}")


def unreadable(error: UnreadableError) -> NoReturn:
    """Say why a value can't be read, and leave."""
    click.echo(f"{error.code}: {error.message}", err=True)
    if error.hint:
        click.echo(f"  hint: {error.hint}", err=True)
    sys.exit(PROBLEMS)


def misuse(message: str) -> NoReturn:
    """Say what was wrong with the call, and leave."""
    click.echo(f"Error: {message}", err=True)
    sys.exit(MISUSE)


def json_file(path: Path) -> dict[str, Any]:
    """Return the JSON object in a file; ValueError when it holds none."""
    try:
        content: Any = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        misuse(f"cannot read {path}: {error.strerror}")
    except (ValueError, RecursionError) as error:
        raise ValueError(f"{path} is not JSON: {error}") from error
    if not isinstance(content, dict):
        raise ValueError(f"{path} is JSON, but not a report")
    return content
