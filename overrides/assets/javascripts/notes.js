// @ts-check
/**
 * Opening notes: the words light their note and the note its words; Enter, click or tap opens.
 * Beside the text an open note unfolds where it stands; where there is no margin, on narrow paper or
 * beside a text without notes, it is the browser's popover. (`margin.js` places either.) Escape
 * closes and gives focus back.
 */
(function () {
  const root = document.documentElement;
  const wide = matchMedia("screen and (min-width: 76.25rem)");
  const notes = /** @type {HTMLElement[]} */ (Array.from(document.querySelectorAll(".notes > .note")));
  if (!notes.length || !root.classList.contains("js")) return;
  const DOUBLE = 250; // milliseconds in which a second click makes a selection of the first

  /** @type {HTMLElement | null} */
  let open = null;
  /** @type {HTMLElement | null} */
  let from = null; // what had focus when it was opened
  /** @type {HTMLElement | null} */
  let hovered = null;
  /** @type {HTMLElement | null} */
  let focused = null;

  /** @param {HTMLElement} note */
  const idOf = (note) => note.id.replace(/^note-/, "");
  const byId = new Map(notes.map((note) => [idOf(note), note]));
  /** @param {string} hash @returns {HTMLElement | null} */
  const noteAt = (hash) => (hash.startsWith("#note-") && byId.get(hash.slice(6))) || null;
  /** @param {HTMLElement} mark @returns {HTMLElement[]} the notes on its words */
  const notesOn = (mark) => (mark.dataset.notes || "").split(" ").flatMap((id) => byId.get(id) || []);
  /** @param {HTMLElement} note @returns {HTMLElement[]} all segments of the words it is about */
  const wordsOf = (note) => Array.from(document.querySelectorAll(`mark[data-notes~="${CSS.escape(idOf(note))}"]`));
  /** @param {HTMLElement} note @returns {HTMLElement | null} the letter after its words */
  const markerOf = (note) => document.getElementById(note.dataset.words || "");
  /** @param {HTMLElement | null} element */
  const isDrawn = (element) => Boolean(element && element.isConnected && element.getClientRects().length);
  /** @param {HTMLElement} note */
  const isThere = (note) => isDrawn(markerOf(note));
  const inMargin = () => wide.matches && root.dataset.show === "notes";

  /** @param {HTMLElement} note @returns {HTMLElement | null} where the text goes on after reading it */
  function home(note) {
    const marker = markerOf(note);
    if (isDrawn(marker)) return marker;
    return document.querySelector(`.about-unit:has(a[href="#${CSS.escape(note.id)}"]) > summary`);
  }

  /** @returns {HTMLElement | null} what has focus outside of notes; paper that was clicked has none */
  function has() {
    const active = document.activeElement;
    const own = active instanceof HTMLElement && active !== document.body && !active.closest(".note, #page:focus");
    return own ? active : null;
  }

  /** Light what is open, under the pointer or in focus, and the words of it; nothing else. */
  function light() {
    const changed = notes.filter((note) => {
      const lit = note === open || note === hovered || note === focused;
      return lit !== note.classList.contains("lit");
    });
    for (const note of changed) {
      const lit = note.classList.toggle("lit");
      markerOf(note)?.parentElement?.classList.toggle("lit", lit);
    }
    for (const mark of new Set(changed.flatMap(wordsOf))) {
      mark.classList.toggle("lit", notesOn(mark).some((note) => note.classList.contains("lit")));
    }
  }

  /** @param {EventTarget | null} target @returns {HTMLElement | null} the note that is meant */
  function meant(target) {
    if (!(target instanceof Element)) return null;
    const note = target.closest(".notes > .note");
    if (note instanceof HTMLElement) return note;
    const marker = target.closest(".note-marker");
    if (marker) return noteAt(marker.querySelector("a")?.hash || "");
    const mark = target.closest("mark[data-notes]");
    if (!(mark instanceof HTMLElement) || mark.classList.contains("quiet")) return null;
    // Of several notes on the same words, the one that begins last is about the fewest.
    return notesOn(mark).filter(isThere).pop() || null;
  }

  /**
   * @param {HTMLElement} note
   * @param {{ focus?: boolean, scroll?: boolean }} [how]
   */
  function show(note, { focus = true, scroll = false } = {}) {
    if (open && open !== note) leave();
    if (!isThere(note)) { // asked for by its address although the reader has put it away
      note.classList.add("asked");
      markerOf(note)?.parentElement?.classList.add("asked");
      document.dispatchEvent(new CustomEvent("edition:asked"));
    }
    from = has() || home(note);
    open = note;
    note.classList.add("open");
    light();
    if (scroll) (wordsOf(note)[0] || note).scrollIntoView({ block: "center" });
    if (note.popover && !note.matches(":popover-open")) {
      // @ts-ignore  `source` is newer than the types
      note.showPopover({ source: from || undefined });
    }
    if (focus) note.focus({ preventScroll: true });
    document.dispatchEvent(new CustomEvent("edition:opened"));
    history.replaceState(history.state, "", `#${note.id}`);
  }

  /** @returns {HTMLElement | null} the note that was open and is no longer */
  function leave() {
    const note = open;
    if (!note) return null;
    open = null;
    note.classList.remove("open");
    if (root.dataset.show !== "notes") note.classList.remove("asked");
    light();
    if (note.popover && note.matches(":popover-open")) note.hidePopover();
    return note;
  }

  /** @param {boolean} back whether focus returns to where it was */
  function hide(back) {
    const note = leave();
    if (!note) return;
    if (back) (isDrawn(from) ? from : home(note))?.focus({ preventScroll: true });
    if (location.hash === `#${note.id}`) history.replaceState(history.state, "", location.pathname + location.search);
    document.dispatchEvent(new CustomEvent("edition:opened"));
  }

  /** Give every note the shape that there is room for; an open one stays open if it still may. */
  function shape() {
    if (matchMedia("print").matches) return; // paper is no narrow window
    const popover = inMargin() ? null : "auto";
    if (notes[0].popover === popover) {
      if (open && !isThere(open) && !open.popover) hide(false);
      return;
    }
    const note = open;
    hide(false);
    for (const other of notes) other.popover = popover;
    if (note && isThere(note)) show(note, { focus: false });
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
      if (event.target !== note || open !== note || !note.popover || note.matches(":popover-open")) return;
      hide(!has()); // the browser closed it: by Escape, or for a click that may have given focus to something
    });
  }
  wide.addEventListener("change", shape);
  document.addEventListener("edition:shown", shape);
  document.addEventListener("edition:lost", () => {
    hide(false);
    for (const note of notes) note.popover = null;
  });
  addEventListener("beforeprint", () => {
    if (open?.popover) hide(false); // paper has no top layer: it would lie upon the first sheet
  });

  document.addEventListener("pointerover", (event) => {
    hovered = meant(event.target);
    light();
  });
  document.addEventListener("pointerout", (event) => {
    hovered = meant(event.relatedTarget);
    light();
  });
  document.addEventListener("focusin", (event) => {
    focused = meant(event.target);
    light();
  });
  document.addEventListener("focusout", (event) => {
    focused = meant(event.relatedTarget);
    light();
    // A slip that focus has left would lie upon what has it now. (Closing, it is open no more; and
    // what is opened from it, a preview of a source, belongs to it.)
    const { target, relatedTarget } = event;
    const left = open?.matches(":popover-open") && target instanceof Node && open.contains(target)
      && relatedTarget instanceof Element && !open.contains(relatedTarget)
      && relatedTarget.id !== "page" && !relatedTarget.closest("[popover]");
    if (left) hide(false);
  });

  /** @param {HTMLAnchorElement} link @param {Event} event what a link within the page does to notes */
  function follow(link, event) {
    if (link.pathname !== location.pathname || link.origin !== location.origin) return;
    const asked = noteAt(link.hash);
    const note = link.classList.contains("note-letter") ? meant(link) : null;
    if (asked) {
      event.preventDefault();
      show(asked, { scroll: !link.closest(".note-marker") });
    } else if (note) { // back to its words
      event.preventDefault();
      hide(false);
      home(note)?.focus();
    }
  }

  let waiting = 0;
  document.addEventListener("click", (event) => {
    clearTimeout(waiting);
    if (!(event.target instanceof Element) || event.defaultPrevented) return;
    const link = event.target.closest("a[href]");
    if (link instanceof HTMLAnchorElement) {
      const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
      if (plain) follow(link, event);
      return;
    }
    if (event.target.closest("button, summary, input, label, dialog, [popover]:not(.note)")) return;
    /** Whoever selects words does not ask for a note. */
    const selects = () => !getSelection()?.isCollapsed;
    if (selects()) return;
    const note = meant(event.target);
    if (!note && open && !open.popover) hide(false);
    if (!note || note === open) return;
    if (event.target.closest("mark") && /** @type {PointerEvent} */ (event).pointerType === "mouse") {
      waiting = setTimeout(() => {
        if (!selects()) show(note);
      }, DOUBLE);
    } else {
      show(note);
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || !open || open.popover) return;
    if (document.querySelector("dialog[open], :popover-open")) return; // its own Escape comes first
    event.preventDefault();
    hide(true);
  });

  // To the next note or the one before: of the open one, of where focus is, or of what is in view.
  document.addEventListener("edition:step", (event) => {
    const step = /** @type {CustomEvent<1 | -1>} */ (event).detail;
    const there = notes.filter(isThere);
    const here = there.findIndex((note) => note === open || note.contains(document.activeElement)
      || markerOf(note) === document.activeElement);
    const head = parseFloat(getComputedStyle(root).scrollPaddingBlockStart) || 0;
    const below = there.findIndex((note) => Number(markerOf(note)?.getBoundingClientRect().bottom) > head);
    const first = below < 0 ? there.length : below;
    const next = there[here >= 0 ? here + step : step > 0 ? first : first - 1];
    if (next) show(next, { scroll: true });
  });

  /** The address may ask for a note: on arrival, and when it changes. */
  function ask() {
    const note = noteAt(location.hash);
    if (note && note !== open) show(note, { scroll: true });
  }
  addEventListener("hashchange", ask);
  shape();
  ask();
  // While a page loads the browser goes to the place in the address again and again: have the last
  // word, unless the reader has had one.
  if (open && document.readyState !== "complete") {
    const stop = new AbortController();
    const { signal } = stop;
    addEventListener("load", () => open && show(open, { scroll: true }), { signal });
    for (const name of ["wheel", "touchstart", "pointerdown", "keydown"]) {
      addEventListener(name, () => stop.abort(), { signal, passive: true });
    }
  }
})();
