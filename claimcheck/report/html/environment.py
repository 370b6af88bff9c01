"""The templates, and the style and script that stand in every page with their digests."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from typing import TYPE_CHECKING, Any

from claimcheck.data import read_part

if TYPE_CHECKING:
    from jinja2 import Environment

_PACKAGE = "claimcheck.report.html"


@cache
def environment() -> Environment:
    """
    Return the templates. Every value that they show is escaped unless it is marked as markup of ours.

    A name that no model has is an error, so that nothing is left out in silence.
    """
    from jinja2 import Environment, FunctionLoader, StrictUndefined
    from markupsafe import Markup

    found = Environment(
        autoescape=True,  # by hand: Jinja2 escapes nothing by itself
        loader=FunctionLoader(_template),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    # Markup of our own makes: pictures, in which every word is escaped already.
    found.filters["drawn"] = Markup
    return found


def _template(name: str) -> str:
    """
    Return a template without the line ends that stand between its tags.

    A browser keeps each of them as a text of its own: in a report of many conflicts, as many as there are
    elements, for nothing that is seen.
    """
    return re.sub(r"(?<=[>}])\n(?=[<{])", "", read_part(_PACKAGE, f"templates/{name}"))


@cache
def style() -> str:
    """Return the style sheet of the page and of its pictures."""
    return read_part(_PACKAGE, "pictures.css") + read_part(_PACKAGE, "style.css")


@cache
def script() -> str:
    """Return the script of the page."""
    return read_part(_PACKAGE, "script.js")


@cache
def desk_style() -> str:
    """Return the style sheet of the forms in which decisions are made."""
    return read_part(_PACKAGE, "desk.css")


@cache
def desk_script() -> str:
    """Return the script of the forms in which decisions are made."""
    return read_part(_PACKAGE, "desk.js")


def policy() -> str:
    """
    Return the content security policy of a page that stands alone: its own style and script, nothing else.

    No address is fetched, no form sent, and what a dossier smuggled in would not run.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_digest(style())}' '{_digest(desk_style())}'",
            f"script-src '{_digest(script())}' '{_digest(desk_script())}'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _digest(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def safe(markup: str) -> Any:
    """Return text of our own that is markup already."""
    from markupsafe import Markup

    return Markup(markup)  # noqa: S704 - the style and script of the package
