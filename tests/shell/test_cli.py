"""The command line: exit codes, output, and requests in JSON lines."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result

from claimcheck.cli import main
from claimcheck.notebook import Examination
from claimcheck.report.render import render

Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run the command line in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def invoke(*arguments: str | Path, stdin: str | bytes = "") -> Result:
        return CliRunner().invoke(main, [str(each) for each in arguments], input=stdin)

    return invoke


def answers(result: Result) -> list[dict[str, Any]]:
    """Return the JSON objects of an answer, one a line."""
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_first_dossier_reports_at_once(run: Run) -> None:
    """
    What `init` writes has no problems, and its report is a result even though it holds conflicts.
    """
    assert run("init", "case").exit_code == 0
    assert run("check", "case").output == ""

    report = run("report", "case")

    assert report.exit_code == 0
    assert "cannot both be right" in report.output


def test_init_overwrites_nothing(run: Run) -> None:
    """
    A folder that holds a dossier already is refused as misuse, and stays as it was.
    """
    run("init", "case")
    (Path("case") / "questions.yaml").write_text("mine", encoding="utf-8")

    assert run("init", "case").exit_code == 2
    assert (Path("case") / "questions.yaml").read_text(encoding="utf-8") == "mine"


def test_find_names_the_place(run: Run) -> None:
    """
    What stands on another page than the one cited is told with its place, a place that the file does not
    mark is told to be unchecked, and a file that is refused has its hint.
    """
    page = '<html><body><a id="page_12"></a><p>The gate was shut.</p><a id="page_13"></a><p>Nobody came.</p>'
    Path("ford.html").write_text(page, encoding="utf-8")
    Path("torn.txt").write_bytes(b"caf\xe9")
    unmarked = "the file marks no such places as the one that is cited, which is therefore not checked"

    assert run("find", "Nobody came", "--in", "ford.html", "--locator", "p. 13").output == (
        "ford.html: exact (p. 13): Nobody came\n"
    )
    assert run("find", "Nobody came", "--in", "ford.html", "--locator", "p. 12").output == (
        "ford.html: elsewhere (p. 13): Nobody came\n"
    )
    assert run("find", "Nobody came", "--in", "ford.html", "--locator", "fol. 12v").output == (
        f"ford.html: exact (p. 13): Nobody came\n  {unmarked}\n"
    )
    assert "hint: save it as UTF-8" in run("find", "Nobody came", "--in", "torn.txt").output


@pytest.mark.parametrize("format_", ["table", "markdown", "json", "csv", "html"])
def test_a_file_gets_what_would_be_printed(run: Run, format_: str) -> None:
    """
    `--output` writes the bytes that go to the screen without it, and prints nothing.
    """
    run("init", "case")

    printed = run("report", "case", "--format", format_)
    written = run("report", "case", "--format", format_, "--output", "out")

    assert written.stdout == ""
    assert Path("out").read_bytes() == printed.stdout_bytes


def test_failing_on_a_relation(run: Run) -> None:
    """
    `--fail-on` turns a conflict into exit 1; a relation that is none is misuse.
    """
    run("init", "case")

    assert run("report", "case", "--fail-on", "possible_conflict").exit_code == 1
    assert run("report", "case", "--fail-on", "agreement").exit_code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("report", "case", "--format", "pdf"),
        ("report", "case", "--profile", "lenient"),
        ("report", "case", "--question", "nothing"),
        ("report", "case", "--output", "no/such/folder/out"),
        ("report", "case", "--output", "no/such/folder/out", "--format", "html"),
        ("show", "nothing", "case"),
        ("read", "colour", "red"),
        ("compare", "date", "1921"),
        ("diff", "none.json", "none.json"),
        ("nonsense",),
    ],
)
def test_misuse_is_two_and_says_so(run: Run, arguments: tuple[str, ...]) -> None:
    """
    A call that asks for what does not exist exits 2 with a line on standard error.
    """
    run("init", "case")

    result = run(*arguments)

    assert result.exit_code == 2
    assert result.stderr
    assert result.exception is None or isinstance(result.exception, SystemExit)


def test_one_question_only(run: Run) -> None:
    """
    `--question` leaves the other questions out of the report.
    """
    run("init", "case")
    everything = json.loads(run("report", "case", "--format", "json").stdout)
    wanted = everything["questions"][-1]["id"]

    report = json.loads(run("report", "case", "--format", "json", "--question", wanted).stdout)

    assert [question["id"] for question in report["questions"]] == [wanted]


def test_showing_whatever_has_an_id(run: Run) -> None:
    """
    Each conflict, question and finding of a report can be shown by its id.
    """
    run("init", "case")
    report = json.loads(run("report", "case", "--format", "json").stdout)

    for part in ("questions", "conflicts", "findings", "sources"):
        for each in report[part]:
            assert run("show", each["id"], "case").exit_code == 0


def test_diff_tells_what_changed(run: Run) -> None:
    """
    Two equal reports differ in nothing; a file that is no report is a problem in the input.
    """
    run("init", "case")
    run("report", "case", "--format", "json", "--output", "a.json")
    Path("b.json").write_text("[1]", encoding="utf-8")

    assert run("diff", "a.json", "a.json").exit_code == 0
    assert run("diff", "a.json", "b.json").exit_code == 1


def test_reading_prints_core_and_envelope(run: Run) -> None:
    """
    The words of the terminal and the JSON answer hold the same bounds.
    """
    words = run("read", "quantity", "some 3,000").output
    (answer,) = answers(run("read", "quantity", "some 3,000", "--json"))

    assert "core      2,850 to 3,150" in words
    assert "envelope  2,700 to 3,300" in words
    assert answer["readings"][0]["core"] == {
        "low": "2850",
        "high": "3150",
        "low_open": False,
        "high_open": False,
    }


def test_reading_a_date_gives_four_bounds(run: Run) -> None:
    """
    "Between 11 and 17 March" is an uncertainty: begin and end lie in the same span.
    """
    (answer,) = answers(run("read", "date", "between 11 and 17 March 1921", "--json"))

    (reading,) = answer["readings"]
    assert answer["ok"]
    assert reading["core"] == ["1921-03-11", "1921-03-17"]
    assert reading["begin"] == reading["end"] == ["1921-03-11", "1921-03-17"]


def test_comparing_prints_the_relation(run: Run) -> None:
    """
    A bound and the number itself may not both be right, and only tolerance brings them together.
    """
    words = run("compare", "quantity", "over 20,000", "20,000").output
    (answer,) = answers(run("compare", "quantity", "over 20,000", "20,000", "--json"))

    assert "relation  possible_conflict" in words
    assert (answer["relation"], answer["rule"]) == ("possible_conflict", "only-envelopes-meet")


def test_an_unreadable_value_is_a_problem(run: Run) -> None:
    """
    Words that say nothing of the kind exit 1, with a hint on standard error or in the answer.
    """
    words = run("read", "date", "31 February 1921")
    (answer,) = answers(run("read", "date", "31 February 1921", "--json"))

    assert (words.exit_code, words.stdout) == (1, "")
    assert "hint:" in words.stderr
    assert not answer["ok"]
    assert answer["problem"]["code"] == "date-nonexistent"


def test_a_kind_that_fails_is_told_and_not_traced(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Whatever a kind of somebody else's raises, the user gets a problem that names the kind.
    """

    class Hail:
        name = "hail"
        about = "never readable"

        def read(self, text: str, context: object) -> object:
            raise ZeroDivisionError(text, context)

        def as_json(self, value: object, context: object) -> dict[str, object]:
            return {"value": value, "context": context}

    monkeypatch.setattr("claimcheck.ask.find_kind", lambda _name: Hail())

    words = run("read", "hail", "big")
    (answer,) = answers(run("read", "hail", "big", "--json"))

    assert words.exit_code == 1
    assert "kind-failed" in words.stderr
    assert answer["problem"]["code"] == "kind-failed"


