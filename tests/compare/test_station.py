"""Comparison from dossier text to conflicts, one rule of the vocabulary at a time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.model.finding import Claim, Conflict, ConflictScope, Finding
from claimcheck.notebook import Examination
from claimcheck.values.relation import Relation

Examined = Callable[..., Examination]


def one_conflict(report: Examination) -> Conflict:
    """Return the only conflict of a report."""
    (conflict,) = report.conflicts
    return conflict


def claims(report: Examination) -> dict[str, Claim]:
    """Return the claims of a report's only question, by answer."""
    (result,) = report.results
    return {claim.answer: claim for claim in result.claims}


def findings(report: Examination, code: str) -> list[Finding]:
    """Return the findings of one code."""
    return [finding for finding in report.findings if finding.code == code]


DAY = """
    claimcheck: 1
    part: questions
    questions:
      - question: landing
        asks: When did the fleet land?
        kind: date
        attestations:
"""


def test_two_days_conflict_across_documents(examined: Examined) -> None:
    """
    Two documents that name different days conflict necessarily, and both passages are quoted.
    """
    report = examined(
        DAY
        + """
          - {id: a, in: annals, value: 3 May 1640, at: p. 4, quote: came ashore on the third}
          - {id: b, in: chronicle, value: 4 May 1640, at: p. 9, quote: upon the fourth they landed}
        """
    )

    conflict = one_conflict(report)
    assert conflict.relation is Relation.NECESSARY_CONFLICT
    assert conflict.scopes == (ConflictScope.ACROSS_DOCUMENTS,)
    assert "came ashore on the third" in conflict.explanation
    assert "upon the fourth they landed" in conflict.explanation
    assert "neighbouring-day" in [diagnosis.code for diagnosis in conflict.diagnoses]


def test_a_wider_answer_supports_the_narrower_and_is_no_claim(examined: Examined) -> None:
    """
    "In May" is not a rival of "on 3 May": it supports it, and stands for no claim of its own.
    """
    report = examined(
        DAY
        + """
          - {id: a, in: annals, value: May 1640}
          - {id: b, in: chronicle, value: 3 May 1640}
        """
    )

    assert report.conflicts == ()
    (claim,) = claims(report).values()
    assert claim.supporting == ("landing.a", "landing.b")


def test_an_answer_that_fits_two_rivals_allows_both(examined: Examined) -> None:
    """
    "In May" supports neither of two days in May that rule each other out.
    """
    report = examined(
        DAY
        + """
          - {id: a, in: annals, value: May 1640}
          - {id: b, in: chronicle, value: 3 May 1640}
          - {id: c, in: chronicle, chain: [chronicle, letter], value: 9 May 1640}
        """
    )

    assert [claim.allowing for claim in claims(report).values()] == [("landing.a",), ("landing.a",)]
    assert one_conflict(report).scopes == (
        ConflictScope.WITHIN_DOCUMENT,
        ConflictScope.WITHIN_CITED_WORKS,
    )


def test_one_source_may_contradict_itself(examined: Examined) -> None:
    """
    Two passages of one speaker that clash are a conflict within the source.
    """
    report = examined(
        DAY
        + """
          - {id: a, in: annals, value: 3 May 1640}
          - {id: b, in: annals, value: 9 May 1640}
        """
    )

    assert one_conflict(report).scopes == (ConflictScope.WITHIN_SOURCE, ConflictScope.WITHIN_DOCUMENT)


MEETING = """
    claimcheck: 1
    part: questions
    questions:
      - question: meeting
        asks: Did the envoys meet?
        kind: occurrence
        attestations:
"""


def test_a_relay_that_rejects_denies_as_hearsay(examined: Examined) -> None:
    """
    Who rejects what they relay takes that stance too, and clashes with the one they relay.
    """
    report = examined(
        MEETING
        + """
          - {id: a, in: annals, chain: [{source: annals, relay: rejects}, memoir], quote: tells a tale}
        """
    )

    conflict = one_conflict(report)
    assert {side.attestations for side in conflict.sides} == {("meeting.a",), ("meeting.a~annals",)}
    assert ConflictScope.WITHIN_CITED_WORKS in conflict.scopes
    assert report.attestation("meeting.a~annals").hearsay_of == "meeting.a"


