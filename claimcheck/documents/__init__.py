"""Files to text with a map; quotations to spans, and to a judgement on the words that stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimcheck.documents.prepared import PreparedDocument, prepare

__all__ = ["PreparedDocument", "prepare"]


def __getattr__(name: str) -> Any:
    # Searching is imported when it is asked for: a report without documents never pays for it.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from claimcheck.documents import prepared

    return getattr(prepared, name)
