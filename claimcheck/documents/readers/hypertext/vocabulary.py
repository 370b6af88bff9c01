"""What the names of elements, roles and classes mean."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from attrs import frozen

from claimcheck.data import read_table


@frozen(kw_only=True)
class Vocabulary:
    """Names of elements, and what classes and roles mean by them."""

    blocks: frozenset[str]
    lines: frozenset[str]
    empty: frozenset[str]
    closed_by: Mapping[str, frozenset[str]]
    left_out: Mapping[str, str]
    losses: Mapping[str, str]
    roles: Mapping[str, frozenset[str]]
    classes: Mapping[str, frozenset[str]]


@cache
def vocabulary() -> Vocabulary:
    """Return it, read once."""
    table = read_table("hypertext.toml")
    return Vocabulary(
        blocks=frozenset(table["elements"]["blocks"].split()),
        lines=frozenset(table["elements"]["lines"].split()),
        empty=frozenset(table["elements"]["empty"].split()),
        closed_by={key: frozenset(value.split()) for key, value in table["closed_by"].items()},
        left_out={name: code for code, names in table["left_out"].items() for name in names.split()},
        losses=table["losses"],
        roles={key: frozenset(value.split()) for key, value in table["roles"].items()},
        classes={key: frozenset(value.split()) for key, value in table["classes"].items()},
    )
