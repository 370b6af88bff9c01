"""Sides beside one another, rule by rule, and who is set apart."""

from __future__ import annotations

import re
from itertools import permutations
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.balance import BalanceWord, FallKind
from claimcheck.model.criticism import COULD_NOT_KNOW, RULES, Grade, Outcome, RuleRow
from claimcheck.model.finding import Claim
from claimcheck.model.report import QuestionResult
from claimcheck.notebook import Examination
from claimcheck.weigh.station import weigh_results
from tests.weigh.criticism.conftest import Case

ROLL = "{id: roll, in: roll, stance: denies}"
HALE = "{id: hale, in: hale}"
PYM = "{id: pym, in: pym}"


def test_sides_are_told_rule_by_rule(case: Case) -> None:
    """Each rule has its row, in which the better side is better on this rule and on no other."""
    rows = case.rows([ROLL, HALE, PYM])

    assert list(rows) == [rule.id for rule in RULES]
    assert rows["nearness"].explanation == (
        "the affirming side is 39–45 years later than the event; the denying side is 1 "
        "day later than the event; on this rule the denying side is better throughout"
    )
    assert rows["form"].outcome is Outcome.BETTER
    assert rows["explicitness"].explanation == "the affirming side is stated in words; the denying side too"
    assert rows["explicitness"].outcome is Outcome.SAME
    assert rows["interest"].explanation == "not stated for any side"


def test_equal_grades_are_told_with_their_measures(case: Case) -> None:
    """Thirty-nine years and forty-five are of one grade, and neither side is the better for it."""
    row = case.rows([HALE, "{in: pym, stance: denies}"])["nearness"]

    assert (row.outcome, row.better) == (Outcome.SAME, "")
    assert row.explanation.endswith(
        "45 years later than the event; both are of the eighty years after the event"
    )


def test_what_is_not_stated_of_some_is_said(case: Case) -> None:
    """A side is told as far as it goes, with those of whom nothing is known by name."""
    row = case.rows([ROLL, HALE, "{id: talk, in: talk}"])["nearness"]

    assert (row.outcome, row.is_complete) == (Outcome.BETTER, False)
    assert row.sides[0].ungraded == ("sortie.talk",)
    assert "(not stated for “the talk”)" in row.explanation
    assert row.explanation.endswith("better throughout, as far as it is stated")


def test_a_side_of_which_nothing_is_stated(case: Case) -> None:
    """It is neither better nor worse, whatever the other is."""
    row = case.rows([ROLL, "{in: talk}"])["nearness"]

    assert row.outcome is Outcome.NOT_STATED
    assert row.explanation.startswith("for the affirming side it is not stated; the denying side is")


def test_a_side_with_several_grades_is_told_in_parts(case: Case) -> None:
    """Grades that differ within a side stand beside one another, the better first."""
    rows = case.rows([ROLL, HALE, "{id: orme, in: orme, chain: [pym], basis: implied, because: so it seems}"])

    assert "partly stated in words, partly implied" in rows["explicitness"].explanation
    assert rows["explicitness"].outcome is Outcome.OVERLAPPING
    assert rows["explicitness"].explanation.endswith("; neither is better throughout")


@pytest.mark.parametrize(
    ("entry", "rule", "words"),
    [
        ("{in: orme}", "form", "left over from the event or an account of it"),
        ("{in: orme}", "nearness", "0–48 years later than the event"),
        ("{in: orme, chain: [hale]}", "directness", "second-hand at best"),
        ("{in: hale, basis: telling}", "explicitness", "known only from the order of telling"),
        (
            "{in: hale, grades: {nearness: {grade: within-a-month, because: his diary of those days}}}",
            "nearness",
            "of the month after the event",
        ),
        ("{in: hale}", "ability", ""),
        ("{in: hale}", "directness", ""),
        ("{in: hale}", "text", ""),
        ("{in: talk}", "form", ""),
    ],
)
def test_what_a_dossier_tells_is_derived_and_a_declaration_overrides(
    case: Case, entry: str, rule: str, words: str
) -> None:
    """Form, dates, chain and basis give a grade; without them there is none."""
    (found,) = case.result([entry]).criticism.grades

    assert next((grade.words for grade in found[1] if grade.rule == rule), "") == words


