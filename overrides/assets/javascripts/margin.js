// @ts-check
/**
 * Notes in the margin: each as near to its words as the others let it, none upon another, none
 * below the text's own end. The open one comes to its line, and the others make room.
 */
(function () {
  const GAP = 10; // pixels between two notes
  const FOLDS = ["", "1", "2", "3", "4"]; // from all that is to be said to the head alone
  const wide = matchMedia("screen and (min-width: 76.25rem)");
  const section = /** @type {HTMLElement | null} */ (document.querySelector(".text-page > .notes"));
  const page = /** @type {HTMLElement | null} */ (section && section.parentElement);
  const work = page && page.querySelector(".work");
  if (!section || !page || !work) return;

  /** @typedef {{ note: HTMLElement, line: number, height: number, top: number }} Placed */

  const notes = /** @type {HTMLElement[]} */ (Array.from(section.querySelectorAll(".note")));

  /** @param {HTMLElement} note @returns {Element} the first words that a note is about */
  function words(note) {
    const id = note.id.replace(/^note-/, "");
    return work?.querySelector(`mark[data-notes~="${CSS.escape(id)}"]`) || note;
  }

  /** @returns {Placed[]} the notes in view with the line of their words and their heights */
  function measure() {
    const origin = /** @type {HTMLElement} */ (page).getBoundingClientRect().top;
    return notes
      .filter((note) => getComputedStyle(note).display !== "none")
      .map((note) => ({
        note,
        line: words(note).getClientRects()[0]?.top - origin || 0,
        height: note.offsetHeight,
        top: 0,
      }));
  }

  /** @param {Placed[]} placed @returns {number} pixels that they take, one below the other */
  const sum = (placed) => placed.reduce((all, { height }) => all + height + GAP, 0);

  /**
   * Give every note its place: down from its line, then up from the end where they ran over it.
   * @param {Placed[]} placed @param {number} end
   */
  function settle(placed, end) {
    let free = 0;
    for (const item of placed) {
      item.top = Math.max(item.line, free);
      free = item.top + item.height + GAP;
    }
    let limit = Math.max(end, sum(placed));
    for (const item of placed.slice().reverse()) {
      item.top = Math.min(item.top, limit - item.height);
      limit = item.top - GAP;
    }
    // The open note comes to its line: those above it move up, as far as there is room.
    const at = placed.findIndex(({ note }) => note.classList.contains("open"));
    if (at < 0) return;
    const open = placed[at];
    open.top = Math.max(open.line, sum(placed.slice(0, at)));
    for (let i = at - 1; i >= 0; i--) {
      placed[i].top = Math.min(placed[i].top, placed[i + 1].top - GAP - placed[i].height);
    }
    for (let i = at + 1; i < placed.length; i++) {
      const above = placed[i - 1];
      placed[i].top = Math.max(placed[i].line, above.top + above.height + GAP);
    }
  }

  function place() {
    const { dataset } = /** @type {HTMLElement} */ (section);
    const whole = /** @type {HTMLElement} */ (page);
    whole.style.minBlockSize = "";
    if (!wide.matches || document.documentElement.dataset.show !== "notes") {
      delete dataset.fold;
      delete dataset.placed;
      for (const note of notes) note.style.transform = "";
      return;
    }
    const end = whole.offsetHeight;
    /** @type {Placed[]} */
    let placed = [];
    for (const fold of FOLDS) {
      if (fold) dataset.fold = fold;
      else delete dataset.fold;
      placed = measure();
      if (sum(placed.filter(({ note }) => !note.classList.contains("open"))) <= end) break;
    }
    settle(placed, end);
    for (const { note, top } of placed) note.style.transform = `translateY(${Math.round(top)}px)`;
    const last = placed.reduce((most, { top, height }) => Math.max(most, top + height), 0);
    if (last > end) whole.style.minBlockSize = `${Math.ceil(last)}px`;
    if (dataset.placed) dataset.placed = "again";
    else dataset.placed = "first";
  }

  let waiting = 0;
  /** Place them once before the next picture, however often it was asked for. */
  function soon() {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(place);
  }

  place();
  document.fonts.ready.then(place);
  wide.addEventListener("change", soon);
  for (const name of ["edition:shown", "edition:asked", "edition:opened"]) document.addEventListener(name, soon);
  document.addEventListener("toggle", soon, true); // of any list that unfolds above or within
  let width = page.clientWidth;
  new ResizeObserver(() => {
    if (page.clientWidth === width) return; // its height is ours to set
    width = page.clientWidth;
    soon();
  }).observe(page);
})();
