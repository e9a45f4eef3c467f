// @ts-check
/**
 * The form for a note: words of the article, what is said of them, by whom. `#u=p7&q=words&at=12` in the
 * address brings the words that were selected; it goes no further than this page.
 */
(function () {
  const root = document.getElementById("note-form");
  if (!root) return;
  const own = /** @type {any} */ (globalThis).editionContribute;
  const form = own.form(root), { find, tell, element = own.element } = form;
  const quote = find("#note-quote"), unit = find("#note-unit"), body = find("#note-body"), places = find("#note-places");
  const LISTED = 20, NEAR = 64; // as in the engine's `note_place.py`
  const UNFETCHED = "The article’s text could not be fetched, so that the words cannot be looked for. Reload the page when you are connected, or write the file by hand.";
  const MOST_QUOTED = 2000, MOST_SHOWN = 6, AROUND = 40;

  /** @type {{ id: string, text: string }[]} */
  let units = [];
  /** @type {any} */
  let known = { notes: [], names: [], contributors: {}, library: {} };
  /** @type {Set<string>} what `[[…]]` finds, without typography */
  let names = new Set();
  /** @type {any[]} */
  let references = [];
  /** @type {{ unit: string, start: number, end: number } | null} */
  let chosen = null;
  /** @type {number} where the words began that were selected; -1 where they were typed */
  let asked = -1;

  /** @param {string} id @returns {string} */
  const named = (id) => Array.from(unit.options).find((/** @type {any} */ one) => one.value === id)?.textContent || id;

  /** @param {any} span @returns {(string | Node)[]} the words with what stands around them */
  function shown(span) {
    const text = units.find(({ id }) => id === span.unit)?.text || "";
    const before = text.slice(0, span.start), after = text.slice(span.end);
    // Whole words: a stretch that is cut loses the part of a word at its end.
    const left = before.length > AROUND ? `… ${before.slice(-AROUND).replace(/^\S*\s/, "")}` : before;
    const right = after.length > AROUND ? `${after.slice(0, AROUND).replace(/\s\S*$/, "")} …` : after;
    return [`${named(span.unit)}: “${left}`, element("mark", [text.slice(span.start, span.end)]), `${right}”`];
  }

  // ---- The words

  /** @returns {string} what is wrong with the words; nothing where they have one place */
  function place() {
    const exact = own.collapsed(quote.value), most = own.size(exact) > MOST_QUOTED;
    const spans = exact && !most ? own.places(units, { exact, unit: unit.value }) : [];
    const same = chosen && spans.find((/** @type {any} */ one) => one.unit === chosen?.unit && one.start === chosen.start);
    chosen = spans.length === 1 ? spans[0] : same || spans.find((/** @type {any} */ one) => one.start === asked && one.unit === unit.value) || null;
    const isOffered = spans.length > 1 && spans.length <= LISTED;
    const told = spans.map((/** @type {any} */ one) => `${one.unit} ${one.start}`).join(", ");
    if (places.dataset.told !== `${exact} ${told}`) {
      places.replaceChildren(places.firstElementChild, ...(isOffered ? spans.map(offered) : []));
      places.dataset.told = `${exact} ${told}`;
    }
    places.hidden = !isOffered;
    find("#note-found").replaceChildren(...(spans.length === 1 ? ["Found in ", ...shown(spans[0])] : []));
    if (!exact) return form.isAsked ? "Give the words of the article that the note is about." : "";
    if (most) return `A note quotes at most ${MOST_QUOTED} characters: quote fewer words.`;
    if (spans.length > LISTED) return `These words stand in more than ${LISTED} places: quote more words.`;
    if (spans.length > 1 && !chosen) return `These words stand in ${spans.length} places: choose one of them below.`;
    if (chosen && !own.describe(units, chosen, NEAR)) return "These words stand too often to be told apart: quote more words.";
    return chosen ? "" : missed(exact);
  }

  /** @param {any} span @param {number} index @returns {HTMLElement} a place to choose */
  function offered(span, index) {
    const radio = /** @type {HTMLInputElement} */ (element("input", [], { type: "radio", name: "note-place", id: `note-place-${index}` }));
    radio.checked = Boolean(chosen && chosen.unit === span.unit && chosen.start === span.start);
    radio.addEventListener("change", () => {
      chosen = span;
      changed();
    });
    return element("p", [radio, " ", element("label", shown(span), { for: radio.id })]);
  }

  /** @param {string} exact @returns {string} why the words have no place; a cure is offered beside it */
  function missed(exact) {
    if (!units.length) return "";
    const miss = own.locate(units, { exact, unit: unit.value });
    const [first, last] = [miss.units[0], miss.units[miss.units.length - 1]];
    cure = null;
    if (miss.own) {
      cure = ["Take the article’s own words", () => write(quote, miss.own)];
      return `The article has these words with other marks, dashes, accents or capitals: “${miss.own}”.`;
    }
    if (miss.spans.length) {
      if (miss.units.length === 1) cure = [`Take ${named(first)}`, () => write(unit, first)];
      return `These words do not stand in ${named(unit.value)}, but in ${miss.units.slice(0, 5).map(named).join(", ")}.`;
    }
    if (miss.units.length) return `These words run on from ${named(first)} into ${named(last)}: quote words of one of them only.`;
    return "These words are not in the article. Copy them from it, letter for letter.";
  }
  /** @type {[string, () => void] | null} */
  let cure = null;

  /** @param {any} field @param {string} value */
  function write(field, value) {
    field.value = value;
    field.focus();
    changed();
  }

  // ---- What is said

  /** @param {any} fault @returns {string} */
  const line = ({ line: at, message, hint }) => `Line ${at}: ${message}${hint ? ` (${hint})` : ""}.`;

  /** @returns {string[]} what is wrong with the body; it is drawn on the way */
  function say() {
    const { blocks, faults } = own.readBody(body.value);
    for (const cited of own.partsOf(blocks, "cited")) {
      if (!Object.hasOwn(known.library, cited.key) && units.length) faults.push({ line: cited.line, message: `the library has no entry ${cited.key}`, hint: "choose it below, or write it as a source that the edition lacks" });
      else if (/^pp?\.?$/.test(cited.locator)) faults.push({ line: cited.line, message: `no page stands after “${cited.locator}”`, hint: "write the page, or leave the comma and what follows out" });
    }
    for (const term of own.partsOf(blocks, "term")) {
      if (!names.has(own.folded(term.words)) && units.length) faults.push({ line: term.line, message: `the edition has no entry ${term.words}`, hint: "leave the brackets out" });
    }
    find(".form-preview").hidden = !body.value.trim();
    find(".form-note").replaceChildren(
      element("p", [element("span", [find("#note-kind").selectedOptions[0].textContent.split(":")[0]], { class: "form-kind" }),
        ...(chosen ? [" ", element("q", [own.collapsed(quote.value)])] : [])]),
      ...own.draw(blocks, { cited: drawCited, term: (/** @type {any} */ part) => element("u", [part.words]) }),
      ...(find("#note-source").value.trim() ? [element("p", ["Source being catalogued: ", find("#note-source").value])] : []),
      element("p", [`${find("#your-name").value.trim() || "your name"}, ${own.today()} · for ${find("#note-level").selectedOptions[0].textContent}`], { class: "form-hint" }));
    if (faults.length) return faults.slice(0, MOST_SHOWN).map(line);
    return form.isAsked && !own.saysAnything(blocks) ? ["Write what the note says: one sentence is enough."] : [];
  }

  /** @param {any} part @returns {Node | string} a citation, as a preview shows it */
  function drawCited({ key, locator }) {
    const item = references.find((one) => one.id === key);
    const { author, year, title } = item ? own.labelOf(item) : { author: key, year: "", title: "" };
    return `(${[author || title, year, locator].filter(Boolean).join(", ")})`;
  }

  /** Show the references in which every word that was typed stands. */
  function search() {
    const words = own.folded(find("#note-find").value).split(/\s+/).filter(Boolean);
    const found = words.length ? references.filter((item) => {
      const { author, year, title } = own.labelOf(item);
      const text = own.folded(`${author} ${year} ${title} ${item.id}`);
      return words.every((/** @type {string} */ word) => text.includes(word));
    }) : [];
    find("#note-find--said").textContent = words.length ? `${found.length || "No"} ${found.length === 1 ? "source" : "sources"} found${found.length > MOST_SHOWN ? `, of which the first ${MOST_SHOWN} are shown` : ""}.` : "";
    find("#note-references").replaceChildren(...found.slice(0, MOST_SHOWN).map((item) => {
      const button = element("button", [own.named(item)], { type: "button", class: "form-choice" });
      button.addEventListener("click", () => cite(item.id));
      return element("li", [button]);
    }));
  }

  /** @param {string} key */
  function cite(key) {
    const at = body.selectionEnd, before = body.value.slice(0, at), space = !before || /\s$/.test(before) ? "" : " ";
    body.setRangeText(`${space}[@${key}, p. ]`, at, at, "end");
    body.focus();
    body.setSelectionRange(body.selectionEnd - 1, body.selectionEnd - 1);
    find("#note-find").value = "";
    search();
    changed();
  }

  // ---- The whole

  /** @returns {{ faults: string[], file: any }} */
  function check() {
    cure = null;
    const misplaced = place();
    tell("note-quote", misplaced, misplaced ? cure : null);
    const wrong = say();
    tell("note-body", wrong);
    const source = own.collapsed(find("#note-source").value);
    const unfit = form.expected(own.wordsFault(source, 500), source);
    tell("note-source", unfit);
    const person = form.person();
    const lost = units.length ? [] : ["note-quote"];
    const faults = [...(misplaced ? ["note-quote"] : lost), ...(wrong.length ? ["note-body"] : []), ...(unfit ? ["note-source"] : []), ...person.faults];
    return { faults, file: faults.length || !chosen ? null : file(person, source) };
  }

  /** @param {any} person @param {string} source @returns {any} */
  function file(person, source) {
    const found = own.describe(units, chosen), kind = find("#note-kind").value, level = find("#note-level").value;
    const id = Object.hasOwn(known.contributors, person.name) ? known.contributors[person.name] : "";
    const values = {
      quote: found.exact, unit: found.unit, prefix: found.prefix, suffix: found.suffix, kind, level, date: own.today(), licence: person.licence, new_source: source,
      ...(id ? { author: id } : { author_name: person.name, orcid: person.orcid }),
    };
    return {
      path: `docs/notes/${own.proposedId(found.exact, new Set(known.notes))}.md`,
      text: own.noteText(values, body.value.replace(/\r\n?/g, "\n")),
      title: `Note on ${named(found.unit)}, “${found.exact.length > 60 ? `${found.exact.slice(0, 60)}…` : found.exact}”`,
      fields: { unit: found.unit, quote: found.exact, prefix: found.prefix, suffix: found.suffix, kind, level, body: body.value.trim(), source, name: person.name, orcid: person.orcid },
    };
  }

  const changed = own.soon(() => {
    form.keep(location.hash);
    form.settle(check, false);
  });

  /** Read the address: what was selected, or else what this window has kept. */
  function load() {
    const given = new URLSearchParams(location.hash.slice(1));
    const id = given.get("u") || "", at = Number(given.get("at") || NaN);
    chosen = null;
    asked = Number.isInteger(at) ? at : -1;
    form.fill({ "note-unit": Array.from(unit.options).some((/** @type {any} */ one) => one.value === id) ? id : "", "note-quote": (given.get("q") || "").slice(0, 4000), "note-body": "", "note-source": "" });
    form.fill(form.draft(location.hash));
    form.settle(check, false);
  }

  root.addEventListener("input", (event) => (/** @type {Element} */ (event.target).id === "note-find" ? search() : changed()));
  root.addEventListener("change", changed);
  find("[data-do=ready]").addEventListener("click", () => {
    form.settle(check, true);
    if (!units.length) form.say(UNFETCHED);
  });
  find("[data-do=clear]").addEventListener("click", () => {
    const address = location.href, written = form.values(), place = asked;
    form.forget(location.hash);
    history.replaceState(history.state, "", location.pathname + location.search);
    form.fill({ "note-unit": "", "note-quote": "", "note-body": "", "note-source": "", "consent": "false" });
    form.forget("");
    asked = -1;
    form.settle(check, false);
    form.say("The form is empty.", ["Put it back", () => {
      history.replaceState(history.state, "", address);
      form.fill(written);
      form.keep(location.hash);
      asked = place;
      form.settle(check, false);
      form.say("What was written is back.");
      unit.focus();
    }]);
    unit.focus();
  });
  addEventListener("hashchange", () => location.hash.includes("=") && load());
  load();
  Promise.all(["data/edition.json", "data/contributing.json", "data/references.json"].map(form.data)).then(([edition, contributing, library]) => {
    ({ units } = edition);
    known = contributing;
    names = new Set(known.names.map(own.folded));
    references = library;
    form.settle(check, false);
  }, () => form.say(UNFETCHED));
})();
