"""What the bench asks of claimcheck, in one place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from claimcheck.model.document import Layout

Ask = Callable[[str], dict[str, Any]]


def prepare(text: str, first_page: int | None) -> Ask:
    """Prepare a text, the pages of which end with a form feed; return what finds a quotation in it."""
    from claimcheck.documents.finding.quotations import find_quotation
    from claimcheck.documents.searchable import Searchable

    layout = Layout() if first_page is None else Layout(breaks="form-feed", first_page=first_page)
    search = Searchable.of(text, layout)

    def ask(quotation: str) -> dict[str, Any]:
        found = find_quotation(search, quotation)
        return {
            "status": found.status.value,
            "judgement": found.judgement,
            "start": found.start,
            "end": found.end,
            "differs": list(found.differs),
        }

    return ask
