"""The pages that are made from the code say what the code does, and pass nothing over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from docs.made.__main__ import PAGES
from docs.made.phrases import LANGUAGES, table

KINDS = ("date", "order", "quantity")


@pytest.mark.no_cover
@pytest.mark.parametrize(("name", "page"), PAGES.items(), ids=list(PAGES))
def test_a_page_says_what_the_code_does(name: str, page: Callable[[], str], root: Path) -> None:
    """
    The page in the repository is the one that the code makes today; `make docs` writes it anew.
    """
    assert (root / "docs" / name).read_text(encoding="utf-8") == page(), (
        "run `make docs` and read what changed"
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_word_of_the_data_files_is_read(kind: str, language: str) -> None:
    """
    No word stands in a data file that the reader can't read in the sentence that it is made for.
    """
    assert table(language, kind).unread == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_no_word_is_read_as_if_it_were_not_there(kind: str, language: str) -> None:
    """
    A bound, a part, a hedge or a calendar changes what is read: none of them is dropped in silence.
    """
    rows = table(language, kind).rows

    assert len(rows) > 10
    assert [row.words for row in rows if row.is_plain and not row.may_be_plain] == []
