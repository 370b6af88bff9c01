"""The key of a picture: the shapes that it uses, and what each of them means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claimcheck.report.html.pictures.strips import Bar, Strip

Key = tuple[tuple[str, str], ...]
"""Shapes with their words, in the order in which they are told."""

_ALWAYS = {
    "envelope": "tolerated besides",
    "denied": "denied",
    "doubted": "doubted",
    "endless": "without a bound",
    "broken": "goes on beyond the picture",
}
_STANCES = {"denies": "denied", "doubts": "doubted"}
_KEPT = {"denies": "sometime", "doubts": "envelope"}

DATES = {"core": "all these days", "moment": "one day", "unsure": "some day among these", **_ALWAYS}
FIGURES = {"core": "what the words say", "moment": "a single figure", **_ALWAYS}
HOLDERS = {
    "core": "all the time",
    "moment": "at the end of that day",
    "sometime": "at some time among these days",
    **_ALWAYS,
}


def key_of(rows: Sequence[Strip], words: Mapping[str, str], profile: str = "") -> Key:
    """Return what the shapes of some rows mean, in the order of `words`; `profile` is that of tolerances."""
    used = {shape for row in rows for lane in row.lanes for bar in lane for shape in _shapes(bar, row.stance)}
    by = f", by profile “{profile}”" if profile else ""
    return tuple(
        (shape, f"{told}{by}" if shape == "envelope" else told)
        for shape, told in words.items()
        if shape in used
    )


def _shapes(bar: Bar, stance: str) -> Iterator[str]:
    """Yield the shapes of a bar. What is denied keeps its dashes, what is doubted its tolerance."""
    if stance == "affirms" or bar.style == _KEPT[stance]:
        yield bar.style
    if stance != "affirms" and bar.style != "envelope":
        yield _STANCES[stance]
    if any(bar.broken):
        yield "broken"
    if bar.style != "moment" and ((bar.left is None) or (bar.right is None)):
        yield "endless"
