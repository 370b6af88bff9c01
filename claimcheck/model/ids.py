"""Stable ids: made from what is compared, so that a source added elsewhere changes none of them."""

from __future__ import annotations

import json
from hashlib import sha256


def made_id(prefix: str, *parts: object) -> str:
    """Return `prefix-` and ten hex digits that depend on the parts and on nothing else."""
    text = json.dumps(parts, ensure_ascii=False, default=str, separators=(",", ":"))
    return f"{prefix}-{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:10]}"
