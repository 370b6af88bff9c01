"""Quantities: what figures and words leave possible."""

from __future__ import annotations

from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import example, given
from hypothesis import strategies as st

from claimcheck.values.algebra import compare_values
from claimcheck.values.context import NO_CONTEXT, Context
from claimcheck.values.intervals import Numbers, Run
from claimcheck.values.kind import Kind
from claimcheck.values.quantity import KIND
from claimcheck.values.relation import Relation
from claimcheck.values.tolerances import Tolerances
from claimcheck.values.value import UnreadableError, Value


def read(text: str, language: str = "") -> Value:
    """Return the value of a text."""
    return KIND.read(text, Context(language=language))


def regions(text: str, language: str = "") -> list[tuple[str, str]]:
    """Return the core and envelope of each reading, as a report shows them."""
    return [(str(reading.core), str(reading.envelope)) for reading in read(text, language).readings]


def test_it_is_a_kind() -> None:
    """The module exports a kind of value by the protocol that others find it by."""
    assert isinstance(KIND, Kind)


@pytest.mark.parametrize(
    ("text", "core", "envelope"),
    [
        ("3,000", "3,000", "2,500 to 3,500"),
        ("12,578", "12,578", "12,577.5 to 12,578.5"),
        ("some 3,000", "2,850 to 3,150", "2,700 to 3,300"),
        ("c. 400", "380 to 420", "360 to 440"),
        ("over 20,000", "over 20,000", "at least 15,000"),
        ("more than 12,578", "over 12,578", "at least 12,577.5"),
        ("at least 500 men", "at least 500", "at least 450"),
        ("3,000 men or more", "at least 3,000", "at least 2,500"),
        ("fewer than 30", "under 30", "up to 35"),
        ("not more than 300", "up to 300", "up to 350"),
        ("up to 3,000 rifles", "up to 3,000", "up to 3,500"),
        ("nearly 3,000", "2,700 to under 3,000", "2,700 to 3,500"),
        ("just over 3,000", "over 3,000 to 3,300", "2,500 to 3,300"),
        ("exactly 3,000", "3,000", "3,000"),
        ("about 3,000 or so", "2,850 to 3,150", "2,700 to 3,300"),
        ("at least some 3,000", "at least 2,850", "at least 2,700"),
        ("> 20,000", "over 20,000", "at least 15,000"),
        ("3000+", "at least 3,000", "at least 2,500"),
        ("3000 ± 200", "2,800 to 3,200", "2,800 to 3,200"),
        ("between 2,000 and 3,000 men", "2,000 to 3,000", "1,500 to 3,500"),
        ("2,000-3,000", "2,000 to 3,000", "1,500 to 3,500"),
        ("from 2,000 to 3,000", "2,000 to 3,000", "1,500 to 3,500"),
        ("two to three thousand", "2,000 to 3,000", "1,500 to 3,500"),
        ("150-60", "150 to 160", "145 to 165"),
        ("between one hundred and fifty and two hundred and ten", "150 to 210", "145 to 215"),
        ("more than 2,000 but fewer than 3,000", "over 2,000 to under 3,000", "1,500 to 3,500"),
        ("two or three thousand", "2,000 or 3,000", "1,500 to 3,500"),
        ("five million", "5,000,000", "4,500,000 to 5,500,000"),
        ("two and a half thousand", "2,500", "2,450 to 2,550"),
        ("a million and a half", "1,500,000", "1,450,000 to 1,550,000"),
        ("half a million", "500,000", "450,000 to 550,000"),
        ("three quarters of a million", "750,000", "745,000 to 755,000"),
        ("a dozen", "12", "6 to 18"),
        ("more than a dozen", "over 12", "at least 6"),
        ("several dozen", "36 to 108", "24 to 240"),
        ("hundreds", "200 to under 1,000", "100 to 10,000"),
        ("tens of thousands", "20,000 to under 100,000", "10,000 to 1,000,000"),
        ("a few hundred", "200 to 600", "100 to 1,000"),
        ("twelve hundred", "1,200", "1,150 to 1,250"),
        ("one hundred thousand and five", "100,005", "100,004.5 to 100,005.5"),
        ("none", "0", "0"),
        ("no men", "0", "0"),
        ("zero", "0", "0 to 0.5"),
        ("2½ hours", "2.5 hours", "2.45 to 2.55 hours"),
        ("7/2", "3.5", "3.45 to 3.55"),
    ],
)
def test_english_words_and_figures(text: str, core: str, envelope: str) -> None:
    """Every bound, hedge, range and number word has one core and one envelope."""
    assert regions(text, "en") == [(core, envelope)]


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("quatre-vingt-dix-sept hommes", "97"),
        ("soixante et onze", "71"),
        ("plus de deux mille hommes", "over 2,000"),
        ("entre 2 000 et 3 000 hommes", "2,000 to 3,000"),
        ("des milliers de morts", "2,000 to under 10,000"),
        ("environ deux millions et demi", "2,375,000 to 2,625,000"),
        ("dreitausendfünfhundert Mann", "3,500"),
        ("einundzwanzig Geschütze", "21"),
        ("mehr als 3.500 Mann", "over 3,500"),
        ("zwischen zwei- und dreitausend", "2,000 to 3,000"),
        ("anderthalb Millionen Rubel", "1,500,000 rubel"),
        ("Zehntausende", "20,000 to under 100,000"),
        ("yaklaşık üç bin beş yüz asker", "3,325 to 3,675"),
        ("üçbinbeşyüz", "3,500"),
        ("3.500'den fazla asker", "over 3,500"),
        ("en az 3.500 kişi", "at least 3,500"),
        ("iki buçuk milyon", "2,500,000"),
        ("2.000 ile 3.000 arasında asker", "2,000 to 3,000"),
        ("on binlerce kişi", "20,000 to under 100,000"),
        ("более трёх тысяч солдат", "over 3,000"),
        ("две с половиной тысячи", "2,500"),
        ("полтора миллиона", "1,500,000"),
        ("от 2000 до 3000 человек", "2,000 to 3,000"),
        ("десятки тысяч беженцев", "20,000 to under 100,000"),
        ("не более 300 убитых", "up to 300"),
    ],
)
def test_other_languages(text: str, core: str) -> None:
    """French, German, Turkish and Russian words say what their English counterparts say."""
    assert [found for found, _ in regions(text)] == [core]


