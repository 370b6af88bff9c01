"""The command line: arguments and exit codes, nothing else."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from claimcheck._version import __version__
from claimcheck.arguments import examine_folder, failing_relations, kind_named, names_of
from claimcheck.terminal import (
    DONE,
    PROBLEMS,
    json_file,
    misuse,
    put,
    put_comparison,
    put_found,
    put_report,
    tell,
    tell_first,
    tell_health,
    tell_losses,
    tell_receipts,
    tell_unsound,
    unknown,
    unreadable,
    write_receipts,
)

_RECORDS_BETWEEN_COLLECTIONS = 50_000
"""Ours, for Python's 700: records refer to one another without cycles, and looking for some took
a thirtieth of the time of a report."""

_dossier = click.argument("dossier", default="claims", type=click.Path(path_type=Path))
_documents = click.option(
    "--documents",
    type=click.Path(path_type=Path),
    help="Folder of the dossier's documents; checks the quotations.",
)
_profile = click.option("--profile", help="Tolerance profile: events (default), strict or museum.")
_as_json = click.option("--json", "as_json", is_flag=True, help="Answer in JSON, one object a line.")


def _asking(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that `read` and `compare` share."""
    for option in (
        click.option("--language", default="", help="Language of the words, as a BCP 47 tag: en, de, tr."),
        click.option("--calendar", default="", help="gregorian, julian, rumi, hijri or republican."),
        click.option("--notation", default="words", help="words (default) or edtf."),
        click.option("--when", default="", metavar="EDTF", help="Time frame; gives a date its missing year."),
        click.option("--day", default="", metavar="EDTF", help="Day that 'the following day' counts from."),
        click.option("--place", default="", help="Place; tells which calendars are plausible there."),
        click.option("--option", "options", multiple=True, help="An answer of a choice's closed list."),
        click.option("--profile", default="", help="Tolerance profile: events (default), strict or museum."),
        click.option("--dossier", type=click.Path(path_type=Path), help="Dossier whose names are known."),
    ):
        command = option(command)
    return command


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, package_name="claimcheck")
def main() -> None:
    """
    Compare what historical sources say, and report where they conflict.

    \b
    claimcheck init my-case          write a first dossier to fill in
    claimcheck check my-case         what is wrong in it
    claimcheck report my-case        where its sources conflict

    Exit codes: 0 done (a conflict is a result), 1 problems in the input, 2 misuse.
    """
    gc.set_threshold(_RECORDS_BETWEEN_COLLECTIONS)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
def init(folder: Path) -> None:
    """
    Write a first dossier to fill in. Overwrites nothing.

    \b
    claimcheck init my-case
    """
    from claimcheck.dossier.errors import DossierExistsError
    from claimcheck.dossier.first import write_first_dossier

    try:
        written = write_first_dossier(folder)
    except (DossierExistsError, OSError) as error:
        misuse(f"cannot write the dossier: {error}")
    for path in written:
        click.echo(path)


@main.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@_dossier
def import_(file: Path, dossier: Path) -> None:
    """
    Take sources from CSL-JSON (Zotero's export), BibTeX or RIS, or a stemma from GraphML, into a dossier.

    \b
    claimcheck import library.json my-case
    claimcheck import stemma.graphml my-case
    """
    from claimcheck.dossier.imports import import_file

    try:
        written, problems = import_file(file, dossier)
    except OSError as error:
        misuse(f"cannot write to {dossier}: {error}")
    for path in written:
        click.echo(path)
    tell(problems)
    sys.exit(PROBLEMS if problems else DONE)


@main.command()
@_dossier
@_documents
@_profile
@click.option("--format", "format_", default="table", help="table (default), markdown, html, json or csv.")
@click.option("--output", type=click.Path(path_type=Path), help="File to write instead of printing.")
@click.option("--question", help="Only this question.")
@click.option("--with-context", is_flag=True, help="Show what stands around each quotation in its document.")
@click.option("--fail-on", metavar="RELATION", help="Exit 1 when a conflict of this relation is found.")
def report(
    dossier: Path,
    documents: Path | None,
    profile: str | None,
    format_: str,
    output: Path | None,
    question: str | None,
    fail_on: str | None,
    *,
    with_context: bool,
) -> None:
    """
    Report where the sources of a dossier conflict.

    \b
    claimcheck report claims
    claimcheck report claims --documents texts --format html --output report.html
    claimcheck report claims --documents texts --format json --output report.json
    claimcheck report claims --question batumi-holder --fail-on necessary_conflict
    """
    from claimcheck.report.render import FORMATS

    if format_ not in FORMATS:
        misuse(f"no format {format_!r}; there are {', '.join(FORMATS)}")
    failing = failing_relations(fail_on)
    found = examine_folder(dossier, documents, profile, with_context=with_context)
    if question is not None:
        if question not in {each.id for each in found.dossier.questions}:
            unknown(question, [each.id for each in found.dossier.questions], "question")
        found = found.about(question)
    put_report(found, format_, output)
    failed = any(conflict.relation.value in failing for conflict in found.conflicts)
    tell_first(found.problems)
    sys.exit(PROBLEMS if found.problems or failed else DONE)


