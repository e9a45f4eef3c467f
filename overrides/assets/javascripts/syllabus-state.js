// @ts-check
/**
 * A syllabus as an address holds it: a version, a full stop, base64url of JSON in UTF-8. Readings of
 * the edition are addresses below its base; those from elsewhere are pairs of a title and an address.
 *
 * @typedef {string | [string, string]} Item
 * @typedef {{ t: string, d: string, r: string, i: Item[] }} Session title, dates, remarks, items
 * @typedef {{ t: string, s: Session[] }} State
 * @typedef {{ state: State } | { fault: string }} Answer
 */
(function () {
  const VERSION = 1;
  /** Longer links are cut by programs on their way, and take a browser long to read. */
  const MOST = 30000;
  const WHOLE = /^(\d{1,6})\.(.*)$/s;

  const NOT_WHOLE = "This link is not whole, or was changed on its way: nothing could be read from it. Open it where you have it from, or ask for it again.";
  const NO_SYLLABUS = "What this link holds is no syllabus that this page can read.";

  /** @returns {State} */
  function empty() {
    return { t: "", s: [{ t: "", d: "", r: "", i: [] }] };
  }

  /** @param {State} state @returns {boolean} whether there is nothing in it */
  function isEmpty(state) {
    return !state.t && state.s.every((one) => !one.t && !one.d && !one.r && !one.i.length);
  }

  /** @param {State} state @returns {string} the fragment, without its sign */
  function encode(state) {
    const bytes = new TextEncoder().encode(JSON.stringify(state));
    let text = "";
    for (const byte of bytes) text += String.fromCharCode(byte);
    const digits = btoa(text).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
    return `${VERSION}.${digits}`;
  }

  /**
   * @param {string} fragment with or without its sign
   * @returns {Answer | null} null where it holds no syllabus, but is a place on the page or nothing
   */
  function decode(fragment) {
    const parts = WHOLE.exec(fragment.replace(/^#/, ""));
    if (!parts) return null;
    const [, version, digits] = parts;
    if (Number(version) > VERSION) {
      return { fault: `This link was made by a later version of this page (${version}); this one reads version ${VERSION}. Reload the page, or open the link on the site that it comes from.` };
    }
    if (Number(version) < VERSION) return { fault: NO_SYLLABUS };
    if (digits.length > MOST) {
      return { fault: `This link is too long to be read: ${digits.length.toLocaleString("en")} characters, where ${MOST.toLocaleString("en")} is the most.` };
    }
    return read(digits);
  }

  /** @param {string} digits @returns {Answer} */
  function read(digits) {
    /** @type {unknown} */
    let value;
    try {
      const text = atob(digits.replace(/-/g, "+").replace(/_/g, "/"));
      const bytes = Uint8Array.from(text, (sign) => sign.charCodeAt(0));
      value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    } catch {
      return { fault: NOT_WHOLE };
    }
    const state = shaped(value);
    return state ? { state } : { fault: NO_SYLLABUS };
  }

  /** @param {unknown} value @returns {State | null} the same if it has the form of a syllabus */
  function shaped(value) {
    const { t, s } = /** @type {any} */ (value || {});
    if (typeof t !== "string" || !Array.isArray(s) || !s.length || !s.every(isSession)) return null;
    return { t, s: s.map((one) => ({ t: one.t, d: one.d, r: one.r, i: one.i })) };
  }

  /** @param {any} one @returns {boolean} */
  function isSession(one) {
    return Boolean(one) && [one.t, one.d, one.r].every((text) => typeof text === "string")
      && Array.isArray(one.i) && one.i.every(isItem);
  }

  /** @param {any} item @returns {boolean} */
  function isItem(item) {
    if (typeof item === "string") return item !== "";
    return Array.isArray(item) && item.length === 2 && item.every((text) => typeof text === "string");
  }

  /**
   * @param {string} text as typed, or read from a link
   * @returns {string} an address of the web, in ASCII; empty for anything else
   */
  function webAddress(text) {
    try {
      const url = new URL(text.trim());
      return /^https?:$/.test(url.protocol) ? url.href : "";
    } catch {
      return "";
    }
  }

  const global = /** @type {any} */ (globalThis);
  global.editionSyllabus = Object.assign(global.editionSyllabus || {}, { MOST, empty, isEmpty, encode, decode, webAddress });
})();
