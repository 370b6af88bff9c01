"""What a picture is: SVG, a caption, and the table that tells the same."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from html import escape

from attrs import field, frozen

from claimcheck.model.plain import plain


@frozen(kw_only=True)
class Picture:
    """
    A picture with its caption and its table.

    `markup` is SVG and HTML of our own in which every word is escaped; all else is plain text. `key` tells
    what each of its shapes means. `is_wide` marks one that does not shrink, and is moved sideways on a small
    screen.
    """

    markup: str
    caption: str = field(converter=plain)
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    key: tuple[tuple[str, str], ...] = ()
    is_wide: bool = False


def element(name: str, content: str = "", /, **attributes: str | float) -> str:
    """
    Return an element of SVG. `content` is markup; attributes are escaped.

    An underscore in an attribute's name stands for a hyphen, and one at its end for nothing.

    >>> element("line", x1="2%", class_="axis")
    '<line x1="2%" class="axis"/>'
    """
    parts = "".join([f' {_name(key)}="{_value(value)}"' for key, value in attributes.items()])
    return f"<{name}{parts}>{content}</{name}>" if content else f"<{name}{parts}/>"


@cache
def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def words(text: str, /, **attributes: str | float) -> str:
    """Return a text of SVG, its words escaped."""
    return element("text", escape(plain(text)), **attributes)


def drawing(caption: str, content: Iterable[str], /, **attributes: str | float) -> str:
    """Return a whole drawing that a screen reader calls by its caption."""
    return element("svg", "".join(content), role="img", aria_label=plain(caption), **attributes)


def _value(value: str | float) -> str:
    if isinstance(value, str):
        return escape(value)
    # One figure behind the point is finer than a screen; equal on every machine.
    return f"{value:.1f}".removesuffix(".0")
