"""What a dossier file holds before it means anything: texts, lists and mappings, each with its place."""

from __future__ import annotations

from typing import TypeAlias

from attrs import field, frozen


@frozen
class Text:
    """
    A scalar as it was typed, whatever a YAML editor takes it for.

    `line` and `column` count from 1, the column in code points. `style` is the opening character of a
    quoted or block scalar (`'`, `"`, `|`, `>`), and empty for a plain one.
    """

    value: str
    line: int
    column: int
    style: str = ""


@frozen
class Items:
    """A list, in order. `lost_items` tells that items were refused, their problems told."""

    nodes: tuple[Node, ...]
    line: int
    column: int
    lost_items: bool = False


@frozen
class Hole:
    """
    Where something stood that the reader refused.

    Its problem has been told already, so whoever meets a hole leaves it out and says nothing more.
    """

    line: int
    column: int


@frozen
class Fields:
    """
    A mapping in the order of the file, with the place of each key.

    `lost_keys` tells that the reader refused a key, and that its problem has been told.

    The accessors answer for a mapping whose shape was checked: a key that is not there gives the empty
    text or no nodes.
    """

    nodes: dict[str, Node]
    keys: dict[str, Text] = field(repr=False)
    line: int
    column: int
    lost_keys: bool = False

    def text(self, key: str) -> str:
        """Return the text under a key, without the white space around it."""
        node = self.nodes.get(key)
        return node.value.strip() if isinstance(node, Text) else ""

    def words(self, key: str) -> str:
        """Return the text under a key on one line, each run of white space as one space."""
        return " ".join(self.text(key).split())

    def mark(self, key: str) -> Node:
        """Return the node under a key, or the mapping itself: somewhere to point at."""
        return self.nodes.get(key, self)

    def items(self, key: str) -> tuple[Node, ...]:
        """Return the nodes of the list under a key; one node that is no list counts as a list of one."""
        node = self.nodes.get(key)
        if node is None:
            return ()
        return node.nodes if isinstance(node, Items) else (node,)

    def texts(self, key: str) -> tuple[Text, ...]:
        """Return the texts of the list under a key."""
        return tuple(node for node in self.items(key) if isinstance(node, Text))

    def entries(self, key: str) -> tuple[Fields, ...]:
        """Return the mappings of the list under a key."""
        return tuple(node for node in self.items(key) if isinstance(node, Fields))

    def is_yes(self, key: str) -> bool:
        """Tell whether the yes or no under a key is a yes; one that is not there is a no."""
        return self.text(key).lower() in ("yes", "true")

    def __contains__(self, key: str) -> bool:
        return key in self.nodes


Node: TypeAlias = Text | Items | Fields | Hole
