"""Names that came into use after a source was made."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.notebook import Examination

NAMES = """
claimcheck: 1
part: names
persons:
  - id: ozalp
    names: [Kâzım Bey, {name: Kâzım Özalp, when: 1934-07-02/..}, {name: Özalp, when: 1934-07-02/..}]
places:
  - {id: batumi, names: [Batum, {name: Batumi, when: 1936/..}]}
"""
SOURCES = """
claimcheck: 1
part: sources
sources:
  - {id: telegram, title: Telegram, made: {when: 1920}}
  - {id: history, title: History, made: {when: 1973}}
"""
QUESTION = """
claimcheck: 1
part: questions
questions:
  - question: commander
    asks: Who commanded the division?
    kind: {kind}
    attestations:
      - in: annals
        chain: [{{source: annals, relay: reports}}, {{source: {source}}}]
        value: {value}
"""


@pytest.mark.parametrize(
    ("kind", "source", "value", "named"),
    [
        ("person", "telegram", "Kâzım Özalp", "«Kâzım Özalp»"),
        ("person", "telegram", "Kâzım Bey (Özalp)", "«Özalp»"),
        ("person", "telegram", "Kâzım Bey", ""),
        ("person", "history", "Kâzım Özalp", ""),
        ("person", "rumour", "Kâzım Özalp", ""),
        ("place", "telegram", "Batumi", "«Batumi»"),
        ("place", "telegram", "Batum", ""),
    ],
)
def test_a_name_younger_than_its_source(
    examined: Callable[..., Examination], kind: str, source: str, value: str, named: str
) -> None:
    """A surname of 1934 in a telegram of 1920 is pointed out; in a later or undated source it is not."""
    result = examined(SOURCES, NAMES, QUESTION.format(kind=kind, source=source, value=value))
    found = [each for each in result.findings if each.code == "later-name"]

    assert [named in each.explanation for each in found] == ([True] if named else [])
