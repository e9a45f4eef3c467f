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
    + "ul{margin:.3em 0;padding-inline-start:1.2em}li:dir(rtl){margin-inline:1.2em -1.2em}p{margin:.3em 0}li{break-inside:avoid}li:has(div){break-inside:auto;margin-bottom:1em}a{color:inherit}small,.by{color:#62594f;font-size:.83em}"
    + ".passage,.note{margin:.5em 0 .8em}.passage p{position:relative;orphans:3;widows:3}.passage h3{font-size:1em;font-weight:400;margin:.8em 0 .3em}"
    + ".number{position:absolute;inset-inline-end:100%;margin-inline-end:.5em;font-size:.78em;line-height:1.86;color:#62594f}.small-caps{font-variant-caps:small-caps}"
    + "mark{background:#f0dfc4;color:inherit}.note{padding-left:1em;border-left:1px solid #b98f83;break-inside:avoid}.note q{font-style:italic}footer{margin-top:2em;break-inside:avoid}"
    + "@media print{body{margin:0;padding:0 0 0 1em;max-width:none;font-size:11pt}mark{background:none;text-decoration:underline .5pt;text-underline-offset:.2em}"
    + "li a[href]::after,footer a[href]::after{content:' <' attr(href) '>';font-size:.8em;overflow-wrap:anywhere}.by a[href]::after{content:none}}";

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
   * @param {(reading: Reading) => HTMLElement[]} [beneath] what stands under a reading
   * @param {HTMLElement[]} [notice] what says whose all of it is
   * @returns {HTMLElement[]}
   */
  function draw(sheet, level, beneath = () => [], notice = []) {
    const drawn = [element(`h${level}`, [sheet.title], { dir: "auto" })];
    for (const session of sheet.sessions) {
      drawn.push(element(`h${level + 1}`, [heading(session)], { dir: "auto" }));
      if (session.remarks) drawn.push(element("p", [session.remarks], { dir: "auto" }));
      if (session.readings.length) drawn.push(element("ul", session.readings.map((reading) => line(sheet, reading, beneath(reading)))));
      if (session.length) drawn.push(element("p", [element("small", [session.length])]));
    }
    const [work, address, licence] = sheet.source, edition = ["Read in ", link(sheet.edition, sheet.base), "."];
    if (notice.length) drawn.push(element("footer", [element("p", [element("small", edition)]), ...notice]));
    else drawn.push(element("p", [element("small", [...edition, ` The article: ${work} `, link(address, address), `, ${licence}.`])]));
    return drawn;
  }

  /** @param {Sheet} sheet @param {Reading} reading @param {HTMLElement[]} beneath @returns {HTMLElement} */
  function line(sheet, reading, beneath) {
    const title = reading.address ? link(reading.title, reading.address) : reading.title;
    const words = reading.own ? [title, ", ", element("em", [sheet.edition])] : [title];
    // Words of another direction turn their own line, not the article’s under it.
    return beneath.length ? element("li", [element("span", words, { dir: "auto" }), ...beneath]) : element("li", words, { dir: "auto" });
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

  /**
   * @param {Sheet} sheet @param {string} language
   * @param {(reading: Reading) => HTMLElement[]} [beneath] as `draw` has it @param {HTMLElement[]} [notice]
   * @returns {string} a page of its own, to be printed
   */
  function handout(sheet, language, beneath, notice) {
    const page = document.implementation.createHTMLDocument(sheet.title);
    page.documentElement.lang = language;
    page.head.prepend(element("meta", [], { charset: "utf-8" }));
    page.head.append(element("meta", [], { name: "viewport", content: "width=device-width,initial-scale=1" }));
    page.body.append(...draw(sheet, 1, beneath, notice));
    // The style goes in as text: in a tree of this page its policy would refuse the element.
    return `<!doctype html>\n${page.documentElement.outerHTML.replace("</head>", () => `<style>${STYLE}</style></head>`)}\n`;
  }

  const global = /** @type {any} */ (globalThis);
  global.editionSyllabus = Object.assign(global.editionSyllabus || {}, { element, draw, html, plain, markdown, handout });
})();
