// @ts-check
/**
 * The file of a contribution, as the engine writes and reads it (`core/note_file.py`, `sources/entries.py`),
 * and what it says of single fields. The cases of `tests/shared/files.yml` hold both to the same.
 */
(function () {
  const own = /** @type {any} */ (globalThis).editionContribute;
  const FIELDS = ["quote", "unit", "prefix", "suffix", "kind", "level", "author", "author_name", "orcid", "date", "licence", "new_source"];
  const BARE = new Set(["kind", "level", "date"]); // of so narrow a form that they need no quotation marks
  const PLAIN = /^\p{L}[\p{L}\p{N}_ .;()’“”–—-]*$/u, NO_TEXT = /^(?:y|yes|n|no|true|false|on|off|null)$/i;
  const NO_PLAIN_WORDS = /\{[{%#]|\[[@^]|</;
  const SMALL = new Set(("a an and are as at be by for from had has have in is it its of on or that the their this"
    + " to was were which with").split(" "));
  const WORDS = 4, LONGEST = 40;

  /** @param {string} value @returns {string} as YAML: between single quotation marks nothing has a meaning but these */
  function scalar(value) {
    const text = own.collapsed(value);
    return !text || (PLAIN.test(text) && !NO_TEXT.test(text)) ? text : `'${text.replace(/'/g, "''")}'`;
  }

  /** @param {string[]} lines @param {string} body @returns {string} */
  const whole = (lines, body) => `---\n${lines.join("")}---\n${body.trim() ? `${body.trim()}\n` : ""}`;

  /** @param {Record<string, string>} values @param {string} body @returns {string} the text of a note's file */
  function noteText(values, body) {
    const lines = FIELDS.map((name) => [name, BARE.has(name) ? values[name] || "" : scalar(values[name] || "")])
      .filter(([, value]) => value).map(([name, value]) => `${name}: ${value}\n`);
    return whole(lines, body);
  }

  /**
   * @param {{ reference: string, author: string, date: string, licence: string, changes: { field: string, corrected: string, evidence: string }[] }} said
   * @param {string} body
   * @returns {string} the text of a correction's file; a field that is dropped is corrected to nothing
   */
  function correctionText({ reference, author, date, licence, changes }, body) {
    const pairs = changes.map(({ field, corrected, evidence }) =>
      `corrected_${field}: ${scalar(corrected) || '""'}\nevidence_${field}: ${scalar(evidence)}\n`);
    return whole([`reference: ${scalar(reference)}\n`, `author: ${scalar(author)}\n`, `date: ${date}\n`, `licence: ${scalar(licence)}\n`, ...pairs], body);
  }

  /** @param {string} words @param {Set<string>} taken @returns {string} an id for a note on some words that no other has */
  function proposedId(words, taken) {
    const plain = words.normalize("NFKD").toLowerCase().replace(/ß/g, "ss").replace(/['’\u0300-\u036f]/g, "");
    const found = Array.from(plain.matchAll(/[\p{L}\p{N}]+/gu), ([word]) => word.replace(/[^\x00-\x7f]/g, "")).filter(Boolean);
    const told = found.filter((word) => !SMALL.has(word));
    const [first, ...rest] = told.length ? told : found.length ? found : ["note"];
    let name = first.slice(0, LONGEST);
    for (const word of rest.slice(0, WORDS - 1)) {
      if (name.length + word.length >= LONGEST) break;
      name += `-${word}`;
    }
    let free = name;
    for (let number = 2; taken.has(free); number += 1) free = `${name}-${number}`;
    return free;
  }

  /** @param {string} key @param {Set<string>} taken @returns {string} a name for a correction that is read after those there are: the later counts, and `-2` would come before the bare key */
  function correctionId(key, taken) {
    let free = key;
    for (let number = 2; taken.has(free); number += 1) free = `${key}${number}`;
    return free;
  }

  /** @param {string} typed @returns {string} an ORCID iD as files have it, of one that was pasted as an address */
  const orcidOf = (typed) => typed.trim().replace(/^https?:\/\/orcid\.org\//i, "").toUpperCase();

  /** @param {string} text @returns {string} what was expected of an ORCID iD, or nothing (ISO 7064, MOD 11-2) */
  function orcidFault(text) {
    if (!/^[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]$/.test(text)) return "an ORCID iD such as 0000-0002-1825-0097";
    let total = 0;
    for (const digit of text.replace(/-/g, "").slice(0, 15)) total = (total + Number(digit)) * 2;
    const check = (12 - (total % 11)) % 11;
    return text.endsWith(check === 10 ? "X" : String(check)) ? "" : "an ORCID iD whose last digit is right";
  }

  /** @param {string} text @param {number} most @returns {string} what was expected of plain words of one line, or nothing */
  function wordsFault(text, most) {
    const unseen = own.firstUnseen(text);
    if (own.size(own.collapsed(text)) > most) return `at most ${most} characters`;
    if (unseen) return `words without characters that nobody can see (${unseen[1]})`;
    const mixed = own.mixedWord(text);
    if (mixed) return `letters of one alphabet (there is ${mixed})`;
    return NO_PLAIN_WORDS.test(text) ? "plain words" : "";
  }

  /** @param {string} text @returns {string} */
  const nameFault = (text) => wordsFault(text, 100) || (/\p{L}/u.test(text) ? "" : "the plain words of a name");

  /** @param {string} value @returns {boolean} whether the braces of a BibTeX value close what they open */
  function isBalanced(value) {
    let depth = 0;
    for (const sign of value.replace(/\\[{}]/g, "")) {
      depth += sign === "{" ? 1 : sign === "}" ? -1 : 0;
      if (depth < 0) return false;
    }
    return depth === 0;
  }

  /** @param {string} field @param {string} value @returns {string} what was expected of a field of a reference, or nothing */
  function fieldFault(field, value) {
    if (!isBalanced(value)) return "braces that match";
    if (field === "url" && value && !/^https?:\/\/[^\s"<>{}\\^`|]+$/.test(value)) return "an http or https address";
    if (field === "doi" && value && !/^10\.\d{4,9}\/[^\s"<>{}\\]+$/.test(value)) return "a DOI such as 10.1000/182";
    return own.firstUnseen(value) ? "no characters that nobody can see" : "";
  }

  Object.assign(own, { noteText, correctionText, proposedId, correctionId, orcidOf, orcidFault, wordsFault, nameFault, fieldFault });
})();
