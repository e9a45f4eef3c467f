// @ts-check
/**
 * What is on the list, for reference managers. The edition’s own records were made when it was built
 * and are taken over as they are; readings from elsewhere have what was typed, and no more.
 *
 * @typedef {{ title: string, address: string, own: boolean, lost: boolean, units: string[], note: string }} Reading
 */
(function () {
  const own = /** @type {any} */ (globalThis).editionSyllabus;
  if (!own) return;
  /** @type {Record<string, string>} As TeX writes signs that mean something to it; braces stay in pairs. */
  const TEX = {
    "\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}",
    "%": "\\%", "&": "\\&", "#": "\\#", "_": "\\_", "$": "\\$",
  };

  /** @param {string} text @returns {string} on one line, without signs that no text has */
  const line = (text) => text.replace(/[\p{Cc}\u2028\u2029\s]+/gu, " ").trim();

  /** @param {string} text of a `.bib` or a `.ris` file @returns {Map<string, string>} its records by their keys, as they stand */
  function recordsIn(text) {
    return text.trimStart().startsWith("@") ? entriesIn(text) : new Map(
      (text.match(/^TY {2}- [^]*?^ER {2}- *$/gm) || []).map((record) => [(/^ID {2}- (.*)$/m.exec(record) || [])[1], record]));
  }

  /** @param {string} text of BibTeX, whose entries end with the brace that closes the first @returns {Map<string, string>} */
  function entriesIn(text) {
    const found = new Map();
    let at = text.indexOf("@");
    while (at >= 0) {
      let depth = 0, end = text.indexOf("{", at);
      if (end < 0) break;
      do {
        if (text[end] === "{") depth += 1;
        if (text[end] === "}") depth -= 1;
        end += 1;
      } while (depth && end < text.length);
      const entry = text.slice(at, end);
      found.set((/^@\w+\{([^,\s]+),/.exec(entry) || [])[1], entry);
      at = text.indexOf("@", end);
    }
    return found;
  }

  /** @type {Record<string, (key: string, title: string, address: string) => string>} a reading from elsewhere, in each format */
  const ELSEWHERE = {
    bib: (key, title, address) => `@misc{${key},\n  title = {{${title.replace(/[\\{}~^%&#_$]/g, (sign) => TEX[sign])}}},\n${address && `  url = {${address}},\n`}}`,
    ris: (key, title, address) => `TY  - GEN\nID  - ${key}\nTI  - ${title}\n${address && `UR  - ${address}\n`}ER  - `,
  };

  /**
   * The article once for all of its words, each note as its author’s, the edition once for the rest.
   *
   * @param {Reading[]} readings @param {Map<string, string>} records @param {string} ending bib or ris
   * @returns {{ text: string, count: number, left: number }} how many works there are, and how many readings have none
   */
  function references(readings, records, ending) {
    /** @type {Map<string, string>} by what tells one work from another */
    const works = new Map();
    let left = 0, elsewhere = 0;
    for (const reading of readings) {
      const title = line(reading.title), address = reading.address && own.encoded(reading.address);
      if (reading.lost || !(title || address)) {
        left += 1;
      } else if (reading.own) {
        const name = reading.note ? `note--${reading.note}` : reading.units.length ? "article" : "edition";
        const record = records.get(name);
        if (!record) throw new Error(`not there: ${name}`);
        works.set(name, record);
      } else if (!works.has(`${title} ${address}`)) {
        elsewhere += 1;
        works.set(`${title} ${address}`, ELSEWHERE[ending](`reading-${elsewhere}`, title || address, address));
      }
    }
    return { text: [...works.values()].map((work) => `${work}\n`).join("\n"), count: works.size, left };
  }

  Object.assign(own, { recordsIn, references });
})();
