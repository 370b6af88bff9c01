"""Variants and look-alikes of the case: what the comparison makes of them, and the page that says so."""

from __future__ import annotations

import hashlib
import tomllib
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from attrs import frozen

from claimcheck.values.names import match_name
from claimcheck.values.register import Entry, Form, Register

HELD_OUT_IS_MEASURED = False
"""Whether the last measurement has been made. Until then nobody looks at what it would give."""

OUTCOMES = ("same", "open", "different")


@frozen(kw_only=True)
class Pair:
    """Two names with what is known of their bearers: "same" or "different"."""

    kind: str
    sort: str
    verdict: str
    a: str
    b: str
    held_out: bool = False

    @property
    def digest(self) -> str:
        """A number that has nothing to do with what the names are like."""
        return hashlib.sha256(f"{self.kind}|{self.a}|{self.b}".encode()).hexdigest()


@cache
def all_pairs() -> tuple[Pair, ...]:
    """Return every pair of the table, in its order."""
    text = Path(__file__).with_name("pairs.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text)["pairs"]
    return tuple(Pair(sort=row.pop("class"), **row) for row in rows)


def outcome(pair: Pair) -> str:
    """Return what the names alone say of a pair: no register tells either of them."""
    found = {certainty(pair.a, pair.b), certainty(pair.b, pair.a)}
    return next(each for each in OUTCOMES if each in found)


def certainty(name: str, registered: str) -> str:
    """Return how a name fits the only name in a register."""
    register = Register(entries=(Entry(id="registered", label=registered, forms=(Form(text=registered),)),))
    found = match_name(name, register)
    if not found:
        return "different"
    return "same" if found[0].certainty == "same" else "open"


def figures(pairs: Iterable[Pair]) -> dict[str, Counter[str]]:
    """Return how often each outcome was given, for variants ("same") and look-alikes ("different")."""
    counts: dict[str, Counter[str]] = {"same": Counter(), "different": Counter()}
    for pair in pairs:
        counts[pair.verdict][outcome(pair)] += 1
    return counts


def tuned() -> list[Pair]:
    """Return the pairs that rules may be tuned on."""
    return [pair for pair in all_pairs() if not pair.held_out]


def held_out() -> list[Pair]:
    """Return the pairs that serve for the last measurement."""
    return [pair for pair in all_pairs() if pair.held_out]


def test_the_held_out_third_is_chosen_blindly() -> None:
    """Every third pair in the order of the digests is held out, no other, and no pair stands twice."""
    in_order = sorted(all_pairs(), key=lambda pair: pair.digest)

    assert len({pair.digest for pair in in_order}) == len(in_order)
    assert [pair.held_out for pair in in_order] == [number % 3 == 0 for number in range(len(in_order))]


def test_the_table_is_large_enough() -> None:
    """The table has at least seventy variants and forty look-alikes, of persons and of places."""
    count = Counter((pair.kind, pair.verdict) for pair in all_pairs())

    assert count["person", "same"] + count["place", "same"] >= 70
    assert count["person", "different"] + count["place", "different"] >= 40
    assert min(count.values()) >= 20


def test_the_page_tells_what_was_measured(root: Path, request: pytest.FixtureRequest) -> None:
    """docs/names.md is what the table and the comparison give; `--update-gold` writes it."""
    path = root / "docs" / "names.md"
    if request.config.getoption("--update-gold"):
        path.write_text(page(), encoding="utf-8", newline="\n")

    assert path.read_text(encoding="utf-8") == page()


_INTRODUCTION = """\
# How names of persons and places are compared

One person is spelt in many ways, and two persons in nearly the same. This page lists pairs of names of the
case, variants of one bearer's name and look-alikes of different bearers, with what claimcheck makes of
each. It is made from `tests/values/names/pairs.toml`, and a test compares the two.

Every pair is measured by the names alone, without a register of persons or places, so that nothing is
declared: one of the two is taken as the only name known, the other is held against it, and the other way
round. The outcome is *same*, *different*, or *open* where the names do not decide.
"""

_HELD_OUT = """
Every third pair, in the order of a digest of its names, is held out: the rules are made with the other pairs
in view, and the held-out ones serve for one measurement at the end.
"""


def page() -> str:
    """Return the page: what was measured, then every pair with its outcome."""
    sets = [("pairs in view", tuned()), ("held-out pairs", held_out())]
    parts = [_INTRODUCTION, _HELD_OUT, "\n## What was measured\n"]
    for title, pairs in sets:
        is_known = pairs and (HELD_OUT_IS_MEASURED or not pairs[0].held_out)
        parts.append(
            _figures(title, pairs) if is_known else f"\nThe {len(pairs)} {title}: not yet measured.\n"
        )
    for kind in ("person", "place"):
        for verdict, title in (("same", "variants"), ("different", "look-alikes")):
            rows = [pair for pair in all_pairs() if (pair.kind, pair.verdict) == (kind, verdict)]
            parts.append(_table(f"{kind.title()}s: {title}", rows))
    return "".join(parts)


def _figures(title: str, pairs: list[Pair]) -> str:
    lines = [f"\nThe {len(pairs)} {title}:\n", "| | same | open | different |", "|---|---|---|---|"]
    for verdict, counts in figures(pairs).items():
        total = counts.total()
        cells = [f"{counts[each]} ({100 * counts[each] / total:.0f} %)" for each in OUTCOMES]
        name = "variants" if verdict == "same" else "look-alikes"
        lines.append(f"| {total} {name} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _table(title: str, pairs: list[Pair]) -> str:
    lines = [f"\n## {title}\n", "| a | b | class | outcome |", "|---|---|---|---|"]
    lines += [f"| {pair.a} | {pair.b} | {pair.sort} | {_outcome_cell(pair)} |" for pair in pairs]
    return "\n".join(lines) + "\n"


def _outcome_cell(pair: Pair) -> str:
    if not pair.held_out:
        return outcome(pair)
    return f"{outcome(pair)} (held out)" if HELD_OUT_IS_MEASURED else "held out"
