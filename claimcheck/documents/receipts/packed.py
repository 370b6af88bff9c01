"""Sketches as text. Reading receipts takes no more of them: what makes sketches is imported to make one."""

from __future__ import annotations

import base64
import struct
from collections.abc import Sequence

N_LEAST = 256
"""Numbers of a sketch. Two kilobytes of them estimate a share of one half to about three hundredths."""

N_BYTES = 8
"""Of each number."""


def packed(numbers: Sequence[int]) -> str:
    """Return a sketch as text."""
    return base64.b64encode(struct.pack(f">{len(numbers)}Q", *numbers)).decode("ascii")


def unpacked(text: str) -> tuple[int, ...]:
    """Return the sketch in a text; ValueError when there is none."""
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError as error:
        raise ValueError("its sketch is no base64") from error
    if len(data) % N_BYTES or len(data) > N_LEAST * N_BYTES:
        raise ValueError("its sketch has another length")
    return struct.unpack(f">{len(data) // N_BYTES}Q", data)
