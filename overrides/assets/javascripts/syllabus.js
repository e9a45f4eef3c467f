// @ts-check
/**
 * The syllabus builder: readings, session by session, in a form, and beneath it the sheet as students
 * read it. Words of others come in by `textContent`. `syllabus-keep.js` keeps the list and brings one
 * back; `syllabus-commands.js` and `syllabus-take.js` do what the buttons say.
 */
(function () {
  const desk = /** @type {HTMLElement | null} */ (document.querySelector(".syllabus"));
  if (!desk) return;
  const own = /** @type {any} */ (globalThis).editionSyllabus, { element } = own;
  const told = /** @type {Record<string, string>} */ (desk.dataset);
  const here = new URL(told.base, location.href).href.replace(/[?#].*$/, "").replace(/index\.html$/, "");
  const base = location.protocol === "file:" && told.known ? told.known : here;

  /** @param {string} selector @returns {any} */
  const find = (selector) => desk.querySelector(selector);
  const said = find(".syllabus-said"), list = find(".sessions"), sheetPlace = find(".syllabus-sheet");
  const title = find("#syllabus-title"), to = find("#syllabus-to");
  const { resolved, typed } = own.readings(told, desk.querySelectorAll("option[data-words]"), base);
  /** @type {string[]} earlier lists, as JSON; the last is the one before this */
  const past = [];

  /** @param {string} words */
  function say(words) {
    said.textContent = words;
    find("[data-do=bare]").hidden = true; // it belongs to what was said before
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
    const { state } = builder;
    return {
      title: state.t || "Readings", language: told.language, edition: told.editionTitle, base,
      source: [`${told.author}, “${told.work}”${told.container ? `, ${told.container}` : ""}, ${told.published},`, told.address, told.licence],
      sessions: state.s.map((/** @type {any} */ one, /** @type {number} */ index) => ({
        title: called(one, index), dates: one.d, remarks: one.r, length: length(one), readings: one.i.map(resolved),
      })),
    };
  }

  // ---- Drawing

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
      builder.soon();
    });
    return element("p", [element("label", [words], { for: id }), " ", input], { class: "syllabus-field" });
  }

  /** @param {any} session @param {number} at */
  function drawSession(session, at) {
    const all = builder.state.s, name = called(session, at);
    const lines = session.i.map((/** @type {any} */ item, /** @type {number} */ index) => {
      const { title: words, address: where, lost } = resolved(item);
      const shown = where ? element("a", [words], { href: where, dir: "auto" }) : element("span", [words], { dir: "auto" });
      const first = !at && !index, last = at === all.length - 1 && index === session.i.length - 1;
      return element("li", [element("span", [shown, lost ? " (not in this edition)" : ""], { class: "reading-title" }), " ",
        element("span", [button("Up", `up ${at} ${index}`, words, first), " ", button("Down", `down ${at} ${index}`, words, last), " ",
          button("Remove", `remove ${at} ${index}`, words)], { class: "moves" })]);
    });
    return element("fieldset", [
      element("legend", [`Session ${at + 1}`]),
      field("Title", session, "t", `session-${at}`), field("Dates", session, "d", `dates-${at}`),
      field("Remarks", session, "r", `remarks-${at}`, "textarea"),
      ...(lines.length ? [element("ol", lines, { class: "readings" })] : []),
      element("p", [element("span", [lines.length ? length(session) : "No reading yet."], { class: "length" }), " ",
        element("span", [button("Earlier", `earlier ${at}`, name, !at), " ", button("Later", `later ${at}`, name, at === all.length - 1),
          " ", button("Remove session", `drop ${at}`, name, all.length === 1)], { class: "moves" })], { class: "session-foot" }),
    ], { class: "session" });
  }

  /** Do what draws the form anew, and leave the focus where it was, within the same words. */
  function holding(/** @type {() => void} */ redraw) {
    const before = /** @type {any} */ (document.activeElement);
    const wanted = list.contains(before) && (before.id ? `#${before.id}` : `[data-do="${before.dataset.do}"]`);
    const [start, end] = [before?.selectionStart, before?.selectionEnd];
    redraw();
    if (!wanted) return;
    const after = able(find(wanted));
    after.focus();
    if (after.id === before.id && typeof start === "number") after.setSelectionRange(start, end);
  }

  /** @param {any} place @returns {any} the same, or what is nearest to it, if it is not there or cannot be used */
  function able(place) {
    if (!place) return title;
    return place.disabled ? place.parentElement.querySelector("button:not(:disabled)") || title : place;
  }

  /** Draw all that depends on the list. */
  function draw() {
    const { state } = builder, chosen = Math.min(Number(to.value) || 0, state.s.length - 1);
    holding(() => {
      if (title.value !== state.t) title.value = state.t;
      list.replaceChildren(...state.s.map(drawSession));
      to.replaceChildren(...state.s.map((/** @type {any} */ one, /** @type {number} */ index) =>
        element("option", [`Session ${index + 1}${one.t ? `: ${one.t}` : ""}`], { value: String(index) })));
      to.value = String(chosen);
    });
    drawSheet();
  }

  function drawSheet() {
    const none = own.isEmpty(builder.state);
    find(".syllabus-empty").hidden = !none;
    find("[data-do=undo]").hidden = !past.length;
    sheetPlace.hidden = none;
    sheetPlace.replaceChildren(...(none ? [] : own.draw(sheet(), 2)));
  }

  /** @param {string} words @param {() => void} alter @param {string} [focus] a selector of what has it afterwards */
  function change(words, alter, focus) {
    past.push(JSON.stringify(builder.state));
    alter();
    draw();
    say(words + builder.keep());
    if (focus) able(find(focus)).focus();
  }

  const builder = {
    desk, find, say, draw, drawSheet, change, sheet, resolved, typed, called, past, here,
    /** @type {any} */
    state: own.empty(),
    /** Keep the list where it outlives the page. @returns {string} what is to be said of it; mostly nothing */
    keep: () => "",
    /** Keep it a moment after the last word that is typed. */
    soon: () => {},
    catchUp: () => {},
  };
  own.builder = builder;
  title.addEventListener("input", () => {
    builder.state.t = title.value;
    builder.soon();
  });
})();
