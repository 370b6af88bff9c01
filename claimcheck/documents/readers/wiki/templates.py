"""Templates, of which a file holds the arguments alone: those that are words are set, the rest is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import dropwhile
from typing import Any

from attrs import define

from claimcheck.documents.readers.hypertext.scan import Tag
from claimcheck.documents.readers.wiki.references import Piece, mark
from claimcheck.documents.readers.wiki.signs import bare, unmask
from claimcheck.documents.readers.wiki.words import lost, wiki_words
from claimcheck.documents.readers.wiki.writing import LINE, Writer, words_of

_FEWEST_OF_BOX = 3
"""Named arguments that make a box of a template that begins a line."""

_LANGUAGE_TEMPLATE = re.compile(r"(?:lang|dil|langue)-[a-z-]{2,12}")
_MOST_OF_SERIES = 9
_DIV, _DIV_END = Tag("div", {}), Tag("div", {}, is_end=True)


@define
class _Use:
    """A template with its name in small letters, its arguments by name, and those that have none."""

    name: str
    by_name: dict[str, Any]
    numbered: list[Any]

    def first(self, names: Iterable[str]) -> Any | None:
        """Return the first of these arguments that is not empty."""
        found = (self.by_name.get(name) for name in names)
        return next((each for each in found if each is not None and str(each).strip()), None)


def set_template(writer: Writer, node: Any) -> None:
    """Write a template."""
    use = _use(node)
    kind, more = wiki_words().templates.get(use.name, ("", ""))
    if kind == "left-out" or _is_switch(writer, use, node):
        return
    if kind == "symbol":
        writer.text(more)
    elif kind == "arguments" or _LANGUAGE_TEMPLATE.fullmatch(use.name):
        _set_arguments(writer, use, more or "1")
    elif kind == "list":
        _set_list(writer, use)
    elif kind == "quote":
        _set_quote(writer, use)
    elif kind == "note":
        _set_note(writer, use, more)
    elif kind in ("short", "short-note"):
        _set_short(writer, use, is_note=kind == "short-note")
    elif use.name.startswith(wiki_words().cite_begins):
        _set_cite(writer, use)
    elif _is_box(writer, use):
        _set_box(writer, use)
    else:
        _set_unknown(writer, use)


def _use(node: Any) -> _Use:
    name = bare(str(node.name).replace("_", " ")).casefold()
    before, colon, rest = name.partition(":")
    if colon and (wiki_words().namespaces.get(before) == "template" or before in ("subst", "safesubst")):
        name = rest.strip()
    by_name = {bare(str(each.name)): each.value for each in node.params}
    return _Use(name, by_name, [each.value for each in node.params if not each.showkey])


def _is_switch(writer: Writer, use: _Use, node: Any) -> bool:
    """Whether a template is none, but a word that does something; what it shows is written."""
    name, colon, rest = use.name.partition(":")
    kind = wiki_words().functions.get(name, "") if colon and rest else ""
    if kind == "kept":
        writer.text(unmask(str(node.name)).partition(":")[2].strip())
    return bool(kind)


def _set_arguments(writer: Writer, use: _Use, which: str) -> None:
    if which == "last":
        chosen = use.numbered[-1:]
    else:
        chosen = [use.by_name[each] for each in which.split() if each in use.by_name]
    for index, value in enumerate(chosen):
        writer.text(" " if index else "")
        writer.nodes(_trimmed(value.nodes))


def _set_list(writer: Writer, use: _Use) -> None:
    for value in use.numbered:
        writer.put(LINE)
        writer.nodes(value.nodes)
    writer.put(LINE)


def _set_quote(writer: Writer, use: _Use) -> None:
    names = wiki_words().quote
    writer.put(_DIV)
    for key in ("text", "signed", "source"):
        value = use.first(names[key])
        if value is not None:
            writer.nodes(value.nodes)
            writer.put(LINE)
    writer.put(_DIV_END)


def _trimmed(nodes: Sequence[Any]) -> Sequence[Any]:
    """Return nodes without blanks around a single piece of text."""
    return [nodes[0].value.strip()] if len(nodes) == 1 and type(nodes[0]).__name__ == "Text" else nodes


# --- notes and titles ----------------------------------------------------------------------------


def _set_note(writer: Writer, use: _Use, group: str) -> None:
    value = use.first(("1", "text", "reference", "content"))
    group = _plain(use.by_name.get("group")) or group
    key = writer.references.key(group, _plain(use.by_name.get("name")))
    if value is not None:
        writer.references.define(key, writer.written(value.nodes))
    writer.put(mark(key))


def _plain(value: Any | None) -> str:
    return "" if value is None else bare(str(value)).strip("\"'")


def _set_short(writer: Writer, use: _Use, *, is_note: bool) -> None:
    """Write authors, year and page. As a note, several that say the same are one."""
    pieces: list[Piece] = []
    for index, value in enumerate(use.numbered):
        is_last_author = index == len(use.numbered) - 2 and index
        pieces += [" & " if is_last_author else " " if index else "", *writer.written(value.nodes)]
    for names, sign in ((("p", "page"), "p. "), (("pp", "pages"), "pp. "), (("loc", "at"), "")):
        value = use.first(names)
        if value is not None:
            pieces += [f", {sign}", *writer.written(value.nodes)]
    if not is_note:
        writer.put(*pieces)
        return
    key = writer.references.key("", f"\t{words_of(pieces)}")
    writer.references.define(key, pieces)
    writer.put(mark(key))


def _set_cite(writer: Writer, use: _Use) -> None:
    """Write the title of a work: authors, then its parts with full stops between."""
    parts = [*_authors(writer, use)]
    for names in wiki_words().cite_parts:
        value = use.first(names)
        if value is not None:
            parts.append(writer.written(_trimmed(value.nodes)))
    if not parts:
        _set_unknown(writer, use)
    for index, part in enumerate(parts):
        is_ended = index and words_of(parts[index - 1]).endswith((".", "?", "!"))
        writer.put("" if not index else " " if is_ended else ". ", *part)


def _authors(writer: Writer, use: _Use) -> list[list[Piece]]:
    found: list[Piece] = []
    for number in ("", *map(str, range(1, _MOST_OF_SERIES + 1))):
        for names in wiki_words().cite_authors:
            values = [use.first((f"{name}{number}",)) for name in names]
            if values[0] is None:
                continue
            for index, value in enumerate(each for each in values if each is not None):
                found += ["; " if found and not index else ", " if index else ""]
                found += writer.written(_trimmed(value.nodes))
                if "first" not in names and len(names) > 2:
                    break
    return [found] if found else []


# --- boxes and others ----------------------------------------------------------------------------


def _is_box(writer: Writer, use: _Use) -> bool:
    if any(word in use.name for word in wiki_words().box_words):
        return True
    n_named = len(use.by_name) - len(use.numbered)
    last = next((each for each in reversed(writer.pieces) if isinstance(each, Tag) or each.strip()), LINE)
    return n_named >= _FEWEST_OF_BOX and not isinstance(last, str)


def _set_box(writer: Writer, use: _Use) -> None:
    """Write a line for each argument of a box that shows words."""
    words = wiki_words()
    writer.put(_DIV)
    for name, value in use.by_name.items():
        inside = writer.written(_trimmed(value.nodes))
        shown = words_of(inside)
        if shown.casefold().endswith(words.picture_files):
            writer.put(lost("picture"))
        elif shown and name not in words.wordless:
            label = "" if name.isdigit() else name.replace("_", " ") + ": "
            writer.put(LINE, label, *dropwhile(_is_blank, inside))
        else:
            writer.put(*(each for each in inside if isinstance(each, Tag)))
    writer.put(_DIV_END)


def _is_blank(piece: Piece) -> bool:
    return piece is LINE or (isinstance(piece, str) and not piece.strip())


def _set_unknown(writer: Writer, use: _Use) -> None:
    """Write the arguments that are words beyond doubt: several without a name, or of a telling one."""
    writer.put(lost("template"))
    values = [*use.numbered, *(use.by_name[name] for name in wiki_words().worded if name in use.by_name)]
    for value in values:
        inside = writer.written(value.nodes)
        if sum(map(str.isalpha, words_of(inside).split())) > 1:
            writer.put(" ", *inside, " ")
