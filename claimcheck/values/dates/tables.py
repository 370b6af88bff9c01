"""The names and words of dates, read once from the package's data files."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

from claimcheck.data import read_table

LANGUAGES = ("en", "fr", "de", "tr", "ru")

Symbol = tuple[str, Any]
"""What a word means: a name and its figures, such as ("month", (3, "")) or ("op", "by")."""

Lexicon = dict[str, tuple[tuple[tuple[str, ...], Symbol], ...]]
"""First word -> (further words, symbol), the longest first."""

_FOLDS = str.maketrans(
    {"–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "’": "'", "ʼ": "'", "ı": "i", "І": "и"}
)
_CALENDAR_KEYS = (
    *("of", "era", "part", "hedge", "century", "decades", "season", "op", "op-behind", "from-or-of"),
    *("from-or-since", "ablative", "sep", "calendar", "noun", "fraction", "last", "of-or-century"),
    *("pointer", "feast", "monthday", "rite"),
)
_DISTANCE_KEYS = (
    *("unit", "unit-one", "day-by", "later", "earlier", "at-least", "at-most", "more-than", "less-than"),
    *("within", "days", "soon", "count", "hedge", "sep", "filler", "op between"),
)
# k, n, and how the words name it; see `moment.Part`.
PARTS = {
    "early": (1, 3, "spills"),
    "begin": (1, 3, "edge"),
    "mid": (2, 3, "spills"),
    "late": (3, 3, "spills"),
    "end": (3, 3, "edge"),
}


def fold(text: str) -> str:
    """
    Return the words without case, accents and varieties of dashes and apostrophes.

    >>> fold("17’nci MART – Août")
    "17'nci mart - aout"
    """
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKD", text.translate(_FOLDS).lower())
    return "".join(letter for letter in folded if not unicodedata.combining(letter))


def written_out(text: str) -> str:
    """Return the text with the words written out that an accent alone tells from others ("dès", "des")."""
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    for pattern, words in _accented():
        text = pattern.sub(words, text)
    return text


@cache
def _accented() -> tuple[tuple[re.Pattern[str], str], ...]:
    words: dict[str, Any] = _words()["accented"]
    return tuple((re.compile(rf"\b{word}\b", re.IGNORECASE), plain) for word, plain in words.items())


@cache
def _names() -> dict[str, Any]:
    return read_table("months.toml")


@cache
def _words() -> dict[str, dict[str, list[str]]]:
    return read_table("date_words.toml")


@cache
def date_lexicon(language: str) -> Lexicon:
    """Return the words of dates; where languages share a word, the one asked for goes first."""
    found: dict[tuple[str, ...], Symbol] = {}
    for code in _in_order(language):
        _add_words(found, code, _CALENDAR_KEYS)
        _add_names(found, _names()[code]["months"], "month", code)
        _add_names(found, _names()[code]["ordinals"], "num")
        _add_names(found, _names()[code]["weekdays"], "weekday")
        _add_names(found, _names()[code].get("decades", []), "decade")
    _add_names(found, _names()["ottoman"]["months"], "month", "ottoman")
    for calendar, table in _names()["calendar"].items():
        _add_names(found, table["months"], "month", calendar)
    return _by_first_word(found)


@cache
def order_lexicon(language: str) -> Lexicon:
    """Return the words of relative time."""
    found: dict[tuple[str, ...], Symbol] = {}
    for code in _in_order(language):
        _add_words(found, code, _DISTANCE_KEYS)
        _add_names(found, _names()[code]["cardinals"], "num")
        _add_names(found, _names()[code]["tens"], "num", step=10)
    return _by_first_word(found)


@cache
def suffixes() -> tuple[frozenset[str], frozenset[str]]:
    """Return the endings of figures that make a decade ("1920s") and those that make an ordinal ("19th")."""
    return _suffixes("suffix decade"), _suffixes("suffix ordinal")


def _suffixes(key: str) -> frozenset[str]:
    return frozenset(fold(word) for code in LANGUAGES for word in _words()[code].get(key, ()))


@cache
def glued_endings() -> tuple[str, ...]:
    """Return what may be written as one word with a month, the longest first."""
    endings = {fold(word) for code in LANGUAGES for word in _words()[code].get("glued", ())}
    return tuple(sorted(endings, key=lambda ending: (-len(ending), ending)))


def pointer_words(pointer: str) -> tuple[str, str]:
    """Return what to say of words that point elsewhere ("that year", "inst."), and a hint."""
    message, hint = _words()["pointer"][pointer]
    return message, hint


@cache
def month_label(calendar: str, month: int) -> str:
    """Return the English name of a month of the calendar, or its number where it has none."""
    table = _names()["calendar"].get(calendar, _names()["en"])["months"]
    names: list[str] = table
    if not 1 <= month <= len(names):
        return str(month)
    return names[month - 1].split()[0].capitalize()


@cache
def weekday_label(weekday: int) -> str:
    """Return the English name of a weekday; Monday is 0."""
    name: str = _names()["en"]["weekdays"][weekday]
    return name.split()[0].capitalize()


def season_months(season: int) -> tuple[int, int]:
    """
    Return the first month and the number of months of a season of ISO 8601-2.

    Seasons without a hemisphere are the northern ones, by whole months; a winter belongs to the year in
    which it begins.
    """
    if season <= 32:
        months = _SOUTHERN if season >= 29 else _NORTHERN
        return months[(season - 21) % 4], 3
    if season <= 36:
        return 3 * (season - 33) + 1, 3
    return (4 * (season - 37) + 1, 4) if season <= 39 else (6 * (season - 40) + 1, 6)


_NORTHERN = (3, 6, 9, 12)
_SOUTHERN = (9, 12, 3, 6)


def _in_order(language: str) -> list[str]:
    first = language[:2]
    return sorted(LANGUAGES, key=lambda code: code != first)


def _elements(phrase: str) -> tuple[str, ...]:
    return tuple(fold(phrase).split())


def _add_words(found: dict[tuple[str, ...], Symbol], language: str, keys: tuple[str, ...]) -> None:
    for key, phrases in _words()[language].items():
        name, _, figures = key.partition(" ")
        if name in keys or key in keys:
            for phrase in phrases:
                found.setdefault(_elements(phrase), (name, _figures(name, figures)))


def _figures(name: str, figures: str) -> Any:
    if name == "part":
        return PARTS[figures] if figures in PARTS else (*(int(n) for n in figures.split()), "exact")
    if name in ("days", "soon"):
        return tuple(None if n == "*" else int(n) for n in figures.split())
    if name in ("monthday", "rite"):
        return figures if name == "rite" else tuple(int(n) for n in figures.split())
    is_number = name in ("season", "fraction", "feast", "day-by") and figures != "days"
    return int(figures) if is_number else figures


def _add_names(
    found: dict[tuple[str, ...], Symbol], names: list[str], name: str, family: str = "", step: int = 1
) -> None:
    for number, forms in enumerate(names, 1):
        for form in forms.split():
            values = {"month": (number, family), "weekday": number - 1, "decade": 10 * number + 10}
            symbol = values.get(name, step * number)
            spaced = form.replace("_", " ")
            found.setdefault(_elements(spaced.replace("-", " - ")), (name, symbol))
            found.setdefault(_elements(spaced.replace("-", " ")), (name, symbol))


def _by_first_word(found: dict[tuple[str, ...], Symbol]) -> Lexicon:
    lexicon: dict[str, list[tuple[tuple[str, ...], Symbol]]] = {}
    for elements, symbol in found.items():
        lexicon.setdefault(elements[0], []).append((elements[1:], symbol))
    return {word: tuple(sorted(rest, key=lambda pair: -len(pair[0]))) for word, rest in lexicon.items()}
