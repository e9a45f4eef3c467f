// @ts-check
/** The running head's tools: light or dark, and the menu's manners. Every page works without. */
(function () {
  const root = document.documentElement;
  // Where the site begins: this file is two folders down.
  const base = new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src).href;

  /** Light or dark: the system's until the reader chooses; back to the system's forgets. */
  function palette() {
    const button = document.getElementById("palette");
    const word = button && button.querySelector("span");
    if (!button || !word) return;
    const system = matchMedia("(prefers-color-scheme: dark)");

    /** @returns {boolean} whether the page is dark now */
    const isDark = () =>
      root.dataset.mdColorScheme ? root.dataset.mdColorScheme === "slate" : system.matches;

    const label = () => {
      word.textContent = isDark() ? "Light" : "Dark";
    };

    button.addEventListener("click", () => {
      const dark = !isDark();
      const follow = dark === system.matches;
      if (follow) delete root.dataset.mdColorScheme;
      else root.dataset.mdColorScheme = dark ? "slate" : "default";
      try {
        if (follow) localStorage.removeItem("edition.palette");
        else localStorage.setItem("edition.palette", dark ? "slate" : "default");
      } catch {
        // No storage: the choice lasts for this page.
      }
      label();
    });
    system.addEventListener("change", label);
    label();
    button.hidden = false;
  }

  /** The menu is the browser's popover; this only moves focus into it and shows where one is. */
  function menu() {
    const list = document.getElementById("contents");
    if (!list || !list.hasAttribute("popover")) return;
    list.addEventListener("toggle", (event) => {
      if (/** @type {ToggleEvent} */ (event).newState !== "open") return;
      const here = list.querySelector("[aria-current]") || list.querySelector("a");
      if (here instanceof HTMLElement) here.focus();
    });
  }

  /** A linked sentence is shown as found: its anchor is empty, and marks where it begins. */
  function sentence() {
    if (typeof Highlight === "undefined" || !CSS.highlights) return;
    const show = () => {
      CSS.highlights.delete("linked");
      const [, unit, count] = /^#((?:[a-z]+-)*[a-z]*\d+)-s(\d+)$/.exec(location.hash) || [];
      const start = unit ? document.getElementById(`${unit}-s${count}`) : null;
      if (!start || !start.parentElement) return;
      const range = document.createRange();
      range.setStartAfter(start);
      const next = document.getElementById(`${unit}-s${Number(count) + 1}`);
      if (next) range.setEndBefore(next);
      else range.setEndAfter(/** @type {Node} */ (start.parentElement.lastChild));
      CSS.highlights.set("linked", new Highlight(range));
    };
    addEventListener("hashchange", show);
    show();
  }

  /** What once stood on this page has a line at its foot, which says where it is now. */
  function moved() {
    const lead = () => {
      // Not `:target`: the browser looks for it only after the scripts.
      const line = document.getElementById(location.hash.slice(1)); // ids are plain letters
      const link = line && line.closest(".moved") && line.querySelector("a");
      if (link) location.replace(link.href);
    };
    addEventListener("hashchange", lead);
    lead();
  }

  /** @param {string} source @returns {Promise<void>} done when a script, named with its integrity, has run */
  function run(source) {
    const [src, integrity] = source.split("|");
    return new Promise((resolve, reject) => {
      const script = Object.assign(document.createElement("script"), { src, integrity, async: false }); // in their order
      script.addEventListener("load", () => resolve());
      script.addEventListener("error", () => reject(new Error(src)));
      document.head.append(script);
    });
  }

  /**
   * @param {string} [scripts] their names with their integrity
   * @returns {() => Promise<unknown>} what fetches them, once; after a failure anew
   */
  function fetching(scripts = "") {
    /** @type {Promise<unknown> | null} */
    let loading = null;
    return () => {
      loading = loading || Promise.all(scripts.split(" ").map(run));
      loading.catch(() => (loading = null));
      return loading;
    };
  }

  /** What can be done with words comes when some are selected, or a paragraph's number is used. */
  function passages() {
    const slip = document.getElementById("passage");
    if (!slip || typeof slip.showPopover !== "function") return;
    const fetched = fetching(slip.dataset.scripts);
    /** @param {{ number: Element | null }} detail */
    const ask = (detail) => fetched().then(
      () => document.dispatchEvent(new CustomEvent("edition:passage", { detail })), () => {});
    document.querySelectorAll(".work .number").forEach((number) => {
      number.addEventListener("click", () => ask({ number }));
    });
    // On a phone the browser's own menu is at the words: there the number has it all.
    if (!matchMedia("(hover: hover) and (pointer: fine)").matches) return;
    const chosen = () => {
      const selection = getSelection();
      if (selection && !selection.isCollapsed && !slip.contains(document.activeElement)) ask({ number: null });
    };
    document.addEventListener("pointerup", (event) => {
      if (!slip.contains(/** @type {Node} */ (event.target))) setTimeout(chosen);
    });
    document.addEventListener("keyup", (event) => {
      if (event.shiftKey || event.key === "Shift") chosen();
    });
  }

  /** A button with `data-add` puts what it names on the syllabus that this browser keeps. */
  function tray() {
    const holder = document.getElementById("tray");
    if (!holder) return;
    const fetched = fetching(holder.dataset.scripts);
    /** @param {Element} button @returns {Element} where to say what came of it */
    const place = (button) => {
      const near = button.parentElement?.querySelector("[role=status]") || button.closest(".passage")?.querySelector("[role=status]");
      if (near) return near;
      const made = document.createElement("span");
      made.setAttribute("role", "status");
      button.after(" ", made);
      return made;
    };
    // Permanent links of what can be set as a reading.
    document.querySelectorAll("a[data-set]").forEach((link) => {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "tool", textContent: "Add to syllabus" });
      button.dataset.add = /** @type {HTMLAnchorElement} */ (link).href.slice(base.length);
      const adding = Object.assign(document.createElement("span"), { className: "adding" });
      adding.append(" · ", button);
      link.after(adding);
    });
    document.addEventListener("click", (event) => {
      const button = event.target instanceof Element && event.target.closest("button[data-add]");
      if (!button) return;
      const said = place(button);
      fetched().then(
        () => document.dispatchEvent(new CustomEvent("edition:add", { detail: { button, said } })),
        () => (said.textContent = "What this needs could not be fetched. Try again."));
    });
  }

  /** @param {EventTarget | null} target @returns {boolean} whether keys are characters there */
  function isField(target) {
    if (target instanceof HTMLInputElement) return !/^(radio|checkbox|button|submit|reset)$/.test(target.type);
    return target instanceof HTMLElement && (target.isContentEditable || target.matches("textarea, select"));
  }

  /** Search opens at once; its script comes then. */
  function search() {
    const dialog = /** @type {HTMLDialogElement | null} */ (document.getElementById("search"));
    const button = document.getElementById("search-open");
    const status = document.getElementById("search-status");
    if (!button || !status || typeof dialog?.showModal !== "function") return;
    const fetched = fetching(dialog.dataset.scripts);
    let isThere = false;
    const ask = () => {
      if (!isThere) status.textContent = "Loading …";
      fetched().then(() => {
        isThere = true;
        document.dispatchEvent(new CustomEvent("edition:search"));
      }, () => {
        status.textContent = "The index could not be loaded. Try again when you are connected, or use the list of contents.";
      });
    };
    const open = () => {
      if (!dialog.open) dialog.showModal();
      /** @type {HTMLInputElement} */ (document.getElementById("search-field")).select();
      ask();
    };
    button.addEventListener("click", open);
    document.getElementById("search-close")?.addEventListener("click", () => dialog.close());
    dialog.addEventListener("input", () => isThere || ask()); // a second try; later it sees for itself
    dialog.addEventListener("submit", (event) => {
      event.preventDefault();
      const form = /** @type {HTMLFormElement} */ (event.target);
      if (!isThere) fetched().then(() => form.requestSubmit(), () => {}); // who types fast means it
    });
    document.addEventListener("keydown", (event) => {
      const combined = (event.ctrlKey || event.metaKey) && event.key?.toLowerCase() === "k";
      const single = event.key === "/" && !event.ctrlKey && !event.metaKey && root.dataset.keys !== "off";
      if (event.defaultPrevented || event.altKey || isField(event.target) || !(combined || single)) return;
      if (document.querySelector("dialog[open]")) return;
      event.preventDefault();
      open();
    });
    button.hidden = false;
  }

  Object.assign(globalThis, { editionIsField: isField, editionFetching: fetching });
  moved();
  search();
  passages();
  tray();
  palette();
  menu();
  sentence();
})();
