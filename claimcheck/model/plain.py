"""Words from dossiers and documents, made fit to print: on one line, and unable to steer a terminal."""

from __future__ import annotations

import re

_HOSTILE = {
    # Control pictures show where a control character stood; "repair silently" is what we never do.
    **{code: 0x2400 + code for code in range(0x20)},
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
    # Overrides and isolates can make a line read as other words than those that it holds.
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD),
    # Half of a surrogate pair is no character, and no file can be written with it.
    **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD),
}


def plain(text: str) -> str:
    r"""
    Return text on one line: runs of whitespace become one space, what steers a terminal becomes visible.

    >>> plain("some\n of the\tforts \x1b[31m")
    'some of the forts ␛[31m'
    """
    joined = " ".join(text.split())
    # Nothing that is translated can be printed, and telling that is twenty times faster than translating.
    return joined if joined.isprintable() else joined.translate(_HOSTILE)


_EMPHASISED = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]+)(?<=\S)\*(?![\w*])")


def quoted(text: str) -> str:
    """
    Return a quotation as a reader sees it: without the asterisks that set a text file's italics.

    >>> quoted("Ashe, *The Fort*, pp. 4-7"), quoted("3 * 4"), quoted("the fort*")
    ('Ashe, The Fort, pp. 4-7', '3 * 4', 'the fort*')
    """
    return _EMPHASISED.sub(r"\1", text)


def counted(number: int, noun: str, plural: str = "") -> str:
    """
    Return a number with its noun, thousands grouped.

    >>> counted(1, "pair"), counted(12000, "pair"), counted(2, "body", "bodies")
    ('1 pair', '12,000 pairs', '2 bodies')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listed(parts: list[str], last: str = "and") -> str:
    """
    Return parts as a list in words; parts that hold commas themselves stand apart by semicolons.

    >>> listed(["Ashe", "Dray", "Orme"]), listed(["Ashe, p. 9", "Dray", "Orme"])
    ('Ashe, Dray and Orme', 'Ashe, p. 9; Dray; and Orme')
    """
    if len(parts) < 3:
        return f" {last} ".join(parts)
    mark = "; " if any("," in part for part in parts) else ", "
    before_last = mark if mark == "; " else " "
    return f"{mark.join(parts[:-1])}{before_last}{last} {parts[-1]}"


def sentence(text: str) -> str:
    """
    Return text as a sentence: a capital at its begin, and a full stop unless some mark ends it.

    >>> sentence("the two agree"), sentence("Who?")
    ('The two agree.', 'Who?')
    """
    text = plain(text)
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".!?…" else ".")