def test_json_lines_are_answered_in_order_errors_included(run: Run) -> None:
    """
    Every line gets its answer on a line, whatever is wrong with it, and the run goes on.
    """
    lines = [
        '{"text": "by 23 February", "when": "1921"}',
        "not JSON",
        "[]",
        '{"text": 5}',
        '{"text": "1921", "calendar": "mayan"}',
        '{"text": "March 1921", "language": 7}',
        '{"text": "\\ud800"}',
        '{"text": "8 March 1921"}',
    ]

    given = answers(run("read", "date", "-", stdin="\n".join(lines)))

    assert [answer["ok"] for answer in given] == [True, *[False] * 6, True]
    assert given[0]["readings"][0]["end"] == [None, "1921-02-23"]
    assert all(answer["problem"]["message"] for answer in given if not answer["ok"])


def test_comparing_json_lines_with_options_of_their_own(run: Run) -> None:
    """
    Each side of a line may say its own calendar: one day under two names agrees with itself.
    """
    line = {"a": {"text": "1917-10-25", "calendar": "julian"}, "b": {"text": "1917-11-07"}}

    (answer,) = answers(run("compare", "date", "-", stdin=json.dumps(line)))

    assert answer["relation"] == "agrees"


def test_bytes_that_are_no_text_are_answered(run: Run) -> None:
    """
    A line of broken UTF-8 is one bad answer among good ones.
    """
    given = answers(run("read", "occurrence", "-", stdin=b'\xff\xfe\n{"text": "happened"}\n'))

    assert [answer["ok"] for answer in given] == [False, True]


