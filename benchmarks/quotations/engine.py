"""What the bench asks of claimcheck, in one place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from claimcheck.model.document import Layout

Ask = Callable[[str], dict[str, Any]]


def prepare_text(text: str, first_page: int | None) -> Ask:
    """Prepare a text, the pages of which end with a form feed; return what finds a quotation in it."""
    from claimcheck.documents import prepare

    layout = Layout() if first_page is None else Layout(breaks="form-feed", first_page=first_page)
    return prepare(text, layout).find
