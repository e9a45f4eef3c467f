// @ts-check
/** The running head's tools: light or dark, and the menu's manners. Every page works without. */
(function () {
  const root = document.documentElement;

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

  /** What can be done with words comes when some are selected, or a paragraph's number is used. */
  function passages() {
    const slip = document.getElementById("passage");
    if (!slip || typeof slip.showPopover !== "function") return;
    /** @type {Promise<void> | null} */
    let loading = null;
    /** @param {{ number: Element | null }} detail */
    const ask = (detail) => {
      loading = loading || new Promise((resolve) => {
        const script = document.createElement("script");
        Object.assign(script, { src: slip.dataset.script || "", integrity: slip.dataset.integrity || "" });
        script.onload = () => resolve();
        document.head.append(script);
      });
      loading.then(() => document.dispatchEvent(new CustomEvent("edition:passage", { detail })));
    };
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

  moved();
  passages();
  palette();
  menu();
  sentence();
})();