def test_importing_sources(run: Run) -> None:
    """
    Zotero's CSL-JSON becomes a file of sources that the dossier reads; a second import changes nothing.
    """
    run("init", "case")
    entry = {
        "id": "moss1901",
        "type": "book",
        "title": "Chapter #4: a bridge",
        "author": [{"family": "Moss"}],
    }
    Path("library.json").write_text(json.dumps([entry]), encoding="utf-8")

    first = run("import", "library.json", "case")
    second = run("import", "library.json", "case")

    assert first.exit_code == 0
    assert run("check", "case").output == ""
    assert second.exit_code == 1
    assert "moss1901" in second.stderr


def test_finding_a_quotation(run: Run) -> None:
    """
    Words that stand in a file are exact; a changed word is named.
    """
    Path("text.txt").write_text("They held three of the four gates until noon.", encoding="utf-8")

    (exact,) = answers(run("find", "three of the four gates", "--in", "text.txt", "--json"))
    (altered,) = answers(run("find", "three of the five gates until", "--in", "text.txt", "--json"))

    assert (exact["status"], exact["start"], exact["end"]) == ("exact", 10, 33)
    assert altered["status"] == "altered"
    assert any("five" in difference for difference in altered["differs"])


def test_finding_json_lines(run: Run) -> None:
    """
    Each line is looked up in each file; a line's own prefix chooses among several places.
    """
    Path("text.txt").write_text("the red gate fell, then the blue gate fell", encoding="utf-8")
    lines = [
        '{"quotation": "gate fell", "prefix": "blue"}',
        '{"quotation": 3}',
        '{"quotation": "absent words"}',
    ]

    given = answers(run("find", "-", "--in", "text.txt", stdin="\n".join(lines)))

    assert (given[0]["status"], given[0]["start"]) == ("exact", 33)
    assert not given[1]["ok"]
    assert given[2]["status"] == "absent"


def test_the_report_of_the_case_keeps_its_contract(
    run: Run, claims: Path, documents: Path, worked_report_with_documents: Examination, root: Path
) -> None:
    """
    The JSON report of the worked dossier fits its schema, and another examination gives the same text.
    """
    schema = json.loads((root / "docs" / "report.schema.json").read_text(encoding="utf-8"))

    printed = run("report", claims, "--documents", documents, "--format", "json")

    assert printed.exit_code == 0
    assert printed.stdout == render(worked_report_with_documents, "json")
    jsonschema.validate(json.loads(printed.stdout), schema)


def test_the_case_is_clean(run: Run, claims: Path, documents: Path) -> None:
    """
    `check` finds no fault with the worked dossier; what its documents suffer from besides is no failure.
    """
    checked = run("check", claims, "--documents", documents)

    assert checked.exit_code == 0
    assert run("check", claims).output == ""
    assert all(line.startswith("  ") or ": damage?: " in line for line in checked.output.splitlines())
    assert "hovannisian" not in checked.output


def test_finding_in_a_file_of_a_stated_format(run: Run) -> None:
    """
    A stated format counts more than the name of the file; one that there is not is misuse.
    """
    Path("ford.txt").write_text("<TEI><text><p>The <hi>ford</hi> is deep.</p></text></TEI>", encoding="utf-8")
    found = answers(run("find", "The ford is deep", "--in", "ford.txt", "--format", "tei", "--json"))
    refused = run("find", "The ford is deep", "--in", "ford.txt", "--format", "word")

    assert found[0]["status"] == "exact"
    assert (refused.exit_code, "no format 'word'" in refused.output) == (2, True)
