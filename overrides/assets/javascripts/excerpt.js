// @ts-check
/**
 * An excerpt: whole paragraphs, or from one sentence of the first to one of the last (0 for whole
 * ones). `edition/core/excerpt.py` has the same names and addresses.
 *
 * @typedef {{ first: number, last: number, opens: number, closes: number }} Excerpt
 */
(function () {
  /** @param {Excerpt} excerpt @returns {string} what it is called */
  function name({ first, last, opens, closes }) {
    if (!opens) return first === last ? `¶ ${first}` : `¶¶ ${first}–${last}`;
    if (first !== last) return `¶ ${first}, sentence ${opens}, to ¶ ${last}, sentence ${closes}`;
    return opens === closes ? `¶ ${first}, sentence ${opens}` : `¶ ${first}, sentences ${opens}–${closes}`;
  }

  /** @param {Excerpt} excerpt @returns {string} what its address says of the sentences; empty for whole paragraphs */
  function sentences({ first, last, opens, closes }) {
    if (!opens) return "";
    return first === last && opens === closes ? String(opens) : `${opens}-${closes}`;
  }

  /** @param {Node} node @returns {boolean} whether it is the empty anchor at which a sentence begins */
  const isStart = (node) => node instanceof Element && node.matches("span[data-edition][id*='-s']");

  /** @type {any} */ (globalThis).editionExcerpt = { name, sentences, isStart };
})();
