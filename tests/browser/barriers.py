"""What axe-core finds on a page, and pages that hold one of each kind of block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from playwright.sync_api import Page

_TAGS = (
    *("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"),
    *("best-practice", "experimental"),
)
"""Every rule but those of level AAA, among which is a contrast of 7 to 1."""

SETTINGS = ((390, "light"), (390, "dark"), (1440, "light"), (1440, "dark"))
"""Widths in pixels, and colour schemes."""

# An element is of use as long as something in it, told by tag, class and role below its parent's, has not
# been met before. What names something else stays with it.
_THIN = """most => {
  for (const table of document.querySelectorAll("table"))
    for (const row of table.rows) [...row.cells].slice(most).forEach(each => each.remove());
  const name = each => [each.tagName, each.getAttribute("class"), each.getAttribute("role")].join(" ");
  const path = each => name(each.parentElement) + ">" + name(each);
  const heads = "h1, h2, h3, h4, summary, dt, th, thead, caption, figcaption, legend, label, title";
  const met = new Set();
  const mayGo = each => !each.closest(`${heads}, a, button`) && !each.matches("main, dd, td");
  const isMet = each => [each, ...each.querySelectorAll("*")].every(one => met.has(path(one)));
  function visit(element) {
    for (const child of [...element.children]) {
      if (mayGo(child) && isMet(child)) child.remove();
      else {
        met.add(path(child));
        visit(child);
      }
    }
  }
  visit(document.body);
}"""

_COLUMNS = 6


def thin(page: Page) -> None:
    """
    Leave one of each kind of block, so that axe has seconds to do and not minutes.

    A page of hundreds of conflicts is made of some dozens of blocks. Tables keep their first columns.
    """
    page.evaluate(_THIN, _COLUMNS)


def unfold(page: Page) -> None:
    """
    Open whatever is folded, and lay out what is far from being seen: axe looks at nothing that is hidden.

    What a browser has not laid out yet has a place that is guessed, and would seem to lie over its neighbour.
    """
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    page.add_style_tag(content="* { content-visibility: visible !important }")


def offer_decisions(page: Page) -> None:
    """Open the forms of a report in a file, and have one made."""
    page.get_by_role("button", name="Decide on these conflicts").click()
    page.locator("h1").click()
    page.keyboard.press("j")
    page.keyboard.press("r")
    page.locator("article.desk-current form.desk").wait_for()


def show_all_of_a_desk(page: Page) -> None:
    """Have a decision refused, ask what changed, and open whatever is folded."""
    # Forms are made when they are about to be seen, and on so high a screen all are.
    page.set_viewport_size({"width": 1000, "height": 20_000})
    page.locator("article.conflict form.desk").last.wait_for()
    page.keyboard.press("j")
    page.locator("article.desk-current").get_by_role("button", name="Decide").click()
    page.locator(".desk-told.bad").wait_for()
    page.get_by_role("button", name="What changed").click()
    page.locator(".desk-changes li").first.wait_for()
    unfold(page)


def barriers(page: Page, width: int, scheme: str) -> list[str]:
    """Return what axe finds at a width in a colour scheme: rule, number of places, and the first of them."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    options = {"runOnly": list(_TAGS), "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{width} px, {scheme}: {each['id']} at {len(each['nodes'])}: {each['nodes'][0]['html'][:300]}"
        for each in found
    ]