def test_words_beside_damage_are_doubtful(case: Case) -> None:
    """The text next to a stain is doubtful, unless the historian has looked and says it is sound."""
    damage = "claimcheck: 1\npart: damage\ndamage: [{id: stain, in: hale, quote: xx}]\n"
    looked = "{in: hale, beside: stain, grades: {text: {grade: sound, because: read under the lamp}}}"

    for entry, grade in (("{in: hale, beside: stain}", "doubtful"), (looked, "sound")):
        (found,) = case.result([entry], damage).criticism.grades
        assert next(each.best for each in found[1] if each.rule == "text") == grade


def test_an_event_is_dated_by_others(case: Case) -> None:
    """Who dates an event to his own day does not thereby come near to it; what the others say counts."""
    events = """
    claimcheck: 1
    part: events
    events: [{id: sally, label: the sally}, {id: sortie, label: it, same-as: [sally]}]
    """
    dates = """
    claimcheck: 1
    part: questions
    questions:
      - question: sortie-date
        asks: When?
        kind: date
        event: sally
        attestations:
          - {in: hale, value: May 1781}
          - {in: pym, value: 3 May 1742}
          - {in: orme, value: 4 May 1742}
    """
    rows = case.rows([HALE, "{in: pym, stance: denies}"], events, dates, more="event: sortie")

    assert rows["nearness"].explanation.startswith("the affirming side is 39 years later than the event; ")
    # Pym has Hale and Orme beside himself, and the days of both count.
    assert "the denying side is 6–45 years later" in rows["nearness"].explanation


def test_an_event_that_only_the_source_dates_is_undated(case: Case) -> None:
    """Its own word alone gives no nearness."""
    events = "claimcheck: 1\npart: events\nevents: [{id: sortie, label: the sortie}]\n"
    dates = """
    claimcheck: 1
    part: questions
    questions:
      - {question: date, asks: When?, kind: date, event: sortie, attestations: [{in: hale, value: May 1781}]}
    """
    row = case.rows([HALE, "{in: pym, stance: denies}"], events, dates, more="event: sortie")["nearness"]

    assert row.sides[0].graded == ()
    assert "6 years later than the event" in row.explanation


def test_the_order_of_entries_plays_no_part(case: Case) -> None:
    """Rows are the same however the attestations are put, word for word."""
    entries = [ROLL, HALE, PYM, "{id: orme, in: orme, stance: denies, chain: [talk]}"]
    found = {tuple(case.rows(list(order)).items()) for order in list(permutations(entries))[::5]}

    assert len(found) == 1


def test_three_sides(case: Case, tmp_path: Path) -> None:
    """Sides go by their answers; those of which the same is to be said stand together."""
    strength = """
    claimcheck: 1
    part: questions
    questions:
      - question: strength
        asks: How many went out?
        kind: quantity
        attestations:
          - {in: hale, value: "40"}
          - {in: pym, value: "90", basis: implied, because: so it seems}
          - {in: orme, value: "200"}
    """
    report = case.examine([HALE], strength)
    (rows,) = (each.criticism.rows for each in report.results if each.question == "strength")
    row = next(row for row in rows if row.rule == "explicitness")

    assert row.explanation == (
        "the side of “200” is stated in words; the side of “40” too; the side of “90” is implied; none is "
        "better throughout"
    )


def test_one_answer_has_no_sides(case: Case) -> None:
    """Where nobody contradicts, there is nothing to compare, and the grades are there all the same."""
    result = case.result([HALE, PYM])

    assert result.criticism.rows == ()
    assert len(result.criticism.grades_of("sortie.hale")) == 3
    assert result.criticism.grades_of("nobody") == ()


# Who is set apart.

UNABLE = "{id: pym, in: pym, grades: {ability: {grade: could-not-know, because: he was not born}}}"


def claims_of(result: QuestionResult) -> tuple[Claim, Claim]:
    """Return the affirming and the denying claim."""
    affirming, denying = sorted(result.claims, key=lambda claim: claim.is_denial)
    return affirming, denying


def test_who_could_not_have_known_is_no_line(case: Case) -> None:
    """He stays among those who support, in the conflict too, and counts for no line and on no side."""
    report = case.examine([ROLL, HALE, UNABLE])
    (result,) = report.results
    affirming, _ = claims_of(result)

    assert affirming.supporting == ("sortie.hale", "sortie.pym")
    assert affirming.lines is not None
    assert (affirming.lines.at_least, affirming.lines.at_most) == (1, 1)
    assert (
        "Pym could not have known, because he was not born, and so counts for no line"
        in affirming.lines.because
    )
    assert [each.attestation for each in result.criticism.set_apart] == ["sortie.pym"]
    assert all(
        "sortie.pym" not in (*side.graded, *side.ungraded)
        for row in result.criticism.rows
        for side in row.sides
    )
    assert any("sortie.pym" in side.attestations for conflict in report.conflicts for side in conflict.sides)
    assert not [each for each in report.findings if each.code in ("lines", "echo")]