def test_a_relay_that_only_reports_takes_no_stance(examined: Examined) -> None:
    """
    Merely reporting is neither agreement nor denial.
    """
    report = examined(MEETING + "          - {id: a, in: annals, chain: [annals, memoir]}\n")

    (result,) = report.results
    assert [each.id for each in result.attestations] == ["meeting.a"]


def test_doubt_is_a_possible_conflict_and_stands_apart(examined: Examined) -> None:
    """
    A doubt clashes possibly with what is affirmed, supports nothing, and is listed as doubting.
    """
    report = examined(
        MEETING
        + """
          - {id: a, in: annals}
          - {id: b, in: chronicle, stance: doubts}
        """
    )

    assert one_conflict(report).relation is Relation.POSSIBLE_CONFLICT
    (claim,) = claims(report).values()
    assert (claim.supporting, claim.doubting) == (("meeting.a",), ("meeting.b",))


def test_denying_and_saying_that_it_did_not_happen_are_one_claim(examined: Examined) -> None:
    """
    On a closed list, to deny the one answer is to give the other.
    """
    report = examined(
        MEETING
        + """
          - {id: a, in: annals, stance: denies, value: happened}
          - {id: b, in: chronicle, value: did not happen}
        """
    )

    assert report.conflicts == ()
    (claim,) = claims(report).values()
    assert claim.supporting == ("meeting.a", "meeting.b")


def test_a_declared_opposition_is_not_told_again_as_apparent(examined: Examined) -> None:
    """
    Whom a historian opposed although they speak of different things is told as opposed, and not as apparent.
    """
    report = examined(
        DAY
        + """
          - {id: a, in: annals, scope: {stage: first ship}, value: 8 May 1640, at: p. 4, quote: one ship}
          - {id: b, in: chronicle, scope: {stage: last ship}, value: 3 May 1640, at: p. 9, quote: the rest}
          - {id: c, in: chronicle, scope: {stage: flagship}, value: 5 May 1640, at: p. 9, quote: the tall one}
        oppositions:
          - {between: [a, b], because: the last ship does not land before the first}
        """
    )

    assert [each.attestations for each in findings(report, "declared-opposition")] == [
        ("landing.a", "landing.b")
    ]
    apparent = {frozenset(each.attestations) for each in findings(report, "apparent")}
    assert apparent == {frozenset({"landing.a", "landing.c"}), frozenset({"landing.b", "landing.c"})}


def test_different_scopes_are_an_apparent_clash(examined: Examined) -> None:
    """
    Figures for different sides look like a clash and are none: a finding, and listed as not compared.
    """
    report = examined(
        """
        claimcheck: 1
        part: questions
        questions:
          - question: killed
            asks: How many were killed?
            kind: quantity
            scope: {counted: killed}
            attestations:
              - {id: a, in: annals, value: "30", scope: {whose: the northern side}}
              - {id: b, in: annals, value: "80", scope: {whose: the southern side}}
        """
    )

    assert report.conflicts == ()
    (finding,) = findings(report, "apparent")
    assert "whose: the northern side / the southern side" in finding.explanation
    assert report.coverage.compared == 0
    (skipped,) = report.coverage.not_compared
    assert skipped.attestations == ("killed.a", "killed.b")


def test_an_unstated_scope_leaves_it_possible(examined: Examined) -> None:
    """
    When only one side says whose, a clash is possible and the diagnosis says why.
    """
    report = examined(
        """
        claimcheck: 1
        part: questions
        questions:
          - question: killed
            asks: How many were killed?
            kind: quantity
            attestations:
              - {id: a, in: annals, value: "31", scope: {whose: the northern side}}
              - {id: b, in: chronicle, value: "87"}
        """
    )

    conflict = one_conflict(report)
    assert conflict.relation is Relation.POSSIBLE_CONFLICT
    assert "scope-unstated" in [diagnosis.code for diagnosis in conflict.diagnoses]


