"""A dossier with one conflict on the desk, and a browser that was let in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from claimcheck.review.desk.app import create_app
from claimcheck.review.desk.case import Case
from tests.review.harbour import write_harbour

PORT = 4711
TOKEN = "the-key"  # noqa: S105 - of a page that nobody else can reach
ORIGIN = f"http://127.0.0.1:{PORT}"


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """The case on the desk."""
    write_harbour(tmp_path)
    return Case(tmp_path)


@pytest.fixture
def stranger(case: Case) -> FlaskClient:
    """A browser that was not let in."""
    app = create_app(case, TOKEN, PORT, lambda _case, nonce: f"<p>{nonce}</p>")
    return app.test_client()


@pytest.fixture
def reviewer(stranger: FlaskClient) -> FlaskClient:
    """A browser that was opened with the key."""
    answer = stranger.get(f"/?token={TOKEN}", base_url=ORIGIN)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")
    return stranger


@pytest.fixture
def conflict(case: Case) -> str:
    """The id of the one conflict."""
    (found,) = case.examined().report.conflicts
    return found.id


Send = Callable[..., TestResponse]


@pytest.fixture
def send(reviewer: FlaskClient, conflict: str) -> Send:
    """Send an event as the page would: with what it shows now, unless told otherwise."""

    def post(**fields: Any) -> TestResponse:
        item = reviewer.get("/api/state", base_url=ORIGIN).json["items"][conflict]  # type: ignore[index]
        standing = [each["id"] for each in (item["state"] or {"standing": []})["standing"]]
        asked = {
            "event": "decision",
            "about": conflict,
            "reviewer": "Ashe",
            "ruling": "side",
            "side": 1,
            "reason": "the log was kept on the quay",
            "evidence": item["evidence"],
            "standing": standing,
            **fields,
        }
        return reviewer.post("/api/events", json=asked, base_url=ORIGIN, headers={"Origin": ORIGIN})

    return post
