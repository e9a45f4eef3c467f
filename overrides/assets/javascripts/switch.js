// @ts-check
/**
 * The switch above a text: what is shown, and which notes. The state stands on the root element
 * (see `early.js`), where styles read it; this keeps it in the address and in storage, says what is
 * hidden, and takes every control out of the text where the text stands alone.
 */
(function () {
  const root = document.documentElement;
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form.switch"));
  if (!form || !root.classList.contains("js")) return;
  const count = form.querySelector(".switch-count");
  const notes = /** @type {HTMLElement[]} */ (Array.from(document.querySelectorAll(".notes > .note")));
  const marks = /** @type {HTMLElement[]} */ (Array.from(document.querySelectorAll("mark[data-notes]")));
  const links = /** @type {HTMLAnchorElement[]} */ (Array.from(document.querySelectorAll("[data-unit] a[href]")));
  const abouts = /** @type {HTMLElement[]} */ (Array.from(document.querySelectorAll(".about-unit")));
  const boxes = /** @type {HTMLInputElement[]} */ (Array.from(form.querySelectorAll("[name=kind]")));

  /** @param {string} name @returns {HTMLInputElement[]} */
  const radios = (name) => Array.from(form.querySelectorAll(`[name=${name}]`));

  /** @param {HTMLElement} note @returns {boolean} whether the state shows a note */
  function isShown(note) {
    const { show = "notes", level = "3", kinds } = root.dataset;
    if (show !== "notes" || note.classList.contains("asked")) return show === "notes";
    return Number(note.dataset.level) <= Number(level)
      && (kinds === undefined || kinds.split(" ").includes(note.dataset.kind || ""));
  }

  /** Say how many notes there are and how many are out of sight; quiet the words of those. */
  function say() {
    const shown = notes.filter(isShown);
    const hidden = notes.length - shown.length;
    if (count) {
      const words = `${shown.length} ${shown.length === 1 ? "note" : "notes"}`;
      const all = hidden ? `${words}, ${hidden} hidden` : words;
      if (count.textContent !== all) count.textContent = all;
    }
    const ids = new Set(shown.map((note) => note.id.replace(/^note-/, "")));
    for (const mark of marks) {
      const quiet = !(mark.dataset.notes || "").split(" ").some((id) => ids.has(id));
      mark.classList.toggle("quiet", quiet);
      if (quiet) mark.setAttribute("role", "none"); // or some screen readers say "highlight"
      else mark.removeAttribute("role");
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
    for (const about of abouts) { // a button that would open nothing is none
      about.hidden = !Array.from(about.querySelectorAll("li")).some((item) => getComputedStyle(item).display !== "none");
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
      sessionStorage.removeItem("edition.reading");
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

  /** Kinds as they are ticked; those that this page has no box for stay as they were. */
  function choose() {
    const ticked = boxes.filter((box) => box.checked).map((box) => box.value);
    const offered = boxes.map((box) => box.value);
    const others = (root.dataset.kinds || "").split(" ").filter((kind) => kind && kind !== "none" && !offered.includes(kind));
    if (ticked.length === boxes.length) delete root.dataset.kinds;
    else root.dataset.kinds = [...ticked, ...others].join(" ") || "none";
  }

  function apply() {
    silence();
    say();
    document.dispatchEvent(new CustomEvent("edition:shown"));
  }

  form.addEventListener("change", (event) => {
    const chosen = new FormData(form);
    root.dataset.show = String(chosen.get("show") || root.dataset.show || "notes");
    root.dataset.level = String(chosen.get("level") || root.dataset.level || "1");
    if (event.target instanceof HTMLInputElement && event.target.name === "kind") choose();
    for (const asked of document.querySelectorAll(".asked")) asked.classList.remove("asked");
    keep();
    apply();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  // Whoever asks for a note sees it beside the others, whatever was chosen.
  document.addEventListener("edition:asked", say);
  document.addEventListener("edition:lost", apply);

  reflect();
  apply();
})();
