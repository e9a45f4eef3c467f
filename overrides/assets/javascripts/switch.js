// @ts-check
/**
 * The switch above a text: what is shown, and which notes. The state stands on the root element
 * (see `early.js`), where styles read it; this keeps it in the address and in storage, says what is
 * hidden, and takes every control out of the text where the text stands alone.
 */
(function () {
  const root = document.documentElement;
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form.switch"));
  if (!form) return;
  const count = form.querySelector(".switch-count");
  const notes = /** @type {HTMLElement[]} */ (Array.from(document.querySelectorAll(".notes > .note")));
  const marks = /** @type {HTMLElement[]} */ (Array.from(document.querySelectorAll("mark[data-notes]")));
  const links = /** @type {HTMLAnchorElement[]} */ (Array.from(document.querySelectorAll("[data-unit] a[href]")));
  const boxes = /** @type {HTMLInputElement[]} */ (Array.from(form.querySelectorAll("[name=kind]")));

  /** @param {string} name @returns {HTMLInputElement[]} */
  const radios = (name) => Array.from(form.querySelectorAll(`[name=${name}]`));

  /** @param {HTMLElement} note @returns {boolean} whether the state shows a note */
  function isShown(note) {
    if (note.classList.contains("asked")) return true;
    const { show, level, kinds } = root.dataset;
    return show === "notes" && Number(note.dataset.level) <= Number(level)
      && (kinds === undefined || kinds.split(" ").includes(note.dataset.kind || ""));
  }

  /** Say how many notes there are and how many are out of sight; quiet the words of those. */
  function say() {
    const shown = notes.filter(isShown);
    const hidden = notes.length - shown.length;
    if (count) {
      const words = `${shown.length} ${shown.length === 1 ? "note" : "notes"}`;
      count.textContent = hidden ? `${words}, ${hidden} hidden` : words;
    }
    const ids = new Set(shown.map((note) => note.id.replace(/^note-/, "")));
    for (const mark of marks) {
      const its = (mark.dataset.notes || "").split(" ");
      mark.classList.toggle("quiet", !its.some((id) => ids.has(id)));
    }
  }

  /** Where the text stands alone its links are words, and the numbers in the margin too. */
  function silence() {
    const alone = root.dataset.show === "text";
    for (const link of links) {
      if (alone && link.hasAttribute("href")) {
        link.dataset.href = link.getAttribute("href") || "";
        link.removeAttribute("href");
        if (link.classList.contains("number")) link.setAttribute("aria-hidden", "true");
      } else if (!alone && link.dataset.href !== undefined) {
        link.setAttribute("href", link.dataset.href);
        delete link.dataset.href;
        link.removeAttribute("aria-hidden");
      }
    }
  }

  /** Show in the form what the root element says. */
  function reflect() {
    const { show, level, kinds } = root.dataset;
    for (const radio of radios("show")) radio.checked = radio.value === show;
    for (const radio of radios("level")) radio.checked = radio.value === level;
    for (const box of boxes) box.checked = kinds === undefined || kinds.split(" ").includes(box.value);
  }

  /** Keep the state: in the address, so that it can be shared, and for the next page. */
  function keep() {
    const { show, level, kinds } = root.dataset;
    const state = new URLSearchParams();
    if (show && show !== "notes") state.set("show", show);
    if (level && level !== "1") state.set("level", level);
    if (kinds !== undefined) state.set("kind", kinds.split(" ").join(","));
    const query = state.toString().replace(/%2C/g, ",");
    try {
      if (query) localStorage.setItem("edition.reading", query);
      else localStorage.removeItem("edition.reading");
    } catch {
      // No storage: the address alone keeps it.
    }
    const address = new URL(location.href);
    for (const name of ["show", "level", "kind"]) address.searchParams.delete(name);
    const rest = address.searchParams.toString();
    address.search = [rest, query].filter(Boolean).join("&");
    history.replaceState(history.state, "", address);
  }

  function apply() {
    silence();
    say();
    document.dispatchEvent(new CustomEvent("edition:shown"));
  }

  form.addEventListener("change", () => {
    const chosen = new FormData(form);
    root.dataset.show = String(chosen.get("show") || "notes");
    root.dataset.level = String(chosen.get("level") || root.dataset.level || "1");
    const kinds = chosen.getAll("kind").map(String);
    if (kinds.length === boxes.length) delete root.dataset.kinds;
    else root.dataset.kinds = kinds.join(" ") || "none";
    for (const asked of document.querySelectorAll(".asked")) asked.classList.remove("asked");
    keep();
    apply();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  // Whoever asks for a note by its address sees it, whatever was chosen before.
  document.addEventListener("edition:asked", () => {
    root.dataset.show = "notes";
    reflect();
    silence();
    say();
  });

  reflect();
  apply();
})();
