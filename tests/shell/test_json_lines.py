"""JSON lines of `read` and `compare`: one answer a line, of one form, for every kind, errors included."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from click.testing import CliRunner

from claimcheck.cli import main
from claimcheck.values.kind import kind_names

Ask = Callable[..., list[dict[str, Any]]]

# A value that each kind reads with nothing at hand, and one that it agrees with.
VALUES = {
    "quantity": ("some 3,000 men", "about 3,000 men"),
    "date": ("5 March 1921", "1921-03-05"),
    "place": ("Batum", "Batum"),
    "person": ("Ali Fuat Cebesoy", "Ali Fuat Cebesoy"),
    "holder": ("Turkey, throughout 1921-03-11/1921-03-17", "Turkey, throughout 1921-03-11/1921-03-17"),
    "occurrence": ("happened", "it happened"),
    "choice": ("signed", "Signed"),
    "set": ("Kars; Ardahan", "Ardahan; Kars"),
    "order": ("three days later", "3 days after"),
}
READ = {"kind", "text", "ok", "open", "problem"}
COMPARED = {"kind", "a", "b", "relation", "rule", "narrower", "diagnoses", "open", "problem"}
every_kind = pytest.mark.parametrize("kind", list(VALUES))


@pytest.fixture
def ask() -> Ask:
    """Send objects or raw lines to a command, and return its answers."""

    def send(*arguments: str, lines: list[object]) -> list[dict[str, Any]]:
        raw = "".join((each if isinstance(each, str) else json.dumps(each)) + "\n" for each in lines)
        result = CliRunner().invoke(main, [*arguments], input=raw.encode())
        assert result.exit_code == 0, result.output
        return [json.loads(line) for line in result.stdout.splitlines()]

    return send


def test_every_kind_is_asked() -> None:
    """
    No kind of ours escapes the tests of this file.
    """
    assert set(VALUES) == set(kind_names()[: len(VALUES)])


@every_kind
def test_one_answer_a_line_in_order(kind: str, ask: Ask) -> None:
    """
    Good and bad lines are answered where they stand, each with every key of an answer.
    """
    good, bad = {"text": VALUES[kind][0]}, {"text": ""}
    lines = [
        good,
        bad,
        "no JSON",
        "[1]",
        {"text": 5},
        {},
        {**good, "language": 7},
        {**good, "when": "x"},
        good,
    ]

    found = ask("read", kind, "-", lines=lines)

    assert [each["ok"] for each in found] == [True, *[False] * 7, True]
    assert found[0] == found[-1]
    assert all(each["kind"] == kind and each.keys() >= READ for each in found)
    assert len({frozenset(each) for each in found}) == 1
    assert all((each["problem"] is None) == each["ok"] for each in found)
    assert all(each["problem"].keys() == {"code", "message", "hint"} for each in found if not each["ok"])


@every_kind
def test_comparisons_have_one_form(kind: str, ask: Ask) -> None:
    """
    What is compared and what can't be have the same keys; two ways to say one thing do not conflict.
    """
    a, b = VALUES[kind]
    lines = [{"a": a, "b": b}, {"a": {"text": a}, "b": b}, {"a": a}, {"a": a, "b": 1}, "{", {"a": "", "b": b}]

    found = ask("compare", kind, "-", lines=lines)

    own = {"identity"} if kind in ("person", "place") else set()
    assert all(each.keys() == COMPARED | own and each["kind"] == kind for each in found)
    assert found[0] == found[1]
    assert found[0]["relation"] in ("agrees", "compatible")
    assert [each["relation"] for each in found[2:]] == [None] * 4
    assert all(each["problem"]["code"] for each in found[2:])


def test_a_line_goes_before_the_command_line(ask: Ask) -> None:
    """
    An option on the command line holds for every line that says nothing else.
    """
    lines: list[object] = [{"text": "5 March 1917"}, {"text": "5 March 1917", "calendar": "gregorian"}]

    found = ask("read", "date", "-", "--calendar", "julian", lines=lines)

    assert [each["readings"][0]["core"][0] for each in found] == ["1917-03-18", "1917-03-05"]


def test_a_line_may_say_all_that_an_option_says(ask: Ask) -> None:
    """
    Time frame, day, place, profile and the list of a choice are taken from the line.
    """
    dates = ask(
        "read",
        "date",
        "-",
        lines=[
            {"text": "23 February", "when": "1921"},
            {"text": "the following day", "day": "1921-03-05"},
            {"text": "5 March 1917", "place": "Russia"},
            {"text": "c. 1850", "profile": "museum"},
        ],
    )
    choices: list[object] = [
        {"text": "at least signed", "options": ["drafted", "signed"]},
        {"text": "lost", "options": ["drafted", "signed"]},
        {"text": "signed", "options": "signed"},
        {"text": "signed", "options": ["signed", "Signed"]},
        {"text": "signed or drafted", "options": ["drafted", "signed"]},
    ]

    assert [each["readings"][0]["envelope"] for each in dates] == [
        ["1921-02-23", "1921-02-23"],
        ["1921-03-06", "1921-03-06"],
        ["1917-03-05", "1917-03-05"],
        ["1845-01-01", "1855-12-31"],
    ]
    assert [each["calendar"] for each in dates[2]["readings"]] == ["gregorian", "julian"]
    assert [each["ok"] for each in ask("read", "choice", "-", lines=choices)] == [*[False] * 4, True]


@pytest.mark.parametrize(
    ("a", "b", "identity"),
    [
        ("Chicherin", "Tchitchérine", "same"),
        ("Charles XI", "Charles XII", "different"),
        ("Halit Bey", "Halil Bey", "undetermined"),
        ("Kâzım Paşa", "Kâzım Karabekir", "undetermined"),
    ],
)
def test_names_are_the_same_different_or_undetermined(a: str, b: str, identity: str, ask: Ask) -> None:
    """
    Beside the relation an answer says in one word whether two names have one bearer.
    """
    forth, back = ask("compare", "person", "-", lines=[{"a": a, "b": b}, {"a": b, "b": a}])

    assert forth["identity"] == back["identity"] == identity


def test_names_of_a_dossier_are_known_by_line(ask: Ask, claims: object) -> None:
    """
    A line may name the dossier whose names count; a folder that is none is told in the answer.
    """
    pair = {"a": "Batum", "b": "Batumi"}

    without, within, missing, wrong = ask(
        "compare",
        "place",
        "-",
        lines=[
            pair,
            {**pair, "dossier": str(claims)},
            {**pair, "dossier": "nowhere"},
            {**pair, "dossier": 1},
        ],
    )

    assert within["relation"] == "agrees"
    assert within["identity"] == "same"
    assert without["identity"] != "different"
    assert within["open"] == []
    assert any("no register" in each for each in without["open"])
    assert missing["problem"]["code"] == "dossier-missing"
    assert wrong["problem"]["code"] == "request-malformed"


@pytest.mark.parametrize(
    ("calendar", "text", "day"),
    [
        ("gregorian", "1921-03-05", "1921-03-05"),
        ("julian", "1917-10-25", "1917-11-07"),
        ("rumi", "1325-03-31", "1909-04-13"),
        ("hijri", "1339-09-15", "1921-05-23"),
        ("republican", "8-2-18", "1799-11-09"),
    ],
)
def test_figures_of_a_stated_calendar(calendar: str, text: str, day: str, ask: Ask) -> None:
    """
    Numeric dates of each calendar are written year-month-day.
    """
    (found,) = ask("read", "date", "-", lines=[{"text": text, "calendar": calendar}])

    assert [(each["calendar"], each["core"]) for each in found["readings"]] == [(calendar, [day, day])]


def test_a_choice_without_its_list_says_so(ask: Ask) -> None:
    """
    Whether two words exclude one another is known only from a list; the answer says that it had none.
    """
    (found,) = ask("compare", "choice", "-", lines=[{"a": "signed", "b": "ratified"}])

    assert any("no list" in each for each in found["open"])
