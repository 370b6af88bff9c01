"""What opens a decision again, and what leaves it as it is: one change of a dossier or a report at a time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve

from claimcheck.dossier.load import load
from claimcheck.examine import examine
from claimcheck.model.decision import Evidence
from claimcheck.model.document import Anchor, DocumentStatus, QuotationStatus
from claimcheck.model.report import Report
from claimcheck.review.evidence import evidence_of_all

FILES = {
    "sources.yaml": """claimcheck: 1
part: sources
sources:
  - {id: keeper, title: Log of a keeper, made: {when: 1742-05-07}}
  - {id: clerk, title: Diary of a clerk, made: {when: "1742"}, side: the port}
  - {id: agent, title: Letters of an agent}
  - {id: pilot, title: Tale of a pilot}
  - {id: book, title: Book of the harbour, authenticity: genuine}
""",
    "documents.yaml": """claimcheck: 1
part: documents
documents:
  - {id: log, source: keeper}
  - {id: diary, source: clerk}
  - {id: letters, source: agent}
  - {id: tale, source: pilot}
""",
    "derivations.yaml": """claimcheck: 1
part: derivations
derivations:
  - {child: agent, parent: book, kind: draws-on, status: argued, because: it has the same slip}
  - {child: pilot, parent: agent, kind: copies, because: he follows him word for word}
""",
    "damage.yaml": """claimcheck: 1
part: damage
damage:
  - {id: stain, in: tale, kind: lacuna, quote: the wind fell, because: a word is gone}
""",
    "questions.yaml": """claimcheck: 1
part: questions
questions:
  - question: cargo
    asks: How many barrels were on board?
    kind: quantity
    when: 1742-05
    attestations:
      - id: log
        in: log
        value: 40 barrels
        at: p. 1
        quote: forty barrels of salt
        grades: {ability: {grade: well-placed, because: he counted them}}
      - id: diary
        in: diary
        chain: [{source: clerk, relay: reports, hedge: it is said}, agent]
        value: 90 barrels
        at: p. 3
        quote: ninety barrels
      - id: letters
        in: letters
        value: 90 barrels
        at: p. 9
        quote: ninety in the hold
    silences:
      - {source: pilot, in: tale, searched: all of it, because: he saw her sail}
  - question: wind
    asks: Was there any wind?
    kind: occurrence
    attestations:
      - {id: tale, in: tale, value: happened, at: p. 4, quote: a fair wind, beside: stain}
      - {id: letters, in: letters, value: happened, at: p. 9, quote: the wind was fair}
""",
}


def written(folder: Path, file: str = "", old: str = "", new: str = "") -> Report:
    """Return the report of the dossier, with some words of one of its files replaced."""
    folder.mkdir(exist_ok=True)
    for name, text in FILES.items():
        assert name != file or old in text
        (folder / name).write_text(text.replace(old, new) if name == file else text, encoding="utf-8")
    report = examine(load(folder))
    assert [each for each in report.problems if each.code != "document-absent"] == []
    return report


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The report that a reviewer decided on."""
    return written(tmp_path_factory.mktemp("before") / "port")


def about(report: Report, code: str = "conflict") -> tuple[str, Evidence]:
    """Return the one conflict, or the finding of a code, with its evidence."""
    every = evidence_of_all(report)
    if code == "conflict":
        (conflict,) = report.conflicts
        return conflict.id, every[conflict.id]
    (found,) = [each for each in report.findings if each.code == code]
    return found.id, every[found.id]


def changes(before: Report, after: Report, code: str = "conflict") -> tuple[str, ...]:
    """Return what changed of the evidence; the conflict or finding is still the same."""
    was, now = about(before, code), about(after, code)
    assert was[0] == now[0]
    return was[1].changes_to(now[1])


