// @ts-check
/**
 * Search in a dialog. `book.js` opens it at once, and fetches this when it is opened for the first
 * time; this fetches the engine and the index: the scripts that `search.html` names, in its order.
 */
(function () {
  /**
   * @typedef {{ results: object[], counts: Record<string, number>, total: number }} Answer
   * @typedef {object} Engine what the scripts put together
   * @property {(base: URL, index: object) => object} open
   * @property {(source: object, question: string, how: object) => Promise<Answer>} search
   * @property {(text: string) => string[]} wordsOf
   * @property {(list: HTMLElement, answer: Answer, site: URL) => void} show
   * @property {(kinds: HTMLElement, counts: Record<string, number>, kind: string) => void} choices
   * @property {(answer: Answer, kind: string) => string} summary
   */

  const SHOWN = 20;
  const dialog = /** @type {HTMLDialogElement} */ (document.getElementById("search"));
  const button = document.getElementById("search-open");
  const field = /** @type {HTMLInputElement} */ (document.getElementById("search-field"));
  const status = /** @type {HTMLElement} */ (document.getElementById("search-status"));
  const list = /** @type {HTMLElement} */ (document.getElementById("search-results"));
  const kinds = /** @type {HTMLElement} */ (document.getElementById("search-kinds"));
  const base = new URL(dialog.dataset.index || "", location.href);
  const site = new URL("../", base); // where the site begins; results are relative to it

  /** @type {Promise<{ engine: Engine, source: object }> | null} */
  let loading = null;
  /** @type {Promise<void>} */
  let answering = Promise.resolve();
  let asked = 0; // how many questions were put: an answer to an older one is dropped
  let kind = "";

  /** @type {() => Promise<unknown>} */
  const fetchEngine = /** @type {any} */ (globalThis).editionFetching(dialog.dataset.engine); // `book.js` has it

  /** @returns {Promise<any>} */
  async function fetchIndex() {
    const answer = await fetch(new URL("index.json", base));
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  }

  async function load() {
    const [index] = await Promise.all([fetchIndex(), fetchEngine()]);
    const engine = /** @type {Engine} */ (/** @type {any} */ (globalThis).editionSearch);
    return { engine, source: engine.open(base, index) };
  }

  /** @param {string} text @param {boolean} [busy] */
  function say(text, busy = false) {
    status.textContent = text;
    list.setAttribute("aria-busy", String(busy));
  }

  /** @param {string} words */
  function empty(words) {
    list.replaceChildren();
    kinds.hidden = true;
    say(words);
  }

  /** Put the question in the field; what is shown is always the answer to the last one. */
  async function ask() {
    const question = field.value.trim();
    const mine = (asked += 1);
    let loaded = false;
    try {
      if (!loading) say("Loading …", true);
      loading ??= load();
      const { engine, source } = await loading;
      loaded = true;
      if (mine !== asked) return;
      if (!engine.wordsOf(question).length) {
        kind = "";
        empty(question ? "Type a letter or a figure." : "Type a word; quotation marks keep words together.");
        return;
      }
      const answer = await engine.search(source, question, { kind, most: SHOWN });
      if (mine !== asked) return;
      engine.show(list, answer, site);
      engine.choices(kinds, answer.counts, kind);
      say(engine.summary(answer, kind));
    } catch {
      if (!loaded) loading = null;
      if (mine === asked) empty(`${loaded ? "This part of the" : "The"} index could not be loaded. Try again when you are connected, or use the list of contents.`);
    }
  }

  const put = () => { answering = ask(); };

  document.addEventListener("edition:search", put);
  field.addEventListener("input", put);
  kinds.addEventListener("change", (event) => {
    kind = event.target instanceof HTMLInputElement ? event.target.value : "";
    put();
  });

  dialog.addEventListener("click", (event) => {
    const { top, bottom } = dialog.getBoundingClientRect();
    if (event.target === dialog && (event.clientY < top || event.clientY > bottom)) dialog.close();
    const link = event.target instanceof Element && event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    dialog.close();
    button?.blur(); // the next Tab starts where the link led, not at the button
  });

  dialog.addEventListener("submit", async (event) => {
    event.preventDefault();
    await answering; // whoever types fast means what was typed
    if (dialog.open) list.querySelector("a")?.click();
  });

  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [field, ...list.querySelectorAll("a")];
    const here = stops.indexOf(/** @type {any} */ (document.activeElement));
    const next = stops[here + (event.key === "ArrowDown" ? 1 : -1)];
    if (here < 0 || !next) return;
    event.preventDefault();
    next.focus();
  });
})();
