// @ts-check
/**
 * Where search has its words, documents and places from. A small edition comes as one file of
 * documents, of which the index is made here; of a large one the list of words comes at once, and
 * of the rest what a question needs. `edition/exports/search_index.py` writes both.
 */
(function () {
  /**
   * @typedef {{ documents: number[], weights: number[] }} Postings of a word, in order
   * @typedef {{ title: string, address: string, text: string }} Found what is shown of a document
   * @typedef {{ name: string, folded: string }} Name
   * @typedef {object} Source
   * @property {string[]} words in order
   * @property {string} kinds a letter for each document
   * @property {Map<number, Name[]>} names by document: of terms, people, places and pages
   * @property {Set<string>} named the words of these names
   * @property {(word: number) => Promise<Postings>} postings
   * @property {(word: number) => Promise<number[][]>} places for each of its documents, counted from
   *   1; a gap parts what is no phrase
   * @property {(index: number) => Promise<Found>} document
   */

  // What a word counts for: all words of a title together, one of another name, one of a note's
  // subjects, one of a text; and the most that it can count for in a document.
  const TITLE = 24, ALSO = 7, SUBJECT = 3, TEXT = 1, MOST = 30;
  const LEAST_IN_TITLE = 2, MOST_IN_TITLE = 8;
  const NAMED = "thlefg";

  /** @type {{ wordsOf: (text: string) => string[] }} */
  const { wordsOf } = /** @type {any} */ (globalThis).editionSearch ??= {};

  /**
   * @param {[kind: string, title: string, address: string, also: string, text: string][]} rows
   * @returns {Source}
   */
  function fromDocuments(rows) {
    /** @type {Map<string, Postings & { places: number[][] }>} */
    const index = new Map();
    rows.forEach(([kind, title, , also, text], number) => {
      let at = 1;
      /** @param {string[]} words @param {number} weight @param {number} step */
      const add = (words, weight, step) => {
        for (const word of words) {
          let found = index.get(word);
          if (!found) index.set(word, (found = { documents: [], weights: [], places: [] }));
          const last = found.documents.length - 1;
          if (found.documents[last] === number) {
            found.weights[last] = Math.min(found.weights[last] + weight, MOST);
            found.places[last].push(at);
          } else {
            found.documents.push(number);
            found.weights.push(weight);
            found.places.push([at]);
          }
          at += step;
        }
        at += 1;
      };
      const own = wordsOf(title);
      const share = Math.floor(TITLE / Math.max(1, own.length));
      add(own, Math.max(LEAST_IN_TITLE, Math.min(MOST_IN_TITLE, share)), 1);
      for (const name of also ? also.split("\n") : []) {
        if (kind === "n") add(wordsOf(name), SUBJECT, 2);
        else add(wordsOf(name), ALSO, 1);
      }
      add(wordsOf(text), TEXT, 1);
    });
    const words = [...index.keys()].sort();
    /** @param {number} word */
    const of = async (word) => /** @type {Postings & { places: number[][] }} */ (index.get(words[word]));
    const named = rows.flatMap(([kind, title, , also], number) =>
      NAMED.includes(kind) ? [/** @type {[number, string]} */ ([number, also ? `${title}\n${also}` : title])] : []);
    return {
      words,
      kinds: rows.map(([kind]) => kind).join(""),
      ...calledSo(named),
      postings: of,
      places: async (word) => (await of(word)).places,
      document: async (number) => ({ title: rows[number][1], address: rows[number][2], text: rows[number][4] }),
    };
  }

  /**
   * @param {[number, string][]} lines a document and its names
   * @returns {{ names: Map<number, Name[]>, named: Set<string> }}
   */
  function calledSo(lines) {
    /** @type {Map<number, Name[]>} */
    const names = new Map();
    /** @type {Set<string>} */
    const named = new Set();
    for (const [number, text] of lines) {
      names.set(number, text.split("\n").map((name) => {
        const words = wordsOf(name);
        for (const word of words) named.add(word);
        return { name, folded: words.join(" ") };
      }));
    }
    return { names, named };
  }

  /**
   * @param {{ folder: string, words: string, starts: number[], kinds: string, names: string[], size: number }} index
   * @param {(path: string) => Promise<any>} fetchJson
   * @returns {Source}
   */
  function fromShards({ folder, words, starts, kinds, names, size }, fetchJson) {
    /** @type {Map<string, Promise<any>>} */
    const kept = new Map();
    /** @template T @param {string} key @param {() => Promise<T>} make @returns {Promise<T>} made once, unless it fails */
    const once = (key, make) => {
      const known = kept.get(key);
      if (known) return known;
      const made = make();
      kept.set(key, made);
      made.catch(() => kept.delete(key));
      return made;
    };
    /** @param {string} name */
    const shard = (name) => once(name, () => fetchJson(`${folder}/${name}.json`));
    /** @param {string} kind @param {number} word @returns {Promise<number[]>} */
    const listOf = async (kind, word) => {
      let number = starts.length - 1;
      while (starts[number] > word) number -= 1;
      return (await shard(`${kind}/${number}`))[word - starts[number]];
    };
    const named = Array.from(kinds).flatMap((kind, number) => (NAMED.includes(kind) ? [number] : []));
    return {
      words: unfolded(words),
      kinds,
      ...calledSo(named.map((number, index) => [number, names[index]])),
      postings: (word) => once(`postings of ${word}`, async () => read(await listOf("words", word))),
      places: (word) => once(`places of ${word}`, async () => readPlaces(await listOf("places", word))),
      document: async (number) => {
        const [title, address, text] = (await shard(`documents/${Math.floor(number / size)}`))[number % size];
        return { title, address, text };
      },
    };
  }

  /** @param {string} words each after a capital, which tells what it shares with the one before */
  function unfolded(words) {
    let before = "";
    return (words.match(/[A-Z][^A-Z]*/g) || []).map((part) =>
      (before = before.slice(0, part.charCodeAt(0) - 65) + part.slice(1)));
  }

  /** @param {number[]} numbers differences, a weight other than 1 before its own, negative @returns {Postings} */
  function read(numbers) {
    /** @type {Postings} */
    const postings = { documents: [], weights: [] };
    let [document, weight] = [0, 1];
    for (const number of numbers) {
      if (number < 0) {
        weight = -number;
        continue;
      }
      postings.documents.push((document += number));
      postings.weights.push(weight);
      weight = 1;
    }
    return postings;
  }

  /** @param {number[]} numbers the first place of each document negative, then differences @returns {number[][]} */
  function readPlaces(numbers) {
    /** @type {number[][]} */
    const places = [];
    let at = 0;
    for (const number of numbers) {
      at = number < 0 ? -number : at + number;
      if (number < 0) places.push([]);
      places[places.length - 1].push(at);
    }
    return places;
  }

  /** @param {URL} base the folder of the index @param {any} index what `index.json` there holds @returns {Source} */
  function open(base, index) {
    if (index.documents) return fromDocuments(index.documents);
    return fromShards(index, async (path) => {
      const answer = await fetch(new URL(path, base));
      if (!answer.ok) throw new Error(`${answer.status} ${path}`);
      return answer.json();
    });
  }

  const global = /** @type {any} */ (globalThis);
  global.editionSearch = { ...global.editionSearch, open };
})();
