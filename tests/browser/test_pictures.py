"""The pictures in a browser: what is drawn where, measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

STRUCK = """() => {
  const within = (p, box) => p.x > box.left && p.x < box.right && p.y > box.top && p.y < box.bottom;
  const found = { texts: 0, struck: [], outside: [] };
  for (const stemma of document.querySelectorAll("svg.stemma")) {
    const links = [...stemma.querySelectorAll(".link")].map((path) => {
      const length = path.getTotalLength(), steps = Math.ceil(length / 2);
      return [...Array(steps + 1).keys()].map((n) => path.getPointAtLength(length * n / steps));
    });
    const boxes = [...stemma.querySelectorAll(".box")].map((each) => each.getBBox());
    for (const text of stemma.querySelectorAll("text")) {
      const isNumber = text.matches(".line-number"), own = text.getBBox(), air = isNumber ? 5 : 1;
      const room = { left: own.x - air, right: own.x + own.width + air,
        top: own.y, bottom: own.y + own.height };
      const isIn = boxes.some((box) => room.left > box.x + 3 && room.right < box.x + box.width - 3
        && room.top > box.y && room.bottom < box.y + box.height);
      found.texts += 1;
      // A number stands on its own link, with the link hidden behind it.
      const struck = links.filter((points) => points.some((point) => within(point, room))).length;
      if (struck > (isNumber ? 1 : 0)) found.struck.push(text.textContent);
      if (!isIn && !isNumber) found.outside.push(text.textContent);
    }
  }
  return found;
}"""

CUT = """() => [...document.querySelectorAll("svg.stemma")].map((svg) => {
  const region = svg.parentElement;
  return {
    wide: svg.getBoundingClientRect().width, room: region.clientWidth,
    told: region.tabIndex === 0 && !!region.ariaLabel, moves: region.scrollWidth > region.clientWidth,
    shadow: getComputedStyle(region).backgroundImage.split("gradient").length - 1,
  };
})"""


def test_no_link_strikes_a_word_of_a_stemma_through(browser: Browser, worked_page: str) -> None:
    """In all stemmata of the worked dossier words stand in their boxes, and links pass them by."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(worked_page)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    found = page.evaluate(STRUCK)
    context.close()

    assert found["texts"] > 200
    assert (found["struck"], found["outside"]) == ([], [])


@pytest.mark.parametrize("width", [390, 768])
def test_a_stemma_is_whole_or_moves(browser: Browser, worked_page: str, width: int) -> None:
    """Three sources beside each other fit any screen; what is wider moves in a region that shows it."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(worked_page)
    found = page.evaluate(CUT)
    context.close()

    assert len(found) > 30
    for each in found:
        if each["wide"] > each["room"]:
            assert each["told"]
            assert each["moves"]
            assert each["shadow"] == 4
    assert all(each["wide"] <= each["room"] for each in found if each["wide"] < 347)
    assert sum(each["wide"] > each["room"] for each in found) < 10
