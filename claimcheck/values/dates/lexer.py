"""Words and figures to symbols, by the tables of `tables.py`."""

from __future__ import annotations

import re

from claimcheck.values.dates.tables import Lexicon, Symbol, fold, glued_endings, suffixes
from claimcheck.values.value import UnreadableError

_TOKEN = re.compile(
    r"(?:(?P<ymd>[0-9]{3,4}[-./][0-9]{1,2}[-./][0-9]{1,2}(?![0-9]))"
    r"|(?P<dmy>[0-9]{1,2}([./-])\s?[0-9]{1,2}\3\s?[0-9]{3,4}(?![0-9])"
    r"|[0-9]{1,2}([./])[0-9]{1,2}\4[0-9]{2}(?![0-9./]))"
    r"|(?P<dm>[0-9]{1,2}\.[0-9]{1,2}\.?(?![0-9])|[0-9]{1,2}\.\s[0-9]{1,2}\.(?=\s*$))"
    r"|(?P<ym>[0-9]{4}-[0-9]{2}(?![0-9]))"
    r"|(?P<tail>'[0-9]{2}(?![0-9]))"
    r"|(?P<clock>[0-9]{1,2}:[0-9]{2}(?![0-9:]))"
    r"|(?P<num>[0-9]+)(?:(?P<end>'?[^\W\d_]+)|-(?P<dashed>[а-я]{1,3})(?![а-я]))?"
    r"|(?P<word>'?[^\W\d_]+)"
    r"|(?P<mark>[-/,?~&+])"
    r"|(?P<open>[(\[])|(?P<close>[)\]])"
    r"|(?P<skip>(?:[\s.;:]|'(?![0-9]{2}(?![0-9])))+))"
    # The usual blank before the next word or figure is taken along, which halves the number of matches.
    r"(?: (?=[^\W_]))?"
)
# With a long dash 1901–05 is five years; with a short one it is a month of EDTF.
_YEARS = re.compile("([0-9]{4})[–—]([0-9]{2})(?![0-9])")
_ROMAN = re.compile(r"(x{0,3})(ix|iv|v?i{0,3})(?:e|eme|er|th)?")
_MOST_LETTERS = 300
_MOST_DIGITS = 12
_HINT = (
    "write a date such as 17 March 1921, early March 1921, by 23 February 1921, or EDTF such as 1921-03-17"
)

Raw = tuple[str, str]
"""A kind of the pattern above, and the text."""


def read_symbols(text: str, lexicon: Lexicon, hint: str = _HINT, *, brackets: bool = False) -> list[Symbol]:
    """
    Return the symbols of a phrase in order; UnreadableError names the first word that has no meaning.

    Brackets are marks "(" and ")" where they are asked for, and else leave no trace.
    """
    if len(text) > _MOST_LETTERS:
        raise UnreadableError(f"too long to be read: {len(text)} characters", hint)
    plain = text if text.isascii() else _YEARS.sub(r"\1 - \2", text)
    raw = _tokens(fold(plain), text, hint)
    symbols: list[Symbol] = []
    i, n_tokens = 0, len(raw)
    while i < n_tokens:
        kind, word = raw[i]
        if kind == "num":
            symbols.append((kind, int(word)))
            i += 1
        elif kind in ("word", "mark"):
            entries = lexicon.get(word)
            if entries and not entries[0][0]:
                # No longer phrase begins with this word: the usual case needs no search.
                symbols.append(entries[0][1])
                i += 1
                continue
            length, found = _look_up(raw, i, lexicon)
            if not found:
                raise UnreadableError(f"cannot read {word!r} in {text!r}", hint)
            symbols += found
            i += length
        elif kind in ("open", "close"):
            if brackets:
                symbols.append(("mark", "(" if kind == "open" else ")"))
            i += 1
        else:
            symbols.append(_figures(kind, word))
            i += 1
    return symbols


def _tokens(folded: str, text: str, hint: str) -> list[Raw]:
    """Return words, figures and marks; words and numbers with blanks between them need no pattern."""
    pieces = folded.split()
    if not "".join(pieces).isalnum():
        return _split(folded, text, hint)
    raw: list[Raw] = []
    for piece in pieces:
        if piece.isalpha():
            raw.append(("word", piece))
        elif len(piece) <= _MOST_DIGITS and piece.isascii() and piece.isdigit():
            raw.append(("num", piece))
        else:
            raw += _split(piece, text, hint)
    return raw


def _split(folded: str, text: str, hint: str) -> list[Raw]:
    raw: list[Raw] = []
    place = 0
    for match in _TOKEN.finditer(folded):
        if match.start() != place:
            break
        place = match.end()
        kind = match.lastgroup
        if kind in ("num", "end", "dashed"):
            _add_number(raw, match)
        elif kind not in ("skip", "clock", None):
            raw.append((kind, match[kind]))
    if place < len(folded):
        raise UnreadableError(f"cannot read {folded[place]!r} in {text!r}", hint)
    return raw


def _add_number(raw: list[Raw], match: re.Match[str]) -> None:
    digits, end = match["num"], match["end"] or match["dashed"]
    if len(digits) > _MOST_DIGITS:
        raise UnreadableError(f"{digits[:12]}... is no year", _HINT)
    if not end:
        raw.append(("num", digits))
        return
    decade, ordinal = suffixes()
    if len(digits) > 1 and digits[-1] == "0" and end in decade and (len(digits) > 2 or end not in ordinal):
        raw.append(("decade", digits))
        return
    raw.append(("num", digits))
    if end not in ordinal:
        raw.append(("word", end))


def _look_up(raw: list[Raw], i: int, lexicon: Lexicon) -> tuple[int, list[Symbol]]:
    """Return how many tokens the longest known phrase takes here, and what it means."""
    word = raw[i][1]
    if word[0] == "'" and word not in lexicon:
        word = word[1:]
    following = raw[i + 1][1].removeprefix("'") if i + 1 < len(raw) else ""
    for rest, symbol in lexicon.get(word, ()):
        if not rest:
            return 1, [symbol]
        # The next word alone rules most phrases out.
        if rest[0] == following:
            n = len(rest)
            if n == 1 or tuple(text.removeprefix("'") for _, text in raw[i + 1 : i + 1 + n]) == rest:
                return n + 1, [symbol]
    if raw[i][0] == "mark":
        return 1, [("mark", word)]
    roman = _roman(word)
    return 1, [roman] if roman is not None else _unglued(word, lexicon)


def _unglued(word: str, lexicon: Lexicon) -> list[Symbol]:
    """Take apart a month and its ending, the ending first: "Märzhälfte", "Martının"."""
    for ending in glued_endings():
        head = word.removesuffix(ending)
        if head == word:
            continue
        months = [symbol for rest, symbol in lexicon.get(head, ()) if not rest and symbol[0] == "month"]
        tails = [symbol for rest, symbol in lexicon.get(ending, ()) if not rest]
        if months and tails:
            return [tails[0], months[0]]
    return []


def _roman(word: str) -> Symbol | None:
    match = _ROMAN.fullmatch(word)
    if match is None or not (match[1] or match[2]):
        return None
    tens, ones = match.groups()
    return "roman", 10 * len(tens) + {"ix": 9, "iv": 4}.get(ones, 5 * ("v" in ones) + ones.count("i"))


def _figures(kind: str, text: str) -> Symbol:
    if kind == "decade":
        return kind, int(text)
    if kind == "tail":
        return kind, int(text[1:])
    return kind, (tuple(int(part) for part in re.findall(r"[0-9]+", text)), text)
