// @ts-check
/**
 * What can be done with a paragraph, or with words that were selected: copy a link to exactly
 * these words, or the words with where they are from; see how they are cited; set them as a reading. `book.js` fetches this when it is first
 * wanted, and says what for.
 */
(function () {
  /**
   * @typedef {object} Passage
   * @property {string} first the id of the unit in which it begins
   * @property {string} last
   * @property {number} begins the sentence of that unit, counted from 1; 0 where none is known
   * @property {number} ends the sentence of the last unit
   * @property {string} words the article's own; empty for a whole paragraph
   * @property {number} at where they begin in the text of the first unit
   * @property {DOMRect} place on the screen
   */

  const SHORT = 80; // characters of a text fragment that is given whole; of a longer one, its ends
  const ENDS = 5; // words of each end
  const MOST = 4000; // characters that the form for a note takes, twice what a note can quote
  const slip = /** @type {HTMLElement} */ (document.getElementById("passage"));
  const what = /** @type {HTMLElement} */ (document.getElementById("passage-what"));
  const said = /** @type {HTMLElement} */ (document.getElementById("passage-said"));
  const text = /** @type {HTMLTextAreaElement} */ (document.getElementById("passage-text"));
  const add = document.getElementById("passage-add");
  const note = /** @type {HTMLAnchorElement | null} */ (document.getElementById("passage-note"));
  const cite = /** @type {HTMLElement} */ (document.getElementById("passage-cite"));
  const citations = /** @type {HTMLElement} */ (document.getElementById("passage-citations"));
  /** @type {Cited[] | null} */
  let styles = null;
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
  const wordsIn = (range, unit) => collapsed(spacedIn(range, unit));

  /** @param {Range} range @param {HTMLElement} unit @returns {string} the same with its white space */
  function spacedIn(range, unit) {
    const part = document.createRange();
    part.selectNodeContents(unit);
    if (unit.contains(range.startContainer)) part.setStart(range.startContainer, range.startOffset);
    if (unit.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
    const copy = part.cloneContents();
    copy.querySelectorAll("[data-edition]").forEach((added) => added.remove());
    return copy.textContent || "";
  }

  /** @param {Range} range @param {HTMLElement} unit @param {string} words @returns {number} where the words of a range begin in the text of a unit */
  function startOf(range, unit, words) {
    const before = document.createRange();
    before.selectNodeContents(unit);
    if (unit.contains(range.startContainer)) before.setEnd(range.startContainer, range.startOffset);
    else before.collapse(true);
    return collapsed(spacedIn(before, unit) + spacedIn(range, unit)).length - words.length;
  }

  /** @param {Element} unit @returns {Element[]} where its sentences begin */
  const sentences = (unit) => Array.from(unit.querySelectorAll("span[data-edition][id]"));

  /**
   * @param {Range} range @param {HTMLElement} unit
   * @param {boolean} atEnd
   * @returns {number} the sentence in which it begins, or ends; the unit's first or last if it does so elsewhere
   */
  function sentenceAt(range, unit, atEnd) {
    const starts = sentences(unit);
    if (unitOf(atEnd ? range.endContainer : range.startContainer) !== unit) return atEnd ? starts.length : Math.min(1, starts.length);
    return starts.filter((start) => {
      const at = document.createRange();
      at.selectNode(start);
      // A sentence that begins where the words end is none of theirs.
      return atEnd ? at.compareBoundaryPoints(Range.END_TO_START, range) < 0
        : at.compareBoundaryPoints(Range.START_TO_START, range) <= 0;
    }).length;
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
    const first = units[0].unit, last = units[units.length - 1].unit;
    return {
      first: first.id,
      last: last.id,
      begins: sentenceAt(range, first, false),
      ends: sentenceAt(range, last, true),
      words: units.map(({ words }) => words).join(" "),
      at: startOf(range, first, units[0].words),
      place: range.getBoundingClientRect(),
    };
  }

  /** @param {Element} number @returns {Passage | null} the paragraph of a number */
  function paragraph(number) {
    const unit = unitOf(number);
    return unit && { first: unit.id, last: unit.id, begins: 0, ends: 0, words: "", at: 0, place: number.getBoundingClientRect() };
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
    if (isTranslated() || !passage.words) return `${page}#${passage.first}`;
    const anchor = passage.begins ? `${passage.first}-s${passage.begins}` : passage.first;
    return `${page}#${anchor}${directive(passage.words)}`;
  }

  /** @param {string} id @returns {string} the number of a paragraph; empty for another unit */
  const numbered = (id) => (/^p(\d+)$/.exec(id) || ["", ""])[1];

  /** @param {Passage} passage @returns {string} what a syllabus has of it; empty for what it cannot have */
  function readingOf({ first, last, begins, ends, words }) {
    const from = numbered(first), to = numbered(last);
    if (!from || !to) return first === "abstract" && last === first ? "u/abstract/" : "";
    const range = from === to ? from : `${from}-${to}`;
    const unit = document.getElementById(last);
    const isWhole = !words || (begins <= 1 && (!unit || ends >= sentences(unit).length));
    if (isWhole) return from === to ? `p/${from}/` : `text/plain/?p=${range}`;
    if (from === to && begins === ends) return `p/${from}-s${begins}/`;
    return `text/plain/?p=${range}&s=${begins}-${ends}`;
  }

  /**
   * @param {{ bare?: string, single?: string, several?: string }} cited @param {Passage} passage
   * @returns {string} as a style cites it in running text
   */
  function inText({ bare = "", single = "", several = "" }, { first, last }) {
    const from = numbered(first), to = numbered(last);
    if (!from || !to) return bare;
    return (from === to ? single : several).replace("{first}", from).replace("{last}", to);
  }

  /** @param {string} id @returns {string} */
  const named = (id) => (numbered(id) ? `¶ ${numbered(id)}` : id);

  /** @param {Passage} passage */
  const name = ({ first, last }) =>
    first === last ? named(first) : `${named(first)} to ${named(last)}`;

  /** @param {Passage} passage */
  function quotationOf(passage) {
    const unit = /** @type {HTMLElement} */ (document.getElementById(passage.first));
    const whole = document.createRange();
    whole.selectNodeContents(unit);
    const words = passage.words || wordsIn(whole, unit);
    return `“${words}” ${inText(slip.dataset, passage)}\n${slip.dataset.work}\n${linkOf(passage)}`;
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

  /** @param {boolean} isOpen */
  function unfold(isOpen) {
    citations.hidden = !isOpen;
    cite.setAttribute("aria-expanded", String(isOpen));
  }

  /**
   * @typedef {{ style: string, work: [string, boolean][], bare: string, single: string, several: string }} Cited
   * @param {Cited} cited @param {Passage} passage
   * @returns {HTMLElement[]} how it is cited in a style, and a button that copies this
   */
  function drawn(cited, passage) {
    /** @param {string} name @param {(string | Node)[]} children */
    const element = (name, ...children) => {
      const made = document.createElement(name);
      made.append(...children);
      return made;
    };
    const words = inText(cited, passage);
    const work = cited.work.map(([run, isItalic]) => (isItalic ? element("em", run) : run));
    const button = Object.assign(element("button", "Copy"), { type: "button", className: "tool" });
    button.setAttribute("aria-label", `Copy: ${cited.style}`);
    button.addEventListener("click", () => copy(`${words}\n${cited.work.map(([run]) => run).join("")}`, "The citation is copied."));
    return [element("dt", cited.style, " ", button), element("dd", words), Object.assign(element("dd", ...work), { className: "passage-work" })];
  }

  /** Show how the passage is cited; the styles are fetched when they are first asked for. */
  async function showCitations() {
    const passage = shown;
    try {
      if (!styles) {
        const answer = await fetch(slip.dataset.cite || "");
        if (!answer.ok) throw new Error(String(answer.status));
        styles = await answer.json();
      }
      if (!passage || passage !== shown) return;
      citations.querySelector("dl")?.replaceChildren(...(styles || []).flatMap((cited) => drawn(cited, passage)));
    } catch {
      said.textContent = "The styles could not be fetched. The page on how to cite has them.";
    }
    unfold(true);
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
    if (add) {
      add.dataset.add = readingOf(passage);
      add.hidden = !add.dataset.add;
    }
    if (note) {
      const words = isTranslated() ? "" : passage.words.slice(0, MOST);
      note.hash = String(new URLSearchParams({ u: passage.first, ...(words ? { q: words, at: String(passage.at) } : {}) }));
    }
    unfold(false);
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

  cite.addEventListener("click", () => (citations.hidden ? showCitations() : unfold(false)));

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
