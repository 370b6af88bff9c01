"""Who has a claim from whom: what passes it on, what does not, and what unseen parents do to the lines."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.dossier.format import DERIVATION_KINDS, HAND_KINDS
from claimcheck.model.document import Passage
from claimcheck.model.dossier import Dossier
from claimcheck.model.finding import Lines
from claimcheck.model.name import Person
from claimcheck.model.question import Attestation, Link, Question, Relay, Silence
from claimcheck.model.source import Certainty, Creator, Derivation, Hand, Independence, Source
from claimcheck.values.context import NO_CONTEXT
from claimcheck.values.occurrence import KIND
from claimcheck.weigh.circles import find_circles
from claimcheck.weigh.inheritance import Descent, descent_for
from claimcheck.weigh.kinds import HANDS, KINDS
from claimcheck.weigh.lines import count_lines
from claimcheck.weigh.single_points import single_points
from claimcheck.weigh.ways import most_ways

QUESTION = Question(id="q", asks="Did it happen?", kind="occurrence")


def says(*chain: str, name: str = "", hearsay_of: str = "") -> Attestation:
    """Return an attestation whose last source speaks, read in the first."""
    links = [Link(source=each, relay=Relay.REPORTS) for each in chain[:-1]]
    return Attestation(
        id=name or "/".join(chain),
        question="q",
        document="d",
        chain=(*links, Link(source=chain[-1])),
        value=KIND.read("happened", NO_CONTEXT),
        passages=(Passage(document="d"),),
        hearsay_of=hearsay_of,
    )


def derives(child: str, parent: str, kind: str = "copies", **more: Any) -> Derivation:
    return Derivation(child=child, parent=parent, kind=kind, **more)


def weigh(dossier: Dossier, *supporting: Attestation, **more: Any) -> tuple[Lines, Descent]:
    """Return the lines of a claim, and how it came down."""
    question = more.pop("question", QUESTION)
    descent = descent_for(dossier, question, supporting, more.pop("against", ()))
    return count_lines(dossier, supporting, descent), descent


def numbers(lines: Lines) -> tuple[int, int]:
    return lines.at_least, lines.at_most


def test_the_tables_know_the_kinds_of_the_format() -> None:
    """What a dossier may write is what weighing knows, in one table each."""
    assert tuple(KINDS) == DERIVATION_KINDS
    assert tuple(HANDS) == HAND_KINDS


def test_the_page_tells_the_tables() -> None:
    """What each kind does stands in docs/weighing.md as it does in the code."""
    page = (Path(__file__).parents[2] / "docs" / "weighing.md").read_text(encoding="utf-8")
    rows = re.findall(r"(?m)^\| ((?:`[a-z-]+`(?:, )?)+) \| (.+) \|$", page)
    told = {kind: words for kinds, words in rows for kind in re.findall("`(.+?)`", kinds)}

    assert told == {kind: what.value for kind, what in (*KINDS.items(), *HANDS.items())}


def test_a_way_is_told_source_by_source() -> None:
    """The path runs from the source at hand to the lost original, and all on it are single points."""
    dossier = Dossier(derivations=(derives("c", "b"), derives("b", "a", "abridges")))
    lines, _ = weigh(dossier, says("c"))

    assert [(path.sources, path.links) for path in lines.paths] == [(("c", "b", "a"), ("copies", "abridges"))]
    assert lines.single_points == ("c", "b", "a")
    assert lines.origins == ("a",)


def test_two_sources_without_a_link_are_one_or_two_lines() -> None:
    """Nobody declared anything: they may be one, and the output says so."""
    lines, _ = weigh(Dossier(), says("a"), says("b"))

    assert numbers(lines) == (1, 2)
    assert lines.because == ("nobody has declared a and b independent, so they may be fewer lines",)


def test_declared_independence_is_named_with_its_reason() -> None:
    """Where origins are taken as independent, the declaration that says so is told."""
    judgement = Independence(sources=frozenset("ab"), is_known=True, because="they never met")
    lines, _ = weigh(Dossier(independences=(judgement,)), says("a"), says("b"))

    assert numbers(lines) == (2, 2)
    assert lines.declared == ("a and b are declared independent: they never met",)


def test_mixed_copies_may_hang_on_one_parent() -> None:
    """Two that mixed the same two originals are two lines at most, and the reason is not a missing word."""
    links = tuple(derives(child, parent) for child in "cd" for parent in "ab")
    judgement = Independence(sources=frozenset("ab"), is_known=True, because="they never met")
    lines, _ = weigh(Dossier(derivations=links, independences=(judgement,)), says("c"), says("d"))

    assert numbers(lines) == (1, 2)
    assert lines.because[0].startswith("of those that they draw on, c and d may have it from the same")


def test_a_parent_that_lacks_it_passes_nothing_on() -> None:
    """Searched and silent, the parent is not where it comes from; once lost, it may have been."""
    silence = evolve(QUESTION, silences=(Silence(source="a", searched="all of it"),))
    dossier = Dossier(derivations=(derives("b", "a"),))
    lines, descent = weigh(dossier, says("b"), question=silence)

    assert lines.origins == ("b",)
    assert [each.parent for each in descent.lacking] == ["a"]
    assert lines.because == ("b depends on a, which was searched and lacks it: b has it from elsewhere",)

    lost = evolve(dossier, sources=(Source(id="a", survives=False),))
    assert weigh(lost, says("b"), question=silence)[0].origins == ("a",)


def test_a_parent_that_says_otherwise_is_departed_from() -> None:
    """Who contradicts his model has nothing of it from there."""
    lines, descent = weigh(Dossier(derivations=(derives("b", "a"),)), says("b"), against=(says("a"),))

    assert lines.origins == ("b",)
    assert [each.parent for each in descent.departures] == ["a"]


def test_a_parent_that_says_otherwise_and_reports_it_still_passes_it_on() -> None:
    """Whoever copies a book has from there what the book reports, whether the book believes it or not."""
    lines, descent = weigh(
        Dossier(derivations=(derives("b", "a"),)), says("a", "c"), says("b"), against=(says("a"),)
    )

    assert numbers(lines) == (1, 1)
    assert [each.parent for each in descent.departures] == ["a"]


def test_a_suspicion_links_nothing() -> None:
    """It is told, and the sources stay apart."""
    link = derives("b", "a", status=Certainty.SUSPECTED)
    lines, _ = weigh(Dossier(derivations=(link,)), says("a"), says("b"))

    assert lines.at_most == 2
    assert "b is suspected to depend on a; a suspicion links nothing" in lines.because


@pytest.mark.parametrize("kind", ["same-archive", "same-editor"])
def test_custody_merges_nothing(kind: str) -> None:
    """One archive or editor bears on authenticity, not on the lines."""
    assert weigh(Dossier(derivations=(derives("a", "b", kind),)), says("a"), says("b"))[0].at_most == 2


@pytest.mark.parametrize("kind", HAND_KINDS)
def test_whatever_has_one_hand_is_one_line(kind: str) -> None:
    """Three sources of one author, eyewitness, commission, agency or group are one line, with the reason."""
    hand = Hand(sources=("a", "b", "c"), kind=kind, because="as they say")
    lines, _ = weigh(Dossier(hands=(hand,)), says("a"), says("b"), says("c"))

    assert numbers(lines) == (1, 1)
    assert lines.cut == ("=a=b=c",)
    assert [(each.kind, each.because) for each in lines.hands] == [(kind, "as they say")]
    assert lines.origins == ("a", "b", "c")


def test_a_hand_may_be_limited_to_questions() -> None:
    """An eyewitness of one event is none of the others."""
    hand = Hand(sources=("a", "b"), kind="eyewitness", questions=("other",))

    assert weigh(Dossier(hands=(hand,)), says("a"), says("b"))[0].at_most == 2


def test_one_author_is_one_hand_even_where_one_work_draws_on_others() -> None:
    """What passes one pen is one line; what an eyewitness told stands beside what was read."""
    links = (derives("a", "letter", "draws-on"),)
    by_one = Dossier(derivations=links, hands=(Hand(sources=("a", "b"), kind="author"),))
    seen_by_one = Dossier(derivations=links, hands=(Hand(sources=("a", "b"), kind="eyewitness"),))

    assert weigh(by_one, says("a"), says("b"))[0].at_most == 1
    assert weigh(seen_by_one, says("a"), says("b"))[0].at_most == 2
    # The other work draws on nobody, so that the letter is not the only origin.
    assert weigh(by_one, says("a"), says("b"), says("letter"))[0].at_most == 2


def test_registered_authors_are_one_hand_and_editors_are_not() -> None:
    """The same person as author needs no entry; as editor he only keeps."""
    person = Person(id="orme", label="Orme")

    def by(role: str) -> Dossier:
        creator = Creator(family="Orme", role=role, person="orme")
        sources = tuple(Source(id=each, title=each, short=each, creators=(creator,)) for each in "ab")
        return Dossier(sources=sources, persons=(person,))

    lines, _ = weigh(by("author"), says("a"), says("b"))
    assert numbers(lines) == (1, 1)
    assert [each.because for each in lines.hands] == ["both by Orme"]
    assert weigh(by("editor"), says("a"), says("b"))[0].at_most == 2


def test_pairs_by_one_author_and_smaller_hands_join() -> None:
    """Three works in two entries are of one author; a hand within a larger one adds nothing."""
    links = (derives("a", "b", "same-author"), derives("b", "c", "same-author"))
    assert weigh(Dossier(derivations=links), says("a"), says("b"), says("c"))[0].at_most == 1

    hands = (Hand(sources=("a", "b"), kind="author"), Hand(sources=("a", "b", "c"), kind="agency"))
    assert weigh(Dossier(hands=hands), says("a"), says("b"), says("c"))[0].at_most == 1


def test_a_hand_that_is_met_only_by_way_of_its_own_work_is_idle() -> None:
    """Where a book cites its author's article, and nobody else does, the path names the article."""
    hands = (Hand(sources=("book", "article"), kind="author"),)
    lines, _ = weigh(Dossier(derivations=(derives("book", "article"),), hands=hands), says("book"))

    assert [path.sources for path in lines.paths] == [("book", "article")]
    assert lines.hands == ()


