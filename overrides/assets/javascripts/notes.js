// @ts-check
/**
 * Opening notes: the words light their note and the note its words; Enter, click or tap opens.
 * On wide paper an open note unfolds in the margin (`margin.js` places it), on narrower paper it is
 * the browser's popover, on a phone a sheet. Escape closes and gives focus back. `j` and `k` go
 * from note to note, `?` shows the keys.
 */
(function () {
  const root = document.documentElement;
  const wide = matchMedia("screen and (min-width: 76.25rem)");
  const notes = /** @type {HTMLElement[]} */ (Array.from(document.querySelectorAll(".notes > .note")));
  if (!notes.length) return;

  /** @type {HTMLElement | null} */
  let open = null;
  /** @type {HTMLElement | null} */
  let from = null; // what had focus when it was opened

  /** @param {HTMLElement} note */
  const idOf = (note) => note.id.replace(/^note-/, "");
  /** @param {string} id */
  const noteOf = (id) => notes.find((note) => idOf(note) === id) || null;
  /** @param {HTMLElement} note @returns {HTMLElement | null} the letter after its words */
  const markerOf = (note) => document.getElementById(note.dataset.words || "");
  /** @param {HTMLElement} note @returns {HTMLElement[]} everything in the text that is lit with it */
  const lights = (note) => [
    ...document.querySelectorAll(`mark[data-notes~="${CSS.escape(idOf(note))}"]`),
    markerOf(note)?.parentElement,
  ].filter((element) => element instanceof HTMLElement);
  /** @param {HTMLElement} note */
  const isThere = (note) => (markerOf(note)?.getClientRects().length || 0) > 0;

  /** @param {HTMLElement} note @param {boolean} on */
  function light(note, on) {
    const lit = on || note === open;
    note.classList.toggle("lit", lit);
    for (const element of lights(note)) element.classList.toggle("lit", lit);
  }

  /** @param {EventTarget | null} target @returns {HTMLElement | null} the note that is meant */
  function meant(target) {
    if (!(target instanceof Element)) return null;
    const note = target.closest(".notes > .note");
    if (note instanceof HTMLElement) return note;
    const link = target.closest(".note-marker");
    if (link) return noteOf((link.querySelector("a")?.hash || "").replace(/^#note-/, ""));
    const mark = target.closest("mark[data-notes]");
    if (!(mark instanceof HTMLElement) || mark.classList.contains("quiet")) return null;
    // Of several notes on the same words, the one that begins last is about the fewest.
    const ids = (mark.dataset.notes || "").split(" ");
    return ids.map(noteOf).filter((found) => found && isThere(found)).pop() || null;
  }

  /**
   * @param {HTMLElement} note
   * @param {{ focus?: boolean, scroll?: boolean }} [how]
   */
  function show(note, { focus = true, scroll = false } = {}) {
    const marker = markerOf(note);
    if (!isThere(note)) { // asked for by its address although the reader has put it away
      note.classList.add("asked");
      marker?.parentElement?.classList.add("asked");
      document.dispatchEvent(new CustomEvent("edition:asked"));
    }
    const active = document.activeElement;
    from = active instanceof HTMLElement && active !== document.body && !note.contains(active) ? active : marker;
    if (open && open !== note) hide(false);
    open = note;
    note.classList.add("open");
    light(note, true);
    if (scroll) (lights(note)[0] || marker)?.scrollIntoView({ block: "center" });
    if (!wide.matches) {
      note.popover = "auto";
      // @ts-ignore  `source` is newer than the types
      if (!note.matches(":popover-open")) note.showPopover({ source: lights(note).at(-2) || marker || undefined });
      above(note);
    }
    if (focus) note.focus({ preventScroll: true });
    document.dispatchEvent(new CustomEvent("edition:opened"));
    if (wide.matches) requestAnimationFrame(() => requestAnimationFrame(() => {
      if (open === note) note.scrollIntoView({ block: "nearest" });
    }));
    history.replaceState(history.state, "", `#${note.id}`);
  }

  /** A sheet from below must not lie upon the words: bring them above it. @param {HTMLElement} note */
  function above(note) {
    const words = lights(note).map((element) => element.getBoundingClientRect());
    const sheet = note.getBoundingClientRect();
    const [first, last] = [Math.min(...words.map(({ top }) => top)), Math.max(...words.map(({ bottom }) => bottom))];
    if (!words.length || last < sheet.top || sheet.bottom < first) return;
    scrollBy(0, last - sheet.top + 16);
  }

  /** @param {boolean} back whether focus returns to where it was */
  function hide(back) {
    const note = open;
    if (!note) return;
    open = null;
    note.classList.remove("open");
    light(note, false);
    if (note.popover && note.matches(":popover-open")) note.hidePopover();
    if (back && from && from.isConnected) from.focus({ preventScroll: true });
    if (location.hash === `#${note.id}`) history.replaceState(history.state, "", location.pathname + location.search);
    document.dispatchEvent(new CustomEvent("edition:opened"));
  }

  for (const note of notes) {
    note.tabIndex = -1;
    const close = document.createElement("button");
    close.type = "button";
    close.className = "tool note-close";
    close.textContent = "Close";
    close.addEventListener("click", () => hide(true));
    note.querySelector(".note-head")?.append(close);
    note.addEventListener("toggle", (event) => {
      const closed = event.target === note && /** @type {ToggleEvent} */ (event).newState === "closed";
      if (closed && open === note) hide(note.contains(document.activeElement) || document.activeElement === document.body);
    });
  }

  wide.addEventListener("change", () => {
    hide(false);
    for (const note of notes) if (wide.matches) note.popover = null;
  });

  document.addEventListener("pointerover", (event) => {
    const note = meant(event.target);
    if (note) light(note, true);
  });
  document.addEventListener("pointerout", (event) => {
    const note = meant(event.target);
    if (note && meant(event.relatedTarget) !== note) light(note, false);
  });
  document.addEventListener("focusin", (event) => {
    const note = meant(event.target);
    for (const other of notes) if (other !== note && other.classList.contains("lit")) light(other, false);
    if (note) light(note, true);
  });

  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || event.defaultPrevented) return;
    const link = event.target.closest("a[href]");
    if (link instanceof HTMLAnchorElement && link.hash && link.pathname === location.pathname && link.origin === location.origin) {
      const asked = noteOf(link.hash.replace(/^#note-/, ""));
      if (asked && link.hash.startsWith("#note-")) {
        event.preventDefault();
        show(asked, { scroll: !link.closest(".note-marker") });
      } else if (link.classList.contains("note-letter")) {
        event.preventDefault();
        const note = meant(link);
        if (note) from = markerOf(note);
        if (note && open !== note) from?.focus();
        hide(true);
      }
      return;
    }
    if (link || event.target.closest("button, summary, input, label")) return;
    const selection = getSelection();
    if (selection && !selection.isCollapsed) return; // whoever selects words does not ask for a note
    const note = meant(event.target);
    if (note && note !== open) show(note, { focus: !event.target.closest("mark") || !wide.matches });
    else if (!note && open && wide.matches) hide(false);
  });

  /** @param {number} step */
  function go(step) {
    const there = notes.filter(isThere);
    const here = there.findIndex((note) => note === open || note.contains(document.activeElement)
      || markerOf(note) === document.activeElement);
    const next = there[here < 0 ? (step > 0 ? 0 : there.length - 1) : here + step];
    if (next) show(next, { scroll: true });
  }

  const keys = /** @type {HTMLDialogElement | null} */ (document.getElementById("keys"));
  const single = /** @type {HTMLInputElement | null} */ (document.getElementById("keys-single"));
  if (keys && single) {
    single.checked = root.dataset.keys !== "off";
    single.addEventListener("change", () => {
      if (single.checked) delete root.dataset.keys;
      else root.dataset.keys = "off";
      try {
        if (single.checked) localStorage.removeItem("edition.keys");
        else localStorage.setItem("edition.keys", "off");
      } catch {
        // No storage: the choice lasts for this page.
      }
    });
    document.getElementById("keys-open")?.addEventListener("click", () => keys.showModal());
    document.getElementById("keys-close")?.addEventListener("click", () => keys.close());
  }

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && open && wide.matches && !document.querySelector("dialog[open]")) {
      event.preventDefault();
      hide(true);
      return;
    }
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (root.dataset.keys === "off" || document.querySelector("dialog[open]")) return;
    if (target && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))) return;
    if (event.key === "j" || event.key === "k") go(event.key === "j" ? 1 : -1);
    else if (event.key === "?" && keys) keys.showModal();
    else return;
    event.preventDefault();
  });

  /** The address may ask for a note: on arrival, and when it changes. */
  function ask() {
    const note = location.hash.startsWith("#note-") && noteOf(decodeURIComponent(location.hash.slice(6)));
    if (note && note !== open) show(note, { scroll: true });
  }
  addEventListener("hashchange", ask);
  ask();
})();
