// @ts-check
/**
 * The form for the correction of a reference: each field as printed, as corrected, and how one knows. It
 * makes a file of its own for `bibliography/corrections/`; what is printed is never touched. `#r=KEY` in the
 * address chooses the reference.
 */
(function () {
  const root = document.getElementById("reference-form");
  if (!root) return;
  const own = /** @type {any} */ (globalThis).editionContribute;
  const form = own.form(root), { find, tell, element = own.element } = form;
  const key = find("#reference-key"), rows = find("#reference-fields"), add = find("#reference-add"), body = find("#reference-body");
  /** Fields of biblatex that references mostly have. */
  const FIELDS = ["author", "title", "subtitle", "editor", "date", "journaltitle", "booktitle", "volume", "number", "pages", "publisher", "organization", "institution", "location", "url", "doi"];
  /** @type {Record<string, string>} what those are whose name does not say it */
  const MEANT = { journaltitle: "journal", booktitle: "title of the book that holds it", url: "address", urldate: "seen on", number: "issue, or number in a series", organization: "body that publishes it", location: "place" };
  /** Fields that tell a program how to print others. */
  const OURS = new Set(["entrysubtype", "options", "langid", "keywords", "ids", "crossref"]);
  const UNFETCHED = "The library could not be fetched. Reload the page when you are connected, or write the file by hand.";

  /** @type {any} */
  let known = null;
  /** @type {any[]} */
  let references = [];
  /** @type {string} the reference whose fields are shown */
  let drawn = "";

  /** @returns {any} the reference that is chosen */
  const reference = () => (known && Object.hasOwn(known.library, key.value) ? known.library[key.value] : null);

  /** @param {string} field @returns {{ corrected: string, evidence: string }} what holds now, without what is written here */
  const now = (field) => reference()?.changes[field] || { corrected: reference()?.printed[field] || "", evidence: "" };

  /** @param {string} field */
  const valueOf = (field) => own.collapsed(find(`#corrected-${field}`).value);

  /** @param {string} field */
  const evidenceOf = (field) => own.collapsed(find(`#evidence-${field}`).value);

  /** @param {string} id @param {string} label @param {string} value @param {boolean} [isLocked] @returns {HTMLElement} */
  function input(id, label, value, isLocked = false) {
    const made = /** @type {HTMLInputElement} */ (element("input", [], { id, type: "text", autocomplete: "off", dir: "auto", maxlength: "2000" }));
    made.value = value;
    made.readOnly = isLocked;
    const fault = isLocked ? [] : [element("p", [], { class: "form-fault", id: `${id}--fault`, hidden: "" })];
    return element("div", [element("label", [label], { for: id }), made, ...fault], { class: "form-field" });
  }

  /** @param {string} field @returns {string} */
  const called = (field) => (MEANT[field] ? `${field}: ${MEANT[field]}` : field);

  /** @param {string} field @returns {HTMLElement} */
  function row(field) {
    const { corrected, evidence } = now(field), isCorrected = field in reference().changes;
    const printed = reference().printed[field];
    return element("div", [
      element("p", [called(field)], { id: `field-${field}`, class: "form-change-name" }),
      input(`printed-${field}`, "As printed", printed === undefined ? "" : printed, true),
      input(`corrected-${field}`, isCorrected ? "As corrected by now" : "As corrected", corrected),
      input(`evidence-${field}`, "How you know", evidence),
    ], { class: "form-change", role: "group", "aria-labelledby": `field-${field}`, "data-field": field });
  }

  /** @returns {string[]} the fields that are shown */
  const shown = () => Array.from(rows.querySelectorAll("[data-field]"), (/** @type {any} */ one) => one.dataset.field);

  function offerFields() {
    const there = new Set(shown());
    add.replaceChildren(...FIELDS.filter((field) => !there.has(field)).map((field) => element("option", [called(field)], { value: field })));
  }

  /** Draw the fields of the reference that is chosen, with what was written of it before. */
  function draw() {
    drawn = key.value;
    const one = reference();
    root?.querySelectorAll(".form-fields").forEach((part) => part.toggleAttribute("hidden", !one));
    const draft = form.draft(drawn);
    const names = one ? new Set([...Object.keys(one.printed), ...Object.keys(one.changes)].filter((name) => !OURS.has(name))) : new Set();
    // Fields that were added before come back with the draft.
    for (const id of Object.keys(draft)) if (one && FIELDS.includes(id.slice("corrected-".length))) names.add(id.slice("corrected-".length));
    rows.replaceChildren(...Array.from(names, row));
    if (one) form.fill({ "reference-body": "", ...draft, "reference-key": drawn });
    offerFields();
  }

  /** @returns {{ faults: string[], file: any }} */
  function check() {
    /** @type {string[]} */
    const faults = [];
    const one = reference(), changes = [];
    const unchosen = one || !form.isAsked ? "" : "Choose the reference that you correct.";
    tell("reference-key", unchosen);
    if (!one) faults.push("reference-key");
    const result = one ? { ...one.printed } : {};
    for (const field of one ? shown() : []) {
      const corrected = valueOf(field), evidence = evidenceOf(field), before = now(field);
      result[field] = corrected;
      const isChanged = corrected !== own.collapsed(before.corrected) || evidence !== own.collapsed(before.evidence);
      const wrong = isChanged ? form.expected(own.fieldFault(field, corrected), corrected) : "";
      const unproved = isChanged && !evidence && form.isAsked ? "Write how you know: the address of a page, or the reason." : "";
      tell(`corrected-${field}`, wrong);
      tell(`evidence-${field}`, unproved);
      if (wrong) faults.push(`corrected-${field}`);
      if (isChanged && !evidence) faults.push(`evidence-${field}`);
      if (isChanged) changes.push({ field, corrected, evidence });
    }
    const lacking = one ? (known.required[one.type] || []).filter((/** @type {string} */ names) => !names.split("|").some((name) => result[name])) : [];
    const unchanged = one && !changes.length && form.isAsked ? "Nothing is changed yet." : "";
    const missing = changes.length && lacking.length ? `Expected ${lacking.map((/** @type {string} */ names) => names.replace(/\|/g, " or ")).join(", and ")}, which a reference of this type must have.` : "";
    tell("reference-fields", unchanged || missing);
    if (one && (!changes.length || missing)) faults.push(shown().length ? `corrected-${shown()[0]}` : "reference-add");
    const { faults: ill } = own.readBody(body.value);
    tell("reference-body", ill.map((/** @type {any} */ fault) => `Line ${fault.line}: ${fault.message}${fault.hint ? ` (${fault.hint})` : ""}.`));
    if (ill.length) faults.push("reference-body");
    const person = form.person();
    faults.push(...person.faults);
    return { faults, file: faults.length ? null : file(changes, person) };
  }

  /** @param {any[]} changes @param {any} person @returns {any} */
  function file(changes, person) {
    const said = { reference: key.value, author: person.name, date: own.today(), licence: person.licence, changes };
    return {
      path: `bibliography/corrections/${own.correctionId(key.value, new Set(known.corrections))}.md`,
      text: own.correctionText(said, body.value.replace(/\r\n?/g, "\n")),
      title: `Correction of the reference ${key.value}`,
      fields: null,
    };
  }

  const changed = own.soon(() => {
    form.keep(key.value);
    form.settle(check, false);
  });

  /** Choose the reference that the address names. */
  function load() {
    const asked = new URLSearchParams(location.hash.slice(1)).get("r") || "";
    const isThere = known && Object.hasOwn(known.library, asked);
    if (isThere) key.value = asked;
    if (known && drawn !== key.value) draw();
    form.settle(check, false);
    if (known && asked && !isThere) form.say(`The library has no reference ${asked.slice(0, 60)}: choose one.`);
  }

  root.addEventListener("input", (event) => event.target !== key && changed());
  key.addEventListener("change", () => {
    draw();
    changed();
  });
  find("[data-do=add]").addEventListener("click", () => {
    const field = add.value;
    if (!field || !reference()) return;
    rows.append(row(field));
    offerFields();
    find(`#corrected-${field}`).focus();
  });
  find("[data-do=ready]").addEventListener("click", () => {
    form.settle(check, true);
    if (!known) form.say(UNFETCHED);
  });
  find("[data-do=clear]").addEventListener("click", () => {
    const about = key.value, written = form.values();
    form.forget(about);
    form.fill({ "reference-body": "", consent: "false" });
    draw();
    form.settle(check, false);
    form.say("What was written of this reference is gone.", ["Put it back", () => {
      key.value = about;
      form.keep(about, written);
      draw();
      form.settle(check, false);
      form.say("What was written is back.");
      key.focus();
    }]);
    key.focus();
  });
  addEventListener("hashchange", load);
  form.fill(form.draft(""));
  Promise.all(["data/contributing.json", "data/references.json"].map(form.data)).then(([contributing, library]) => {
    known = contributing;
    references = library.filter((/** @type {any} */ item) => item.id in known.library);
    const number = (/** @type {any} */ item) => known.library[item.id].number || 1000;
    references.sort((one, other) => number(one) - number(other));
    key.append(...references.map((item) => {
      const printed = known.library[item.id].number;
      return element("option", [`${printed ? `${printed}. ` : ""}${own.named(item)}`], { value: item.id });
    }));
    load();
  }, () => form.say(UNFETCHED));
})();
