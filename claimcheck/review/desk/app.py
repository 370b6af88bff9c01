"""The pages and answers of the desk."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from html import escape
from http import HTTPStatus

import flask
from flask import Flask, Response, jsonify, redirect
from werkzeug.exceptions import HTTPException

from claimcheck.model.plain import sentence
from claimcheck.report.decisions import event_words
from claimcheck.review.desk.case import Case
from claimcheck.review.desk.guard import (
    MOST_BYTES,
    cookie_name,
    harden,
    has_token,
    is_own_host,
    is_same_origin,
)
from claimcheck.review.desk.state import state_json
from claimcheck.review.desk.writing import RefusedError, write
from claimcheck.review.ledger import LedgerError
from claimcheck.review.offer import state_words

Answer = tuple[Response, int]


def create_app(case: Case, token: str, port: int, page: Callable[[Case, str], str]) -> Flask:
    """
    Return the application for one dossier.

    `token` lets the browser in that was opened with it; `page` makes the HTML, and is given the nonce
    that its script and style must bear.
    """
    app = Flask("claimcheck.review.desk", static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = MOST_BYTES
    _guard(app, token, port)
    _read(app, case, page)
    _write(app, case)
    return app


def _guard(app: Flask, token: str, port: int) -> None:
    """Let nobody in but the browser that was opened with the token, and harden whatever goes out."""

    @app.before_request
    def look_at_who_asks() -> Response | Answer | None:
        """Refuse whoever does not belong, and give the key to whoever brings it."""
        flask.g.nonce = secrets.token_urlsafe(16)
        if not is_own_host(flask.request, port):
            return _refusal(
                "foreign-host", "this page answers to its own address only", HTTPStatus.BAD_REQUEST
            )
        given = flask.request.args.get("token")
        if flask.request.method == "GET" and flask.request.path == "/" and given is not None:
            if secrets.compare_digest(given.encode(), token.encode()):
                return _let_in(token, port)
            return _refusal("foreign-token", "this is not the address that was printed", HTTPStatus.FORBIDDEN)
        if not has_token(flask.request, token, port):
            words = "open the address that `claimcheck review` printed; it holds the key to this page"
            return _refusal("no-token", words, HTTPStatus.FORBIDDEN)
        if flask.request.method not in ("GET", "HEAD", "OPTIONS") and not is_same_origin(flask.request, port):
            return _refusal("foreign-origin", "only the page itself may write", HTTPStatus.FORBIDDEN)
        return None

    @app.after_request
    def harden_answer(response: Response) -> Response:
        """Let the page do nothing but what it is for."""
        harden(response, flask.g.get("nonce", ""))
        return response

    @app.errorhandler(HTTPException)
    def tell_error(error: HTTPException) -> Answer:
        """Answer every refusal in one form."""
        return _refusal("refused", error.description or "refused", error.code or HTTPStatus.BAD_REQUEST)


def _read(app: Flask, case: Case, page: Callable[[Case, str], str]) -> None:
    """Add what only looks."""

    @app.get("/")
    def whole_page() -> Response:
        """The page itself."""
        return Response(page(case, flask.g.nonce), mimetype="text/html")

    @app.get("/api/state")
    def state() -> Response:
        """What can be decided, and how it stands."""
        return jsonify(state_json(case, case.examined()))

    @app.get("/api/changes")
    def changes() -> Response:
        """All that changed since a moment."""
        since = flask.request.args.get("since", "")
        events = [each for each in case.ledger.read().events if each.at > since]
        return jsonify([{"about": each.about, "at": each.at, "words": event_words(each)} for each in events])


def _write(app: Flask, case: Case) -> None:
    """Add what writes."""

    @app.post("/api/events")
    def write_event() -> Answer:
        """Write a decision, comment or assignment."""
        if flask.request.mimetype != "application/json":
            return _refusal("malformed", "JSON is expected", HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
        try:
            asked = flask.request.get_json(silent=True)
        except RecursionError:  # brackets within brackets, thousands deep
            asked = None
        if not isinstance(asked, dict):
            return _refusal("malformed", "a JSON object is expected", HTTPStatus.BAD_REQUEST)
        try:
            state, problems = write(case, asked)
        except RefusedError as refused:
            malformed = refused.code == "malformed"
            status = HTTPStatus.BAD_REQUEST if malformed else HTTPStatus.CONFLICT
            return _refusal(refused.code, refused.message, status)
        except LedgerError as error:
            problem = error.problem
            return _refusal(
                problem.code, f"{problem.message}; {problem.hint}", HTTPStatus.INSUFFICIENT_STORAGE
            )
        told = {"state": state_words(state), "problems": [str(each) for each in problems]}
        return jsonify(told), HTTPStatus.CREATED


def _let_in(token: str, port: int) -> Response:
    """Give the key to the browser, and take it out of the address, which others may see."""
    response = redirect("/", code=HTTPStatus.SEE_OTHER)
    response.set_cookie(cookie_name(port), token, httponly=True, samesite="Strict", path="/")
    return response  # type: ignore[return-value]


def _refusal(code: str, message: str, status: int) -> Answer:
    """Return why nothing is shown or written: to the page's script as JSON, to a person as a page."""
    if flask.request.accept_mimetypes.best_match(("application/json", "text/html")) == "text/html":
        return Response(_REFUSAL.format(escape(sentence(message))), mimetype="text/html"), int(status)
    return jsonify({"problem": {"code": code, "message": message}}), int(status)


_REFUSAL = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>claimcheck review</title></head>
<body><main><h1>Nothing is shown here</h1><p>{}</p></main></body>
</html>
"""
