"""Who depends on whom: possible in time, without cycles, and limited to questions where it says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.dossier import load
from claimcheck.model.dossier import Dossier
from claimcheck.model.source import Certainty

MakeDossier = Callable[..., Path]

SOURCES = """
    claimcheck: 1
    part: sources
    sources:
      - {id: a, issued: 1964}
      - {id: b, issued: 1950}
      - {id: c, made: {when: 1920-03}, issued: 1990}
      - {id: d, issued: 1990, original-date: 1930}
      - {id: e}
    """
QUESTIONS = """
    claimcheck: 1
    part: questions
    questions:
      - {question: q, asks: Q?, kind: occurrence, attestations: [{in: brenn}]}
      - {question: r, asks: R?, kind: occurrence, attestations: [{in: brenn}]}
    """


def _load(make_dossier: MakeDossier, *links: str, independence: str = "") -> Dossier:
    lines = "".join(f"  - {{{link}}}\n" for link in links)
    text = f"claimcheck: 1\npart: derivations\nderivations:\n{lines or '    []'}\n{independence}"
    return load(make_dossier(more=SOURCES, q=QUESTIONS, derivations=text))


def _left(dossier: Dossier) -> list[str]:
    return [f"{one.child}-{one.parent}" for one in dossier.derivations]


def test_derivation_carries_everything(make_dossier: MakeDossier) -> None:
    """All keys of a derivation arrive in its record."""
    dossier = _load(
        make_dossier, "child: a, parent: c, kind: draws-on, status: argued, because: its slip, questions: [q]"
    )
    (one,) = dossier.derivations

    assert dossier.problems == ()
    assert (one.child, one.parent, one.kind, one.status, one.because, one.questions) == (
        *("a", "c", "draws-on", Certainty.ARGUED, "its slip"),
        ("q",),
    )


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ("child: a, parent: x, kind: cites", "unknown-id"),
        ("child: a, parent: b, kind: cits", "wrong-value"),
        ("child: a, parent: b, kind: cites, questions: [s]", "unknown-id"),
        ("child: a, parent: b", "missing-key"),
        ("child: a, parent: a, kind: cites", "derivation-cycle"),
        ("child: b, parent: a, kind: cites", "child-older-than-parent"),
        ("child: c, parent: b, kind: cites", "child-older-than-parent"),
    ],
)
def test_wrong_derivations_are_left_out(link: str, code: str, make_dossier: MakeDossier) -> None:
    """A derivation that names nothing, or cannot be, is told and left out alone."""
    dossier = _load(make_dossier, link, "child: a, parent: b, kind: cites")

    assert [problem.code for problem in dossier.problems] == [code]
    assert _left(dossier) == ["a-b"]


def test_reprints_are_as_old_as_their_first_edition(make_dossier: MakeDossier) -> None:
    """Years exclude a derivation only when the text itself, not its edition, is younger than the child."""
    dossier = _load(
        make_dossier,
        "child: b, parent: d, kind: cites",
        "child: b, parent: c, kind: cites",
        "child: b, parent: e, kind: cites",
        "child: e, parent: a, kind: cites",
    )

    assert dossier.problems == ()


def test_cycle_is_told_once_and_opened_at_its_end(make_dossier: MakeDossier) -> None:
    """The link that closes a cycle is left out with every other of the same pair, in one problem."""
    dossier = _load(
        make_dossier,
        "child: e, parent: brenn-1911, kind: cites",
        "child: brenn-1911, parent: letter, kind: cites",
        "child: letter, parent: e, kind: cites",
        "child: letter, parent: e, kind: copies",
    )

    assert _left(dossier) == ["e-brenn-1911", "brenn-1911-letter"]
    assert [(problem.code, problem.where.line) for problem in dossier.problems] == [("derivation-cycle", 6)]
    assert "e -> brenn-1911 -> letter -> e" in dossier.problems[0].message


def test_links_for_different_questions_make_no_cycle(make_dossier: MakeDossier) -> None:
    """Two sources may depend on each other in different matters, not in one."""
    pair = "child: e, parent: letter, kind: cites", "child: letter, parent: e, kind: cites"
    apart = _load(make_dossier, f"{pair[0]}, questions: [q]", f"{pair[1]}, questions: [r]")
    together = _load(make_dossier, f"{pair[0]}, questions: [q]", f"{pair[1]}, questions: [q, r]")
    one_unlimited = _load(make_dossier, pair[0], f"{pair[1]}, questions: [r]")

    assert (_left(apart), apart.problems) == (["e-letter", "letter-e"], ())
    assert _left(together) == ["e-letter"]
    assert _left(one_unlimited) == ["e-letter"]


def test_what_leads_nowhere_makes_no_cycle(make_dossier: MakeDossier) -> None:
    """An author may cite his own earlier work, and of two works either may be suspected to copy the other."""
    mutual = _load(
        make_dossier,
        "child: b, parent: a, kind: same-author",
        "child: c, parent: b, kind: same-archive",
        "child: a, parent: b, kind: cites",
    )
    suspected = _load(
        make_dossier,
        "child: e, parent: letter, kind: copies, status: suspected",
        "child: letter, parent: e, kind: copies, status: suspected",
        "child: letter, parent: e, kind: quotes",
    )

    assert (_left(mutual), mutual.problems) == (["b-a", "c-b", "a-b"], ())
    assert (_left(suspected), suspected.problems) == (["e-letter", "letter-e", "letter-e"], ())


def test_independence(make_dossier: MakeDossier) -> None:
    """Judgements name two known sources or more, with a reason."""
    independence = """independence:
  - {sources: [a, b, c], independent: known, because: far apart}
  - {sources: [a, e], independent: denied, because: one office}
  - {sources: [a], independent: known, because: x}
  - {sources: [a, a], independent: known, because: x}
  - {sources: [a, x], independent: known, because: x}
"""
    dossier = _load(make_dossier, independence=independence)

    assert [(sorted(one.sources), one.is_known, one.because) for one in dossier.independences] == [
        (["a", "b", "c"], True, "far apart"),
        (["a", "e"], False, "one office"),
    ]
    assert [problem.code for problem in dossier.problems] == [
        "too-few-sources",
        "too-few-sources",
        "unknown-id",
    ]
