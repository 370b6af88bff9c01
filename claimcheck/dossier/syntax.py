"""Mistakes in YAML's syntax, said in plain language and blamed on the place where they were made."""

from __future__ import annotations

import re
from typing import Any

from attrs import frozen

from claimcheck.dossier.problems import Page, shown

_QUOTE_IT = "put the whole text in quotes, or after `|` on a line of its own"

# Characters that open something else than a text, with what YAML takes them for.
_OPENERS = {
    "@": "@ is reserved",
    "`": "` is reserved",
    "%": "% is reserved",
    "*": "* opens an alias",
    "&": "& opens an anchor",
    "!": "! opens a tag",
    "|": "| opens a block of text",
    ">": "> opens a block of text",
    "-": "- opens an item of a list",
    "?": "? opens a key",
    ",": ", separates the items of a list",
    "[": "[ opens a list",
    "]": "] closes a list",
    "{": "{ opens a mapping",
    "}": "} closes a mapping",
}


@frozen
class _Point:
    """A place of the text, counted from 0 as the parser counts, with its line as written."""

    line: int
    column: int
    index: int
    text: str

    @property
    def char(self) -> str:
        return self.text[self.index : self.index + 1]

    @property
    def line_before(self) -> str:
        return self.text[self.index - self.column : self.index]


@frozen
class _Blame:
    """What to tell, and where."""

    code: str
    message: str
    at: _Point
    hint: str


@frozen
class Before:
    """
    What was read before a mistake: the last event, and where the innermost open list or mapping begins.

    From the event a closing quote can be traced to its opening.
    """

    last: Any
    innermost: Any


def tell_syntax_error(error: Any, before: Before, text: str, page: Page) -> None:
    """Tell a mistake that stopped the parser; `error` is PyYAML's."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        page.tell_at("yaml-syntax", f"is not YAML: {error}", 0, hint="see the format of a dossier")
        return
    found = _blame(error, before, _point(mark, text))
    page.tell_at(
        found.code,
        f"{found.message}; the file is not read beyond here",
        found.at.line + 1,
        found.at.column + 1,
        hint=found.hint,
    )


def _point(mark: Any, text: str) -> _Point:
    return _Point(mark.line, mark.column, mark.index, text)


def _blame(error: Any, before: Before, at: _Point) -> _Blame:
    last = before.last
    problem, context = str(error.problem or ""), str(error.context or "")
    begin = _point(error.context_mark, at.text) if error.context_mark else at
    if "\t" in (at.char, begin.char) or "tab character" in problem:
        return _tab(at if at.char == "\t" else begin)
    if "quoted scalar" in context:
        return _quoted(problem, at, begin)
    if "mapping values are not allowed" in problem:
        return _colon(at)
    if type(last).__name__ == "ScalarEvent" and last.style in ("'", '"') and _follows(last, at):
        return _behind_quote(last, at)
    innermost = _point(before.innermost, at.text) if before.innermost is not None else at
    if innermost.char in ("[", "{") and not at.text[at.index :].strip():
        return _bracket(innermost)
    if "flow" in context and begin.char in ("[", "{"):
        return _bracket(begin)
    return _other(problem, context, last, at, begin)


def _tab(at: _Point) -> _Blame:
    return _Blame(
        "tab", "a tab stands where only spaces may", at, "indent with spaces (most editors can convert tabs)"
    )


def _quoted(problem: str, at: _Point, begin: _Point) -> _Blame:
    if "escape" in problem:
        return _Blame(
            "bad-escape",
            "a backslash in double quotes begins an escape, and there is none such",
            at,
            "write the backslash twice, or put the text in single quotes",
        )
    return _Blame(
        "quote-unclosed",
        "the quotation mark that opens here is never closed",
        begin,
        "close it, or put the text in quotes of the other sort",
    )


def _colon(at: _Point) -> _Blame:
    # A second ": " on a line is a sentence that wanted quotes; otherwise the key stands too far right.
    if re.search(r":\s", at.line_before):
        return _Blame("colon-in-text", "a text without quotes cannot contain ': '", at, _QUOTE_IT)
    return _Blame(
        "bad-indent",
        "this key belongs to nothing: the line above it has a text already, or has no ':'",
        at,
        "keys of one mapping begin in the same column, and each is followed by ': '",
    )


def _follows(last: Any, at: _Point) -> bool:
    return at.text[last.end_mark.index : at.index].strip() == ""


def _behind_quote(last: Any, at: _Point) -> _Blame:
    begin = _point(last.start_mark, at.text)
    if last.start_mark.line != last.end_mark.line:
        return _Blame(
            "quote-unclosed",
            f"the quotation mark that opens here is closed only in line {last.end_mark.line + 1}, "
            "and words follow it there",
            begin,
            "close it on its own line, or put a text that contains it in quotes of the other sort",
        )
    return _Blame(
        "text-after-quote",
        f"words follow the closing quotation mark of {shown(last.value)}",
        at,
        "put the whole text in quotes of the other sort: '\"he\" said'; "
        "within single quotes write an apostrophe twice",
    )


def _bracket(begin: _Point) -> _Blame:
    return _Blame(
        "bracket-unclosed",
        f"the bracket {begin.char} that opens here is not closed, or its items are not parted by commas",
        begin,
        f"close it; put a text that begins with {begin.char} in quotes",
    )


def _other(problem: str, context: str, last: Any, at: _Point, begin: _Point) -> _Blame:
    ended_here = last is not None and last.end_mark.line == at.line and last.end_mark.index <= at.index
    if type(last).__name__ in ("SequenceEndEvent", "MappingEndEvent") and ended_here and _is_flow(last, at):
        opener = "[" if type(last).__name__ == "SequenceEndEvent" else "{"
        return _Blame(
            "text-after-bracket",
            f"words follow a closing {at.text[last.start_mark.index]}",
            at,
            f"put a text that begins with {opener} in quotes",
        )
    opener = begin.char if begin.char in _OPENERS and "while scanning" in context else at.char
    if type(last).__name__ == "AliasEvent" and ended_here:
        return _Blame(
            "bad-start",
            "a text without quotes cannot begin with *",
            _point(last.start_mark, at.text),
            _QUOTE_IT,
        )
    if opener in _OPENERS and "block collection" not in context:
        where = begin if opener == begin.char and "while scanning" in context else at
        return _Blame(
            "bad-start",
            f"a text without quotes cannot begin here with {opener} ({_OPENERS[opener]})",
            where,
            _QUOTE_IT,
        )
    if "could not find expected ':'" in problem:
        return _Blame(
            "no-colon", "this line has no ': '", begin, "write `key: value`; indent a text that goes on"
        )
    if "did not find expected" in problem or "expected <block end>" in problem:
        return _Blame(
            "bad-indent",
            "the line begins in a column where nothing can begin",
            at,
            "keys of one mapping, and the dashes of one list, begin in the same column",
        )
    return _Blame("yaml-syntax", f"is not YAML: {problem or context}", at, "see the format of a dossier")


def _is_flow(last: Any, at: _Point) -> bool:
    return at.text[last.start_mark.index : last.end_mark.index] in ("]", "}")
