"""How far hedged and round words may reach: named profiles of figures, each with its source."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from attrs import frozen

from claimcheck.data import read_table


@frozen(kw_only=True)
class Tolerance:
    """One figure of the tolerance file: what it is for, its value in a profile, and where it comes from."""

    name: str
    value: Fraction
    meaning: str
    source: str


@frozen(kw_only=True)
class Tolerances:
    """A named profile. The figures are read from the package's data file when first asked for."""

    profile: str

    def __getitem__(self, name: str) -> Fraction:
        """Return the figure of this name, exact; KeyError when the data file has none."""
        return _profile(self.profile)[name].value

    def figures(self) -> tuple[Tolerance, ...]:
        """Return every figure of the profile, in the order of the data file."""
        return tuple(_profile(self.profile).values())


@cache
def _document() -> dict[str, object]:
    return read_table("tolerances.toml")


@cache
def profile_names() -> tuple[str, ...]:
    """Return the names of the profiles that ship with the package, the default first."""
    names = _document()["profiles"]
    assert isinstance(names, list)  # noqa: S101 - our own data file, read by a test
    return tuple(names)


@cache
def _profile(profile: str) -> dict[str, Tolerance]:
    if profile not in profile_names():
        raise ValueError(f"no tolerance profile {profile!r}; there are {', '.join(profile_names())}")
    figures = _document()["figure"]
    assert isinstance(figures, list)  # noqa: S101 - as above
    return {
        row["name"]: Tolerance(
            name=row["name"],
            value=Fraction(row.get(profile, row["value"])),
            meaning=row["meaning"],
            source=row["source"],
        )
        for row in figures
    }


DEFAULT_PROFILE = Tolerances(profile="events")
