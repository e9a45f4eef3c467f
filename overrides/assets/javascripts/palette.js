// @ts-check
/**
 * Before anything is drawn: say that scripts run, and put back the light or dark the reader
 * chose. Loaded in the head without `defer`, so that no page flashes in the other colours.
 */
(function () {
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  try {
    const chosen = localStorage.getItem("edition.palette");
    if (chosen === "slate" || chosen === "default") root.dataset.mdColorScheme = chosen;
  } catch {
    // No storage: the page follows the system.
  }
})();
