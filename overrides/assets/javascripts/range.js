// @ts-check
/**
 * A reading: `?p=7-12` (or `?p=7`) shows exactly these paragraphs and the footnotes cited in
 * them, says so before and after, and counts their words. Anything else in `p` gives a message
 * and the whole article.
 */
(function () {
  const work = document.querySelector(".work.plain");
  const opens = document.getElementById("reading-opens");
  const ends = document.getElementById("reading-ends");
  const asked = new URLSearchParams(location.search).get("p");
  if (!work || !opens || asked === null) return;

  /** @type {HTMLElement[]} */
  const paragraphs = Array.from(work.querySelectorAll(".paragraph"));
  const last = paragraphs.length;

  /** @param {string} text @returns {[number, number] | string} first and last, or what is wrong */
  function range(text) {
    const parts = /^\s*(\d{1,6})\s*(?:[-–]\s*(\d{1,6})\s*)?$/.exec(text);
    if (!parts) return "This address asks for paragraphs in a form that is not understood; p=7-12 or p=7 would be.";
    const from = Number(parts[1]), to = Number(parts[2] || parts[1]);
    if (from > to) return `This address asks for ¶¶ ${from}–${to}, which run backwards.`;
    if (from < 1 || to > last) return `This address asks for ${name(from, to)}; the article has ¶¶ 1–${last}.`;
    return [from, to];
  }

  /** @param {number} from @param {number} to */
  function name(from, to) {
    return from === to ? `¶ ${from}` : `¶¶ ${from}–${to}`;
  }

  /** @param {HTMLElement} paragraph @returns {number} words of the article in it */
  function words(paragraph) {
    const copy = /** @type {HTMLElement} */ (paragraph.cloneNode(true));
    copy.querySelectorAll("[data-edition]").forEach((added) => added.remove());
    return ((copy.textContent || "").match(/\S+/g) || []).length;
  }

  /** @param {string} text @param {boolean} [whole] offer a way back to the whole */
  function announce(text, whole = false) {
    const line = /** @type {HTMLElement} */ (opens);
    line.hidden = false;
    line.textContent = text;
    if (!whole) return;
    const link = document.createElement("a");
    link.href = location.pathname;
    link.textContent = "Show the whole article";
    line.append(" ", link);
  }

  const answer = range(asked);
  if (typeof answer === "string") {
    announce(`${answer} The whole article follows.`);
    return;
  }

  const [from, to] = answer;
  const kept = paragraphs.slice(from - 1, to);
  const count = kept.reduce((sum, paragraph) => sum + words(paragraph), 0);
  work.querySelectorAll("[data-unit]").forEach((unit) => {
    /** @type {HTMLElement} */ (unit).hidden = !kept.includes(/** @type {any} */ (unit));
  });

  // Footnotes and their way back: only what these paragraphs cite.
  const cited = new Set(kept.flatMap((paragraph) =>
    Array.from(paragraph.querySelectorAll("[role='doc-noteref']"), (mark) => (mark.getAttribute("href") || "").slice(1))));
  document.querySelectorAll(".footnote").forEach((note, index) => {
    // Its number stays: an item that is not shown would not be counted.
    /** @type {HTMLLIElement} */ (note).value = index + 1;
    /** @type {HTMLElement} */ (note).hidden = !cited.has(note.id);
  });
  document.querySelectorAll(".backlinks a").forEach((link) => {
    const mark = document.getElementById((link.getAttribute("href") || "").slice(1));
    /** @type {HTMLElement} */ (link).hidden = !mark || !kept.some((paragraph) => paragraph.contains(mark));
  });
  const notes = /** @type {HTMLElement | null} */ (document.querySelector(".footnotes"));
  if (notes) notes.hidden = cited.size === 0;

  announce(`A reading: ${name(from, to)} of ${last} (${count.toLocaleString("en")} ${count === 1 ? "word" : "words"}).`, true);
  if (ends) ends.hidden = false;

  // The running head, the title and the address on paper speak of the reading too.
  document.querySelectorAll(".running-place, .opening .range").forEach((place) => {
    place.textContent = `${name(from, to)} of ${last}`;
  });
  const address = document.querySelector(".address");
  if (address) address.append(`?p=${from === to ? from : `${from}-${to}`}`);
  document.title = `${name(from, to)} · ${document.title}`;
})();
