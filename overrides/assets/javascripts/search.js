// @ts-check
/**
 * Search in a dialog. It opens at once; its engine and the index come when it is opened for the
 * first time, never before. Results are put together as text: no HTML reaches the page from them.
 */
(function () {
  /**
   * @typedef {{ kind: string, title: string, address: string, text: string, words: string[] }} Result
   * @typedef {{ results: Result[], counts: Record<string, number>, total: number }} Answer
   * @typedef {{ open: (base: URL) => Promise<object>, search: (source: object, question: string, how: object) => Promise<Answer>, wordsOf: (text: string) => string[] }} Engine
   */

  const SHOWN = 20;
  /** @type {Record<string, [one: string, more: string]>} */
  const KINDS = {
    p: ["Text", "Text"],
    n: ["Note", "Notes"],
    t: ["Term", "Terms"],
    h: ["Person", "People"],
    l: ["Place", "Places"],
    r: ["Reference", "References"],
    g: ["Page", "Pages"],
  };

  const dialog = /** @type {HTMLDialogElement | null} */ (document.getElementById("search"));
  const button = document.getElementById("search-open");
  const field = /** @type {HTMLInputElement | null} */ (document.getElementById("search-field"));
  const status = document.getElementById("search-status");
  const list = document.getElementById("search-results");
  const close = document.getElementById("search-close");
  const kinds = /** @type {HTMLFieldSetElement | null} */ (document.getElementById("search-kinds"));
  if (!dialog || !button || !field || !status || !list || !close || !kinds) return;
  if (typeof dialog.showModal !== "function") return;

  const base = new URL(dialog.dataset.index || "", location.href);
  const site = new URL("../", base); // where the site begins; results are relative to it

  /** @type {Promise<{ engine: Engine, source: object }> | null} */
  let loading = null;
  let asked = 0; // how many questions were put: an answer to an older one is dropped
  let kind = "";

  /** @returns {Promise<Engine>} */
  function engine() {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = /** @type {HTMLDialogElement} */ (dialog).dataset.engine || "";
      script.integrity = /** @type {HTMLDialogElement} */ (dialog).dataset.integrity || "";
      // @ts-ignore  the script sets it
      script.onload = () => resolve(globalThis.editionSearch);
      script.onerror = (event) => {
        event.stopPropagation?.();
        script.remove();
        reject(new Error("no engine"));
      };
      document.head.append(script);
    });
  }

  async function load() {
    loading ??= engine().then(async (found) => ({ engine: found, source: await found.open(base) }));
    try {
      return await loading;
    } catch (error) {
      loading = null;
      throw error;
    }
  }

  /** @param {string} text @param {boolean} [busy] */
  function say(text, busy = false) {
    /** @type {HTMLElement} */ (status).textContent = text;
    /** @type {HTMLElement} */ (dialog).setAttribute("aria-busy", String(busy));
  }

  async function ask() {
    const question = /** @type {HTMLInputElement} */ (field).value.trim();
    const mine = (asked += 1);
    try {
      if (!loading) say("Loading …", true);
      const { engine: found, source } = await load();
      if (mine !== asked) return;
      if (!found.wordsOf(question).length) {
        empty(question ? "Type a letter or a figure." : "Type a word; quotation marks keep words together.");
        return;
      }
      const answer = await found.search(source, question, { kind, most: SHOWN });
      if (mine === asked) show(answer);
    } catch {
      if (mine === asked) empty("The index could not be loaded. Close this and try again, or use the list of contents.");
    }
  }

  /** @param {string} words */
  function empty(words) {
    /** @type {HTMLElement} */ (list).replaceChildren();
    /** @type {HTMLElement} */ (kinds).hidden = true;
    say(words);
  }

  /** @param {string} text @param {Set<string>} sought words of the question @returns {(string | HTMLElement)[]} */
  function lit(text, sought) {
    /** @type {(string | HTMLElement)[]} */
    const parts = [];
    for (const [piece] of text.matchAll(/[\p{L}\p{N}\p{M}'’]+|[^\p{L}\p{N}\p{M}'’]+/gu)) {
      // @ts-ignore  loaded by now
      const words = globalThis.editionSearch.wordsOf(piece);
      const found = words.some((/** @type {string} */ word) => [...sought].some((one) => word === one || (one.length > 1 && word.startsWith(one))));
      if (!found) parts.push(piece);
      else parts.push(Object.assign(document.createElement("mark"), { textContent: piece }));
    }
    return parts;
  }

  /** @param {string} text @param {Set<string>} sought @returns {string} about two lines around the first word found */
  function excerpt(text, sought) {
    // @ts-ignore  loaded by now
    const at = text.split(/\s+/).findIndex((word) => globalThis.editionSearch.wordsOf(word).some((one) => sought.has(one)));
    const words = text.split(/\s+/);
    const start = at > 12 ? at - 6 : 0;
    const shown = words.slice(start, start + 28).join(" ");
    return `${start ? "… " : ""}${shown}${start + 28 < words.length ? " …" : ""}`;
  }

  /** @param {Result} result */
  function entry(result) {
    const sought = new Set(result.words);
    const link = document.createElement("a");
    link.href = new URL(result.address, site).href;
    const title = document.createElement("span");
    title.className = "found-title";
    title.append(...lit(result.kind === "n" ? `“${result.title}”` : result.title, sought));
    const label = document.createElement("span");
    label.className = "found-kind";
    label.textContent = (KINDS[result.kind] || [""])[0];
    link.append(label, " ", title);
    if (result.text) {
      const text = document.createElement("span");
      text.className = "found-text";
      text.append(...lit(excerpt(result.text, sought), sought));
      link.append(text);
    }
    const item = document.createElement("li");
    item.append(link);
    return item;
  }

  /** @param {Answer} answer */
  function show({ results, counts, total }) {
    /** @type {HTMLElement} */ (list).replaceChildren(...results.map(entry));
    facets(counts);
    if (!total) say("Nothing found.");
    else say(`${total} ${total === 1 ? "result" : "results"}${total > results.length ? `; the first ${results.length} are shown` : ""}.`);
  }

  /** @param {Record<string, number>} counts of results by kind, whichever is chosen */
  function facets(counts) {
    const fieldset = /** @type {HTMLFieldSetElement} */ (kinds);
    const legend = /** @type {HTMLElement} */ (fieldset.querySelector("legend"));
    const had = fieldset.contains(document.activeElement);
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const choices = [["", "All", all], ...Object.entries(KINDS).map(([key, [, more]]) => [key, more, counts[key] || 0])]
      .filter(([key, , count]) => key === "" || count || key === kind);
    fieldset.replaceChildren(legend, ...choices.map(([key, words, count]) => {
      const label = document.createElement("label");
      const radio = document.createElement("input");
      Object.assign(radio, { type: "radio", name: "kind", value: key, checked: key === kind });
      const name = document.createElement("span");
      name.textContent = `${words} (${count})`;
      label.append(radio, name);
      return label;
    }));
    fieldset.hidden = choices.length < 3 && !kind;
    if (had) /** @type {HTMLElement | null} */ (fieldset.querySelector(":checked"))?.focus();
  }

  function open() {
    if (!(/** @type {HTMLDialogElement} */ (dialog).open)) /** @type {HTMLDialogElement} */ (dialog).showModal();
    /** @type {HTMLInputElement} */ (field).select();
    ask();
  }

  button.addEventListener("click", open);
  close.addEventListener("click", () => dialog.close());
  field.addEventListener("input", ask);
  kinds.addEventListener("change", (event) => {
    kind = event.target instanceof HTMLInputElement ? event.target.value : "";
    ask();
  });
  dialog.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a");
    if (event.target === dialog || link) dialog.close();
    if (link) button.blur(); // the next Tab starts where the link led, not at the button
  });

  /** @returns {HTMLAnchorElement[]} */
  const links = () => Array.from(list.querySelectorAll("a"));

  dialog.addEventListener("submit", (event) => {
    event.preventDefault();
    const first = links()[0];
    if (first) first.click();
  });

  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [field, ...links()];
    const here = stops.indexOf(/** @type {any} */ (document.activeElement));
    const next = stops[here + (event.key === "ArrowDown" ? 1 : -1)];
    if (here < 0 || !next) return;
    event.preventDefault();
    next.focus();
  });

  document.addEventListener("keydown", (event) => {
    const combined = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k";
    const plain = document.documentElement.dataset.keys !== "off" && event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
    const target = event.target instanceof HTMLElement ? event.target : null;
    const typing = !!target && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
    if (event.defaultPrevented || dialog.open || typing || !(combined || plain)) return;
    event.preventDefault();
    open();
  });

  button.hidden = false;
})();
