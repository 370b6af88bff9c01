"""Places: parts inside wholes, names that come and go, and the sort of place that a name means."""

from __future__ import annotations

import pytest

from claimcheck.values.algebra import compare_values
from claimcheck.values.context import Context
from claimcheck.values.kind import Kind
from claimcheck.values.place import KIND
from claimcheck.values.points import Points
from claimcheck.values.register import Containment, Entry, Form, Register
from claimcheck.values.relation import Relation
from claimcheck.values.span import ALWAYS, Span, day_number
from claimcheck.values.value import UnreadableError, Value


def years(first: int, last: int) -> Span:
    """Return the days of some years."""
    return Span(day_number(first, 1, 1), day_number(last, 12, 31))


def place(
    where: str, *names: str | Form, inside: tuple[str | Containment, ...] = (), sense: str = ""
) -> Entry:
    """Return an entry with these names, lying in these wholes."""
    forms = tuple(name if isinstance(name, Form) else Form(text=name) for name in names)
    wholes = tuple(each if isinstance(each, Containment) else Containment(whole=each) for each in inside)
    return Entry(id=where, label=forms[0].text, forms=forms, part_of=wholes, sense=sense)


PLACES = Register(
    entries=(
        place("georgia", "Georgia"),
        place("turkey", "Turkey"),
        place(
            "adjara",
            "Adjara",
            "Ajaria",
            inside=(
                Containment(whole="georgia", valid=years(1921, 2100)),
                Containment(whole="turkey", valid=years(1700, 1878)),
            ),
        ),
        place(
            "batumi",
            "Batumi",
            "Batoum",
            Form(text="Batum", valid=years(1878, 1936)),
            inside=("adjara", "batum-sanjak"),
            sense="city",
        ),
        place("batum-sanjak", Form(text="Batum"), sense="sanjak"),
        place("tbilisi", "Tbilisi", Form(text="Tiflis", valid=years(1700, 1936)), inside=("georgia",)),
        place("poti", "Poti", inside=("georgia",)),
        place("kars", "Kars"),
    )
)


THEN = years(1921, 1921)


def read(text: str, when: Span = THEN) -> Value:
    """Return the value of a place's name at a time."""
    return KIND.read(text, Context(places=PLACES, when=when))


def points(text: str, when: Span = THEN) -> list[set[str]]:
    """Return the points of each reading."""
    cores = [reading.core for reading in read(text, when).readings]
    return [set(core.points) for core in cores if isinstance(core, Points)]


def test_it_is_a_kind() -> None:
    """The module exports a kind of value by the protocol that others find it by."""
    assert isinstance(KIND, Kind)


def test_a_whole_holds_its_parts_at_the_time() -> None:
    """A place stands for itself and all that lay in it then, not for what lay in it at other times."""
    assert points("Georgia") == [{"georgia", "adjara", "batumi", "tbilisi", "poti"}]
    assert points("Georgia", years(1870, 1870)) == [{"georgia", "tbilisi", "poti"}]
    assert points("Turkey", years(1870, 1870)) == [{"turkey", "adjara", "batumi"}]


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("Batumi", "Batoum", Relation.AGREES),
        ("Batumi", "Georgia", Relation.REFINES),
        ("Poti", "Adjara", Relation.NECESSARY_CONFLICT),
        ("Poti", "Georgia", Relation.REFINES),
        ("Batum (city)", "Batum (sanjak)", Relation.REFINES),
        ("Batum", "Batumi", Relation.POSSIBLE_CONFLICT),
        ("Kars", "Qars", Relation.AGREES),
        ("Kars", "Kars or Poti", Relation.REFINES),
        ("Turkey", "Georgia", Relation.NECESSARY_CONFLICT),
    ],
)
def test_how_two_places_compare(a: str, b: str, relation: Relation) -> None:
    """A part refines its whole, one place by two names agrees, two places conflict."""
    assert compare_values(read(a), read(b)).relation is relation


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Batum (sanjak)", {"batumi", "batum-sanjak"}),
        ("sanjak of Batum", {"batumi", "batum-sanjak"}),
        ("the city of Batum", {"batumi"}),
        ("Batum (Georgia)", {"batumi"}),
        ("BATUMİ", {"batumi"}),
        ("Tiﬂis", {"tbilisi"}),
        ("Tbilisi (Tiflis)", {"tbilisi"}),
        ("Batum (city) or Poti", {"batumi", "poti"}),
    ],
)
def test_names_that_identify(text: str, where: set[str]) -> None:
    """The sort of place, a whole or another name in brackets picks one among those of the same name."""
    assert points(text) == [where]


def test_a_name_of_two_places_stays_open() -> None:
    """ "Batum" alone may be the city or the sanjak, and says so."""
    value = read("Batum")

    assert [dict(reading.under)["name:batum"] for reading in value.readings] == [
        *("batum-sanjak", "batumi", "another"),
    ]
    assert len(value.open) == 1


def test_a_former_name_identifies_in_its_own_time_only() -> None:
    """Tiflis identifies in 1921; in 1990 it is a possible name of Tbilisi and no more."""
    assert points("Tiflis") == [{"tbilisi"}]
    assert points("Tiflis", years(1990, 1990)) == [{"tbilisi"}, {"another tiflis"}]
    assert points("Tiflis", ALWAYS) == [{"tbilisi"}]


@pytest.mark.parametrize(("text", "likely"), [("Tiis", "Tiflis"), ("Karst", "Kars"), ("Pott", "Poti")])
def test_a_look_alike_is_suggested_and_never_taken(text: str, likely: str) -> None:
    """A damaged or similar name is refused, with the likest registered name as a hint."""
    with pytest.raises(UnreadableError) as caught:
        read(text)

    assert caught.value.code == "name-unknown"
    assert likely in caught.value.hint


@pytest.mark.parametrize("text", ["Kars (sanjak)", "the port of Poti"])
def test_an_unregistered_sort_of_place_stays_open(text: str) -> None:
    """Where the register does not say what sort of place it has, a stated sort leaves it possible."""
    assert len(points(text)) == 2


def test_json_lists_the_candidates() -> None:
    """The JSON answer names every place that the words may mean, with the reason."""
    answer = KIND.as_json(read("Batum or Poti"), Context(places=PLACES, when=years(1921, 1921)))

    assert [(each["id"], each["certainty"]) for each in answer["candidates"]] == [
        ("batum-sanjak", "possible"),
        ("batumi", "possible"),
        ("poti", "same"),
    ]
