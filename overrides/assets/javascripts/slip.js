// @ts-check
/**
 * Where a note stands that is opened without a margin: on a slip below its words, or above them
 * where that leaves more room; on a phone on a sheet from below, and the words come above it.
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
