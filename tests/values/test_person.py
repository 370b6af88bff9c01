"""Persons: whom a name means in a register where three bear one of them."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimcheck.values.algebra import compare_values
from claimcheck.values.context import NO_CONTEXT, Context
from claimcheck.values.kind import Kind
from claimcheck.values.names import match_name
from claimcheck.values.person import KIND
from claimcheck.values.points import Points
from claimcheck.values.register import Entry, Form, Register
from claimcheck.values.relation import Relation
from claimcheck.values.span import ALWAYS, Span, day_number
from claimcheck.values.value import UnreadableError, Value


def years(first: int, last: int) -> Span:
    """Return the days of some years."""
    return Span(day_number(first, 1, 1), day_number(last, 12, 31))


def person(who: str, *names: str, also: tuple[str, ...] = (), life: Span = ALWAYS) -> Entry:
    """Return an entry whose label is its first name."""
    forms = [Form(text=name) for name in names] + [Form(text=name, is_declared=False) for name in also]
    return Entry(id=who, label=names[0], forms=tuple(forms), life=life)


PERSONS = Register(
    entries=(
        person(
            "karabekir",
            "Kâzım Karabekir",
            "Kâzım Karabekir Paşa",
            also=("Kâzım Paşa",),
            life=years(1882, 1948),
        ),
        person("ozalp", "Kâzım Özalp", also=("Kâzım Paşa", "Kâzım Bey"), life=years(1880, 1968)),
        person("dirik", "Kâzım Dirik", also=("Kâzım Bey",), life=years(1881, 1941)),
        person("halit", "Halit Karsıalan", also=("Halit Bey",)),
        person("halil", "Halil Kut", also=("Halil Bey",)),
        person("nazim", "Nazım Bey"),
        person("charles-xi", "Charles XI"),
        person("charles-xii", "Charles XII"),
        person("chicherin", "Georgy Chicherin", "Chicherin"),
        person("enver", "Enver Paşa"),
        person("younger", "Ahmet Refik", life=years(1900, 1950)),
        person("elder", "Ahmet Refik", life=years(1800, 1850)),
        Entry(
            id="kemal",
            label="Mustafa Kemal",
            forms=(Form(text="Mustafa Kemal"), Form(text="Atatürk", valid=years(1934, 2100))),
        ),
    )
)
IN_1920 = Context(persons=PERSONS, when=years(1919, 1921))


def read(text: str) -> Value:
    """Return the value of a name in 1919 to 1921."""
    return KIND.read(text, IN_1920)


THEN = years(1919, 1921)


def found(text: str, when: Span = THEN) -> tuple[str, list[str]]:
    """Return how certain a name is and whom it may mean, by id."""
    candidates = match_name(text, PERSONS, when)
    return (candidates[0].certainty if candidates else "", sorted(each.id for each in candidates))


def test_it_is_a_kind() -> None:
    """The module exports a kind of value by the protocol that others find it by."""
    assert isinstance(KIND, Kind)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Kâzım Karabekir", "karabekir"),
        ("KAZIM KARABEKİR", "karabekir"),
        ("Karabekir, Kâzım", "karabekir"),
        ("General Kiazim Karabekir Pacha", "karabekir"),
        ("karabekir", "karabekir"),
        ("Kâzım Bey (Özalp)", "ozalp"),
        ("Kâzım Dirik", "dirik"),
        ("Nazim Bei", "nazim"),
        ("Charles XI", "charles-xi"),
        ("Tchitchérine", "chicherin"),
        ("Чичерин", "chicherin"),
        ("Commissar Chicherin", "chicherin"),
        ("Enver Pasha", "enver"),
        ("Gazi Mustafa Kemal Paşa", "kemal"),
        ("Mustafa Kemal (Atatürk)", "kemal"),
        ("Ahmed Refik", "younger"),
    ],
)
def test_names_that_identify(text: str, who: str) -> None:
    """A registered name that one living bearer has identifies, in any spelling, order and with any title."""
    assert found(text) == ("same", [who])


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Kâzım Paşa", ["dirik", "karabekir", "ozalp"]),
        ("Kazım Bey", ["dirik", "karabekir", "ozalp"]),
        ("Kazim bei", ["dirik", "karabekir", "ozalp"]),
        ("Kâzım", ["dirik", "karabekir", "ozalp"]),
        ("K. Karabekir", ["karabekir"]),
        ("Halit Bey", ["halit"]),
        ("Halil Bey", ["halil"]),
        ("Enver Bey", ["enver"]),
        ("B. Chicherin", ["chicherin"]),
        ("Charles", ["charles-xi", "charles-xii"]),
        ("Kemal", ["kemal"]),
        ("Atatürk", ["kemal"]),
    ],
)
def test_names_that_stay_open(text: str, who: list[str]) -> None:
    """A bare name, another title, unknown initials or a name of another time leave their bearers possible."""
    assert found(text) == ("possible", who)


@pytest.mark.parametrize(
    "text",
    ["A. Karabekir", "Charles XIII", "Kâzım Orbay", "Nazım Karabekir", "Halim Bey", "Trotsky", "Paşa", ""],
)
def test_names_that_fit_nobody(text: str) -> None:
    """A contradicting initial, numeral or surname, or an unknown name, fits nobody."""
    assert found(text) == ("", [])


def test_the_time_frame_chooses_among_namesakes() -> None:
    """Of two who bear one name, only those alive at the time are meant; without a time both may be."""
    assert found("Ahmet Refik", years(1820, 1830)) == ("same", ["elder"])
    assert found("Ahmet Refik", ALWAYS) == ("possible", ["elder", "younger"])


def test_a_spelling_that_two_fit_identifies_neither() -> None:
    """Where two registered names can be spelt like the text, both stay possible."""
    register = Register(entries=(person("a", "Fuat Bulca"), person("b", "Fuad Bulca")))

    assert [each.certainty for each in match_name("Fouad Bulca", register)] == ["possible", "possible"]
    assert [each.id for each in match_name("Fuad Bulca", register)] == ["b"]


def test_a_declared_look_alike_keeps_a_spelling_open() -> None:
    """A spelling identifies no one while a declared look-alike fits a part of it."""
    entries = (person("a", "Fuat Bulca"), person("b", "Bulca"))
    apart = Register(entries=entries, distinct=frozenset({frozenset({"a", "b"})}))

    assert [each.certainty for each in match_name("Fuad Bulca", Register(entries=entries))] == ["same"]
    assert [each.certainty for each in match_name("Fuad Bulca", apart)] == ["possible", "possible"]


def test_an_open_name_has_a_reading_for_each_bearer_and_for_another() -> None:
    """ "Kâzım Paşa" may be any of three Kâzıms or a fourth, each reading under its own assumption."""
    value = read("Kâzım Paşa")

    assert [dict(reading.under)["name:kazim pasa"] for reading in value.readings] == [
        *("karabekir", "ozalp", "dirik"),
        "another",
    ]
    assert value.open == ("'Kâzım Paşa' may mean Kâzım Karabekir, Kâzım Özalp, Kâzım Dirik, or another",)


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("Chicherin", "Tchitchérine", Relation.AGREES),
        ("Chicherin", "Kâzım Karabekir", Relation.NECESSARY_CONFLICT),
        ("Chicherin", "Chicherin or Enver Pasha", Relation.REFINES),
        ("Kâzım Paşa", "Kâzım Karabekir", Relation.POSSIBLE_CONFLICT),
        ("Kâzım Paşa", "Chicherin", Relation.NECESSARY_CONFLICT),
        ("Kâzım Paşa", "Kâzım Paşa", Relation.COMPATIBLE),
        ("Kâzım Paşa", "Halit Bey", Relation.POSSIBLE_CONFLICT),
        ("Halit Bey", "Halil Bey", Relation.POSSIBLE_CONFLICT),
    ],
)
def test_how_two_names_compare(a: str, b: str, relation: Relation) -> None:
    """What identifies can conflict necessarily; what stays open conflicts possibly, if anybody is left."""
    assert compare_values(read(a), read(b)).relation is relation


def test_two_open_names_may_mean_one_unregistered_person() -> None:
    """Two open names never conflict necessarily: somebody outside the register may bear both."""
    assert compare_values(read("Halit Bey"), read("Charles")).relation is Relation.POSSIBLE_CONFLICT


@pytest.mark.parametrize(
    ("text", "year", "who"),
    [
        ("the commander of the XV Army Corps", 1920, ["a"]),
        ("the commander of the XV Army Corps", 1930, []),
        ("the XV Army Corps", 1920, []),
        ("the commander of the XI Army Corps", 1920, []),
        ("Dmitry Zhloba, commander of the XV Army Corps", 1920, ["b"]),
    ],
)
def test_an_office_makes_its_holder_a_candidate_at_its_time(text: str, year: int, who: list[str]) -> None:
    """Words for an office may mean whom the register has in it then; nobody is certain by an office."""
    office = Form(
        text="commander of XV Army Corps", valid=years(1919, 1920), is_declared=False, is_office=True
    )
    a = Entry(id="a", label="Kâzım Karabekir", forms=(Form(text="Kâzım Karabekir"), office))
    found = match_name(text, Register(entries=(a, person("b", "Dmitry Zhloba"))), years(year, year))

    assert [(each.id, each.certainty) for each in found] == [(each, "possible") for each in who]


def test_without_a_register_a_name_stands_for_itself() -> None:
    """Unregistered names agree with themselves, and differ at most possibly from others."""
    a, b, c = (KIND.read(text, NO_CONTEXT) for text in ("Kâzım Paşa", "kazim paşa", "Halit Bey"))

    assert compare_values(a, b).relation is Relation.AGREES
    assert compare_values(a, c).relation is Relation.POSSIBLE_CONFLICT
    assert a.open


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("Chicerin", "name-unknown", "did you mean"),
        ("Zzyzx", "name-unknown", "add it to the names"),
        ("Chicherin or Zzyzx", "name-unknown", "add it to the names"),
        ("not Chicherin", "value-unreadable", "stance: denies"),
        ("", "value-unreadable", "write a name"),
        (" or ", "value-unreadable", "write a name"),
        ("Kâzım Paşa or Kâzım Bey or Charles or Kâzım", "value-unreadable", "fuller name"),
    ],
)
def test_what_is_no_registered_name_is_refused(text: str, code: str, hint: str) -> None:
    """A name that nobody bears is refused with the likest ones, a denial with the stance to write."""
    with pytest.raises(UnreadableError) as caught:
        read(text)

    assert caught.value.code == code
    assert hint in caught.value.hint


def test_json_lists_the_candidates_with_their_reasons() -> None:
    """The JSON answer holds every candidate with certainty and reason, and what is open."""
    certain, doubtful = (KIND.as_json(read(text), IN_1920) for text in ("Tchitchérine", "Enver Bey"))

    assert certain == {
        "candidates": [
            {
                "id": "chicherin",
                "label": "Georgy Chicherin",
                "certainty": "same",
                "why": "a spelling of 'Chicherin': Tchitchérine as Chicherin",
            }
        ],
        "open": [],
    }
    assert doubtful["candidates"][0]["certainty"] == "possible"
    assert doubtful["candidates"][0]["why"] == "'Enver Paşa', but the title is not the same"
    assert doubtful["open"] == ["'Enver Bey' may mean Enver Paşa, or another"]


_WORDS = st.sampled_from(
    [
        "Kâzım",
        "Karabekir",
        "Paşa",
        "Bey",
        "K.",
        "A.",
        "Charles",
        "XI",
        "XII",
        "(",
        ")",
        "(Özalp)",
        "or",
        "not",
        ",",
        "Chicherin",
        "Kemal",
        "Ç",
        "von",
        "11th",
        "I",
    ]
)


@given(st.lists(_WORDS, max_size=7).map(" ".join) | st.text(max_size=40), st.booleans())
@example("ʻ Karabekir", True)
def test_any_text_is_read_or_refused(text: str, is_registered: bool) -> None:
    """Whatever is written, the answer is a value whose readings hold their cores, or a refusal."""
    context = IN_1920 if is_registered else NO_CONTEXT
    try:
        value = KIND.read(text, context)
    except UnreadableError as refusal:
        assert refusal.message  # noqa: PT017 - either outcome is right, each in its own way
    else:
        assert all(isinstance(reading.core, Points) for reading in value.readings)
        assert compare_values(value, value).relation is not Relation.NECESSARY_CONFLICT
        assert KIND.as_json(value, context)["open"] == list(value.open)


@given(st.lists(_WORDS, max_size=6).map(" ".join))
def test_one_alone_is_the_same(text: str) -> None:
    """A match is one candidate that is the same, or some that are all possible, never a mixture."""
    certainties = [candidate.certainty for candidate in match_name(text, PERSONS)]

    assert certainties == ["same"] or set(certainties) <= {"possible"}