def test_a_part_never_exceeds_its_whole(examined: Examined) -> None:
    """
    More killed than casualties is a conflict between two questions; fewer is none.
    """
    text = """
        claimcheck: 1
        part: questions
        questions:
          - question: casualties
            asks: How many casualties were there?
            kind: quantity
            attestations: [{{id: a, in: annals, value: "412"}}]
          - question: killed
            asks: How many were killed?
            kind: quantity
            part-of: casualties
            attestations: [{{id: b, in: chronicle, value: "{killed}"}}]
    """

    more, fewer = examined(text.format(killed=533)), examined(text.format(killed=97))

    assert one_conflict(more).rule == "part-exceeds-whole"
    assert one_conflict(more).questions == ("killed", "casualties")
    assert fewer.conflicts == ()


PLACES = """
    claimcheck: 1
    part: names
    places:
      - {id: town, label: Town}
      - {id: fort, label: Fort, part-of: [town]}
    bodies:
      - {id: north, label: North}
      - {id: guard, label: Guard of the North, part-of: [north]}
      - {id: south, label: South}
"""


def holder(*attestations: str, subject: str = "Town") -> str:
    """Return a part with one question about who held a place."""
    lines = "\n".join(f"              - {each}" for each in attestations)
    return f"""
        claimcheck: 1
        part: questions
        questions:
          - question: holder-{subject.lower()}
            asks: Who held it in May 1640?
            kind: holder
            subject: {subject}
            when: 1640-05
            attestations:
{lines}
    """


def test_two_holders_of_one_place_at_one_time(examined: Examined) -> None:
    """
    Two who each held the whole place at the same time clash; an army holds for its state.
    """
    report = examined(
        PLACES,
        holder(
            "{id: a, in: annals, value: 'Guard of the North, throughout 1640-05-02/1640-05-10'}",
            "{id: b, in: chronicle, value: 'South, throughout 1640-05-08/1640-05-20'}",
            "{id: c, in: chronicle, value: 'North, throughout 1640-05-02/1640-05-10'}",
        ),
    )

    assert one_conflict(report).relation is Relation.NECESSARY_CONFLICT
    assert {len(side.attestations) for side in one_conflict(report).sides} == {1, 2}


def test_successive_holders_do_not_conflict(examined: Examined) -> None:
    """
    One holder until a day and another from that day succeed one another.
    """
    report = examined(
        PLACES,
        holder(
            "{id: a, in: annals, value: 'North, throughout 1640-05-02/1640-05-10'}",
            "{id: b, in: chronicle, value: 'South, throughout 1640-05-10/1640-05-20'}",
        ),
    )

    assert report.conflicts == ()
    assert findings(report, "apparent") == []


def test_part_of_a_place_leaves_room_for_others(examined: Examined) -> None:
    """
    Holding a part clashes with another's holding the whole, and not with another's holding a part.
    """
    report = examined(
        PLACES,
        holder(
            "{id: a, in: annals, value: 'North, part, throughout 1640-05-02/1640-05-10'}",
            "{id: b, in: chronicle, value: 'South, part, throughout 1640-05-02/1640-05-10'}",
            "{id: c, in: chronicle, chain: [chronicle, letter], "
            "value: 'South, throughout 1640-05-02/1640-05-10'}",
        ),
    )

    clashing = {
        each for conflict in report.conflicts for side in conflict.sides for each in side.attestations
    }
    assert clashing == {"holder-town.a", "holder-town.b", "holder-town.c"}
    assert all(
        not {"holder-town.a", "holder-town.b"}
        <= {each for side in conflict.sides for each in side.attestations}
        for conflict in report.conflicts
        if len(conflict.sides[0].attestations) == len(conflict.sides[1].attestations) == 1
    )


def test_who_holds_a_part_holds_some_of_the_whole(examined: Examined) -> None:
    """
    The holder of a fort in a town is among the holders of the town.
    """
    report = examined(
        PLACES,
        holder("{id: a, in: annals, value: 'North, throughout 1640-05-02/1640-05-10'}"),
        holder("{id: b, in: chronicle, value: 'South, throughout 1640-05-04/1640-05-06'}", subject="Fort"),
    )

    assert one_conflict(report).rule == "part-held-by-another"


