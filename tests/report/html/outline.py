"""A page taken apart: its tags, its attributes, and an outline that a person can read."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"meta", "br", "input", "link"}
# SVG closes its own elements when they are empty.
_SKIPPED = {"style", "script", "svg"}
_LANDMARKS = {"nav", "main", "header", "footer", "section", "article", "form", "figure", "details", "table"}
_TOLD = {
    "title",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "p",
    "li",
    "dt",
    "dd",
    "blockquote",
    "th",
    "td",
    "summary",
    "figcaption",
    "label",
    "option",
}


class PageReader(HTMLParser):
    """
    Collects tags, attributes, ids and links, and fails where tags do not close in order.

    `outline` has a line for each landmark and each piece of text, indented as they nest, without
    style, script and pictures.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.ids: list[str] = []
        self.text = ""
        self.outline: list[str] = []
        self._line = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag in _LANDMARKS | _TOLD and not _SKIPPED & set(self.open):
            self._flush()
            if tag in _LANDMARKS:
                given = dict(attrs)
                name = " ".join(
                    f"{key}={given[key]}" for key in ("id", "class", "aria-label") if given.get(key)
                )
                self._put(f"<{tag} {name}".strip() + ">")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        self.ids += [value or "" for name, value in attrs if name == "id"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        if tag in _LANDMARKS | _TOLD:
            self._flush()
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not _SKIPPED & set(self.open):
            self.text += data
            self._line += data

    def _flush(self) -> None:
        words = " ".join(self._line.split())
        self._line = ""
        if words:
            self._put(words)

    def _put(self, line: str) -> None:
        depth = sum(each in _LANDMARKS for each in self.open)
        self.outline.append("  " * depth + line)


def read_page(page: str) -> PageReader:
    """Return a page taken apart; AssertionError where its tags do not nest."""
    reader = PageReader()
    reader.feed(page)
    reader.close()

    assert reader.open == []
    return reader
