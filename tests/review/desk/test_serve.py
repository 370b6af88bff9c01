"""The desk on the network: its address, its page, and how it ends."""

from __future__ import annotations

import errno
import os
import signal
import socket
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from urllib.error import URLError
from urllib.request import HTTPCookieProcessor, build_opener

import pytest
from werkzeug.test import TestResponse

from claimcheck.review.desk.serve import serve
from tests.review.desk.conftest import Send
from tests.review.harbour import QUESTIONS, write_harbour


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that a browser was opened with."""
    found: list[str] = []
    monkeypatch.setattr("webbrowser.open", found.append)
    return found


@pytest.fixture
def interrupts() -> Iterator[None]:
    """Ctrl-C interrupts, also where whoever started the tests has it ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def serve_and_ask(folder: Path, *, opens_browser: bool) -> tuple[str, str]:
    """Serve a dossier, ask for its page once, press Ctrl-C; return the address and the page."""
    told: list[str] = []

    def ask(address: str) -> None:
        opener = build_opener(HTTPCookieProcessor())
        try:
            told.append(opener.open(address, timeout=30).read().decode())
        finally:
            signal.raise_signal(signal.SIGINT)

    def say(address: str) -> None:
        told.append(address)
        Thread(target=ask, args=(address,)).start()

    serve(folder, None, None, 0, say, opens_browser=opens_browser)
    address, page = told
    return address, page


@pytest.mark.usefixtures("interrupts")
def test_a_dossier_is_served_until_it_is_interrupted(tmp_path: Path, opened: list[str]) -> None:
    """The browser opens the address that is told; it answers, and after Ctrl-C nobody does."""
    write_harbour(tmp_path / "case")
    address, page = serve_and_ask(tmp_path / "case", opens_browser=True)

    assert opened == [address]
    assert address.startswith("http://127.0.0.1:")
    assert len(address.partition("?token=")[2]) >= 40
    assert "Did the brig sail?" in page
    with pytest.raises(URLError):
        build_opener().open(address, timeout=5)


@pytest.mark.usefixtures("interrupts")
def test_a_dossier_with_errors_is_served_with_its_problems(tmp_path: Path, opened: list[str]) -> None:
    """Whatever can be read is on the page, and what cannot is told there; no browser is opened unasked."""
    write_harbour(tmp_path / "case", QUESTIONS.replace("kind: occurrence", "kind: rumour"))
    _, page = serve_and_ask(tmp_path / "case", opens_browser=False)

    assert opened == []
    assert "rumour" in page
    assert "questions.yaml:6" in page


def test_a_port_that_is_taken_is_an_error(tmp_path: Path) -> None:
    """Nothing is told, and nothing opened."""
    write_harbour(tmp_path / "case")
    told: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(OSError, match="in use"):
        serve(tmp_path / "case", None, None, taken.getsockname()[1], told.append, opens_browser=False)
    assert told == []


def test_a_folder_that_may_only_be_read_is_told(send: Send, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page is shown, and a decision on it is refused with what to do."""
    opening = os.open

    def only_to_read(path: str, flags: int, *rest: int, **more: int) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return opening(path, flags, *rest, **more)

    monkeypatch.setattr(os, "open", only_to_read)
    answer: TestResponse = send()
    monkeypatch.undo()

    assert answer.status_code == 507
    assert "ask for the right to write there" in answer.json["problem"]["message"]  # type: ignore[index]