EVENTS = """
    claimcheck: 1
    part: events
    events:
      - {id: war, label: the war}
      - {id: siege, label: the siege, part-of: [war]}
"""


def test_the_shortest_impossible_chain_explains_an_order_conflict(examined: Examined) -> None:
    """
    A siege that begins on the war's last day and lasts three days can't lie within the war.
    """
    report = examined(
        EVENTS,
        """
        claimcheck: 1
        part: questions
        questions:
          - question: war-dates
            asks: When was the war?
            kind: date
            event: war
            attestations: [{id: a, in: annals, value: 1640-03-02/1640-05-10}]
          - question: siege-begin
            asks: When did the siege begin?
            kind: date
            event: siege.begin
            attestations: [{id: b, in: annals, value: 10 May 1640}]
          - question: siege-length
            asks: How long was the siege?
            kind: order
            event: siege.end
            relative-to: siege.begin
            attestations: [{id: c, in: annals, value: 3 days later, quote: three days they held}]
        """,
    )

    conflict = one_conflict(report)
    assert conflict.rule == "impossible-loop"
    assert conflict.relation is Relation.NECESSARY_CONFLICT
    assert {each for side in conflict.sides for each in side.attestations} == {
        "war-dates.a",
        "siege-begin.b",
        "siege-length.c",
    }
    assert len(conflict.links) == 4
    assert "short of 3 days" in conflict.explanation
    assert "three days they held" in conflict.explanation


def test_the_order_of_telling_makes_no_necessary_conflict(examined: Examined) -> None:
    """
    A loop that needs the order of telling is possible at most.
    """
    report = examined(
        EVENTS,
        """
        claimcheck: 1
        part: questions
        questions:
          - question: order
            asks: Which came first?
            kind: order
            event: siege.begin
            relative-to: war.end
            attestations: [{id: a, in: annals, value: after, basis: telling}]
          - question: begin
            asks: When did the siege begin?
            kind: date
            event: siege.begin
            attestations: [{id: b, in: annals, value: 1 May 1640}]
          - question: end
            asks: When did the war end?
            kind: date
            event: war.end
            attestations: [{id: c, in: annals, value: 9 May 1640}]
        """,
    )

    assert one_conflict(report).relation is Relation.POSSIBLE_CONFLICT


DAMAGE = """
    claimcheck: 1
    part: damage
    damage:
      - {id: scrawl, in: annals, kind: vandalism, quote: some scrawl}
"""


def test_damaged_words_are_quarantined(examined: Examined) -> None:
    """
    What stands in damage makes no claim and no conflict; the finding says what it would oppose.
    """
    report = examined(
        DAMAGE,
        MEETING
        + """
          - {id: a, in: annals, damage: scrawl, quote: some scrawl}
          - {id: b, in: chronicle, stance: denies}
          - {id: c, in: annals, stance: denies, beside: scrawl}
        """,
    )

    assert report.conflicts == ()
    assert [claim.supporting for claim in claims(report).values()] == [("meeting.b", "meeting.c")]
    (damage,) = findings(report, "damage")
    assert damage.attestations == ("meeting.a", "meeting.b", "meeting.c")
    (beside,) = findings(report, "beside-damage")
    assert beside.attestations == ("meeting.c",)


def test_what_stands_beside_one_damage_is_told_once(examined: Examined) -> None:
    """
    However many words stand intact beside a damaged span, the finding is one.
    """
    report = examined(
        DAMAGE,
        MEETING
        + """
          - {id: a, in: annals, beside: scrawl}
          - {id: b, in: chronicle, stance: denies}
          - {id: c, in: annals, stance: denies, beside: scrawl}
        """,
    )

    (beside,) = findings(report, "beside-damage")
    assert beside.attestations == ("meeting.a", "meeting.c")


