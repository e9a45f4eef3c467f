// @ts-check
/** What the buttons of the syllabus builder do: add, move, remove, undo, and take the list along. */
(function () {
  const own = /** @type {any} */ (globalThis).editionSyllabus;
  const builder = own && own.builder;
  if (!builder) return;
  const { find, say, change, resolved } = builder;
  const desk = find(".syllabus-desk"), sheetPlace = () => document.querySelector(".syllabus-sheet");
  const to = find("#syllabus-to"), range = find("#syllabus-range"), thing = find("#syllabus-thing");
  const free = find("#syllabus-free"), address = find("#syllabus-address");

  // ---- The list

  /** @param {any} item */
  function add(item) {
    const at = Number(to.value), session = builder.state.s[at];
    change(`Added to ${builder.called(session, at)}: ${resolved(item).title}.`, () => session.i.push(item));
  }

  function addRange() {
    const last = builder.lengths.length;
    const parts = /^[\s¶p.]*(\d{1,6})\s*(?:[-–—]\s*(\d{1,6})\s*)?$/i.exec(range.value);
    const from = parts ? Number(parts[1]) : 0, end = parts ? Number(parts[2] || parts[1]) : 0;
    let fault = "";
    if (!parts) fault = "Write the number of a paragraph, such as 7, or the first and the last of several, such as 7-12.";
    else if (from > end) fault = `From ${from} to ${end} runs backwards.`;
    else if (from < 1 || end > last) fault = `The article has paragraphs 1 to ${last}.`;
    range.setAttribute("aria-invalid", String(Boolean(fault)));
    if (fault) {
      say(fault);
      range.focus();
      return;
    }
    range.value = "";
    add(from === end ? `p/${from}/` : `text/plain/?p=${from}-${end}`);
  }

  function addFree() {
    const words = free.value.trim(), where = own.webAddress(address.value);
    if (!words) {
      say("Write what is to be read: author and title, for instance.");
      free.focus();
    } else if (address.value.trim() && !where) {
      say("An address begins with https:// or http://. Without one, leave the field empty.");
      address.focus();
    } else {
      free.value = address.value = "";
      add([words, where]);
    }
  }

  /** @param {number} at @param {number} index @param {-1 | 1} by to the next place, or the next session */
  function move(at, index, by) {
    const sessions = builder.state.s, line = sessions[at].i, item = line[index];
    const stays = by < 0 ? index > 0 : index < line.length - 1;
    const there = stays ? at : at + by;
    if (!sessions[there]) return;
    const place = stays ? index + by : by < 0 ? sessions[there].i.length : 0;
    change(`${resolved(item).title}: now number ${place + 1} in ${builder.called(sessions[there], there)}.`, () => {
      line.splice(index, 1);
      sessions[there].i.splice(place, 0, item);
    }, `${by < 0 ? "up" : "down"} ${there} ${place}`);
  }

  /** @param {number} at @param {number} index */
  function remove(at, index) {
    const line = builder.state.s[at].i;
    const next = line.length > 1 ? `remove ${at} ${Math.min(index, line.length - 2)}` : `earlier ${at}`;
    change(`Removed: ${resolved(line[index]).title}.`, () => line.splice(index, 1), next);
  }

  /** @param {number} at @param {-1 | 1} by */
  function shift(at, by) {
    const sessions = builder.state.s;
    if (!sessions[at + by]) return;
    change(`Session ${at + 1} is session ${at + by + 1} now.`, () => sessions.splice(at + by, 0, ...sessions.splice(at, 1)),
      `${by < 0 ? "earlier" : "later"} ${at + by}`);
  }

  function undo() {
    const last = builder.past.pop();
    if (!last) return;
    builder.state = JSON.parse(last);
    change("Undone.", () => builder.past.pop());
    find("#syllabus-title").focus();
  }

  function back() {
    const before = builder.before();
    if (before && before.state) change("This is the list that was kept in this browser.", () => (builder.state = before.state));
    find("[data-do=back]").hidden = true;
    find("#syllabus-title").focus();
  }

  function clear() {
    change("The list is empty. Undo brings it back.", () => (builder.state = own.empty()));
  }

  function addSession() {
    const sessions = builder.state.s;
    change(`Session ${sessions.length + 1} is there; readings go into it now.`, () => sessions.push(own.empty().s[0]));
    to.value = String(sessions.length - 1);
  }

  // ---- Taking it along

  /** @param {Node} place what is to be copied by hand @param {string} why */
  function mark(place, why) {
    const selection = getSelection();
    if (selection) selection.selectAllChildren(place);
    say(`${why} What was to be copied is marked below: copy it with the keyboard.`);
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
      const sheet = /** @type {Element} */ (sheetPlace());
      if (!html) {
        const shown = document.createElement("pre");
        shown.textContent = text;
        sheet.append(shown);
        mark(shown, "The browser does not let this page copy.");
      } else {
        mark(sheet, "The browser does not let this page copy.");
      }
    }
  }

  /** @returns {string} */
  function remark() {
    return builder.sheet().base.startsWith("file:") ? " This copy of the edition lies on a disk: its links work on this machine alone." : "";
  }

  /** @param {Blob} blob @param {string} name */
  function save(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    say(`Saved as ${name}.${remark()}`);
  }

  function copyLink() {
    const text = own.encode(builder.state);
    if (text.length > own.MOST) say("The list is too long for a link. Save the handout or the cartridge.");
    else copy(`${builder.here}teach/syllabus/#${text}`, "The link is on the clipboard. Whoever opens it has this list, and can change their own copy.");
  }

  /** @type {Record<string, () => void>} */
  const takes = {
    copy: () => copy(own.plain(builder.sheet()), "The list is on the clipboard, with its links.", own.html(builder.sheet())),
    link: copyLink,
    markdown: () => copy(own.markdown(builder.sheet()), "The list is on the clipboard, as Markdown."),
    handout: () => save(new Blob([own.handout(builder.sheet(), builder.sheet().language)], { type: "text/html" }), "syllabus.html"),
    cartridge: () => save(own.pack(own.cartridge(builder.sheet())), "syllabus.imscc"),
  };

  /** @type {Record<string, (at: number, index: number) => void>} */
  const commands = {
    range: addRange, free: addFree, thing: () => add(thing.value), session: addSession, undo, back, clear,
    up: (at, index) => move(at, index, -1), down: (at, index) => move(at, index, 1), remove,
    earlier: (at) => shift(at, -1), later: (at) => shift(at, 1),
    drop: (at) => change(`Session ${at + 1} is removed, with its readings.`, () => builder.state.s.splice(at, 1)),
  };

  desk.addEventListener("click", (/** @type {Event} */ event) => {
    const pressed = event.target instanceof Element && event.target.closest("button[data-do]");
    if (!pressed) return;
    const [name, at, index] = (pressed.getAttribute("data-do") || "").split(" ");
    if (takes[name] && own.isEmpty(builder.state)) say("Nothing is on the list yet: add a reading first.");
    else if (takes[name]) takes[name]();
    else if (commands[name]) commands[name](Number(at), Number(index));
  });
  desk.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    if (event.target === range) addRange();
    else if (event.target === free || event.target === address) addFree();
  });
})();
