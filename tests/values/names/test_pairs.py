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

from claimcheck.values.names import compare_persons, compare_places

HELD_OUT_IS_MEASURED = True
"""Whether the last measurement has been made: once, on 25 November 2026, with the rules as made."""

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
    compare = compare_persons if pair.kind == "person" else compare_places
    return compare(pair.a, pair.b).outcome.verdict


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


@pytest.mark.parametrize("pairs", [tuned(), held_out()], ids=["in view", "held out"])
def test_the_comparison_meets_its_aims(pairs: list[Pair]) -> None:
    """No look-alike is merged; under 5 % of the variants are split, and at least half of them joined."""
    counts = figures(pairs)

    assert counts["different"]["same"] == 0
    assert counts["same"]["different"] < 0.05 * counts["same"].total()
    assert counts["same"]["same"] >= 0.5 * counts["same"].total()


def test_the_page_tells_what_was_measured(root: Path, request: pytest.FixtureRequest) -> None:
    """docs/names.md is what the table and the comparison give; `--update-gold` writes it."""
    path = root / "docs" / "names.md"
    if request.config.getoption("--update-gold"):
        path.write_text(page(), encoding="utf-8", newline="\n")

    assert path.read_text(encoding="utf-8") == page()


_INTRODUCTION = """\
# How names of persons and places are compared

One person is spelt in many ways, and two persons in nearly the same. This page tells how two names are held
against each other, and lists pairs of names of the case with what claimcheck makes of each: variants of one
bearer's name, and look-alikes of different bearers. It is made from `tests/values/names/pairs.toml`, and a
test compares the two.

## How it is decided

A name is taken apart: titles, initials, numbers and particles are told from the words of the name itself.
Two words are one when some habit of writing gives both the same sound (English, French, German, Turkish and
older Turkish print, Cyrillic and other scripts romanised), or when they are forms of one given name
("Georgy", "Georges"). Then every word of both must be accounted for.

- *Same*: no word is left over, and what is joined identifies: two words, or one that is no given name. A
  father's name, and an initial beside two words that fit, are explained and add no identity.
- *Different*: both names are full and have family names that nothing joins; or the given names of one
  family, the initials, the numbers of rulers, the sorts of place or the parts of the compass exclude each
  other.
- *Open*: all else. A given name with a title ("Halil Paşa") is nobody in particular; a part of a name may
  be another bearer's; a misprint, another ending or another language's name of a place is for a historian to
  declare. Likeness never joins two names: it only keeps them from being called different.

`claimcheck compare` without a dossier answers by these rules. What is the same agrees; where one name fits
into the other, the two are compatible; all else is a possible conflict, and `open` tells the reason. It is
never a necessary one: that one bearer did not go by two names, only a register says.

```console
$ claimcheck compare person "Chicherin" "Tchitchérine"
...
relation  agrees
rule      equal-cores
$ claimcheck compare person "Kâzım Paşa" "Kâzım Karabekir"
...
relation  compatible
rule      cores-overlap
open      whether 'Kâzım Paşa' and 'Kâzım Karabekir' are one stays open: 'Karabekir' is said on one side only
```

With a dossier, a name is held against every registered form instead. It means somebody for certain by
declaration, or when every word is explained and no other registered bearer fits.
"""

_MEASURED = """
## What was measured

Every pair by the names alone, without a register, so that nothing is declared. Every third pair, in the
order of a digest of its names, is held out: the rules were made with the other pairs in view, and the
held-out ones served for one measurement at the end, after which no rule was touched for their sake.
"""


def page() -> str:
    """Return the page: what was measured, then every pair with its outcome."""
    sets = [("pairs in view", tuned()), ("held-out pairs", held_out())]
    parts = [_INTRODUCTION, _MEASURED]
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
