"""Markdown as it is filed, with what its marks tell in the map."""

from __future__ import annotations

from claimcheck.documents.prepared import PreparedDocument
from claimcheck.documents.readers.choice import read_bytes
from claimcheck.documents.readers.markdown import read
from claimcheck.model.document import Layout

FILE = """---
title: The ford
---

The toll
========

The carters came[^1] and "went".[^x]

Below
-----
nothing - not
--- a rule

[^1]: In the ledger
of the ford.

    And in another.
[^x]: So the miller.

The end.
"""


def test_headings_and_front_matter_are_known() -> None:
    """
    A line under another one makes a heading of it, and what stands between dashes at the begin is apart.
    """
    done = read(FILE.encode(), Layout())
    sections = done.pages.sections

    assert done.text == FILE
    assert done.pages.place(5) == "front matter"
    assert [(each.name, FILE[each.start :].split()[0]) for each in sections] == [
        ("lead", "The"),
        ("Below", "Below"),
    ]
    assert FILE[sections[0].start : sections[0].end].strip().startswith("The carters")


def test_a_file_that_only_begins_with_a_rule_has_no_front() -> None:
    """
    Dashes that nothing closes are a rule.
    """
    assert read(b"---\nwords\n", Layout()).pages.front is None
    assert read(b"---\n---", Layout()).pages.front == (0, 7)


def test_notes_are_read_apart_and_marks_are_read_over() -> None:
    """
    A quotation runs on over a mark and over the notes, and the words of a note are found in it.
    """
    prepared = PreparedDocument.of(read(FILE.encode(), Layout()))

    assert prepared.find('carters came and "went".')["status"] == "near"
    assert prepared.find("--- a rule The end.")["status"] == "near"
    assert prepared.find("ledger of the ford. And in another", locator="n. 1")["status"] == "near"
    assert prepared.find("So the miller", locator="n. 1")["status"] == "elsewhere"


def test_plain_text_may_have_such_notes_on_its_pages() -> None:
    """
    A note belongs to the page of its first mark, in a text file too, and has a part on each of its pages.
    """
    text = "one[^1]\n\n[^2]: no mark\n\f[^1]: a note\n\f    that goes on\n\ntwo[^1]"
    done = read_bytes(text.encode(), "a.txt", Layout(first_page=5, breaks="form-feed"))

    assert [(each.label, each.page) for each in done.pages.notes] == [("2", 1), ("1", 1)]
    assert done.format == "text"


def test_what_only_resembles_a_note_is_none() -> None:
    """
    A bracket in running text, or a mark that is cited with a colon, defines nothing.
    """
    done = read(b"as in [^1]: so he wrote\n\n[1]: https://example.org\n[^ a]: b\n", Layout())

    assert done.pages.notes == ()
