"""The desk's answers: what is written, what is refused, and who is let in."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from claimcheck.model.decision import Comment, Decision, Ruling
from claimcheck.review.desk.case import Case
from claimcheck.review.ledger import FILE_NAME
from tests.review.desk.conftest import ORIGIN, PORT, TOKEN
from tests.review.harbour import QUESTIONS

Send = Callable[..., TestResponse]


def code(answer: TestResponse) -> str:
    """Return why an answer refuses."""
    found: str = answer.json["problem"]["code"]  # type: ignore[index]
    return found


def test_a_decision_is_written_with_all_that_it_rests_on(case: Case, send: Send, conflict: str) -> None:
    """Reviewer, moment, reason, answer and the digests of the evidence stand in the ledger."""
    answer = send()

    assert (answer.status_code, answer.json["state"]["status"]) == (201, "decided")  # type: ignore[index]
    (event,) = case.ledger.read().events
    assert isinstance(event, Decision)
    assert (event.about, event.reviewer, event.ruling, event.side) == (conflict, "Ashe", Ruling.SIDE, 1)
    assert (event.answer, event.reason) == ("yes", "the log was kept on the quay")
    assert event.evidence == case.examined().evidence[conflict]


def test_a_second_decision_supersedes_and_undo_opens(case: Case, send: Send) -> None:
    """Nothing is deleted: the ledger holds every step."""
    send()
    second = send(ruling="both", side=0)
    undone = send(ruling="withdrawn", side=0, reason="")

    assert second.json["state"]["standing"][0]["ruling"] == "both"  # type: ignore[index]
    assert undone.json["state"]["status"] == "open"  # type: ignore[index]
    assert len(case.ledger.read().events) == 3


def test_moments_go_forward_when_the_clock_goes_back(case: Case, send: Send) -> None:
    """What supersedes is always later than what it supersedes."""
    send()
    (first,) = case.ledger.read().events
    ahead = (
        (case.folder / FILE_NAME).read_text(encoding="utf-8").replace(first.at, "2999-01-01T00:00:00.000000Z")
    )
    (case.folder / FILE_NAME).write_text(ahead, encoding="utf-8")
    send(ruling="both", side=0)

    assert [each.at for each in case.ledger.read().events] == [
        "2999-01-01T00:00:00.000000Z",
        "2999-01-01T00:00:00.000001Z",
    ]


def test_a_decision_at_the_end_of_time_can_be_superseded(case: Case, send: Send) -> None:
    """No line of the ledger, however odd its clock, keeps a reviewer from deciding anew."""
    send()
    (first,) = case.ledger.read().events
    path = case.folder / FILE_NAME
    last = path.read_text(encoding="utf-8").replace(first.at, "9999-12-31T23:59:59.999999Z")
    path.write_text(last, encoding="utf-8")
    answer = send(ruling="both", side=0)

    assert answer.status_code == 201
    assert [each["ruling"] for each in answer.json["state"]["standing"]] == ["both"]  # type: ignore[index]


def test_comments_and_assignments(case: Case, send: Send) -> None:
    """They are written beside, and decide nothing."""
    answer = send(event="comment", text="see the harbour book")
    send(event="assignment", to="Dray")

    assert answer.json["state"]["status"] == "open"  # type: ignore[index]
    assert isinstance(case.ledger.read().events[0], Comment)
    assert len(case.ledger.read().events) == 2


@pytest.mark.parametrize(
    ("fields", "status", "refused"),
    [
        ({"reason": " "}, 400, "malformed"),
        ({"reviewer": ""}, 400, "malformed"),
        ({"reason": "half \ud800"}, 400, "malformed"),
        ({"ruling": "true"}, 400, "malformed"),
        ({"ruling": "confirmed", "side": 0}, 400, "malformed"),
        ({"side": 3}, 400, "malformed"),
        ({"side": -1}, 400, "malformed"),
        ({"event": "order"}, 400, "malformed"),
        ({"event": "comment", "text": ""}, 400, "malformed"),
        ({"ruling": "withdrawn", "side": 0}, 400, "malformed"),
        ({"about": "conflict-gone"}, 409, "gone"),
        ({"evidence": "0" * 32}, 409, "evidence-changed"),
        ({"standing": ["0" * 32]}, 409, "decided-meanwhile"),
    ],
)
def test_what_is_refused_is_not_written(
    case: Case, send: Send, fields: dict[str, object], status: int, refused: str
) -> None:
    """A refusal has a code and words, and the ledger stays as it was."""
    answer = send(**fields)

    assert (answer.status_code, code(answer)) == (status, refused)
    assert case.ledger.read().events == ()


def test_two_windows_do_not_decide_past_one_another(send: Send, case: Case) -> None:
    """The second window shows nothing of the first one's decision, and is told so."""
    send()
    late = send(ruling="neither", side=0, standing=[])

    assert (late.status_code, code(late)) == (409, "decided-meanwhile")
    assert len(case.ledger.read().events) == 1


