"""Diagnoses: what two values suggest by themselves as the cause of their clash, and how often by chance."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from functools import cache
from itertools import combinations, product
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.compare.diagnoses import diagnose_values
from claimcheck.compare.diagnoses.answers import choice_causes
from claimcheck.compare.diagnoses.day_slips import SLIPS, Frame, chance, shown
from claimcheck.compare.diagnoses.digits import Pair
from claimcheck.compare.diagnoses.figure_units import unit_causes
from claimcheck.compare.diagnoses.names import causes as name_causes
from claimcheck.compare.diagnoses.scopes import causes as scope_causes
from claimcheck.compare.diagnoses.slips import adjacent_swaps, misreadings
from claimcheck.model.finding import Chance, Diagnosis
from claimcheck.values.algebra import compare_values
from claimcheck.values.context import Context, Option, Options
from claimcheck.values.kind import find_kind
from claimcheck.values.register import Containment, Entry, Form, Register
from claimcheck.values.scope import Facet, Scope
from claimcheck.values.span import day_number
from claimcheck.values.value import Value

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "diagnoses.md").read_text(encoding="utf-8")
ROWS = re.findall(r"(?m)^\| `([\w-]+)` \| (\w+) \| `(.+?)` \| `(.+?)` \| `(.+?)` \|", PAGE)
CONTEXT = Context()


def read(kind: str, text: str, context: Context = CONTEXT) -> Value:
    """Return the value of a text."""
    found = find_kind(kind)
    assert found is not None
    return found.read(text, context)


def diagnoses(kind: str, a: str, b: str, context: Context = CONTEXT) -> tuple[Diagnosis, ...]:
    """Return the causes that two texts suggest."""
    left, right = read(kind, a, context), read(kind, b, context)
    return diagnose_values(kind, left, right, compare_values(left, right), context)


def codes(kind: str, a: str, b: str, context: Context = CONTEXT) -> list[str]:
    """Return the codes of the causes that two texts suggest, in their order."""
    return [each.code for each in diagnoses(kind, a, b, context)]


@pytest.mark.parametrize(("code", "kind", "a", "b", "other"), ROWS)
def test_each_documented_cause_is_shown_by_its_pair(code: str, kind: str, a: str, b: str, other: str) -> None:
    """
    The pair of each row of the documentation shows its cause from either side; the near miss does not.
    """
    assert code in codes(kind, a, b)
    assert code in codes(kind, b, a)
    assert code not in codes(kind, a, other)


def test_every_cause_is_documented() -> None:
    """
    Each code that the program can give stands in the tables of the page, and no other.
    """
    compare = ROOT / "claimcheck" / "compare"
    files = [*(compare / "diagnoses").glob("*.py"), compare / "order" / "conflicts.py"]
    source = "\n".join(path.read_text(encoding="utf-8") for path in files)
    given_out = set(re.findall(r'(?:code=|_cause\(\s*|diagnosis\(\s*)"([\w-]+)"', source))
    given_out |= {*SLIPS, *re.findall(r'(?m)^    "([\w-]+)": "(?:have|differ|are spelt)', source)}

    assert given_out == set(re.findall(r"(?m)^\| `([\w-]+)` \|", PAGE))


@pytest.mark.parametrize(
    ("kind", "a", "b"),
    [
        ("date", "5 March 1921", "19 August 1847"),
        ("date", "March 1921", "April 1921"),
        ("date", "1921", "1922"),
        ("quantity", "1,578", "1,885"),
        ("quantity", "0", "7"),
        ("quantity", "1,578", "158"),
        ("quantity", "over 20", "3"),
        ("person", "Halit", "Halit"),
        ("holder", "Ashe, throughout 1921", "not Ashe, throughout 1921"),
    ],
)
def test_unrelated_values_suggest_nothing(kind: str, a: str, b: str) -> None:
    """
    Values that no slip turns into one another have no diagnosis; nor have such as agree.
    """
    assert codes(kind, a, b) in ([], ["unregistered-name"])


@pytest.mark.parametrize(
    ("a", "b", "code"),
    [
        ("10 March 1712", "21 March 1712", "julian-calendar"),
        ("10 March 1850", "23 March 1850", "wrong-offset"),
        ("February 1919", "February 1920", "year-slip"),
        ("11-17 March 1921", "11-17 March 1922", "year-slip"),
        ("June 1921", "July 1921", "month-names-alike"),
        ("10 Teşrinievvel 1336", "10 Teşrinisani 1336", "month-names-alike"),
        ("20.IV.1921", "20.VI.1921", "month-names-alike"),
        ("25 Mart 1336", "7 April 1920", "julian-calendar"),
    ],
)
def test_dates_suggest_their_cause_in_other_calendars_and_styles(a: str, b: str, code: str) -> None:
    """
    Offsets are those of the century, and months are near in form in the style that is written.
    """
    assert code in codes("date", a, b)
    assert code in codes("date", b, a)


def test_month_names_of_another_style_are_no_cause() -> None:
    """
    October and November are near in form in Ottoman dates only.
    """
    assert "month-names-alike" not in codes("date", "10 October 1920", "10 November 1920")


def test_slips_are_told_in_the_calendar_in_which_they_were_made() -> None:
    """
    Two Rumi dates that differ in the month only do so in the Rumi calendar, whatever the Gregorian days.
    """
    found = diagnoses("date", "25 Teşrinievvel 1335", "25 Teşrinisani 1335", Context(calendar="rumi"))

    assert [each.code for each in found] == ["month-names-alike"]
    assert found[0].text.startswith("25 October 1335 (Rumi) and 25 November 1335 (Rumi) differ in the month")


def test_hedged_figures_are_compared_by_the_figure_that_they_name() -> None:
    """
    A hedge does not hide a lost zero, and of the readings of "3,500" the nearest stands for it.
    """
    found = diagnoses("quantity", "some 350", "3,500")

    assert [each.text for each in found] == [
        "350 and 3,500 differ by a factor of 10: a zero may have been lost or added"
    ]


@pytest.mark.parametrize(("a", "b"), [("105", "15"), ("1,050", "150"), ("20,350", "2,350")])
def test_a_zero_may_be_lost_within_a_figure(a: str, b: str) -> None:
    """
    A lost zero shows wherever it stood, and the rate counts figures of the two lengths.
    """
    (found,) = (each for each in diagnoses("quantity", a, b) if each.code == "zero-lost")

    assert "a zero within the figure" in found.text


def test_the_rarest_by_chance_stands_first_and_the_uncounted_last() -> None:
    """
    Causes stand in the order of their rates; those that cannot be counted follow.
    """
    found = diagnoses("quantity", "1,578 killed", "1,758")
    dates = [each.by_chance.share for each in diagnoses("date", "5 May 1640", "6 May 1640") if each.by_chance]

    assert [each.code for each in found] == ["digits-swapped", "scope-unstated"]
    assert len(dates) == 2
    assert dates == sorted(dates)


@pytest.mark.parametrize(
    ("facet", "text", "sought"),
    [
        ("when", "1920", "finding which time the other source means"),
        ("whose", "Georgia", "finding whose figure the other source gives"),
        ("counted", "killed", "finding what the other source counts"),
        ("place", "Batumi", "finding which place the other source means"),
    ],
)
def test_what_is_sought_is_asked_in_plain_words(facet: str, text: str, sought: str) -> None:
    """
    A facet that only one side states is asked for as a reader would ask for it.
    """
    scope = Scope.of((Facet(name=facet, text=text, key=text.casefold()),))

    (found,) = scope_causes(evolve(read("quantity", "30"), scope=scope), read("quantity", "80"))

    assert found.confirm_by == sought


def test_values_that_go_together_have_no_diagnosis() -> None:
    """
    Causes are for clashes: neither agreement nor refinement has one.
    """
    assert codes("date", "March 1921", "17 March 1921") == []
    assert codes("quantity", "30 killed", "30 wounded") == []


def test_neighbouring_stages_are_pointed_out() -> None:
    """
    Two answers next to one another on a scale may tell of different times; others, and no scale, not.
    """
    names = ("drafted", "signed", "ratified")
    scale = Options(options=tuple(Option(id=name, label=name, rank=n) for n, name in enumerate(names)))
    drafted, signed, ratified = (read("choice", name, Context(options=scale)) for name in names)

    (found,) = choice_causes(signed, drafted, scale)
    assert found.code == "neighbouring-stage"
    assert str(found.by_chance) == "1 in 2 pairs of the 3 stages"
    assert list(choice_causes(drafted, ratified, scale)) == []
    assert list(choice_causes(drafted, signed, Options())) == []


def test_parts_of_one_whole_are_pointed_out() -> None:
    """
    Two places that lie in one and the same whole may stand for more of it; two that do not may not.
    """
    places = Register(
        entries=(
            Entry(id="island", label="the island", forms=(Form(text="the island"),)),
            *(
                Entry(id=name, label=name, forms=(Form(text=name),), part_of=(Containment(whole="island"),))
                for name in ("Northgate", "Southport")
            ),
            Entry(id="Farholm", label="Farholm", forms=(Form(text="Farholm"),)),
        )
    )
    context = Context(places=places)
    north, south, far = (read("place", name, context) for name in ("Northgate", "Southport", "Farholm"))

    (found,) = name_causes(north, south, places)
    assert found.code == "parts-of-one-whole"
    assert "the island" in found.text
    assert list(name_causes(north, far, places)) == []


@cache
def slips_of_pairs(days: tuple[int, ...], calendar: str) -> list[frozenset[str]]:
    """Return the slips that each pair of the days shows, once for all tests that count one of them."""
    return [frozenset(shown(calendar, left, right)) for left, right in combinations(days, 2)]


def brute(days: list[int], code: str, calendar: str) -> Fraction:
    """Return the share of pairs that show a slip, by looking at every pair."""
    pairs = slips_of_pairs(tuple(days), calendar)
    return Fraction(sum(code in each for each in pairs), len(pairs))


@pytest.mark.parametrize("code", SLIPS)
@pytest.mark.parametrize("calendar", ["gregorian", "rumi"])
def test_rates_of_days_are_those_of_counting_every_pair(code: str, calendar: str) -> None:
    """
    The rate in a month is the share of all its pairs of days that show the slip.
    """
    frame = Frame.of(day_number(1920, 3, 1), day_number(1920, 3, 31))
    found = chance(code, calendar, frame)

    assert len(frame.days()) == 31
    assert (found.share if found else 0) == brute(frame.days(), code, calendar)


def test_rates_across_two_years_count_the_days_of_both() -> None:
    """
    Each day but a leap day has one namesake in the other year.
    """
    frame = Frame.of(day_number(1919, 3, 5), day_number(1920, 7, 5))
    found = chance("year-slip", "gregorian", frame)

    assert found == Chance(share=Fraction(365, 731 * 730 // 2), pairs="pairs of days of 1919 and 1920")


FIGURES = {1: range(1, 10), 2: range(10, 100), 3: range(100, 1000)}


@pytest.mark.parametrize("n", [2, 3])
def test_rates_of_figures_are_those_of_counting_every_pair(n: int) -> None:
    """
    The formulas for swapped and misread digits and for roundness are what looking at every pair gives.
    """
    figures = list(map(str, FIGURES[n]))
    n_pairs = len(figures) * (len(figures) - 1) // 2
    swaps, changes = ([make(each) for each in figures] for make in (adjacent_swaps, misreadings))
    pair = Pair.of(FIGURES[n][1], FIGURES[n][2])

    # Each pair is found from either side.
    assert pair.swapped_by_chance().share == Fraction(_n_found(figures, swaps), 2 * n_pairs)
    assert pair.misread_by_chance().share == Fraction(_n_found(figures, changes), 2 * n_pairs)


def _n_found(figures: list[str], made: list[set[str]]) -> int:
    return sum(figure in others for figure in figures for others in made)


def test_rates_of_single_digits_and_lost_zeros_are_those_of_counting() -> None:
    """
    Four of the thirty-six pairs of single digits are often misread; one pair in a thousand lost a zero.
    """
    digits = [Pair(small, large, 1) for small, large in combinations(FIGURES[1], 2)]
    lengths = [Pair(small, large, 1) for small, large in product(FIGURES[2], FIGURES[3])]
    lost = [pair for pair in lengths if pair.has_lost_inner_zero]

    assert Pair.of(5, 6).misread_by_chance().share == Fraction(sum(p.is_misread for p in digits), len(digits))
    assert lost[0].inner_zero_by_chance().share == Fraction(len(lost), len(lengths))


@pytest.mark.parametrize(("fine", "n_round"), [(287, 1), (287, 2), (28, 1)])
def test_the_rate_of_roundness_is_that_of_counting(fine: int, n_round: int) -> None:
    """
    Of figures and rounder ones of as many digits, so many pairs have the one as the other rounded.
    """
    n = len(str(fine))
    step = 10 ** (n - n_round)
    rounder = [number for number in FIGURES[n] if number % step == 0]
    found = sum((each + step // 2) // step * step == round_ for each in FIGURES[n] for round_ in rounder)
    rounded = (fine + step // 2) // step * step
    rate = Pair.of(fine, rounded).rounded_by_chance()

    assert rate is not None
    assert rate.share == Fraction(found, len(FIGURES[n]) * len(rounder))


def test_the_rate_of_unit_factors_is_that_of_counting() -> None:
    """
    The rate of a unit's ratio is the share of pairs of figures of these lengths that show some ratio.
    """
    sizes = [(Fraction(n), Fraction(n)) for n in range(10, 100) if n % 10]
    pairs = list(product(sizes, repeat=2))
    showing = [found for a, b in pairs if a < b for found in unit_causes(a, b, "mass")]
    below = [found.by_chance for found in showing if found.by_chance]

    assert below
    assert {each.share for each in below} == {Fraction(len(showing), len(pairs))}


@given(
    a=st.dates(min_value=date(1700, 1, 1), max_value=date(1930, 1, 1)).map(
        lambda day: f"{day.day} March {day.year:04}"
    ),
    b=st.integers(1, 28).map(lambda day: f"{day} May 1921"),
)
def test_two_dates_have_the_same_causes_from_either_side(a: str, b: str) -> None:
    """
    Turning the two sides round changes no cause of two dates.
    """
    assert diagnoses("date", a, b) == diagnoses("date", b, a)


@given(
    a=st.sampled_from(("", "some ", "over ")).flatmap(
        lambda hedge: st.integers(1, 9999).map(lambda n: f"{hedge}{n} versts")
    ),
    b=st.integers(1, 9999).map(lambda n: f"{n} km"),
)
def test_two_figures_have_the_same_causes_from_either_side(a: str, b: str) -> None:
    """
    Turning the two sides round changes no cause of two figures.
    """
    assert diagnoses("quantity", a, b) == diagnoses("quantity", b, a)


@given(a=st.text("abchilmnrst", min_size=1, max_size=7), b=st.text("abchilmnrst", min_size=1, max_size=7))
def test_two_names_have_the_same_causes_from_either_side(a: str, b: str) -> None:
    """
    Turning the two sides round changes no cause of two names.
    """
    assert diagnoses("person", a, b) == diagnoses("person", b, a)


def test_a_chance_is_a_share() -> None:
    """
    No pair at all, or more than all, is no rate.
    """
    with pytest.raises(ValueError, match="no share"):
        Chance(share=Fraction(0), pairs="pairs")
