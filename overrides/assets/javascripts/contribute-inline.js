// @ts-check
/**
 * The words of a body, read into a tree for the preview: what `sources/body.py` reads, as far as people
 * write it. Emphasis, code, links, and the edition's three forms are as there. Left out, and said on the
 * page: links whose address stands elsewhere in the body, and names of characters beyond the five of XML.
 *
 * @typedef {{ type: "text" | "code", text: string } | { type: "break" }
 *   | { type: "em" | "strong", content: Inline[] } | { type: "link", address: string, content: Inline[] }
 *   | { type: "foreign", language: string, content: Inline[] } | { type: "cited", key: string, locator: string, line: number }
 *   | { type: "term", words: string, line: number }} Inline
 * @typedef {{ line: number, code: string, message: string, hint: string }} Fault
 */
(function () {
  const { mixedWord } = /** @type {any} */ (globalThis).editionContribute;
  const CITED = /\[@([^\s[\],;]+)(?:,\s*([^[\]@]+?))?\s*\]/y, TERM = /\[\[([^[\]]+)\]\]/y;
  const LANGUAGE = /\{lang=([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\}/y;
  const DESTINATION = /\(\s*(?:<([^<>\n]*)>|((?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*\))*))(?:\s+(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\)))?\s*\)/y;
  const AUTOLINK = /<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\x00-\x20]*)>|<([\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9.-]+)>/y;
  const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|nbsp));/y;
  /** @type {Record<string, string>} */
  const NAMED = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0" };
  const PUNCTUATION = /^[\p{P}\p{S}]$/u;
  const STRAY = /\[[@[^]|\][({]|\{(?:[{%#]|lang=)|<(?=[A-Za-z/!?])|wzxhzdk/;
  /** @type {Record<string, [string, string]>} */
  const STRAYS = {
    "[@": ["a citation such as [@key] or [@key, p. 5]", "one key, then a comma before the place"],
    "[[": ["a term such as [[soft power]]", ""],
    "[^": ["no footnotes", "say it in a sentence of its own"],
    "](": ["a link such as [words](https://example.org)", "no brackets in its words, no space in its address"],
    "]{": ["a language such as [mot]{lang=fr} or [字]{lang=zh-Hans}", ""],
    "{lang=": ["a language such as [mot]{lang=fr} or [字]{lang=zh-Hans}", ""],
    "{{": ["plain words", "contributors' texts call no macros"],
    "{%": ["plain words", "contributors' texts call no macros"],
    "{#": ["plain words", "contributors' texts call no macros"],
    "<": ["words without HTML", "set it as code, `…`, to show it"],
    "wzxhzdk": ["words", "Python-Markdown keeps this one for itself: set it as code, `…`"],
  };

  /** @param {string} text @returns {string} as a message repeats it: Python's way of quoting, shortened */
  function shown(text) {
    const characters = Array.from(text);
    const cut = characters.length <= 40 ? text : `${characters.slice(0, 40).join("")}…`;
    const escaped = cut.replace(/\\/g, "\\\\").replace(/\n/g, "\\n").replace(/\t/g, "\\t").replace(/\u00a0/g, "\\xa0");
    return escaped.includes("'") && !escaped.includes('"') ? `"${escaped}"` : `'${escaped.replace(/'/g, "\\'")}'`;
  }

  /** @param {string} address @returns {boolean} whether it is of the web or a letter's */
  function leadsOut(address) {
    const mail = /^mailto:([^?#]*)/i.exec(address);
    if (mail) return mail[1].includes("@");
    return /^https?:\/\/[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.?(?::\d{1,5})?(?:[/?#]|$)/iu.test(address);
  }

  /** @param {RegExp} pattern @param {string} text @param {number} at @returns {RegExpExecArray | null} */
  function match(pattern, text, at) {
    pattern.lastIndex = at;
    return pattern.exec(text);
  }

  /** Report the marks of a template, which nothing that somebody contributes may hold. @param {string} code @param {number} line @param {(fault: Fault) => void} report */
  function checkCode(code, line, report) {
    const at = code.search(/\{[{%#]/);
    if (at < 0) return;
    const [expected, hint] = STRAYS[code.slice(at, at + 2)];
    report({ line: line + code.slice(0, at).split("\n").length - 1, code: "body-form", message: `expected ${expected}, found ${shown(code.slice(at))}`, hint });
  }

  /** @param {string} text @param {number} at of a bracket @returns {number} of the one that closes it; -1 */
  function closing(text, at) {
    let depth = 0;
    for (let index = at; index < text.length; index += 1) {
      if (text[index] === "\\") index += 1;
      else if (text[index] === "`") {
        const run = /^`+/.exec(text.slice(index))?.[0] || "`";
        const end = ends(text, index, run);
        index = (end < 0 ? index : end) + run.length - 1;
      } else if (text[index] === "[") depth += 1;
      else if (text[index] === "]" && !(depth -= 1)) return index;
    }
    return -1;
  }

  /** @param {string} text @param {number} at @param {string} run of backticks @returns {number} where code ends; -1 */
  function ends(text, at, run) {
    const found = Array.from(text.slice(at + run.length).matchAll(/`+/g)).find(([ticks]) => ticks === run);
    return found ? at + run.length + (found.index || 0) : -1;
  }

  /**
   * @param {string} text of one block @param {number} line on which it begins
   * @param {(fault: Fault) => void} report
   * @returns {Inline[]}
   */
  function read(text, line, report) {
    /** @typedef {{ run: string, count: number, opens: boolean, closes: boolean }} Marks */
    /** @type {(Inline | Marks)[]} */
    const parts = [];
    const lineAt = (/** @type {number} */ at) => line + text.slice(0, at).split("\n").length - 1;
    /** @param {number} at @param {string} message @param {string} [hint] */
    const refuse = (at, message, hint = "") => report({ line: lineAt(at), code: "body-form", message, hint });
    /** @param {string} words */
    const say = (words) => {
      const last = parts[parts.length - 1];
      if (last && "type" in last && last.type === "text" && last.text !== "\n") last.text += words;
      else parts.push({ type: "text", text: words });
    };
    /** @param {string} inner @param {number} at */
    const within = (inner, at) => read(inner, lineAt(at), report);
    /** @param {string} address @param {Inline[]} content @param {number} at */
    const link = (address, content, at) => {
      const hasLinks = content.some(holdsLink), hasWords = content.some(holdsWords);
      const mixed = mixedWord(content.map(wordsOf).join(" "));
      if (!leadsOut(address)) {
        refuse(at, `expected an http, https or mailto address, found ${shown(address)}`, "write it in full, with https://; [@key] cites and [[term]] points to an entry");
      } else if (hasLinks || !hasWords) refuse(at, `expected plain words in a link, found ${hasLinks ? "another link" : "none"}`);
      else if (mixed) report({ line: lineAt(at), code: "look-alike", message: `expected letters of one alphabet in a link, found ${mixed}`, hint: "type the address anew, without copying" });
      parts.push({ type: "link", address: leadsOut(address) && hasWords && !hasLinks && !mixed ? address : "", content });
    };

    for (let at = 0; at < text.length; ) {
      const sign = text[at];
      const found = sign === "[" ? match(CITED, text, at) || match(TERM, text, at) : null;
      if (sign === "\\" && /[!-/:-@[-`{-~]/.test(text[at + 1] || "")) {
        say(text[at + 1]);
        at += 2;
      } else if (sign === "\n") {
        const isHard = / {2,}$/.test(text.slice(0, at)) || text[at - 1] === "\\";
        const last = parts[parts.length - 1];
        if (last && "type" in last && last.type === "text") last.text = last.text.replace(isHard ? /(?: +|\\)$/ : / +$/, "");
        parts.push(isHard ? { type: "break" } : { type: "text", text: "\n" });
        at += 1 + (/^ */.exec(text.slice(at + 1)) || [""])[0].length;
      } else if (sign === "`") {
        const run = /^`+/.exec(text.slice(at))?.[0] || "`", end = ends(text, at, run);
        if (end < 0) say(run);
        else {
          const code = text.slice(at + run.length, end).replace(/\n/g, " ");
          checkCode(code, lineAt(at), report);
          parts.push({ type: "code", text: /^ .*[^ ].* $/.test(code) ? code.slice(1, -1) : code });
        }
        at = (end < 0 ? at : end) + run.length;
      } else if (found) {
        const [all, first, locator = ""] = found;
        if (all.startsWith("[@")) parts.push({ type: "cited", key: first, locator: locator.split(/\s+/).join(" "), line: lineAt(at) });
        else parts.push({ type: "term", words: first.trim().split(/\s+/).join(" "), line: lineAt(at) });
        at += all.length;
      } else if (sign === "[" || (sign === "!" && text[at + 1] === "[")) {
        const open = sign === "[" ? at : at + 1, close = closing(text, open);
        const language = close < 0 ? null : match(LANGUAGE, text, close + 1);
        const target = close < 0 ? null : match(DESTINATION, text, close + 1);
        if (sign === "!" && !target) {
          say(sign);
          at += 1;
          continue;
        }
        if (language) {
          parts.push({ type: "foreign", language: language[1], content: within(text.slice(open + 1, close), open) });
          at = close + 1 + language[0].length;
        } else if (target && sign === "!") {
          refuse(at, "expected paragraphs, lists or quotations, found an image", "link to the page that shows it");
          at = close + 1 + target[0].length;
        } else if (target && !/\[@/.test(text.slice(open + 1, close))) {
          const address = (target[1] === undefined ? target[2] : target[1]).replace(/\\([!-/:-@[-`{-~])/g, "$1").replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi,
            (whole, hex, decimal) => character(hex ? parseInt(hex, 16) : Number(decimal)) || whole);
          link(address, within(text.slice(open + 1, close), open), at);
          at = close + 1 + target[0].length;
        } else {
          say(text.slice(at, open + 1));
          at = open + 1;
        }
      } else if (sign === "<" && match(AUTOLINK, text, at)) {
        const [all, address, mail] = /** @type {RegExpExecArray} */ (match(AUTOLINK, text, at));
        link(address || `mailto:${mail}`, [{ type: "text", text: address || mail }], at);
        at += all.length;
      } else if (sign === "&" && match(ENTITY, text, at)) {
        const [all, decimal, hex, name] = /** @type {RegExpExecArray} */ (match(ENTITY, text, at));
        say(name ? NAMED[name] : character(hex ? parseInt(hex, 16) : Number(decimal)) || "\ufffd");
        at += all.length;
      } else if (sign === "*" || sign === "_") {
        const run = /^(\*+|_+)/.exec(text.slice(at))?.[0] || sign;
        const before = Array.from(text.slice(Math.max(0, at - 2), at)).pop() || " ", after = Array.from(text.slice(at + run.length, at + run.length + 2))[0] || " ";
        const left = !/\s/u.test(after) && (!PUNCTUATION.test(after) || /\s/u.test(before) || PUNCTUATION.test(before));
        const right = !/\s/u.test(before) && (!PUNCTUATION.test(before) || /\s/u.test(after) || PUNCTUATION.test(after));
        const isStar = sign === "*";
        parts.push({ run, count: run.length, opens: left && (isStar || !right || PUNCTUATION.test(before)), closes: right && (isStar || !left || PUNCTUATION.test(after)) });
        at += run.length;
      } else {
        say(sign);
        at += 1;
      }
    }
    return checked(paired(parts), line, report);
  }

  /** @param {number} code @returns {string} */
  const character = (code) => (code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : "");

  /** @param {Inline} part @returns {boolean} */
  const holdsLink = (part) => ["cited", "term", "link"].includes(part.type) || ("content" in part && part.content.some(holdsLink));

  /** @param {Inline} part @returns {string} */
  const wordsOf = (part) => ("content" in part ? part.content.map(wordsOf).join(" ") : "text" in part ? part.text : "");

  /** @param {Inline} part @returns {boolean} */
  const holdsWords = (part) => ("text" in part && part.text.trim() !== "") || ("content" in part && part.content.some(holdsWords));

  /**
   * @param {(Inline | { run: string, count: number, opens: boolean, closes: boolean })[]} parts
   * @returns {Inline[]} with emphasis made of its marks (CommonMark 0.31, appendix, “process emphasis”)
   */
  function paired(parts) {
    const list = parts.slice();
    for (let close = 0; close < list.length; close += 1) {
      const last = list[close];
      if (!("run" in last) || !last.closes) continue;
      for (let open = close - 1; open >= 0 && last.count; open -= 1) {
        const first = list[open];
        if (!("run" in first) || first.run[0] !== last.run[0] || !first.opens || !first.count) continue;
        const isOdd = (first.closes || last.opens) && (first.run.length + last.run.length) % 3 === 0
          && (first.run.length % 3 || last.run.length % 3);
        if (isOdd) continue;
        const used = first.count > 1 && last.count > 1 ? 2 : 1;
        const content = list.splice(open + 1, close - open - 1);
        list.splice(open + 1, 0, { type: used === 2 ? "strong" : "em", content: plain(content) });
        first.count -= used;
        last.count -= used;
        close = open + 2;
        open += 1;
      }
    }
    return plain(list);
  }

  /** @param {any[]} parts @returns {Inline[]} with marks that pair with none as words, and words together */
  function plain(parts) {
    /** @type {Inline[]} */
    const found = [];
    for (const part of parts) {
      const one = "run" in part ? { type: "text", text: part.run[0].repeat(part.count) } : part;
      const last = found[found.length - 1];
      if (one.type === "text" && last && last.type === "text" && one.text !== "\n" && last.text !== "\n") last.text += one.text;
      else if (one.type !== "text" || one.text) found.push(one);
    }
    return found;
  }

  /** @param {Inline[]} parts @param {number} line @param {(fault: Fault) => void} report @returns {Inline[]} the same, after a look at what is left of a form */
  function checked(parts, line, report) {
    let at = line;
    /** @param {Inline[]} level */
    const walk = (level) => level.forEach((part) => {
      if (part.type === "break" || (part.type === "text" && part.text === "\n")) at += 1;
      else if (part.type === "text") {
        const stray = STRAY.exec(part.text);
        if (stray) {
          const [expected, hint] = STRAYS[stray[0]];
          report({ line: at, code: "body-form", message: `expected ${expected}, found ${shown(part.text.slice(stray.index))}`, hint });
        }
      } else if (part.type === "em" || part.type === "strong") walk(part.content);
      else if ("content" in part) at += part.content.filter((one) => one.type === "break" || ("text" in one && one.text === "\n")).length;
    });
    walk(parts);
    return parts;
  }

  const global = /** @type {any} */ (globalThis);
  global.editionContribute = { ...global.editionContribute, readInline: read, checkCode, shown };
})();
