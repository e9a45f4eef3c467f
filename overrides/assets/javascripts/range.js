// @ts-check
/**
 * A reading: `?p=7-12` (or `?p=7`) shows exactly these paragraphs and the footnotes cited in
 * them, says so before and after, where it begins and ends, and how long it takes. `&s=2-4` marks
 * sentences in these paragraphs, which stay whole: the first is one of the first paragraph, the
 * last one of the last (`?p=7-8&s=2-1`); `s=2` is `s=2-2`. `&handout`
 * lays it out to be written on, `&notes=question&level=2` adds notes of a kind for some readers
 * (`notes`, because `kind` and `level` are also what `early.js` keeps for the visit, and a chapter
 * opened after a handout would show its kind alone):
 * `handout.js` does both, and reads what is asked for from the work's element. What the address
 * asks for and the edition does not have gives a message and the whole article, without notes.
 */
(function () {
  const work = /** @type {HTMLElement | null} */ (document.querySelector(".work.plain"));
  const opens = document.getElementById("reading-opens");
  const after = document.getElementById("reading-ends");
  const places = document.getElementById("setting-from");
  const asked = new URLSearchParams(location.search);
  if (!work || !opens || !["p", "s", "handout", "notes"].some((name) => asked.has(name))) return;

  /** @type {HTMLElement[]} */
  const paragraphs = Array.from(work.querySelectorAll(".paragraph"));
  const last = paragraphs.length;

  /** @param {string} text @returns {[number, number] | null} first and last; null if it names none */
  function ends(text) {
    const parts = /^\s*(\d{1,6})\s*(?:[-–]\s*(\d{1,6})\s*)?$/.exec(text);
    return parts && [Number(parts[1]), Number(parts[2] || parts[1])];
  }

  /** @param {string} text @returns {[number, number] | string} first and last, or what is wrong */
  function range(text) {
    const found = ends(text);
    if (!found) return "This address asks for paragraphs in a form that is not understood; p=7-12 or p=7 would be.";
    const [from, to] = found;
    if (from > to) return `This address asks for ¶¶ ${from}–${to}, which run backwards.`;
    if (from < 1 || to > last) return `This address asks for ${name(from, to)}; the article has ¶¶ 1–${last}.`;
    return [from, to];
  }

  /** @param {number} from @param {number} to */
  function name(from, to) {
    return from === to ? `¶ ${from}` : `¶¶ ${from}–${to}`;
  }

  /** @param {Node} node @returns {boolean} whether it is the empty anchor at which a sentence begins */
  const isStart = (node) => node instanceof Element && node.matches("span[data-edition][id*='-s']");

  /** @param {HTMLElement} paragraph @returns {Text[][]} the article's words in it, sentence by sentence */
  function sentences(paragraph) {
    /** @type {Text[][]} */
    const found = [];
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node instanceof Element && node.hasAttribute("data-edition") && !isStart(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node instanceof Text) found.at(-1)?.push(node);
      else if (isStart(node)) found.push([]);
    }
    return found;
  }

  /**
   * @param {string} text @param {number} from @param {number} to
   * @returns {[number, number] | string} the first sentence of the first paragraph and the last of the last, or what is wrong
   */
  function chosen(text, from, to) {
    const found = ends(text);
    if (!found) return "This address asks for sentences in a form that is not understood; s=2-4 or s=2 would be.";
    const [first, final] = found;
    for (const [number, count] of [[from, first], [to, final]]) {
      const all = sentences(paragraphs[number - 1]).length;
      if (count < 1 || count > all) return `This address asks for sentence ${count} of ¶ ${number}, which has sentences 1–${all}.`;
    }
    if (from === to && first > final) return `This address asks for sentences ${first}–${final} of ¶ ${from}, which run backwards.`;
    return found;
  }

  /** @param {number} from @param {number} to @param {[number, number]} sentences @returns {string} */
  function marked(from, to, [first, final]) {
    if (from !== to) return `¶ ${from}, sentence ${first}, to ¶ ${to}, sentence ${final}`;
    return first === final ? `¶ ${from}, sentence ${first}` : `¶ ${from}, sentences ${first}–${final}`;
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

  /** @param {string} text @returns {number} */
  const words = (text) => (text.match(/\S+/g) || []).length;

  /** @param {HTMLElement} paragraph @returns {number} words of the article in it */
  function length(paragraph) {
    const copy = /** @type {HTMLElement} */ (paragraph.cloneNode(true));
    copy.querySelectorAll("[data-edition]").forEach((added) => added.remove());
    return words(copy.textContent || "");
  }

  /**
   * Sentences of a reading, between two signs of the edition's own, which show on paper and where a
   * browser knows no highlights.
   *
   * @param {HTMLElement[]} kept @param {[number, number]} ends
   * @returns {number} how many words are marked
   */
  function mark(kept, [first, final]) {
    const all = () => kept.map((paragraph, at) => sentences(paragraph).slice(
      at ? 0 : first - 1, at < kept.length - 1 ? undefined : final));
    const parts = all().flat();
    const count = parts.reduce((sum, nodes) => sum + words(nodes.map((node) => node.data).join("")), 0);
    /** @param {string} name @param {string} label */
    const sign = (name, label) => {
      const made = document.createElement("span");
      made.className = name;
      for (const [key, value] of [["data-edition", ""], ["role", "img"], ["aria-label", label]]) made.setAttribute(key, value);
      return made;
    };
    const before = parts[0][0], last = /** @type {Text} */ (parts.at(-1)?.findLast((node) => node.data.trim()));
    before.before(sign("set-from", "Marked from here"));
    last.splitText(last.data.trimEnd().length); // the space behind it is not marked
    last.after(sign("set-to", "Marked up to here"));
    if (typeof Highlight === "undefined" || !CSS.highlights) {
      document.documentElement.classList.add("no-highlights");
      return count;
    }
    const highlight = new Highlight();
    for (const node of all().flat(2)) {
      if (node.compareDocumentPosition(last) === Node.DOCUMENT_POSITION_PRECEDING) break;
      const range = document.createRange();
      range.selectNodeContents(node);
      highlight.add(range);
    }
    const show = () => {
      // `book.js` takes it away, and has a linked sentence there in its place.
      if (!CSS.highlights.has("linked")) CSS.highlights.set("linked", highlight);
    };
    addEventListener("hashchange", show);
    show();
    return count;
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

  const wanted = asked.get("p"), some = asked.get("s");
  /** @type {[number, number] | string} */
  let answer = [1, last];
  if (wanted !== null) answer = range(wanted);
  else if (some !== null) answer = "This address asks for sentences without their paragraph; p=7&s=2 would be one.";
  /** @type {[number, number] | string | null} */
  const picked = some !== null && typeof answer !== "string" ? chosen(some, ...answer) : null;
  const wrong = [answer, picked, fault()].find((one) => typeof one === "string" && one);
  if (typeof answer === "string" || typeof picked === "string" || wrong) {
    announce(`${wrong} The whole article follows.`);
    return;
  }

  const [from, to] = answer;
  Object.assign(work.dataset, { from, to, notes: asked.get("notes") || "none", level: asked.get("level") || "1" });
  if (picked) work.dataset.sentences = from === to && picked[0] === picked[1] ? String(picked[0]) : picked.join("-");
  if (asked.has("handout")) {
    work.dataset.handout = "";
    document.documentElement.classList.add("handout");
  }
  const address = document.querySelector(".address");
  if (address) address.append(location.search);
  if (wanted === null) return; // the whole article, with what was asked for beside it

  const kept = paragraphs.slice(from - 1, to);
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

  const count = picked ? mark(kept, picked) : kept.reduce((sum, paragraph) => sum + length(paragraph), 0);
  const minutes = Math.max(1, Math.ceil(count / Number(opens.dataset.rate)));
  const takes = `${count.toLocaleString("en")} ${count === 1 ? "word" : "words"}, ${minutes} min`;
  const title = picked ? marked(from, to, picked) : `${name(from, to)} of ${last}`;
  const whose = from === to && picked && picked[0] === picked[1] ? "its" : "their";
  const where = picked ? `, marked in ${whose} ${from === to ? "paragraph" : "paragraphs"}` : "";
  announce(`A reading: ${title}${where} (${takes}).${within(from, to)}`, true);
  if (after) after.hidden = false;

  // The running head and the title speak of the reading too.
  document.querySelectorAll(".running-place, .opening .range").forEach((place) => {
    place.textContent = title;
  });
  // The work's title is out of sight: what stands above the reading is its heading.
  const place = document.querySelector(".opening .place");
  place?.setAttribute("role", "heading");
  place?.setAttribute("aria-level", "1");
  document.title = `${picked ? title : name(from, to)} · ${document.title}`;
})();
