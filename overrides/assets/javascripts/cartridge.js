// @ts-check
/**
 * A cartridge is a syllabus as learning platforms take it in: Common Cartridge 1.1 with web links.
 * `edition/exports/cartridge.py` says why it is as it is, and writes the same bytes for the same
 * syllabus; a test compares the two.
 *
 * @typedef {{ title: string, address: string }} Reading
 * @typedef {{ title: string, dates: string, remarks: string, readings: Reading[] }} Session
 * @typedef {{ title: string, language: string, sessions: Session[] }} Syllabus
 */
(function () {
  const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
  /** @type {Record<string, string>} */
  const REFERENCES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

  /** @param {string} text @returns {string} on one line, without what XML has no place for */
  function plain(text) {
    return text.replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
      .replace(/[\t\n\r ]+/g, " ").replace(/^ | $/g, "");
  }

  /** @param {string} text @returns {string} as it stands in XML */
  function escaped(text) {
    return plain(text).replace(/[&<>"']/g, (sign) => REFERENCES[sign]);
  }

  /** @param {string} text @returns {string[]} lines that have a place everywhere, parted at spaces */
  function pieces(text) {
    return (plain(text).match(/.{1,250}(?= |$)|.{250}/gsu) || []).map((piece) => piece.replace(/^ | $/g, ""));
  }

  /** @param {string} text @returns {string} */
  function short(text) {
    const [first = "", ...more] = pieces(text);
    return more.length ? `${first} …` : first;
  }

  /** @param {string} address of the web @returns {string} in ASCII, without brackets */
  function encoded(address) {
    const url = new URL(address);
    const [path, query, fragment] = [url.pathname, url.search, url.hash.slice(1)].map((part) => part
      .replace(/[^A-Za-z0-9/?:@!$&'()*+,;=%~._-]/gu, (sign) => encodeURIComponent(sign)));
    return `${url.protocol}//${url.host}${path}${query}${fragment && `#${fragment}`}`
      .replace(/%(?![0-9A-Fa-f]{2})/g, "%25").replace(/(&#?[0-9A-Za-z]+);/g, "$1%3B");
  }

  /** @param {Session} session @returns {{ title: string, address: string }[]} remarks come first */
  function lines(session) {
    /** @param {string} text */
    const named = (text) => pieces(text).map((title) => ({ title, address: "" }));
    return [...named(session.remarks), ...session.readings.flatMap((reading) => {
      if (!reading.address) return named(reading.title);
      const address = encoded(reading.address);
      return [{ title: short(reading.title) || short(address), address }];
    })];
  }

  /** @param {Syllabus} syllabus @returns {Map<string, string>} files by name, the manifest first */
  function cartridge(syllabus) {
    const title = short(syllabus.title);
    const lists = syllabus.sessions.map((session) => ({
      heading: session.dates ? `${session.title} (${session.dates})` : session.title, lines: lines(session),
    }));
    const words = [title, ...lists.flatMap((list) => [plain(list.heading),
      ...list.lines.flatMap((line) => [line.title, line.address])])].join("\n");
    const mark = crc32(new TextEncoder().encode(words)).toString(16).padStart(8, "0");
    const files = new Map([["imsmanifest.xml", ""]]);
    let modules = "", resources = "";
    lists.forEach((list, index) => {
      let items = "";
      list.lines.forEach((line, at) => {
        const name = `s${mark}-${index + 1}-${at + 1}`;
        const label = escaped(line.title);
        const reference = line.address ? ` identifierref="${name}-link"` : "";
        items += `<item identifier="${name}"${reference}>\n<title>${label}</title>\n</item>\n`;
        if (!line.address) return;
        resources += `<resource identifier="${name}-link" type="imswl_xmlv1p1">\n<file href="${name}.xml"/>\n</resource>\n`;
        files.set(`${name}.xml`, `${DECLARATION}<webLink xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1">\n<title>${label}</title>\n<url href="${escaped(line.address)}"/>\n</webLink>\n`);
      });
      modules += `<item identifier="s${mark}-${index + 1}">\n<title>${escaped(list.heading)}</title>\n${items}</item>\n`;
    });
    files.set("imsmanifest.xml", `${DECLARATION}<manifest xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"`
      + ' xmlns:lomimscc="http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest" identifier="manifest">\n'
      + "<metadata>\n<schema>IMS Common Cartridge</schema>\n<schemaversion>1.1.0</schemaversion>\n"
      + `<lomimscc:lom><lomimscc:general><lomimscc:title><lomimscc:string language="${escaped(syllabus.language)}">`
      + `${escaped(title)}</lomimscc:string></lomimscc:title></lomimscc:general></lomimscc:lom>\n</metadata>\n`
      + '<organizations>\n<organization identifier="course" structure="rooted-hierarchy">\n'
      + `<item identifier="root">\n${modules}</item>\n</organization>\n</organizations>\n`
      + `<resources>\n${resources}</resources>\n</manifest>\n`);
    return files;
  }

  const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
    for (let bit = 0; bit < 8; bit += 1) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
    return byte;
  });

  /** @param {Uint8Array} bytes @returns {number} CRC-32, as ISO 3309 has it */
  function crc32(bytes) {
    let sum = 0xffffffff;
    for (const byte of bytes) sum = TABLE[(sum ^ byte) & 0xff] ^ (sum >>> 8);
    return (sum ^ 0xffffffff) >>> 0;
  }

  /** @param {[number, number][]} fields value and size in bytes @returns {Uint8Array<ArrayBuffer>} little-endian */
  function record(fields) {
    const bytes = new Uint8Array(fields.reduce((sum, [, size]) => sum + size, 0));
    let at = 0;
    for (const [value, size] of fields) {
      for (let byte = 0; byte < size; byte += 1) bytes[at + byte] = Math.floor(value / 256 ** byte) % 256;
      at += size;
    }
    return bytes;
  }

  /**
   * @param {Map<string, string>} files by names in ASCII
   * @returns {Blob} a zip archive, stored as they are (APPNOTE.TXT, method 0), of 1 January 1980
   */
  function pack(files) {
    /** @type {BlobPart[]} */
    const parts = [], directory = [];
    let at = 0, length = 0;
    for (const [name, text] of files) {
      const title = new TextEncoder().encode(name), content = new TextEncoder().encode(text);
      /** @type {[number, number][]} version, flags, method, time, date, sum, sizes, lengths */
      const common = [[20, 2], [0, 2], [0, 2], [0, 2], [33, 2], [crc32(content), 4],
        [content.length, 4], [content.length, 4], [title.length, 2], [0, 2]];
      const local = record([[0x04034b50, 4], ...common]);
      const entry = record([[0x02014b50, 4], [20, 2], ...common, [0, 2], [0, 2], [0, 2], [0o600 * 65536, 4], [at, 4]]);
      parts.push(local, title, content);
      directory.push(entry, title);
      at += local.length + title.length + content.length;
      length += entry.length + title.length;
    }
    const end = record([[0x06054b50, 4], [0, 2], [0, 2], [files.size, 2], [files.size, 2], [length, 4], [at, 4], [0, 2]]);
    return new Blob([...parts, ...directory, end], { type: "application/zip" });
  }

  const global = /** @type {any} */ (globalThis);
  global.editionSyllabus = Object.assign(global.editionSyllabus || {}, { encoded, cartridge, pack });
})();