@pytest.mark.parametrize(
    ("text", "language", "cores"),
    [
        ("3,500", "en", ["3,500"]),
        ("3,500", "de", ["3.5"]),
        ("3,500", "", ["3,500", "3.5"]),
        ("3.500", "tr", ["3,500"]),
        ("1.250", "", ["1.25", "1,250"]),
        ("1,5", "", ["1.5"]),
        ("1,5", "en", ["1.5"]),
        ("20,000", "", ["20,000"]),
        ("20.000", "", ["20", "20,000"]),
        ("3 500", "", ["3,500"]),
        ("3'500", "", ["3,500"]),
        ("1,234,567", "", ["1,234,567"]),
        ("1.234,5", "", ["1,234.5"]),
        ("1,234.5", "de", ["1,234.5"]),
        ("0,125", "", ["0.125"]),
        ("3,500 men", "", ["3,500"]),
        ("3.500 Mann", "", ["3,500"]),
        ("1.250 men", "en", ["1,250"]),
        ("1.250 miles", "", ["1.25 miles"]),
        ("1.500-1,750", "", ["1.5 to 1,750"]),
        ("some 3,500 widgets", "de", ["3.325 to 3.675", "3,325 to 3,675"]),
        ("٣٥٠٠", "", ["3,500"]),
    ],
)
def test_marks_between_digits(text: str, language: str, cores: list[str]) -> None:
    """A mark that may divide thousands or decimals is read both ways until language or noun settles it."""
    assert [core for core, _ in regions(text, language)] == cores


