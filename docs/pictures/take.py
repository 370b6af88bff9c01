"""Takes the pictures of docs/page.md from the page of the worked dossier."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import claimcheck
from claimcheck.model.report import Report
from claimcheck.report.html.page import render_html
from docs.pictures.palette import with_palette

HERE = Path(__file__).resolve().parent
BROWSER = Path(os.environ.get("CLAIMCHECK_BROWSER", "/usr/bin/chromium"))

LARGEST_BYTES = 60_000

SHOTS = (
    ("first-screen", "", 1100, 780, "light"),
    ("conflict", "conflict of batumi-holder", 900, 800, "light"),
    ("matrix", "matrix", 1180, 720, "light"),
    ("stemma", "conflict of kemal-budenny .lines-of", 1024, 900, "dark"),
    ("phone", "conflict of bolshevik-seizure-date", 390, 844, "light"),
)
"""Name, place on the page (and what of it is shown), width, height and colour scheme of each picture."""


def _place(report: Report, words: str) -> tuple[str, str]:
    """Return the anchor that is meant, and a selector within it: a conflict goes by its first question."""
    place, _, part = words.removeprefix("conflict of ").partition(" ")
    if place == words.partition(" ")[0]:
        return place, part
    return next(each.id for each in report.conflicts if place in each.questions), part


def main() -> None:
    """Write every picture; exit 1 where there is no browser."""
    if not BROWSER.exists():
        sys.exit(f"no browser {BROWSER}: install Debian's chromium, or name another in CLAIMCHECK_BROWSER")
    from playwright.sync_api import sync_playwright

    report = claimcheck.examine(claimcheck.load(HERE.parent.parent / "claims"))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "report.html"
        path.write_text(render_html(report), encoding="utf-8")
        browser = playwright.chromium.launch(
            executable_path=BROWSER, args=["--no-sandbox", "--disable-lcd-text"]
        )
        for name, anchor, width, height, scheme in SHOTS:
            page = browser.new_page(
                viewport={"width": width, "height": height},
                color_scheme="dark" if scheme == "dark" else "light",
            )
            place, part = _place(report, anchor)
            page.goto(path.as_uri())
            if place:
                # An address would light the place up, in more colours than a palette has.
                page.locator(f"#{place}").evaluate("each => each.scrollIntoView()")
            shown = page.locator(f"#{place} {part}").first if part else page
            picture = with_palette(shown.screenshot())
            page.close()
            (HERE / f"{name}.png").write_bytes(picture)
            size = len(picture)
            sys.stdout.write(f"{name}.png {size:,} bytes{'' if size < LARGEST_BYTES else ': TOO LARGE'}\n")
        browser.close()


if __name__ == "__main__":
    main()
