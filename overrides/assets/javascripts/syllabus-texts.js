// @ts-check
/**
 * What stands under the readings of a handout: the article’s paragraphs, whole and unaltered, and
 * notes. Of a page that was fetched nothing is taken over but words, and the few elements that
 * emphasise them; an element that is not expected stops it all, since words must not be lost.
 */
(function () {
  const own = /** @type {any} */ (globalThis).editionSyllabus;
  const annotations = /** @type {any} */ (globalThis).editionAnnotations;
  if (!own || !annotations) return;
  const { element } = own;
  /** Elements that stay, and those of which the words stay: links, and marks of the edition’s. */
  const KEPT = new Set(["EM", "STRONG", "SUP", "SUB"]), OPENED = new Set(["A", "MARK", "SPAN"]);

  /** @param {Node} node @returns {boolean} whether it is the empty anchor at which a sentence begins */
  const isStart = (node) => node instanceof Element && node.matches("span[data-edition][id*='-s']");

  /** @param {Node} node of a fetched page @param {Element} into */
  function adopt(node, into) {
    if (node instanceof Text) {
      into.append(node.data);
      return;
    }
    if (!(node instanceof Element) || node.hasAttribute("data-edition")) return;
    if (!KEPT.has(node.tagName) && !OPENED.has(node.tagName)) throw new Error(`unexpected: ${node.tagName}`);
    let place = into;
    if (KEPT.has(node.tagName)) place = element(node.tagName.toLowerCase(), []);
    else if (node.classList.contains("small-caps")) place = element("span", [], { class: "small-caps" });
    if (node.hasAttribute("lang")) {
      if (place === into) place = element("span", []);
      place.setAttribute("lang", node.getAttribute("lang") || "");
    }
    if (place !== into) into.append(place);
    for (const child of node.childNodes) adopt(child, place);
  }

  /** @param {Element} mark whose last space goes behind it */
  function tighten(mark) {
    const last = mark.lastChild;
    if (!(last instanceof Text)) return;
    const words = last.data.trimEnd();
    mark.after(last.data.slice(words.length));
    last.data = words;
    if (!words) last.remove();
  }

  /** @param {string} id @returns {string} the number that a paragraph or a printed reference has; empty for others */
  const numberOf = (id) => /^p\d+$/.test(id) ? id.slice(1) : /^r\d+$/.test(id) ? `${id.slice(1)}.` : "";

  /**
   * @param {Element} unit of the fetched page
   * @param {(sentence: number) => boolean} isMarked whether a sentence, counted from 1, was asked for
   * @returns {HTMLElement}
   */
  function copy(unit, isMarked) {
    const id = unit.getAttribute("data-unit") || "", number = numberOf(id);
    const made = element(/^H\d$/.test(unit.tagName) ? "h3" : "p", [], { "data-unit": id, dir: "auto" });
    if (number) made.append(element("span", [number], { class: "number", "data-edition": "" }));
    let place = made, count = 0;
    for (const child of unit.childNodes) {
      if (!isStart(child)) {
        adopt(child, place);
        continue;
      }
      count += 1;
      if (!isMarked(count)) place = made;
      else if (place === made) made.append(place = element("mark", []));
    }
    made.querySelectorAll("mark").forEach(tighten);
    return made;
  }

  /**
   * @param {Element} work of the plain view @param {{ units: string[], sentences: number[] }} reading
   * @returns {HTMLElement[]} its paragraphs; none for what is no text
   * @throws {Error} if the work lacks one, or holds what is not expected
   */
  function passage(work, { units: [first, last], sentences: [opens, closes] }) {
    if (!first) return [];
    const all = Array.from(work.querySelectorAll("[data-unit]"));
    const at = (/** @type {string} */ id) => all.findIndex((unit) => unit.getAttribute("data-unit") === id);
    const start = at(first), end = at(last);
    if (start < 0 || end < start) throw new Error(`not there: ${first} to ${last}`);
    const units = all.slice(start, end + 1).map((unit, index) => copy(unit, (sentence) => opens > 0
      && (index > 0 || sentence >= opens) && (index < end - start || sentence <= closes)));
    return [element("div", units, { class: "passage", lang: work.getAttribute("lang") || "" })];
  }

  /**
   * @param {any[]} notes all of them @param {{ note: string, path: string }} reading
   * @returns {any[]} the note that it is, or those on a page of the text
   * @throws {Error} if the note is not among them
   */
  function notesOf(notes, { note, path }) {
    const found = notes.filter((one) => (note ? one.id === note : one.page === path));
    if (note && !found.length) throw new Error(`not there: ${note}`);
    return found;
  }

  /** @param {any} note @param {Record<string, string>} kinds what each is called @param {string} base @returns {HTMLElement} */
  function comment(note, kinds, base) {
    const address = new URL(`n/${note.id}/`, base).href;
    return element("div", [
      element("p", [`${annotations.place(note.unit)}, `, element("q", [note.quote])]),
      ...note.text.split("\n").filter(Boolean).map((/** @type {string} */ line) =>
        element("p", [line], note.language ? { lang: note.language } : {})),
      element("p", [`${kinds[note.kind] || note.kind} · ${note.author} · `, element("a", [address], { href: address })], { class: "by" }),
    ], { class: "note" });
  }

  /** @param {Element | null} said the notice at the foot of the page @returns {HTMLElement[]} */
  function notice(said) {
    return Array.from(said ? said.querySelectorAll("p") : [], (line) => element("p", [element("small", Array.from(line.childNodes, (node) => {
      const words = node.textContent || "", address = node instanceof HTMLAnchorElement && own.webAddress(node.href);
      return address ? element("a", [words], { href: address }) : words;
    }))]));
  }

  Object.assign(own, { passage, notesOf, comment, notice });
})();