def test_those_whom_one_source_reports_are_its_hearsay() -> None:
    """Two voices in one book are two origins and one line; read elsewhere as well, one counts itself."""
    lines, _ = weigh(Dossier(), says("book", "a"), says("book", "b"))
    assert numbers(lines) == (1, 1)
    assert lines.single_points == ("book",)
    assert lines.origins == ("a", "b")
    assert lines.because == ("a and b are known only through book, as its hearsay",)

    assert weigh(Dossier(), says("book", "a"), says("book", "b"), says("b"))[0].at_most == 2


def test_who_names_an_informant_has_it_from_there() -> None:
    """What a work draws on in general is not behind what it expressly has from another."""
    links = (derives("book", "diary", "draws-on"),)
    lines, _ = weigh(Dossier(derivations=links), says("book", "a"))
    assert lines.origins == ("a",)

    lines, _ = weigh(Dossier(derivations=links), says("book", "a"), says("book"))
    assert lines.origins == ("a", "diary")


def test_a_relaying_source_that_agrees_is_an_echo_of_whom_it_relays() -> None:
    """Its own stance adds no line; said in its own words elsewhere, it is an origin too."""
    own = says("book", name="book/a~book", hearsay_of="book/a")
    lines, _ = weigh(Dossier(), says("book", "a"), own)
    assert (numbers(lines), lines.origins) == ((1, 1), ("a",))

    lines, _ = weigh(Dossier(), says("book", "a"), own, says("book"))
    assert (numbers(lines), lines.origins) == ((1, 1), ("a", "book"))


