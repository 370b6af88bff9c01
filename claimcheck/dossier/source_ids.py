"""Ids for sources that come from elsewhere: their citation key, or author and year."""

from __future__ import annotations

import re
from collections.abc import Container

from claimcheck.model.source import Source

_VALID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_LONGEST = 60


def source_id(key: str, source: Source) -> str:
    """
    Return an id for a source: its citation key when that can be one, else author and year, else its title.

    >>> source_id("smith1990", Source(id="")), source_id("http://zotero.org/1", Source(id="", title="On War"))
    ('smith1990', 'on-war')
    """
    if _VALID.fullmatch(key) and len(key) <= _LONGEST:
        return key
    family = next((creator.family or creator.literal for creator in source.creators), "")
    year = source.issued[:4] if source.issued[:4].isdigit() else ""
    words = source.title.split()[:4]
    for text in ("" if "/" in key else key, f"{family} {year}" if family else "", " ".join(words)):
        slug = _slug(text)
        if slug:
            return slug
    return "source"


def unique_id(wanted: str, taken: Container[str]) -> str:
    """
    Return the id, with a number behind it when it is taken.

    >>> unique_id("smith-1990", {"smith-1990", "smith-1990-2"})
    'smith-1990-3'
    """
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"


def _slug(text: str) -> str:
    from anyascii import anyascii

    plain: str = anyascii(text[:200]).lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST].strip("-")
