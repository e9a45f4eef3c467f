// @ts-check
/** Leads on from the address of a page that moved, to the same place on the new page. */
(function () {
  const script = document.currentScript;
  const to = script instanceof HTMLScriptElement ? script.dataset.to : "";
  if (to) location.replace(to + location.hash);
})();