def test_readings_of_one_mark_vary_together() -> None:
    """The readings of two doubtful marks name one cause, so that one source keeps to one habit."""
    comma, point = read("1,500"), read("2.500")

    assert [dict(reading.under) for reading in comma.readings] == [
        {"separator": "1,234.5"},
        {"separator": "1.234,5"},
    ]
    assert not comma.readings[0].goes_with(point.readings[1])
    assert comma.open == ("whether the mark divides thousands or begins the decimals: 1,500 or 1.5",)


@pytest.mark.parametrize(
    ("text", "language", "choices"),
    [
        ("two billion marks", "", ["short", "long"]),
        ("two billion marks", "en-US", []),
        ("zwei Billionen", "de", []),
    ],
)
def test_the_scale_of_a_billion(text: str, language: str, choices: list[str]) -> None:
    """A billion has both its values, except in America, which never used the long scale, and in German."""
    under = [dict(reading.under).get("scale") for reading in read(text, language).readings]

    assert [choice for choice in under if choice] == choices


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("over 20,000", "20,000", Relation.POSSIBLE_CONFLICT),
        ("over 20,000", "60,000", Relation.REFINES),
        ("some 3,000", "over 20,000", Relation.NECESSARY_CONFLICT),
        ("some 3,000", "3,000", Relation.REFINES),
        ("3,000", "3,000", Relation.AGREES),
        ("3,000", "3,200", Relation.POSSIBLE_CONFLICT),
        ("3,015", "3,251", Relation.NECESSARY_CONFLICT),
        ("up to 3,000", "2,000", Relation.REFINES),
        ("at least 2,000", "up to 3,000", Relation.COMPATIBLE),
        ("500 versts", "533.4 km", Relation.AGREES),
        ("3 versts", "3.2 km", Relation.POSSIBLE_CONFLICT),
        ("3 poods", "50 kg", Relation.POSSIBLE_CONFLICT),
        ("3.015 versts", "9 km", Relation.NECESSARY_CONFLICT),
        ("3 versts", "3 poods", Relation.INCOMPARABLE),
        ("20 fathoms", "120 feet", Relation.AGREES),
        ("500 Turkish pounds", "500 pounds sterling", Relation.INCOMPARABLE),
        ("500 pounds", "500 pounds of flour", Relation.INCOMPARABLE),
        ("57 killed", "58 killed", Relation.POSSIBLE_CONFLICT),
        ("57 killed", "59 killed", Relation.NECESSARY_CONFLICT),
        ("300-odd", "500", Relation.NECESSARY_CONFLICT),
        ("two weeks", "fourteen days", Relation.AGREES),
        ("half of the garrison", "50 percent of the garrison", Relation.AGREES),
        ("30 killed", "30 wounded", Relation.INCOMPARABLE),
        ("30 killed", "30 men killed", Relation.AGREES),
        ("3,500 men", "3,500 soldiers", Relation.AGREES),
        ("3,500 men", "3,500 guns", Relation.INCOMPARABLE),
        ("five million gold rubles", "five million paper rubles", Relation.INCOMPARABLE),
        ("five million francs", "five million rubles", Relation.INCOMPARABLE),
        ("thirty", "30", Relation.AGREES),
        ("3.500", "3,500", Relation.COMPATIBLE),
    ],
)
def test_how_two_quantities_compare(a: str, b: str, relation: Relation) -> None:
    """Bounds, tolerances, units and what is counted decide together how two figures stand."""
    language = "en" if a == "3,015" else ""
    first, second = read(a, language), read(b, language)

    assert compare_values(first, second).relation is relation
    assert compare_values(second, first).relation is relation


