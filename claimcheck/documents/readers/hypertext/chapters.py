"""The files of a work, one or several, and the addresses in them."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from attrs import frozen

from claimcheck.documents.readers.hypertext.tree import Element


@frozen(kw_only=True, eq=False)
class Chapter:
    """
    A file with its path in the work, empty when it is alone.

    An address is the path of a file, a `#`, and an id in it.
    """

    root: Element
    path: str = ""

    def address(self, id_: str) -> str:
        """Return the address of an id in this file."""
        return f"{self.path}#{id_}"

    def target(self, link: str) -> str:
        """Return the address that a link leads to, empty for one that leads to no id."""
        path, _, id_ = link.strip().partition("#")
        if not id_:
            return ""
        return f"{resolve(self.path, path)}#{unquote(id_)}"


def resolve(base: str, link: str) -> str:
    """Return the path that a link in the file `base` leads to; the same file for an empty one."""
    if not link:
        return base
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(link)))
