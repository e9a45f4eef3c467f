// @ts-check
/**
 * Where notes stand. In the margin: each as near to its words as the others let it, none upon
 * another, none below the text's own end. Where they crowd they fold, no more than it takes. The
 * open one comes to its line and shows everything, and the others make room.
 */
(function () {
  const GAP = 10; // pixels between two notes
  const FOLDS = 5; // from all that is to be said to the head alone; margin.css says what each leaves
  const NEAR = 5; // lines of text that a note may be away from its words before it folds
  const wide = matchMedia("screen and (min-width: 76.25rem)");
  const section = /** @type {HTMLElement | null} */ (document.querySelector(".text-page > .notes"));
  const page = /** @type {HTMLElement | null} */ (section && section.parentElement);
  const work = page && page.querySelector(".work");
  if (!section || !page || !work || !document.documentElement.classList.contains("js")) return;

  /**
   * @typedef {object} Item
   * @property {HTMLElement} note
   * @property {number} line where its words begin, in pixels from the top of the page of text
   * @property {number[]} heights one for each fold
   * @property {number} fold
   * @property {number} top
   */

  const notes = /** @type {HTMLElement[]} */ (Array.from(section.querySelectorAll(".note")));

  /** @param {HTMLElement} note @returns {Element} the first words that a note is about */
  function words(note) {
    const id = note.id.replace(/^note-/, "");
    return work?.querySelector(`mark[data-notes~="${CSS.escape(id)}"]`) || note;
  }

  /** The open note says everything, and so does one whose links the keyboard has come to. */
  const isWhole = (/** @type {HTMLElement} */ note) => note.matches(".open, :has(:focus-visible)");

  /** @type {Map<HTMLElement, number[]>} heights of folded notes, until something may change them */
  const known = new Map();

  /** @returns {Item[]} the notes in view, in the order of their words */
  function measure() {
    const shown = notes.filter((note) => getComputedStyle(note).display !== "none");
    const unknown = shown.filter((note) => !isWhole(note) && !known.has(note));
    const measured = unknown.map(() => /** @type {number[]} */ ([]));
    for (let fold = 0; fold < FOLDS && unknown.length; fold++) {
      for (const note of unknown) note.dataset.fold = String(fold);
      unknown.forEach((note, index) => measured[index].push(note.offsetHeight));
    }
    unknown.forEach((note, index) => known.set(note, measured[index]));
    for (const note of shown) if (isWhole(note)) delete note.dataset.fold;
    const origin = /** @type {HTMLElement} */ (page).getBoundingClientRect().top;
    return shown
      .map((note) => ({
        note,
        line: words(note).getClientRects()[0]?.top - origin || 0,
        heights: (!isWhole(note) && known.get(note)) || Array(FOLDS).fill(note.offsetHeight),
        fold: 0,
        top: 0,
      }))
      .sort((one, other) => one.line - other.line);
  }

  /** @param {Item} item @returns {number} pixels that it takes as it is folded */
  const taken = ({ heights, fold }) => heights[fold] + GAP;

  /**
   * Give each its top between two bounds, with the least squares of what they are off their lines:
   * neighbours that would overlap are pooled (isotonic regression).
   * @param {Item[]} items @param {number} from @param {number} to
   * @returns {Item[][]} groups of neighbours that touch
   */
  function settle(items, from, to) {
    /** @type {{ first: number, count: number, sum: number }[]} */
    const pools = [];
    const mean = (/** @type {typeof pools[0]} */ { sum, count }) => sum / count;
    let offset = 0; // of an item from where the first would be, if all of them touched
    items.forEach((item, first) => {
      let pool = { first, count: 1, sum: Math.max(from, Math.min(item.line, to)) - offset };
      item.top = offset;
      offset += taken(item);
      while (pools.length && mean(pools[pools.length - 1]) > mean(pool)) {
        const before = /** @type {typeof pool} */ (pools.pop());
        pool = { first: before.first, count: before.count + pool.count, sum: before.sum + pool.sum };
      }
      pools.push(pool);
    });
    const most = Math.max(from, to - offset + GAP);
    /** @type {Item[][]} */
    const groups = [];
    let last = NaN;
    for (const pool of pools) {
      const start = Math.max(from, Math.min(mean(pool), most));
      const members = items.slice(pool.first, pool.first + pool.count);
      for (const item of members) item.top += start;
      if (start === last) groups[groups.length - 1].push(...members);
      else groups.push(members);
      last = start;
    }
    return groups;
  }

  /**
   * Settle them: fold those that crowd until all find room and are near to their words, then unfold
   * what may be unfolded nevertheless.
   * @param {Item[]} items @param {number} from @param {number} to @param {number} near
   */
  function arrange(items, from, to, near) {
    /** @param {Item} item */
    const isOff = (item) => Math.abs(item.top - Math.max(from, Math.min(item.line, to))) > near
      || item.top + item.heights[item.fold] > to;
    const isFoldable = (/** @type {Item} */ { fold }) => fold < FOLDS - 1;
    for (;;) {
      const crowds = settle(items, from, to).filter((group) => group.some(isOff) && group.some(isFoldable));
      if (!crowds.length) break;
      for (const item of crowds.flat().filter(isFoldable)) item.fold += 1;
    }
    if (items.some(isOff)) return;
    for (let fold = FOLDS - 1; fold > 0; fold--) {
      for (const item of items.filter((one) => one.fold === fold)) {
        item.fold -= 1;
        settle(items, from, to);
        if (items.some(isOff)) item.fold += 1;
      }
    }
    settle(items, from, to);
  }

  /** @returns {number} where the text with all that follows it ends */
  function end() {
    const whole = /** @type {HTMLElement} */ (page);
    const bottoms = Array.from(whole.children, (child) => (child === section ? 0 : child.getBoundingClientRect().bottom));
    return Math.max(...bottoms) - whole.getBoundingClientRect().top;
  }

  let settled = false; // from then on they move in sight of the reader
  let whole = ""; // ids of those that say everything, when they were placed last

  /** @returns {Item | null} the open note, if there is one */
  function place() {
    const sheet = /** @type {HTMLElement} */ (page);
    const { dataset } = /** @type {HTMLElement} */ (section);
    if (!wide.matches || document.documentElement.dataset.show !== "notes") {
      delete dataset.placed;
      sheet.style.minBlockSize = "";
      for (const note of notes) {
        note.style.transform = "";
        delete note.dataset.fold;
      }
      return null;
    }
    const items = measure();
    whole = items.filter(({ note }) => isWhole(note)).map(({ note }) => note.id).join(" ");
    const to = end();
    const near = NEAR * parseFloat(getComputedStyle(/** @type {Element} */ (work)).lineHeight);
    const at = items.findIndex(({ note }) => note.classList.contains("open"));
    const open = at < 0 ? null : items[at];
    if (open) {
      const above = items.slice(0, at).reduce((all, { heights }) => all + heights[FOLDS - 1] + GAP, 0);
      open.top = Math.max(open.line, above);
      arrange(items.slice(0, at), 0, open.top - GAP, near);
      arrange(items.slice(at + 1), open.top + open.heights[0] + GAP, to, near);
    } else {
      arrange(items, 0, to, near);
    }
    for (const { note, top, fold, heights } of items) {
      note.style.transform = `translateY(${Math.round(top)}px)`;
      if (fold && heights[fold] < heights[0]) note.dataset.fold = String(fold);
      else delete note.dataset.fold;
    }
    const last = items.reduce((most, { top, heights, fold }) => Math.max(most, top + heights[fold]), 0);
    sheet.style.minBlockSize = last > to ? `${Math.ceil(last)}px` : "";
    dataset.placed = settled ? "again" : "first";
    return open;
  }

  /** Bring the whole of an open note into view, but not its words out of it. */
  function reveal() {
    const open = place();
    if (!open) return;
    const origin = /** @type {HTMLElement} */ (page).getBoundingClientRect().top;
    const head = parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart) || 0;
    const over = origin + open.top + open.heights[0] + GAP - innerHeight;
    const room = origin + open.line - head;
    if (over > 0 || room < 0) scrollBy({ top: room < 0 ? room : Math.min(over, room), behavior: "instant" });
  }

  let waiting = 0;
  /** Place them once before the next picture, however often it was asked for. */
  function soon() {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(place);
  }

  /** The same when their own heights may be others. */
  function anew() {
    known.clear();
    soon();
  }

  place();
  document.fonts.ready.then(() => {
    known.clear();
    place();
    settled = true;
  });
  document.addEventListener("edition:opened", reveal);
  for (const name of ["edition:shown", "edition:asked"]) document.addEventListener(name, place);
  document.addEventListener("toggle", ({ target }) => {
    // A list that unfolds, above them or within, moves something; a slip lies upon the page.
    if (target instanceof HTMLDetailsElement) anew();
  }, true);
  for (const name of ["focusin", "focusout"]) {
    section.addEventListener(name, () => {
      if (notes.filter(isWhole).map(({ id }) => id).join(" ") !== whole) soon();
    });
  }
  wide.addEventListener("change", () => {
    if (!matchMedia("print").matches) anew();
  });
  new ResizeObserver(anew).observe(work);
})();

