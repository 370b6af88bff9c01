"""Loading a dossier: records out, every mistake located, nothing else lost."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from textwrap import indent

import pytest

from claimcheck.dossier import load
from claimcheck.model.dossier import Dossier
from claimcheck.model.question import Attestation, Link, Question, Relay
from claimcheck.values.relation import Stance

MakeDossier = Callable[..., Path]

HEADER = "claimcheck: 1\npart: questions\nquestions:\n"


def _question(attestations: str, head: str = "kind: occurrence", name: str = "met") -> str:
    body = f"question: {name}\nasks: Did they meet?\n{head}\nattestations:\n{indent(attestations, '  ')}"
    return "  - " + indent(body, "    ").lstrip() + "\n"


def _codes(dossier: Dossier) -> list[str]:
    return [problem.code for problem in dossier.problems]


def _only(dossier: Dossier) -> Question:
    (question,) = dossier.questions
    return question


def _attestations(dossier: Dossier) -> tuple[Attestation, ...]:
    return _only(dossier).attestations


def test_attestation_carries_everything(make_dossier: MakeDossier) -> None:
    """All keys of an attestation arrive in its record, texts on one line, the question's scope filled in."""
    folder = make_dossier(
        names="""
            claimcheck: 1
            part: names
            bodies:
              - {id: army, names: [The Army]}
              - {id: corps, names: [XV Corps, XV  Army corps], part-of: [army]}
            places: [{id: havza, names: [Havza], sense: town}]
            """,
        damage="{claimcheck: 1, part: damage, damage: [{id: hole, in: brenn, quote: lost words}]}",
        q=HEADER
        + _question(
            """
- id: first
  in: brenn
  chain: [{source: letter, hedge: as he claimed}]
  stance: denies
  value: happened
  printed: they did
    not meet
  basis: implied
  because: it follows
  scope: {whose: xv army  corps, stage: Late}
  passages: [{at: p. 1, quote: he never came}, {quote: nor did she, until: that year}]
  damage: hole
  beside: hole
  note: mine
""",
            "kind: occurrence\nsubject: Havza\nwhen: 1919-05\nscope: {place: Havza, stage: early}",
        ),
    )
    dossier = load(folder)
    (one,) = _attestations(dossier)
    facets = one.scope.as_mapping()

    assert dossier.problems == ()
    assert (one.id, one.question, one.document) == ("met.first", "met", "brenn")
    assert one.chain == (
        Link(source="brenn-1911", relay=Relay.REPORTS),
        Link(source="letter", hedge="as he claimed"),
    )
    assert (one.stance, one.printed, one.because) == (Stance.DENIES, "they did not meet", "it follows")
    assert [(passage.locator, passage.quotation, passage.until) for passage in one.passages] == [
        ("p. 1", "he never came", ""),
        ("", "nor did she", "that year"),
    ]
    assert (one.damage, one.beside, one.note) == ("hole", "hole", "mine")
    assert (facets["whose"].key, facets["whose"].inside) == ("corps", frozenset({"army"}))
    assert (facets["place"].key, facets["stage"].key, facets["stage"].text) == ("havza", "late", "Late")
    assert one.value.scope == one.scope
    assert _only(dossier).subject_id == "havza"
    assert str(_only(dossier).when) == "1919-05-01/1919-05-31"
    assert str(one.where) == "q.yaml:12:9"


def test_hedge_without_a_chain_is_the_speaker_s(make_dossier: MakeDossier) -> None:
    """Without a chain the document's own source speaks, with the hedge of the attestation."""
    (one,) = _attestations(load(make_dossier(q=HEADER + _question("- {in: brenn, hedge: it seems}"))))

    assert one.chain == (Link(source="brenn-1911", hedge="it seems"),)
    assert one.value.text == "happened"


def test_own_source_in_front_keeps_its_relay(make_dossier: MakeDossier) -> None:
    """A chain that names the document's own source first is taken as it is; links in the middle report."""
    chains = "[{source: brenn-1911, relay: doubts}, letter]", "[brenn-1911]"
    text = "\n".join(f"- {{in: brenn, chain: {chain}}}" for chain in chains)
    first, second = _attestations(load(make_dossier(q=HEADER + _question(text))))

    assert first.chain == (Link(source="brenn-1911", relay=Relay.DOUBTS), Link(source="letter"))
    assert second.chain == (Link(source="brenn-1911"),)


