// @ts-check
/**
 * Single keys: `j` and `k` go from note to note, `?` shows the keys, where they can be switched off
 * (WCAG 2.2, 2.1.4). The choice is kept; `early.js` puts it back.
 */
(function () {
  const root = document.documentElement;
  const dialog = /** @type {HTMLDialogElement | null} */ (document.getElementById("keys"));
  const single = /** @type {HTMLInputElement | null} */ (document.getElementById("keys-single"));
  if (!dialog || !single) return;

  single.checked = root.dataset.keys !== "off";
  single.addEventListener("change", () => {
    if (single.checked) delete root.dataset.keys;
    else root.dataset.keys = "off";
    try {
      if (single.checked) localStorage.removeItem("edition.keys");
      else localStorage.setItem("edition.keys", "off");
    } catch {
      // No storage: the choice lasts for this page.
    }
  });
  document.getElementById("keys-open")?.addEventListener("click", () => dialog.showModal());
  document.getElementById("keys-close")?.addEventListener("click", () => dialog.close());

  const { editionIsField: isField } = /** @type {any} */ (globalThis); // `book.js` has it

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (root.dataset.keys === "off" || document.querySelector("dialog[open]") || isField(event.target)) return;
    if (event.key === "j" || event.key === "k") {
      document.dispatchEvent(new CustomEvent("edition:step", { detail: event.key === "j" ? 1 : -1 }));
    } else if (event.key === "?") {
      dialog.showModal();
    } else {
      return;
    }
    event.preventDefault();
  });
})();