/**
 * Without a margin an open note stands on a slip below its words, or above them where that leaves
 * more room; on a phone on a sheet from below, and the words come above it.
 */
(function () {
  const GAP = 16; // pixels between words and sheet
  const MOST = 26 * 16; // pixels: no slip wants to be higher
  const narrow = matchMedia("screen and (max-width: 37.5rem)");
  const root = document.documentElement;
  /** @type {HTMLElement | null} */
  let anchor = null;

  function place() {
    anchor?.style.removeProperty("anchor-name");
    anchor = null;
    const note = /** @type {HTMLElement | null} */ (document.querySelector(".notes > .note:popover-open"));
    if (!note) return;
    const id = note.id.replace(/^note-/, "");
    const words = /** @type {HTMLElement[]} */ (Array.from(document.querySelectorAll(`mark[data-notes~="${CSS.escape(id)}"]`)));
    if (!words.length) return;
    const top = words[0].getBoundingClientRect().top;
    const bottom = words[words.length - 1].getBoundingClientRect().bottom;
    const head = parseFloat(getComputedStyle(root).scrollPaddingBlockStart) || 0;

    if (!narrow.matches && CSS.supports("position-area", "block-end")) {
      const below = innerHeight - bottom;
      const isBelow = below > Math.min(note.scrollHeight, MOST) + GAP || below > top;
      note.dataset.side = isBelow ? "below" : "above";
      anchor = isBelow ? words[words.length - 1] : words[0];
      anchor.style.setProperty("anchor-name", "--words");
      return;
    }
    delete note.dataset.side;
    const sheet = note.getBoundingClientRect();
    if (bottom + GAP < sheet.top && top > head) return;
    // Words that are too long for what is left begin at its top.
    scrollBy({ top: Math.min(bottom + GAP - sheet.top, top - head), behavior: "instant" });
  }

  document.addEventListener("edition:opened", place);
  narrow.addEventListener("change", place);
})();
