// Filters and order of the index, kept in the address. Without it the page is whole, only longer.
(() => {
  "use strict";
  const form = document.querySelector("form.filters");
  const narrowing = form && form.parentElement;
  const list = document.querySelector("ol.index");
  const MARK = "#?"; // what stands for filters in an address; anything else there names a place of the page

  for (const event of ["beforeprint", "afterprint"]) {
    addEventListener(event, () => {
      for (const each of document.querySelectorAll("details")) {
        if (event === "beforeprint") {
          if (!each.open) { each.dataset.shut = ""; each.open = true; }
        } else if ("shut" in each.dataset) {
          delete each.dataset.shut; each.open = false;
        }
      }
    });
  }

  // A link to something inside closed details opens them.
  function reveal() {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const shut = target.closest("[hidden]");
    if (shut && shut !== narrowing) shut.hidden = false;
    for (let each = target.closest("details"); each; each = each.parentElement.closest("details")) each.open = true;
    target.scrollIntoView();
  }

  if (!form || !list) { addEventListener("hashchange", reveal); reveal(); return; }

  const rows = [...list.children].map((row) => ({
    row,
    article: row.id ? null : document.getElementById(row.dataset.for),
    words: row.textContent.toLocaleLowerCase(),
    title: row.querySelector(".asked").textContent,
    has: (name, value) => row.getAttribute(`data-in-${name}`).split(" ").includes(value),
  }));
  const facets = [...form.querySelectorAll("select")].filter((each) => each.name !== "sort").map((each) => each.name);
  const shown = document.querySelector(".shown");
  const also = document.querySelector(".also");
  const asked = [...document.querySelectorAll("#questions .question > h3")].map((title) => ({
    title, words: title.textContent.toLocaleLowerCase(),
  }));
  const MOST_ALSO = 8;
  const relations = ["necessary_conflict", "possible_conflict"];
  const number = (name) => (each) => Number(each.row.dataset[name]);
  const keys = {
    "": number("number"),
    weight: number("weight"),
    relation: (each) => relations.indexOf(relations.find((name) => each.has("relation", name))),
    sources: (each) => -each.row.dataset.sources,
  };

  function chosen() {
    const found = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value) found.set(name, value);
    return found;
  }

  function apply() {
    const wished = chosen();
    const wanted = facets.filter((name) => wished.has(name));
    const words = (wished.get("words") || "").toLocaleLowerCase().split(/\s+/).filter(Boolean);
    let n = 0;
    for (const each of rows) {
      const fits = wanted.every((name) => each.has(name, wished.get(name))) && words.every((word) => each.words.includes(word));
      each.row.hidden = !fits;
      if (each.article) each.article.hidden = !fits;
      n += fits;
    }
    const of = [...wanted.map((name) => form.elements[name].selectedOptions[0].textContent.replace(/ \([^()]*\)$/, "")), ...words];
    const which = of.length ? `: ${of.join(", ")}` : "";
    shown.textContent = n === rows.length ? `All ${n} conflicts are shown.` : `${n} of ${rows.length} conflicts are shown${which}.`;
    sort(wished.get("sort") || "");
    tell(words);
  }

  // Words may stand in questions about which there is no conflict.
  function tell(words) {
    also.replaceChildren();
    const found = words.length ? asked.filter((each) => words.every((word) => each.words.includes(word))) : [];
    if (!found.length) return;
    const more = found.length > MOST_ALSO ? `, the first ${MOST_ALSO} of which are` : "";
    also.append(found.length === 1 ? "One question has these words: " : `${found.length} questions have these words${more}: `);
    for (const { title } of found.slice(0, MOST_ALSO)) {
      const link = document.createElement("a");
      link.href = `#${title.parentElement.id}`;
      link.textContent = title.textContent;
      also.append(link, " ");
    }
  }

  let sorted = "";
  function sort(name) {
    if (name === sorted) return;
    sorted = name;
    const key = keys[name];
    const order = key
      ? (a, b) => key(a) - key(b) || number("number")(a) - number("number")(b)
      : (a, b) => a.title.localeCompare(b.title, "en") || number("number")(a) - number("number")(b);
    list.append(...[...rows].sort(order).map((each) => each.row));
  }

  function remember() {
    const text = chosen().toString();
    history.replaceState(null, "", text ? MARK + text : location.pathname + location.search);
  }

  function restore() {
    if (location.hash.startsWith(MARK)) {
      const wished = new URLSearchParams(location.hash.slice(MARK.length));
      for (const field of form.elements) {
        if (!field.name) continue;
        field.value = wished.get(field.name) || "";
        if (field.value !== (wished.get(field.name) || "")) field.value = ""; // a value that this report does not have
      }
      apply();
    } else {
      reveal();
    }
  }

  narrowing.hidden = false;
  // On a phone the form would fill the screen before anything that it finds.
  if (matchMedia("(max-width: 40rem)").matches) narrowing.open = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => { apply(); remember(); });
  form.addEventListener("reset", () => setTimeout(() => { apply(); remember(); }));
  addEventListener("hashchange", () => {
    restore();
    if (location.hash.startsWith(MARK)) (narrowing.open ? narrowing : shown).scrollIntoView();
  });
  apply();
  restore();
})();
