// @ts-check
/**
 * The words by which things are found: without case, accents or apostrophes, whatever the script.
 * `edition/core/search_words.py` says the same; a test compares the two.
 */
(function () {
  // Scripts that put no space between words: Thai, Lao, Burmese, Khmer, Kana, Han.
  const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{323af}]+/gu;
  const RUN = /[\p{L}\p{N}]+/gu;

  /** @param {string} text @returns {string} as it is compared */
  function folded(text) {
    return text.replace(/´/g, "'").normalize("NFKD").toLowerCase()
      .replace(/['’]s(?![\p{L}\p{N}])/gu, "")
      .replace(/[\p{M}\p{Cf}'’‘`′ʹʺʻʼʽʾʿ]/gu, "").replace(/ς/g, "σ");
  }

  /**
   * @param {string} text
   * @returns {string[]} its words, in order; a run of a script without spaces gives its characters
   *   and its pairs of neighbours, so that any part of a name in it can be found
   */
  function wordsOf(text) {
    /** @type {string[]} */
    const words = [];
    for (const [run] of folded(text).matchAll(RUN)) {
      let at = 0;
      for (const match of run.matchAll(UNSPACED)) {
        if (match.index > at) words.push(run.slice(at, match.index));
        at = match.index + match[0].length;
        const characters = Array.from(match[0]);
        characters.forEach((character, index) => {
          words.push(character);
          if (index + 1 < characters.length) words.push(character + characters[index + 1]);
        });
      }
      if (at < run.length) words.push(run.slice(at));
    }
    return words;
  }

  /** @param {string} a @param {string} b @returns {boolean} whether one edit makes one of the other */
  function isNear(a, b) {
    if (Math.abs(a.length - b.length) > 1) return false;
    let start = 0;
    while (start < a.length && a[start] === b[start]) start += 1;
    let [endA, endB] = [a.length, b.length];
    while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
      endA -= 1;
      endB -= 1;
    }
    const [left, right] = [endA - start, endB - start];
    if (left <= 1 && right <= 1) return true;
    return left === 2 && right === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
  }

  /**
   * @param {ArrayLike<string | number>} list in order @param {string | number} value
   * @returns {number} where it is, or would be
   */
  function position(list, value) {
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle] < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  const global = /** @type {any} */ (globalThis);
  global.editionSearch = { ...global.editionSearch, wordsOf, isNear, position };
})();