@pytest.mark.parametrize(
    ("attestation", "code", "hint"),
    [
        ("{in: bren}", "unknown-id", "did you mean 'brenn'?"),
        ("{in: brenn, chain: [leter]}", "unknown-id", "did you mean 'letter'?"),
        ("{in: brenn, chain: [{source: letter, relay: reports}]}", "chain-ends-with-relay", "one up"),
        ("{in: brenn, hedge: a, chain: [letter]}", "hedge-with-chain", "into the link"),
        ("{in: brenn, basis: implied}", "implied-without-because", "own words"),
        ("{in: brenn, damage: hole}", "unknown-id", "add the damaged span"),
        ("{in: brenn, beside: hole}", "unknown-id", "add the damaged span"),
        ("{in: brenn, at: p. 1, passages: [{at: p. 2}]}", "passages-twice", "`passages`"),
        ("{in: brenn, passages: [{in: gazette, at: p. 2}]}", "unknown-id", "document"),
        ("{in: brenn, until: the end}", "until-without-quote", "`quote`"),
        ("{in: brenn, scope: {when: 1919-02-30}}", "date-nonexistent", "28 days"),
        ("{in: brenn, value: perhaps so}", "value-unreadable", ""),
        (f"{{in: brenn, value: {'x' * 1001}}}", "value-too-long", "compared"),
    ],
)
def test_bad_attestation_is_left_out_and_nothing_else(
    attestation: str, code: str, hint: str, make_dossier: MakeDossier
) -> None:
    """An attestation with something wrong is told at its place; the others of its question stay."""
    folder = make_dossier(q=HEADER + _question(f"- {attestation}\n- {{in: brenn, at: p. 9}}"))
    dossier = load(folder)

    assert [one.passages[0].locator for one in _attestations(dossier)] == ["p. 9"]
    assert _codes(dossier) == [code]
    assert (dossier.problems[0].where.file, dossier.problems[0].where.line) == ("q.yaml", 8)
    assert hint in dossier.problems[0].hint


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("kind: ocurrence", "unknown-kind"),
        ("kind: occurrence\nwhen: 1921-13", "date-nonexistent"),
        ("kind: occurrence\nwhen: 1921/1920", "date-reversed"),
        ("kind: occurrence\nscope: {when: 1921-04-31}", "date-nonexistent"),
        ("kind: occurrence\nevent: war.begin", "unknown-id"),
        ("kind: occurrence\npart-of: met-twice", "unknown-id"),
        ("kind: holder", "no-subject"),
        ("kind: choice", "no-options"),
        ("kind: choice\noptions: [a, a]", "option-twice"),
        ("kind: choice\noptions: [a, b]\ncompatible: [[a, c]]", "unknown-id"),
    ],
)
def test_bad_question_is_left_out_and_nothing_else(head: str, code: str, make_dossier: MakeDossier) -> None:
    """A question that can't be asked as it is written is told, and the other questions stay."""
    good = _question("- {in: brenn}", name="other")
    dossier = load(make_dossier(q=HEADER + _question("- {in: brenn, value: a}", head) + good))

    assert [question.id for question in dossier.questions] == ["other"]
    assert _codes(dossier) == [code]
    assert dossier.problems[0].hint


def test_question_without_attestations_is_told(make_dossier: MakeDossier) -> None:
    """An empty list of attestations is a problem of the question, and its silences are kept."""
    text = (
        HEADER
        + """
  - question: met
    asks: Did they meet?
    kind: occurrence
    attestations: []
    silences: [{source: letter, searched: all of it}, {source: nobody}]
    omissions: [{source: letter, lacks: a word, compared-with: [brenn-1911], in: brenn, quote: the word}]
"""
    )
    dossier = load(make_dossier(q=text))

    assert _codes(dossier) == ["no-attestations", "unknown-id"]
    assert [(silence.source, silence.searched) for silence in _only(dossier).silences] == [
        ("letter", "all of it")
    ]
    assert [(one.lacks, one.compared_with, one.passage is not None) for one in _only(dossier).omissions] == [
        ("a word", ("brenn-1911",), True)
    ]


def test_question_whose_attestations_were_all_wrong_is_not_called_empty(make_dossier: MakeDossier) -> None:
    """When every attestation was told already, the empty question is no further problem."""
    dossier = load(make_dossier(q=HEADER + _question("- {in: bren}\n- {value: x}")))

    assert _codes(dossier) == ["unknown-id", "missing-key"]
    assert _attestations(dossier) == ()


def test_made_ids_depend_on_what_is_attested_only(make_dossier: MakeDossier) -> None:
    """An attestation keeps its made id when others are added, and gets another when its words change."""
    one = "- {in: brenn, quote: they met}"
    before = _attestations(load(make_dossier(q=HEADER + _question(one))))
    after = _attestations(load(make_dossier(q=HEADER + _question("- {in: brenn, stance: denies}\n" + one))))
    changed = _attestations(load(make_dossier(q=HEADER + _question("- {in: brenn, quote: they parted}"))))

    assert before[0].id == after[1].id
    assert before[0].id != changed[0].id
    assert before[0].id.startswith("met.")
    assert len(before[0].id) == len("met.") + 8


