// Decisions: a form beside every conflict and finding, moved through by keyboard.
// On the local page they are written at once; in a file they are kept by the browser until they are saved.
(() => {
  "use strict";
  const holder = document.getElementById("desk-data");
  if (!holder) return;
  const data = JSON.parse(holder.textContent);
  const OWN = "claimcheck-reviewer", KEYS = "claimcheck-keys";
  const sections = [...document.querySelectorAll("[data-decides]")].filter(each => data.items[each.dataset.decides]);
  const forms = new Map();
  let current = -1;

  // --- small helpers ---------------------------------------------------------------------------

  function make(tag, given = {}, ...inside) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(given)) {
      if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
      else if (value === true) made.setAttribute(name, "");
      else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value);
    }
    made.append(...inside.filter(each => each !== null && each !== undefined));
    return made;
  }

  // A browser may keep nothing for a file; the page works all the same until it is closed.
  const kept = new Map();
  function recall(name) { try { return localStorage.getItem(name); } catch { return kept.get(name) ?? null; } }
  function keep(name, value) { kept.set(name, value); try { localStorage.setItem(name, value); } catch { /* kept here */ } }

  const hex = length => [...crypto.getRandomValues(new Uint8Array(length / 2))]
    .map(each => each.toString(16).padStart(2, "0")).join("");
  const letter = number => String.fromCharCode(64 + number);

  // --- where decisions go ----------------------------------------------------------------------

  const server = {
    // The digest of the evidence as it was when this page was made: what the reviewer has seen.
    async write(item, fields) {
      const shown = data.items[item];
      const standing = shown.state ? shown.state.standing.map(each => each.id) : [];
      let answer;
      try {
        answer = await fetch("api/events", {
          method: "POST",
          headers: {"Content-Type": "application/json"},
          body: JSON.stringify({...fields, about: item, reviewer: reviewer(), evidence: shown.evidence, standing}),
        });
      } catch { throw new Error("The page has no connection any more: nothing was kept. Start claimcheck review again."); }
      const told = await answer.json();
      if (!answer.ok) throw Object.assign(new Error(told.problem.message), {code: told.problem.code});
      shown.state = told.state;
      return told.problems;
    },
    async refresh() {
      const answer = await fetch("api/state");
      if (!answer.ok) return;
      const now = await answer.json();
      for (const [item, shown] of Object.entries(data.items)) {
        const fresh = now.items[item];
        shown.isStale = !fresh || fresh.evidence !== shown.evidence;
        if (fresh) shown.state = fresh.state;
      }
    },
  };

  const file = {
    name: `claimcheck-decisions-${data.report}`,
    events: [],
    load() { try { this.events = JSON.parse(recall(this.name) || "[]"); } catch { this.events = []; } },
    async write(item, fields) {
      const shown = data.items[item], own = this.standing(item);
      const decided = fields.event === "decision";
      if (decided && fields.ruling === "withdrawn" && !own && !shown.state?.standing.length) throw new Error("There is no decision to take back.");
      const common = {claimcheck: 1, event: fields.event, id: hex(32), about: item, reviewer: reviewer(),
        at: new Date().toISOString().replace("Z", "000Z")};
      const supersedes = own ? [own.id] : (shown.state?.standing || []).map(each => each.id);
      const rest = decided
        ? {ruling: fields.ruling, side: fields.side, answer: fields.answer || "", reason: fields.reason, supersedes, evidence: Object.fromEntries(shown.parts.map(place => data.evidence[place]))}
        : fields.event === "comment" ? {text: fields.text} : {to: fields.to};
      this.events.push({...common, ...rest});
      keep(this.name, JSON.stringify(this.events));
      return [];
    },
    standing(item) { return this.events.filter(each => each.about === item && each.event === "decision").at(-1); },
    async refresh() { this.load(); },
    save() {
      const text = JSON.stringify({schema: "claimcheck-decisions-1", events: this.events}, null, 1) + "\n";
      const link = make("a", {href: URL.createObjectURL(new Blob([text], {type: "application/json"})), download: "decisions.json"});
      document.body.append(link);
      link.click();
      link.remove();
    },
  };

  const store = data.mode === "server" ? server : file;

  // --- one form --------------------------------------------------------------------------------

  function choicesOf(item) {
    const n = data.items[item].n_sides;
    const kind = n ? "conflict" : "finding";
    return data.rulings[kind].flatMap(each => each.value !== "side" ? [{...each, side: 0}]
      : Array.from({length: n}, (_, number) => ({
        value: "side", side: number + 1, words: `side ${letter(number + 1)}`, key: n < 7 ? letter(number + 1).toLowerCase() : "",
      })));
  }

  // Forms are made when they are about to be seen: a report may have thousands of conflicts.
  function formOf(item) {
    if (!forms.has(item)) addForm(sections.find(each => each.dataset.decides === item));
    return forms.get(item);
  }

  function addForm(section) {
    const item = section.dataset.decides, name = `ruling-${item}`;
    const reason = make("textarea", {rows: 2, "aria-label": "Reason", placeholder: "Why? A reason is needed to close it.", maxlength: 20000});
    const told = make("p", {class: "desk-told", role: "status"});
    const radios = choicesOf(item).map(each => {
      const radio = make("input", {type: "radio", name, value: each.value, "data-side": each.side});
      return {...each, radio, label: make("label", {}, radio, ` ${each.words} `, each.key ? make("kbd", {"aria-hidden": "true"}, each.key) : null)};
    });
    const title = (section.closest("article")?.querySelector("h3")?.textContent || item).trim();
    const form = make("form", {class: "desk", "aria-label": `Decide: ${title}`},
      make("fieldset", {}, make("legend", {}, "Your ruling"), ...radios.map(each => each.label)),
      reason,
      make("div", {class: "desk-buttons"},
        make("button", {type: "submit"}, "Decide"),
        make("button", {type: "button", onclick: () => undo(item)}, "Take back"),
        make("button", {type: "button", onclick: () => remark(item)}, "Comment"),
        make("button", {type: "button", onclick: () => assign(item)}, "Assign…")),
      told);
    form.addEventListener("submit", event => { event.preventDefault(); decide(item); });
    form.addEventListener("keydown", event => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); decide(item); }
    });
    section.addEventListener("focusin", () => { current = sections.indexOf(section); });
    if (data.items[item].n_sides) section.append(form);
    else section.append(make("details", {class: "desk-fold"}, make("summary", {}, "Decide on this"), form));
    forms.set(item, {section, form, reason, radios, told});
  }

  async function send(item, fields, done) {
    const {told} = formOf(item);
    if (!reviewer()) {
      say(told, "Say who you are first.", true);
      document.getElementById("desk-reviewer").focus();
      return false;
    }
    try {
      const problems = await store.write(item, fields);
      say(told, [done, ...problems].join(" "), false);
    } catch (error) {
      if (store === server && ["evidence-changed", "decided-meanwhile", "gone"].includes(error.code)) {
        await server.refresh();
        show(item);
      }
      say(told, `${sentence(error.message)} Nothing was written.`, true);
      count();
      return false;
    }
    show(item);
    count();
    return true;
  }

  const sentence = words => words.charAt(0).toUpperCase() + words.slice(1) + (/[.!?]$/.test(words) ? "" : ".");
  function say(told, words, isBad) { told.textContent = words; told.classList.toggle("bad", isBad); }

  async function decide(item) {
    const {radios, reason, told} = formOf(item);
    const chosen = radios.find(each => each.radio.checked);
    if (!chosen) { say(told, "Choose a ruling first.", true); return; }
    if (chosen.value !== "undecided" && !reason.value.trim()) { say(told, "A reason is needed to close it.", true); reason.focus(); return; }
    const answer = chosen.side ? formOf(item).section.closest("article")?.querySelector(`.side-${letter(chosen.side)} .answer`)?.textContent || "" : "";
    const fields = {event: "decision", ruling: chosen.value, side: chosen.side, reason: reason.value.trim(), answer};
    if (await send(item, fields, "Kept.")) { reason.value = ""; chosen.radio.checked = false; }
  }

  function undo(item) {
    return send(item, {event: "decision", ruling: "withdrawn", side: 0, reason: formOf(item).reason.value.trim()}, "Taken back.");
  }

  async function remark(item) {
    const {reason, told} = formOf(item);
    if (!reason.value.trim()) { say(told, "Write the comment into the field first.", true); reason.focus(); return; }
    if (await send(item, {event: "comment", text: reason.value.trim()}, "Comment kept.")) reason.value = "";
  }

  async function assign(item) {
    const {reason, told} = formOf(item);
    const to = reason.value.trim();
    if (!to || to.length > 200) { say(told, "Write the name of whoever shall look at it into the field first.", true); reason.focus(); return; }
    if (await send(item, {event: "assignment", to}, `For ${to} to look at.`)) reason.value = "";
  }

  // --- what is shown ---------------------------------------------------------------------------

  const wordsOf = event => {
    const by = event.reviewer || "";
    if (event.event === "comment") return `${by}, comment: ${event.text}`;
    if (event.event === "assignment") return `${by}: for ${event.to} to look at.`;
    const ruling = event.ruling === "withdrawn" ? "taken back"
      : event.side ? `side ${letter(event.side)}` : choicesOf(event.about).find(each => each.value === event.ruling)?.words || event.ruling;
    return `${by}: ${ruling}${event.reason ? `, because ${event.reason.replace(/\.$/, "")}` : ""}.`;
  };

  function show(item) {
    const {section} = formOf(item), shown = data.items[item];
    let box = section.querySelector(".desk-state");
    if (!box) { box = make("div", {class: "desk-state"}); (section.querySelector(".desk-fold") || section.querySelector("form.desk")).before(box); }
    const lines = [];
    if (store === file) {
      const own = file.events.filter(each => each.about === item);
      if (own.length) lines.push(make("p", {class: "status here"}, "In this browser, not yet saved to the dossier:"),
        make("ul", {}, ...own.map(each => make("li", {}, wordsOf(each)))));
    } else {
      for (const old of section.querySelectorAll(":scope > :not(h4):not(form):not(.desk-fold):not(.desk-state)")) old.remove();
      if (shown.isStale) lines.push(make("p", {class: "status stale"}, "Its evidence has changed since this page was loaded. ",
        make("a", {href: `?#${section.closest("[id]")?.id || ""}`, onclick: event => { event.preventDefault(); location.reload(); }}, "Load it again")));
      const state = shown.state;
      if (state && state.history.length) {
        const stands = new Set(state.standing.map(each => each.id));
        const part = (isStanding) => state.history.filter(each => stands.has(each.id) === isStanding).map(each => make("li", {}, each.words));
        lines.push(make("p", {class: `status ${state.status}`}, sentence(state.status_words)));
        if (state.standing.length) lines.push(make("ul", {class: "standing"}, ...part(true)));
        if (state.changed.length) lines.push(make("p", {}, `What changed since: ${state.changed.join("; ")}.`));
        const before = part(false);
        if (before.length) lines.push(make("details", {}, make("summary", {}, "The history"), make("ol", {}, ...before)));
      } else lines.push(make("p", {class: "status"}, "Nobody has decided."));
    }
    box.replaceChildren(...lines);
    markRows();
  }

  const rows = new Map([...document.querySelectorAll("ol.index > li[data-for]")].map(each => [each.dataset.for, each]));
  function markRows() {
    for (const each of sections) rows.get(each.closest("[id]")?.id)?.classList.toggle("is-decided", isClosed(each.dataset.decides));
  }

  function isClosed(item) {
    if (store === file) {
      const own = file.standing(item);
      if (own) return !["withdrawn", "undecided"].includes(own.ruling);
    }
    return data.items[item].state?.status === "decided";
  }

  // --- the bar ---------------------------------------------------------------------------------

  const reviewer = () => (recall(OWN) || "").trim();
  const counted = make("span", {class: "desk-counted", role: "status"});
  const changes = make("section", {class: "desk-changes", hidden: true, tabindex: -1, "aria-label": "What changed"});
  const hasKeys = () => recall(KEYS) !== "off";

  function count() {
    const conflicts = sections.filter(each => data.items[each.dataset.decides].n_sides);
    const n = conflicts.filter(each => isClosed(each.dataset.decides)).length;
    counted.textContent = `${n} of ${conflicts.length} conflicts decided`;
  }

  function addBar() {
    const name = make("input", {id: "desk-reviewer", value: recall(OWN) || "", maxlength: 200, autocomplete: "name",
      oninput: event => keep(OWN, event.target.value)});
    const keys = make("input", {type: "checkbox", onchange: event => keep(KEYS, event.target.checked ? "on" : "off")});
    keys.checked = hasKeys();
    const bar = make("aside", {class: "desk-bar", "aria-label": "Review"},
      make("label", {}, "Reviewer ", name), counted,
      make("button", {type: "button", onclick: () => move(-1)}, "Previous open ", make("kbd", {"aria-hidden": "true"}, "k")),
      make("button", {type: "button", onclick: () => move(1)}, "Next open ", make("kbd", {"aria-hidden": "true"}, "j")),
      store === server ? make("button", {type: "button", onclick: since}, "What changed") : make("button", {type: "button", onclick: () => file.save()}, "Save decisions…"),
      make("label", {}, keys, " single keys"));
    document.querySelector("main").before(bar, changes);
    if (store === server && data.problems.length)
      changes.before(make("div", {class: "warning", role: "alert"}, ...data.problems.map(each => make("p", {}, each))));
  }

  async function since() {
    const last = recall("claimcheck-seen") || "";
    const answer = await fetch(`api/changes?since=${encodeURIComponent(last)}`);
    const events = answer.ok ? await answer.json() : [];
    if (events.length) keep("claimcheck-seen", events.at(-1).at);
    const told = events.map(each => make("li", {}, make("a", {href: `#${sections.find(one => one.dataset.decides === each.about)?.closest("[id]")?.id || ""}`}, each.words)));
    changes.replaceChildren(make("h2", {}, last ? `All that changed since ${last.slice(0, 16).replace("T", " ")} UTC` : "All that was done so far"),
      told.length ? make("ol", {}, ...told) : make("p", {}, "Nothing."));
    changes.hidden = false;
    changes.focus();
  }

  function isVisible(section) {
    const article = section.closest("article") || section;
    return !article.hidden && !article.closest("[hidden]");
  }

  function move(step) {
    for (let at = current + step; at >= 0 && at < sections.length; at += step) {
      const item = sections[at].dataset.decides;
      if (isClosed(item) || !isVisible(sections[at])) continue;
      go(at);
      return;
    }
    const told = current >= 0 ? formOf(sections[current].dataset.decides).told : null;
    if (told) say(told, step > 0 ? "That was the last open one." : "That was the first open one.", false);
  }

  function go(at) {
    current = at;
    const section = sections[at], article = section.closest("article") || section;
    for (let up = section.parentElement; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
    for (const each of document.querySelectorAll(".desk-current")) each.classList.remove("desk-current");
    article.classList.add("desk-current");
    if (!article.hasAttribute("tabindex")) article.setAttribute("tabindex", "-1");
    article.focus({preventScroll: true});
    article.scrollIntoView({block: "start"});
    if (article.id) history.replaceState(null, "", `${location.pathname}${location.search}#${article.id}`);
  }

  // --- keys: never in a field, never with a modifier, off when switched off ----------------------

  const isField = each => each instanceof HTMLElement && (each.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(each.tagName) && each.type !== "radio");

  document.addEventListener("keydown", event => {
    if (!hasKeys() || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isField(event.target)) return;
    const key = event.key.toLowerCase();
    if (key === "j" || key === "k") { event.preventDefault(); move(key === "j" ? 1 : -1); return; }
    if (current < 0) return;
    const item = sections[current].dataset.decides, {radios, reason} = formOf(item);
    const chosen = radios.find(each => each.key === key);
    if (chosen) { event.preventDefault(); chosen.radio.checked = true; reason.focus(); }
    else if (key === "z") { event.preventDefault(); undo(item); }
    else if (key === "r") { event.preventDefault(); reason.focus(); }
  });

  document.addEventListener("keydown", event => {
    if (event.key === "Escape" && isField(event.target) && event.target.closest("form.desk")) {
      const article = event.target.closest("article") || event.target.closest("[data-decides]");
      if (!article.hasAttribute("tabindex")) article.setAttribute("tabindex", "-1");
      article.focus();
    }
  });

  // --- begin -----------------------------------------------------------------------------------

  const changedHere = () => sections.filter(each => forms.has(each.dataset.decides)
    || (store === file && file.events.some(event => event.about === each.dataset.decides)));

  function begin() {
    addBar();
    const near = new IntersectionObserver(seen => {
      for (const each of seen) if (each.isIntersecting) { near.unobserve(each.target); formOf(each.target.dataset.decides); }
    }, {rootMargin: "1500px"});
    sections.forEach(each => near.observe(each));
    changedHere().forEach(each => show(each.dataset.decides));
    markRows();
    count();
    if (store === server) {
      document.addEventListener("visibilitychange", async () => {
        if (document.visibilityState !== "visible") return;
        await server.refresh().catch(() => {});
        changedHere().forEach(each => show(each.dataset.decides));
        markRows();
        count();
      });
    } else window.addEventListener("storage", () => { file.load(); changedHere().forEach(each => show(each.dataset.decides)); markRows(); count(); });
  }

  if (store === file) file.load();
  // Whoever only reads a file is left alone with it.
  if (store === server || file.events.length) begin();
  else if (sections.length) {
    const offer = make("button", {type: "button", class: "desk-offer", onclick: () => {
      offer.remove();
      begin();
      document.getElementById("desk-reviewer").focus();
    }}, "Decide on these conflicts…");
    (document.querySelector("nav.contents") || document.querySelector("main")).append(offer);
  }
})();