def test_nobody_is_left(case: Case) -> None:
    """An answer that only the unable give has no line, and is no side."""
    result = case.result([ROLL, UNABLE])
    affirming, _ = claims_of(result)

    assert affirming.lines is not None
    assert (affirming.lines.at_least, affirming.lines.at_most, affirming.lines.origins) == (0, 0, ())
    assert result.criticism.rows == ()


@pytest.mark.parametrize(
    ("links", "lines"),
    [
        # Orme copied Pym, who could not know: he falls with him, and does not become an origin.
        ("{child: orme, parent: pym, kind: copies}", (0, 0)),
        # Orme had it from a talk that repeated Pym.
        ("{child: orme, parent: talk, kind: copies}, {child: talk, parent: pym, kind: copies}", (0, 0)),
        # Orme had it from the roll as well.
        ("{child: orme, parent: pym, kind: copies}, {child: orme, parent: roll, kind: cites}", (1, 1)),
        # Pym copied Hale, who does not speak: that frees nobody who copied Pym.
        ("{child: pym, parent: hale, kind: copies}, {child: orme, parent: pym, kind: copies}", (0, 0)),
        # Nobody has it from Pym.
        ("{child: orme, parent: hale, kind: copies}", (1, 1)),
    ],
)
def test_copies_fall_with_who_could_not_have_known(case: Case, links: str, lines: tuple[int, int]) -> None:
    """He is blocked where he stands, since a copy of nothing is nothing."""
    derivations = f"claimcheck: 1\npart: derivations\nderivations: [{links}]\n"
    (claim,) = case.result([UNABLE, "{id: orme, in: orme}"], derivations).claims

    assert claim.lines is not None
    assert (claim.lines.at_least, claim.lines.at_most) == lines


COULD_NOT = "grades: {ability: {grade: could-not-know, because: he was not born}}"


@pytest.mark.parametrize(
    ("entries", "links", "lines"),
    [
        # What Hale says that Pym says is set apart, and so is Pym's own book, which copies Hale.
        (
            [f"{{in: hale, chain: [hale, pym], {COULD_NOT}}}", f"{{in: pym, {COULD_NOT}}}"],
            "derivations: [{child: pym, parent: hale, kind: copies}]",
            (0, 0),
        ),
        # Pym's book is set apart and is read for nothing; Orme heard him elsewhere.
        (
            [
                f"{{in: pym, {COULD_NOT}}}",
                "{in: orme, chain: [orme, pym]}",
                "{in: orme, chain: [orme, talk]}",
            ],
            "",
            (1, 1),
        ),
        # Pym's own words are set apart, not what he passes on.
        ([f"{{in: hale, chain: [hale, pym], {COULD_NOT}}}", "{in: pym, chain: [pym, orme]}"], "", (1, 1)),
        # That Pym copied a passage says nothing of his words that are set apart.
        (
            [f"{{id: own, in: pym, {COULD_NOT}}}", "{id: taken, in: pym}", "{in: hale}"],
            "derivations: [{child: pym, parent: hale, kind: copies, attestations: [sortie.taken]}]",
            (1, 1),
        ),
    ],
)
def test_who_is_set_apart_weighs_the_same_everywhere(
    case: Case, entries: list[str], links: str, lines: tuple[int, int]
) -> None:
    """The balance is counted from the very lines that stand under each answer."""
    derivations = [f"claimcheck: 1\npart: derivations\n{links}\n"] if links else []
    result = case.result([ROLL, *entries], *derivations)
    affirming, _ = claims_of(result)
    words = {0: "no line", 1: "1 line"}[lines[1]]

    assert affirming.lines is not None
    assert result.balance is not None
    assert (affirming.lines.at_least, affirming.lines.at_most) == lines
    assert f"“yes” stands on {words}" in result.balance.because or (
        f"“yes” on {words}" in result.balance.because
    )


def test_who_falls_with_another_is_told(case: Case) -> None:
    """A historian reads why a copy counts for nothing."""
    derivations = (
        "claimcheck: 1\npart: derivations\nderivations: [{child: orme, parent: pym, kind: copies}]\n"
    )
    (claim,) = case.result([UNABLE, "{in: orme}"], derivations).claims

    assert claim.lines is not None
    assert claim.lines.because == (
        "Pym could not have known, because he was not born, and so counts for no line",
        "Orme has it only from who is set apart, and counts for no line",
    )


