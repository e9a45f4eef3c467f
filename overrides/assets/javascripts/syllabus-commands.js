// @ts-check
/** What the buttons of the syllabus builder do to the list: add, move, remove, undo, empty. */
(function () {
  const own = /** @type {any} */ (globalThis).editionSyllabus;
  const builder = own && own.builder;
  if (!builder) return;
  const { find, say, change, resolved } = builder;
  const to = find("#syllabus-to"), range = find("#syllabus-range"), thing = find("#syllabus-thing");
  const free = find("#syllabus-free"), address = find("#syllabus-address");

  /** @param {any} item */
  function add(item) {
    const at = Number(to.value), session = builder.state.s[at];
    change(`Added to ${builder.called(session, at)}: ${resolved(item).title}.`, () => session.i.push(item));
  }

  /** @param {string} words what is wrong; empty if nothing is @param {any} [field] in which */
  function blame(words, field) {
    for (const one of [range, free, address]) one.setAttribute("aria-invalid", String(one === field));
    if (!field) return;
    say(words);
    field.focus();
  }

  function addRange() {
    const answer = builder.typed(range.value);
    blame(answer.fault, answer.fault && range);
    if (answer.fault) return;
    range.value = "";
    add(answer.item);
  }

  function addFree() {
    const words = free.value.trim(), where = own.webAddress(address.value);
    if (!words) {
      blame("Write what is to be read: author and title, for instance.", free);
    } else if (address.value.trim() && !where) {
      blame("An address begins with https:// or http://. Without one, leave the field empty.", address);
    } else {
      blame("");
      free.value = address.value = "";
      add([words, where]);
    }
  }

  /** @param {string} name @param {number[]} place @returns {string} a selector of the button that does it there */
  const doing = (name, ...place) => `[data-do="${[name, ...place].join(" ")}"]`;

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
    }, doing(by < 0 ? "up" : "down", there, place));
  }

  /** @param {number} at @param {number} index */
  function remove(at, index) {
    const line = builder.state.s[at].i;
    const next = line.length > 1 ? doing("remove", at, Math.min(index, line.length - 2)) : doing("earlier", at);
    change(`Removed: ${resolved(line[index]).title}.`, () => line.splice(index, 1), next);
  }

  /** @param {number} at @param {-1 | 1} by */
  function shift(at, by) {
    const sessions = builder.state.s;
    if (!sessions[at + by]) return;
    change(`Session ${at + 1} is session ${at + by + 1} now.`, () => sessions.splice(at + by, 0, ...sessions.splice(at, 1)),
      doing(by < 0 ? "earlier" : "later", at + by));
  }

  /** @param {number} at */
  function drop(at) {
    const next = Math.min(at, builder.state.s.length - 2);
    change(`Session ${at + 1} is removed, with its readings.`, () => builder.state.s.splice(at, 1), `#session-${next}`);
  }

  function undo() {
    const last = builder.past.pop();
    if (!last) return;
    builder.state = JSON.parse(last);
    change("Undone.", () => builder.past.pop(), builder.past.length ? "[data-do=undo]" : "#syllabus-title");
  }

  function back() {
    const before = builder.before();
    find("[data-do=back]").hidden = true;
    if (before) change("This is the list that was kept in this browser.", () => (builder.state = before));
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

  /** @type {Record<string, (at: number, index: number) => void>} */
  const commands = {
    range: addRange, free: addFree, thing: () => add(thing.value), session: addSession, undo, back, clear,
    up: (at, index) => move(at, index, -1), down: (at, index) => move(at, index, 1), remove,
    earlier: (at) => shift(at, -1), later: (at) => shift(at, 1),
    drop,
  };

  builder.desk.addEventListener("click", (/** @type {Event} */ event) => {
    const pressed = event.target instanceof Element && event.target.closest("button[data-do]");
    if (!pressed) return;
    const [name, at, index] = (pressed.getAttribute("data-do") || "").split(" ");
    builder.catchUp();
    if (commands[name]) commands[name](Number(at), Number(index));
  });
  builder.desk.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    if (event.target === range) addRange();
    else if (event.target === free || event.target === address) addFree();
  });
})();
