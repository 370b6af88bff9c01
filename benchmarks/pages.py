"""Rendering reports with very many conflicts as pages, and loading the page in a browser."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from attrs import evolve

from benchmarks.rows import N_RUNS, Row
from claimcheck.model.report import Report

_MOST_RENDER_S = 10.0
_MOST_LOAD_S = 0.8
_MOST_MB = 1.5

BROWSER = os.environ.get("CLAIMCHECK_BROWSER", "/usr/bin/chromium")


def pages() -> Iterator[Row]:
    """Ten thousand conflicts rendered, against a thousand; a thousand loaded, against the worked dossier."""
    from claimcheck.report.html.page import render_html

    many, thousand = large_report(10_000), large_report(1_000)
    ours, theirs = (_processor_s(partial(_render, report)) for report in (many, thousand))
    yield Row(
        name="render 10,000 conflicts as pages",
        peer="the same, 1,000 conflicts",
        ours=ours,
        theirs=theirs,
        target=f"under {_MOST_RENDER_S:.0f} s of processor time",
        is_met=ours < _MOST_RENDER_S,
    )
    small, large = render_html(worked_report()), render_html(thousand)
    yield Row(
        name="the page of claims/",
        peer="1,000 conflicts",
        ours=len(small.encode()) / 1e6,
        theirs=len(large.encode()) / 1e6,
        unit="MB",
        target=f"under {_MOST_MB} MB",
        is_met=len(small.encode()) / 1e6 < _MOST_MB,
    )
    if not Path(BROWSER).exists():
        return
    loads = loading_times(small, large)
    yield Row(
        name="load 1,000 conflicts in a browser",
        peer="the page of claims/",
        ours=loads[1],
        theirs=loads[0],
        target=f"under {_MOST_LOAD_S} s",
        is_met=loads[1] < _MOST_LOAD_S,
        note="headless Chromium, from the address to the end of loading",
    )


def _render(report: Report) -> int:
    from claimcheck.report.html.page import render_pages

    return sum(len(page.text) for page in render_pages(report, "report.html"))


def _processor_s(work: Callable[[], object]) -> float:
    begin = process_time()
    work()
    return process_time() - begin


def worked_report() -> Report:
    """Return the report of the worked dossier."""
    import claimcheck

    folder = Path(__file__).resolve().parent.parent / "claims"
    return claimcheck.examine(claimcheck.load(folder))


@cache
def large_report(n: int) -> Report:
    """Return the report of an invented dossier with n conflicts: four rival answers to each question."""
    import claimcheck

    with tempfile.TemporaryDirectory() as folder:
        for file, content in (
            ("s.yaml", _SOURCES),
            ("d.yaml", _DOCUMENTS),
            ("q.yaml", _questions(n // 6 + 1)),
        ):
            (Path(folder) / file).write_text(content, encoding="utf-8")
        report = claimcheck.examine(claimcheck.load(folder))
    if report.problems or len(report.conflicts) < n:
        raise AssertionError(f"{len(report.conflicts)} conflicts; {report.problems[:1]}")
    return evolve(report, conflicts=report.conflicts[:n])


_HEADER = "claimcheck: 1\npart: {0}\n{0}:\n"
_NAMES = ("captain", "monk", "envoy", "clerk")
_SOURCES = _HEADER.format("sources") + "".join(
    f"  - {{id: {each}, title: The {each}'s tale}}\n" for each in _NAMES
)
_DOCUMENTS = _HEADER.format("documents") + "".join(
    f"  - {{id: by-{each}, source: {each}, language: en}}\n" for each in _NAMES
)


def _questions(n: int) -> str:
    """Return questions of two kinds, with four answers that exclude one another."""
    found = [_HEADER.format("questions")]
    for number in range(n):
        found.append(f"  - question: q-{number}\n    asks: What is told of the crossing of ford {number}?\n")
        found.append(f"    kind: {('quantity', 'date')[number % 2]}\n    when: 1742\n    attestations:\n")
        for place, name in enumerate(_NAMES):
            value = (f"{3 + place},{number % 900 + 100} men", f"{3 + place} May 1742")[number % 2]
            words = f"at ford {number} {place}"
            found.append(f'      - {{in: by-{name}, value: "{value}", at: p. {number}, quote: "{words}"}}\n')
    return "".join(found)


def loading_times(*texts: str) -> list[float]:
    """Return how many seconds a browser takes from the address of each page to the end of its loading."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        times = []
        for number, text in enumerate(texts):
            path = Path(folder) / f"{number}.html"
            path.write_text(text, encoding="utf-8")
            runs = []
            for _run in range(N_RUNS):
                page = browser.new_page()
                begin = perf_counter()
                page.goto(path.as_uri(), wait_until="load")
                runs.append(perf_counter() - begin)
                page.close()
            times.append(median(runs))
        browser.close()
    return times
