"""One moment of the words while it is put together."""

from __future__ import annotations

from typing import Any

from attrs import define, evolve, field

from claimcheck.values.dates.easter import RITES
from claimcheck.values.dates.moment import Hedge, Moment, Part
from claimcheck.values.dates.tables import LANGUAGES, Symbol
from claimcheck.values.value import UnreadableError

_LATEST_CENTURY = 30
_OLD_STYLE_ENDS = 1753
"""Dual years of the English new year ("1731/2") end with the Calendar Act; later ones are split years."""


@define
class Draft:
    """The components that a group of symbols names. `months` are the calendars or languages of its month."""

    year: int | None = None
    next_year: int | None = None
    month: int | None = None
    day: int | None = None
    tail: int | None = None
    season: int | None = None
    century: int | None = None
    decade: int | None = None
    weekday: int | None = None
    nth: tuple[int, int] | None = None
    """Which weekday of the month: (k, weekday), k = -1 for the last."""
    feast: int | None = None
    """Days after Easter."""
    rite: str = ""
    part: Part | None = None
    hedges: list[str] = field(factory=list)
    is_bc: bool = False
    is_swappable: bool = False
    family: str = ""

    @property
    def has_time(self) -> bool:
        """Whether anything but a part, a hedge or a weekday is named."""
        return bool(
            self.year is not None
            or self.month is not None
            or self.day is not None
            or self.tail is not None
            or self.century is not None
            or self.decade is not None
            or self.feast is not None
            or self.season
        )

    @property
    def has_year(self) -> bool:
        """Whether the words name a year, or what stands for one."""
        return not (self.year is self.tail is None and self.century is self.decade is None)


def draft(symbols: list[Symbol], text: str) -> Draft:
    """Return what the symbols of one moment name; each component once."""
    made = Draft()
    names = [name for name, _ in symbols]
    for i, (name, value) in enumerate(symbols):
        if name in ("num", "roman"):
            component = _component(made, names, i, value)
            _set(made, component, value, text)
            if name == "roman" and (component == "month" or len(symbols) == 1):
                made.family = _ROMAN_FAMILIES.get(component, "")
        elif name in ("century", "decades"):
            _check_number(names, i, text)
        else:
            _take(made, name, value, text)
    return made


def _check_number(names: list[str], i: int, text: str) -> None:
    """Refuse a century or decade without its number."""
    beside = names[i - 1 : i] if names[i] == "century" else names[i + 1 : i + 2]
    if not beside or beside[0] not in ("num", "roman", "decade"):
        raise _unreadable(text)


# A year in Roman figures and nothing else is one of the French Republic ("an III"); 17.III.1921 has a month.
_ROMAN_FAMILIES = {"month": "roman", "year": "republican"}


def _component(made: Draft, names: list[str], i: int, number: int) -> str:
    """Return what a number stands for, by its size and its neighbours."""
    if i + 1 < len(names) and names[i + 1] == "century":
        return "century"
    if i and names[i - 1] == "decades":
        return "decade"
    has_month, has_era = "month" in names, "era" in names
    is_year = number > 99 or has_era or made.family == "republican"
    if number > 31:
        return "year" if is_year else "tail"
    if names[i] == "roman":
        if made.day is not None and made.month is None and not has_month:
            return "month"
        # A year in Roman figures is one of the French Republic, and nothing else is certain to be one.
        return "year" if made.family == "republican" or len(names) == 1 else "century"
    if made.day is None and (has_month or not has_era):
        return "day"
    if is_year:
        return "year"
    # "5 March 18" has a year of two digits; in "5 18 March" the figures stand for nothing together.
    return "tail" if i and names[i - 1] in ("month", "mark", "season", "roman") else "day"


