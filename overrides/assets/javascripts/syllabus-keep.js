// @ts-check
/**
 * Where the list of the builder is kept: in the page’s address and in this browser’s storage, from
 * which other pages add to it. Nothing is sent anywhere.
 *
 * Storage holds the list as an address does, under `syllabus` and the site’s path; under the same
 * with `before` the list that a link took the place of; under the same with `grown` what the list
 * was when the builder kept it last, if another page has added to it since.
 */
(function () {
  const own = /** @type {any} */ (globalThis).editionSyllabus;
  const builder = own && own.builder;
  if (!builder) return;
  const { find, say, past } = builder;
  const KEY = `syllabus ${new URL(builder.here).pathname}`, BEFORE = `${KEY} before`, GROWN = `${KEY} grown`;
  let timer = 0, composing = false, waiting = false;
  /** The list as it was when the page and the storage last had the same; what was typed since is not in it. */
  let known = own.empty();

  // ---- Storage, which may be full or forbidden

  /** @param {string} key @returns {string | null} */
  function stored(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  }

  /** @param {string} key @param {string | null} text null takes it away @returns {boolean} */
  function store(key, text) {
    try {
      if (text === null) localStorage.removeItem(key);
      else localStorage.setItem(key, text);
      return true;
    } catch {
      return false;
    }
  }

  /** @param {string | null} text @returns {any} the list it holds; an empty one of "", null of what cannot be read */
  const listIn = (text) => (text === "" ? own.empty() : (own.decode(text || "") || {}).state || null);

  // ---- Keeping

  /** @returns {string} */
  function keep() {
    clearTimeout(timer);
    timer = 0;
    const { state } = builder, text = own.isEmpty(state) ? "" : own.encode(state);
    const fits = text.length <= own.MOST, kept = store(KEY, text);
    store(GROWN, null);
    known = JSON.parse(JSON.stringify(state));
    history.replaceState(history.state, "", fits && text ? `#${text}` : location.pathname + location.search);
    if (!fits) return ` The list is too long for a link${kept ? "; this browser keeps it." : " and cannot be kept in this browser: save the handout before you leave."}`;
    return kept ? "" : " This browser keeps nothing for this page (its storage is full or forbidden): the list is in the page’s address alone. Copy its link before you leave.";
  }

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(() => {
      builder.drawSheet();
      if (waiting) return; // until then the other tab's list stays where it is
      const warning = keep();
      if (warning) say(warning.trim());
    }, 200);
  }

  // ---- Bringing one back

  /** @param {any} state @returns {string[]} */
  const itemsOf = (state) => state.s.flatMap((/** @type {any} */ one) => one.i.map((/** @type {any} */ item) => JSON.stringify(item)));

  /** @param {any} before @param {any} after @returns {number} how many readings came to the others; -1 if others are gone */
  function additions(before, after) {
    const rest = itemsOf(after);
    for (const item of itemsOf(before)) {
      if (!rest.includes(item)) return -1;
      rest.splice(rest.indexOf(item), 1);
    }
    return rest.length;
  }

  /** @param {any} before @param {any} after @param {string} where @returns {string} */
  function grownBy(before, after, where) {
    const count = additions(before, after);
    if (count > 0) return `${count === 1 ? "One reading was" : `${count} readings were`} added ${where}. `;
    return `The list was changed ${where}. `;
  }

  /** @returns {string} what is to be said of readings that lead nowhere */
  function oddities() {
    const items = builder.state.s.flatMap((/** @type {any} */ one) => one.i);
    const lost = items.filter((/** @type {any} */ item) => builder.resolved(item).lost).length;
    const odd = items.filter((/** @type {any} */ item) => Array.isArray(item) && item[1] && !own.webAddress(item[1])).length;
    return (lost ? `Not in this edition: ${lost} of the readings; they are kept, and marked. ` : "")
      + (odd ? `Not of the web: the address of ${odd} of the readings; they are kept without a link.` : "");
  }

  /** @param {any} state put in the place of the one that is shown */
  function show(state) {
    if (!own.isEmpty(builder.state) && JSON.stringify(builder.state) !== JSON.stringify(state)) past.push(JSON.stringify(builder.state));
    builder.state = state;
  }

  /** Read the list in the address, or else the one in this browser. */
  function load() {
    const text = location.hash.replace(/^#/, ""), link = own.decode(text);
    const here = stored(KEY), mine = here ? listIn(here) : null, grown = stored(GROWN);
    if (here && !mine) store(BEFORE, here); // by a later version of the page: it is not written over
    find("[data-do=back]").hidden = true;
    let words = link && link.fault ? `${link.fault} ` : "";
    if (mine && grown !== null && grown !== here && listIn(grown) && (text === grown || !link)) {
      show(mine);
      words = grownBy(listIn(grown), mine, "on other pages") + keep();
    } else if (link && link.state) {
      show(link.state);
      if (mine && JSON.stringify(mine) !== JSON.stringify(link.state)) {
        store(BEFORE, here);
        find("[data-do=back]").hidden = false;
        words = "This is the list of the link that you followed. The one that was kept in this browser is not lost. ";
      } else if (!here) {
        store(KEY, text); // there is none to be lost, and other pages shall add to this one
      }
    } else if (mine) {
      show(mine);
      if (words) words += "Shown instead is the list kept in this browser. ";
      if (!text) keep(); // so that the address has it, too
    }
    known = JSON.parse(JSON.stringify(builder.state));
    builder.draw();
    say((words + oddities()).trim());
  }

  // ---- Other tabs

  /**
   * @param {any} theirs another tab’s list
   * @returns {boolean} whether words were put into it that are being typed here, and are not kept yet
   */
  function putTyped(theirs) {
    const { state } = builder;
    let some = state.t !== known.t;
    if (some) theirs.t = state.t;
    state.s.forEach((/** @type {any} */ one, /** @type {number} */ index) => {
      for (const key of ["t", "d", "r"]) {
        if (one[key] === known.s[index]?.[key]) continue;
        if (!theirs.s[index]) theirs.s.push({ ...one, i: [] });
        else theirs.s[index][key] = one[key];
        some = true;
      }
    });
    return some;
  }

  /** Show what another tab has kept; what is being typed here stays in its field. */
  function takeOver() {
    waiting = false;
    const text = stored(KEY), theirs = listIn(text);
    if (!theirs || text === null) return;
    if (!find("[data-do=back]").hidden) { // what is shown is a link’s, and no list of this browser
      store(BEFORE, text);
      say("The list kept in this browser was changed in another tab; this one is still that of the link that you followed.");
      return;
    }
    if (JSON.stringify(theirs) === JSON.stringify(builder.state)) return;
    const words = grownBy(builder.state, theirs, "in another tab"), before = JSON.stringify(builder.state);
    const common = JSON.stringify(theirs), some = putTyped(theirs);
    known = JSON.parse(common);
    past.push(before);
    builder.state = theirs;
    builder.draw();
    // Another tab hears of the words typed here as soon as there is a pause.
    const remark = some ? "" : keep();
    if (some) soon();
    say(`${words}Undo brings back the list as it was here.${remark}`);
  }

  addEventListener("storage", (event) => {
    if (event.key !== KEY || event.newValue === null) return;
    // Letters that are being put together would be lost with their field.
    if (composing) waiting = true;
    else takeOver();
  });
  builder.desk.addEventListener("compositionstart", () => (composing = true));
  builder.desk.addEventListener("compositionend", () => {
    composing = false;
    if (waiting) setTimeout(takeOver);
  });
  addEventListener("hashchange", () => {
    if (!own.decode(location.hash)) return; // a place on the page
    load();
    find("#syllabus-title").focus();
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) load(); // come back to, as it was left; the list may have grown since
  });
  addEventListener("pagehide", () => {
    if (waiting) takeOver();
    if (timer) keep();
  });

  Object.assign(builder, {
    keep, soon,
    /** See to another tab’s list, if one waits, before this one is changed. */
    catchUp: () => waiting && takeOver(),
    /** @returns {any} the list that a link took the place of; null if there is none */
    before: () => listIn(stored(BEFORE) || null),
  });
  load();
})();
