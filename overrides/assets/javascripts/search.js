// @ts-check
/**
 * Search in a dialog. The index and the worker that searches it (Material's) are fetched when
 * the dialog is first opened, never before. Results are put together as text nodes: no HTML
 * from the index reaches the page.
 */
(function () {
  /**
   * @typedef {{ location: string, title: string, text: string, score: number, parent?: { title: string } }} Hit one section
   *   of a page; `title` and `text` are HTML in which `<mark>` surrounds the words found;
   *   `parent` is the page, where the section is not its first.
   * @typedef {{ text: string, found: boolean }} Piece a run of plain text
   */

  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3; // the worker's message types
  const SHOWN = 30;

  const dialog = /** @type {HTMLDialogElement | null} */ (document.getElementById("search"));
  const button = document.getElementById("search-open");
  const field = /** @type {HTMLInputElement | null} */ (document.getElementById("search-field"));
  const status = document.getElementById("search-status");
  const list = document.getElementById("search-results");
  const close = document.getElementById("search-close");
  if (!dialog || !button || !field || !status || !list || !close) return;
  if (typeof dialog.showModal !== "function" || typeof Worker !== "function") return;

  const indexAddress = new URL(dialog.dataset.index || "", location.href);
  const base = new URL("../", indexAddress); // where the site begins; hits are relative to it

  /** @type {Worker | null} */
  let worker = null;
  let asked = false;
  let ready = false;

  /** Start the worker and hand it the index; `status` tells how far it is. */
  async function load() {
    if (asked) return;
    asked = true;
    say("Loading the index …", true);
    try {
      const answer = await fetch(indexAddress);
      if (!answer.ok) throw new Error(String(answer.status));
      const index = await answer.json();
      worker = new Worker(new URL(/** @type {HTMLElement} */ (dialog).dataset.worker || "", location.href));
      worker.onmessage = ({ data }) => {
        if (data.type === READY) {
          ready = true;
          ask();
        } else if (data.type === RESULT) show(data.data.items);
      };
      worker.onerror = fail;
      worker.postMessage({ type: SETUP, data: { ...index, options: { suggest: false } } });
    } catch {
      fail();
    }
  }

  function fail() {
    if (worker) worker.terminate();
    worker = null;
    asked = ready = false;
    say("The index could not be loaded. Close this and try again, or use the list of contents.");
  }

  /** @param {string} text @param {boolean} [busy] */
  function say(text, busy = false) {
    /** @type {HTMLElement} */ (status).textContent = text;
    /** @type {HTMLElement} */ (dialog).setAttribute("aria-busy", String(busy));
  }

  /** Put the field's words to the worker. */
  function ask() {
    if (!worker || !ready) return;
    const words = /** @type {HTMLInputElement} */ (field).value.trim();
    if (words) worker.postMessage({ type: QUERY, data: words });
    else {
      /** @type {HTMLElement} */ (list).replaceChildren();
      say("Type a word; quotation marks keep words together.");
    }
  }

  /**
   * @param {string} html
   * @returns {Piece[]} its text, with what stood in `<mark>` told apart
   */
  function pieces(html) {
    const inert = new DOMParser().parseFromString(html.replace(/<\/(p|li|h\d|dd|dt|td)>/g, " $&"), "text/html");
    const walker = inert.createTreeWalker(inert.body, NodeFilter.SHOW_TEXT);
    /** @type {Piece[]} */
    const found = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const text = (node.nodeValue || "").replace(/\s+/g, " ");
      found.push({ text, found: !!(node.parentElement && node.parentElement.closest("mark")) });
    }
    return found;
  }

  /**
   * @param {Piece[]} all
   * @returns {Piece[]} about two lines around the first word found, cut between words
   */
  function excerpt(all) {
    const first = Math.max(0, all.findIndex((piece) => piece.found));
    const before = all.slice(0, first).map((piece) => piece.text).join("");
    const start = before.length > 70 ? before.slice(-70).replace(/^\S*\s/, "… ") : before;
    const kept = [{ text: start, found: false }];
    let room = 150;
    for (const piece of all.slice(first)) {
      if (piece.text.length < room) kept.push(piece);
      else kept.push({ text: piece.text.slice(0, room).replace(/\s\S*$/, " …"), found: piece.found });
      room -= piece.text.length;
      if (room <= 0) break;
    }
    return kept;
  }

  /** @param {string} name @param {Piece[]} content */
  function line(name, content) {
    const element = document.createElement("span");
    element.className = name;
    for (const { text, found } of content) {
      if (!found) element.append(text);
      else element.append(Object.assign(document.createElement("mark"), { textContent: text }));
    }
    return element;
  }

  /** @param {Hit} hit */
  function entry(hit) {
    const text = pieces(hit.text);
    const word = text.find((piece) => piece.found);
    const link = document.createElement("a");
    const target = new URL(hit.location, base);
    // A text fragment takes the reader to the word itself where the browser can.
    if (word) target.hash += `:~:text=${encodeURIComponent(word.text).replace(/-/g, "%2D")}`;
    link.href = target.href;
    const title = line("found-title", pieces(hit.title));
    const page = hit.parent && plain(hit.parent.title);
    if (page && page !== title.textContent) title.append(Object.assign(document.createElement("i"), { textContent: ` ${page}` }));
    link.append(title);
    if (word) link.append(line("found-text", excerpt(text)));
    const item = document.createElement("li");
    item.append(link);
    return item;
  }

  /** @param {string} html */
  function plain(html) {
    return pieces(html).map((piece) => piece.text).join("");
  }

  /**
   * A page's opening and its first heading are two hits of one name: keep the one with words.
   * @param {Hit[]} group @returns {Hit[]}
   */
  function distinct(group) {
    return group.filter((hit) => hit.score > 0 && (hit.text.includes("<mark>") ||
      !group.some((other) => other !== hit && other.score > 0 && plain(other.title) === plain(hit.title))));
  }

  /** @param {Hit[][]} groups hits of one page each, best first */
  function show(groups) {
    const hits = groups.flatMap(distinct);
    /** @type {HTMLElement} */ (list).replaceChildren(...hits.slice(0, SHOWN).map(entry));
    const count = hits.length === 1 ? "1 place" : `${hits.length} places`;
    if (!/** @type {HTMLInputElement} */ (field).value.trim()) ask();
    else if (hits.length > SHOWN) say(`${count}; the first ${SHOWN} are shown.`);
    else say(hits.length ? `${count}.` : "Nothing found.");
  }

  function open() {
    if (!(/** @type {HTMLDialogElement} */ (dialog).open)) /** @type {HTMLDialogElement} */ (dialog).showModal();
    /** @type {HTMLInputElement} */ (field).select();
    load();
  }

  button.addEventListener("click", open);
  close.addEventListener("click", () => dialog.close());
  field.addEventListener("input", ask);
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
