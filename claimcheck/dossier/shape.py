"""Shapes: what may stand where. Each checks a node and writes itself as JSON Schema."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping
from operator import is_
from typing import Any

from attrs import evolve, field, frozen

from claimcheck.dossier.nodes import Fields, Hole, Items, Node, Text
from claimcheck.dossier.problems import Page, shown, shown_node

JSON = dict[str, Any]

_YES_AND_NO = tuple(
    form for word in ("yes", "no", "true", "false") for form in (word, word.capitalize(), word.upper())
)


class Shape(ABC):
    """
    What a node may be.

    `check` and `schema` accept the same structures, where the schema sees what an editor sees: scalars
    that YAML has typed. So a schema admits a number or boolean wherever their plain text would do.
    """

    about: str

    @abstractmethod
    def check(self, node: Node, page: Page) -> Node | None:
        """Return the node without the parts that are wrong, or None; tell every problem."""

    @abstractmethod
    def schema(self) -> JSON:
        """Return the shape as JSON Schema; a named mapping is referred to by `#/$defs/NAME`."""

    def named(self) -> tuple[Record, ...]:
        """Return the named mappings that the schema refers to, this one among them."""
        return ()


# Keys that people write before they have read the format, and the ones that they mean.
_GUESSED = {
    **dict.fromkeys(("page", "locator", "where"), "at"),
    **dict.fromkeys(("source", "document", "from"), "in"),
    **dict.fromkeys(("date", "answer", "claim", "says"), "value"),
    **dict.fromkeys(("text", "quotation", "words"), "quote"),
    **dict.fromkeys(("question", "title"), "asks"),
    **dict.fromkeys(("claims", "answers"), "attestations"),
}

# What editors and other programs take for nothing at all, so that a schema refuses it as they see it.
_NULLS = ("null", "Null", "NULL", "~")
_NULL_HINT = "leave the key out where there is nothing to say, or put the word in quotes"


def _is_null(node: Text) -> bool:
    return not node.style and node.value in _NULLS


@frozen
class Words(Shape):
    """Any text that is not empty. `pattern`, where there is one, is anchored at both ends."""

    expected: str = "a text"
    pattern: str = ""
    hint: str = ""
    about: str = ""
    admits_numbers: bool = True
    admits_booleans: bool = True
    _match: re.Pattern[str] | None = field(init=False, eq=False, repr=False)

    @_match.default
    def _compile(self) -> re.Pattern[str] | None:
        return re.compile(self.pattern) if self.pattern else None

    def check(self, node: Node, page: Page) -> Node | None:
        if isinstance(node, Text) and not _is_null(node):
            value = node.value
            if value.strip() and (self._match is None or self._match.search(value)):
                return node
        hint = _NULL_HINT if isinstance(node, Text) and _is_null(node) else self.hint
        _refuse(self.expected, node, page, hint)
        return None

    def schema(self) -> JSON:
        text = {"type": "string", "pattern": self.pattern or r"\S"}
        others = [
            {"type": kind}
            for kind, is_admitted in (("number", self.admits_numbers), ("boolean", self.admits_booleans))
            if is_admitted
        ]
        return _described({"anyOf": [text, *others]} if others else text, self.about)


@frozen
class Choice(Shape):
    """One of some words, written as they stand here."""

    words: tuple[str, ...]
    about: str = ""

    def check(self, node: Node, page: Page) -> Node | None:
        if isinstance(node, Text) and node.value in self.words:
            return node
        hint = page.suggest(node.value, self.words) if isinstance(node, Text) and node.value.strip() else ""
        _refuse(f"one of {', '.join(self.words)}", node, page, hint)
        return None

    def schema(self) -> JSON:
        numbers = [int(word) for word in self.words if word.isdecimal()]
        return _described({"enum": [*self.words, *numbers]}, self.about)


@frozen
class YesNo(Shape):
    """A yes or no; `true` and `false` are what editors and other programs make of it."""

    about: str = ""

    def check(self, node: Node, page: Page) -> Node | None:
        if isinstance(node, Text) and node.value in _YES_AND_NO:
            return node
        _refuse("yes or no", node, page, "")
        return None

    def schema(self) -> JSON:
        return _described({"enum": [*_YES_AND_NO, True, False]}, self.about)


@frozen
class ListOf(Shape):
    """A list; `length` is the exact number of items, where there is one. A wrong item is left out."""

    item: Shape
    length: int | None = None
    about: str = ""

    def check(self, node: Node, page: Page) -> Node | None:
        if not isinstance(node, Items):
            hint = "write it as a list: [...]" if isinstance(node, Text | Fields) else ""
            _refuse("a list", node, page, hint)
            return None
        if self.length is not None and len(node.nodes) != self.length:
            page.tell("wrong-length", f"expected {self.length} items, found {len(node.nodes)}", node)
            return None
        checked = tuple(self.item.check(item, page) for item in node.nodes)
        good = tuple(item for item in checked if item is not None)
        if self.length is not None and len(good) != self.length:
            return None
        is_untouched = len(good) == len(node.nodes) and all(map(is_, good, node.nodes))
        return node if is_untouched else evolve(node, nodes=good, lost_items=True)

    def schema(self) -> JSON:
        schema: JSON = {"type": "array", "items": self.item.schema()}
        if self.length is not None:
            schema |= {"minItems": self.length, "maxItems": self.length}
        return _described(schema, self.about)

    def named(self) -> tuple[Record, ...]:
        return self.item.named()


@frozen
class Either(Shape):
    """A word in place of a longer form: `batumi` for `{id: batumi}`. The node itself says which is meant."""

    word: Shape
    longer: Shape
    about: str = ""

    def check(self, node: Node, page: Page) -> Node | None:
        if isinstance(node, Items):
            _refuse("a word or a mapping", node, page, "")
            return None
        return (self.longer if isinstance(node, Fields) else self.word).check(node, page)

    def schema(self) -> JSON:
        return _described({"anyOf": [self.word.schema(), self.longer.schema()]}, self.about)

    def named(self) -> tuple[Record, ...]:
        return self.longer.named()


@frozen
class Record(Shape):
    """
    A mapping with known keys.

    A record that `is_whole` is left out when anything in it is wrong: an attestation without its
    misspelt stance would say the opposite. The others lose only the wrong key, because much refers to
    them; without a required key none can be used. In the lists that `sheds` names a wrong item is lost
    alone.
    """

    name: str
    required: Mapping[str, Shape]
    optional: Mapping[str, Shape]
    is_whole: bool = True
    sheds: tuple[str, ...] = ()
    about: str = ""
    _shapes: dict[str, Shape] = field(init=False, eq=False, repr=False)

    @_shapes.default
    def _join(self) -> dict[str, Shape]:
        return {**self.required, **self.optional}

    def check(self, node: Node, page: Page) -> Node | None:
        if not isinstance(node, Fields):
            keys = ", ".join(self.required or list(self.optional)[:3])
            _refuse("a mapping", node, page, f"write its keys ({keys}), each with a value")
            return None
        good: dict[str, Node] = {}
        is_sound = not node.lost_keys
        for key, value in node.nodes.items():
            checked = self._check_key(key, value, node, page)
            if checked is not None:
                good[key] = checked
            is_sound = is_sound and (checked is value or (checked is not None and key in self.sheds))
        is_complete = self._has_required(good, node, page)
        if not is_complete or (self.is_whole and not is_sound):
            return None
        is_untouched = all(good.get(key) is value for key, value in node.nodes.items())
        return node if is_untouched else evolve(node, nodes=good)

    def _check_key(self, key: str, value: Node, node: Fields, page: Page) -> Node | None:
        shape = self._shapes.get(key)
        if shape is not None:
            return shape.check(value, page)
        guessed = _GUESSED.get(key, "")
        hint = f"did you mean {guessed!r}?" if guessed in self._shapes else page.suggest(key, self._shapes)
        hint = hint or f"known keys are {', '.join(self._shapes)}"
        if isinstance(value, Text) and not value.value and not value.style:
            hint = "within braces a comma ends the text before it: put a text that holds one in quotes"
        page.tell("unknown-key", f"there is no key {shown(key)} here", node.keys[key], hint)
        return None

    def _has_required(self, good: Mapping[str, Node], node: Fields, page: Page) -> bool:
        missing = [key for key in self.required if key not in good]
        # A required key that is there and wrong has been told; one that the reader refused may have been it.
        unsaid = [key for key in missing if key not in node.nodes]
        if unsaid and not node.lost_keys:
            keys = f"key{'s' if len(unsaid) > 1 else ''} {' and '.join(shown(key) for key in unsaid)}"
            page.tell("missing-key", f"expected the {keys}", node, self._hint_for(unsaid[0]))
        return not missing

    def _hint_for(self, key: str) -> str:
        shape = self.required[key]
        return f"add `{key}:` ({shape.about})" if shape.about else f"add `{key}:`"

    def schema(self) -> JSON:
        return {"$ref": f"#/$defs/{self.name}"}

    def definition(self) -> JSON:
        """Return the schema of the record itself, to which `schema` refers."""
        schema: JSON = {
            "type": "object",
            "additionalProperties": False,
            "properties": {key: shape.schema() for key, shape in self._shapes.items()},
        }
        if self.required:
            schema["required"] = list(self.required)
        return _described(schema, self.about)

    def named(self) -> tuple[Record, ...]:
        inner = (record for shape in self._shapes.values() for record in shape.named())
        return (self, *inner)


def _refuse(expected: str, node: Node, page: Page, hint: str) -> None:
    if isinstance(node, Hole):
        return
    if isinstance(node, Text) and not node.value.strip():
        page.tell("no-value", f"expected {expected}, found nothing", node, "fill it in, or delete the key")
    else:
        page.tell("wrong-value", f"expected {expected}, found {shown_node(node)}", node, hint)


def _described(schema: JSON, about: str) -> JSON:
    return {"description": about, **schema} if about else schema
