"""The first dossier that `claimcheck init` writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.dossier import first, load
from claimcheck.dossier.errors import DossierExistsError
from claimcheck.dossier.first import FILES, write_first_dossier
from claimcheck.dossier.writing import write_new_file
from claimcheck.values.region import Region


def test_first_dossier_has_no_problems(tmp_path: Path) -> None:
    """What is written loads without a problem, with sources that disagree and names to tell apart."""
    paths = write_first_dossier(tmp_path / "new" / "dossier")
    dossier = load(tmp_path / "new" / "dossier")

    assert sorted(path.name for path in paths) == sorted(FILES)
    assert dossier.problems == ()
    assert dossier.title
    assert len(dossier.questions) >= 3
    assert all(question.attestations for question in dossier.questions)


def test_first_dossier_disagrees_about_the_day(tmp_path: Path) -> None:
    """The two sources name different days, so that a first report has a conflict to show."""
    write_first_dossier(tmp_path)
    question = next(one for one in load(tmp_path).questions if one.id == "fire-date")
    cores: list[Region] = [one.value.readings[0].core for one in question.attestations]

    assert len(cores) == 2
    assert not cores[0].meets(cores[1])


def test_every_file_explains_itself(tmp_path: Path) -> None:
    """Each file begins with a comment for its author, and shows no quotation of more than eight words."""
    for path in write_first_dossier(tmp_path):
        assert path.read_text(encoding="utf-8").startswith("# ")
    for question in load(tmp_path).questions:
        for attestation in question.attestations:
            assert all(len(passage.quotation.split()) <= 8 for passage in attestation.passages)


@pytest.mark.parametrize("name", ["questions.yaml", "mine.yml"])
def test_existing_dossier_is_not_touched(name: str, tmp_path: Path) -> None:
    """Where YAML files stand nothing is written and the error names one of them."""
    (tmp_path / name).write_text("mine", encoding="utf-8")

    with pytest.raises(DossierExistsError, match=name):
        write_first_dossier(tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_text(encoding="utf-8") == "mine"


def test_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    """A file is not turned into a folder."""
    (tmp_path / "file").write_text("mine", encoding="utf-8")

    with pytest.raises(DossierExistsError, match="is a file"):
        write_first_dossier(tmp_path / "file")


def test_nothing_is_left_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that fills up in the middle leaves no part of a dossier behind."""
    real = write_new_file

    def fill_up(path: Path, text: str) -> None:
        if path.name == FILES[2]:
            raise OSError(28, "No space left on device")
        real(path, text)

    monkeypatch.setattr(first, "write_new_file", fill_up)

    with pytest.raises(OSError, match="No space left"):
        write_first_dossier(tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_file_that_appears_meanwhile_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that somebody else writes at the same time is not overwritten, and ours are taken back."""
    real = write_new_file

    def interfere(path: Path, text: str) -> None:
        if path.name == FILES[1]:
            path.write_text("theirs", encoding="utf-8")
        real(path, text)

    monkeypatch.setattr(first, "write_new_file", interfere)

    with pytest.raises(DossierExistsError):
        write_first_dossier(tmp_path)

    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ["theirs"]
