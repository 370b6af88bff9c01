"""The strict reader: YAML events in, marked nodes out. Nothing is typed, expanded or looked up."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from attrs import define, field

from claimcheck.dossier.nodes import Fields, Hole, Items, Node, Text
from claimcheck.dossier.problems import Page, shown
from claimcheck.dossier.syntax import Before, tell_syntax_error

DEEPEST = 32
"""Lists and mappings inside one another. The format itself needs eight."""

# What YAML allows unescaped, less DEL and the controls above it: they never stand in a text on purpose.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_FORBIDDEN_IN_TEXT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ud800-\udfff\ufffe\uffff]"
)

# "Chapter #4" is the text "Chapter" to YAML. A sign followed by a space is how people write comments.
_CUT_BY_COMMENT = re.compile(r"(?<=\S)[ \t]+#+[^\s#]")

# Newer builds of libyaml (0.2.6) have a limit of their own, and meet it before they hand out an event.
_NESTED_TOO_DEEP = "maximum nesting depth"

# libyaml compares each directive with all before it, so that a million of them would take hours.
_DIRECTIVE = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*%")
_NOTHING_MORE = re.compile(r"(?:\.\.\.)?(?:[ \t]*(?:#[^\n\r]*)?(?:[\n\r]|\Z))*\Z")


def read_nodes(text: str, page: Page) -> Node | None:
    """
    Return what the text of a file holds, or None when it holds nothing that can be used.

    After a mistake in the syntax nothing more can be understood: the entries of a list that were whole
    by then are kept, the file is noted as unread, and the problem says so.
    """
    if not _is_clean(text, page):
        page.collector.unread.append(page.file)
        return None
    return _Builder(text, page).build()


def has_libyaml() -> bool:
    """Tell whether PyYAML was built with libyaml, which reads fifteen times as fast as Python does."""
    import yaml

    return bool(yaml.__with_libyaml__)


def _parser(text: str) -> Any:
    # PyYAML's classes are untyped. Only the events are used: its composers follow aliases, accept a key
    # twice, and crash on deep nesting.
    if has_libyaml():
        from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs don't re-export it

        return CParser(text)
    from yaml.parser import Parser
    from yaml.reader import Reader
    from yaml.scanner import Scanner

    class PureParser(Reader, Scanner, Parser):
        def __init__(self, stream: str) -> None:
            Reader.__init__(self, stream)
            Scanner.__init__(self)
            Parser.__init__(self)

    return PureParser(text)


def _is_clean(text: str, page: Page) -> bool:
    found = _FORBIDDEN.search(text)
    if found is not None:
        line, column = _line_and_column(text, found.start())
        page.tell_at(
            "control-character",
            f"the character U+{ord(found[0]):04X} cannot stand in a text",
            line,
            column,
            hint="delete it; it is invisible in most editors and often comes with pasted text",
        )
        return False
    directive = _DIRECTIVE.match(text)
    if directive is not None:
        page.tell_at(
            "yaml-directive",
            "directives (lines that begin with %) are not allowed",
            text.count("\n", 0, directive.end()) + 1,
            1,
            hint="delete the line",
        )
        return False
    return True


def _line_and_column(text: str, index: int) -> tuple[int, int]:
    before = text[:index]
    lines = len(re.findall(r"\r\n|[\n\r\x85\u2028\u2029]", before)) + 1
    last = max(before.rfind(end) for end in "\n\r\x85\u2028\u2029")
    return lines, index - last


@define
class _Open:
    """A list or mapping whose end has not been read: `key` is a mapping's key that waits for its node."""

    line: int
    column: int
    is_mapping: bool
    mark: Any
    items: list[Node] = field(factory=list)
    nodes: dict[str, Node] = field(factory=dict)
    keys: dict[str, Text] = field(factory=dict)
    key: Text | Hole | None = None
    lost_keys: bool = False

    def close(self) -> Node:
        if self.is_mapping:
            return Fields(self.nodes, self.keys, self.line, self.column, self.lost_keys)
        return Items(tuple(self.items), self.line, self.column)


