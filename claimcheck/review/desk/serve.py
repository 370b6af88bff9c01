"""The desk on the network: this machine, one port, until it is stopped."""

from __future__ import annotations

import logging
import secrets
import webbrowser
from collections.abc import Callable
from pathlib import Path

from werkzeug.serving import make_server

from claimcheck.review.desk.app import create_app
from claimcheck.review.desk.case import Case
from claimcheck.review.desk.guard import ADDRESS
from claimcheck.review.desk.page import page


def serve(
    folder: Path,
    documents: Path | None,
    profile: str | None,
    port: int,
    say: Callable[[str], None],
    *,
    opens_browser: bool,
) -> None:
    """
    Serve a dossier on 127.0.0.1 until the process is interrupted.

    `port` 0 takes a free one. `say` is told the address, which holds the key: whoever has it may decide.
    """
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    case, token = Case(folder, documents, profile), secrets.token_urlsafe(32)
    case.examined()  # what is wrong with it is told before the browser opens, not in it
    server = make_server(ADDRESS, port, lambda *_: [], threaded=True)
    server.app = create_app(case, token, server.server_port, page)
    address = f"http://{ADDRESS}:{server.server_port}/?token={token}"
    say(address)
    if opens_browser:
        webbrowser.open(address)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        server.server_close()