def test_parts_of_one_article_are_one_source() -> None:
    """Box, lead and body of an article are one voice, however often they say it."""
    assert numbers(
        weigh(Dossier(), *(says("article", name=each) for each in ("box", "lead", "body")))[0]
    ) == (
        1,
        1,
    )


def test_a_derivation_may_be_limited_to_passages() -> None:
    """Only the passage named was copied; what the child says elsewhere is its own."""
    links = (derives("b", "a", attestations=("taken",)),)
    taken, own = says("b", name="taken"), says("b", name="own")

    assert weigh(Dossier(derivations=links), taken)[0].origins == ("a",)
    assert weigh(Dossier(derivations=links), own)[0].origins == ("b",)
    assert weigh(Dossier(derivations=links), taken, own)[0].origins == ("a", "b")


def test_sources_in_a_circle_are_one_line() -> None:
    """Each is said to have it from the other: they count as one, and nothing is lost."""
    links = (derives("b", "a"),)
    lines, _ = weigh(Dossier(derivations=links), says("a", "b"), says("b"))

    assert numbers(lines) == (1, 1)
    assert [each.kind for each in lines.hands] == ["circle"]
    assert lines.origins == ("a", "b")


def test_hands_that_draw_on_one_another_are_one_line() -> None:
    """Two authors who copied one another's other works pass both hands."""
    hands = (Hand(sources=("a", "b"), kind="author"), Hand(sources=("c", "d"), kind="author"))
    links = (derives("a", "c"), derives("d", "b"))
    lines, _ = weigh(Dossier(hands=hands, derivations=links), says("a"), says("d"), says("b"), says("c"))

    assert numbers(lines) == (1, 1)


