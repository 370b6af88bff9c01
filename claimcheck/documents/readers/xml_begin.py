"""Which format of XML a file is in, by its root element, and whether an HTML file holds recognised pages."""

from __future__ import annotations

import re

# Nothing that is matched is given back: a hundred declarations would be tried in more ways than can be.
_ROOT = re.compile(
    r"\s*+(?:(?><\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[[^\]]*\]\s*+)?>)\s*+)*+<(?:[\w.-]+:)?([\w.-]+)",
    re.DOTALL,
)

_FORMATS = {"TEI": "tei", "TEI.2": "tei", "teiCorpus": "tei", "alto": "alto", "PcGts": "page"}

_HOCR = re.compile(
    r"""<[^>]{1,500}\b(?:class\s*=\s*["']?ocr_page\b|name\s*=\s*["']?ocr-system\b)""", re.IGNORECASE
)

_UTF_16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}


def format_of_xml(begin: bytes) -> str:
    """Return the format of which a file that begins so is an XML document, empty when of none we know."""
    text = begin.decode(_UTF_16.get(begin[:2], "utf-8"), errors="replace").removeprefix("\ufeff")
    root = _ROOT.match(text)
    if root is None:
        return ""
    if _HOCR.search(text, root.start(1) - 1):
        return "hocr"
    return "html" if root[1].casefold() == "html" else _FORMATS.get(root[1], "")