@main.command()
@_dossier
@_documents
@_profile
@click.option("--receipts", is_flag=True, help="Write down what was found of each quotation, and where.")
def check(dossier: Path, documents: Path | None, profile: str | None, *, receipts: bool) -> None:
    """
    Print nothing but what is wrong: problems, quotations that do not stand, what documents lack.

    With their documents also what looks damaged in them ("damage?"): for a historian to look at, no failure.

    \b
    claimcheck check claims
    claimcheck check claims --documents texts
    claimcheck check claims --documents texts --receipts
    """
    if receipts and documents is None:
        misuse("receipts tell what stands in documents: name their folder with --documents")
    found = examine_folder(dossier, documents, profile)
    tell(found.problems)
    are_sound = tell_unsound(found)
    tell_losses(found)
    if documents is not None:
        tell_receipts(found, dossier, documents)
        tell_health(found, documents)
    if receipts and documents is not None:
        write_receipts(found, dossier, documents, date.today().isoformat())
    sys.exit(DONE if are_sound and not found.problems else PROBLEMS)


@main.command()
@click.argument("id_", metavar="ID")
@_dossier
@_documents
@_profile
def show(id_: str, dossier: Path, documents: Path | None, profile: str | None) -> None:
    """
    Show one question, claim, conflict, finding, attestation or source in full.

    \b
    claimcheck show batumi-holder claims
    """
    from claimcheck.report.show import known_ids
    from claimcheck.report.show import show as show_one

    found = examine_folder(dossier, documents, profile)
    text = show_one(found, id_)
    if text is None:
        unknown(id_, list(known_ids(found)), "question, conflict, finding or source")
    put(text, None)


@main.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
def diff(old: Path, new: Path) -> None:
    """
    Tell what came, went and changed between two JSON reports.

    \b
    claimcheck diff monday.json today.json
    """
    from claimcheck.report.diff import diff_reports, render_diff

    try:
        changes = diff_reports(json_file(old), json_file(new))
    except ValueError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(PROBLEMS)
    put(render_diff(changes), None)


@main.command()
@_dossier
@_documents
@_profile
@click.option("--export", type=click.Path(path_type=Path), help="Write the decisions to a JSON file.")
@click.option("--apply", type=click.Path(path_type=Path), help="Take the decisions of such a file over.")
@click.option("--port", default=0, type=click.IntRange(0, 65535), help="Port of the page; a free one.")
@click.option("--no-browser", is_flag=True, help="Print the address of the page, and open no browser.")
def review(
    dossier: Path,
    documents: Path | None,
    profile: str | None,
    export: Path | None,
    apply: Path | None,
    port: int,
    *,
    no_browser: bool,
) -> None:
    """
    Decide on conflicts, on a page that only this machine and this browser can see.

    With --export or --apply no page is opened: decisions are moved out of the dossier, or into it.

    \b
    claimcheck review claims --documents texts
    claimcheck review claims --export decisions.json
    claimcheck review claims --apply decisions.json
    """
    from claimcheck.terminal import apply_decisions, export_decisions, serve_desk

    if not dossier.is_dir():
        misuse(f"there is no folder {str(dossier)!r}")
    if export is None and apply is None:
        serve_desk(dossier, documents, profile, port, opens_browser=not no_browser)
        return
    is_well = apply is None or apply_decisions(apply, dossier)
    is_well = (export is None or export_decisions(dossier, export)) and is_well
    sys.exit(DONE if is_well else PROBLEMS)