QUESTIONS, SOURCES, DESCENT = "questions.yaml", "sources.yaml", "derivations.yaml"


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (QUESTIONS, "hedge: it is said", "hedge: some say", "attestation cargo.diary: changed"),
        (QUESTIONS, "relay: reports", "relay: endorses", "attestation cargo.diary: changed"),
        (QUESTIONS, "ninety in the hold", "ninety stood in the hold", "attestation cargo.letters: changed"),
        (QUESTIONS, "at: p. 9", "at: p. 8", "attestation cargo.letters: changed"),
        (QUESTIONS, "quote: ninety barrels", "quote: ninety barrels\n        basis: implied\n"
         "        because: he has no other word", "attestation cargo.diary: changed"),
        (QUESTIONS, "grade: well-placed", "grade: could-know", "criticism of cargo.log: changed"),
        (QUESTIONS, "because: he counted them", "because: he says so", "criticism of cargo.log: changed"),
        (QUESTIONS, "asks: How many barrels were", "asks: How much cargo was", "question cargo: changed"),
        (QUESTIONS, "when: 1742-05", "when: 1742", "question cargo: changed"),
        (SOURCES, "when: 1742-05-07", "when: 1790-05-07", "criticism of cargo.log: changed"),
        (SOURCES, "side: the port", "side: the crown", "source clerk: changed"),
        (SOURCES, "title: Log of a keeper", "title: Log of a keeper, authenticity: forged",
         "source keeper: changed"),
        (DESCENT, "status: argued", "status: suspected", "lines behind side B: changed"),
        (DESCENT, "it has the same slip", "the agent says so", "lines behind side B: changed"),
        (DESCENT, "child: agent", "child: keeper", "lines behind side A: changed"),
        (DESCENT, "because: it has the same slip}", "because: it has the same slip}\n"
         "  - {child: agent, parent: keeper, kind: cites, because: it is named}",
         "lines behind side B: changed"),
    ],
)  # fmt: skip
def test_what_a_reviewer_saw_opens_again(
    before: Report, tmp_path: Path, file: str, old: str, new: str, told: str
) -> None:
    """Words, hedges, relays, grades, sources and descent: a decision was made on each of them."""
    found = changes(before, written(tmp_path / "port", file, old, new))

    assert told in found


def test_another_supporter_of_a_side_opens_again(before: Report, tmp_path: Path) -> None:
    """The conflict is the same one; who stands on its side has changed, and so have the lines."""
    other = "  - question: wind"
    new = (
        "      - {id: tale, in: tale, value: 90 barrels, at: p. 2, quote: ninety she had}\n    silences: []\n"
    )
    text = FILES[QUESTIONS].partition("    silences:")[0] + new + other
    rest = FILES[QUESTIONS].partition(other)[2]
    after = written(tmp_path / "port", QUESTIONS, FILES[QUESTIONS], text + rest)

    assert set(changes(before, after)) >= {
        "the sides: changed",
        "lines behind side B: changed",
        "attestation cargo.tale: came",
    }


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (QUESTIONS, "asks: Was there any wind?", "asks: Did any wind blow that day?"),
        (QUESTIONS, "quote: a fair wind", "quote: no wind at all"),
        (QUESTIONS, "searched: all of it", "searched: its first leaves"),
        (QUESTIONS, "    kind: quantity", "    kind: quantity\n    note: to be looked at again"),
        (QUESTIONS, "        quote: forty barrels", "        note: look again\n        quote: forty barrels"),
        (SOURCES, "title: Log of a keeper", "title: The keeper's log"),
        (SOURCES, "title: Log of a keeper", "title: Log of a keeper, short: the log, publisher: nobody"),
        (SOURCES, "title: Tale of a pilot", "title: Tale of a pilot, side: the crown"),
        (DESCENT, "because: it has the same slip}", "because: it has the same slip}\n"
         "  - {child: pilot, parent: book, kind: copies, because: it is older}"),
        ("damage.yaml", "a word is gone", "two words are gone"),
        ("damage.yaml", "claimcheck: 1\n", "# the same, with a remark\nclaimcheck: 1\n"),
    ],
)  # fmt: skip
def test_what_is_beside_the_matter_leaves_it_closed(
    before: Report, tmp_path: Path, file: str, old: str, new: str
) -> None:
    """Other questions and sources, notes, and how a book is catalogued."""
    assert changes(before, written(tmp_path / "port", file, old, new)) == ()


def test_the_order_of_files_leaves_everything_closed(before: Report, tmp_path: Path) -> None:
    """Files may be named anew, and a source be written in another one."""
    folder = tmp_path / "port"
    written(folder)
    keeper = "  - {id: keeper, title: Log of a keeper, made: {when: 1742-05-07}}\n"
    head = "claimcheck: 1\npart: sources\nsources:\n"
    (folder / "sources.yaml").write_text(FILES[SOURCES].replace(keeper, ""), encoding="utf-8")
    (folder / "y-sources.yaml").write_text(head + keeper, encoding="utf-8")
    (folder / "questions.yaml").rename(folder / "0-questions.yaml")
    (folder / "documents.yaml").rename(folder / "z-documents.yaml")

    assert evidence_of_all(examine(load(folder))) == evidence_of_all(before)


def test_another_profile_of_tolerances_opens_nothing_by_itself(before: Report, tmp_path: Path) -> None:
    """How much a word tolerates counts by what it makes of the conflict."""
    written(tmp_path / "port")
    strict = examine(load(tmp_path / "port", profile="strict"))

    assert changes(before, strict) == ()