def test_silence_and_omission_deny_nothing(examined: Examined) -> None:
    """
    A silent source and a version that lacks words are findings, on no side of any claim.
    """
    report = examined(
        """
        claimcheck: 1
        part: questions
        questions:
          - question: meeting
            asks: Did the envoys meet?
            kind: occurrence
            attestations: [{id: a, in: annals}]
            silences:
              - {source: memoir, searched: the whole book, because: its author was there}
            omissions:
              - {source: letter, lacks: the meeting, compared-with: [annals]}
        """
    )

    assert report.conflicts == ()
    assert len(findings(report, "silence")) == len(findings(report, "variant")) == 1
    (claim,) = claims(report).values()
    assert claim.contradicting == claim.doubting == ()


def test_agreement_through_one_source_is_an_echo(examined: Examined) -> None:
    """
    A chronicle that draws on the annals adds no line to them.
    """
    report = examined(
        """
        claimcheck: 1
        part: derivations
        derivations:
          - {child: chronicle, parent: annals, kind: draws-on, because: it repeats the slips}
        """,
        MEETING
        + """
          - {id: a, in: annals}
          - {id: b, in: chronicle}
        """,
    )

    (claim,) = claims(report).values()
    assert claim.lines is not None
    assert (claim.lines.at_least, claim.lines.at_most) == (1, 1)
    assert len(findings(report, "echo")) == 1


def test_undeclared_independence_is_one_to_two_lines(examined: Examined) -> None:
    """
    Two sources that nobody linked are one line at least and two at most.
    """
    report = examined(
        MEETING
        + """
          - {id: a, in: annals}
          - {id: b, in: chronicle}
        """
    )

    (claim,) = claims(report).values()
    assert str(claim.lines) == "1-2 lines"
    assert len(findings(report, "lines")) == 1


def test_resting_on_what_is_disputed_is_shown(examined: Examined) -> None:
    """
    An attestation that depends on a disputed question says so, with the path.
    """
    report = examined(
        MEETING
        + """
          - {id: a, in: annals}
          - {id: b, in: chronicle, stance: denies}
        """,
        """
        claimcheck: 1
        part: questions
        questions:
          - question: treaty
            asks: Was a treaty signed?
            kind: occurrence
            attestations: [{id: c, in: annals, rests-on: [meeting]}]
        """,
    )

    (finding,) = findings(report, "rests-on-disputed")
    assert finding.path == ("treaty.c", "meeting")


def test_ids_do_not_change_when_something_else_is_added(examined: Examined) -> None:
    """
    A question added elsewhere, or another supporter, changes no id of a conflict.
    """
    text = (
        DAY
        + """
          - {id: a, in: annals, value: 3 May 1640}
          - {id: b, in: chronicle, value: 9 May 1640}
        """
    )
    more = "  - {id: c, in: annals, chain: [annals, letter], value: 3 May 1640}\n"

    before, after = examined(text), examined(text + more, MEETING + "          - {id: a, in: annals}\n")

    assert {each.id for each in before.conflicts} == {each.id for each in after.conflicts}


def test_nothing_compared_is_said(examined: Examined) -> None:
    """
    A lone attestation is listed as not compared: "no conflicts" would promise too much.
    """
    report = examined(MEETING + "          - {id: a, in: annals}\n")

    assert report.coverage.compared == 0
    assert [each.attestations for each in report.coverage.not_compared] == [("meeting.a",)]


def figures(*attestations: str) -> str:
    """Return a part with one question of how many were killed."""
    lines = "\n".join(f"              - {each}" for each in attestations)
    return f"""
        claimcheck: 1
        part: questions
        questions:
          - question: killed
            asks: How many were killed?
            kind: quantity
            attestations:
{lines}
    """


ARMIES = """
    claimcheck: 1
    part: names
    bodies:
      - {id: north, label: North}
      - {id: south, label: South}
      - {id: guard, label: Guard, part-of: [north]}
"""


def test_a_missing_scope_is_no_agreement(examined: Examined) -> None:
    """
    A figure that does not say whose it is supports neither of two that do.
    """
    report = examined(
        ARMIES,
        figures(
            "{id: a, in: annals, value: '307', scope: {whose: North}}",
            "{id: b, in: chronicle, value: '307'}",
            "{id: c, in: chronicle, value: '307', scope: {whose: South}}",
        ),
    )

    scoped = [claim for claim in claims(report).values() if "(" in claim.answer]
    assert [claim.supporting for claim in scoped] == [("killed.a",), ("killed.c",)]
    assert all("killed.b" in claim.allowing for claim in scoped)