def test_the_strict_profile_takes_round_numbers_at_their_word() -> None:
    """Under the strict profile a bare round number has no tolerance."""
    strict = KIND.read("3,000", Context(language="en", tolerances=Tolerances(profile="strict")))

    assert strict.readings[0].core == strict.readings[0].envelope


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "value-unreadable"),
        ("lots", "value-unreadable"),
        ("not 3000", "value-unreadable"),
        ("11th", "value-unreadable"),
        ("the second division", "value-unreadable"),
        ("3,000¹", "value-unreadable"),
        ("nearly 0", "value-unreadable"),
        ("3,000 - 2,000", "range-reversed"),
        ("more than 3,000 but fewer than 2,000", "range-reversed"),
        ("30 killed and 80 wounded", "quantity-two-numbers"),
        ("twenty thirty", "quantity-two-numbers"),
        ("9" * 60, "value-unreadable"),
        ("million " * 20, "quantity-two-numbers"),
        ("5 " + "million " * 20, "quantity-two-numbers"),
        ("5" * 30 + " million million", "value-unreadable"),
        ("5/0", "value-unreadable"),
        ("3,000 men " * 100, "value-unreadable"),
    ],
)
def test_what_is_no_quantity_is_refused(text: str, code: str) -> None:
    """Words without one number are refused, each with its code."""
    with pytest.raises(UnreadableError) as caught:
        read(text, "en")

    assert caught.value.code == code
    assert caught.value.message


def test_a_range_may_lack_its_zeros() -> None:
    """ "5-6,000" is read with the zeros of its second number and without them."""
    assert [core for core, _ in regions("5-6,000 men")] == ["5 to 6,000", "5,000 to 6,000"]


def test_what_is_not_read_is_said() -> None:
    """Words behind a comma or a preposition are kept out of what is counted, and named as open."""
    value = read("12,000 people, chiefly townsmen")

    assert value.scope.as_mapping()["counted"].key == "people"
    assert value.open == ("not read: chiefly townsmen",)


def test_json_of_a_hedged_number() -> None:
    """The JSON answer holds exact numbers as text, in the printed unit, and what is counted."""
    assert KIND.as_json(read("some 3,000 men"), NO_CONTEXT) == {
        "readings": [
            {
                "core": {"low": "2850", "high": "3150", "low_open": False, "high_open": False},
                "envelope": {"low": "2700", "high": "3300", "low_open": False, "high_open": False},
            }
        ],
        "unit": None,
        "counted": "troops",
        "open": [],
    }


def test_json_of_a_bound_in_a_unit() -> None:
    """An end without bound is null, an open one says so, and versts are answered in versts."""
    answer = KIND.as_json(read("over 7/2 versts"), NO_CONTEXT)

    assert answer["unit"] == "verst"
    assert answer["readings"][0]["core"] == {"low": "7/2", "high": None, "low_open": True, "high_open": False}


def test_json_of_a_unit_with_several_sizes() -> None:
    """A ton is as many tons in each of its readings, which name the ton that they mean."""
    answer = KIND.as_json(read("20 tons of grain"), NO_CONTEXT)

    assert {reading["core"]["low"] for reading in answer["readings"]} == {"20"}
    assert [reading["under"]["unit"] for reading in answer["readings"]] == ["tonne", "long-ton", "short-ton"]
    assert answer["counted"] == "grain"


def test_json_of_alternatives() -> None:
    """Numbers joined by "or" are answered as spans beside their outer bounds."""
    answer = KIND.as_json(read("3 or 5 guns"), NO_CONTEXT)

    assert [span["low"] for span in answer["readings"][0]["spans"]] == ["3", "5"]


_FORMATS = {
    "plain": lambda number: str(number),
    "english": lambda number: f"{number:,}",
    "continental": lambda number: f"{number:,}".replace(",", "."),
    "spaced": lambda number: f"{number:,}".replace(",", "\u202f"),
    "swiss": lambda number: f"{number:,}".replace(",", "’"),
}


@given(st.integers(0, 10**15), st.sampled_from(sorted(_FORMATS)))
def test_a_printed_number_is_read_back(number: int, style: str) -> None:
    """A whole number in any print has its own value as core in some reading."""
    cores = [reading.core for reading in read(_FORMATS[style](number)).readings]

    assert Numbers.between(number, number) in cores