def test_words_of_ours_are_no_evidence(before: Report) -> None:
    """A better explanation, another possible cause or another word for a difference opens nothing."""
    reworded = evolve(
        before,
        conflicts=tuple(evolve(each, explanation="Anew.", diagnoses=()) for each in before.conflicts),
        findings=tuple(evolve(each, explanation="Anew.") for each in before.findings),
        anchors=tuple(
            evolve(each, differs=("anew",), chance="anew", judgement="anew") for each in before.anchors
        ),
        results=tuple(
            evolve(
                result,
                claims=tuple(
                    evolve(each, lines=each.lines and evolve(each.lines, because=()))
                    for each in result.claims
                ),
                balance=None,
            )
            for result in before.results
        ),
    )

    assert evidence_of_all(reworded) == evidence_of_all(before)


def standing(report: Report, change: Callable[[Anchor], Anchor]) -> Report:
    """Return the report with other anchors."""
    return evolve(report, anchors=tuple(change(each) for each in report.anchors))


def test_what_stands_in_a_document_is_evidence_once_somebody_looked(before: Report) -> None:
    """Found or not, elsewhere or not, and which words; where nobody looked nothing has changed."""
    exact = standing(
        before, lambda each: evolve(each, status=QuotationStatus.EXACT, text=each.passage.quotation)
    )
    absent = standing(before, lambda each: evolve(each, status=QuotationStatus.ABSENT))
    near = standing(before, lambda each: evolve(each, status=QuotationStatus.NEAR, text="fortie barrels"))
    moved = standing(exact, lambda each: evolve(each, status=QuotationStatus.ELSEWHERE, found_at="p. 7"))
    again = standing(moved, lambda each: evolve(each, found_at="p. 8"))
    later = standing(exact, lambda each: evolve(each, start=40, end=50, found_at="p. 1, l. 3"))

    assert changes(before, exact) == changes(exact, before) == changes(exact, later) == ()
    for was, now in ((exact, absent), (exact, near), (exact, moved), (moved, again)):
        assert [each.split()[0] for each in changes(was, now)] == ["passage"] * 3


def test_a_document_that_changed_elsewhere_leaves_it_closed(before: Report) -> None:
    """Another digest of the file says nothing while the cited words stand where they are cited."""
    exact = standing(before, lambda each: evolve(each, status=QuotationStatus.EXACT))
    changed = evolve(
        exact,
        documents=tuple(
            evolve(each, status=DocumentStatus.CHANGED, sha256="0" * 64) for each in exact.documents
        ),
    )

    assert changes(exact, changed) == ()


@pytest.mark.parametrize(
    ("code", "file", "old", "new"),
    [
        ("silence", QUESTIONS, "searched: all of it", "searched: its first leaves"),
        ("silence", QUESTIONS, "because: he saw her sail", "because: he was there"),
        ("silence", QUESTIONS, "he saw her sail", "he saw her sail, would-have-known: he steered her"),
        ("echo", DESCENT, "word for word", "line by line"),
        ("damage", "damage.yaml", "a word is gone", "two words are gone"),
        ("damage", "damage.yaml", "kind: lacuna", "kind: ocr"),
        ("beside-damage", "damage.yaml", "a word is gone", "two words are gone"),
        ("beside-damage", QUESTIONS, "a fair wind", "a fair wind indeed"),
    ],
)  # fmt: skip
def test_a_finding_opens_with_what_the_dossier_declares_of_it(
    before: Report, tmp_path: Path, code: str, file: str, old: str, new: str
) -> None:
    """A finding rests on records of the dossier, not on the words in which it is told."""
    assert changes(before, written(tmp_path / "port", file, old, new), code)


def test_digests_outlive_a_version(before: Report) -> None:
    """A ledger is read by later versions: whoever changes what is digested opens every decision again."""
    _, evidence = about(before)

    assert evidence.parts == {
        "attestation cargo.diary": "cde0a496a02f54e7",
        "attestation cargo.letters": "f9d16adf1c34abe0",
        "attestation cargo.log": "d019a89c4d5641ef",
        "criticism of cargo.diary": "c703386fcc7a2758",
        "criticism of cargo.letters": "5b017426e95da6a9",
        "criticism of cargo.log": "c84b7f4d616a0dc7",
        "how grave it is": "34288d1acc2fdc71",
        "lines behind side A": "b5c694a09ed8da28",
        "lines behind side B": "0b6fe2da2bda7217",
        "passage diary, p. 3 «ninety barrels»": "",
        "passage letters, p. 9 «ninety in the hold»": "",
        "passage log, p. 1 «forty barrels of salt»": "",
        "question cargo": "1f84b1e995827fec",
        "source agent": "ede838abc4420f1a",
        "source clerk": "a3d94cb407864d60",
        "source keeper": "e50166006a38047c",
        "the sides": "046414b2fb6ab0aa",
    }
