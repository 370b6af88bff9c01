"""The page `docs/tolerances.md`: every figure of the profiles, every unit, and every rule of calendars."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

from claimcheck.data import read_data
from claimcheck.values.tolerances import Tolerances, profile_names

OPENING = """\
# Tolerances, units and calendars

How far words reach, how long a verst is, and where which calendar was in use: the figures behind
[how words are read](phrases.md), each with its source, or "ours" where it is a choice of this project. This
page is made from the data files of the package (`make docs`), and a test holds the two together.

A dossier chooses a profile in its header, the option `--profile` chooses one for a run, and every report
prints the profile that it used. `events` is the default, made for events that are dated to the day; `strict`
takes words at their word; `museum` follows the habits of catalogues, in which "circa" is wider.
"""


def page() -> str:
    """Return the page."""
    return "\n".join((OPENING, *_figures(), "", *_units(), "", *_calendars())) + "\n"


def _figures() -> Iterator[str]:
    names = profile_names()
    yield from ("## Tolerances", "", f"| figure | what it is | {' | '.join(names)} | source |")
    yield f"|---|---|{'---:|' * len(names)}---|"
    profiles = [Tolerances(profile=name).figures() for name in names]
    for figures in zip(*profiles, strict=True):
        first = figures[0]
        values = " | ".join(str(figure.value) for figure in figures)
        yield f"| `{first.name}` | {first.meaning} | {values} | {first.source} |"


def _units() -> Iterator[str]:
    document = tomllib.loads(read_data("units.toml"))
    bases = document["bases"]
    yield from (
        "## Units",
        "",
        "Units are exact fractions of the base of their dimension. Money has no factor: ",
    )
    yield "currencies never convert, and gold, paper and Soviet money are different units."
    yield from ("", "| unit | words | is | source |", "|---|---|---|---|")
    for unit in document["unit"]:
        words = ", ".join(
            word
            for written in (unit.get("any", ""), *unit.get("words", {}).values())
            for word in written.split("|")
            if word
        )
        base = bases.get(unit["dimension"])
        size = f"{unit['factor']} {base}" if "factor" in unit and base else unit["dimension"]
        yield f"| `{unit['id']}` | {words} | {size} | {unit['source']} |"


def _calendars() -> Iterator[str]:
    rules = tomllib.loads(read_data("calendars.toml"))["rule"]
    yield from (
        "## Calendars by place",
        "",
        "The calendars that are plausible for a date which does not state its own. ",
    )
    yield "The last day is Gregorian."
    yield from ("", "| places | until | calendars | source |", "|---|---|---|---|")
    for rule in rules:
        row = (", ".join(rule["places"]), rule["until"], ", ".join(rule["calendars"]), rule["source"])
        yield f"| {' | '.join(row)} |"
