"""The stable ids that links lead to, alike in Markdown and on the page."""

from __future__ import annotations

import re


def anchor_id(text: str) -> str:
    """
    Return an id of letters, digits and hyphens; whatever else stood there becomes its code.

    >>> anchor_id("question-batumi holder")
    'question-batumi_20_holder'
    """
    return re.sub(r"[^A-Za-z0-9-]", lambda char: f"_{ord(char[0]):x}_", text)


def question_anchor(question_id: str) -> str:
    """Return the anchor of a question."""
    return anchor_id(f"question-{question_id}")


def source_anchor(source_id: str) -> str:
    """Return the anchor of a source."""
    return anchor_id(f"source-{source_id}")