@given(
    st.integers(0, 10**9), st.integers(1, 10**4 - 1), st.sampled_from([("en", "."), ("de", ","), ("ru", ",")])
)
def test_a_printed_decimal_is_read_back(whole: int, part: int, habit: tuple[str, str]) -> None:
    """A number with decimals in the language's own print is read exactly."""
    language, mark = habit
    expected = Fraction(whole) + Fraction(part, 10**4)
    value = KIND.read(f"{whole}{mark}{part:04}", Context(language=language))

    assert [reading.core for reading in value.readings] == [Numbers.between(expected, expected)]


_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def _in_words(number: int) -> str:
    for size, word in ((10**9, "milliard"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            head, rest = divmod(number, size)
            tail = f" and {_in_words(rest)}" if 0 < rest < 100 else f" {_in_words(rest)}" if rest else ""
            return f"{_in_words(head)} {word}{tail}"
    if number < 20:
        return _UNITS[number]
    tens, rest = divmod(number, 10)
    return _TENS[tens] + (f"-{_UNITS[rest]}" if rest else "")


@given(st.integers(0, 10**12 - 1))
@example(100_100)
@example(1_000_001)
def test_a_spelled_number_is_read_back(number: int) -> None:
    """A number spelled out in English has its own value."""
    core = read(_in_words(number)).readings[0].core

    assert core == Numbers.between(number, number)


_SCRAPS = st.sampled_from(
    [
        "some",
        "over",
        "at",
        "least",
        "between",
        "and",
        "or",
        "to",
        "from",
        "million",
        "thousand",
        "dozen",
        "half",
        "a",
        "of",
        "not",
        "no",
        "more",
        "than",
        "under",
        "3,000",
        "1.5",
        "7/2",
        "20",
        "-",
        "–",
        "(",
        ")",
        ",",
        "%",
        "£",
        "±",
        ">",
        "killed",
        "men",
        "versts",
        "billion",
        "several",
        "tens",
        "hundreds",
        "in",
        "not",
        "+",
        "?",
        "½",
        "yüzde",
        "bin",
    ]
)


@given(st.lists(_SCRAPS, max_size=9).map(" ".join) | st.text(max_size=40), st.sampled_from(["", "en", "tr"]))
@example("bin 3,000 mille", "")
def test_any_text_is_read_or_refused(text: str, language: str) -> None:
    """Whatever is written, the answer is a value with its JSON, or a refusal with a message."""
    try:
        value = read(text, language)
    except UnreadableError as refusal:
        assert refusal.message  # noqa: PT017 - either outcome is right, each in its own way
    else:
        assert KIND.as_json(value, NO_CONTEXT)["readings"]
        assert compare_values(value, value).relation is not Relation.NECESSARY_CONFLICT


@given(
    st.integers(1, 10**6),
    st.sampled_from(["some", "over", "at least", "under", "up to", "nearly", "exactly"]),
)
def test_changing_the_unit_of_both_sides_changes_nothing(number: int, bound: str) -> None:
    """Two lengths compare in versts as the same two lengths do in kilometres."""
    a, b = read(f"{bound} {number} versts"), read(f"{number + 1} versts")
    factor = Fraction(2667, 2500)

    assert compare_values(_rescaled(a, factor), _rescaled(b, factor)) == compare_values(a, b)


def _rescaled(value: Value, factor: Fraction) -> Value:
    def scaled(region: object) -> Numbers:
        assert isinstance(region, Numbers)
        return Numbers.of(
            Run(
                None if run.low is None else run.low / factor,
                None if run.high is None else run.high / factor,
                low_open=run.low_open,
                high_open=run.high_open,
            )
            for run in region.runs
        )

    readings = tuple(
        evolve(reading, core=scaled(reading.core), envelope=scaled(reading.envelope))
        for reading in value.readings
    )
    return evolve(value, readings=readings)
