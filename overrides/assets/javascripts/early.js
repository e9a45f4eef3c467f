// @ts-check
/**
 * Before anything is drawn: say that scripts run, and put back what the reader chose, so that no
 * page flashes in other colours or moves when notes come and go. Loaded in the head, not deferred.
 *
 * On the root element: `data-md-color-scheme` (slate, default), `data-keys` (off), `data-show`
 * (text, sources, notes), `data-level` (1, 2, 3) and `data-kinds` (kinds of notes; not there for
 * all). What the address asks for comes before what was kept.
 */
(function () {
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  // A script that does not arrive leaves the page as it is without scripts.
  addEventListener("error", (event) => {
    if (event.target instanceof HTMLScriptElement) root.classList.replace("js", "no-js");
  }, true);

  /** @param {string} name @returns {string} what was kept, or nothing */
  function kept(name) {
    try {
      return localStorage.getItem(`edition.${name}`) || "";
    } catch {
      return ""; // No storage: every page begins anew.
    }
  }

  const colours = kept("palette");
  if (colours === "slate" || colours === "default") root.dataset.mdColorScheme = colours;
  if (kept("keys") === "off") root.dataset.keys = "off";

  const asked = new URLSearchParams(location.search);
  const choice = ["show", "level", "kind"].some((name) => asked.has(name))
    ? asked
    : new URLSearchParams(kept("reading"));
  /** @param {string} name @param {string[]} known @param {string} usual */
  const one = (name, known, usual) => {
    const value = choice.get(name) || "";
    return known.includes(value) ? value : usual;
  };
  root.dataset.show = one("show", ["text", "sources", "notes"], "notes");
  root.dataset.level = one("level", ["1", "2", "3"], "1");
  const kinds = (choice.get("kind") || "").split(",").filter((kind) => /^[a-z]+$/.test(kind));
  if (kinds.length) root.dataset.kinds = kinds.join(" ");
})();
