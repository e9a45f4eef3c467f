// @ts-check
/** The list taken along: on the clipboard, as a handout, for reference managers, as a cartridge. */
(function () {
  const own = /** @type {any} */ (globalThis).editionSyllabus;
  const builder = own && own.builder, materials = own && own.materials;
  if (!builder || !materials) return;
  const { find, say, desk } = builder;
  const withText = find("#syllabus-with-text"), withNotes = find("#syllabus-with-notes");
  /** @type {Record<string, string>} */
  const kinds = Object.fromEntries((desk.dataset.kinds || "").split(";").map((/** @type {string} */ one) => one.split("=")));

  /** @param {Node} place what is to be copied by hand */
  function mark(place) {
    const selection = getSelection();
    if (selection) selection.selectAllChildren(place);
    say("The browser does not let this page copy. What was to be copied is marked below: copy it with the keyboard.");
  }

  /** @param {string} text @param {string} words @param {string} [html] */
  async function copy(text, words, html) {
    try {
      if (html) {
        const types = { "text/html": html, "text/plain": text };
        await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(
          Object.entries(types).map(([type, content]) => [type, new Blob([content], { type })])))]);
      } else {
        await navigator.clipboard.writeText(text);
      }
      say(words + remark());
    } catch {
      const sheet = find(".syllabus-sheet");
      if (html) {
        mark(sheet);
        return;
      }
      const shown = document.createElement("pre");
      shown.textContent = text;
      sheet.append(shown);
      mark(shown);
    }
  }

  /** @returns {string} */
  function remark() {
    return builder.sheet().base.startsWith("file:") ? " This copy of the edition lies on a disk: its links work on this machine alone." : "";
  }

  /** @param {Blob} blob @param {string} name @param {string} [more] what else is to be said */
  function save(blob, name, more = "") {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    say(`Saved as ${name}.${more}${remark()}`);
  }

  function copyLink() {
    const text = own.encode(builder.state);
    if (text.length > own.MOST) say("The list is too long for a link. Save the handout or the cartridge.");
    else copy(`${builder.here}teach/syllabus/#${text}`, "The link is on the clipboard. Whoever opens it has this list, and can change their own copy.");
  }

  function bareHandout() {
    const sheet = builder.sheet();
    save(new Blob([own.handout(sheet, sheet.language)], { type: "text/html" }), "syllabus.html");
  }

  /** @param {string} words said if it takes long @param {() => Promise<void>} task */
  async function patiently(words, task) {
    const slow = setTimeout(() => say(words), 300);
    try {
      await task();
    } finally {
      clearTimeout(slow);
    }
  }

  /** The handout with what was asked for under its readings, which is fetched if it is not there yet. */
  async function handout() {
    const wanted = [withText.checked && "text", withNotes.checked && "notes"].filter(Boolean);
    if (!wanted.length) {
      bareHandout();
      return;
    }
    try {
      const [work, notes] = await Promise.all([withText.checked && materials.text(), withNotes.checked && materials.notes()]);
      const sheet = builder.sheet();
      const beneath = (/** @type {any} */ reading) => [
        ...(work ? own.passage(work, reading) : []),
        ...(notes ? own.notesOf(notes, reading).map((/** @type {any} */ note) => own.comment(note, kinds, sheet.base)) : []),
      ];
      const page = own.handout(sheet, sheet.language, beneath, own.notice(document.querySelector(".attribution-text")));
      save(new Blob([page], { type: "text/html" }), "syllabus.html");
    } catch {
      materials.forget();
      const what = wanted.length > 1 ? "The passages’ text and the notes" : withText.checked ? "The passages’ text" : "The notes";
      say(`${what} could not be had from the edition: there may be no network. The list is whole, and the handout can be saved without.`);
      find("[data-do=bare]").hidden = false;
    }
  }

  /** @param {"bib" | "ris"} ending */
  async function references(ending) {
    if (materials.isOnDisk) {
      say("References are fetched from the edition’s files, which cannot be done on a page that is opened from a disk.");
      return;
    }
    try {
      const records = await materials.records(ending);
      const readings = builder.sheet().sessions.flatMap((/** @type {any} */ one) => one.readings);
      const { text, count, left } = own.references(readings, records, ending);
      const type = { bib: "application/x-bibtex", ris: "application/x-research-info-systems" }[ending];
      const more = left ? ` Left out, since the edition does not have them: ${left} of the readings.` : "";
      if (count) save(new Blob([text], { type }), `syllabus.${ending}`, ` It has ${count === 1 ? "one work" : `${count} works`}.${more}`);
      else say(`Nothing was saved: no reading on the list has a reference.${more}`);
    } catch {
      materials.forget();
      say("The references could not be had from the edition: there may be no network. The list is whole; try again later.");
    }
  }

  /** @type {Record<string, () => unknown>} */
  const takes = {
    copy: () => copy(own.plain(builder.sheet()), "The list is on the clipboard, with its links.", own.html(builder.sheet())),
    link: copyLink,
    markdown: () => copy(own.markdown(builder.sheet()), "The list is on the clipboard, as Markdown."),
    handout: () => patiently("What goes under the readings is on its way.", handout),
    bare: () => {
      find("[data-do=handout]").focus(); // the button goes
      bareHandout();
    },
    bib: () => patiently("The references are on their way.", () => references("bib")),
    ris: () => patiently("The references are on their way.", () => references("ris")),
    cartridge: () => save(own.pack(own.cartridge(builder.sheet())), "syllabus.imscc"),
  };

  desk.addEventListener("click", (/** @type {Event} */ event) => {
    const pressed = event.target instanceof Element && event.target.closest("button[data-do]");
    const take = pressed && takes[pressed.getAttribute("data-do") || ""];
    if (!take) return;
    if (own.isEmpty(builder.state)) say("Nothing is on the list yet: add a reading first.");
    else take();
  });

  withText.disabled = withNotes.disabled = materials.isOnDisk;
  find("#syllabus-with--hint").hidden = !materials.isOnDisk;
})();
