// @ts-check
/**
 * The syllabus builder: readings, session by session. What is made stays in this page's address and
 * in this browser's storage; nothing is sent anywhere. Words of others come in by `textContent`.
 */
(function () {
  const desk = /** @type {HTMLElement | null} */ (document.querySelector(".syllabus"));
  if (!desk) return;
  const own = /** @type {any} */ (globalThis).editionSyllabus;
  const told = /** @type {Record<string, string>} */ (desk.dataset);
  const here = new URL(told.base, location.href).href.replace(/[?#].*$/, "").replace(/index\.html$/, "");
  const base = location.protocol === "file:" && told.known ? told.known : here;
  const KEY = `syllabus ${new URL(here).pathname}`, BEFORE = `${KEY} before`;
  const OWN = /^[a-z0-9][a-z0-9/-]*(\?p=\d+(-\d+)?)?(#[a-z0-9-]+)?$/;

  /** @param {string} selector @returns {any} */
  const find = (selector) => desk.querySelector(selector);
  const said = find(".syllabus-said"), list = find(".sessions"), sheetPlace = find(".syllabus-sheet");
  const title = find("#syllabus-title"), to = find("#syllabus-to");
  const lengths = told.words.split(" ").map(Number);
  const known = new Map(Array.from(find("#syllabus-thing").options, (/** @type {any} */ option) =>
    [option.value, { title: option.textContent, words: Number(option.dataset.words) }]));

  /** @type {any} */
  let state = own.empty();
  /** @type {string[]} */
  const past = [];
  let timer = 0;

  /** @param {string} words */
  function say(words) {
    said.textContent = words;
  }

  /** @param {number} first @param {number} last @returns {{ title: string, words: number }} */
  function paragraphs(first, last) {
    const words = lengths.slice(first - 1, last).reduce((sum, length) => sum + length, 0);
    return { title: first === last ? `¶ ${first}` : `¶¶ ${first}–${last}`, words };
  }

  /** @param {any} item @returns {any} title, address, words; whether it is of the edition, and lost */
  function resolved(item) {
    if (Array.isArray(item)) return { title: item[0], address: own.webAddress(item[1]), words: 0, own: false };
    const asked = /^(?:p\/(\d{1,6})\/|text\/plain\/\?p=(\d{1,6})(?:-(\d{1,6}))?)$/.exec(item);
    const first = asked ? Number(asked[1] || asked[2]) : 0, last = asked ? Number(asked[3] || first) : 0;
    const there = first >= 1 && first <= last && last <= lengths.length;
    const found = known.get(item) || (there && paragraphs(first, last));
    const plain = asked && asked[2] ? ", without notes" : "";
    return {
      title: found ? `${found.title}${plain}` : item, words: found ? found.words : 0, own: true, lost: !found,
      address: OWN.test(item) ? new URL(item, base).href : "",
    };
  }

  /** @param {any} session @param {number} index @returns {string} */
  const called = (session, index) => session.t || `Session ${index + 1}`;

  /** @param {any} session @returns {string} */
  function length(session) {
    const words = session.i.reduce((/** @type {number} */ sum, /** @type {any} */ item) => sum + resolved(item).words, 0);
    const minutes = Math.max(1, Math.ceil(words / Number(told.perMinute)));
    return words ? `${words.toLocaleString("en")} words of the edition, about ${minutes} min` : "";
  }

  /** @returns {any} the sheet, which is a syllabus too */
  function sheet() {
    return {
      title: state.t || "Readings", language: told.language, edition: told.editionTitle, base,
      source: [`${told.author}, “${told.work}”${told.container ? `, ${told.container}` : ""}, ${told.published},`, told.address, told.licence],
      sessions: state.s.map((/** @type {any} */ one, /** @type {number} */ index) => ({
        title: called(one, index), dates: one.d, remarks: one.r, length: length(one), readings: one.i.map(resolved),
      })),
    };
  }

  // ---- Drawing

  /** @param {string} name @param {(string | Node)[]} children @param {Record<string, string>} [attributes] */
  function element(name, children, attributes = {}) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  /** @param {string} words @param {string} name @param {string} what @param {boolean} [off] */
  function button(words, name, what, off = false) {
    const made = element("button", [words], { type: "button", class: "tool", "data-do": name, "aria-label": `${words}: ${what}` });
    if (off) made.setAttribute("disabled", "");
    return made;
  }

  /** @param {string} words @param {any} session @param {string} key @param {string} id @param {string} [kind] */
  function field(words, session, key, id, kind = "input") {
    const input = /** @type {any} */ (element(kind, [], { id, dir: "auto", maxlength: kind === "input" ? "300" : "2000" }));
    input.value = session[key];
    input.addEventListener("input", () => {
      session[key] = input.value;
      soon();
    });
    return element("p", [element("label", [words], { for: id }), " ", input], { class: "syllabus-field" });
  }

  /** @param {any} session @param {number} at */
  function drawSession(session, at) {
    const name = called(session, at), only = state.s.length === 1;
    const lines = session.i.map((/** @type {any} */ item, /** @type {number} */ index) => {
      const { title: words, address: where, lost } = resolved(item);
      const shown = where ? element("a", [words], { href: where, dir: "auto" }) : element("span", [words], { dir: "auto" });
      const first = !at && !index, last = at === state.s.length - 1 && index === session.i.length - 1;
      return element("li", [shown, lost ? " (not in this edition) " : " ",
        element("span", [button("Up", `up ${at} ${index}`, words, first), " ", button("Down", `down ${at} ${index}`, words, last), " ",
          button("Remove", `remove ${at} ${index}`, words)], { class: "moves" })]);
    });
    return element("fieldset", [
      element("legend", [`Session ${at + 1}`]),
      field("Title", session, "t", `session-${at}`), field("Dates", session, "d", `dates-${at}`),
      field("Remarks", session, "r", `remarks-${at}`, "textarea"),
      lines.length ? element("ol", lines, { class: "readings" }) : element("p", ["No reading yet."], { class: "length" }),
      element("p", [length(session)], { class: "length" }),
      element("p", [button("Earlier", `earlier ${at}`, name, !at), " ", button("Later", `later ${at}`, name, at === state.s.length - 1),
        " ", button("Remove session", `drop ${at}`, name, only)], { class: "moves" }),
    ], { class: "session" });
  }

  /** Draw all that depends on the list, and leave the focus where it was or on the same thing. */
  function draw() {
    const chosen = Math.min(Number(to.value) || 0, state.s.length - 1);
    title.value = state.t;
    list.replaceChildren(...state.s.map(drawSession));
    to.replaceChildren(...state.s.map((/** @type {any} */ one, /** @type {number} */ index) =>
      element("option", [`Session ${index + 1}${one.t ? `: ${one.t}` : ""}`], { value: String(index) })));
    to.value = String(chosen);
    drawSheet();
  }

  function drawSheet() {
    const none = own.isEmpty(state);
    find(".syllabus-empty").hidden = !none;
    find("[data-do=undo]").hidden = !past.length;
    sheetPlace.hidden = none;
    sheetPlace.replaceChildren(...(none ? [] : own.draw(sheet(), 2)));
  }

  // ---- Keeping

  /** @param {string} key @returns {string} */
  function stored(key) {
    try {
      return localStorage.getItem(key) || "";
    } catch {
      return "";
    }
  }

  /** @param {string} key @param {string} text @returns {boolean} */
  function store(key, text) {
    try {
      localStorage.setItem(key, text);
      return true;
    } catch {
      return false;
    }
  }

  /** @returns {string} what is to be said of it; mostly nothing */
  function keep() {
    clearTimeout(timer);
    const text = own.isEmpty(state) ? "" : own.encode(state);
    const fits = text.length <= own.MOST, kept = store(KEY, text);
    history.replaceState(history.state, "", fits && text ? `#${text}` : location.pathname + location.search);
    if (!fits) return ` The list is too long for a link${kept ? "; this browser keeps it." : " and cannot be kept in this browser: save the handout before you leave."}`;
    return kept ? "" : " This browser keeps nothing for this page (its storage is full or forbidden): the list is in the page’s address alone. Copy its link before you leave.";
  }

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(() => {
      drawSheet();
      const warning = keep();
      if (warning) say(warning.trim());
    }, 200);
  }

  /** @param {string} words @param {() => void} alter @param {string} [focus] what has the focus afterwards */
  function change(words, alter, focus) {
    past.push(JSON.stringify(state));
    alter();
    draw();
    say(words + keep());
    const place = focus && list.querySelector(`[data-do="${focus}"]`);
    const able = place && (place.disabled ? place.parentElement.querySelector("button:not(:disabled)") : place);
    if (able) able.focus();
  }

  /** Read the list in the address, or else the one in this browser. */
  function load() {
    const link = own.decode(location.hash), before = own.decode(stored(KEY));
    const mine = before && before.state, back = find("[data-do=back]");
    if (before && before.fault) store(BEFORE, stored(KEY));
    back.hidden = true;
    let words = link && link.fault ? `${link.fault} ` : "";
    if (link && link.state) {
      if (!own.isEmpty(state)) past.push(JSON.stringify(state));
      state = link.state;
      if (mine && JSON.stringify(mine) !== JSON.stringify(state)) {
        store(BEFORE, stored(KEY));
        back.hidden = false;
        words = "This is the list of the link that you followed. The one that was kept in this browser is not lost. ";
      }
    } else if (mine) {
      state = mine;
      if (words) words += "Shown instead is the list kept in this browser. ";
    }
    const items = state.s.flatMap((/** @type {any} */ one) => one.i);
    const lost = items.filter((/** @type {any} */ item) => resolved(item).lost).length;
    const odd = items.filter((/** @type {any} */ item) => Array.isArray(item) && item[1] && !own.webAddress(item[1])).length;
    if (lost) words += `Not in this edition: ${lost} of the readings; they are kept, and marked. `;
    if (odd) words += `Not of the web: the address of ${odd} of the readings; they are kept without a link.`;
    draw();
    say(words.trim());
  }

  own.builder = {
    find, say, change, keep, sheet, resolved, paragraphs, called, past, lengths, here,
    get state() {
      return state;
    },
    set state(value) {
      state = value;
    },
    before: () => own.decode(stored(BEFORE)),
  };
  title.addEventListener("input", () => {
    state.t = title.value;
    soon();
  });
  addEventListener("hashchange", () => {
    if (!own.decode(location.hash)) return; // a place on the page
    load();
    title.focus();
  });
  addEventListener("pagehide", () => timer && keep());
  load();
})();
