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


UNDER = """() => {
  const found = { days: 0, apart: [] }, middle = (each) => {
    const box = each.getBoundingClientRect();
    return box.left + box.width / 2;
  };
  for (const picture of document.querySelectorAll(".strips")) {
    const marks = [...picture.querySelectorAll(".axis text")];
    for (const row of picture.querySelectorAll(".row")) {
      const diamonds = row.querySelectorAll('use[href="#d-moment"]');
      const told = row.querySelector(".label").textContent;
      const day = /: (?:.* )?(\\d+) ([A-Z][a-z]{2})[a-z]* (\\d{4})$/.exec(told);
      if (diamonds.length !== 1 || !day) continue;
      const mark = marks.find((each) => `${each.textContent} `.startsWith(`${day[1]} ${day[2]} `));
      if (!mark) continue;
      found.days += 1;
      if (Math.abs(middle(mark) - middle(diamonds[0])) > 1.5) found.apart.push(row.textContent);
    }
  }
  return found;
}"""

NAMES = """() => {
  const found = { names: 0, cut: [], struck: [] };
  for (const row of document.querySelectorAll(".strips .row")) {
    const names = [...row.querySelectorAll("text")];
    const shapes = [...row.querySelectorAll("rect, use, .cap")].map((each) => each.getBoundingClientRect());
    for (const name of names) {
      const box = name.getBoundingClientRect();
      found.names += 1;
      if (box.left < 4 || box.right > innerWidth - 4) found.cut.push(name.textContent);
      const others = names.filter((each) => each !== name).map((each) => each.getBoundingClientRect());
      const touches = (each) => each.left < box.right - 1 && each.right > box.left + 1
        && each.top < box.bottom - 4 && each.bottom > box.top + 4;
      if ([...shapes, ...others].some(touches)) found.struck.push(name.textContent);
    }
  }
  return found;
}"""

KEYED = """() => [...document.querySelectorAll(".picture:has(.strips):has(.key)")].map((figure) => {
  const named = [...figure.querySelectorAll(".key use")].map((each) => each.getAttribute("href").slice(3));
  const used = new Set();
  for (const each of figure.querySelectorAll(".row rect, .row use")) {
    const isDenied = !!each.closest(".denies"), isDoubted = !!each.closest(".doubts");
    const shape = (each.getAttribute("href") || `#d-${each.getAttribute("class")}`).slice(3);
    if (shape.startsWith("no-")) used.add("endless");
    else if (shape === "broken" || shape === "envelope") used.add(shape);
    else if (isDoubted) used.add("doubted");
    else if (!isDenied || shape === "sometime") used.add(shape);
    if (isDenied && shape !== "broken") used.add("denied");
  }
  const shown = figure.querySelector(".key").innerText;
  return { key: named.sort().join(), used: [...used].sort().join(), shown };
})"""


@pytest.mark.parametrize("width", [390, 1440])
def test_a_day_stands_over_its_name(browser: Browser, worked_page: str, width: int) -> None:
    """The diamond of 5 February stands over the label "5 Feb", on any screen."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(worked_page)
    found = page.evaluate(UNDER)
    context.close()

    assert found["days"] > 20
    assert found["apart"] == []


@pytest.mark.parametrize("width", [360, 390, 768, 1440])
def test_holders_are_named_beside_their_bars(browser: Browser, worked_page: str, width: int) -> None:
    """No name of a holder is cut off, struck through by a bar, or written over another."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(worked_page)
    found = page.evaluate(NAMES)
    context.close()

    assert found["names"] > 40
    assert (found["cut"], found["struck"]) == ([], [])


def test_a_picture_names_the_shapes_that_it_uses(browser: Browser, worked_page: str) -> None:
    """Below each picture of bars stands what its shapes mean, of all that it uses and of no other."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(worked_page)
    found = page.evaluate(KEYED)
    context.close()

    assert len(found) > 50
    for each in found:
        assert each["key"] == each["used"]
        assert each["shown"].strip()
    assert any("denied" in each["shown"] for each in found)


def test_what_is_denied_is_drawn_otherwise(browser: Browser, worked_page: str) -> None:
    """Affirmed, denied and doubted bars differ in fill or stroke, not in colour alone."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(worked_page)
    styles = page.evaluate(
        """() => {
          const row = document.querySelector(".row:has(.core)"), rect = row.querySelector(".core");
          return ["", "denies", "doubts"].map((stance) => {
            row.className = `row ${stance}`;
            const { fill, strokeDasharray, stroke } = getComputedStyle(rect);
            return [fill.replace(/rgb.*/, "full"), strokeDasharray, stroke !== "none"].join();
          });
        }"""
    )
    context.close()

    assert len(set(styles)) == 3
    assert "crossed" in styles[1]
    assert styles[2] == "none,0px, 4px,true"