def _take(made: Draft, name: str, value: Any, text: str) -> None:
    if name == "month":
        if made.month is not None:
            raise _unreadable(text)
        made.month, made.family = value
    elif name == "part":
        _set(made, "part", Part(k=value[0], n=value[1], manner=value[2]), text)
    elif name == "hedge":
        made.hedges.append(value)
    elif name in ("season", "weekday", "decade", "tail", "nth", "feast", "rite"):
        _set(made, name, value, text)
    elif name == "dual":
        _set(made, "year", value[0], text)
        made.next_year = value[1]
    elif name == "era":
        made.is_bc = True
    elif name == "monthday":
        _set(made, "month", value[0], text)
        _set(made, "day", value[1], text)
    elif name == "ottoman":
        made.family = made.family or "ottoman-year"
    elif name in ("ymd", "dmy", "dm", "ym"):
        _take_figures(made, name, value, text)
    else:
        raise _unreadable(text)


def _take_figures(made: Draft, name: str, value: tuple[tuple[int, ...], str], text: str) -> None:
    figures, printed = value
    if name == "ymd":
        components = dict(zip(("year", "month", "day"), figures, strict=True))
    elif name == "ym":
        components = dict(zip(("year", "month"), figures, strict=True))
    elif name == "dm":
        components = dict(zip(("day", "month"), figures, strict=True))
    else:
        first, second, year = figures
        components = {"day": first, "month": second, "year" if year > 99 else "tail": year}
        may_swap = "." not in printed  # with dots the day stands first in every country
        if second > 12 >= first and may_swap:
            components["day"], components["month"] = second, first
        made.is_swappable = may_swap and first != second and max(first, second) <= 12
    for component, number in components.items():
        _set(made, component, number, text)


def _set(made: Draft, name: str, value: object, text: str) -> None:
    if getattr(made, name) not in (None, ""):
        raise _unreadable(text)
    setattr(made, name, value)


def _unreadable(text: str) -> UnreadableError:
    return UnreadableError(
        f"cannot put together {text!r}", "name each day, month and year once: between 11 and 17 March 1921"
    )


def finished(made: Draft, text: str) -> Moment:
    """Return the moment of a draft; UnreadableError when a component is missing in between."""
    _check_components(made, text)
    if made.day is not None and made.month is None:
        raise UnreadableError(
            f"no month is named for day {made.day} in {text!r}", "add the month", "date-month-missing"
        )
    if not made.has_time:
        raise UnreadableError(f"no day, month or year is named in {text!r}", "add one: March 1921")
    if made.feast is not None:
        return _feast(made)
    if made.decade is not None:
        return _decade(made, text)
    if made.century is not None:
        if not 1 <= made.century <= _LATEST_CENTURY:
            raise _unreadable(text)
        return _moment(made, "century", _century(made.century, is_bc=made.is_bc), n_years=100)
    year = made.year
    if year is not None and made.is_bc:
        year = 1 - year
    if made.season:
        return _season(made, year)
    has_day = made.day is not None or made.nth is not None
    unit = "day" if has_day else "month" if made.month is not None else "year"
    if made.next_year is not None:
        return _dual(made, unit)
    moment = _moment(made, unit, year)
    return _swapped(made, moment) if made.is_swappable else moment


# Each draft names one of these sets of components; what no set holds would be dropped in silence.
_TOGETHER = (
    frozenset(("year", "month", "day")),
    frozenset(("tail", "month", "day")),
    frozenset(("year", "month", "nth")),
    frozenset(("tail", "month", "nth")),
    frozenset(("year", "season")),
    frozenset(("tail", "season")),
    frozenset(("year", "feast")),
    frozenset(("tail", "feast")),
    frozenset(("century", "decade")),
)
_COMPONENTS = ("year", "tail", "month", "day", "nth", "season", "feast", "century", "decade")


def _is_bare(made: Draft) -> bool:
    """Tell whether nothing is named but day, month and one year: the usual case, told fast."""
    return (
        made.part is None
        and made.century is None
        and made.decade is None
        and made.season is None
        and made.feast is None
        and made.nth is None
        and (made.year is None or made.tail is None)
        and not made.rite
    )


