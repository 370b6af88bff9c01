"""Write every page that is made from the code."""

from __future__ import annotations

from pathlib import Path

from docs.made import phrases, tolerances

PAGES = {"phrases.md": phrases.page, "tolerances.md": tolerances.page}


def main() -> None:
    """Write the pages beside the ones that are written by hand."""
    for name, page in PAGES.items():
        (Path(__file__).resolve().parent.parent / name).write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