@pytest.mark.parametrize(
    ("twin", "code"), [("{in: brenn, at: p. 1}", "attestation-twice"), ("{in: brenn, id: a}", "id-twice")]
)
def test_twins_are_told_and_the_first_is_kept(twin: str, code: str, make_dossier: MakeDossier) -> None:
    """Two attestations with one id, or of the same words, are one and a problem that names both places."""
    dossier = load(make_dossier(q=HEADER + _question(f"- {twin}\n- {twin}")))

    assert len(_attestations(dossier)) == 1
    assert _codes(dossier) == [code]
    assert "q.yaml:8:" in dossier.problems[0].message
    assert dossier.problems[0].where.line == 9


def test_references_take_short_and_full_ids(make_dossier: MakeDossier) -> None:
    """Within a question an attestation goes by its short id, elsewhere by its full one."""
    questions = (
        HEADER
        + _question(
            "- {id: a, in: brenn, rests-on: [other.b, other, a]}\n- {id: c, in: brenn, rests-on: [a, bb]}"
        )
        + "    oppositions:\n      - {between: [a, other.b], because: x, necessary: yes}\n"
        + "      - {between: [a, a], because: x}\n"
        + _question("- {id: b, in: brenn, at: p. 1}", name="other")
    )
    dossier = load(make_dossier(q=questions))
    met = dossier.questions[0]

    assert [one.rests_on for one in met.attestations] == [("other.b", "other"), ("met.a",)]
    assert [(one.attestations, one.is_necessary) for one in met.oppositions] == [(("met.a", "other.b"), True)]
    assert _codes(dossier) == ["unknown-id", "opposed-to-itself"]


def test_resting_in_a_circle_is_told_and_its_last_link_left_out(make_dossier: MakeDossier) -> None:
    """Attestations that rest on one another carry nothing; the link that closes the circle goes."""
    questions = (
        HEADER
        + _question("- {id: a, in: brenn, rests-on: [other.b, other]}")
        + _question("- {id: b, in: brenn, at: p. 1, rests-on: [met.a]}", name="other")
    )
    dossier = load(make_dossier(q=questions))
    met, other = dossier.questions

    assert [one.rests_on for one in met.attestations] == [("other.b", "other")]
    assert [one.rests_on for one in other.attestations] == [()]
    (problem,) = dossier.problems
    assert problem.code == "rests-on-cycle"
    assert "that other.b rests on met.a is left out" in problem.message


def test_reference_to_what_was_left_out_says_so(make_dossier: MakeDossier) -> None:
    """Who refers to an entry with a problem of its own is sent there, and not told that it is unknown."""
    dossier = load(
        make_dossier(
            lost="{claimcheck: 1, part: documents, documents: [{id: lost, source: x}]}",
            q=HEADER
            + _question("- {id: a, in: lost}\n- {id: b, in: brenn, rests-on: [a]}")
            + _question("- {in: brenn, rests-on: [wrong]}", name="other")
            + _question("- {in: brenn}", "kind: nothing", name="wrong"),
        )
    )

    assert sorted(_codes(dossier)) == ["left-out", "left-out", "left-out", "unknown-id", "unknown-kind"]
    assert [len(question.attestations) for question in dossier.questions] == [1, 1]


def test_ids_are_unique_over_all_files(make_dossier: MakeDossier) -> None:
    """Of two entries with one id in different files the first is kept and the problem names both places."""
    dossier = load(
        make_dossier(
            z="{claimcheck: 1, part: sources, sources: [{id: letter, title: Another}]}",
            q=HEADER + _question("- {in: brenn}") + _question("- {in: brenn, at: p. 2}"),
        )
    )

    assert [source.title for source in dossier.sources] == ["A Chronicle", "A letter"]
    assert _codes(dossier) == ["id-twice", "id-twice"]
    assert [problem.where.file for problem in dossier.problems] == ["q.yaml", "z.yaml"]
    assert "sources.yaml:5:" in dossier.problems[1].message


