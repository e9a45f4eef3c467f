// @ts-check
/**
 * Previews: a link across the edition shows what it leads to on a slip at its words, with the
 * manners of the notes. Enter, click or tap opens; Escape, the button or a click elsewhere closes
 * and gives focus back; "Go there" follows the link, or leads to the whole entry. With a key held,
 * or without scripts, a link is a link. What stands on this page is shown from it; of other pages
 * the one that is meant is asked for, and if it does not come the link is followed.
 */
(function () {
  const LINKS = "a.term, a.citation, a.cited, a.xref, .marker a";
  const PATIENCE = 5000; // milliseconds after which a page counts as one that cannot be had
  const GAP = 8; // pixels between the words and the slip, and between the slip and the window
  const MOST = 26 * 16; // pixels: no slip wants to be higher
  // A preview is written anew, of these elements alone, as these; of any other it keeps the words.
  const ELEMENTS = /** @type {Record<string, string>} */ ({
    ...{ ARTICLE: "div", ASIDE: "div", DD: "div", DIV: "div", DL: "div", DT: "p", H1: "p", H2: "p", H3: "p", P: "p" },
    ...{ BLOCKQUOTE: "blockquote", LI: "li", OL: "ol", PRE: "pre", UL: "ul", BR: "br" },
    ...{ A: "a", BDI: "bdi", CITE: "cite", CODE: "code", DEL: "del", EM: "em", INS: "ins", Q: "q" },
    ...{ SPAN: "span", STRONG: "strong", SUB: "sub", SUP: "sup", TIME: "time" },
  });
  const CLASSES = ["small-caps", "term-entry", "term-name", "term-kind", "note-kind", "note-quote", "note-signed",
    "reference", "status", "state"];
  const SCHEMES = /^(https?|mailto|file):$/;
  // Of these not even the words: controls, what belongs to the place, what "Go there" is for.
  const LEFT_OUT = "script, style, template, button, form, select, textarea, details, nav, .figure, [data-edition], .permalink, .backlinks, .terms,"
    + " .entry, .note-letter, .note-address, .sides, .cited-in, .term-names, .term-article > .note-signed";
  if (!("popover" in HTMLElement.prototype)) return;
  const narrow = matchMedia("screen and (max-width: 37.5rem)");
  const root = document.documentElement;

  const slip = document.createElement("div");
  slip.className = "slip";
  slip.popover = "auto";
  slip.tabIndex = -1;
  slip.setAttribute("role", "dialog");
  const words = document.createElement("div");
  const foot = document.createElement("div");
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

  /** @type {HTMLAnchorElement | null} */
  let from = null; // the link whose preview is open
  let asked = 0; // how often a preview was asked for: one that comes too late is not shown
  /** @type {Map<string, Promise<Document>>} */
  const pages = new Map();

  /** @param {string} address @returns {Promise<Document>} a page of the edition, asked for once */
  function page(address) {
    const known = pages.get(address);
    if (known) return known;
    const made = fetch(address, { signal: AbortSignal.timeout(PATIENCE) }).then(async (answer) => {
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
      let next = link.nextElementSibling;
      while (next && !next.matches(".marker")) next = next.nextElementSibling;
      const marker = next && next.querySelector("a");
      return marker ? document.getElementById(marker.hash.slice(1)) : null;
    }
    if (link.classList.contains("cited")) {
      const entries = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".note-sources .entry"));
      const entry = [...entries].find((other) => other.href === link.href);
      if (entry) return entry.closest("li");
    }
    const isHere = link.pathname === location.pathname && link.origin === location.origin;
    return isHere ? document.getElementById(link.hash.slice(1)) : null;
  }

  /** @param {Node} node @param {string} base the address of its page @returns {Node} its preview */
  function drawn(node, base) {
    if (node instanceof Text) return document.createTextNode(node.data);
    const made = document.createDocumentFragment();
    if (!(node instanceof Element) || node.matches(LEFT_OUT)) return made;
    made.append(...Array.from(node.childNodes, (child) => drawn(child, base)));
    const name = ELEMENTS[node.tagName];
    const address = node.getAttribute("href") || "";
    const link = name === "a" && URL.canParse(address, base) && !node.matches(".term, .citation") && new URL(address, base);
    if (!name || (name === "a" && !(link && SCHEMES.test(link.protocol)))) return made;
    const element = document.createElement(name);
    element.append(made);
    for (const kept of ["lang", "dir"]) {
      const value = node.getAttribute(kept);
      if (value) element.setAttribute(kept, value);
    }
    for (const one of CLASSES) if (node.classList.contains(one)) element.classList.add(one);
    if (link) element.setAttribute("href", link.href);
    return element;
  }

  /**
   * @param {HTMLAnchorElement} link @param {Element} target @param {string} base
   * @returns {boolean} whether there is anything to show
   */
  function show(link, target, base) {
    const box = document.createElement("div");
    box.className = target.matches("li") ? "slip-words reference" : "slip-words";
    box.lang = target.closest("[lang]")?.getAttribute("lang") || "";
    // An item of a list cannot stand by itself; its content can.
    const parts = target.matches("li, dd, dt") ? Array.from(target.childNodes) : [target];
    box.append(...parts.map((part) => drawn(part, base)));
    if (!box.textContent?.trim()) return false;
    words.replaceChildren(box);
    if (target.matches("[data-unit]")) {
      const head = document.createElement("p");
      head.className = "slip-head";
      head.textContent = link.textContent;
      words.prepend(head);
    }
    const entry = target.matches(".term-entry") && target.querySelector("a.entry");
    go.href = entry instanceof HTMLAnchorElement ? entry.href : link.href;
    slip.setAttribute("aria-label", `Preview: ${link.getAttribute("aria-label") || link.textContent}`);
    from = link;
    // Within a note it is part of the note, which would close for a slip beside it.
    (link.closest(".note") || document.body).append(slip);
    link.focus({ preventScroll: true }); // not every browser does so for a click; closing gives it back
    // @ts-ignore  `source` is newer than the types
    slip.showPopover({ source: link });
    slip.scrollTop = 0;
    slip.focus({ preventScroll: true });
    place();
    return true;
  }

  /**
   * Below the words or above them, where there is more room; it moves with them. On a phone it is a
   * sheet from below, and the words come above it; from a note, which is such a sheet, it is not.
   */
  function place() {
    if (!from || !slip.matches(":popover-open")) return;
    slip.style.cssText = "";
    const head = parseFloat(getComputedStyle(root).scrollPaddingBlockStart) || 0;
    let { top, bottom, left, width } = from.getBoundingClientRect();
    if (bottom < head || top > innerHeight) {
      from.scrollIntoView({ block: "center", behavior: "instant" });
      ({ top, bottom, left, width } = from.getBoundingClientRect());
    }
    if (narrow.matches && slip.parentElement === document.body) {
      const over = bottom + 2 * GAP - slip.getBoundingClientRect().top;
      const under = top - head; // words too long for what is left begin at its top
      if (over > 0 || under < 0) scrollBy({ top: over > 0 ? Math.min(over, under) : under, behavior: "instant" });
      return;
    }
    const below = innerHeight - bottom - 2 * GAP;
    const above = top - 2 * GAP; // it may lie upon the running head
    const isBelow = below >= Math.min(slip.offsetHeight, MOST) || below >= above;
    slip.style.maxHeight = `${Math.min(MOST, Math.max(below, above))}px`;
    // Within the column of its words, if that is wide enough, and else within the window.
    let column = from.closest("p, li, dd, h3")?.getBoundingClientRect();
    if (!column || column.width < slip.offsetWidth) column = new DOMRect(2 * GAP, 0, root.clientWidth - 4 * GAP);
    const most = column.right - slip.offsetWidth;
    // The window holds a note on a slip, the page everything else.
    const isHeld = Boolean(from.closest(":popover-open"));
    slip.style.top = `${(isBelow ? bottom + GAP : top - GAP - slip.offsetHeight) + (isHeld ? 0 : scrollY)}px`;
    slip.style.left = `${Math.max(column.left, Math.min(left + (width - slip.offsetWidth) / 2, most))}px`;
  }
  addEventListener("resize", place);

  slip.addEventListener("toggle", (event) => {
    if (/** @type {ToggleEvent} */ (event).newState !== "closed" || !from) return;
    const active = document.activeElement;
    // Paper that was clicked has focus, and wants none.
    if (!active || active === document.body || active.id === "page" || slip.contains(active)) from.focus({ preventScroll: true });
    from = null;
  });
  // A slip that focus has left would lie upon what has it now.
  slip.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Element && !slip.contains(relatedTarget) && relatedTarget.id !== "page") slip.hidePopover();
  });
  document.addEventListener("edition:step", () => slip.hidePopover()); // to another note

  document.addEventListener("click", async (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    asked += 1;
    if (!(event.target instanceof Element)) return;
    const link = event.target.closest("a");
    if (!link) return;
    if (slip.contains(link)) return slip.hidePopover(); // what it leads to may be behind it
    if (!link.matches(LINKS) || !link.hash) return;
    const target = here(link);
    if (target?.matches(".note")) return; // a note opens by itself
    if (target) {
      if (show(link, target, location.href)) event.preventDefault();
      return;
    }
    if (link.origin !== location.origin || !/^https?:$/.test(location.protocol)) return;
    event.preventDefault();
    const mine = asked;
    const [address] = link.href.split("#");
    try {
      const found = (await page(address)).getElementById(link.hash.slice(1));
      if (mine !== asked) return;
      if (found && show(link, found, address)) return;
    } catch {
      if (mine !== asked) return;
    }
    location.href = link.href;
  });

  document.body.append(slip);
})();