@main.command(context_settings={"ignore_unknown_options": True})
@click.argument("kind")
@click.argument("text")
@_asking
@_as_json
def read(
    kind: str,
    text: str,
    dossier: Path | None,
    as_json: bool,
    **asked: Any,
) -> None:
    """
    Read one value and say what its words leave possible. TEXT "-" reads JSON lines.

    \b
    claimcheck read date "between 11 and 17 March 1921"
    claimcheck read quantity "some 3,000" --json
    echo '{"text": "by 23 February", "when": "1921"}' | claimcheck read date -
    """
    from claimcheck.ask import read_text, read_value, value_words
    from claimcheck.json_lines import answer_lines, read_line, say_json
    from claimcheck.request import Request, context_for
    from claimcheck.values.value import UnreadableError

    found, names = kind_named(kind), names_of(dossier)
    request = Request(**asked)
    if text == "-":
        answer_lines(lambda fields: read_line(found, fields, request, names))
        return
    if as_json:
        answer = read_value(found, text, request, names)
        say_json(answer)
        sys.exit(DONE if answer["ok"] else PROBLEMS)
    try:
        click.echo(value_words(read_text(found, text, context_for(request, names))))
    except UnreadableError as error:
        unreadable(error)


@main.command(context_settings={"ignore_unknown_options": True})
@click.argument("kind")
@click.argument("a")
@click.argument("b", required=False)
@_asking
@_as_json
def compare(
    kind: str,
    a: str,
    b: str | None,
    dossier: Path | None,
    as_json: bool,
    **asked: Any,
) -> None:
    """
    Compare two values of one kind. A "-" in place of both reads JSON lines.

    \b
    claimcheck compare quantity "over 20,000" "20,000"
    claimcheck compare date "March 1921" "8 March 1921" --json
    echo '{"a": "Batum", "b": "Batumi"}' | claimcheck compare place - --dossier claims
    """
    from claimcheck.ask import compare_texts, read_text, value_words
    from claimcheck.json_lines import answer_lines, compare_line, say_json
    from claimcheck.request import Request, context_for
    from claimcheck.values.value import UnreadableError

    found, names = kind_named(kind), names_of(dossier)
    request = Request(**asked)
    if a == "-" and b is None:
        answer_lines(lambda fields: compare_line(found, fields, request, names))
        return
    if b is None:
        raise click.UsageError("two values are needed, or '-' to read JSON lines")
    answer = compare_texts(found, a, b, (request, request), names)
    if as_json:
        say_json(answer)
    elif answer["problem"] is not None:
        problem = answer["problem"]
        unreadable(UnreadableError(problem["message"], problem["hint"], problem["code"]))
    else:
        context = context_for(request, names)
        told = {text: value_words(read_text(found, text, context)) for text in (a, b)}
        of_one = {each for text in (a, b) for each in read_text(found, text, context).open}
        put_comparison(answer, told, of_one)
    sys.exit(DONE if answer["problem"] is None else PROBLEMS)


@main.command(context_settings={"ignore_unknown_options": True})
@click.argument("quotation")
@click.option(
    "--in", "files", multiple=True, required=True, type=click.Path(path_type=Path), help="File to search."
)
@click.option("--prefix", default="", help="Words before the quotation.")
@click.option("--suffix", default="", help="Words after the quotation.")
@click.option("--locator", default="", help="Where it is cited: 'p. 137, n. 3'.")
@click.option("--format", "format_", default="", help="Format of the files, where they do not tell it.")
@_as_json
def find(
    quotation: str,
    files: tuple[Path, ...],
    prefix: str,
    suffix: str,
    locator: str,
    format_: str,
    as_json: bool,
) -> None:
    """
    Find a quotation in files, and say in what it differs; exit 1 when it is not there.

    QUOTATION "-" reads JSON lines.

    \b
    claimcheck find "took over some of the forts" --in article.txt
    """
    from claimcheck.documents.find import SearchedFile
    from claimcheck.json_lines import find_line, json_lines, say_json
    from claimcheck.model.document import FORMATS

    if format_ and format_ not in FORMATS:
        misuse(f"no format {format_!r}; there are {', '.join(FORMATS)}")
    searched = [SearchedFile(file, format_=format_) for file in files]
    options = {"quotation": quotation, "prefix": prefix, "suffix": suffix, "locator": locator}
    if quotation == "-":
        for fields in json_lines():
            for each in find_line(searched, fields, options):
                say_json(each)
        return
    answers = [file.find(**options) for file in searched]
    for file, each in zip(searched, answers, strict=True):
        if as_json:
            say_json(each)
        else:
            put_found(file, each, locator)
    missed = any("problem" in each or each["status"] == "absent" for each in answers)
    sys.exit(PROBLEMS if missed else DONE)


if __name__ == "__main__":
    main()
