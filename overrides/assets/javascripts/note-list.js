// @ts-check
/** A list that can be filtered: notes by kind, audience, part, subject and author; terms by kind. */
(function () {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form.note-filter"));
  if (!form) return;
  const count = form.querySelector(".note-filter-count");
  const notes = /** @type {HTMLElement[]} */ (Array.from(document.querySelectorAll(".listed-note")));
  const fields = /** @type {HTMLSelectElement[]} */ (Array.from(form.querySelectorAll("select")));
  const letters = /** @type {HTMLAnchorElement[]} */ (Array.from(document.querySelectorAll(".letters a")));
  const firsts = letters.map((letter) => notes.findIndex((note) => note.id === letter.hash.slice(1)));

  /** @param {HTMLElement} note @param {string} name @param {string} value */
  function fits(note, name, value) {
    if (name === "tag") return (note.dataset.tags || "").split("|").includes(value);
    if (name === "chapter") return note.closest("[data-chapter]")?.getAttribute("data-chapter") === value;
    return note.dataset[name] === value;
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
  filter();
})();