SOURCES = "abcdefgh"


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """Derivations without circles, hands and judgements among eight sources."""
    links = [
        derives(child, parent)
        for place, child in enumerate(SOURCES)
        if place
        for parent in draw(st.lists(st.sampled_from(SOURCES[:place]), max_size=2, unique=True))
    ]
    groups = st.lists(st.sampled_from(SOURCES), min_size=2, max_size=3, unique=True)
    hands = [
        Hand(sources=tuple(draw(groups)), kind=draw(st.sampled_from(HAND_KINDS)))
        for _ in range(draw(st.integers(0, 2)))
    ]
    known = [
        Independence(sources=frozenset(draw(groups)), is_known=draw(st.booleans()), because="")
        for _ in range(draw(st.integers(0, 3)))
    ]
    return Dossier(derivations=tuple(links), hands=tuple(hands), independences=tuple(known))


speakers = st.lists(st.sampled_from(SOURCES), min_size=1, max_size=5, unique=True)


@given(dossiers(), speakers)
def test_lines_hold_together(dossier: Dossier, chosen: list[str]) -> None:
    """At least one, at most one for each source; paths and cut as many as lines; cuts that cut alone told."""
    lines, descent = weigh(dossier, *map(says, chosen))

    assert 1 <= lines.at_least <= lines.at_most <= len(chosen)
    assert len(lines.paths) == len(lines.cut) == lines.at_most
    assert len(most_ways(descent.starts, descent.parents, blocked=lines.cut)) == 0
    alone = [
        each
        for path in lines.paths
        for each in path.sources
        if not most_ways(descent.starts, descent.parents, blocked={each})
    ]
    assert lines.single_points == (tuple(alone) if lines.at_most == 1 else ())


@given(dossiers(), speakers)
def test_copies_and_strangers(dossier: Dossier, chosen: list[str]) -> None:
    """A copy of a counted source never adds a line, and somebody of whom nothing is known one at most."""
    before, _ = weigh(dossier, *map(says, chosen))
    copied = evolve(dossier, derivations=(*dossier.derivations, derives("copy", chosen[0])))
    known = Independence(sources=frozenset((*chosen, "stranger")), is_known=True, because="")
    strange = evolve(dossier, independences=(*dossier.independences, known))

    assert numbers(weigh(copied, *map(says, (*chosen, "copy")))[0]) == numbers(before)
    joined, _ = weigh(dossier, *map(says, (*chosen, "stranger")))
    assert numbers(joined) == (before.at_least, before.at_most + 1)
    assert weigh(strange, *map(says, (*chosen, "stranger")))[0].at_most == before.at_most + 1


@given(st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdef"), unique=True)))
def test_circles_are_those_who_lead_up_to_one_another(parents: dict[str, list[str]]) -> None:
    """Two sources stand in one circle just where each is above the other."""

    def above(source: str) -> set[str]:
        seen: set[str] = set()
        waiting = list(parents.get(source, ()))
        while waiting:
            node = waiting.pop()
            if node not in seen:
                seen.add(node)
                waiting.extend(parents.get(node, ()))
        return seen

    pairs = {(a, b) for a in "abcdef" for b in "abcdef" if a < b and b in above(a) and a in above(b)}
    circles = find_circles({child: tuple(each) for child, each in parents.items()})

    assert {(a, b) for circle in circles for a in circle for b in circle if a < b} == pairs


def test_long_chains_have_no_depth() -> None:
    """Neither circles nor single points are bounded by the depth of a chain."""
    chain = {str(number): (str(number + 1),) for number in range(3_000)}
    path = [str(number) for number in range(3_001)]

    assert find_circles(chain) == []
    assert find_circles(chain | {"3000": ("0",)}) == [tuple(path)]
    assert single_points(["0"], chain, path) == tuple(path)