def _check_components(made: Draft, text: str) -> None:
    """Refuse what cannot be said together: two years, a day of a century, a weekday of a month."""
    is_whole = made.weekday is None and made.day is None and not made.is_bc
    if (is_whole or (made.day is not None and made.month is not None)) and _is_bare(made):
        return
    named = {name for name in _COMPONENTS if getattr(made, name) is not None}
    is_day = not named.isdisjoint(("day", "nth", "feast"))
    if (
        not any(named <= allowed for allowed in _TOGETHER)
        or (made.weekday is not None and not is_day)
        or (made.rite and made.feast is None)
        or (made.is_bc and named.isdisjoint(("year", "tail", "century", "day")))
        or (made.part is not None and is_day and made.day is None)
        or (made.part is not None and is_day and (made.part.manner != "spills" or made.part.k == 2))
    ):
        raise _unreadable(text)
    if is_day:
        made.part = None  # "early on 5 March" is that day


def _moment(
    made: Draft,
    unit: str,
    year: int | None,
    *,
    month: int | None = None,
    day: int | None = None,
    **more: Any,
) -> Moment:
    hedged = "month" if unit == "season" else unit
    hedges = tuple(Hedge(figure=figure, unit=hedged) for figure in made.hedges) if made.hedges else ()
    return Moment(
        year=year,
        month=made.month if month is None else month,
        day=made.day if day is None else day,
        unit=unit,
        season=made.season or 0,
        year_tail=made.tail,
        part=made.part,
        hedges=hedges,
        weekday=made.weekday,
        nth=made.nth,
        **more,
    )


def _century(number: int, *, is_bc: bool) -> int:
    # The 5th century BC ran from 500 BC, the astronomical year -499, to 401 BC.
    return 1 - 100 * number if is_bc else 100 * (number - 1) + 1


def _decade(made: Draft, text: str) -> Moment:
    decade = made.decade or 0
    if decade < 100 and made.century is not None and not made.is_bc:
        return _moment(made, "decade", 100 * (made.century - 1) + decade, n_years=10)
    if made.century is not None or made.is_bc:
        raise _unreadable(text)
    if decade < 100:
        raise UnreadableError(f"the century of {text!r} is not named", "write 1920s", "date-year-missing")
    if decade % 100:
        return _moment(made, "decade", decade, n_years=10)
    cause = f"the {decade}s"
    return _moment(
        made,
        "decade",
        decade,
        n_years=10,
        choice=(cause, "decade"),
        others=(_moment(made, "decade", decade, n_years=100, choice=(cause, "century")),),
    )


def _feast(made: Draft) -> Moment:
    """Return a feast that moves with Easter; where no rite is named the two are two readings."""
    rites = [made.rite] if made.rite else RITES
    cause = "Easter"
    first, *others = (
        _moment(made, "day", made.year, feast=(made.feast or 0, rite), choice=(cause, rite)) for rite in rites
    )
    return evolve(first, others=tuple(others)) if others else evolve(first, choice=None)


def _season(made: Draft, year: int | None) -> Moment:
    if (made.season or 0) % 4 or made.next_year is not None or year is None:
        return _moment(made, "season", year)
    # A winter named by one year may be the one in which the year begins or the one in which it ends.
    cause = f"the winter of {year}"
    return _moment(
        made,
        "season",
        year - 1,
        choice=(cause, f"{year - 1}-{year}"),
        others=(_moment(made, "season", year, choice=(cause, f"{year}-{year + 1}")),),
    )


def _dual(made: Draft, unit: str) -> Moment:
    first, second = made.year or 0, made.next_year or 0
    if second < _OLD_STYLE_ENDS:
        cause = "new year"
        lady_day = _moment(made, unit, first, begins=(3, 25), choice=(cause, "25 March"))
        return _moment(made, unit, second, choice=(cause, "1 January"), others=(lady_day,))
    if unit == "year":
        return _moment(made, unit, first, n_years=2)
    cause = "split year"
    other = _moment(made, unit, second, choice=(cause, str(second)))
    return _moment(made, unit, first, choice=(cause, str(first)), others=(other,))


def _swapped(made: Draft, moment: Moment) -> Moment:
    other = _moment(
        made, "day", moment.year, day=made.month, month=made.day, choice=("numbers", "month/day/year")
    )
    return _moment(made, "day", moment.year, choice=("numbers", "day/month/year"), others=(other,))


def is_western(family: str) -> bool:
    """Tell whether a month's name belongs to the Western year, and not to a calendar of its own."""
    return family in LANGUAGES or family.startswith("ottoman")
