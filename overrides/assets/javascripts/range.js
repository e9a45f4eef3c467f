// @ts-check
/**
 * A reading: `?p=7-12` (or `?p=7`) shows exactly these paragraphs and the footnotes cited in
 * them, says so before and after, where it begins and ends, and how long it takes. `&handout`
 * lays it out to be written on, `&notes=question&level=2` adds notes of a kind for some readers
 * (`notes`, because `kind` and `level` are also what `early.js` keeps for the visit, and a chapter
 * opened after a handout would show its kind alone):
 * `handout.js` does both, and reads what is asked for from the work's element. What the address
 * asks for and the edition does not have gives a message and the whole article, without notes.
 */
(function () {
  const work = /** @type {HTMLElement | null} */ (document.querySelector(".work.plain"));
  const opens = document.getElementById("reading-opens");
  const ends = document.getElementById("reading-ends");
  const places = document.getElementById("setting-from");
  const asked = new URLSearchParams(location.search);
  if (!work || !opens || !["p", "handout", "notes"].some((name) => asked.has(name))) return;

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

  /** @param {string} parameter @param {string} usual @returns {string[]} the value, then all that are known */
  function choices(parameter, usual) {
    const options = document.querySelectorAll(`#setting-${parameter} option`);
    return [asked.get(parameter) ?? usual, ...Array.from(options, (option) => /** @type {HTMLOptionElement} */ (option).value)];
  }

  /** @returns {string} what is wrong with the notes that are asked for; empty if nothing is */
  function fault() {
    const [kind, ...kinds] = choices("notes", "none");
    if (!kinds.includes(kind)) return `This address asks for notes of a kind that is not known; the kinds are ${kinds.join(", ")}.`;
    const [level, ...levels] = choices("level", "1");
    return levels.includes(level) ? "" : `This address asks for notes of a level that is not known; the levels are ${levels.join(", ")}.`;
  }

  /** @param {HTMLElement} paragraph @returns {number} words of the article in it */
  function words(paragraph) {
    const copy = /** @type {HTMLElement} */ (paragraph.cloneNode(true));
    copy.querySelectorAll("[data-edition]").forEach((added) => added.remove());
    return ((copy.textContent || "").match(/\S+/g) || []).length;
  }

  /** @param {number} number @returns {string} the chapter of a paragraph, with its title */
  function chapter(number) {
    const option = Array.from(places?.querySelectorAll("option") || []).find((one) => one.value === String(number));
    const [, ordinal, title] = /^(\d+)\. (.*)$/.exec(option?.parentElement?.getAttribute("label") || "") || [];
    return title ? `chapter ${ordinal}, “${title}”` : "";
  }

  /** @param {number} from @param {number} to @returns {string} where it begins and ends */
  function within(from, to) {
    const [first, final] = [chapter(from), chapter(to)];
    if (!first) return "";
    return first === final ? ` It is in ${first}.` : ` It begins in ${first}, and ends in ${final}.`;
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

  const wanted = asked.get("p");
  const answer = wanted === null ? /** @type {[number, number]} */ ([1, last]) : range(wanted);
  const wrong = typeof answer === "string" ? answer : fault();
  if (typeof answer === "string" || wrong) {
    announce(`${wrong} The whole article follows.`);
    return;
  }

  const [from, to] = answer;
  Object.assign(work.dataset, { from, to, notes: asked.get("notes") || "none", level: asked.get("level") || "1" });
  if (asked.has("handout")) {
    work.dataset.handout = "";
    document.documentElement.classList.add("handout");
  }
  const address = document.querySelector(".address");
  if (address) address.append(location.search);
  if (wanted === null) return; // the whole article, with what was asked for beside it

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

  const minutes = Math.max(1, Math.ceil(count / Number(opens.dataset.rate)));
  const length = `${count.toLocaleString("en")} ${count === 1 ? "word" : "words"}, ${minutes} min`;
  announce(`A reading: ${name(from, to)} of ${last} (${length}).${within(from, to)}`, true);
  if (ends) ends.hidden = false;

  // The running head and the title speak of the reading too.
  document.querySelectorAll(".running-place, .opening .range").forEach((place) => {
    place.textContent = `${name(from, to)} of ${last}`;
  });
  // The work's title is out of sight: what stands above the reading is its heading.
  const place = document.querySelector(".opening .place");
  place?.setAttribute("role", "heading");
  place?.setAttribute("aria-level", "1");
  document.title = `${name(from, to)} · ${document.title}`;
})();
