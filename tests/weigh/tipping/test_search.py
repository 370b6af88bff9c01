"""What must fall: against trying every set, and on cases small enough to check by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.model.balance import Balance, BalanceWord, FallKind
from claimcheck.model.dossier import Dossier
from claimcheck.model.finding import Claim
from claimcheck.model.question import Attestation, Link, Question, Relay
from claimcheck.model.report import QuestionResult
from claimcheck.model.source import Certainty, Derivation, Hand, Independence, Source
from claimcheck.values.context import NO_CONTEXT
from claimcheck.values.occurrence import KIND
from claimcheck.values.relation import Stance
from claimcheck.weigh.balance import Position, Side, position_of
from claimcheck.weigh.station import weigh_results
from claimcheck.weigh.tipping.of_question import balance_of
from claimcheck.weigh.tipping.scale import Candidate, Scale
from claimcheck.weigh.tipping.search import STEPS
from claimcheck.weigh.tipping.words import Teller

SOURCES = "abcdef"
RIVALS = {"yes": {"no": None}, "no": {"yes": None}}

Falls = frozenset[tuple[FallKind, tuple[str, ...]]]


def dossier_of(links: Iterable[str], apart: Iterable[str] = (), suspected: Iterable[str] = ()) -> Dossier:
    """Return a dossier in which "ba" means that b copies a, and `apart` are groups declared independent."""
    named = (*links, *suspected)
    return Dossier(
        sources=tuple(Source(id=each, short=each.upper()) for each in sorted({*SOURCES, *"".join(named)})),
        derivations=tuple(
            Derivation(
                child=link[0],
                parent=link[1],
                kind="copies",
                status=Certainty.SUSPECTED
                if place >= len(named) - len(tuple(suspected))
                else Certainty.ARGUED,
                because=f"{link[0]} has the slips of {link[1]}",
            )
            for place, link in enumerate(named)
        ),
        independences=tuple(
            Independence(sources=frozenset(group), is_known=True, because="they wrote unknown to each other")
            for group in apart
        ),
    )


def asked(yes: str, no: str) -> tuple[Question, tuple[Claim, ...], tuple[Attestation, ...]]:
    """Return a question that some sources answer by yes and others by no."""
    attestations = tuple(
        Attestation(
            id=f"q.{speaker}",
            question="q",
            document="d",
            chain=(Link(source=speaker),),
            stance=stance,
            value=KIND.read("happened", NO_CONTEXT),
        )
        for side, stance in ((yes, Stance.AFFIRMS), (no, Stance.DENIES))
        for speaker in side
    )
    ids = [tuple(f"q.{speaker}" for speaker in side) for side in (yes, no)]
    claims = (
        Claim(id="yes", answer="it happened", supporting=ids[0], contradicting=ids[1]),
        Claim(id="no", answer="it did not", is_denial=True, supporting=ids[1], contradicting=ids[0]),
    )
    question = Question(id="q", asks="Did it?", kind="occurrence", attestations=attestations)
    return question, tuple(claim for claim in claims if claim.supporting), attestations


def weighed(dossier: Dossier, yes: str, no: str, steps: int = STEPS) -> Balance:
    return balance_of(dossier, *asked(yes, no), steps=steps)


def falls(balance: Balance) -> set[Falls]:
    """Return the tips as sets of what falls."""
    return {frozenset((fall.kind, fall.ids) for fall in tip.falls) for tip in balance.tips}


def sources(balance: Balance) -> set[str]:
    """Return the tips by which only sources fall, as sorted letters."""
    return {
        "".join(sorted(fall.ids[0] for fall in tip.falls))
        for tip in balance.tips
        if all(fall.kind is FallKind.SOURCE for fall in tip.falls)
    }


@st.composite
def cases(draw: st.DrawFn) -> tuple[Dossier, str, str]:
    """Derivations without a cycle among six sources, some declared independent, and who says yes and no."""
    possible = [a + b for b, a in combinations(SOURCES, 2)]
    links = draw(st.lists(st.sampled_from(possible), max_size=5, unique=True))
    groups = ["".join(pair) for size in (2, 3) for pair in combinations(SOURCES, size)]
    apart = draw(st.lists(st.sampled_from(groups), max_size=2, unique=True))
    speakers = draw(st.permutations(SOURCES))
    n_yes, n_no = draw(st.integers(1, 3)), draw(st.integers(0, 2))
    return dossier_of(links, apart), "".join(speakers[:n_yes]), "".join(speakers[n_yes : n_yes + n_no])


def lines_by_trying(dossier: Dossier, scale: Scale, claim: Claim, blocked: frozenset[str]) -> Side:
    """Return the lines of a claim with nothing but the definitions: cuts, and classes of origins."""
    parents = scale.lineage(claim).parents
    starts = scale.lineage(claim).starts

    def origins(source: str, fallen: frozenset[str]) -> frozenset[str]:
        if source in fallen:
            return frozenset()
        above = parents.get(source, {})
        return frozenset().union(*(origins(each, fallen) for each in above)) if above else frozenset(source)

    def is_cut(fallen: Sequence[str]) -> bool:
        return not any(origins(start, blocked | set(fallen)) for start in starts)

    at_most = next(size for size in range(7) if any(is_cut(fallen) for fallen in combinations(SOURCES, size)))
    sets = [found for start in starts if (found := origins(start, blocked))]
    apart = {
        frozenset((a, b))
        for each in dossier.independences
        for one, other in combinations(sorted(each.sources), 2)
        for a in origins(one, frozenset())
        for b in origins(other, frozenset())
        if a != b
    }
    at_least = min((_classes(choice, apart) for choice in _choices(sets)), default=0)
    return Side(claim=claim.id, at_least=min(at_least, at_most), at_most=at_most)


def _choices(sets: Sequence[frozenset[str]]) -> Iterable[frozenset[str]]:
    found: set[frozenset[str]] = {frozenset()}
    for each in sets:
        found = {chosen | {origin} for chosen in found for origin in each}
    return found if sets else ()


def _classes(origins: frozenset[str], apart: set[frozenset[str]]) -> int:
    """Return the fewest classes of origins that hold no pair declared independent."""
    partitions: list[list[frozenset[str]]] = [[]]
    for origin in sorted(origins):
        partitions = [
            *([*partition, frozenset(origin)] for partition in partitions),
            *(
                [*partition[:place], partition[place] | {origin}, *partition[place + 1 :]]
                for partition in partitions
                for place in range(len(partition))
            ),
        ]
    return min(
        len(partition)
        for partition in partitions
        if not any(pair <= group for group in partition for pair in apart)
    )


def position_by_trying(dossier: Dossier, yes: str, no: str, fallen: Falls) -> Position:
    """Return the position in a dossier from which what falls has been taken out; sources are blocked."""
    left = evolve(
        dossier,
        derivations=tuple(
            each
            for each in dossier.derivations
            if (FallKind.DERIVATION, (each.child, each.parent)) not in fallen
        ),
        independences=tuple(
            each
            for each in dossier.independences
            if (FallKind.INDEPENDENCE, tuple(sorted(each.sources))) not in fallen
        ),
    )
    question, claims, attestations = asked(yes, no)
    scale = Scale.of(left, question, claims, attestations)
    blocked = frozenset(ids[0] for kind, ids in fallen if kind is FallKind.SOURCE)
    return position_of([lines_by_trying(left, scale, claim, blocked) for claim in claims], RIVALS)


@settings(max_examples=25)
@given(cases())
def test_the_tips_are_all_smallest_sets_up_to_three(case: tuple[Dossier, str, str]) -> None:
    """
    Trying every set of up to three sources, links and judgements finds the same, and none inside another.
    """
    dossier, yes, no = case
    things = [
        *((FallKind.SOURCE, (source,)) for source in SOURCES),
        *((FallKind.DERIVATION, (each.child, each.parent)) for each in dossier.derivations),
        *((FallKind.INDEPENDENCE, tuple(sorted(each.sources))) for each in dossier.independences),
    ]
    base = position_by_trying(dossier, yes, no, frozenset())
    smallest: set[Falls] = set()
    for size in (1, 2, 3):
        for chosen in map(frozenset, combinations(things, size)):
            is_smallest = not any(tip < chosen for tip in smallest)
            if is_smallest and position_by_trying(dossier, yes, no, chosen) != base:
                smallest.add(chosen)

    assert falls(weighed(dossier, yes, no)) == smallest


@given(cases(), st.permutations(SOURCES))
def test_other_names_tip_alike(case: tuple[Dossier, str, str], renamed: list[str]) -> None:
    """
    Renaming the sources renames what tips, and changes nothing else.
    """
    dossier, yes, no = case
    names = str.maketrans(SOURCES, "".join(renamed))
    moved = evolve(
        dossier,
        derivations=tuple(
            evolve(each, child=each.child.translate(names), parent=each.parent.translate(names))
            for each in reversed(dossier.derivations)
        ),
        independences=tuple(
            evolve(each, sources=frozenset(name.translate(names) for name in each.sources))
            for each in dossier.independences
        ),
    )
    before = weighed(dossier, yes, no)
    after = weighed(moved, yes[::-1].translate(names), no[::-1].translate(names))

    def relabelled(found: set[Falls]) -> set[frozenset[tuple[FallKind, frozenset[str]]]]:
        return {frozenset((kind, frozenset(ids)) for kind, ids in tip) for tip in found}

    translated = {
        frozenset((kind, tuple(name.translate(names) for name in ids)) for kind, ids in tip)
        for tip in falls(before)
    }
    assert relabelled(falls(after)) == relabelled(translated)
    assert (after.word, after.searched) == (before.word, before.searched)


@given(cases(), st.sets(st.sampled_from(SOURCES)))
def test_a_fallen_source_makes_no_origins(case: tuple[Dossier, str, str], fallen: set[str]) -> None:
    """
    Blocking sources adds no line to any side, and gives nobody an origin that he did not have.
    """
    dossier, yes, no = case
    scale = Scale.of(dossier, *asked(yes, no))
    chosen = frozenset(Candidate(FallKind.SOURCE, each) for each in fallen)

    for claim in scale.claims:
        before, after = scale.lineage(claim), scale.lineage(claim, chosen)
        assert after.side.at_most <= before.side.at_most
        assert after.side.at_least <= before.side.at_least
        assert after.reaching <= before.reaching - fallen


@given(cases())
def test_the_scale_and_the_report_count_alike(case: tuple[Dossier, str, str]) -> None:
    """
    With nothing fallen a side stands on just the lines that the report gives it.
    """
    dossier, yes, no = case
    question, claims, attestations = asked(yes, no)
    result = QuestionResult(question="q", attestations=attestations, claims=claims)
    (counted,) = weigh_results(evolve(dossier, questions=(question,)), [result]).results
    sides = Scale.of(dossier, question, claims, attestations).sides()

    assert [(each.lines.at_least, each.lines.at_most) for each in counted.claims if each.lines] == [
        (side.at_least, side.at_most) for side in sides
    ]


def test_level_sides_hang_on_each_line() -> None:
    """
    Of two against two, each source that gives an answer tips, and no pair does without one of them.
    """
    balance = weighed(dossier_of([]), "ab", "cd")

    assert balance.word is BalanceWord.UNDECIDABLE
    assert sources(balance) == {"a", "b", "c", "d"}


def test_as_many_must_fall_as_the_leader_is_ahead() -> None:
    """
    Three lines against one, without a common ancestor: two of the three must fall, whichever.
    """
    balance = weighed(dossier_of(["ax"]), "abc", "d")

    assert sources(balance) == {"d", "ab", "ac", "bc", "bx", "cx"}


def test_a_lost_original_is_a_single_thing_to_hang_on() -> None:
    """
    Two copies of a lost original fall with it, and do not become originals themselves.
    """
    balance = weighed(dossier_of(["ax", "bx"]), "ab", "c")
    (tip,) = (tip for tip in balance.tips if tip.falls[0].ids == ("x",))

    assert tip.word is BalanceWord.SINGLE_LINE
    assert tip.explanation == (
        "If X fell (the only way by which A and B can have “it happened”), “it happened” would stand on "
        "no line and “it did not” on 1 line: a single line, for “it did not”."
    )


def test_a_link_taken_back_gives_a_side_a_line_more() -> None:
    """
    Where one of two copies had it from elsewhere, its side has two lines at most.
    """
    balance = weighed(dossier_of(["ba"]), "ab", "c")
    (tip,) = (tip for tip in balance.tips if tip.falls[0].kind is FallKind.DERIVATION)

    assert balance.word is BalanceWord.EVEN
    assert tip.explanation == (
        "If it were not so that B copies A (argued, because b has the slips of a), “it happened” would stand "
        "on 1 to 2 lines and “it did not” on 1 line: lines on both sides, and undecidable which has more; "
        "at most, more for “it happened”."
    )


def test_one_sided_but_hanging_on_one_source() -> None:
    """
    Two lines that are declared independent lead one, until either falls or the declaration does.
    """
    balance = weighed(dossier_of([], ["ab"]), "ab", "c")

    assert balance.word is BalanceWord.ONE_SIDED_ON_ONE_SOURCE
    assert falls(balance) == {frozenset({(FallKind.SOURCE, (each,))}) for each in "abc"} | {
        frozenset({(FallKind.INDEPENDENCE, ("a", "b"))})
    }


def test_one_sided_with_a_line_to_spare_hangs_on_no_single_source() -> None:
    """
    With three independent lines against one, a single source may fall and the side still leads.
    """
    balance = weighed(dossier_of([], ["abc"]), "abc", "d")

    assert balance.word is BalanceWord.ONE_SIDED
    assert sources(balance) == {"d", "ab", "ac", "bc"}


def test_a_suspicion_is_told_singly_and_never_falls() -> None:
    """
    A suspected link counts for nothing; what would change if it held is told, and that it is suspected.
    """
    balance = weighed(dossier_of([], suspected=["ba"]), "ab", "c")

    assert all(fall.kind is not FallKind.SUSPICION for tip in balance.tips for fall in tip.falls)
    assert [tip.explanation for tip in balance.suspicions] == [
        "If it held that B copies A (only suspected, because b has the slips of a), “it happened” would "
        "stand on 1 line and “it did not” on 1 line: lines on both sides, as many on each."
    ]


def test_a_search_that_is_too_large_stops_and_says_so() -> None:
    """
    What was tried so far is told, with the size up to which nothing was left out.
    """
    all_tried = weighed(dossier_of([]), "abc", "def")
    stopped = weighed(dossier_of([]), "abc", "def", steps=0)

    assert all_tried.searched.is_complete
    assert (
        all_tried.searched.text
        == "6 things could fall (6 sources); 6 sets of one to three of them were tried."
    )
    assert not stopped.searched.is_complete
    assert stopped.searched.complete_to < 3
    assert "too many to try all" in stopped.searched.text


def test_who_only_contradicts_leaves_an_answer_opposed() -> None:
    """
    Somebody who contradicts and gives no answer adds no line, and yet no answer is unopposed.
    """
    question, (claim,), attestations = asked("a", "")
    loose = evolve(attestations[0], id="q.z", chain=(Link(source="z"),))
    opposed = evolve(claim, contradicting=("q.z",))
    balance = balance_of(dossier_of([]), question, [opposed], [*attestations, loose])

    assert balance.word is BalanceWord.UNDECIDABLE
    assert sources(balance) == {"a", "z"}


def test_nobody_answers() -> None:
    """
    Without an answer there is nothing to hang on anything.
    """
    question, claims, attestations = asked("", "")
    balance = balance_of(dossier_of([]), question, claims, attestations)

    assert (balance.word, balance.because, balance.tips) == (BalanceWord.NOBODY_ANSWERS, "", ())


def test_a_source_that_relays_carries_all_whom_it_reports() -> None:
    """
    Who is known only through another falls with him, and the report says so.
    """
    question, claims, attestations = asked("ab", "c")
    through = (Link(source="z", relay=Relay.REPORTS),)
    relayed = [evolve(each, chain=(*through, *each.chain)) for each in attestations]
    balance = balance_of(dossier_of(["ax"]), question, claims, relayed)
    (alone, *pairs) = balance.tips

    assert balance.word is BalanceWord.EVEN
    assert [fall.text for fall in alone.falls] == [
        "z fell (A and B are known for “it happened” only through it; C is known for “it did not” only "
        "through it)"
    ]
    assert alone.word is BalanceWord.NOBODY_ANSWERS
    assert {fall.ids for tip in pairs for fall in tip.falls if len(tip.falls) == 1} == {("c",)}


def test_a_source_that_only_passes_on_is_no_speaker() -> None:
    """
    Who reports one that is read elsewhere as well has passed the answer on, and nobody is lost with him.
    """
    question, (claim,), (own,) = asked("a", "")
    relayed = evolve(own, id="q.z", chain=(Link(source="z", relay=Relay.REPORTS), *own.chain))
    scale = Scale.of(dossier_of([]), question, [evolve(claim, supporting=(own.id, "q.z"))], [own, relayed])

    assert Teller(scale).fall(Candidate(FallKind.SOURCE, "z")).text == "z fell (it passes “it happened” on)"


def test_a_shared_hand_can_fall_and_a_suspected_one_be_accepted() -> None:
    """
    Without the eyewitness that both had, two sources may be two lines; with a suspected one they are one.
    """
    hand = Hand(sources=("a", "b"), kind="eyewitness", because="both name the ferryman")
    declared = weighed(evolve(dossier_of([]), hands=(hand,)), "ab", "c")
    suspected = weighed(evolve(dossier_of([]), hands=(evolve(hand, status=Certainty.SUSPECTED),)), "ab", "c")
    (without,) = (tip for tip in declared.tips if tip.falls[0].kind is FallKind.HAND)
    (accepted,) = suspected.suspicions

    assert without.explanation.startswith(
        "If A and B had not one eyewitness behind them (declared, because both name the ferryman), “it "
        "happened” would stand on 1 to 2 lines"
    )
    assert accepted.explanation.startswith(
        "If it held that A and B have one eyewitness behind them (only suspected, because both name the "
        "ferryman), “it happened” would stand on 1 line"
    )


def test_works_of_one_author_and_dependence_are_taken_back_in_their_own_words() -> None:
    """
    That two works are by one author, or that sources depend on one another, can turn out wrong as well.
    """
    dossier = evolve(
        dossier_of([]),
        derivations=(Derivation(child="a", parent="b", kind="same-author", status=Certainty.ARGUED),),
        independences=(Independence(sources=frozenset("cd"), is_known=False, because="one desk"),),
    )
    texts = [fall.text for tip in weighed(dossier, "ab", "cd").tips for fall in tip.falls]

    assert "A and B were not by one author (argued)" in texts
    assert "C and D were independent after all (declared dependent, because one desk)" in texts


def test_labels_with_braces_are_told_as_they_are() -> None:
    """
    A name may hold any character.
    """
    dossier = evolve(dossier_of(["ax"]), sources=(Source(id="a", short="{a}"), Source(id="x", short="X{}")))
    (text,) = {fall.text for tip in weighed(dossier, "a", "").tips for fall in tip.falls if "X" in fall.text}

    assert text == "X{} fell (the only way by which {a} can have “it happened”)"


def test_who_could_not_know_counts_for_nothing_until_that_grade_falls() -> None:
    """
    What is set apart is blocked, with what only copies it; the grade is one of the things that can fall.
    """
    question, claims, attestations = asked("ab", "c")
    apart = {"q.a": "he was abroad"}
    alone = balance_of(dossier_of(["ba"]), question, claims, attestations, apart)
    beside = balance_of(dossier_of([]), question, claims, attestations, apart)
    (lifted,) = (tip for tip in beside.tips if tip.falls[0].kind is FallKind.GRADE)

    assert alone.word is BalanceWord.SINGLE_LINE
    assert alone.because.startswith("“it happened” stands on no line and “it did not” on 1 line")
    assert beside.word is BalanceWord.EVEN
    assert lifted.falls[0].ids == ("q.a",)
    assert lifted.explanation.startswith(
        "If A could have known after all (set apart, because he was abroad), “it happened” would stand on "
        "1 to 2 lines and “it did not” on 1 line"
    )


def test_words_that_are_set_apart_leave_the_others_of_their_source() -> None:
    """
    A source that says it in another passage, too, still speaks for it.
    """
    question, (claim,), (own,) = asked("a", "")
    again = evolve(own, id="q.again")
    balance = balance_of(
        dossier_of([]), question, [evolve(claim, supporting=(own.id, again.id))], [own, again], {own.id: "x"}
    )

    assert balance.word is BalanceWord.SINGLE_LINE
