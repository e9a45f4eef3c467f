// @ts-check
/**
 * Before anything is drawn: say that scripts run, and put back what the reader chose, so that no
 * page flashes in other colours or moves when notes come and go. Loaded in the head, not deferred.
 *
 * On the root element: `data-md-color-scheme` (slate, default), `data-keys` (off), `data-show`
 * (text, sources, notes), `data-level` (1, 2, 3) and `data-kinds` (kinds of notes; not there for
 * all). What the address asks for comes before what was kept, and lasts for the visit; what
 * nobody knows is not asked for.
 */
(function () {
  const SHOW = ["text", "sources", "notes"];
  const LEVELS = ["1", "2", "3"];
  const KINDS = ["context", "correction", "update", "source", "query", "question", "none"];
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  // A script of the page that does not arrive leaves it as it is without scripts, nothing hidden.
  addEventListener("error", (event) => {
    // (Search loads its own when it is opened, and says itself what is missing.)
    if (!(event.target instanceof HTMLScriptElement && event.target.defer)) return;
    root.classList.replace("js", "no-js");
    for (const name of ["show", "level", "kinds"]) delete root.dataset[name];
    document.dispatchEvent(new CustomEvent("edition:lost"));
  }, true);

  /** @param {"localStorage" | "sessionStorage"} where @param {string} name @returns {string | null} */
  function kept(where, name) {
    try {
      return window[where].getItem(`edition.${name}`);
    } catch {
      return null; // No storage: every page begins anew.
    }
  }

  const colours = kept("localStorage", "palette");
  if (colours === "slate" || colours === "default") root.dataset.mdColorScheme = colours;
  if (kept("localStorage", "keys") === "off") root.dataset.keys = "off";

  /** @param {string} query @returns {{ show?: string, level?: string, kinds?: string[] }} */
  function read(query) {
    const asked = new URLSearchParams(query);
    /** @param {string} name @param {string[]} known */
    const one = (name, known) => known.find((value) => value === asked.get(name));
    const kinds = KINDS.filter((kind) => (asked.get("kind") || "").split(",").includes(kind));
    return { show: one("show", SHOW), level: one("level", LEVELS), kinds: kinds.length ? kinds : undefined };
  }

  let state = read(location.search);
  if (state.show || state.level || state.kinds) {
    try {
      sessionStorage.setItem("edition.reading", location.search);
    } catch {
      // No storage: the address alone keeps it.
    }
  } else {
    state = read(kept("sessionStorage", "reading") ?? kept("localStorage", "reading") ?? "");
  }
  root.dataset.show = state.show || "notes";
  root.dataset.level = state.level || "1";
  if (state.kinds) root.dataset.kinds = state.kinds.join(" ");
})();
