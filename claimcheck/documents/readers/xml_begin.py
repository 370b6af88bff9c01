"""Which format of XML a file is in, by its root element."""

from __future__ import annotations

import re

_ROOT = re.compile(
    r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^\[>]*(?:\[[^\]]*\]\s*)?>\s*)*<(?:[\w.-]+:)?([\w.-]+)",
    re.DOTALL,
)

_FORMATS = {"TEI": "tei", "TEI.2": "tei", "teiCorpus": "tei", "alto": "alto", "PcGts": "page"}

_UTF_16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}


def format_of_xml(begin: bytes) -> str:
    """Return the format of which a file that begins so is an XML document, empty when of none we know."""
    root = _ROOT.match(begin.decode(_UTF_16.get(begin[:2], "utf-8"), errors="replace").removeprefix("\ufeff"))
    return _FORMATS.get(root[1], "") if root else ""