def test_file_that_broke_off_is_named_in_hints(make_dossier: MakeDossier) -> None:
    """An id that may stand in the unread part of a file is unknown, and the hint names the file."""
    dossier = load(
        make_dossier(
            a="claimcheck: 1\npart: documents\ndocuments:\n  - {id: x, source: letter}\n  - id: y: z\n",
            q=HEADER + _question("- {in: y}\n- {in: x}"),
        )
    )

    assert _codes(dossier) == ["colon-in-text", "unknown-id"]
    assert "a.yaml" in dossier.problems[1].hint
    assert len(_attestations(dossier)) == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "not-a-mapping"),
        ("- a\n", "not-a-mapping"),
        ("part: sources\n", "no-version"),
        ("claimcheck: 2\npart: sources\n", "unknown-version"),
        ("claimcheck: 1\n", "unknown-part"),
        ("claimcheck: 1\npart: source\n", "unknown-part"),
        ("claimcheck: 1\npart: sources\nsource: []\n", "unknown-key"),
        ("claimcheck: 1\npart: dossier\nprofile: event\n", "unknown-profile"),
        ("claimcheck: 1\npart: sources\nsources: {}\n", "wrong-value"),
    ],
)
def test_file_that_is_none_of_a_dossier(text: str, code: str, make_dossier: MakeDossier) -> None:
    """A file without the right head is told with what to write, and the other files are read."""
    dossier = load(make_dossier(extra=text))

    assert _codes(dossier) == [code]
    assert dossier.problems[0].where.file == "extra.yaml"
    assert dossier.problems[0].hint
    assert len(dossier.sources) == 2


def test_title_and_profile(make_dossier: MakeDossier) -> None:
    """The header gives title and profile, a caller may name another profile, a second header is told."""
    header = "claimcheck: 1\npart: dossier\ntitle: A case\nprofile: strict\n"
    folder = make_dossier(dossier=header)

    assert (load(folder).title, load(folder).profile) == ("A case", "strict")
    assert load(folder, profile="museum").profile == "museum"

    dossier = load(make_dossier(dossier=header, zweite=header))

    assert _codes(dossier) == ["second-header"]
    assert dossier.problems[0].where.file == "zweite.yaml"


def test_unknown_profile_is_misuse(make_dossier: MakeDossier) -> None:
    """A profile that does not exist is the caller's mistake."""
    with pytest.raises(ValueError, match="did you mean 'events'"):
        load(make_dossier(), profile="event")


def test_holder_names_its_place(make_dossier: MakeDossier) -> None:
    """The subject of a holder is found among the places by any of its names, or told with suggestions."""
    names = """
        claimcheck: 1
        part: names
        places:
          - {id: batumi, names: [Batum], sense: city}
          - {id: kars, label: Kars, sense: city}
          - {id: kars-oblast, label: Kars, sense: province}
        """

    def codes(subject: str) -> list[str]:
        head = f"kind: holder\nsubject: {subject}"
        value = "- {in: brenn, value: 'Turkey, throughout 1921'}"
        dossier = load(make_dossier(names=names, q=HEADER + _question(value, head)))
        found = [question.subject_id for question in dossier.questions]
        return [*found, *(problem.code + " " + problem.hint for problem in dossier.problems)]

    assert codes("BATUM") == ["batumi"]
    assert codes("kars-oblast") == ["kars-oblast"]
    assert codes("Kars") == ["name-ambiguous write the id of the one that is meant"]
    assert codes("Batun")[0].startswith("unknown-id did you mean 'Batum'")


def test_part_of_cycle_of_figures_is_broken(make_dossier: MakeDossier) -> None:
    """Figures that would include themselves are told once, and the closing link is left out."""
    questions = "".join(
        _question("- {in: brenn}", f"kind: occurrence\npart-of: {whole}", name)
        for name, whole in [("a", "b"), ("b", "c"), ("c", "a")]
    )
    dossier = load(make_dossier(q=HEADER + questions))

    assert _codes(dossier) == ["part-of-cycle"]
    assert [question.part_of for question in dossier.questions] == ["b", "c", ""]


def test_collector_of_garbage_runs_again(make_dossier: MakeDossier) -> None:
    """Loading leaves the collector of garbage as it was."""
    folder = make_dossier()
    load(folder)

    assert gc.isenabled()

    gc.disable()
    try:
        load(folder)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_same_dossier_gives_the_same_records(make_dossier: MakeDossier) -> None:
    """Two loads of one folder are equal, problems and their order among it."""
    folder = make_dossier(q=HEADER + _question("- {in: bren}\n- {in: brenn}\n- {in: brenn}"), x="a: b: c")

    assert load(folder) == load(folder)
    assert len(load(folder).problems) == 3


def test_importing_the_station_is_cheap() -> None:
    """YAML's parser and the search for suggestions are loaded when they are needed, not before."""
    code = (
        "import sys, claimcheck.dossier; print(sorted({'yaml', 'rapidfuzz', 'tomllib'} & sys.modules.keys()))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert result.stdout.strip() == "[]"
