"""The stemmata of the worked dossier: from whom an answer comes, and from whom it does not."""

from __future__ import annotations

from html import unescape

from claimcheck.model.report import Report
from claimcheck.report.html.pictures.stemma import stemma
from claimcheck.report.view import View


def words_of(report: Report, question_id: str) -> dict[str, str]:
    """Return the words that stand in the stemma of each answer to a question."""
    view = View(report)
    pictures = {claim.answer: stemma(view, claim) for claim in view.claims_of(question_id)}
    return {answer: unescape(picture.markup) for answer, picture in pictures.items() if picture}


def test_an_author_in_common_is_no_origin(worked_report: Report) -> None:
    """What Harris told is not taken from the book that he had written."""
    drawn = words_of(worked_report, "kemal-budenny")

    assert "Harris, personal" in drawn["no"]
    assert "Harris 1967" not in drawn["no"]


def test_who_answers_otherwise_stands_above_no_answer(worked_report: Report) -> None:
    """Hovannisian has his own day from Karabekir, and from him nothing of the day that another work gives."""
    drawn = words_of(worked_report, "dispatch-date")

    assert "Karabekir" in drawn["6 February 1920"]
    assert "Karabekir" not in drawn["5 February 1920"]
    assert "Atatürk'ün tamim" in drawn["5 February 1920"]
