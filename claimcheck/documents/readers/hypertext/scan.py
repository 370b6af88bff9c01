"""
HTML taken apart into tags and text, in time that grows with its length alone.

The standard library's parser starts anew at each tag that nothing closes: 24 KB of `<a ` take it ten
seconds (Python 3.11.7). Here whatever is left open goes on to the end of the file, as the HTML standard
has it, and is looked at once.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from attrs import evolve, frozen

from claimcheck.documents.readers.transcript import RefusedError

# A quotation mark that nothing closes is part of a name. Each kind can fail to close only once: behind
# its last one there is none to begin with.
_ATTRIBUTE = re.compile(
    r"""(=?[^\s/>=]++|=)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|((?!["'])[^\s>]++)|(?=>)))?+"""
)
_TAG = re.compile(
    r"""<(/?)([a-zA-Z][^\s/>]*+)"""
    r"""((?:[\s/]++|(?:=?[^\s/>=]++|=)(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|(?!["'])[^\s>]++|(?=>)))?+)*+)>"""
)
_BEGIN = re.compile(r"<(?:(?=/?[a-zA-Z])|(!--)|(!\[CDATA\[)|[!?/])")
_COMMENT_END = re.compile(r"--!?>")

_DECLARES = re.compile(
    r"\s*+(?:(?:<\?[^>]*+>|<!--(?:[^-]|-(?!->))*+-->)\s*+)*+<!DOCTYPE[^>\[]*+\[", re.IGNORECASE
)

_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
"""Elements that hold no markup."""

_SCRIPTS = ("script", "style")
"""Those that go on to the end of the file when nothing closes them. Others are empty then."""


_LONGEST_PIECE = 2**16


@frozen
class Tag:
    """A tag; `is_empty` when it closes itself. Names are in small letters, an element's without prefix."""

    name: str
    attributes: dict[str, str]
    is_end: bool = False
    is_empty: bool = False


def refuse_declarations(text: str) -> None:
    """Raise `RefusedError` for a DOCTYPE that declares entities, or anything else, of its own."""
    found = _DECLARES.match(text)
    if found:
        line = text.count("\n", 0, found.end()) + 1
        raise RefusedError(
            f"declares what it is made of, in line {line}", "take the [...] out of its DOCTYPE"
        )


def scan(text: str, *, is_xml: bool = False) -> Iterator[Tag | str]:
    """
    Yield the tags and the pieces of text in order, character references resolved.

    In XML an element that closes itself has no content; in HTML a script or a title has, all the same.
    Comments, declarations and the like are passed over, and what looks like a tag and is none is text.
    """
    at = 0
    unclosed: set[str] = set()
    while (match := _BEGIN.search(text, at)) is not None:
        yield from _pieces(text, at, match.start())
        if match[1]:
            at = _after_comment(text, match.end())
        elif match[2]:
            end = _find(text, "]]>", match.end())
            yield text[match.end() : end]
            at = end + 3
        elif match.end() - match.start() > 1:
            at = _find(text, ">", match.end()) + 1
        elif (found := _TAG.match(text, match.start())) is None:
            return
        else:
            tag, at = _tag(found), found.end()
            if tag.name not in _RAW or tag.is_end or (tag.is_empty and is_xml):
                yield tag
                continue
            end = _end_of_raw(text, tag.name, at) if tag.name not in unclosed else len(text)
            if end == len(text) and tag.name not in _SCRIPTS:
                unclosed.add(tag.name)
                yield evolve(tag, is_empty=True)
                continue
            yield tag
            yield text[at:end]
            at = end
    yield from _pieces(text, at, len(text))


def _pieces(text: str, at: int, end: int) -> Iterator[str]:
    """Yield text in pieces that are cheap to look through, none of which ends inside a reference."""
    while at < end:
        last = end
        if end - at > _LONGEST_PIECE:
            last = at + _LONGEST_PIECE
            last = max(text.rfind(each, at + 1, last) for each in " \n&")
            last = last if last > at else at + _LONGEST_PIECE
        yield html.unescape(text[at:last])
        at = last


def _tag(match: re.Match[str]) -> Tag:
    is_end, name, rest = match.groups()
    name = _local(name)
    if is_end or not rest:
        return Tag(name, {}, is_end=bool(is_end))
    attributes: dict[str, str] = {}
    is_empty = rest.endswith("/")
    for found in _ATTRIBUTE.finditer(rest):
        value = found[2] or found[3] or found[4] or ""
        attributes.setdefault(found[1].lower(), html.unescape(value) if "&" in value else value)
        if found[4] and found.end() == len(rest):
            is_empty = False
    return Tag(name, attributes, is_empty=is_empty)


def _local(name: str) -> str:
    return name.rpartition(":")[2].lower()


def _find(text: str, what: str, at: int) -> int:
    found = text.find(what, at)
    return len(text) if found < 0 else found


def _after_comment(text: str, at: int) -> int:
    if text.startswith((">", "->"), at):
        return text.index(">", at) + 1
    found = _COMMENT_END.search(text, at)
    return found.end() if found else len(text)


def _end_of_raw(text: str, name: str, at: int) -> int:
    found = re.compile(rf"</{re.escape(name)}(?=[\s/>])", re.IGNORECASE).search(text, at)
    return found.start() if found else len(text)
