"""Names, events and the cycles that they must not have."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.dossier import load
from claimcheck.dossier.cycles import find_cycles

MakeDossier = Callable[..., Path]
HEADER = "claimcheck: 1\npart: names\n"


def test_persons_with_names_life_and_offices(make_dossier: MakeDossier) -> None:
    """A person's names identify, the forms under `also` do not, and each may hold for a time only."""
    text = """persons:
  - id: alving
    names: [Tor Alving, {name: Tor Alvink, when: ../1890}]
    also: [Alving]
    life: 1841/1902
    offices: [{title: warden, of: the parish, when: 1880/1885}]
    not-same: [other]
  - {id: other, label: Another}
"""
    dossier = load(make_dossier(n=HEADER + text))
    person, other = dossier.persons
    entry = dossier.person_register.get("alving")

    assert dossier.problems == ()
    assert (person.label, str(person.life)) == ("Tor Alving", "1841-01-01/1902-12-31")
    assert [(form.text, form.is_declared, str(form.valid)) for form in (*person.names, *person.also)] == [
        ("Tor Alving", True, "../.."),
        ("Tor Alvink", True, "../1890-12-31"),
        ("Alving", False, "../.."),
    ]
    assert [(office.title, office.of, str(office.valid)) for office in person.offices] == [
        ("warden", "the parish", "1880-01-01/1885-12-31")
    ]
    assert entry is not None
    assert [form.text for form in entry.forms] == [
        *("Tor Alving", "Tor Alvink", "Alving", "warden of the parish")
    ]
    assert dossier.person_register.distinct == {frozenset(("alving", "other"))}
    assert other.label == "Another"


def test_label_without_names_is_the_id(make_dossier: MakeDossier) -> None:
    """Whoever has neither label nor names goes by the id."""
    dossier = load(make_dossier(n=HEADER + "bodies: [{id: corps}]\n"))

    assert dossier.bodies[0].label == "corps"


def test_those_who_are_the_same_are_one_entry(make_dossier: MakeDossier) -> None:
    """Declared identities merge, transitively, into the first entry, with all forms and ids."""
    text = (
        "persons: [{id: a, names: [A]}, {id: b, names: [B], same-as: [a]}, {id: c, same-as: [b]}, {id: d}]\n"
    )
    register = load(make_dossier(n=HEADER + text)).person_register

    assert [entry.id for entry in register.entries] == ["a", "d"]
    assert [form.text for form in register.entries[0].forms] == ["A", "B", "c", "b"]


def test_same_and_not_same_is_told(make_dossier: MakeDossier) -> None:
    """Who is declared the same and not the same is kept apart, and the problem stands at the declaration."""
    text = "persons: [{id: a, not-same: [c]}, {id: b, same-as: [a]}, {id: c, same-as: [b]}, {id: d}]\n"
    dossier = load(make_dossier(n=HEADER + text))

    assert [entry.id for entry in dossier.person_register.entries] == ["a", "b", "c", "d"]
    assert {problem.code for problem in dossier.problems} == {"same-and-not-same"}
    assert dossier.person_register.distinct == {frozenset(("a", "c"))}


def test_places_lie_in_others_for_a_time(make_dossier: MakeDossier) -> None:
    """A place is part of what is named, while it was; unknown wholes and times that are none are told."""
    text = """places:
  - {id: batumi, part-of: [adjara, {id: empire, when: 1878/1917}, {id: empire, when: 1921-02-30}, ajara]}
  - {id: adjara, existed: 1921/, sense: republic}
  - {id: empire}
"""
    dossier = load(make_dossier(n=HEADER + text))
    wholes = dossier.place_register.get("batumi")

    assert wholes is not None
    assert [(part.whole, str(part.valid)) for part in wholes.part_of] == [
        ("adjara", "../.."),
        ("empire", "1878-01-01/1917-12-31"),
    ]
    assert [problem.code for problem in dossier.problems] == ["date-nonexistent", "unknown-id"]


def test_cycle_of_parts_is_told_once_and_opened(make_dossier: MakeDossier) -> None:
    """Places within one another lose the closing link, unless no day sees the cycle closed."""
    text = """places:
  - {id: a, part-of: [b]}
  - {id: b, part-of: [c]}
  - {id: c, part-of: [a, a]}
bodies:
  - {id: x, part-of: [{id: y, when: ../1917}]}
  - {id: y, part-of: [{id: x, when: 1918/..}]}
  - {id: z, part-of: [z]}
"""
    dossier = load(make_dossier(n=HEADER + text))

    assert [[part.whole for part in place.part_of] for place in dossier.places] == [["b"], ["c"], []]
    assert [[part.whole for part in body.part_of] for body in dossier.bodies] == [["y"], ["x"], []]
    assert [problem.code for problem in dossier.problems] == ["part-of-cycle", "part-of-cycle"]
    assert "a -> b -> c -> a" in dossier.problems[0].message


def test_events(make_dossier: MakeDossier) -> None:
    """Events carry their parts, holdings and identities; what names nothing is told, cycles are opened."""
    names = HEADER + "bodies: [{id: turkey}]\nplaces: [{id: batumi}]\n"
    events = """claimcheck: 1
part: events
events:
  - {id: war, label: The war, same-as: [war, battle]}
  - id: battle
    label: The battle
    part-of: [war]
    opens: [{holder: turkey, place: batumi}, {holder: turkei, place: batumi}]
    closes: [{holder: turkey, place: batumi}]
    point: yes
  - {id: a, label: A, part-of: [b]}
  - {id: b, label: B, part-of: [a]}
"""
    dossier = load(make_dossier(n=names, e=events))
    war, battle, a, b = dossier.events

    assert war.same_as == ("battle",)
    assert (battle.part_of, battle.is_point, len(battle.opens), len(battle.closes)) == (("war",), True, 1, 1)
    assert (a.part_of, b.part_of) == (("b",), ())
    assert [problem.code for problem in dossier.problems] == ["unknown-id", "part-of-cycle"]
    assert dossier.problems[0].hint == "did you mean 'turkey'?"


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.lists(st.sampled_from("abcdefgh"), max_size=4)))
def test_without_closing_links_no_cycle_is_left(links: dict[str, list[str]]) -> None:
    """Every cycle that is found is one, and taking its closing link away opens them all."""
    cycles = list(find_cycles(links))
    closing = {(cycle[-1], cycle[0]) for cycle in cycles}

    for cycle in cycles:
        assert all(whole in links[part] for part, whole in zip(cycle, (*cycle[1:], cycle[0]), strict=True))

    left = {
        part: [whole for whole in wholes if (part, whole) not in closing] for part, wholes in links.items()
    }

    assert list(find_cycles(left)) == []


def test_long_chains_of_parts_are_walked() -> None:
    """A hundred thousand links in a row end in no overflow, and a long cycle is shown by its begin."""
    n_links = 100_000
    links = {str(number): [str((number + 1) % n_links)] for number in range(n_links)}
    (cycle,) = find_cycles(links)

    assert (cycle[0], cycle[-1]) == ("0", str(n_links - 1))
    assert len(cycle) == 50
