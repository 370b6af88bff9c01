"""
Wikitext made harmless for its parser, in time that grows with its length alone.

The parser starts anew at whatever nothing closes: 20 KB of `{{a|` take it 16 seconds (mwparserfromhell
0.7.2). So what does not close is masked before, and tags, which close each other across anything, are
taken out, as in MediaWiki. The parser is left with templates, links and tables.
"""

from __future__ import annotations

import re
from html import unescape

from attrs import frozen

from claimcheck.documents.readers.hypertext.scan import Tag
from claimcheck.documents.readers.transcript import RefusedError
from claimcheck.documents.readers.wiki.brackets import Brackets
from claimcheck.documents.readers.wiki.quotes import without_quotes
from claimcheck.documents.readers.wiki.signs import mask, sign, without_signs
from claimcheck.documents.readers.wiki.words import lost, wiki_words

MOST_SIGNS = 250_000
"""Brackets and bars, each of which the parser makes something of. The largest page that MediaWiki keeps, of
two megabytes, has some fifty thousand."""

MOST_TAGS = 100_000
"""Tags, notes and headings."""

_SIGNS = re.compile(r"[{\[]{2}|[|\n]!|!!|\|")

_TOKEN = re.compile(
    r"""
      (?P<comment><!--)
    | <(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*+)(?=[\s/>])
        (?P<rest>(?:[^<>"']++|"[^"<>]*+"|'[^'<>]*+'|["'])*+)>
    | (?P<bracket>\{{2,}+|\}{2,}+|\[\[|\]\]|^[ \t:]*+\{\||^[ \t]*+\|\}(?!\}))
    | (?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});)
    | (?P<other>[<{}[&]|:(?=//)|(?<=[a-zA-Z]):(?=\S))
    """,
    re.VERBOSE | re.MULTILINE,
)
_ADDRESS = re.compile(r"\[(?:[a-zA-Z]{2,10}:)?//[^\s\[\]]*+[ \t]*+([^\[\]\n]*+)\]")
_MARKS_OF_LINE = re.compile(r"[*#:;]++[ \t]*+|-{4,}+")
_LOWEST_HEADING = 6
_ATTRIBUTE = re.compile(r"""([\w:-]{1,40})\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++))""")
_REF = re.compile(r"<(/?)ref(?=[\s/>])([^<>]*+)>", re.IGNORECASE)
_ROW_OF_GALLERY = re.compile(r"^[ \t]*+([^|\n]++)(?:\|([^\n]*+))?+$", re.MULTILINE)


@frozen(kw_only=True)
class Reference:
    """A note: the group and the name that it may have, and what it says, None where it is only named."""

    group: str
    name: str
    body: tuple[str, ...] | None


Kept = Tag | Reference | str


def tame(text: str) -> tuple[tuple[str, ...], list[Kept]]:
    """
    Return wikitext in pieces that can be parsed one after another, and what was taken out of them.

    That is tags, notes, which are in such pieces, too, and words that hold no markup; each stands in the
    list at the number that is written for it. Raises `RefusedError` for what is nested too deeply.
    """
    text = without_signs(text)
    n = sum(1 for _each in _SIGNS.finditer(text))
    if n > MOST_SIGNS:
        raise RefusedError(
            f"has more than {MOST_SIGNS:,} brackets and bars", "split it into several documents"
        )
    taming = _Taming()
    return taming.run(_ADDRESS.sub(r"\1", text)), taming.kept


