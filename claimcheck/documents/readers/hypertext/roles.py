"""What an element is, by its role, its class and its style."""

from __future__ import annotations

import re

from claimcheck.documents.readers.hypertext.tree import Element
from claimcheck.documents.readers.hypertext.vocabulary import vocabulary

_UNSEEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)


def has_role(element: Element, kind: str) -> bool:
    """Whether an EPUB type or an ARIA role says that the element is of this kind."""
    if "role" not in element.attributes and "epub:type" not in element.attributes:
        return False
    stated = f"{element.get('epub:type')} {element.get('role')}".lower().split()
    return not vocabulary().roles[kind].isdisjoint(stated)


def has_class(element: Element, kind: str) -> bool:
    """Whether a class says so. Numbers at the end of a class tell styles apart, and are passed over."""
    if "class" not in element.attributes:
        return False
    stated = element.get("class").lower()
    return (
        not vocabulary()
        .classes[kind]
        .isdisjoint(each.rstrip("0123456789") or each for each in stated.split())
    )


def is_unseen(element: Element) -> bool:
    """Whether a browser shows nothing of the element."""
    is_hidden = element.attributes.get("hidden", "until-found") != "until-found"
    return is_hidden or ("style" in element.attributes and bool(_UNSEEN.search(element.get("style"))))
