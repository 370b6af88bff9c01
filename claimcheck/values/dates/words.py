"""Worded dates: symbols to a phrase."""

from __future__ import annotations

from itertools import pairwise

from attrs import evolve

from claimcheck.values.dates.brackets import unbracketed
from claimcheck.values.dates.double import double_date
from claimcheck.values.dates.draft import Draft, draft, finished, is_western
from claimcheck.values.dates.grouping import grouped
from claimcheck.values.dates.joining import joined
from claimcheck.values.dates.lexer import read_symbols
from claimcheck.values.dates.moment import Moment
from claimcheck.values.dates.phrase import Phrase
from claimcheck.values.dates.sharing import share
from claimcheck.values.dates.tables import LANGUAGES, Symbol, date_lexicon, pointer_words, written_out
from claimcheck.values.value import UnreadableError

_CONTENT = frozenset(
    (
        *("num", "roman", "tail", "decade", "ymd", "dmy", "dm", "ym", "dual"),
        *("month", "weekday", "part", "century", "season", "era", "feast", "monthday", "nth"),
    )
)
_OPERATIONS = frozenset(("op", "op-behind", "ablative", "from-or-of", "from-or-since"))


def parse_words(text: str, language: str) -> Phrase:
    """Return what a worded date says; UnreadableError says which words cannot be read."""
    symbols = read_symbols(written_out(text), date_lexicon(language), brackets=True)
    names = {name for name, _ in symbols}
    if "of" in names:
        symbols = [symbol for symbol in symbols if symbol[0] != "of"]
    calendars: set[str] = set()
    if not names <= _PLAIN:
        if "pointer" in names:
            _refuse_pointers(symbols, text)
        if "mark" in names and (("mark", "(") in symbols or ("mark", ")") in symbols):
            symbols = unbracketed(symbols, text)
        if "part" in names:
            _refuse_counted_parts(symbols, text)
        if "calendar" in names:
            calendars = {value for name, value in symbols if name == "calendar"}
            symbols = [symbol for symbol in symbols if symbol[0] != "calendar"]
        symbols = joined(symbols, text)
    phrase = _parsed(symbols, calendars, text)
    if not names.isdisjoint(_OPERATIONS) and any(
        name in ("op", "op-behind") and value.endswith(" soon") for name, value in symbols
    ):
        return evolve(phrase, notes=(*phrase.notes, "how near is not said"))
    return phrase


# What stands for itself: most dates are made of these alone, and need no second look.
_PLAIN = frozenset(("num", "month", "of", "op", "dmy", "ymd", "dm", "hedge", "season", "sep", "decade"))


def _refuse_pointers(symbols: list[Symbol], text: str) -> None:
    """Tell words that point to another day, month or year, or to no certain time at all."""
    pointer = next(value for name, value in symbols if name == "pointer")
    message, hint = pointer_words(pointer)
    raise UnreadableError(
        f"{text!r} {message}", hint, "date-vague" if pointer in ("turn", "none") else "date-relative"
    )


def _refuse_counted_parts(symbols: list[Symbol], text: str) -> None:
    """Tell "the five first days of March" from 5 March: no day of the month stands before a part of it."""
    for left, right in pairwise(symbols):
        if left[0] == "num" and left[1] <= _LAST_DAY and right[0] == "part":
            raise UnreadableError(
                f"a number stands before a part of a time in {text!r}", "write: 1-5 March 1921"
            )


_LAST_DAY = 31


def _parsed(symbols: list[Symbol], calendars: set[str], text: str) -> Phrase:
    if ("sep", "and") in symbols:
        for i in range(1, len(symbols) - 1):
            if symbols[i] == ("sep", "and") and symbols[i + 1][0] == "op":
                return _named(*_window(symbols[:i], symbols[i + 1 :], text), calendars, text)
    op, symbols = _take_operation(symbols, text)
    if op == "at-least":
        raise UnreadableError(f"{text!r} says at least, and not of what", "write: until at least 5 March")
    groups, separators = grouped(symbols, text)
    drafts = [draft(group, text) for group in groups]
    if len(drafts) == 1:
        return _single(op, drafts[0], calendars, text)
    if op == "in" and len(drafts) == 2 and not drafts[0].has_time and separators != ["or"]:
        op = "between"  # "the early to mid-1920s" is some time in them
    has_year = tuple(one.has_year for one in drafts)
    for left, right in [*reversed(list(pairwise(drafts))), *pairwise(drafts)]:
        share(left, right)
    return _named(_phrase(op, separators, drafts, has_year, text), drafts, calendars, text)


