"""Marks of templates and markup that should not show in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape

from claimcheck.documents.health.lists import health_lists
from claimcheck.documents.health.subject import Defect, Subject

_NEAR = 500


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the patterns, each with the text without which it cannot match."""
    return tuple(
        (needed, re.compile("|".join(f"(?:{each})" for each in patterns), re.MULTILINE))
        for needed, patterns in health_lists()["residue"].items()
    )


def residue(subject: Subject) -> Iterator[Defect]:
    """Yield templates, links, tags, entities, parameters and the error messages of a wiki."""
    found = [
        match
        for needed, pattern in _patterns()
        for match in (pattern.finditer(subject.text) if needed in subject.text else ())
        if not (match.group() == "|" and _is_row(subject.text, match.start()))
    ]
    last = 0
    for match in sorted(found, key=lambda each: (each.start(), -each.end())):
        if match.start() < last:
            continue
        last = match.end()
        words = match.group()
        start, end = subject.word_at(*match.span())
        plain = unescape(words) if words.startswith("&") else words
        proposal = subject.text[start:end].replace(words, plain) if plain != words else ""
        yield Defect(kind="residue", start=start, end=end, proposal=proposal)


def _is_row(text: str, at: int) -> bool:
    """Whether a bar stands in a row of a table, whose cells are parted by several."""
    before, after = text[max(0, at - _NEAR) : at], text[at + 1 : at + _NEAR]
    return "|" in before[before.rfind("\n") + 1 :] + after.partition("\n")[0]