class _Taming:
    """A text and the notes in it under way."""

    def __init__(self) -> None:
        self.kept: list[Kept] = []
        self._made = Brackets()
        self._unclosed: set[str] = set()

    def run(self, text: str) -> tuple[str, ...]:
        """Return the pieces of a text, or of a note in it."""
        outside, self._made = self._made, Brackets()
        self._scan(text)
        pieces = tuple(map(self._without_marks, self._made.pieces()))
        self._made = outside
        return pieces

    def _without_marks(self, piece: str) -> str:
        """Take out headings, and drop the marks of lists, rules, italics and bold."""
        return "\n".join(map(self._line, piece.split("\n")))

    def _line(self, line: str) -> str:
        line = without_quotes(line) if "''" in line else line
        if line.startswith("="):
            return self._heading(line)
        marks = _MARKS_OF_LINE.match(line)
        return line[marks.end() :] if marks else line

    def _heading(self, line: str) -> str:
        words = line.rstrip()
        n_begin, n_end = len(words) - len(words.lstrip("=")), len(words) - len(words.rstrip("="))
        level = min(n_begin, n_end, _LOWEST_HEADING)
        if not level or n_begin == len(words):
            return mask("=") + line[1:]
        begin, end = (Tag(f"h{level}", {}, is_end=is_end) for is_end in (False, True))
        return f"{self._taken(begin)}{words[level:-level]}{self._taken(end)}"

    def _scan(self, text: str) -> None:
        outside, self._unclosed = self._unclosed, set()
        at = 0
        while (match := _TOKEN.search(text, at)) is not None:
            self._made.put(text[at : match.start()])
            at = match.end()
            if match["bracket"]:
                self._made.bracket(match["bracket"])
            elif match["comment"]:
                at = self._comment(text, match)
            elif match["name"]:
                at = self._tag(text, match)
            elif match["entity"]:
                self._made.put_plain(unescape(match["entity"]))
            else:
                self._made.put_plain(match["other"])
        self._made.put(text[at:])
        self._unclosed = outside

    def _comment(self, text: str, match: re.Match[str]) -> int:
        end = self._find(re.compile("-->"), text, match.end())
        if end is None:
            self._made.put_plain(match.group())
            return match.end()
        is_line = text[max(0, match.start() - 1) : match.start()] in ("", "\n") and text.startswith(
            "\n", end.end()
        )
        return end.end() + is_line

    def _find(self, closing: re.Pattern[str], text: str, at: int) -> re.Match[str] | None:
        """Return what closes something. What is closed nowhere is looked for once."""
        if closing.pattern in self._unclosed:
            return None
        found = closing.search(text, at)
        if found is None:
            self._unclosed.add(closing.pattern)
        return found

    def _keep(self, *things: Kept) -> None:
        for each in things:
            self._made.put(self._taken(each))

    def _taken(self, thing: Kept) -> str:
        """Take something out. Return the sign that stands for it."""
        self.kept.append(thing)
        if len(self.kept) > MOST_TAGS:
            raise RefusedError(
                f"has more than {MOST_TAGS:,} tags, notes and headings", "split it into several documents"
            )
        return sign(len(self.kept) - 1)

    # --- tags ------------------------------------------------------------------------------------

    def _tag(self, text: str, match: re.Match[str]) -> int:
        """Take out a tag, and what stands in it where that is no wikitext. Return where to go on."""
        name = match["name"].lower()
        kind = wiki_words().tags.get(name, "")
        is_end, is_empty = bool(match["end"]), match["rest"].endswith("/")
        if not kind:
            self._made.put_plain("<")
            return match.start() + 1
        if kind == "html":
            attributes = {} if is_end else _attributes(match["rest"])
            self._keep(Tag(name, attributes, is_end=is_end, is_empty=is_empty))
        if kind in ("html", "open") or is_end or (is_empty and kind != "note"):
            return match.end()
        if kind == "note":
            return self._note(text, match, is_empty=is_empty)
        closing = self._find(re.compile(rf"</{name}\s*+>", re.IGNORECASE), text, match.end())
        if closing is None:
            return match.end()
        self._set_inside(kind, text[match.end() : closing.start()])
        return closing.end()

    def _set_inside(self, kind: str, words: str) -> None:
        """Set what stands between two tags as their kind has it."""
        if kind == "notes":
            self.run(words)
        elif kind == "words":
            self._keep(unescape(words))
        elif kind == "lines":
            self._keep(Tag("pre", {}), unescape(words), Tag("pre", {}, is_end=True))
        elif kind == "gallery":
            for _file, caption in _ROW_OF_GALLERY.findall(words):
                self._keep(lost("picture"))
                self._scan(f"\n\n{caption}\n\n")
        elif kind != "left-out":
            self._keep(lost(kind))

    def _note(self, text: str, match: re.Match[str], *, is_empty: bool) -> int:
        """Take out a note. One in which another begins was never closed."""
        attributes = _attributes(match["rest"])
        group, name = attributes.get("group", ""), attributes.get("name", "")
        if is_empty:
            self._keep(Reference(group=group, name=name, body=None))
            return match.end()
        closing = self._find(_REF, text, match.end())
        if closing is None or not closing[1]:
            return match.end()
        self._keep(Reference(group=group, name=name, body=self.run(text[match.end() : closing.start()])))
        return closing.end()


def _attributes(rest: str) -> dict[str, str]:
    return {
        name.lower(): " ".join(unescape(double or single or bare.rstrip("/")).split())
        for name, double, single, bare in _ATTRIBUTE.findall(rest)
    }