def test_the_figure_of_a_part_does_not_support_that_of_the_whole(examined: Examined) -> None:
    """
    As many of the guard as another has of the whole army are two answers, not one.
    """
    report = examined(
        ARMIES,
        figures(
            "{id: a, in: annals, value: '307', scope: {whose: Guard}}",
            "{id: b, in: chronicle, value: '307', scope: {whose: North}}",
        ),
    )

    assert report.conflicts == ()
    assert [claim.supporting for claim in claims(report).values()] == [("killed.a",), ("killed.b",)]


@pytest.mark.parametrize(
    ("denied", "relation"),
    [("1640-05", Relation.POSSIBLE_CONFLICT), ("1639/1641", Relation.NECESSARY_CONFLICT)],
)
def test_denying_it_of_a_part_leaves_the_whole_possible(
    examined: Examined, denied: str, relation: Relation
) -> None:
    """
    What happened in the year may have happened outside the month of which it is denied.
    """
    report = examined(
        MEETING
        + f"""
          - {{id: a, in: annals, scope: {{when: 1640}}}}
          - {{id: b, in: chronicle, stance: denies, scope: {{when: {denied}}}}}
        """
    )

    assert one_conflict(report).relation is relation


def test_what_two_sources_leave_open_alike_is_one_answer(examined: Examined) -> None:
    """
    Two who write the same ambiguous figure support one claim with one id.
    """
    report = examined(
        figures("{id: a, in: annals, value: '1.250'}", "{id: b, in: chronicle, value: '1.250'}")
    )

    (claim,) = claims(report).values()
    assert claim.supporting == ("killed.a", "killed.b")


def test_claims_keep_their_ids_whatever_words_come_first(examined: Examined) -> None:
    """
    An id is made from what is said, not from the words of whoever is read first.
    """
    one = "{id: a, in: annals, value: 'Guard of the North, on 1640-05-02'}"
    other = "{id: b, in: chronicle, value: 'North, on 1640-05-02'}"

    first, second = examined(PLACES, holder(one, other)), examined(PLACES, holder(other, one))

    assert [each.id for each in claims(first).values()] == [each.id for each in claims(second).values()]


def test_a_relay_beside_its_speaker_is_no_comparison(examined: Examined) -> None:
    """
    One passage in which one source endorses another compares nothing.
    """
    report = examined(
        MEETING + "          - {id: a, in: annals, chain: [{source: annals, relay: endorses}, memoir]}\n"
    )

    assert report.coverage.compared == 0
    assert [each.why for each in report.coverage.not_compared] == ["nothing else speaks to the question"]


def test_several_answers_may_all_be_denied(examined: Examined) -> None:
    """
    A question that admits several answers may have none.
    """
    report = examined(
        """
        claimcheck: 1
        part: questions
        questions:
          - question: gifts
            asks: What was promised?
            kind: choice
            answers: several
            options: [money, arms]
            attestations:
              - {id: a, in: annals, stance: denies, value: money}
              - {id: b, in: chronicle, stance: denies, value: arms}
        """
    )

    assert report.conflicts == ()


def test_a_denial_supports_nobody_whom_it_only_leaves_room_for(examined: Examined) -> None:
    """
    Who denies North the town at any time allows that South held it, and says no word for it.
    """
    report = examined(
        PLACES,
        holder(
            "{id: a, in: annals, value: 'South, sometime in 1640-05'}",
            "{id: b, in: chronicle, stance: denies, value: 'North, sometime in 1640-05'}",
            "{id: c, in: annals, value: 'South, throughout 1640'}",
        ),
    )

    found = claims(report)
    assert found["North at no time in May 1640"].supporting == ("holder-town.b", "holder-town.c")
    assert found["North at no time in May 1640"].allowing == ("holder-town.a",)
    assert found["South throughout 1640"].supporting == ("holder-town.a", "holder-town.c")
    assert found["South throughout 1640"].allowing == ("holder-town.b",)


