// @ts-check
/**
 * Previews: a link across the edition shows what it leads to on a slip at its words, with the
 * manners of the notes. Enter, click or tap opens; Escape, the button or a click elsewhere closes
 * and gives focus back; "Go there" follows the link, or leads to the whole entry. With a key held, or without scripts, a link is
 * a link. What stands on this page is shown from it; of other pages the one that is meant is asked
 * for, and if it does not come the link is followed.
 */
(function () {
  const LINKS = "a.term, a.citation, a.cited, a.xref, .marker a";
  if (!("popover" in HTMLElement.prototype)) return;

  const slip = document.createElement("aside");
  slip.className = "slip";
  slip.popover = "auto";
  slip.tabIndex = -1;
  slip.setAttribute("aria-label", "Preview");
  const words = document.createElement("div");
  words.className = "slip-words";
  const foot = document.createElement("p");
  foot.className = "slip-foot";
  const go = document.createElement("a");
  go.textContent = "Go there";
  const close = document.createElement("button");
  close.type = "button";
  close.className = "tool";
  close.textContent = "Close";
  close.addEventListener("click", () => slip.hidePopover());
  foot.append(go, close);
  slip.append(words, foot);

  /** @type {HTMLElement | null} */
  let from = null;
  /** @type {Map<string, Promise<Document>>} */
  const pages = new Map();

  /** @param {string} address @returns {Promise<Document>} a page of the edition, asked for once */
  function page(address) {
    const known = pages.get(address);
    if (known) return known;
    const made = fetch(address).then(async (answer) => {
      if (!answer.ok) throw new Error(String(answer.status));
      return new DOMParser().parseFromString(await answer.text(), "text/html");
    });
    pages.set(address, made);
    made.catch(() => pages.delete(address));
    return made;
  }

  /**
   * What a link shows: a citation the footnote after it, a source in a note its line below the note.
   * @param {HTMLAnchorElement} link @returns {Element | null} where it stands on this page
   */
  function here(link) {
    if (link.classList.contains("citation")) {
      const marker = link.nextElementSibling?.querySelector("[role=doc-noteref]");
      return marker instanceof HTMLAnchorElement ? document.getElementById(marker.hash.slice(1)) : null;
    }
    if (link.classList.contains("cited")) {
      const entry = [...document.querySelectorAll(".note-sources .entry")].find((other) =>
        /** @type {HTMLAnchorElement} */ (other).href === link.href);
      if (entry) return entry.closest("li");
    }
    const isHere = link.pathname === location.pathname && link.origin === location.origin;
    return isHere && link.hash ? document.getElementById(decodeURIComponent(link.hash.slice(1))) : null;
  }

  /** @param {Element} target @param {string} base its page @returns {Node} a copy that stands by itself */
  function copied(target, base) {
    const copy = /** @type {Element} */ (document.importNode(target, true));
    copy.querySelectorAll("[data-edition], .note-more, .backlinks, .about-unit, form, script, summary, .note-address, .entry")
      .forEach((part) => part.remove());
    for (const part of [copy, ...copy.querySelectorAll("*")]) {
      for (const name of ["id", "data-unit", "popover", "tabindex", "hidden", "style", "aria-labelledby", "role"]) part.removeAttribute(name);
      if (part instanceof HTMLAnchorElement) part.href = new URL(part.getAttribute("href") || "", base).href;
    }
    // A passage is shown as a passage: without what the edition hangs on its words.
    for (const wrap of copy.querySelectorAll("mark, a.term, a.citation")) wrap.replaceWith(...wrap.childNodes);
    copy.classList.remove("lit", "open");
    const box = document.createElement("div");
    box.className = "slip-copy";
    // An item of a list cannot stand by itself; its content can.
    if (/^(LI|DD|DT)$/.test(copy.tagName)) box.append(...copy.childNodes);
    else box.append(copy);
    return box;
  }

  /** @param {HTMLAnchorElement} link @param {Element} target @param {string} base */
  function show(link, target, base) {
    words.replaceChildren(copied(target, base));
    if (target.matches("[data-unit]")) {
      const head = document.createElement("p");
      head.className = "slip-head";
      head.textContent = link.textContent;
      words.prepend(head);
    }
    const more = target.matches(".term-entry") && target.querySelector("a.entry");
    go.href = more instanceof HTMLAnchorElement ? more.href : link.href;
    from = link;
    // @ts-ignore  `source` is newer than the types
    slip.showPopover({ source: link });
    slip.scrollTop = 0;
    slip.focus({ preventScroll: true });
  }

  slip.addEventListener("toggle", (event) => {
    if (/** @type {ToggleEvent} */ (event).newState !== "closed" || !from) return;
    const lost = document.activeElement === document.body || slip.contains(document.activeElement);
    if (lost) from.focus({ preventScroll: true });
    from = null;
  });

  document.addEventListener("click", async (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element && event.target.closest(LINKS);
    if (!(link instanceof HTMLAnchorElement) || !link.href || !link.hash || slip.contains(link)) return;
    const target = here(link);
    if (target?.matches(".note")) return; // a note opens by itself
    event.preventDefault();
    if (target) return show(link, target, location.href);
    const [address] = link.href.split("#");
    try {
      const found = (await page(address)).getElementById(decodeURIComponent(link.hash.slice(1)));
      if (!found) throw new Error("not there");
      show(link, found, address);
    } catch {
      location.href = link.href;
    }
  });

  document.body.append(slip);
})();
