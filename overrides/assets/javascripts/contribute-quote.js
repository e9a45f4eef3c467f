// @ts-check
/**
 * A quote is found in the article, and a place described by a quote, by the rules of the engine's
 * `core/anchor.py`, `core/context.py` and `core/folding.py`. The cases of `tests/shared/quotes.yml` hold
 * both to the same. Offsets are a browser's (UTF-16); lengths that are compared count characters.
 *
 * @typedef {{ id: string, text: string }} Unit
 * @typedef {{ exact: string, unit?: string, prefix?: string, suffix?: string }} Quote
 * @typedef {{ unit: string, start: number, end: number }} Span
 * @typedef {{ code: string, units: string[], spans: Span[], own?: string }} Miss
 */
(function () {
  // What Python takes for white space; a browser's own `\s` is another set.
  const SPACE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/u;
  const ALONE = "\\u2e80-\\ua4cf\\uf900-\\ufaff\\ufe30-\\ufe4f\\uff00-\\uff60\\u{20000}-\\u{3ffff}";
  const MARKS = "\\u3099\\u309a\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}";
  const WORD = new RegExp(`[${ALONE}][${MARKS}]*|[^${SPACE.source.slice(1, -2)}${ALONE}]{1,64}`, "gu");
  const NEAR = 64, FAR = 2048, COUNTED = 100;
  const QUOTATION_MARKS = /["'`´ʹʺʻʼʽ‘’‚‛“”„‟‹›«»′″＂＇]/u, DASHES = /[-‐‑‒–—―⁃−﹘﹣－]/u;
  /** @type {Record<string, string>} */
  const LIGATURES = { "…": "...", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st" };

  /** @param {string} text @returns {string} every run of white space as one space, none at the ends */
  const collapsed = (text) => text.split(SPACE).filter(Boolean).join(" ");

  /** @param {string} text @returns {number} characters */
  const size = (text) => Array.from(text).length;

  /** @param {string} text @param {number} at @param {number} count @returns {number} so many characters further, or before */
  function step(text, at, count) {
    for (; count > 0 && at < text.length; count -= 1) at += (text.codePointAt(at) || 0) > 0xffff ? 2 : 1;
    for (; count < 0 && at > 0; count += 1) at -= at > 1 && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 2, at)) ? 2 : 1;
    return at;
  }

  /** @param {string} text @param {number} start @param {number} end @returns {[number, number][]} of each word */
  const words = (text, start, end) => Array.from(text.slice(start, end).matchAll(WORD),
    (found) => [start + found.index, start + found.index + found[0].length]);

  /** @param {Quote} quote @returns {Required<Quote>} */
  const whole = ({ exact, unit = "", prefix = "", suffix = "" }) => ({
    exact: collapsed(exact), unit, prefix: collapsed(prefix), suffix: collapsed(suffix),
  });

  /**
   * @param {Unit[]} units @param {Quote} quote @param {number} most
   * @returns {Span[]} where it stands, in order. A place that cuts a combining mark from its letter is none.
   */
  function places(units, quote, most = COUNTED + 1) {
    const { exact, unit, prefix, suffix } = whole(quote);
    const befores = prefix ? [prefix, `${prefix} `] : [""], afters = suffix ? [suffix, ` ${suffix}`] : [""];
    /** @type {Span[]} */
    const found = [];
    for (const { id, text } of exact ? units : []) {
      if (unit && id !== unit) continue;
      for (let at = text.indexOf(exact); at >= 0 && found.length < most; at = text.indexOf(exact, at + 1)) {
        const end = at + exact.length;
        const isThere = befores.some((before) => text.slice(0, at).endsWith(before))
          && afters.some((after) => text.startsWith(after, end)
            && !/^\p{M}/u.test(text.slice(end + after.length, end + after.length + 2)));
        if (isThere) found.push({ unit: id, start: at, end });
      }
    }
    return found;
  }

  /**
   * @param {Unit[]} units @param {Span} span
   * @param {number} [farthest] characters on a side beyond which nothing is proposed
   * @returns {Required<Quote> | null} the words and their unit, with the fewest whole words around them
   *   that tell them from the same elsewhere in it
   */
  function describe(units, span, farthest) {
    const text = units.find(({ id }) => id === span.unit)?.text || "";
    const exact = text.slice(span.start, span.end);
    const start = span.start + exact.search(/\S/u), end = start + collapsed(exact).length;
    /** @typedef {[number, number]} Reach where the prefix begins, and where the suffix ends */
    /** @param {Reach} reach */
    const quote = ([left, right]) => whole({ exact: text.slice(start, end), unit: span.unit, prefix: text.slice(left, start), suffix: text.slice(end, right) });
    /** @param {Reach} reach @returns {boolean} */
    const tells = (reach) => {
      const found = places(units, quote(reach), 2);
      return found.length === 1 && found[0].start === start;
    };
    /** @param {Reach} reach */
    const length = (reach) => size(quote(reach).prefix) + size(quote(reach).suffix);
    /** @param {Reach} reach */
    const fields = ([left, right]) => Number(left < start) + Number(right > end);
    /** @param {number} reach @returns {number[]} where a prefix can begin, the nearest first */
    const lefts = (reach) => {
      const low = step(text, start, -reach - 1);
      const starts = words(text, low, start).map(([first]) => first);
      if (low && starts[0] === low) starts.shift();
      return [start, ...starts.reverse()];
    };
    /** @param {number} reach @returns {number[]} where a suffix can end */
    const rights = (reach) => {
      const high = step(text, end, reach + 1);
      const ends = words(text, end, high).map(([, last]) => last);
      if (high < text.length && ends[ends.length - 1] === high) ends.pop();
      return [end, ...ends];
    };
    /** @param {number} reach @returns {Reach} */
    const all = (reach) => [lefts(reach).slice(-1)[0], rights(reach).slice(-1)[0]];
    /** @param {number} reach @returns {Reach} the shortest; the less stands before, the more after */
    const shortest = (reach) => {
      const ends = rights(reach);
      /** @type {Reach | null} */
      let best = null;
      let at = 0;
      for (const left of lefts(reach).reverse()) {
        while (at < ends.length && !tells([left, ends[at]])) at += 1;
        if (at === ends.length) break;
        /** @type {Reach} */
        const here = [left, ends[at]];
        const isBetter = !best || length(here) < length(best) || (length(here) === length(best) && fields(here) < fields(best));
        if (isBetter) best = here;
      }
      return /** @type {Reach} */ (best);
    };

    if (tells([start, end])) return quote([start, end]);
    let reach = NEAR;
    while (!tells(all(reach))) {
      if (reach >= (farthest === undefined ? size(text) : farthest)) return null;
      reach *= 2;
    }
    if (reach > FAR) return quote(all(reach));
    let best = shortest(reach);
    if (length(best) > reach) best = shortest(length(best));
    return quote(best);
  }

  /** @param {string} character @returns {string} it without what is mere typography */
  function fold(character) {
    if (QUOTATION_MARKS.test(character)) return "'";
    if (DASHES.test(character)) return "-";
    if (/[\p{Cf}\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u.test(character)) return "";
    return (LIGATURES[character] || character).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  }

  /** @param {string} text @returns {string} */
  const folded = (text) => Array.from(text, fold).join("");

  /**
   * @param {Unit[]} units @param {Required<Quote>} quote
   * @returns {string} the text's own words where they differ from the quote in typography alone; or nothing
   */
  function ownWords(units, { exact, unit }) {
    const wanted = folded(exact);
    for (const { id, text } of units) {
      if (!wanted || (unit && id !== unit)) continue;
      /** @type {number[]} */
      const origin = []; // of each folded character, that which became it
      let at = 0, all = "";
      for (const character of text) {
        const part = fold(character);
        all += part;
        for (let index = 0; index < part.length; index += 1) origin.push(at);
        at += character.length;
      }
      const found = all.indexOf(wanted);
      if (found < 0) continue;
      let end = step(text, origin[found + wanted.length - 1], 1);
      while (end < text.length && !fold(text.slice(end, step(text, end, 1)))) end = step(text, end, 1);
      const own = text.slice(origin[found], end);
      if (folded(own) === wanted) return own;
    }
    return "";
  }

  /** @param {Unit[]} units @param {string} exact @returns {string[]} the units across which the words run */
  function across(units, exact) {
    const wanted = folded(exact);
    let all = "";
    const starts = units.map(({ text }) => {
      const start = all.length;
      all += `${folded(text)} `;
      return start;
    });
    const found = wanted ? all.indexOf(wanted) : -1;
    if (found < 0) return [];
    const inUnits = units.filter((_, index) => starts[index] < found + wanted.length && (starts[index + 1] || all.length) > found);
    return inUnits.length > 1 ? inUnits.map(({ id }) => id) : [];
  }

  /**
   * @param {Unit[]} units @param {Quote} given
   * @returns {Span | Miss} the one place of a quote, or why it has none
   */
  function locate(units, given) {
    const quote = whole(given);
    /** @param {string} code @param {Span[]} spans @param {string} [own] @returns {Miss} */
    const miss = (code, spans, own) => ({ code, spans, units: [...new Set(spans.map(({ unit }) => unit))], own });
    if (!quote.exact) return miss("quote-not-found", []);
    const elsewhere = () => places(units, { ...quote, unit: "" });
    if (quote.unit && !units.some(({ id }) => id === quote.unit)) return miss("unit-unknown", elsewhere());
    const found = places(units, quote);
    if (found.length === 1) return found[0];
    if (found.length) return miss("quote-ambiguous", found);
    if (quote.unit && elsewhere().length) return miss("quote-not-found", elsewhere());
    const bare = { exact: quote.exact, unit: quote.unit };
    if (places(units, bare).length) return miss("quote-not-found", places(units, bare));
    const anywhere = places(units, { exact: quote.exact });
    if (anywhere.length) return miss("quote-not-found", anywhere);
    const own = ownWords(units, quote) || ownWords(units, { ...quote, unit: "" });
    return { ...miss("quote-not-found", [], own), units: own ? [] : across(units, quote.exact) };
  }

  const global = /** @type {any} */ (globalThis);
  global.editionContribute = { ...global.editionContribute, collapsed, size, places, describe, locate, folded };
})();
