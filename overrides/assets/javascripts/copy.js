// @ts-check
/** Buttons that copy the text standing beside them: `<button class="copy">` after a `<pre>`. */
(function () {
  /** @param {HTMLButtonElement} button */
  async function copy(button) {
    const source = button.parentElement && button.parentElement.querySelector("pre");
    if (!source) return;
    const label = button.dataset.copy || (button.dataset.copy = button.textContent || "");
    try {
      await navigator.clipboard.writeText(source.textContent || "");
      button.textContent = "Copied";
    } catch {
      // No clipboard (an insecure address, a refusal): mark the text, ready to be copied by hand.
      const selection = getSelection();
      if (selection) selection.selectAllChildren(source);
      button.textContent = "Selected: copy with the keyboard";
    }
    setTimeout(() => {
      button.textContent = label;
    }, 3000);
  }

  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("button.copy");
    if (button instanceof HTMLButtonElement) copy(button);
  });
})();
