"""The desk on the network: this machine, one port, until it is stopped."""

from __future__ import annotations

import logging
import secrets
import socket
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
    Serve a dossier on 127.0.0.1 until the process is interrupted; OSError when the port is taken.

    `port` 0 takes a free one. `say` is told the address, which holds the key: whoever has it may decide.
    """
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    case, token = Case(folder, documents, profile), secrets.token_urlsafe(32)
    case.examined()  # what is wrong with it is told before the browser opens, not in it
    # A socket of our own: werkzeug would end the process when the port is taken.
    listening = socket.create_server((ADDRESS, port))
    server = make_server(ADDRESS, port, lambda *_: [], threaded=True, fd=listening.fileno())
    own_port = listening.getsockname()[1]
    server.app = create_app(case, token, own_port, page)
    address = f"http://{ADDRESS}:{own_port}/?token={token}"
    say(address)
    if opens_browser:
        webbrowser.open(address)
    try:
        server.serve_forever()  # which ends at Ctrl-C without a traceback
    finally:
        server.server_close()
        listening.close()
