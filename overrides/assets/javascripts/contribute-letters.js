// @ts-check
/**
 * Characters that nobody can see, and words of two alphabets: both make something look like what it is
 * not. The engine refuses them in what is contributed; the cases of `tests/shared/letters.yml` hold both to
 * the same. What the hosts of addresses are made of is left to the engine.
 */
(function () {
  /** @type {[string, number[][]][]} what each is called, and its ranges */
  const UNSEEN = [
    ["control character", [[0, 8], [0xb, 0xc], [0xe, 0x1f], [0x7f, 0x9f]]],
    ["bidirectional override", [[0x202a, 0x202e]]],
    ["bidirectional isolate", [[0x2066, 0x2069]]],
    ["surrogate", [[0xd800, 0xdfff]]],
    ["noncharacter", [[0xfdd0, 0xfdef]]],
    ["soft hyphen", [[0xad, 0xad]]],
    ["bidirectional mark", [[0x61c, 0x61c], [0x200e, 0x200f]]],
    ["space without a width", [[0x200b, 0x200b], [0x2060, 0x2060], [0xfeff, 0xfeff]]],
    ["separator of lines", [[0x2028, 0x2029]]],
    ["invisible operator", [[0x2061, 0x2064]]],
    ["control of the direction of digits or shapes", [[0x206a, 0x206f]]],
    ["filler of Hangul", [[0x115f, 0x1160], [0x3164, 0x3164], [0xffa0, 0xffa0]]],
    ["character without a shape", [[0x34f, 0x34f], [0x17b4, 0x17b5], [0x180b, 0x180f]]],
    ["mark of annotation", [[0xfff9, 0xfffb]]],
    ["control of musical notes", [[0x1d173, 0x1d17a]]],
    ["tag", [[0xe0000, 0xe007f]]],
    ["variation selector", [[0xfe00, 0xfe0f], [0xe0100, 0xe01ef]]],
    ["joiner", [[0x200c, 0x200d]]],
  ];
  const WORD = /\p{L}+(?:[\u0300-\u036f]+\p{L}*)*/gu;
  /** @type {[string, RegExp][]} */
  const ALPHABETS = [["Latin", /\p{Script=Latin}/u], ["Cyrillic", /\p{Script=Cyrillic}/u], ["Greek", /\p{Script=Greek}/u]];

  /** @param {number} code @returns {string} what a character is called that nobody can see; empty for others */
  const nameOf = (code) => ((code & 0xfffe) === 0xfffe ? "noncharacter"
    : (UNSEEN.find(([, ranges]) => ranges.some(([first, last]) => code >= first && code <= last)) || [""])[0]);

  /** @param {number} code @returns {string} as a message names it */
  const hex = (code) => `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;

  /** @param {string} found @param {string} before @returns {boolean} whether writing needs a character after another: Persian and Hindi words, emoji, old ideographs */
  function isNeeded(found, before) {
    const code = found.codePointAt(0) || 0, isSelected = nameOf(before.codePointAt(0) || 0x20) === "variation selector";
    if (!before) return false;
    if (code === 0xfe0e || code === 0xfe0f) return /^[\p{N}\p{S}\p{P}]$/u.test(before) && !isSelected;
    if (nameOf(code) === "variation selector") return /^\p{Lo}$/u.test(before) && (before.codePointAt(0) || 0) >= 0x2e80;
    if (nameOf(code) !== "joiner") return false;
    if (isSelected || /^[\p{So}\p{Sk}]$/u.test(before)) return code === 0x200d;
    return /^[\p{Lo}\p{Mn}\p{Mc}]$/u.test(before) && (before.codePointAt(0) || 0) >= 0x600;
  }

  /** @param {string} text @returns {[number, string] | null} where the first character stands that nobody can see, and what it is */
  function firstUnseen(text) {
    let at = 0, before = "";
    for (const found of text) {
      const code = found.codePointAt(0) || 0, name = nameOf(code);
      if (name && !isNeeded(found, before)) return [at, `found the ${name} ${hex(code)}, which nobody can see`];
      at += found.length;
      before = found;
    }
    return null;
  }

  /** @param {string} text @returns {string} a word that mixes alphabets, and how; or nothing */
  function mixedWord(text) {
    for (const [word] of text.matchAll(WORD)) {
      /** @type {[string, string][]} */
      const found = [];
      for (const letter of word) {
        const [name] = ALPHABETS.find(([, alphabet]) => alphabet.test(letter)) || [""];
        if (name && !found.some(([other]) => other === name)) found.push([name, letter]);
      }
      if (found.length < 2) continue;
      const foreign = found.find(([name]) => name !== "Latin") || found[0];
      const [first, second] = found.map(([name]) => name).sort((one, other) => Number(one !== "Latin") - Number(other !== "Latin"));
      return `the word ‘${word}’, which mixes ${first} with ${second} (${hex(foreign[1].codePointAt(0) || 0)})`;
    }
    return "";
  }

  const global = /** @type {any} */ (globalThis);
  global.editionContribute = { ...global.editionContribute, firstUnseen, mixedWord };
})();
