// @ts-check
/**
 * The search engine: words to documents. It is loaded when search is opened for the first time.
 *
 * A small edition comes as one file of documents, of which the index is made here; of a large one
 * only the list of words comes at once, and of the rest what a question needs. Either way a
 * question goes through the same steps: words to the words of the index (the same, those that begin
 * so, those one letter away), these to documents with weights, documents to places in a list.
 */
(function () {
  /**
   * @typedef {[kind: string, title: string, address: string, also: string, text: string]} Document_
   * @typedef {{ kind: string, title: string, address: string, text: string, words: string[], score: number }} Result
   * @typedef {{ results: Result[], counts: Record<string, number>, total: number }} Answer
   * @typedef {{ word: number, factor: number }} Sense a word of the index that may be meant
   * @typedef {object} Source where words, weights and documents come from
   * @property {string[]} words in order
   * @property {string} kinds a letter for each document
   * @property {(word: number) => Promise<number[]>} postings document, weight, document, weight …
   * @property {(index: number) => Promise<Document_>} document
   */

  const TITLE = 8, ALSO = 7, TEXT = 1; // what a word counts for, by where it stands
  const QUOTED = 4; // words in quotation marks are first of all the article's
  const NAMED = "thl"; // terms, people, places: whoever types a name means them first
  const MOST_SENSES = 30;
  const LOOKED_AT = 60; // documents of which more is seen than their weights
  const UNSPACED = /[\u3400-\u9fff\uf900-\ufaff\u3040-\u30ff]+/g;

  /** @param {string} text @returns {string} as `edition/core/search_words.py` folds it */
  function folded(text) {
    return text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase()
      .replace(/['’]s(?![\p{L}\p{N}])/gu, "").replace(/['’‘ʻʼ`´]/g, "");
  }

  /** @param {string} text @returns {string[]} its words, in order */
  function wordsOf(text) {
    /** @type {string[]} */
    const words = [];
    for (const [run] of folded(text).matchAll(/[\p{L}\p{N}]+/gu)) {
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

  /** @param {Document_[]} documents @returns {Source} */
  function fromDocuments(documents) {
    /** @type {Map<string, number[]>} */
    const index = new Map();
    documents.forEach(([, title, , also, text], number) => {
      /** @type {Map<string, number>} */
      const weights = new Map();
      const fields = /** @type {[string, number][]} */ ([[title, TITLE], [also, ALSO], [text, TEXT]]);
      for (const [field, weight] of fields) {
        for (const word of wordsOf(field)) weights.set(word, (weights.get(word) || 0) + weight);
      }
      for (const [word, weight] of weights) {
        const postings = index.get(word);
        const capped = Math.min(weight, 30);
        if (postings) postings.push(number, capped);
        else index.set(word, [number, capped]);
      }
    });
    const words = [...index.keys()].sort();
    return {
      words,
      kinds: documents.map(([kind]) => kind).join(""),
      postings: async (word) => index.get(words[word]) || [],
      document: async (number) => documents[number],
    };
  }

  /**
   * @param {{ words: string, kinds: string, starts: number[], size: number }} index
   * @param {(path: string) => Promise<any>} fetchJson
   * @returns {Source}
   */
  function fromShards({ words, kinds, starts, size }, fetchJson) {
    /** @type {Map<string, Promise<any>>} */
    const fetched = new Map();
    /** @param {string} path */
    const once = (path) => {
      const known = fetched.get(path);
      if (known) return known;
      const made = fetchJson(path);
      fetched.set(path, made);
      made.catch(() => fetched.delete(path));
      return made;
    };
    return {
      words: words.split(" "),
      kinds,
      postings: async (word) => {
        let shard = 0;
        while (shard + 1 < starts.length && starts[shard + 1] <= word) shard += 1;
        const lists = await once(`words/${shard}.json`);
        /** @type {number[]} */
        const deltas = lists[word - starts[shard]];
        let at = 0;
        return deltas.map((value, index) => (index % 2 ? value : (at += value)));
      },
      document: async (number) => (await once(`documents/${Math.floor(number / size)}.json`))[number % size],
    };
  }

  /** @param {string[]} words in order @param {string} word @returns {number} where it is, or would be */
  function position(words, word) {
    let [low, high] = [0, words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (words[middle] < word) low = middle + 1;
      else high = middle;
    }
    return low;
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

  /** @param {string[]} words @param {string} word @returns {Sense[]} words of the index that may be meant */
  function senses(words, word) {
    /** @type {Sense[]} */
    const found = [];
    let at = position(words, word);
    const known = words[at] === word;
    if (known) found.push({ word: at++, factor: 1 });
    const isYear = known && /^\d{4}$/.test(word); // whoever types one does not mean 1990s or 19905
    if (word.length > 1 && !isYear) {
      for (; at < words.length && words[at].startsWith(word) && found.length < MOST_SENSES; at++) {
        found.push({ word: at, factor: 0.5 + 0.3 * (word.length / words[at].length) });
      }
    }
    if (!known && word.length >= 4) {
      for (let i = 0; i < words.length && found.length < MOST_SENSES * 2; i++) {
        if (isNear(word, words[i])) found.push({ word: i, factor: 0.4 });
      }
    }
    return found;
  }

  /** @param {string} name @param {string} sought @returns {number} what a thing counts for that is called so */
  function likeness(name, sought) {
    if (name === sought) return 3;
    const [its, asked] = [name.split(" "), sought.split(" ")];
    if (its.length === asked.length && its.every((word, index) => word === asked[index]
      || (asked[index].length >= 4 && isNear(word, asked[index])))) return 2.2;
    return name.startsWith(sought) ? 1.3 : 1;
  }

  /** @param {string} question @returns {{ words: string[], phrases: string[] }} */
  function understood(question) {
    /** @type {string[]} */
    const phrases = [];
    const rest = question.replace(/["“”„«»]([^"“”„«»]+)["“”„«»]/g, (_, phrase) => {
      phrases.push(wordsOf(phrase).join(" "));
      return ` ${phrase} `;
    });
    return { words: [...new Set(wordsOf(rest))].slice(0, 12), phrases: phrases.filter(Boolean) };
  }

  /**
   * @param {Source} source @param {string} question
   * @param {{ kind?: string, most?: number }} [how]
   * @returns {Promise<Answer>}
   */
  async function search(source, question, { kind = "", most = 20 } = {}) {
    const { words, phrases } = understood(question.slice(0, 300));
    if (!words.length) return { results: [], counts: {}, total: 0 };
    const total = source.kinds.length;
    /** @type {Map<number, { score: number, met: number }>} */
    const scores = new Map();
    await Promise.all(words.map(async (word) => {
      const meant = senses(source.words, word);
      const lists = await Promise.all(meant.map((sense) => source.postings(sense.word)));
      /** @type {Map<number, number>} */
      const best = new Map();
      lists.forEach((list, index) => {
        const rarity = Math.log(1 + total / (1 + list.length / 2));
        for (let i = 0; i < list.length; i += 2) {
          const weight = list[i + 1];
          const score = meant[index].factor * rarity * (weight / (weight + 4));
          if (score > (best.get(list[i]) || 0)) best.set(list[i], score);
        }
      });
      for (const [number, score] of best) {
        const sum = scores.get(number) || { score: 0, met: 0 };
        scores.set(number, { score: sum.score + score, met: sum.met + 1 });
      }
    }));
    // All words, or else the most that any document has.
    const needed = Math.max(0, ...[...scores.values()].map(({ met }) => met));
    const fit = [...scores].filter(([, { met }]) => met === needed);
    fit.sort(([a, x], [b, y]) => y.score - x.score || a - b);
    const wanted = kind ? fit.filter(([number]) => source.kinds[number] === kind) : fit;
    const sought = words.join(" ");
    let results = await Promise.all(wanted.slice(0, LOOKED_AT * (phrases.length ? 5 : 1)).map(async ([number, { score }]) => {
      const [its, title, address, also, text] = await source.document(number);
      // What else is said of a note are its subjects, by which it is not called.
      const names = [title, ...(its === "n" ? [] : also.split("\n"))].map((name) => wordsOf(name).join(" "));
      const isIt = Math.max(...names.map((name, index) => likeness(name, sought) * (index ? 0.85 : 1)));
      return { kind: its, title, address, text, words, score: score * isIt * (NAMED.includes(its) ? 1.2 : its === "p" && phrases.length ? QUOTED : 1), all: `${names.join(" | ")} | ${phrases.length ? wordsOf(text).join(" ") : ""}` };
    }));
    if (phrases.length) results = results.filter(({ all }) => phrases.every((phrase) => ` ${all} `.includes(` ${phrase} `)));
    results.sort((a, b) => b.score - a.score);
    /** @type {Record<string, number>} */
    const counts = {};
    for (const its of phrases.length ? results.map((result) => result.kind) : fit.map(([number]) => source.kinds[number])) {
      counts[its] = (counts[its] || 0) + 1;
    }
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    return { results: results.slice(0, most), counts, total: kind ? counts[kind] || 0 : all };
  }

  /** @param {string} base the folder of the index @returns {Promise<Source>} */
  async function open(base) {
    /** @param {string} path */
    const fetchJson = async (path) => {
      const answer = await fetch(new URL(path, base));
      if (!answer.ok) throw new Error(`${answer.status} ${path}`);
      return answer.json();
    };
    const index = await fetchJson("index.json");
    return index.documents ? fromDocuments(index.documents) : fromShards(index, fetchJson);
  }

  Object.assign(globalThis, { editionSearch: { open, search, wordsOf } });
})();
