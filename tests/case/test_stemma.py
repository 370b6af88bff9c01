"""The stemmata of the worked dossier: from whom an answer comes, and from whom it does not."""

from __future__ import annotations

from claimcheck.model.report import Report
from claimcheck.report.html.pictures.stemma import stemma
from claimcheck.report.view import View


def test_an_author_in_common_is_no_origin(worked_report: Report) -> None:
    """What Harris told is not taken from the book that he had written."""
    view = View(worked_report)
    pictures = {claim.answer: stemma(view, claim) for claim in view.claims_of("kemal-budenny")}
    picture = pictures["no"]

    assert picture
    assert "Harris, personal communication" in str(picture.rows)
    assert "Harris 1967" not in str(picture.rows)


def test_who_answers_otherwise_stands_above_no_answer(worked_report: Report) -> None:
    """Hovannisian has his own day from Karabekir, and from him nothing of the day that another work gives."""
    view = View(worked_report)
    pictures = {claim.answer: stemma(view, claim) for claim in view.claims_of("dispatch-date")}
    drawn = {answer: str(picture.rows) for answer, picture in pictures.items() if picture}

    assert "Karabekir" in drawn["6 February 1920"]
    assert "Karabekir" not in drawn["5 February 1920"]
    assert "Atatürk'ün tamim" in drawn["5 February 1920"]
