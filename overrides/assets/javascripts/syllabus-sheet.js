// @ts-check
/**
 * The sheet: a syllabus as students read it, as a tree for the page, for the clipboard and for a
 * handout, and as Markdown. Words come in by `textContent` alone.
 *
 * @typedef {{ title: string, address: string, own: boolean }} Reading `own` is of the edition
 * @typedef {{ title: string, dates: string, remarks: string, length: string, readings: Reading[] }} Session
 * @typedef {{ title: string, sessions: Session[], edition: string, base: string, source: string[] }} Sheet
 *   `source` are author and work, the published version's address, licence
 */
(function () {
  const STYLE = "body{max-width:40em;margin:2em auto;padding:0 1em;font:1.1em/1.45 Georgia,serif;color:#211d19;background:#fff}"
    + "h1{font-size:1.5em;font-weight:400}h2{font-size:1.1em;font-style:italic;font-weight:400;margin:1.5em 0 0;break-after:avoid}"
    + "ul{margin:.3em 0;padding-left:1.2em}li{break-inside:avoid}p{margin:.3em 0}a{color:inherit}small{color:#62594f}"
    + "@media print{body{margin:0;padding:0;max-width:none;font-size:11pt}li a[href]::after{content:' <' attr(href) '>';font-size:.8em;overflow-wrap:anywhere}}";

  /**
   * @param {string} name @param {(string | Element)[]} children @param {Record<string, string>} [attributes]
   * @returns {HTMLElement}
   */
  function element(name, children, attributes = {}) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  /** @param {string} title @param {string} address @returns {HTMLElement} */
  function link(title, address) {
    return element("a", [title], { href: address });
  }

  /** @param {Session} session @returns {string} */
  function heading(session) {
    return session.dates ? `${session.title} (${session.dates})` : session.title;
  }

  /**
   * @param {Sheet} sheet
   * @param {number} level of its heading
   * @returns {HTMLElement[]}
   */
  function draw(sheet, level) {
    const drawn = [element(`h${level}`, [sheet.title], { dir: "auto" })];
    for (const session of sheet.sessions) {
      drawn.push(element(`h${level + 1}`, [heading(session)], { dir: "auto" }));
      if (session.remarks) drawn.push(element("p", [session.remarks], { dir: "auto" }));
      if (session.readings.length) drawn.push(element("ul", session.readings.map((reading) => line(sheet, reading))));
      if (session.length) drawn.push(element("p", [element("small", [session.length])]));
    }
    const [work, address, licence] = sheet.source;
    drawn.push(element("p", [element("small", [
      "Read in ", link(sheet.edition, sheet.base), `. The article: ${work} `, link(address, address), `, ${licence}.`])]));
    return drawn;
  }

  /** @param {Sheet} sheet @param {Reading} reading @returns {HTMLElement} */
  function line(sheet, reading) {
    const title = reading.address ? link(reading.title, reading.address) : reading.title;
    return element("li", reading.own ? [title, ", ", element("em", [sheet.edition])] : [title], { dir: "auto" });
  }

  /** @param {Sheet} sheet @returns {string} as HTML, for the clipboard */
  function html(sheet) {
    return element("div", draw(sheet, 2)).innerHTML;
  }

  /** @param {Sheet} sheet @returns {string} without any marks, for the clipboard */
  function plain(sheet) {
    const lines = [sheet.title, ""];
    for (const session of sheet.sessions) {
      lines.push(heading(session));
      if (session.remarks) lines.push(session.remarks);
      for (const { title, address, own } of session.readings) {
        lines.push(`- ${title}${own ? `, ${sheet.edition}` : ""}${address ? `: ${address}` : ""}`);
      }
      if (session.length) lines.push(session.length);
      lines.push("");
    }
    const [work, address, licence] = sheet.source;
    lines.push(`Read in ${sheet.edition}: ${sheet.base}`, `The article: ${work} ${address}, ${licence}.`);
    return `${lines.join("\n")}\n`;
  }

  /** @param {string} text @returns {string} words that Markdown takes for nothing else */
  function bare(text) {
    return text.replace(/[\t\n\r ]+/g, " ").replace(/[\\`*_[\]<>&|~]/g, "\\$&")
      .replace(/^(\d+)([.)])/, "$1\\$2").replace(/^[#+-]/, "\\$&");
  }

  /** @param {string} address @returns {string} within the signs that Markdown has for it */
  function target(address) {
    return `<${address.replace(/[<>\\\s]/g, (sign) => encodeURIComponent(sign))}>`;
  }

  /** @param {Sheet} sheet @returns {string} */
  function markdown(sheet) {
    const lines = [`# ${bare(sheet.title)}`, ""];
    for (const session of sheet.sessions) {
      lines.push(`## ${bare(heading(session))}`, "");
      if (session.remarks) lines.push(bare(session.remarks), "");
      for (const { title, address, own } of session.readings) {
        lines.push(`- ${address ? `[${bare(title)}](${target(address)})` : bare(title)}${own ? `, *${bare(sheet.edition)}*` : ""}`);
      }
      if (session.readings.length) lines.push("");
      if (session.length) lines.push(bare(session.length), "");
    }
    const [work, address, licence] = sheet.source;
    lines.push(`Read in [${bare(sheet.edition)}](${target(sheet.base)}). The article: ${bare(work)} ${target(address)}, ${bare(licence)}.`);
    return `${lines.join("\n")}\n`;
  }

  /** @param {Sheet} sheet @param {string} language @returns {string} a page of its own, to be printed */
  function handout(sheet, language) {
    const page = document.implementation.createHTMLDocument(sheet.title);
    page.documentElement.lang = language;
    page.head.prepend(element("meta", [], { charset: "utf-8" }));
    page.head.append(element("meta", [], { name: "viewport", content: "width=device-width,initial-scale=1" }));
    page.body.append(...draw(sheet, 1));
    // The style goes in as text: in a tree of this page its policy would refuse the element.
    return `<!doctype html>\n${page.documentElement.outerHTML.replace("</head>", () => `<style>${STYLE}</style></head>`)}\n`;
  }

  const global = /** @type {any} */ (globalThis);
  global.editionSyllabus = { ...global.editionSyllabus, draw, html, plain, markdown, handout };
})();
