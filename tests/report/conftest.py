"""An invented case, filled with everything that a report can hold."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
import pytest
from attrs import evolve

from claimcheck.model.balance import (
    Balance,
    BalanceWord,
    Fall,
    FallKind,
    LinesAfter,
    Searched,
    Tip,
)
from claimcheck.model.bounds import Bound, EventBounds
from claimcheck.model.criticism import (
    RULE,
    Criticism,
    Grade,
    GradeBasis,
    Outcome,
    RuleRow,
    SetApart,
    SideGrades,
)
from claimcheck.model.damage import Damage, Emendation
from claimcheck.model.document import (
    Anchor,
    Document,
    DocumentStatus,
    Earlier,
    Passage,
    QuotationStatus,
)
from claimcheck.model.dossier import Dossier
from claimcheck.model.event import Event
from claimcheck.model.finding import (
    Claim,
    Conflict,
    ConflictScope,
    Coverage,
    Diagnosis,
    Finding,
    LinePath,
    Lines,
    LoopLink,
    NotCompared,
    SharedHand,
    Side,
)
from claimcheck.model.problem import Location, Problem
from claimcheck.model.question import (
    Attestation,
    Basis,
    Link,
    Omission,
    Question,
    Relay,
    Silence,
)
from claimcheck.model.report import DocumentState, QuestionResult, Report
from claimcheck.model.source import Certainty, Creator, Derivation, Form, Independence, Source
from claimcheck.values.intervals import Numbers
from claimcheck.values.points import Points
from claimcheck.values.relation import Relation, Stance
from claimcheck.values.scope import Facet, Scope
from claimcheck.values.span import Span, day_number
from claimcheck.values.value import Reading, Value, exactly

SOURCES = (
    Source(
        id="dray-1742",
        title="Letter to the Governor, from the bridgehead",
        type="personal_communication",
        creators=(Creator(family="Dray", given="Josiah"),),
        issued="1742-05-04",
        form=Form.RELIC,
        made="4 May 1742",
        made_at="Saltmarsh",
        side="the garrison",
        authenticity="autograph, seal intact",
        survives=True,
        other=(("archive", "Ebbing Record Office"),),
    ),
    Source(
        id="halloran-1755",
        title="Recollections of a Ferryman",
        creators=(Creator(family="Halloran"), Creator(literal="A. Quill", role="editor")),
        issued="1755",
        form=Form.NARRATIVE,
        survives=False,
    ),
    Source(id="orme-1790", title="A Chronicle of the Marshes", short="Orme 1790", form=Form.NARRATIVE),
    Source(
        id="fenwick-1931",
        title="The Marsh Wars",
        type="book",
        creators=(Creator(family="Fenwick", given="Ada"),),
        issued="1931",
        form=Form.NARRATIVE,
    ),
    Source(id="register", title="Parish register of Ebbing", short="Ebbing register", form=Form.RELIC),
    Source(id="camp-talk", short="several officers", is_unnamed=True),
)

DOCUMENTS = (
    Document(id="fenwick", source="fenwick-1931", file="fenwick.txt", sha256="a" * 64, language="en"),
    Document(id="dray", source="dray-1742", file="dray.txt", sha256="b" * 64),
    Document(id="orme", source="orme-1790", file="orme.txt"),
    Document(id="register", source="register", file="register.txt"),
)

MAY_3 = day_number(1742, 5, 3)


def one(kind: str, text: str) -> Value:
    """A value with one reading, which is a single point."""
    return Value(kind=kind, text=text, readings=(exactly(Points.of((text,), text)),))


def some(low: int, high: int, spill: int, text: str, scope: Scope) -> Value:
    """A hedged figure."""
    core, envelope = Numbers.between(low, high), Numbers.between(low - spill, high + spill)
    return Value(kind="quantity", text=text, readings=(Reading(core=core, envelope=envelope),), scope=scope)


def killed(whose: str) -> Scope:
    """The scope of men killed on one side."""
    return Scope.of(
        (
            Facet(name="counted", text="killed", key="killed"),
            Facet(name="whose", text=whose, key=whose),
        )
    )


STORMED = Passage(document="fenwick", locator="p. 41", quotation="the bridge was carried before dawn")
HELD = Passage(document="dray", locator="fol. 2", quotation="we hold yet both ends of it")
FERRY = Passage(document="fenwick", locator="p. 43, n. 7", quotation="the ferry | burned on the Thursday")
LATER = Passage(
    document="fenwick", locator="p. 44", quotation="Two days after the ferry", until="the breach was made"
)
THIRTY = Passage(document="orme", locator="ch. 9", quotation="some thirty of the townsmen fell")
TWELVE = Passage(document="dray", locator="fol. 3", quotation="twelve of ours")
DUTCH = Passage(document="fenwick", locator="p. 50", quotation="Colonel Dutch was seen")
MILL = Passage(document="fenwick", locator="p. 46", quotation="met, it is said, at the mill")
RATED = Passage(document="fenwick", locator="p. 46", quotation="a tale for the winter")
DATED = Passage(document="dray", locator="fol. 1", quotation="given this 4th of May")
LEFT = Passage(document="fenwick", locator="p. 60", quotation="marched out on the ninth")
LEFT_TOO = Passage(document="orme", locator="ch. 12", quotation="on the ninth the garrison departed")

BRIDGE = Question(
    id="bridge",
    asks="Who held Saltmarsh Bridge on the night of 3 May 1742?",
    kind="holder",
    subject="Saltmarsh Bridge",
    when=Span(MAY_3, MAY_3 + 1),
    when_text="1742-05-03/1742-05-04",
    attestations=(
        Attestation(
            id="bridge.dray",
            question="bridge",
            document="dray",
            chain=(Link(source="dray-1742"),),
            value=one("holder", "the garrison"),
            printed="we hold yet both ends",
            passages=(HELD,),
        ),
        Attestation(
            id="bridge.fenwick",
            question="bridge",
            document="fenwick",
            chain=(Link(source="fenwick-1931"),),
            value=one("holder", "the townsmen"),
            basis=Basis.IMPLIED,
            because="whoever carries a bridge before dawn holds it by night's end",
            passages=(STORMED,),
        ),
        Attestation(
            id="bridge.halloran",
            question="bridge",
            document="fenwick",
            chain=(
                Link(source="fenwick-1931", relay=Relay.REPORTS, hedge="is said to"),
                Link(source="halloran-1755"),
            ),
            value=one("holder", "the townsmen"),
            passages=(STORMED,),
        ),
    ),
    silences=(
        Silence(
            source="register",
            document="register",
            searched="burials of May 1742",
            because="it records every other alarm of that year",
            record_survives="all leaves of that year are there",
        ),
    ),
)

KILLED = Question(
    id="killed",
    asks="How many were killed at the bridge?",
    kind="quantity",
    attestations=(
        Attestation(
            id="killed.orme",
            question="killed",
            document="orme",
            chain=(Link(source="orme-1790"),),
            value=some(29, 31, 2, "some thirty", killed("townsmen")),
            passages=(THIRTY,),
        ),
        Attestation(
            id="killed.dray",
            question="killed",
            document="dray",
            chain=(Link(source="dray-1742"),),
            value=some(12, 12, 0, "twelve", killed("garrison")),
            passages=(TWELVE,),
            beside="blot",
        ),
        Attestation(
            id="killed.colonel",
            question="killed",
            document="fenwick",
            chain=(Link(source="fenwick-1931"),),
            value=some(1, 1, 0, "1", Scope()),
            passages=(DUTCH,),
            damage="prank",
        ),
    ),
)

MEETING = Question(
    id="meeting",
    asks="Did Colonel Ashe meet Captain Dray at the mill?",
    kind="occurrence",
    attestations=(
        Attestation(
            id="meeting.officers",
            question="meeting",
            document="fenwick",
            chain=(
                Link(source="fenwick-1931", relay=Relay.REPORTS),
                Link(source="halloran-1755", relay=Relay.DOUBTS, hedge="as they would have it"),
                Link(source="camp-talk"),
            ),
            value=one("occurrence", "happened"),
            passages=(MILL,),
            rests_on=("bridge",),
        ),
        Attestation(
            id="meeting.fenwick",
            question="meeting",
            document="fenwick",
            chain=(Link(source="fenwick-1931", hedge="surely"),),
            stance=Stance.DENIES,
            value=one("occurrence", "happened"),
            passages=(RATED,),
            rests_on=("meeting.officers",),
        ),
    ),
)
BRIDGE_CRITICISM = Criticism(
    grades=(
        (
            "bridge.dray",
            (
                Grade(
                    rule="nearness",
                    best="within-a-month",
                    worst="within-a-month",
                    because="its source: 4 May; what it speaks of: 3 May",
                    basis=GradeBasis.DERIVED,
                    measure="0–1 day later than the time that is asked about",
                ),
                Grade(
                    rule="ability",
                    best="well-placed",
                    worst="well-placed",
                    because="he wrote from the <bridgehead>",
                ),
            ),
        ),
        (
            "bridge.halloran",
            (
                Grade(
                    rule="directness",
                    best="second-hand",
                    worst="further-removed",
                    because="it is known only through Fenwick 1931",
                    basis=GradeBasis.DERIVED,
                ),
                Grade(
                    rule="ability",
                    best="could-not-know",
                    worst="could-not-know",
                    because="he was at sea that spring",
                ),
            ),
        ),
    ),
    rows=(
        RuleRow(
            rule="form",
            sides=(
                SideGrades(
                    claim="claim-garrison",
                    best="narrative",
                    worst="narrative",
                    words="an account of it",
                    graded=("bridge.dray",),
                ),
                SideGrades(
                    claim="claim-townsmen",
                    best="narrative",
                    worst="narrative",
                    words="an account of it",
                    graded=("bridge.fenwick",),
                ),
            ),
            outcome=Outcome.SAME,
            explanation="the side of “the garrison” is an account of it; the side of “the townsmen” too",
        ),
        RuleRow(
            rule="nearness",
            sides=(
                SideGrades(
                    claim="claim-garrison",
                    best="within-a-month",
                    worst="within-a-month",
                    words="0–1 day later than the time that is asked about",
                    graded=("bridge.dray",),
                ),
                SideGrades(
                    claim="claim-townsmen",
                    best="beyond-living-memory",
                    worst="beyond-living-memory",
                    words="189 years later than the time that is asked about",
                    graded=("bridge.fenwick",),
                ),
            ),
            outcome=Outcome.BETTER,
            better="claim-garrison",
            beside="on this rule the side of “the garrison” is better throughout",
            explanation="the side of “the garrison” is 0–1 day later than the time that is asked about; the "
            "side of “the townsmen” is 189 years later; on this rule the side of “the garrison” is better "
            "throughout",
        ),
        RuleRow(
            rule="interest",
            sides=(
                SideGrades(claim="claim-garrison", ungraded=("bridge.dray",)),
                SideGrades(claim="claim-townsmen", ungraded=("bridge.fenwick",)),
            ),
            outcome=Outcome.NOT_STATED,
            explanation="not stated for any side",
        ),
    ),
    set_apart=(SetApart(attestation="bridge.halloran", because="he was at sea that spring"),),
)
HEARSAY = Attestation(
    id="meeting.officers~halloran-1755",
    question="meeting",
    document="fenwick",
    chain=(Link(source="fenwick-1931", relay=Relay.REPORTS), Link(source="halloran-1755")),
    stance=Stance.DOUBTS,
    value=one("occurrence", "happened"),
    passages=(MILL,),
    hearsay_of="meeting.officers",
)

FERRY_DATE = Question(
    id="ferry-date",
    asks="When did the ferry burn?",
    kind="date",
    event="ferry",
    attestations=(
        Attestation(
            id="ferry-date.fenwick",
            question="ferry-date",
            document="fenwick",
            chain=(Link(source="fenwick-1931"),),
            value=one("date", "3 May 1742"),
            printed="on the Thursday",
            passages=(FERRY,),
        ),
    ),
)

BREACH = Question(
    id="breach-order",
    asks="How long after the ferry burned was the breach made?",
    kind="order",
    event="breach",
    relative_to="ferry",
    attestations=(
        Attestation(
            id="breach-order.fenwick",
            question="breach-order",
            document="fenwick",
            chain=(Link(source="fenwick-1931"),),
            value=one("order", "2 days later"),
            passages=(LATER,),
        ),
        Attestation(
            id="breach-order.telling",
            question="breach-order",
            document="orme",
            chain=(Link(source="orme-1790"),),
            value=one("order", "before"),
            basis=Basis.TELLING,
            because="the breach fills chapter 9, the ferry chapter 10",
        ),
    ),
)

LETTER = Question(
    id="letter-date",
    asks="When did Dray write to the Governor?",
    kind="date",
    attestations=(
        Attestation(
            id="letter-date.dray",
            question="letter-date",
            document="dray",
            chain=(Link(source="dray-1742"),),
            value=Value(
                kind="date",
                text="4 May",
                readings=tuple(
                    Reading(
                        core=Points.of((day,), day),
                        envelope=Points.of((day,), day),
                        under=frozenset((("calendar", calendar),)),
                    )
                    for calendar, day in (("gregorian", "1742-05-04"), ("julian", "1742-05-15"))
                ),
                open=("the calendar", "the year is taken from the question"),
            ),
            passages=(DATED,),
        ),
    ),
    omissions=(
        Omission(
            source="orme-1790",
            lacks="the postscript on powder",
            compared_with=("dray-1742",),
            passage=Passage(document="orme", locator="app. 2"),
            because="he prints the letter to the signature",
        ),
    ),
)

WITHDRAWAL = Question(
    id="withdrawal",
    asks="When did the garrison march out?",
    kind="date",
    when_text="1742-05",
    attestations=(
        Attestation(
            id="withdrawal.fenwick",
            question="withdrawal",
            document="fenwick",
            chain=(Link(source="fenwick-1931"),),
            value=one("date", "9 May 1742"),
            passages=(LEFT,),
        ),
        Attestation(
            id="withdrawal.orme",
            question="withdrawal",
            document="orme",
            chain=(Link(source="orme-1790"),),
            value=one("date", "9 May 1742"),
            passages=(LEFT_TOO,),
        ),
    ),
)

DOSSIER = Dossier(
    title="The night at Saltmarsh Bridge",
    sources=SOURCES,
    documents=DOCUMENTS,
    derivations=(
        Derivation(
            child="fenwick-1931",
            parent="orme-1790",
            kind="draws-on",
            status=Certainty.ARGUED,
            because="she repeats his slip about the tide",
            questions=("withdrawal",),
        ),
    ),
    independences=(
        Independence(
            sources=frozenset(("dray-1742", "halloran-1755")), is_known=True, because="they never met"
        ),
    ),
    events=(
        Event(id="ferry", label="the burning of the ferry", is_point=True),
        Event(id="breach", label="the breach", is_point=True),
    ),
    questions=(BRIDGE, KILLED, MEETING, FERRY_DATE, BREACH, LETTER, WITHDRAWAL),
    damages=(
        Damage(
            id="prank",
            kind="vandalism",
            passage=DUTCH,
            because="no such officer is known, and the ink is modern",
            emendations=(Emendation(reads="Colonel Ashe", because="he commanded there"),),
        ),
    ),
)

ANCHORS = (
    Anchor(passage=STORMED, status=QuotationStatus.EXACT, start=120, end=154),
    Anchor(
        passage=HELD,
        status=QuotationStatus.ALTERED,
        start=40,
        end=66,
        text="we hold yet neither end of it",
        differs=("«both ends» is «neither end»",),
    ),
    Anchor(
        passage=FERRY,
        status=QuotationStatus.NEAR,
        start=300,
        end=334,
        text="the ferry | bur-\nned on the Thursday",
        differs=("a hyphen at the end of a line",),
    ),
    Anchor(passage=LATER, status=QuotationStatus.ELSEWHERE, start=400, end=470, found_at="p. 45"),
    Anchor(
        passage=THIRTY,
        status=QuotationStatus.UNCHECKED,
        earlier=Earlier(status=QuotationStatus.NEAR, date="1911-05-04", sha256="4f" * 32, place="p. 44"),
    ),
    Anchor(passage=TWELVE, status=QuotationStatus.AMBIGUOUS, found_at="fol. 3 and fol. 5"),
    Anchor(passage=DUTCH, status=QuotationStatus.EXACT, start=500, end=522),
    Anchor(
        passage=MILL,
        status=QuotationStatus.DOUBTFUL,
        start=600,
        end=628,
        text="met, it was said, at a mill",
        differs=("«is» is «was»", "«the» is «a»"),
        chance="chance match: 1 in 900",
    ),
    Anchor(passage=RATED, status=QuotationStatus.ABSENT),
    Anchor(passage=DATED, status=QuotationStatus.EXACT, start=3, end=24),
    Anchor(passage=LEFT, status=QuotationStatus.EXACT, start=700, end=724),
    Anchor(passage=LEFT_TOO, status=QuotationStatus.UNCHECKED),
)

BRIDGE_BALANCE = Balance(
    word=BalanceWord.UNDECIDABLE,
    because="“the garrison” stands on 1 line and “the townsmen” on 1 to 2 lines; at most, more for “the "
    "townsmen”.",
    tips=tuple(
        Tip(
            falls=(Fall(kind=FallKind.SOURCE, ids=(source,), text=f"{source} fell (it gives an answer)"),),
            word=BalanceWord.EVEN,
            lines=(
                LinesAfter(claim="claim-garrison", at_least=1, at_most=1),
                LinesAfter(claim="claim-townsmen", at_least=1, at_most=1),
            ),
            explanation=f"If {source} fell (it gives an answer), both would stand on 1 line.",
        )
        for source in ("dray-1742", "fenwick-1931", "halloran-1755", "orme-1790", "a|b", "x*y*", "quill")
    ),
    suspicions=(
        Tip(
            falls=(
                Fall(
                    kind=FallKind.SUSPICION,
                    ids=("fenwick-1931", "halloran-1755"),
                    text="it held that Fenwick 1931 draws on Halloran (only suspected)",
                ),
            ),
            word=BalanceWord.EVEN,
            lines=(LinesAfter(claim="claim-townsmen", at_least=1, at_most=1),),
            explanation="If it held that Fenwick 1931 draws on Halloran (only suspected), it would be even.",
        ),
    ),
    searched=Searched(
        candidates=9,
        sets=40,
        complete_to=2,
        text="9 things could fall; 40 sets of one to three of them were tried.",
    ),
)


RESULTS = (
    QuestionResult(
        question="bridge",
        attestations=BRIDGE.attestations,
        claims=(
            Claim(
                id="claim-garrison",
                answer="the garrison",
                supporting=("bridge.dray",),
                contradicting=("bridge.fenwick", "bridge.halloran"),
                lines=Lines(at_least=1, at_most=1, origins=("dray-1742",)),
            ),
            Claim(
                id="claim-townsmen",
                answer="the townsmen",
                supporting=("bridge.fenwick", "bridge.halloran"),
                contradicting=("bridge.dray",),
                lines=Lines(
                    at_least=1,
                    at_most=2,
                    origins=("fenwick-1931", "halloran-1755"),
                    because=("nobody has declared whether Fenwick 1931 knew more than Halloran 1755",),
                ),
            ),
        ),
        balance=BRIDGE_BALANCE,
        criticism=BRIDGE_CRITICISM,
    ),
    QuestionResult(
        question="killed",
        attestations=KILLED.attestations[:2],
        claims=(
            Claim(
                id="claim-thirty",
                answer="29 to 31 (counted: killed, whose: townsmen)",
                supporting=("killed.orme",),
                lines=Lines(at_least=1, at_most=1),
            ),
            Claim(
                id="claim-twelve",
                answer="12 (counted: killed, whose: garrison)",
                supporting=("killed.dray",),
                lines=Lines(at_least=1, at_most=1),
            ),
        ),
    ),
    QuestionResult(
        question="meeting",
        attestations=(*MEETING.attestations, HEARSAY),
        claims=(
            Claim(
                id="claim-met",
                answer="happened",
                supporting=("meeting.officers",),
                contradicting=("meeting.fenwick",),
                doubting=("meeting.officers~halloran-1755",),
                lines=Lines(at_least=0, at_most=1, because=("nobody knows who the officers were",)),
            ),
            Claim(
                id="claim-not-met",
                answer="not: happened",
                is_denial=True,
                supporting=("meeting.fenwick",),
                contradicting=("meeting.officers",),
                allowing=("meeting.officers~halloran-1755",),
            ),
        ),
    ),
    QuestionResult(
        question="ferry-date",
        attestations=FERRY_DATE.attestations,
        claims=(Claim(id="claim-ferry", answer="1742-05-03", supporting=("ferry-date.fenwick",)),),
    ),
    QuestionResult(question="breach-order", attestations=BREACH.attestations),
    QuestionResult(question="letter-date", attestations=LETTER.attestations),
    QuestionResult(
        question="withdrawal",
        attestations=WITHDRAWAL.attestations,
        claims=(
            Claim(
                id="claim-ninth",
                answer="1742-05-09",
                supporting=("withdrawal.fenwick", "withdrawal.orme"),
                lines=Lines(
                    at_least=1,
                    at_most=2,
                    origins=("orme-1790", "fenwick-1931"),
                    paths=(
                        LinePath(sources=("orme-1790",)),
                        LinePath(sources=("fenwick-1931", "=dray-1742=fenwick-1931"), links=("eyewitness",)),
                    ),
                    cut=("orme-1790", "=dray-1742=fenwick-1931"),
                    hands=(
                        SharedHand(
                            id="=dray-1742=fenwick-1931",
                            kind="eyewitness",
                            sources=("dray-1742", "fenwick-1931"),
                            because="both name the ferryman",
                        ),
                    ),
                    declared=("Orme 1790 and Fenwick 1931 are declared independent: he left no heirs",),
                    because=("Fenwick 1931 draws on Orme 1790 (argued)",),
                ),
            ),
        ),
    ),
)

CONFLICTS = (
    Conflict(
        id="conflict-bridge",
        questions=("bridge",),
        relation=Relation.NECESSARY_CONFLICT,
        scopes=(ConflictScope.ACROSS_DOCUMENTS, ConflictScope.WITHIN_CITED_WORKS),
        sides=(
            Side(claim="claim-garrison", attestations=("bridge.dray",)),
            Side(claim="claim-townsmen", attestations=("bridge.fenwick", "bridge.halloran")),
        ),
        rule="envelopes-apart",
        explanation=(
            "Dray 1742 affirms: we hold yet both ends, fol. 2: «we hold yet both ends of it». Against this, "
            "Fenwick 1931 affirms: the townsmen, p. 41: «the bridge was carried before dawn». Nothing fits "
            "both, even with every tolerance: the garrison / the townsmen."
        ),
        diagnoses=(
            Diagnosis(
                code="different-moment",
                text="the two may speak of different hours of one night",
                confirm_by="an hour stated by either",
            ),
        ),
    ),
    Conflict(
        id="conflict-meeting",
        questions=("meeting",),
        relation=Relation.NECESSARY_CONFLICT,
        scopes=(ConflictScope.WITHIN_DOCUMENT, ConflictScope.WITHIN_CITED_WORKS),
        sides=(
            Side(claim="claim-met", attestations=("meeting.officers",)),
            Side(claim="claim-not-met", attestations=("meeting.fenwick",)),
        ),
        rule="affirmed-and-denied",
        explanation="several officers affirms: happened. Against this, Fenwick 1931 denies: happened.",
    ),
    Conflict(
        id="conflict-meeting-doubted",
        questions=("meeting",),
        relation=Relation.POSSIBLE_CONFLICT,
        scopes=(ConflictScope.WITHIN_SOURCE,),
        sides=(
            Side(claim="claim-met", attestations=("meeting.officers",)),
            Side(claim=None, attestations=("meeting.officers~halloran-1755",)),
        ),
        rule="affirmed-and-doubted",
        explanation="One side doubts what the other affirms; a doubt is no denial.",
    ),
    Conflict(
        id="conflict-order",
        questions=("ferry-date", "breach-order"),
        relation=Relation.POSSIBLE_CONFLICT,
        scopes=(ConflictScope.WITHIN_SOURCE, ConflictScope.WITHIN_DOCUMENT),
        sides=(
            Side(claim=None, attestations=("ferry-date.fenwick",)),
            Side(claim=None, attestations=("breach-order.fenwick",)),
            Side(claim=None, attestations=("breach-order.telling",)),
        ),
        rule="impossible-loop",
        explanation="(1) the ferry burned on 3 May; (2) the breach came two days later; (3) it came before.",
        links=(
            LoopLink(
                from_="the calendar",
                to="begin of ferry",
                at_least=MAY_3,
                at_most=MAY_3,
                ground="ferry-date.fenwick",
            ),
            LoopLink(
                from_="begin of ferry",
                to="begin of breach",
                at_least=2,
                at_most=2,
                ground="breach-order.fenwick",
            ),
            LoopLink(
                from_="begin of breach",
                to="end of breach",
                at_least=0,
                at_most=0,
                ground="“the breach” begins and ends within a day",
                is_rule=True,
            ),
            LoopLink(
                from_="begin of ferry",
                to="end of breach",
                at_least=None,
                at_most=-1,
                ground="breach-order.telling",
            ),
        ),
        diagnoses=(
            Diagnosis(
                code="order-of-telling",
                text="the text may tell an event early without meaning that it came early",
                confirm_by="a date stated in words for either event",
            ),
        ),
    ),
)


def found(code: str, explanation: str, *attestations: str, **fields: tuple[str, ...]) -> Finding:
    """A finding of one code."""
    questions = tuple(dict.fromkeys(each.partition(".")[0] for each in attestations))
    return Finding(
        id=f"{code}-1",
        code=code,
        explanation=explanation,
        questions=fields.get("questions", questions),
        attestations=attestations,
        path=fields.get("path", ()),
    )


FINDINGS = (
    found("ambiguity", "Dray 1742 affirms: 4 May: the words leave open the calendar.", "letter-date.dray"),
    evolve(
        found(
            "damage",
            "Fenwick 1931, p. 50: «Colonel Dutch was seen»: vandalism. The words are quarantined.",
            "killed.colonel",
            path=("prank",),
        ),
        passages=(ANCHORS[6],),
    ),
    found("beside-damage", "twelve of ours: these words are intact, beside damage (blot).", "killed.dray"),
    found("apparent", "thirty and twelve are of different men.", "killed.orme", "killed.dray"),
    evolve(
        found("quotation", "Dray 1742: does not stand so in the document.", "bridge.dray"),
        passages=(ANCHORS[1],),
    ),
    found("silence", "The Ebbing register says nothing.", questions=("bridge",), path=("register",)),
    found(
        "echo",
        "Fenwick 1931 repeats Orme 1790.",
        "withdrawal.fenwick",
        "withdrawal.orme",
        path=("fenwick-1931", "orme-1790"),
    ),
    found(
        "lines",
        "2 sources are not 2 independent lines but 1-2 lines.",
        "bridge.fenwick",
        "bridge.halloran",
        path=("fenwick-1931", "halloran-1755"),
    ),
    found("departure", "Fenwick 1931 depends on Orme 1790 and yet says otherwise.", "bridge.fenwick"),
    found("unnamed-authority", "nobody knows who stands behind «several officers».", "meeting.officers"),
    found("rests-on-disputed", "It rests on bridge, which is disputed.", "meeting.officers"),
    found("declared-opposition", "Declared by the dossier, not found by comparison.", "meeting.fenwick"),
    found("look-alike", "Alike in name and kept apart: Colonel Ashe. Corporal Ashe."),
    found("later-name", "The source is of 1790, and «Ashe of Orme» is a name of 1801.", "meeting.officers"),
    found("variant", "Orme 1790 lacks the postscript.", questions=("letter-date",), path=("orme-1790",)),
)

PROBLEMS = (
    Problem(
        code="value-unreadable",
        message="'a goodly number' is no quantity",
        where=Location(file="questions/killed.yaml", line=14, column=9),
        hint="write a figure, or leave the attestation out",
    ),
    Problem(code="folder-empty", message="no file holds derivations"),
)

_BREACH_LINKS = next(each.links[:2] for each in CONFLICTS if each.links)
BREACH_BOUNDS = EventBounds(
    event="breach",
    source="fenwick-1931",
    begin_earliest=Bound(asserted=MAY_3 + 2, tolerated=MAY_3 + 1, links=_BREACH_LINKS),
    begin_latest=Bound(asserted=MAY_3 + 2, tolerated=MAY_3 + 3, links=_BREACH_LINKS),
    end_earliest=Bound(asserted=MAY_3 + 2, tolerated=MAY_3 + 1, links=_BREACH_LINKS),
    end_latest=Bound(asserted=MAY_3 + 2, tolerated=None, links=_BREACH_LINKS),
)

STATES = (
    DocumentState(document="fenwick", status=DocumentStatus.READ, sha256="a" * 64),
    DocumentState(document="dray", status=DocumentStatus.CHANGED, sha256="c" * 64),
    DocumentState(document="orme", status=DocumentStatus.ABSENT),
    DocumentState(document="register", status=DocumentStatus.REFUSED),
)


@pytest.fixture
def report() -> Report:
    """A report with conflicts of all scopes, findings of many codes, and trouble of every sort."""
    return Report(
        dossier=DOSSIER,
        documents=STATES,
        anchors=ANCHORS,
        results=RESULTS,
        conflicts=CONFLICTS,
        findings=FINDINGS,
        event_bounds=(
            EventBounds(event="ferry", source="fenwick-1931", begin_latest=Bound(asserted=MAY_3)),
            BREACH_BOUNDS,
            EventBounds(event="breach", impossible=("ferry-date.fenwick", "breach-order.fenwick")),
        ),
        coverage=Coverage(
            compared=11,
            not_compared=(
                NotCompared(
                    attestations=("killed.orme", "killed.dray"),
                    why="they speak of different things (whose: townsmen / garrison)",
                ),
                NotCompared(attestations=("killed.colonel",), why="its words stand in damage (prank)"),
                NotCompared(attestations=("letter-date.dray",), why="nothing else speaks to the question"),
                NotCompared(attestations=("ferry-date.fenwick",), why="nothing else speaks to the question"),
            ),
        ),
        problems=PROBLEMS,
    )


@pytest.fixture
def blind_report(report: Report) -> Report:
    """The same report, made without any document at hand."""
    absent = tuple(evolve(state, status=DocumentStatus.ABSENT, sha256="") for state in STATES)
    return evolve(report, documents=absent, anchors=())


@pytest.fixture
def empty_report() -> Report:
    """The report of a dossier that holds nothing."""
    return Report(dossier=Dossier())


_FREE_TEXT = {
    *("title", "asks", "label", "short", "quotation", "locator", "until", "explanation", "text"),
    *("confirm_by", "hedge", "because", "printed", "words", "message", "hint", "answer", "searched"),
    *("lacks", "why", "differs", "found_at", "chance", "made", "side", "rule", "authenticity", "open"),
    *("measure", "record_survives"),
}


def _poison(record: Any, text: str, name: str = "") -> Any:
    if isinstance(record, str):
        # A conflict words its rule; those of criticism are a closed list.
        is_free = record and name in _FREE_TEXT and record not in RULE
        return record + text if is_free else record
    if isinstance(record, tuple):
        return tuple(_poison(each, text, name) for each in record)
    if not attrs.has(type(record)):
        return record
    fields = [each for each in attrs.fields(type(record)) if each.init]
    changed = {each.alias: _poison(getattr(record, each.name), text, each.name) for each in fields}
    return evolve(record, **changed)


@pytest.fixture(scope="session")
def poisoned() -> Callable[[Report, str], Report]:
    """Append some text to everything in a report that a person, or a document, words freely."""

    def poison(report: Report, text: str) -> Report:
        found = _poison(report, text)
        assert isinstance(found, Report)
        return found

    return poison
