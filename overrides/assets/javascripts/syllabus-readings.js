// @ts-check
/**
 * What can stand on the list: the name of each reading, its words, where it is, and which of the
 * article’s words it means. `edition/core/assignment.py` has the same names and numbers, and a test
 * compares the two.
 *
 * @typedef {object} Reading
 * @property {string} title
 * @property {string} path below the base; empty for what is from elsewhere
 * @property {string} address whole; empty for what is only named
 * @property {number} words of the edition that there are to read
 * @property {boolean} own whether it is of the edition
 * @property {boolean} lost whether this edition has nothing there
 * @property {string[]} units of the article: the first and the last, or none
 * @property {number[]} sentences the first in the first unit and the last in the last, or none
 * @property {string} note its id
 *
 * @typedef {{ first: number, last: number, opens: number, closes: number, plain: boolean }} Excerpt
 *   paragraphs, and sentences of the first and the last (0 for whole paragraphs); `plain` is without
 *   notes
 */
(function () {
  const ONE = /^p\/(\d{1,6})(?:-s(\d{1,6}))?\/$/;
  const SOME = /^text\/plain\/\?p=(\d{1,6})(?:-(\d{1,6}))?(?:&s=(\d{1,6})(?:-(\d{1,6}))?)?$/;
  const OWN = /^[a-z0-9][a-z0-9/-]*(\?p=\d+(-\d+)?(&s=\d+(-\d+)?)?)?(#[a-z0-9-]+)?$/;
  const TYPED = /^[\s¶p.]*(\d{1,6})(?:\.(\d{1,6}))?\s*(?:[-–—]\s*[¶p]?\s*(\d{1,6})(?:\.(\d{1,6}))?\s*)?$/i;

  /** @param {Excerpt} excerpt @returns {string} its address, below the base: there is one */
  function addressOf({ first, last, opens, closes, plain }) {
    if (!plain) return opens ? `p/${first}-s${opens}/` : `p/${first}/`;
    const several = `text/plain/?p=${first === last ? first : `${first}-${last}`}`;
    if (!opens) return several;
    return `${several}&s=${first === last && opens === closes ? opens : `${opens}-${closes}`}`;
  }

  /** @param {string} item @returns {Excerpt | null} null for what is something else, or another address of the same */
  function excerptAt(item) {
    const one = ONE.exec(item), some = SOME.exec(item);
    const [first, last, opens, closes] = one ? [one[1], one[1], one[2], one[2]] : some ? some.slice(1) : [];
    if (!first) return null;
    const found = {
      first: Number(first), last: Number(last || first), opens: Number(opens || 0), closes: Number(closes || opens || 0), plain: !one,
    };
    return addressOf(found) === item ? found : null;
  }

  /** @param {Excerpt} excerpt @returns {string} */
  function nameOf({ first, last, opens, closes, plain }) {
    if (!opens) return `${first === last ? `¶ ${first}` : `¶¶ ${first}–${last}`}${plain ? ", without notes" : ""}`;
    if (first !== last) return `¶ ${first}, sentence ${opens}, to ¶ ${last}, sentence ${closes}`;
    return opens === closes ? `¶ ${first}, sentence ${opens}` : `¶ ${first}, sentences ${opens}–${closes}`;
  }

  /**
   * @param {DOMStringMap} told what the page says of the edition
   * @param {Iterable<HTMLOptionElement>} options what else it names
   * @param {string} base with which addresses begin
   */
  function readings(told, options, base) {
    const lengths = (told.words || "").split(" ").map(Number);
    const sentences = (told.sentences || "").split(",").map((one) => (one ? one.split(" ").map(Number) : []));
    const known = new Map(Array.from(options, (option) => [option.value, {
      title: option.text, words: Number(option.dataset.words), units: (option.dataset.units || "").split(" ").filter(Boolean),
    }]));

    /** @param {Excerpt} excerpt @returns {string} what is wrong with it; empty if it is there */
    function fault({ first, last, opens, closes }) {
      const named = (/** @type {number} */ paragraph, /** @type {number} */ sentence) => (sentence ? `${paragraph}.${sentence}` : paragraph);
      if (!opens !== !closes) return "Say of both ends which sentence: 7.2-7.4, or 7.2-8.1.";
      if (first > last || (first === last && opens > closes)) return `From ${named(first, opens)} to ${named(last, closes)} runs backwards.`;
      if (first < 1 || last > lengths.length) return `The article has paragraphs 1 to ${lengths.length}.`;
      if (!opens) return "";
      for (const [paragraph, sentence] of [[first, opens], [last, closes]]) {
        const all = sentences[paragraph - 1].length;
        if (sentence > all) return all ? `¶ ${paragraph} has sentences 1 to ${all}.` : "The sentences of this article are not counted.";
      }
      return "";
    }

    /** @param {number[]} counts @returns {number} */
    const sum = (counts) => counts.reduce((total, count) => total + count, 0);

    /** @param {Excerpt} excerpt that is there @returns {number} */
    function words({ first, last, opens, closes }) {
      if (!opens) return sum(lengths.slice(first - 1, last));
      return sum(sentences.slice(first - 1, last).flatMap((counts, at) =>
        counts.slice(at ? 0 : opens - 1, first + at === last ? closes : undefined)));
    }

    /** @param {any} item as a link holds it @returns {Reading} */
    function resolved(item) {
      const nothing = { words: 0, lost: false, units: [], sentences: [], note: "" };
      const { webAddress } = /** @type {any} */ (globalThis).editionSyllabus;
      if (Array.isArray(item)) return { ...nothing, title: item[0], path: "", address: webAddress(item[1]), own: false };
      const address = OWN.test(item) ? new URL(item, base).href : "";
      const excerpt = excerptAt(item), found = known.get(item);
      if (found) {
        const [, note = ""] = /^n\/([a-z0-9-]+)\/$/.exec(item) || [];
        return { ...nothing, ...found, path: item, address, own: true, note };
      }
      if (!excerpt || fault(excerpt)) return { ...nothing, title: item, path: item, address, own: true, lost: true };
      return {
        ...nothing, title: nameOf(excerpt), path: item, address, own: true, words: words(excerpt),
        units: [`p${excerpt.first}`, `p${excerpt.last}`], sentences: excerpt.opens ? [excerpt.opens, excerpt.closes] : [],
      };
    }

    /** @param {string} text such as 7, 7-12, 7.2 or 7.2-8.1 @returns {{ item: string } | { fault: string }} */
    function typed(text) {
      const parts = TYPED.exec(text);
      if (!parts) return { fault: "Write the number of a paragraph, such as 7, of several, such as 7-12, or of sentences in them, such as 7.2 or 7.2-8.1." };
      const [first, opens, last = first, closes = parts[3] ? undefined : opens] = parts.slice(1);
      if (Number(opens) === 0 || Number(closes) === 0) return { fault: "Sentences are counted from 1." };
      const excerpt = { first: Number(first), last: Number(last), opens: Number(opens || 0), closes: Number(closes || 0), plain: true };
      const wrong = fault(excerpt);
      // One of anything has a permanent link; it shows the notes beside it, too.
      const isOne = excerpt.first === excerpt.last && excerpt.opens === excerpt.closes;
      return wrong ? { fault: wrong } : { item: addressOf({ ...excerpt, plain: !isOne }) };
    }

    return { resolved, typed };
  }

  const global = /** @type {any} */ (globalThis);
  global.editionSyllabus = Object.assign(global.editionSyllabus || {}, { readings });
})();