@pytest.mark.parametrize(
    ("kind", "attestations", "supporting"),
    [
        ("date", ("value: 5 May 1640", "{stance: denies, value: June 1640}"), ("asked.a",)),
        (
            "occurrence",
            ("value: happened", "{stance: denies, value: did not happen}"),
            ("asked.a", "asked.b"),
        ),
    ],
)
def test_a_denial_supports_what_alone_it_leaves(
    examined: Examined, kind: str, attestations: tuple[str, str], supporting: tuple[str, ...]
) -> None:
    """
    "Not in June" is no line for the fifth of May; "not that it did not happen" is one for "it did".
    """
    entries = [
        f"{{id: {name}, in: annals, {words.strip('{}')}}}"
        for name, words in zip("ab", attestations, strict=True)
    ]
    report = examined(
        f"""
        claimcheck: 1
        part: questions
        questions:
          - {{question: asked, asks: What?, kind: {kind}, when: 1640, attestations: [{", ".join(entries)}]}}
        """
    )

    affirmed = next(claim for claim in report.results[0].claims if not claim.is_denial)
    assert affirmed.supporting == supporting


def test_a_date_with_two_readings_is_no_loop_of_its_own(examined: Examined) -> None:
    """
    Words that mean March or May contradict nothing by themselves.
    """
    report = examined(
        EVENTS,
        """
        claimcheck: 1
        part: questions
        questions:
          - question: war
            asks: When did the war begin?
            kind: date
            event: war.begin
            attestations: [{id: a, in: annals, value: 5/3/1921}]
        """,
    )

    assert report.conflicts == ()


def test_too_many_conflicts_are_counted_and_not_all_told(examined: Examined) -> None:
    """
    Of the clashes of fifty answers the first thousand are told, necessary ones first, and all are counted.
    """
    report = examined(
        figures(
            *(f"{{id: n{number}, in: annals, value: '{10007 + 31 * number}'}}" for number in range(50)),
        )
    )

    (finding,) = findings(report, "untold")
    assert len(report.conflicts) == 1000
    assert finding.explanation.startswith("1,225 pairs")
    assert all(conflict.relation is Relation.NECESSARY_CONFLICT for conflict in report.conflicts)


def part_and_whole(part: str, whole: str) -> str:
    """Return a part with a figure for the killed, and one for the casualties that they are among."""
    return f"""
        claimcheck: 1
        part: questions
        questions:
          - question: casualties
            asks: How many casualties were there?
            kind: quantity
            attestations: [{{id: whole, in: annals, {whole}}}]
          - question: killed
            asks: How many were killed?
            kind: quantity
            part-of: casualties
            attestations: [{{id: part, in: chronicle, {part}}}]
    """


@pytest.mark.parametrize(
    ("part", "whole", "relation"),
    [
        ("value: '533'", "value: '412'", Relation.NECESSARY_CONFLICT),
        ("value: '533', basis: telling", "value: '412'", Relation.POSSIBLE_CONFLICT),
        ("value: '533', scope: {whose: North}", "value: '412'", Relation.POSSIBLE_CONFLICT),
        # The killed of the whole army may well be more than the casualties of its guard.
        ("value: '533', scope: {whose: North}", "value: '412', scope: {whose: Guard}", None),
        ("value: '533', scope: {whose: South}", "value: '412', scope: {whose: North}", None),
        (
            "value: '533', chain: [{source: chronicle, relay: endorses}, letter]",
            "value: '412'",
            Relation.NECESSARY_CONFLICT,
        ),
    ],
)
def test_parts_and_wholes_keep_to_ground_and_scope(
    examined: Examined, part: str, whole: str, relation: Relation | None
) -> None:
    """
    A part above its whole is judged like any other clash, and told once whoever relays it.
    """
    report = examined(ARMIES, part_and_whole(part, whole))

    assert [conflict.relation for conflict in report.conflicts] == ([relation] if relation else [])


def test_a_conflict_between_questions_is_a_comparison(examined: Examined) -> None:
    """
    Lone attestations that clash across questions are not listed as compared with nothing.
    """
    report = examined(ARMIES, part_and_whole("value: '533'", "value: '412'"))

    assert report.coverage.not_compared == ()
