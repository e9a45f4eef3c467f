// @ts-check
/** Leads on from the address of a page that moved, to the same place, wherever that is now. */
(function () {
  const script = document.currentScript;
  const to = script instanceof HTMLScriptElement ? script.dataset.to : "";
  const line = document.getElementById(location.hash.slice(1));
  const link = line && line.querySelector("a");
  if (link) location.replace(link.href);
  else if (to) location.replace(to + location.hash);
})();
