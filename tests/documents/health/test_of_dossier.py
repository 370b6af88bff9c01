"""The health of a dossier's documents."""

from __future__ import annotations

from pathlib import Path

from claimcheck.documents.health.of_dossier import health_of_documents
from claimcheck.dossier.load import load
from claimcheck.examine import examine
from claimcheck.notebook import Examination

FILES = {
    "sources.yaml": "claimcheck: 1\npart: sources\nsources:\n  - {id: keeper, title: Log of a keeper}\n",
    "documents.yaml": "claimcheck: 1\npart: documents\ndocuments:\n"
    "  - {id: log, source: keeper, file: log.txt}\n  - {id: lost, source: keeper, file: lost.txt}\n",
    "damage.yaml": "claimcheck: 1\npart: damage\ndamage:\n"
    "  - {id: gate, in: log, kind: misprint, quote: shut the the gate, because: a word stands twice}\n",
    "names.yaml": "claimcheck: 1\npart: names\nplaces:\n  - {id: port, label: Fiskport}\n",
}


def test_what_is_recorded_or_absent_is_not_told(tmp_path: Path) -> None:
    """Recorded damage is counted apart, names of the dossier are words, and an absent file is passed over."""
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "log.txt").write_text("He shut the the gate. Skport lay in the the fog.", encoding="utf-8")
    dossier = load(tmp_path)
    report = examine(dossier, documents=tmp_path)
    (log,) = health_of_documents(dossier, report.anchors, tmp_path)

    assert dossier.problems == ()
    assert log.document == "log"
    assert [(each.kind, each.count, each.n_recorded) for each in log.ailments] == [
        ("lost-ligature", 1, 0),
        ("doubled-word", 1, 1),
    ]
    assert log.ailments[0].signs[0].proposal == "Fiskport"


def test_the_worked_dossier(documents: Path, worked_report_with_documents: Examination) -> None:
    """
    Seventeen of the 38 damages that were found by reading are found again; the article in print is sound.

    The others are a matter of sense, of a rare word or name, and of a shelf mark.
    """
    dossier, anchors = worked_report_with_documents.dossier, worked_report_with_documents.anchors
    spans = {anchor.passage: (anchor.start or 0, anchor.end or 0) for anchor in anchors}
    signs = {
        health.document: [sign for ailment in health.ailments for sign in ailment.signs]
        for health in health_of_documents(dossier, (), documents)
    }
    found = {
        damage.id
        for damage in dossier.damages
        for sign in signs[damage.passage.document]
        if sign.start < spans[damage.passage][1] and sign.end > spans[damage.passage][0]
    }

    assert found == {
        "harkard",
        "box-allies-of-turkey",
        "box-flag",
        "box-second-side",
        "while-at-also",
        "tiflis-erevan",
        "tiflis-stalin",
        "tiflis-dossier",
        "fighting-the-turks",
        "firmly-entrenched",
        "tricolor-flag",
        "order-to-fight",
        "refused-to-fight",
        "influence",
        "rukovodstvo-177",
        "box-soviet-russia",
        "header-of-the-page",
    }
    assert signs["hovannisian"] == []
    assert len(signs["article"]) + len(signs["reconquest"]) == 29
