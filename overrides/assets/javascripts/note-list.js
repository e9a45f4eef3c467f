// @ts-check
/**
 * A list that can be filtered: notes by kind, audience, part, subject and author; terms and events
 * by kind. Pictures of events keep their shape: what was filtered out leaves its place empty.
 */
(function () {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form.note-filter"));
  if (!form) return;
  const count = form.querySelector(".note-filter-count");
  const notes = /** @type {HTMLElement[]} */ (Array.from(document.querySelectorAll(".listed-note")));
  const fields = /** @type {HTMLSelectElement[]} */ (Array.from(form.querySelectorAll("select")));
  const letters = /** @type {HTMLAnchorElement[]} */ (Array.from(document.querySelectorAll(".letters a")));
  const drawn = /** @type {(HTMLElement | SVGElement)[]} */ (
    Array.from(document.querySelectorAll(":is(.chart, .overview) [data-kind]")));
  const columns = Array.from(document.querySelectorAll(".overview > li"));
  const firsts = letters.map((letter) => notes.findIndex((note) => note.id === letter.hash.slice(1)));

  /** @param {HTMLElement | SVGElement} note @param {string} name @param {string} value */
  function fits(note, name, value) {
    if (name === "tag") return (note.dataset.tags || "").split("|").includes(value);
    if (name === "chapter") return note.closest("[data-chapter]")?.getAttribute("data-chapter") === value;
    return note.dataset[name] === value;
  }

  /** @param {Element} within @param {string} selector @param {string} words */
  function say(within, selector, words) {
    const place = within.querySelector(selector);
    if (place) place.textContent = words;
  }

  function filter() {
    const chosen = fields.filter((field) => field.value);
    let shown = 0;
    for (const note of notes) {
      note.hidden = !chosen.every((field) => fits(note, field.name, field.value));
      if (!note.hidden) shown += 1;
    }
    for (const part of document.querySelectorAll(".notes-of-page")) {
      /** @type {HTMLElement} */ (part).hidden = !part.querySelector(".listed-note:not([hidden])");
    }
    letters.forEach((letter, index) => { // to the first that is still there
      const first = notes.slice(firsts[index], firsts[index + 1]).find((note) => !note.hidden);
      letter.hidden = !first;
      if (first) letter.setAttribute("href", `#${first.id}`);
    });
    for (const part of drawn) {
      part.classList.toggle("chart-other", !chosen.every((field) => fits(part, field.name, field.value)));
    }
    for (const column of columns) {
      const all = column.querySelectorAll("[data-kind]:not(.chart-other)").length;
      say(column, ".overview-shown", chosen.length ? `${all} of ` : "");
      say(column, ".overview-of-text", `${column.querySelectorAll(".chart-of-text:not(.chart-other)").length}`);
    }
    if (count) count.textContent = shown ? `${shown} of ${notes.length}` : "Nothing fits all of this.";
  }

  /** Keep the choice in the address, so that it can be shared. */
  function keep() {
    const address = new URL(location.href);
    for (const field of fields) {
      if (field.value) address.searchParams.set(field.name, field.value);
      else address.searchParams.delete(field.name);
    }
    history.replaceState(history.state, "", address);
  }

  /** Open the sources of the entry that the address names. */
  function unfold() {
    const entry = notes.find((note) => note.id && `#${note.id}` === location.hash);
    const sources = entry?.querySelector("details");
    if (sources) sources.open = true;
  }

  const asked = new URLSearchParams(location.search);
  for (const field of fields) {
    const value = asked.get(field.name) || "";
    if (Array.from(field.options).some((option) => option.value === value)) field.value = value;
  }
  form.addEventListener("change", () => {
    keep();
    filter();
  });
  form.addEventListener("reset", () => setTimeout(() => {
    keep();
    filter();
  }));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", unfold);
  filter();
  unfold();
})();