def _single(op: str, only: Draft, calendars: set[str], text: str) -> Phrase:
    """Return the phrase of one moment."""
    if op == "between":
        raise UnreadableError(f"{text!r} names one date only", "write: between 11 and 17 March 1921")
    moment = finished(only, text)
    if not calendars and only.family in LANGUAGES:
        return _bounded(op, moment, language=only.family)
    calendar, language = _calendar_and_language([only], calendars, text)
    return _bounded(op, moment, calendar, language)


def _window(before: list[Symbol], after: list[Symbol], text: str) -> tuple[Phrase, list[Draft]]:
    """Read two bounds: "not before 5 and not after 9 March 1921"."""
    sides = [_take_operation(symbols, text) for symbols in (before, after)]
    if (sides[0][0] in _LOWER, sides[1][0] in _UPPER) != (True, True):
        raise UnreadableError(f"cannot put together the bounds of {text!r}", "write: between A and B")
    drafts = [draft([symbol for symbol in symbols if symbol[0] != "mark"], text) for _, symbols in sides]
    share(*drafts)
    phrases = tuple(_bounded(op, finished(one, text)) for (op, _), one in zip(sides, drafts, strict=True))
    return Phrase(op="window", phrases=phrases), drafts


_LOWER = frozenset(("onward", "after", "from"))
_UPPER = frozenset(("by", "before", "until"))


def _bounded(op: str, moment: Moment, calendar: str = "", language: str = "") -> Phrase:
    """Return one bound. "Before the end of 1920" is within 1920, "after the beginning of" it too."""
    part = moment.part
    if part is None or part.manner != "edge":
        return Phrase(op=op, points=(moment,), calendar=calendar, language=language)
    is_end = part.k == part.n
    bound = _EDGES.get((op, is_end))
    moment = evolve(moment, part=None) if bound else moment
    return Phrase(op=bound or op, points=(moment,), calendar=calendar, language=language)


_EDGES = {
    ("before", True): "by",
    ("before", False): "before",
    ("after", True): "after",
    ("after", False): "onward",
    ("by", True): "by",
    ("onward", False): "onward",
}


def _take_operation(symbols: list[Symbol], text: str) -> tuple[str, list[Symbol]]:
    """
    Return the operation and the symbols without it.

    Operations stand before or after their moments ("by 5 March", "5 Mart'a kadar"); "until" between two
    moments separates them.
    """
    names = [name for name, _ in symbols]
    op, kept = "in", list[Symbol]()
    if _OPERATIONS.isdisjoint(names):
        return op, symbols
    if names[0] == "op" and _OPERATIONS.isdisjoint(names[1:]):
        return symbols[0][1].removesuffix(" soon"), symbols[1:]  # nothing before it, and no second one
    for i, (name, value) in enumerate(symbols):
        if name not in _OPERATIONS:
            kept.append((name, value))
            continue
        has_before = not _CONTENT.isdisjoint(names[:i])
        has_after = not _CONTENT.isdisjoint(names[i + 1 :])
        if name in ("op", "op-behind"):
            value = value.removesuffix(" soon")
            _check_place(name, value, has_before=has_before, has_after=has_after, text=text)
            if value == "until" and has_before and has_after and op in ("in", "from", "night"):
                kept.append(("sep", "to"))
            else:
                op = _joined_operations(op, value, text)
        elif name == "ablative" and has_after:
            kept.append(("sep", "to"))
        elif name == "ablative" and i == len(symbols) - 1 and has_before:
            op = _joined_operations(op, "from", text)
        elif name == "from-or-since" or (name == "from-or-of" and not has_before and _has_end(symbols[i:])):
            op = "from" if op == "in" else op
    return op, kept


def _check_place(name: str, value: str, *, has_before: bool, has_after: bool, text: str) -> None:
    """Refuse "5 March, the year before": before and after stand in front, but in Turkish behind."""
    is_astray = (
        not has_before
        if name == "op-behind"
        else value in ("before", "after") and has_before and not has_after
    )
    if is_astray:
        raise UnreadableError(f"cannot put together {text!r}", "write: before 5 March 1921")


def _has_end(symbols: list[Symbol]) -> bool:
    return any(symbol in (("sep", "to"), ("op", "until"), ("mark", "-")) for symbol in symbols)


