"""Who may come in, and who may write: the person who started the page, from the page itself."""

from __future__ import annotations

from hmac import compare_digest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from werkzeug.wrappers import Request, Response

MOST_BYTES = 64 * 1024
"""Of a request. A reason has twenty thousand code points at most."""

ADDRESS = "127.0.0.1"

_HOSTS = (ADDRESS, "localhost")


def cookie_name(port: int) -> str:
    """Return the name of the cookie that lets a browser in; two pages at once do not share one."""
    return f"claimcheck-{port}"


def is_own_host(request: Request, port: int) -> bool:
    """
    Whether a request was sent to this page under its own name.

    A foreign name that leads to this machine is how another site would read it (DNS rebinding).
    """
    return request.host in {f"{name}:{port}" for name in _HOSTS}


def has_token(request: Request, token: str, port: int) -> bool:
    """Whether a request comes from the browser that was let in."""
    return compare_digest(request.cookies.get(cookie_name(port), "").encode(), token.encode())


def is_same_origin(request: Request, port: int) -> bool:
    """
    Whether a writing request comes from the page itself, as the browser says it.

    Both headers must agree where both are sent; a request with neither does not come from a browser.
    """
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    if site is None and origin is None:
        return False
    is_site = site is None or site == "same-origin"
    return is_site and (origin is None or origin in {f"http://{name}:{port}" for name in _HOSTS})


def harden(response: Response, nonce: str) -> None:
    """Let a page run our script and style, talk to us, and do nothing else; keep nothing of it."""
    response.headers["Content-Security-Policy"] = "; ".join(
        (
            "default-src 'none'",
            f"script-src 'nonce-{nonce}'",
            f"style-src 'nonce-{nonce}'",
            "img-src data:",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
        )
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["X-Frame-Options"] = "DENY"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    response.headers["Cache-Control"] = "no-store"