def test_a_grade_stays_with_who_speaks(case: Case) -> None:
    """Who endorses another takes his stance, and is not graded with the other's grades."""
    entry = (
        "{id: pym, in: hale, chain: [{source: hale, relay: endorses}, pym], "
        "grades: {directness: {grade: first-hand, because: he led it}}}"
    )
    criticism = case.result([entry]).criticism
    heard = {grade.rule: grade.best for grade in criticism.grades_of("sortie.pym~hale")}

    assert heard["directness"] == "second-hand"
    assert {grade.rule: grade.best for grade in criticism.grades_of("sortie.pym")}[
        "directness"
    ] == "first-hand"


# Laws.


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Examination:
    """A question with four voices on two sides, none of them graded by anybody."""
    folder = tmp_path_factory.mktemp("laws")
    return Case(folder).examine([ROLL, HALE, PYM, "{id: orme, in: orme, stance: denies, chain: [talk]}"])


def rows_with(report: Examination, grades: dict[str, list[Grade]]) -> dict[str, RuleRow]:
    """Return the rows of the only question once these grades are declared, by attestation."""
    (result,) = report.results
    attestations = tuple(evolve(each, grades=tuple(grades.get(each.id, ()))) for each in result.attestations)
    weighed = weigh_results(report.dossier, [evolve(result, attestations=attestations)])
    return {row.rule: row for row in weighed.results[0].criticism.rows}


NAMES = ("sortie.roll", "sortie.hale", "sortie.pym", "sortie.orme")
declared = st.dictionaries(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(RULES)), st.integers(0, 4), max_size=8
)


def grades_from(chosen: dict[tuple[str, object], int]) -> dict[str, list[Grade]]:
    """Return declared grades; whoever could not know is another matter."""
    found: dict[str, list[Grade]] = {}
    for (name, rule), place in chosen.items():
        names = [each.id for each in rule.grades if each.id != COULD_NOT_KNOW]  # type: ignore[attr-defined]
        grade = names[place % len(names)]
        found.setdefault(name, []).append(Grade(rule=rule.id, best=grade, worst=grade, because="so"))  # type: ignore[attr-defined]
    return found


@given(data=st.data(), chosen=declared)
def test_a_grade_touches_no_other_rule(
    plain: Examination, data: st.DataObject, chosen: dict[tuple[str, object], int]
) -> None:
    """What is declared on one rule leaves every other row as it was."""
    rule = data.draw(st.sampled_from(RULES))
    without = {key: place for key, place in chosen.items() if key[1] is not rule}
    all_rows, rest = (rows_with(plain, grades_from(each)) for each in (chosen, without))

    assert {name: row for name, row in all_rows.items() if name != rule.id} == {
        name: row for name, row in rest.items() if name != rule.id
    }


@given(chosen=declared)
def test_better_is_better_than_every_other_grade(
    plain: Examination, chosen: dict[tuple[str, object], int]
) -> None:
    """The better side's worst lies above the others' best, and on equal grades none is better."""
    rows = rows_with(plain, grades_from(chosen))
    for rule in RULES:
        row = rows[rule.id]
        if row.outcome is Outcome.BETTER:
            (side,) = (each for each in row.sides if each.claim == row.better)
            others = [each for each in row.sides if each is not side]
            assert all(rule.rank(side.worst) < rule.rank(other.best) for other in others)
        elif row.outcome is Outcome.SAME:
            assert len({grade for side in row.sides for grade in (side.best, side.worst)}) == 1
        else:
            assert row.better == ""


def test_nothing_is_summed(plain: Examination) -> None:
    """No figure stands in a row but that of a lag, and no row speaks of another rule."""
    for row in rows_with(plain, {}).values():
        assert row.rule == "nearness" or not re.search(r"[0-9]", row.explanation)


def test_the_balance_tells_what_a_grade_decides(case: Case) -> None:
    """Had he been able to know, the balance might tip: that is told, and it agrees with the lines."""
    balance = case.result([ROLL, UNABLE]).balance

    assert balance is not None
    assert balance.word is BalanceWord.SINGLE_LINE
    assert any(fall.kind is FallKind.GRADE for tip in balance.tips for fall in tip.falls), (
        "the grade is among what could fall"
    )
