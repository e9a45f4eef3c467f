// @ts-check
/**
 * What a reading carries beside the article's words: under each paragraph of a handout its
 * permanent link, and notes of the kind that the address asks for. The page holds no note: they
 * are fetched from the site's data when asked for, and set as text, never as markup. Also the
 * form in which an instructor chooses all this; what comes of it is a link.
 */
(function () {
  const work = /** @type {HTMLElement | null} */ (document.querySelector(".work.plain"));
  const setting = /** @type {HTMLDetailsElement | null} */ (document.getElementById("setting"));
  const section = document.getElementById("reading-notes");
  const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  if (!work || !setting || !section || !script) return;
  const { from = "1", to = "", sentences = "", notes = "none", level = "1", handout } = work.dataset;
  const here = new URL("../../", script.src); // where the site begins: this file is two folders down

  /** @param {string} name @returns {HTMLSelectElement} */
  const field = (name) => /** @type {HTMLSelectElement} */ (document.getElementById(`setting-${name}`));

  /** @param {string} name @param {string} [class_] @param {string} [text] @returns {HTMLElement} */
  function element(name, class_ = "", text = "") {
    const made = document.createElement(name);
    if (class_) made.className = class_;
    made.textContent = text;
    return made;
  }

  /** @param {string} path below the site's base @returns {HTMLAnchorElement} a link that says its address */
  function permanent(path) {
    const link = /** @type {HTMLAnchorElement} */ (element("a"));
    link.href = new URL(path, here).href;
    // The site's own address, if it is known; on paper one of a disk would lead nowhere.
    const known = document.querySelector("link[rel=canonical]")?.getAttribute("href");
    const base = known ? new URL("../../", known) : here;
    link.textContent = base.protocol === "file:" ? path : new URL(path, base).href.replace(/^https?:\/\//, "");
    return link;
  }

  // ---- Links under paragraphs

  if (handout !== undefined) {
    for (const paragraph of work.querySelectorAll(".paragraph")) {
      if (/** @type {HTMLElement} */ (paragraph).hidden) continue;
      const line = element("p", "handout-link");
      line.dataset.edition = "";
      line.append(permanent(`p/${paragraph.id.slice(1)}/`));
      paragraph.after(line);
    }
  }

  // ---- Notes

  /** @typedef {{ id: string, kind: string, audience: string, unit: string, quote: string, text: string, author: string }} Note */
  const { path: file, notes: read, place } = /** @type {any} */ (globalThis).editionAnnotations;

  /** @param {string} unit @returns {boolean} whether it is in the reading */
  function isRead(unit) {
    const found = document.getElementById(unit);
    return found !== null && found.matches("[data-unit]") && !found.hidden;
  }

  /** @param {Note} note @returns {number} the level at which readers see it */
  const levelOf = (note) => Number(Array.from(field("level").options).find((one) => one.textContent === note.audience)?.value);

  /** @param {Note} note @returns {HTMLElement} */
  function item(note) {
    const made = element("li");
    const words = element("p", "handout-words", `${place(note.unit)}, `);
    words.append(element("q", "", note.quote));
    const foot = element("p", "handout-foot", `${note.author} · `);
    foot.append(permanent(`n/${note.id}/`));
    made.append(words, ...note.text.split("\n").filter(Boolean).map((line) => element("p", "", line)), foot);
    return made;
  }

  /** @param {string} text @param {boolean} [elsewhere] say where notes can be read */
  function say(text, elsewhere = false) {
    const line = /** @type {HTMLElement} */ (section?.querySelector("[role=status]"));
    line.textContent = text;
    if (!elsewhere) return;
    const link = /** @type {HTMLAnchorElement} */ (element("a", "", "All notes"));
    link.href = new URL("notes/", here).href;
    line.append(" ", link);
  }

  /** @param {Note[]} all */
  function show(all) {
    const there = all.filter((note) => note.id && note.kind === notes && isRead(note.unit));
    const shown = there.filter((note) => levelOf(note) <= Number(level));
    const more = there.length - shown.length;
    say(shown.length ? "By the editors and contributors; no part of the article."
      : "No note of this kind and level is on these words.");
    if (more) section?.querySelector("[role=status]")?.append(element("span", "handout-more",
      ` ${more}${shown.length ? " more" : ""} ${more === 1 ? "is" : "are"} for another level.`));
    section?.querySelector("ol")?.replaceChildren(...shown.map(item));
  }

  async function load() {
    if (here.protocol === "file:") {
      say("Notes cannot be added to a page that is opened from a disk; they can be where the edition is served.", true);
      return;
    }
    say("The notes are on their way.");
    try {
      const answer = await fetch(new URL(file, here));
      if (!answer.ok) throw new Error(String(answer.status));
      show(read(await answer.text()));
    } catch {
      say("The notes could not be fetched; the text is complete.", true);
    }
  }

  if (notes !== "none") {
    const name = Array.from(field("notes").options).find((one) => one.value === notes);
    const title = section.querySelector("h2");
    if (title) title.textContent = name?.textContent || "";
    section.hidden = false;
    load();
  }

  // ---- What an instructor chooses

  const box = /** @type {HTMLInputElement} */ (document.getElementById("setting-handout"));
  const link = /** @type {HTMLAnchorElement} */ (document.getElementById("setting-link"));

  function offer() {
    const [first, last] = [field("from").value, field("to").value];
    const parts = [`p=${first === last ? first : `${first}-${last}`}`];
    if (sentences && first === from && last === to) parts.push(`s=${sentences}`); // of no other paragraphs
    if (field("notes").value !== "none") {
      parts.push(`notes=${field("notes").value}`);
      parts.push(`level=${field("level").value}`);
    }
    if (box.checked) parts.push("handout");
    field("level").disabled = field("notes").value === "none";
    link.href = `${location.pathname}?${parts.join("&")}`;
    link.textContent = `text/plain/?${parts.join("&")}`;
  }

  field("from").value = from;
  field("to").value = to || String(work.querySelectorAll(".paragraph").length);
  field("notes").value = notes;
  field("level").value = level;
  box.checked = handout !== undefined;
  setting.addEventListener("change", (event) => {
    const [first, last] = [field("from"), field("to")];
    if (Number(first.value) > Number(last.value)) { // the one that was not touched gives way
      if (event.target === first) last.value = first.value;
      else first.value = last.value;
    }
    offer();
  });
  setting.hidden = false;
  offer();
})();