class _Builder:
    """Turns the events of one file into nodes, and tells what the format does not allow."""

    def __init__(self, text: str, page: Page) -> None:
        self.text = text
        self.page = page
        self.open: list[_Open] = []
        self.root: Node | None = None
        self.cuts = {match.start() for match in _CUT_BY_COMMENT.finditer(text)}
        self.handlers: dict[str, Callable[[Any], None]] = {
            "ScalarEvent": self.on_scalar,
            "MappingStartEvent": self.on_start,
            "SequenceStartEvent": self.on_start,
            "MappingEndEvent": self.on_end,
            "SequenceEndEvent": self.on_end,
            "AliasEvent": self.on_alias,
        }

    def build(self) -> Node | None:
        """Read events to the end of the first document, or to the first mistake."""
        from yaml import YAMLError

        last: Any = None
        handlers = self.handlers
        try:
            next_event = _parser(self.text).get_event
            while (event := next_event()) is not None:
                last = event
                name = type(event).__name__
                handler = handlers.get(name)
                if handler is not None:
                    handler(event)
                    if len(self.open) > DEEPEST:
                        return self.stop_at_depth(event.start_mark)
                elif name == "DocumentEndEvent":
                    self.look_behind(event)
                    break
        except YAMLError as error:
            if _NESTED_TOO_DEEP in str(getattr(error, "problem", "")):
                return self.stop_at_depth(error.problem_mark)  # type: ignore[attr-defined]  # only marked errors have a problem
            innermost = self.open[-1].mark if self.open else None
            tell_syntax_error(error, Before(last, innermost), self.text, self.page)
            return self.salvage()
        return self.root

    def stop_at_depth(self, mark: Any) -> Node | None:
        """Tell that nesting is too deep, and give up the rest: deeper still it would cost minutes."""
        self.page.tell_at(
            "too-deep",
            f"lists and mappings are nested more than {DEEPEST} deep; the file is not read beyond here",
            mark.line + 1,
            mark.column + 1,
            hint="text that begins with [ or { must be in quotes",
        )
        return self.salvage()

    def salvage(self) -> Node | None:
        """
        Return what was whole when reading stopped: the entries of the lists of the file.

        An entry that ended right before the mistake is dropped with the one that holds it: a key that was
        indented wrongly belongs to it, and may say the opposite of what it says without.
        """
        self.page.collector.unread.append(self.page.file)
        if not self.open or not self.open[0].is_mapping:
            return None
        top = self.open[0]
        if len(self.open) > 1 and not self.open[1].is_mapping:
            here = self.open[1]
            is_between_entries = len(self.open) == 2
            self.open = [top]
            self.put(
                Items(tuple(here.items[:-1] if is_between_entries else here.items), here.line, here.column)
            )
        elif len(self.open) == 1 and top.nodes:
            key, node = top.nodes.popitem()
            if isinstance(node, Items):
                top.nodes[key] = Items(node.nodes[:-1], node.line, node.column)
        return top.close()

    def on_scalar(self, event: Any) -> None:
        """Put a scalar as text, whatever it looks like."""
        mark = event.start_mark
        style: str = event.style or ""
        node: Node = Text(event.value, mark.line + 1, mark.column + 1, style)
        if event.tag is not None or event.anchor is not None:
            self.tell_decorated(event)
        if not style:
            if self.cuts and event.end_mark.index in self.cuts:
                node = self.tell_cut(node)
        elif style == '"' and _FORBIDDEN_IN_TEXT.search(event.value):
            self.page.tell(
                "control-character",
                "the text holds a control character",
                node,
                hint="delete the escape (\\x.., \\u...., \\0); a line break is \\n",
            )
            node = Hole(node.line, node.column)
        self.put(node)

    def on_start(self, event: Any) -> None:
        """Open a list or mapping."""
        if event.tag is not None or event.anchor is not None:
            self.tell_decorated(event)
        mark = event.start_mark
        is_mapping = type(event).__name__ == "MappingStartEvent"
        self.open.append(_Open(mark.line + 1, mark.column + 1, is_mapping, mark))

    def on_end(self, event: Any) -> None:
        """Close the innermost list or mapping and put it where it belongs."""
        del event
        self.put(self.open.pop().close())

    def on_alias(self, event: Any) -> None:
        """Refuse an alias; what it stands for is never looked up."""
        mark = event.start_mark
        self.page.tell_at(
            "yaml-alias",
            f"aliases (*{event.anchor}) are not allowed",
            mark.line + 1,
            mark.column + 1,
            hint="write the text out; put a text that begins with * in quotes",
        )
        self.put(Hole(mark.line + 1, mark.column + 1))

    def put(self, node: Node) -> None:
        """Place a finished node in the innermost list or mapping, as a key where one is due."""
        if not self.open:
            self.root = node
            return
        here = self.open[-1]
        if not here.is_mapping:
            here.items.append(node)
        elif here.key is None:
            here.key = self.key_of(node, here)
        else:
            if isinstance(here.key, Text):
                here.nodes[here.key.value] = node
                here.keys[here.key.value] = here.key
            else:
                here.lost_keys = True
            here.key = None

    def key_of(self, node: Node, here: _Open) -> Text | Hole:
        """Return the node as a key of the mapping, or a hole when it can't be one."""
        if not isinstance(node, Text):
            if not isinstance(node, Hole):
                self.page.tell("key-not-text", "a key must be a word", node, hint="write `key: value`")
        elif node.value == "<<":
            self.page.tell("yaml-merge", "merge keys (<<) are not allowed", node, hint="write the keys out")
        elif node.value in here.nodes:
            self.page.tell(
                "key-twice",
                f"the key {shown(node.value)} stands in line {here.keys[node.value].line} already",
                node,
                hint="delete one of the two; the first one was read",
            )
        else:
            return node
        return Hole(node.line, node.column)

    def tell_decorated(self, event: Any) -> None:
        """Tell of an anchor or a tag. The node itself is kept: it says the same without them."""
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if event.anchor is not None:
            self.page.tell_at(
                "yaml-anchor",
                f"anchors (&{event.anchor}) are not allowed",
                line,
                column,
                hint="delete it; put a text that begins with & in quotes",
            )
        if event.tag is not None:
            self.page.tell_at(
                "yaml-tag",
                f"tags ({shown(event.tag)}) are not allowed",
                line,
                column,
                hint="delete it; put a text that begins with ! in quotes",
            )

    def tell_cut(self, node: Node) -> Node:
        """Tell of a text that a comment may have cut off. What is left of it is not what was meant."""
        text = node.value if isinstance(node, Text) else ""
        self.page.tell(
            "text-cut-by-comment",
            f"the text ends at {shown(text)}, because what follows the # is a comment to YAML",
            node,
            hint="put the whole text in quotes; if it is a comment, put a space after the #",
        )
        return Hole(node.line, node.column)

    def look_behind(self, event: Any) -> None:
        """Tell of anything that follows the document, without asking the parser to read it."""
        rest = event.end_mark.index
        if not _NOTHING_MORE.match(self.text, rest):
            line, column = _line_and_column(self.text, rest)
            self.page.tell_at(
                "second-document",
                "a second document begins here; it is not read",
                line,
                column,
                hint="put it into a file of its own, or delete the line of dashes",
            )
