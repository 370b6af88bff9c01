"""Rows of bars: affirmed, denied and doubted things told apart, holders named, and the key of it all."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from attrs import evolve

from claimcheck.model.report import Report
from claimcheck.report.html.pictures.holders import holders
from claimcheck.report.html.pictures.key import DATES, FIGURES, HOLDERS, key_of
from claimcheck.report.html.pictures.number_line import number_line
from claimcheck.report.html.pictures.of_question import n_drawn, picture_of_conflict, picture_of_question
from claimcheck.report.html.pictures.picture import Picture
from claimcheck.report.html.pictures.rows import Told
from claimcheck.report.html.pictures.strips import Bar, Strip, strips
from claimcheck.report.view import View
from claimcheck.values.relation import Stance

BAR = Bar(left=0.2, right=0.4, style="core")


def strip(*bars: Bar, stance: str = "affirms") -> Strip:
    """A row of some bars."""
    return Strip(who="Ashe", label="Turkey", side="A", lanes=(bars,), stance=stance)


def drawn(*bars: Bar, stance: str = "affirms") -> str:
    """The markup of a row."""
    return strips([strip(*bars, stance=stance)], [])


@pytest.fixture(scope="session")
def view(worked_report: Report) -> View:
    """The worked dossier."""
    return View(worked_report)


@pytest.fixture
def batumi(view: View) -> Callable[..., Picture]:
    """The picture of one answer to who held Batumi, in a stance of our choice."""

    def picture(attestation: str, stance: Stance) -> Picture:
        found = view.attestation(attestation)
        assert found is not None
        told = Told(attestation=evolve(found, stance=stance), speaker="Ashe")
        made = holders([told], "Who held it", None)
        assert made is not None
        return made

    return picture


def test_stances_are_told_apart_by_shape() -> None:
    """What is denied or doubted has a class of its own on its row; a denied day is a cross."""
    moment = Bar(left=0.2, right=0.3, style="moment")

    assert 'class="row side-A"' in drawn(BAR)
    assert 'class="row side-A denies"' in drawn(BAR, stance="denies")
    assert 'class="row side-A doubts"' in drawn(BAR, stance="doubts")
    assert "#d-moment" in drawn(moment)
    assert "#d-moment" in drawn(moment, stance="doubts")
    assert "#d-denied" in drawn(moment, stance="denies")


def test_an_end_beyond_the_axis_is_broken_off() -> None:
    """It has the mark of a break in place of a stroke; an end without a bound is pointed."""
    broken = drawn(Bar(left=0.0, right=0.4, style="core", broken=(True, False)))
    endless = drawn(Bar(left=None, right=0.4, style="core"))

    assert (broken.count("#d-broken"), broken.count("cap"), broken.count("no-begin")) == (1, 1, 0)
    assert (endless.count("#d-broken"), endless.count("cap"), endless.count("no-begin")) == (0, 1, 1)


@pytest.mark.parametrize(
    ("left", "right", "name", "expected"),
    [
        (0.1, 0.2, "Turkey", r'x="20.9%" dx="6"'),
        (0.8, 0.9, "Turkey", r'x="79.1%" dx="-6" y="13" text-anchor="end"'),
        (0.1, 0.95, "Turkey", r'x="11.2%" y="9"'),
        (0.5, 0.7, "Turkey and Georgia, contested", r'x="69.4%" y="9" text-anchor="end"'),
    ],
)
def test_a_name_stands_where_it_fits(left: float, right: float, name: str, expected: str) -> None:
    """Right of its bar, left of it, or above it, from the end at which there is room."""
    text = drawn(Bar(left=left, right=right, style="core", name=name))

    assert re.search(rf"<text {re.escape(expected)}[^>]*>{name}</text>", text), text


def test_a_key_tells_what_is_used_and_nothing_else() -> None:
    """In the order of its words; nothing of an envelope that is not drawn, and the profile where one is."""
    pale = Bar(left=0.1, right=0.5, style="envelope")

    assert key_of([strip(BAR)], FIGURES) == (("core", "what the words say"),)
    assert key_of([strip(pale, BAR)], FIGURES, "events") == (
        ("core", "what the words say"),
        ("envelope", "tolerated besides, by profile “events”"),
    )
    assert [shape for shape, _words in key_of([strip(BAR, stance="denies")], DATES)] == ["denied"]
    assert [shape for shape, _words in key_of([strip(BAR, stance="doubts")], DATES)] == ["doubted"]
    dashed = Bar(left=None, right=0.3, style="sometime", broken=(False, True))
    assert [shape for shape, _words in key_of([strip(dashed, stance="denies")], HOLDERS)] == [
        "sometime",
        "denied",
        "endless",
        "broken",
    ]


def test_denial_turns_some_time_into_all_the_time(batumi: Callable[..., Picture]) -> None:
    """Whoever denies that Turkey held Batumi at some time says so of every day: nothing is dashed."""
    affirmed = batumi("batumi-holder.successful-defence", Stance.AFFIRMS)
    denied = batumi("batumi-holder.successful-defence", Stance.DENIES)

    assert 'class="sometime"' in affirmed.markup
    assert 'class="core"' in denied.markup
    assert [shape for shape, _words in denied.key] == ["denied"]
    assert "denies it: Turkey at no time between" in denied.markup


def test_each_holding_has_the_name_of_its_holder(view: View) -> None:
    """Who held Batumi one after the other is read from the bars, without the words above them."""
    question = view.question("batumi-holders-1918-1921")
    assert question is not None
    picture = picture_of_question(view, question)
    assert picture is not None
    names = re.findall(r"<text [^>]*>([^<]+)</text>", picture.markup.rsplit("<svg", 1)[0])

    assert names == ["Britain", "Britain", "Britain", "Georgia", "Georgia"]


def test_days_of_an_open_calendar_name_it(view: View) -> None:
    """October in one calendar or the other: each of its bars says in which, those of one calendar nothing."""
    conflict = next(each for each in view.report.conflicts if each.questions == ("bolshevik-seizure-date",))
    picture = picture_of_conflict(view, conflict)
    assert picture is not None
    names = re.findall(r"<text [^>]*>([^<]+)</text>", picture.markup.rsplit("<svg", 1)[0])

    assert names == ["Gregorian", "or Julian"]


def test_a_conflict_says_whose_answers_it_shows(view: View, worked_report: Report) -> None:
    """Its picture holds both its sides, and the question's all answers."""
    conflict = next(each for each in worked_report.conflicts if each.questions == ("batumi-holder",))
    picture, question = picture_of_conflict(view, conflict), view.question("batumi-holder")
    assert picture is not None
    assert question is not None

    assert picture.caption == "Who held it when, according to the two sides of this conflict"
    assert len(picture.rows) == sum(len(side.attestations) for side in conflict.sides)
    assert len(picture.rows) < n_drawn(view, question)


def test_what_is_tolerated_is_told_and_never_of_a_denial(view: View) -> None:
    """ "Over 20,000" says how far its pale bar reaches; a denial is held against the words alone."""
    told = view.counted("victims-of-1924")
    found = next(each for each in told if each.value.text == "over 20,000")
    made = {
        stance: number_line([Told(attestation=evolve(found, stance=stance), speaker="Ashe")], "", "events")
        for stance in (Stance.AFFIRMS, Stance.DENIES)
    }
    affirmed, denied = made[Stance.AFFIRMS], made[Stance.DENIES]
    assert affirmed is not None
    assert denied is not None

    assert "over 20,000 (tolerated: at least 15,000)" in affirmed.markup
    assert "envelope" in affirmed.markup
    assert "tolerated" not in denied.markup
    assert "envelope" not in denied.markup