def test_evidence_that_changes_under_an_open_page(case: Case, send: Send, reviewer: FlaskClient) -> None:
    """Whoever decides on words that are not there any more is told, and the page shows the new ones."""
    before = reviewer.get("/api/state", base_url=ORIGIN).json["items"]  # type: ignore[index]
    text = QUESTIONS.replace("no brig left", "no brig left the quay")
    (case.folder / "questions.yaml").write_text(text, encoding="utf-8")
    after = reviewer.get("/api/state", base_url=ORIGIN).json["items"]  # type: ignore[index]
    about = next(iter(before))
    answer = send(about=about, evidence=before[about]["evidence"])

    assert answer.status_code == 409
    assert before != after


def test_a_full_disk_is_told_and_nothing_is_lost(
    case: Case, send: Send, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer says that nothing was kept, and the earlier decision is still there."""
    send()
    kept = (case.folder / FILE_NAME).read_bytes()

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    answer = send(ruling="both", side=0)
    monkeypatch.undo()

    assert (answer.status_code, code(answer)) == (507, "decisions-unwritable")
    assert "No space left on device" in answer.json["problem"]["message"]  # type: ignore[index]
    assert (case.folder / FILE_NAME).read_bytes() == kept


def test_all_that_changed_since(send: Send, reviewer: FlaskClient) -> None:
    """Events after a moment are told in words."""
    send()
    first = reviewer.get("/api/changes?since=", base_url=ORIGIN).json
    send(event="comment", text="see the harbour book")
    later = reviewer.get(f"/api/changes?since={first[0]['at']}", base_url=ORIGIN).json  # type: ignore[index]

    assert [each["words"].partition(": ")[2] for each in later or ()] == ["see the harbour book"]


@pytest.mark.parametrize("path", ["/", "/api/state", "/api/changes", "/nowhere"])
def test_nobody_in_who_does_not_belong(stranger: FlaskClient, path: str) -> None:
    """Without the key nothing is shown, whatever is asked for."""
    answer = stranger.get(path, base_url=ORIGIN)

    assert (answer.status_code, code(answer)) == (403, "no-token")
    assert "brig" not in answer.text


def test_a_wrong_key_opens_nothing(stranger: FlaskClient) -> None:
    """A guess sets no cookie."""
    answer = stranger.get("/?token=guess", base_url=ORIGIN)

    assert (answer.status_code, code(answer), answer.headers.get("Set-Cookie")) == (
        403,
        "foreign-token",
        None,
    )


def test_the_key_is_for_this_browser_alone(stranger: FlaskClient) -> None:
    """No script reads the cookie, and no other site sends it."""
    cookie = stranger.get(f"/?token={TOKEN}", base_url=ORIGIN).headers["Set-Cookie"]

    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


@pytest.mark.parametrize(
    "host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1", f"127.0.0.1:{PORT + 1}"]
)
def test_a_foreign_host_is_refused(reviewer: FlaskClient, host: str) -> None:
    """A name that somebody else pointed at this machine reads nothing, key or no key."""
    answer = reviewer.get("/api/state", base_url=ORIGIN, headers={"Host": host})

    assert (answer.status_code, code(answer)) == (400, "foreign-host")


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": f"https://127.0.0.1:{PORT}"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": ORIGIN},
        {"Sec-Fetch-Site": "same-origin", "Origin": "http://evil.example"},
    ],
)
def test_no_write_without_a_same_origin_request(
    case: Case, reviewer: FlaskClient, headers: dict[str, str]
) -> None:
    """Another site cannot decide through the reviewer's browser."""
    answer = reviewer.post("/api/events", json={}, base_url=ORIGIN, headers=headers)

    assert (answer.status_code, code(answer)) == (403, "foreign-origin")
    assert case.ledger.read().events == ()


def test_bodies_are_bounded_and_must_be_json(reviewer: FlaskClient) -> None:
    """A large body is not read, a form is not taken for JSON, and what is no object is told."""
    headers = {"Origin": ORIGIN}
    large = reviewer.post("/api/events", json={"reason": "x" * 70_000}, base_url=ORIGIN, headers=headers)
    form = reviewer.post("/api/events", data={"event": "decision"}, base_url=ORIGIN, headers=headers)
    broken, deep = (
        reviewer.post(
            "/api/events", data=data, content_type="application/json", base_url=ORIGIN, headers=headers
        )
        for data in ("{", "[" * 60_000)
    )

    assert [large.status_code, form.status_code, broken.status_code, deep.status_code] == [413, 415, 400, 400]


@pytest.mark.parametrize("depth", [200, 600, 900, 970])
def test_brackets_in_a_field_are_malformed(reviewer: FlaskClient, conflict: str, depth: int) -> None:
    """However deep they are, the answer is a refusal."""
    body = f'{{"about": "{conflict}", "reviewer": "Ashe", "event": {"[" * depth}{"]" * depth}}}'
    answer = reviewer.post(
        "/api/events", data=body, mimetype="application/json", base_url=ORIGIN, headers={"Origin": ORIGIN}
    )

    assert (answer.status_code, code(answer)) == (400, "malformed")


def test_a_person_is_refused_on_a_page_and_the_script_in_json(stranger: FlaskClient) -> None:
    """Whoever opens the address without its key reads why; what stands in the address is no part of it."""
    asked = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
    page = stranger.get("/?token=<script>", base_url=ORIGIN, headers=asked)
    unknown = stranger.get("/<script>", base_url=ORIGIN, headers=asked)

    assert (page.status_code, page.mimetype) == (403, "text/html")
    assert "This is not the address that was printed." in page.text
    assert "script" not in page.text + unknown.text
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert stranger.get("/", base_url=ORIGIN, headers={"Accept": "*/*"}).is_json


@pytest.mark.parametrize("cookie", ["\xff\xfe", "=;;;", "a" * 9000, "the-key\x00", '"the-key'])
def test_no_cookie_raises(stranger: FlaskClient, cookie: str) -> None:
    """Whatever a browser sends in the place of the key is no key."""
    headers = {"Cookie": f"claimcheck-{PORT}={cookie}"}

    assert code(stranger.get("/", base_url=ORIGIN, headers=headers)) == "no-token"


def test_pages_are_hardened(reviewer: FlaskClient) -> None:
    """Only our own script runs, under a nonce that is new each time, and nothing is kept or framed."""
    first, second = (reviewer.get("/", base_url=ORIGIN) for _ in range(2))
    policy = first.headers["Content-Security-Policy"]

    assert f"script-src 'nonce-{first.text.removeprefix('<p>').removesuffix('</p>')}'" in policy
    assert "default-src 'none'" in policy
    assert first.text != second.text
    assert first.headers["Cache-Control"] == "no-store"
    assert first.headers["X-Frame-Options"] == "DENY"


def test_a_torn_line_is_told_when_somebody_decides(case: Case, send: Send) -> None:
    """What a killed writer left is set aside, and the reviewer hears of it."""
    (case.folder / FILE_NAME).write_text('{"claimcheck": 1, "eve', encoding="utf-8")
    answer = send()

    assert answer.status_code == 201
    assert "decisions-torn" in answer.json["problems"][0]  # type: ignore[index]


def test_the_dossier_is_examined_anew_only_when_it_changed(case: Case, tmp_path: Path) -> None:
    """A decision costs no examination; a new file does."""
    first = case.examined()
    (tmp_path / FILE_NAME).write_text("", encoding="utf-8")

    assert case.examined() is first
    (tmp_path / "more.yaml").write_text("claimcheck: 1\npart: questions\nquestions: []\n", encoding="utf-8")
    assert case.examined() is not first
