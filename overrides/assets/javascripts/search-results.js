// @ts-check
/**
 * Results as a reader sees them, each with its kind, its name and the words around what was found.
 * They are put together as text: no HTML of the index reaches the page.
 */
(function () {
  /**
   * @typedef {{ kind: string, title: string, address: string, text: string, also: string[], words: string[] }} Result
   * @typedef {{ results: Result[], counts: Record<string, number>, total: number }} Answer
   * @typedef {{ text: string, words: string[] }} Piece of a text, with its words as they are compared
   */

  /** @type {Record<string, [one: string, more: string]>} */
  const KINDS = {
    p: ["Text", "Text"],
    n: ["Note", "Notes"],
    t: ["Term", "Terms"],
    h: ["Person", "People"],
    l: ["Place", "Places"],
    e: ["Event", "Events"],
    f: ["Figure", "Figures"],
    r: ["Reference", "References"],
    g: ["Page", "Pages"],
  };
  const ROOM = 28; // pieces with white space between them: about two lines
  const BEFORE = 6;

  /** @type {{ wordsOf: (text: string) => string[] }} */
  const { wordsOf } = /** @type {any} */ (globalThis).editionSearch ??= {};

  /** @type {Map<string, Piece[]>} */
  const taken = new Map();
  /** @param {string} text @returns {Piece[]} */
  function pieces(text) {
    const known = taken.get(text);
    if (known) return known;
    const made = (text.match(/\S+/g) || []).map((piece) => ({ text: piece, words: wordsOf(piece) }));
    taken.set(text, made);
    return made;
  }

  /** @param {Piece[]} all @param {Set<string>} sought @returns {number} where to begin, to show the most of what was found */
  function beginning(all, sought) {
    const hits = all.map(({ words }) => words.filter((word) => sought.has(word)));
    let [best, most] = [0, 0];
    for (let at = 0; at < all.length; at++) {
      if (!hits[at].length) continue;
      const seen = new Set(hits.slice(at, at + ROOM - BEFORE).flat()).size;
      if (seen > most) [best, most] = [at, seen];
    }
    return best < ROOM - BEFORE ? 0 : best - BEFORE;
  }

  /** @param {string} text @param {Set<string>} sought @returns {(string | HTMLElement)[]} about two lines, with marks */
  function excerpt(text, sought) {
    const all = pieces(text);
    const start = beginning(all, sought);
    /** @type {(string | HTMLElement)[]} */
    const shown = start ? ["… "] : [];
    for (const piece of all.slice(start, start + ROOM)) shown.push(...lit(piece, sought), " ");
    return all.length > start + ROOM ? [...shown, "…"] : shown.slice(0, -1);
  }

  /** @param {Piece} piece @param {Set<string>} sought @returns {(string | HTMLElement)[]} */
  function lit({ text, words }, sought) {
    if (!words.some((word) => sought.has(word))) return [text];
    // Of “Sino-Russian,” the half that was meant, and no comma.
    return (text.match(/[\p{L}\p{N}\p{M}\p{Cf}'’‘`´′ʹʺʻʼʽʾʿ]+|[^\p{L}\p{N}\p{M}\p{Cf}'’‘`´′ʹʺʻʼʽʾʿ]+/gu) || []).map((part) => {
      if (!wordsOf(part).some((word) => sought.has(word))) return part;
      return Object.assign(document.createElement("mark"), { textContent: part });
    });
  }

  /** @param {string} name @param {(string | HTMLElement)[]} content @returns {HTMLElement} */
  function line(name, content) {
    const element = document.createElement("span");
    element.className = name;
    element.append(...content);
    return element;
  }

  /** @param {Result} result @param {URL} site @returns {HTMLElement} */
  function entry({ kind, title, address, text, also, words }, site) {
    // Of a script without spaces the single characters say nothing beside the pairs they are in.
    const sought = new Set(words.filter((word) => word.length > 1
      || !words.some((other) => other !== word && other.includes(word))));
    const has = (/** @type {string} */ name) => wordsOf(name).some((word) => sought.has(word));
    const link = document.createElement("a");
    link.href = new URL(address, site).href;
    const name = excerpt(title, sought);
    // Whoever typed another name sees which.
    const other = has(title) ? undefined : also.find(has);
    if (other) name.push(" · ", ...excerpt(other, sought));
    link.append(line("found-kind", [KINDS[kind][0]]), " ");
    link.append(line("found-title", kind === "n" ? ["“", ...name, "”"] : name));
    // Of a printed reference what differs from its form here is of interest only if it was found.
    if (text && (kind !== "r" || has(text))) link.append(" ", line("found-text", excerpt(text, sought)));
    const item = document.createElement("li");
    item.append(link);
    return item;
  }

  /** @param {HTMLElement} list @param {Answer} answer @param {URL} site */
  function show(list, { results }, site) {
    list.replaceChildren(...results.map((result) => entry(result, site)));
  }

  /** @param {HTMLElement} kinds @param {Record<string, number>} counts by kind, whichever is chosen @param {string} kind */
  function choices(kinds, counts, kind) {
    if (!kinds.querySelector("label")) kinds.append(...["", ...Object.keys(KINDS)].map(choice));
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    let shown = 0;
    for (const label of kinds.querySelectorAll("label")) {
      const radio = /** @type {HTMLInputElement} */ (label.querySelector("input"));
      const count = radio.value ? counts[radio.value] || 0 : all;
      const name = /** @type {HTMLElement} */ (label.querySelector("span"));
      name.textContent = `${radio.value ? KINDS[radio.value][1] : "All"} (${count})`;
      radio.checked = radio.value === kind;
      label.hidden = !count && !radio.checked && radio.value !== "";
      if (!label.hidden) shown += 1;
    }
    kinds.hidden = shown < 3 && !kind;
  }

  /** @param {string} kind @returns {HTMLElement} */
  function choice(kind) {
    const label = document.createElement("label");
    const radio = document.createElement("input");
    Object.assign(radio, { type: "radio", name: "kind", value: kind });
    label.append(radio, document.createElement("span"));
    return label;
  }

  /** @param {Answer} answer @param {string} kind @returns {string} */
  function summary({ results, counts, total }, kind) {
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    if (!all) return "Nothing found.";
    if (!total) return `Nothing under ${KINDS[kind][1]}; ${all} under All.`;
    const rest = total > results.length ? `; the first ${results.length} are shown` : "";
    return `${total} ${total === 1 ? "result" : "results"}${rest}.`;
  }

  const global = /** @type {any} */ (globalThis);
  global.editionSearch = { ...global.editionSearch, show, choices, summary };
})();
