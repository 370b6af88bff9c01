"""Desks that listen, and a dossier in which every decision stands in another way."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from werkzeug.serving import make_server

from claimcheck.model.decision import Assignment, Comment, Event, Evidence, Ruling
from claimcheck.review.desk.app import create_app
from claimcheck.review.desk.case import Case
from claimcheck.review.desk.page import page as desk_page
from claimcheck.review.ledger import FILE_NAME, Ledger
from tests.review.conftest import ruled
from tests.review.harbour import CARGO, QUESTIONS, write_harbour


@contextmanager
def served(case: Case) -> Iterator[str]:
    """Serve a desk, and give its address with the key."""
    listening = socket.create_server(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    app = create_app(case, "key", port, desk_page)
    server = make_server("127.0.0.1", port, app, threaded=True, fd=listening.fileno())
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{port}/?token=key"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
        listening.close()


MORE = """  - question: {name}
    asks: Was the {name} on board?
    kind: occurrence
    attestations:
      - {{in: log, value: happened, at: p. 1, quote: so he was}}
      - {{in: diary, stance: denies, value: happened, at: p. 2, quote: nobody saw him}}
"""


def write_every_state(folder: Path) -> None:
    """
    Write conflicts that are open, decided, undecided, disagreed on and open again, with remarks.

    Beside them there are a decision on what is gone, a torn line of the ledger, and a problem of the dossier.
    """
    names = ("master", "mate", "cook", "pilot")
    write_harbour(folder, QUESTIONS + CARGO + "".join(MORE.format(name=each) for each in names))
    evidence = Case(folder).examined().evidence
    conflicts = [each for each in evidence if each.startswith("conflict-")]
    decided, undecided, disagreed, changed, remarked, _open = conflicts
    told = {"reviewer": "Ashe", "about": remarked}
    events: list[Event] = [
        ruled(1, Ruling.SIDE, about=decided, answer="it happened", evidence=evidence[decided]),
        ruled(2, about=decided, evidence=evidence[decided], supersedes=(ruled(1).id,)),
        ruled(3, Ruling.UNDECIDED, about=undecided, reason="", evidence=evidence[undecided]),
        ruled(4, Ruling.SIDE, about=disagreed, evidence=evidence[disagreed]),
        ruled(5, Ruling.NEITHER, by="Dray", about=disagreed, evidence=evidence[disagreed]),
        ruled(6, about=changed, evidence=Evidence(parts={**evidence[changed].parts, "the sides": "0"})),
        Comment(id=ruled(7).id, at=ruled(7).at, text="see the harbour book", **told),
        Assignment(id=ruled(8).id, at=ruled(8).at, to="Dray", **told),
        ruled(9, about="conflict-gone"),
    ]
    Ledger(folder).append(events)
    with (folder / FILE_NAME).open("a", encoding="utf-8") as stream:
        stream.write("a note of mine\n")
    (folder / "odd.yaml").write_text(
        "claimcheck: 1\npart: sources\nsources: [{title: no id}]\n", encoding="utf-8"
    )
