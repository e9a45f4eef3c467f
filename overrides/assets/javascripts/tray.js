// @ts-check
/**
 * The tray: what any page adds to the syllabus that this browser keeps. Nothing is sent anywhere.
 * `book.js` fetches this, after `syllabus-state.js`, when something is first added.
 *
 * The builder reads the same storage. Of the list as it was before pages added to it a second line
 * is kept, so that the builder's own address, which still holds that one, is known to be older.
 */
(function () {
  const own = /** @type {any} */ (globalThis).editionSyllabus;
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const base = new URL("../../", script.src); // where the site begins: this file is two folders down
  const KEY = `syllabus ${base.pathname}`, GROWN = `${KEY} grown`;
  const BUILDER = new URL("teach/syllabus/", base).href;

  /** @param {string} text @param {string} address */
  function link(text, address) {
    return Object.assign(document.createElement("a"), { textContent: text, href: address });
  }

  /** @param {string} key @returns {string | null} null where the browser keeps nothing */
  function stored(key) {
    try {
      return localStorage.getItem(key) || "";
    } catch {
      return null;
    }
  }

  /** @param {string} text @param {string} before @returns {boolean} whether the list is kept */
  function store(text, before) {
    try {
      if (before && !localStorage.getItem(GROWN)) localStorage.setItem(GROWN, before);
      localStorage.setItem(KEY, text);
      return true;
    } catch {
      return false;
    }
  }

  /** @param {any} session @param {number} index @returns {string} */
  const called = (session, index) => session.t || `session ${index + 1}`;

  /** @param {number} count */
  const readings = (count) => `${count} ${count === 1 ? "reading" : "readings"}`;

  /** @param {string} item @returns {string} the same, or the range that the plain view shows */
  function asked(item) {
    const work = /** @type {HTMLElement | null} */ (document.querySelector(".work.plain"));
    if (item !== "text/plain/" || !work || !new URLSearchParams(location.search).has("p") || !work.dataset.from) return item;
    const { from, to, sentences } = work.dataset; // as `range.js` has read them
    const range = from === to ? from : `${from}-${to}`;
    return `text/plain/?p=${range}${sentences ? `&s=${sentences}` : ""}`;
  }

  /** @param {string} item @param {HTMLElement} button that was pressed @returns {(string | Node)[]} what is to be said of it */
  function add(item, button) {
    const before = stored(KEY);
    const read = before ? own.decode(before) : null;
    if (before && (!read || !read.state)) {
      return ["The syllabus that this browser keeps could not be read, and is left as it is. ", link("Open it", BUILDER)];
    }
    const state = read ? read.state : own.empty();
    const at = state.s.findIndex((/** @type {any} */ session) => session.i.includes(item));
    if (at >= 0) return [`It is on the syllabus already, in ${called(state.s[at], at)}. `, link("Open the syllabus", BUILDER)];
    const last = state.s.length - 1;
    state.s[last].i.push(item);
    const text = own.encode(state);
    if (text.length > own.MOST) return ["The syllabus is too long to take more. ", link("Open it", BUILDER)];
    const count = state.s.reduce((/** @type {number} */ sum, /** @type {any} */ one) => sum + one.i.length, 0);
    if (!store(text, before || "")) {
      return ["This browser keeps nothing for this site (its storage is full or forbidden). ",
        link("Open the syllabus with this on it", `${BUILDER}#${text}`), ", and keep its address."];
    }
    const undo = Object.assign(document.createElement("button"), { type: "button", className: "tool", textContent: "Undo" });
    undo.addEventListener("click", () => {
      const said = undo.closest("[role=status]"), isLast = stored(KEY) === text;
      if (isLast) store(before || "", "");
      button.focus();
      if (said) said.textContent = isLast ? "Taken off again." : "The syllabus has changed since: take it off there.";
    });
    return [`Added to ${called(state.s[last], last)} of the syllabus, which has ${readings(count)} now. `,
      link("Open it", BUILDER), " ", undo];
  }

  document.addEventListener("edition:add", (event) => {
    const { button, said } = /** @type {CustomEvent} */ (event).detail;
    said.replaceChildren(...add(asked(button.dataset.add), button));
  });
})();
