// @ts-check
/**
 * What can be done with a paragraph, or with words that were selected: copy a link to exactly
 * these words, or the words with where they are from. `book.js` fetches this when it is first
 * wanted, and says what for.
 */
(function () {
  /**
   * @typedef {object} Passage
   * @property {string} first the id of the unit in which it begins
   * @property {string} last
   * @property {string} anchor of the sentence in which it begins, or of its unit
   * @property {string} words the article's own; empty for a whole paragraph
   * @property {DOMRect} place on the screen
   */

  const SHORT = 80; // characters of a text fragment that is given whole; of a longer one, its ends
  const ENDS = 5; // words of each end
  const slip = /** @type {HTMLElement} */ (document.getElementById("passage"));
  const what = /** @type {HTMLElement} */ (document.getElementById("passage-what"));
  const said = /** @type {HTMLElement} */ (document.getElementById("passage-said"));
  const text = /** @type {HTMLTextAreaElement} */ (document.getElementById("passage-text"));
  /** @type {Passage | null} */
  let shown = null;

  /** @param {Node} node @returns {HTMLElement | null} the unit of the work that holds it */
  const unitOf = (node) => {
    const element = node instanceof Element ? node : node.parentElement;
    return element ? element.closest(".work [data-unit]") : null;
  };

  /** @param {string} spaced */
  const collapsed = (spaced) => spaced.split(/\s+/).join(" ").trim();

  /**
   * @param {Range} range @param {HTMLElement} unit
   * @returns {string} the article's words of a unit that lie in a range
   */
  function wordsIn(range, unit) {
    const part = document.createRange();
    part.selectNodeContents(unit);
    if (unit.contains(range.startContainer)) part.setStart(range.startContainer, range.startOffset);
    if (unit.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
    const copy = part.cloneContents();
    copy.querySelectorAll("[data-edition]").forEach((added) => added.remove());
    return collapsed(copy.textContent || "");
  }

  /** @param {Range} range @returns {string} the sentence in which it begins, or its unit */
  function anchorOf(range, /** @type {HTMLElement} */ unit) {
    let found = unit.id;
    for (const start of unit.querySelectorAll("span[data-edition][id]")) {
      if (range.comparePoint(start, 0) > 0) break;
      const at = document.createRange();
      at.selectNode(start);
      if (at.compareBoundaryPoints(Range.START_TO_START, range) <= 0) found = start.id;
    }
    return found;
  }

  /** @returns {Passage | null} the words of the article that are selected */
  function selected() {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    const units = Array.from(/** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".work [data-unit]")))
      .filter((unit) => range.intersectsNode(unit))
      .map((unit) => ({ unit, words: wordsIn(range, unit) }))
      .filter(({ words }) => words);
    if (!units.length) return null;
    const { unit } = units[0];
    return {
      first: unit.id,
      last: units[units.length - 1].unit.id,
      anchor: unitOf(range.startContainer) === unit ? anchorOf(range, unit) : unit.id,
      words: units.map(({ words }) => words).join(" "),
      place: range.getBoundingClientRect(),
    };
  }

  /** @param {Element} number @returns {Passage | null} the paragraph of a number */
  function paragraph(number) {
    const unit = unitOf(number);
    return unit && { first: unit.id, last: unit.id, anchor: unit.id, words: "", place: number.getBoundingClientRect() };
  }

  /** @returns {boolean} whether the browser has put the page into another language */
  const isTranslated = () => /\btranslated-(ltr|rtl)\b/.test(document.documentElement.className);

  /** @param {string} words @returns {string} a text directive for them (URL Fragment Text Directives) */
  function directive(words) {
    /** @param {string} part */
    const encoded = (part) => encodeURIComponent(part).replace(/-/g, "%2D");
    const list = words.split(" ");
    if (words.length <= SHORT || list.length <= 2 * ENDS) return `:~:text=${encoded(words)}`;
    return `:~:text=${encoded(list.slice(0, ENDS).join(" "))},${encoded(list.slice(-ENDS).join(" "))}`;
  }

  /** @param {Passage} passage */
  function linkOf(passage) {
    const page = location.href.split("#")[0];
    if (isTranslated()) return `${page}#${passage.first}`;
    return `${page}#${passage.anchor}${passage.words ? directive(passage.words) : ""}`;
  }

  /** @param {string} id @returns {string} */
  const named = (id) => (/^p\d+$/.test(id) ? `¶ ${id.slice(1)}` : id);

  /** @param {Passage} passage */
  const name = ({ first, last }) =>
    first === last ? named(first) : `${named(first)} to ${named(last)}`;

  /** @param {Passage} passage */
  function quotationOf(passage) {
    const unit = /** @type {HTMLElement} */ (document.getElementById(passage.first));
    const whole = document.createRange();
    whole.selectNodeContents(unit);
    const words = passage.words || wordsIn(whole, unit);
    const { author, title, year } = slip.dataset;
    return `“${words}” (${author}, “${title}”, ${year}, ${name(passage)}). ${linkOf(passage)}`;
  }

  /** @param {string} content @param {string} done */
  async function copy(content, done) {
    text.hidden = true;
    try {
      await navigator.clipboard.writeText(content);
      said.textContent = done + (isTranslated() ? " This page was translated: the link leads to the paragraph." : "");
    } catch {
      // Not every browser, nor every address, lets a page write to the clipboard.
      said.textContent = "The browser does not let this page copy. It is all here, to be copied:";
      text.value = content;
      text.hidden = false;
      text.focus();
      text.select();
    }
  }

  /** @param {Passage | null} passage @param {boolean} takesFocus */
  function show(passage, takesFocus) {
    shown = passage;
    if (!passage) {
      if (slip.matches(":popover-open")) slip.hidePopover();
      return;
    }
    what.textContent = passage.words ? `The words selected, in ${name(passage)}` : name(passage);
    said.textContent = "";
    text.hidden = true;
    if (!slip.matches(":popover-open")) slip.showPopover();
    // On a small screen the stylesheet has it at the foot of the window.
    const isAtWords = getComputedStyle(slip).position === "absolute";
    const left = Math.min(passage.place.left, document.documentElement.clientWidth - slip.offsetWidth - 16);
    slip.style.top = isAtWords ? `${passage.place.bottom + scrollY + 6}px` : "";
    slip.style.left = isAtWords ? `${Math.max(16, left) + scrollX}px` : "";
    if (takesFocus) document.getElementById("passage-link")?.focus();
  }

  document.getElementById("passage-link")?.addEventListener("click", () => {
    if (shown) copy(linkOf(shown), "The link is copied.");
  });
  document.getElementById("passage-quote")?.addEventListener("click", () => {
    if (shown) copy(quotationOf(shown), "The quotation is copied, with where it is from.");
  });

  // It goes with the words: it would lie on others, which somebody may want to select.
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    if (!shown || !shown.words || (selection && !selection.isCollapsed)) return;
    if (!slip.contains(document.activeElement)) show(null, false);
  });

  document.addEventListener("edition:passage", (event) => {
    const { number } = /** @type {CustomEvent} */ (event).detail;
    if (number) show(paragraph(number), true);
    else show(selected(), false);
  });
})();