def _joined_operations(op: str, further: str, text: str) -> str:
    if op in ("in", further):
        return further
    both = _JOINED.get(frozenset((op, further)))
    if both is None:
        raise UnreadableError(f"two bounds at once in {text!r}", "write one of them, or: between A and B")
    return both


_JOINED = {
    frozenset(("from", "onward")): "from",
    frozenset(("until", "by")): "by",
    frozenset(("until", "at-least")): "covering",
    frozenset(("from", "at-least")): "covering",
}


def _phrase(
    op: str, separators: list[str], drafts: list[Draft], has_year: tuple[bool, ...], text: str
) -> Phrase:
    kinds = set(separators)
    if len(kinds) > 1:
        raise UnreadableError(f"too many dates in {text!r}", "write one value for each")
    kind = kinds.pop()
    if kind in ("slash", "double"):
        return _slashed(op, kind, drafts, has_year, text)
    points = tuple(finished(one, text) for one in drafts)
    if kind == "or" and op != "between":
        return Phrase(op="any", phrases=tuple(Phrase(op=op, points=(point,)) for point in points))
    if len(points) == 2:
        paired = _PAIRED.get((op, kind))
        if paired is not None:
            return Phrase(op=paired, points=points)
    elif (op, kind) == ("in", "and"):
        return Phrase(op="both", points=points)
    raise UnreadableError(f"cannot put together {text!r}", "write: between 11 and 17 March, or 11-17 March")


_PAIRED = {
    ("in", "to"): "lasting",
    ("from", "to"): "lasting",
    ("until", "to"): "lasting",
    ("throughout", "to"): "lasting",
    ("between", "to"): "between",
    ("night", "to"): "night",
    ("night-to", "to"): "night",
    ("in", "and"): "both",
    ("between", "and"): "between",
    ("night", "and"): "night",
}


_OPEN_TO_PAIRS = frozenset(("in", "night", "by", "before", "after", "until", "from", "onward", "covering"))


def _slashed(op: str, kind: str, drafts: list[Draft], has_year: tuple[bool, ...], text: str) -> Phrase:
    """Read "27/28 April": a night; "5/18 March": one day in two calendars; otherwise one or the other."""
    points = tuple(finished(one, text) for one in drafts)
    if len(points) != 2 or op not in _OPEN_TO_PAIRS:
        raise UnreadableError(f"cannot put together {text!r}", "write two dates with 'or' or 'and'")
    first, second = points
    double = double_date(first, second, (has_year[0], has_year[1])) if op != "night" else None
    if double is not None:
        newer, older = double
        note = f"a double date: {older[0].capitalize()} and Gregorian; {text!r} is one day"
        return Phrase(op=op, points=(newer,), calendar="gregorian", notes=(note,), older=older)
    if kind == "double":
        raise UnreadableError(
            f"what stands in brackets in {text!r} is not the same day in another calendar",
            "check the figures; write two dates with 'or', or one of them",
            "date-bracket",
        )
    if op == "night":
        return Phrase(op="night", points=points)
    if op == "in" and first.unit == second.unit == "day" and second.day == (first.day or 0) + 1:
        return Phrase(op="between", points=points)
    return Phrase(op="any", phrases=tuple(Phrase(op=op, points=(point,)) for point in points))


def _named(phrase: Phrase, drafts: list[Draft], calendars: set[str], text: str) -> Phrase:
    """Return the phrase with the calendar that its words or its months name, and the months' language."""
    if phrase.older is not None:
        return phrase  # the pair of dates proves its calendars, whatever the words call them
    calendar, language = _calendar_and_language(drafts, calendars, text)
    if not calendar and not language:
        return phrase
    return evolve(phrase, calendar=phrase.calendar or calendar, language=language)


def _calendar_and_language(drafts: list[Draft], calendars: set[str], text: str) -> tuple[str, str]:
    families = sorted({one.family for one in drafts if one.family})
    if not families and not calendars:
        return "", ""
    if len(calendars) > 1:
        raise UnreadableError(f"{text!r} names two calendars", "write one value for each")
    if not calendars and len(families) == 1 and families[0] in LANGUAGES:
        return "", families[0]
    own = {family for family in families if family not in ("roman",) and not is_western(family)}
    if len(own | calendars) > 1 or (own and any(is_western(family) for family in families)):
        raise UnreadableError(
            f"the months of {text!r} belong to different calendars", "write one value for each"
        )
    western = next((family for family in families if is_western(family)), "")
    return next(iter(calendars | own), ""), western
