// @ts-check
/**
 * The search engine: a question to things, best first. The words of a question become words of the
 * index (the same; those that begin so; if there are none, those one edit away), these become
 * documents with weights, and what is called as the question says comes first.
 */
(function () {
  /**
   * @typedef {{ documents: number[], weights: number[] }} Postings
   * @typedef {{ title: string, address: string, text: string }} Found
   * @typedef {{ words: string[], kinds: string, names: Map<number, { name: string, folded: string }[]>, named: Set<string>, postings: (word: number) => Promise<Postings>, places: (word: number) => Promise<number[][]>, document: (index: number) => Promise<Found> }} Source
   * @typedef {Found & { kind: string, also: string[], words: string[], score: number }} Result with its other names and the words of it that were found
   * @typedef {{ results: Result[], counts: Record<string, number>, total: number }} Answer
   * @typedef {{ word: number, factor: number }} Sense a word of the index that may be meant
   * @typedef {{ senses: Sense[], postings: Postings[] }} Meaning of a word of the question
   * @typedef {{ wordsOf: (text: string) => string[], isNear: (a: string, b: string) => boolean, position: (list: ArrayLike<string | number>, value: string | number) => number }} Words
   */

  const MOST_CHARACTERS = 300, MOST_WORDS = 12; // of a question
  const MOST_SENSES = 20;
  const LEAST_MISTYPED = 4; // letters of a word that may have a wrong one
  const QUOTED = 2.4; // words in quotation marks are first of all the article's
  const THINGS = "thl"; // terms, people, places: whoever types a name means them first
  const YEAR = /^\d{4}$/; // whoever types one does not mean 1990s

  const { wordsOf, isNear, position } = /** @type {Words} */ (/** @type {any} */ (globalThis).editionSearch ??= {});

  /** @param {string} question @returns {{ words: string[], phrases: string[][] }} */
  function understood(question) {
    /** @type {string[][]} */
    const phrases = [];
    const rest = question.slice(0, MOST_CHARACTERS).replace(/["“”„«»]([^"“”„«»]+)["“”„«»]/g, (_, phrase) => {
      phrases.push(wordsOf(phrase));
      return ` ${phrase} `;
    });
    const words = [...new Set(wordsOf(rest))].slice(0, MOST_WORDS);
    return { words, phrases: phrases.filter((phrase) => phrase.length) };
  }

  /** @param {Source} source @param {string} word @returns {Sense[]} */
  function sensesOf({ words, named }, word) {
    const at = position(words, word);
    const known = words[at] === word;
    /** @type {Sense[]} */
    const senses = known ? [{ word: at, factor: 1 }] : [];
    if (word.length > 1 && !(known && YEAR.test(word))) {
      const longer = [];
      for (let i = known ? at + 1 : at; i < words.length && words[i].startsWith(word); i++) longer.push(i);
      const strange = (/** @type {number} */ i) => Number(!named.has(words[i]));
      longer.sort((a, b) => strange(a) - strange(b) || words[a].length - words[b].length || a - b);
      for (const i of longer.slice(0, MOST_SENSES)) {
        senses.push({ word: i, factor: 0.5 + 0.3 * (word.length / words[i].length) });
      }
    }
    if (!senses.length && word.length >= LEAST_MISTYPED) {
      const near = [];
      for (let i = 0; i < words.length; i++) if (isNear(word, words[i])) near.push(i);
      const other = (/** @type {number} */ i) => Number(words[i][0] !== word[0]);
      near.sort((a, b) => other(a) - other(b) || a - b);
      senses.push(...near.slice(0, MOST_SENSES).map((i) => ({ word: i, factor: 0.4 })));
    }
    return senses;
  }

  /** @param {Source} source @param {string} word @param {boolean} exact @returns {Promise<Meaning>} */
  async function meaningOf(source, word, exact) {
    const senses = sensesOf(source, word).filter(({ factor }) => !exact || factor === 1);
    return { senses, postings: await Promise.all(senses.map((sense) => source.postings(sense.word))) };
  }

  /** @param {number[]} list in order @param {number} value @returns {number} where it is, or -1 */
  function find(list, value) {
    const at = position(list, value);
    return list[at] === value ? at : -1;
  }

  /** @param {Source} source @param {string[]} phrase @returns {Promise<Set<number>>} documents with these words in a row */
  async function holding(source, phrase) {
    const numbers = phrase.map((word) => position(source.words, word));
    if (numbers.some((number, index) => source.words[number] !== phrase[index])) return new Set();
    const postings = await Promise.all(numbers.map(source.postings));
    const [rarest, ...others] = [...postings].sort((a, b) => a.documents.length - b.documents.length);
    const common = rarest.documents.filter((number) => others.every((list) => find(list.documents, number) >= 0));
    if (!common.length || phrase.length === 1) return new Set(common);
    const places = await Promise.all(numbers.map(source.places));
    return new Set(common.filter((number) => {
      const [first, ...rest] = places.map((list, index) => list[find(postings[index].documents, number)]);
      return first.some((place) => rest.every((list, index) => find(list, place + index + 1) >= 0));
    }));
  }

  /**
   * @param {Source} source @param {Meaning[]} meanings
   * @returns {Map<number, { score: number, met: number }>} documents; how many words each meets
   */
  function weighed(source, meanings) {
    /** @type {Map<number, { score: number, met: number }>} */
    const scores = new Map();
    for (const { senses, postings } of meanings) {
      /** @type {Map<number, number>} */
      const best = new Map();
      postings.forEach(({ documents, weights }, index) => {
        documents.forEach((number, i) => {
          const share = senses[index].factor * (weights[i] / (weights[i] + 4));
          if (share > (best.get(number) || 0)) best.set(number, share);
        });
      });
      // How rare the word is in all its senses: one that few meant is not what was typed.
      const rarity = Math.log(1 + source.kinds.length / (1 + best.size));
      for (const [number, share] of best) {
        const score = share * rarity;
        const sum = scores.get(number);
        if (!sum) scores.set(number, { score, met: 1 });
        else {
          sum.score += score;
          sum.met += 1;
        }
      }
    }
    return scores;
  }

  /**
   * @param {string} name @param {string} sought @param {string} kind
   * @returns {number} what a thing counts for that is called so
   */
  function likeness(name, sought, kind) {
    if (name === sought) return 3;
    const [its, asked] = [name.split(" "), sought.split(" ")];
    if (its.length === asked.length && its.every((word, index) => word === asked[index]
      || (asked[index].length >= LEAST_MISTYPED && isNear(word, asked[index])))) return 2.2;
    // One word is no name of an event: "Secretariat launched" is not what is meant by its first.
    return name.startsWith(sought) && (kind !== "e" || asked.length > 1) ? 1.3 : 1;
  }

  /**
   * @param {Source} source @param {string} question
   * @param {{ kind?: string, most?: number }} [how] `kind`: of which alone results are wanted
   * @returns {Promise<Answer>} `counts` by kind, whichever is wanted
   */
  async function search(source, question, { kind = "", most = 20 } = {}) {
    const { words, phrases } = understood(question);
    const quoted = new Set(phrases.flat());
    const [meanings, held] = await Promise.all([
      Promise.all(words.map((word) => meaningOf(source, word, quoted.has(word)))),
      Promise.all(phrases.map((phrase) => holding(source, phrase))),
    ]);
    let fit = [...weighed(source, meanings)].filter(([number]) => held.every((documents) => documents.has(number)));
    // All words, or else the most that any document has.
    const needed = Math.max(0, ...new Set(fit.map(([, { met }]) => met)));
    fit = fit.filter(([, { met }]) => met === needed);
    /** @type {Record<string, number>} */
    const counts = {};
    for (const [number] of fit) counts[source.kinds[number]] = (counts[source.kinds[number]] || 0) + 1;

    const sought = words.join(" ");
    const ranked = fit.filter(([number]) => !kind || source.kinds[number] === kind).map(([number, { score }]) => {
      const its = source.kinds[number];
      const called = (source.names.get(number) || []).map(({ folded }, index) => likeness(folded, sought, its) * (index ? 0.85 : 1));
      const favour = THINGS.includes(its) ? 1.2 : its === "p" && phrases.length ? QUOTED : 1;
      return { number, score: score * favour * Math.max(1, ...called) };
    }).sort((a, b) => b.score - a.score || a.number - b.number);

    const results = await Promise.all(ranked.slice(0, most).map(async ({ number, score }) => {
      const met = meanings.flatMap(({ senses, postings }) =>
        senses.filter((_, index) => find(postings[index].documents, number) >= 0));
      const also = (source.names.get(number) || []).slice(1).map(({ name }) => name);
      const document = await source.document(number);
      return { ...document, kind: source.kinds[number], also, words: met.map((sense) => source.words[sense.word]), score };
    }));
    return { results, counts, total: ranked.length };
  }

  const global = /** @type {any} */ (globalThis);
  global.editionSearch = { ...global.editionSearch, search };
})();
