// @ts-check
/**
 * The body of a note, read into blocks and drawn for the preview, with what the engine will say of its
 * form (`sources/body.py`). The cases of `tests/shared/bodies.yml` hold both to the same. What is drawn
 * is made of elements, one by one: nothing that somebody wrote is read as HTML.
 *
 * @typedef {{ line: number, code: string, message: string, hint: string }} Fault
 * @typedef {{ text: string, line: number }} Line
 * @typedef {{ type: "paragraph", content: any[] } | { type: "code", text: string }
 *   | { type: "quotation", blocks: Block[] } | { type: "items", first: number | null, items: Block[][] }} Block
 */
(function () {
  const own = /** @type {any} */ (globalThis).editionContribute;
  const MOST = 6000, NESTED = 8;
  const FENCE = /^ {0,3}(`{3,}|~{3,})([^`]*)$/, INDENTED = /^(?: {4}| {0,3}\t)/, HEADING = /^ {0,3}#{1,6}(?:[ \t]|$)/;
  const RULE = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/, QUOTED = /^ {0,3}> ?/, UNDERLINE = /^ {0,3}(=+|-+)[ \t]*$/;
  const ITEM = /^( {0,3})([-*+]|\d{1,9}[.)])(?:( {1,4})(?=\S)|( +)(?=\S)|\s*$)/;

  /** @param {string} source @returns {{ blocks: Block[], faults: Fault[] }} lines are counted from 1 */
  function readBody(source) {
    /** @type {Fault[]} */
    const faults = [];
    const text = source.replace(/\r\n?/g, "\n"), size = own.size(text.trim());
    const unseen = own.firstUnseen(text);
    if (unseen) faults.push({ line: text.slice(0, unseen[0]).split("\n").length, code: "file-character", message: unseen[1], hint: "delete it" });
    if (size > MOST) {
      faults.push({ line: 1, code: "body-size", message: `expected at most ${MOST} characters in a body, found ${size}`, hint: "say the rest in a second entry" });
      return { blocks: [], faults };
    }
    let isTooDeep = false;
    const reader = {
      /** @param {number} line @param {string} found @param {string} hint */
      refuse: (line, found, hint) => faults.push({ line, code: "body-form", message: `expected paragraphs, lists or quotations, found ${found}`, hint }),
      report: (/** @type {Fault} */ fault) => faults.push(fault),
      /** @param {number} depth @param {number} line @returns {boolean} */
      isDeep: (depth, line) => {
        if (depth > NESTED && !isTooDeep) {
          isTooDeep = true;
          faults.push({ line, code: "body-form", message: `expected at most ${NESTED} levels within one another, found more`, hint: "a list counts twice: itself and its item" });
        }
        return depth > NESTED;
      },
    };
    const blocks = read(text.split("\n").map((words, index) => ({ text: words, line: index + 1 })), 0, reader);
    return { blocks, faults: faults.sort((one, other) => one.line - other.line) };
  }

  /** @param {string} text @returns {boolean} whether a line ends the paragraph before it */
  const interrupts = (text) => {
    const item = ITEM.exec(text);
    const isItem = item && text.trim() !== item[2] && (!/\d/.test(item[2]) || /^1[.)]$/.test(item[2]));
    return text.trim() === "" || FENCE.test(text) || HEADING.test(text) || RULE.test(text) || QUOTED.test(text) || Boolean(isItem);
  };

  /** @param {Line[]} lines @param {number} depth @param {any} reader @returns {Block[]} */
  function read(lines, depth, reader) {
    /** @type {Block[]} */
    const found = [];
    for (let at = 0; at < lines.length; ) {
      const { text, line } = lines[at];
      const fence = FENCE.exec(text), item = ITEM.exec(text);
      if (!text.trim()) at += 1;
      else if (reader.isDeep(depth, line)) return found;
      else if (INDENTED.test(text)) {
        let end = at;
        while (end < lines.length && (INDENTED.test(lines[end].text) || !lines[end].text.trim())) end += 1;
        own.checkCode(lines.slice(at, end).map((one) => one.text.replace(INDENTED, "")).join("\n"), line, reader.report);
        found.push({ type: "code", text: `${lines.slice(at, end).map((one) => one.text.replace(INDENTED, "")).join("\n").replace(/\s+$/, "")}\n` });
        at = end;
      } else if (fence) {
        const close = new RegExp(`^ {0,3}${fence[1][0]}{${fence[1].length},}[ \\t]*$`);
        let end = at + 1;
        while (end < lines.length && !close.test(lines[end].text)) end += 1;
        own.checkCode(lines.slice(at + 1, end).map((one) => one.text).join("\n"), line + 1, reader.report);
        found.push({ type: "code", text: lines.slice(at + 1, end).map((one) => `${one.text}\n`).join("") });
        at = end + 1;
      } else if (HEADING.test(text)) {
        reader.refuse(line, "a heading", "begin with the words themselves");
        at += 1;
      } else if (RULE.test(text)) {
        reader.refuse(line, "a rule", "leave the line out");
        at += 1;
      } else if (QUOTED.test(text)) {
        const end = stretch(lines, at, (one) => QUOTED.test(one));
        const inner = lines.slice(at, end).map((one) => ({ ...one, text: one.text.replace(QUOTED, "") }));
        found.push({ type: "quotation", blocks: read(inner, depth + 1, reader) });
        at = end;
      } else if (item) at = list(lines, at, item, depth, reader, found);
      else at = paragraph(lines, at, reader, found);
    }
    return found;
  }

  /** @param {string[]} texts of a quotation or an item, so far @returns {boolean} whether a line without its mark goes on with it: only a paragraph does */
  function isOpen(texts) {
    const last = texts[texts.length - 1], before = texts[texts.length - 2] || "";
    let fence = "";
    for (const text of texts) {
      const found = FENCE.exec(text.replace(/^(?:[ >]|[-*+] |\d+[.)] )*/, ""));
      if (found && (!fence || found[1].startsWith(fence))) fence = fence ? "" : found[1];
    }
    return last.trim() !== "" && !fence && !(INDENTED.test(last) && !before.trim());
  }

  /** @param {Line[]} lines @param {number} at @param {(text: string) => boolean} belongs @returns {number} where a block of such lines ends, with lines that go on without its mark */
  function stretch(lines, at, belongs) {
    let end = at;
    const isLazy = () => end > at && !interrupts(lines[end].text) && isOpen(lines.slice(at, end).map(({ text }) => text.replace(QUOTED, "")));
    while (end < lines.length && (belongs(lines[end].text) || isLazy())) end += 1;
    return end;
  }

  /** @param {Line[]} lines @param {number} at @param {RegExpExecArray} item @param {number} depth @param {any} reader @param {Block[]} found @returns {number} */
  function list(lines, at, item, depth, reader, found) {
    const mark = item[2].slice(-1), isNumbered = /\d/.test(item[2]);
    /** @type {Block[][]} */
    const items = [];
    while (at < lines.length) {
      const next = ITEM.exec(lines[at].text);
      if (!next || next[2].slice(-1) !== mark || RULE.test(lines[at].text)) break;
      const width = next[1].length + next[2].length + (next[3] ? next[3].length : 1);
      const inner = [{ ...lines[at], text: lines[at].text.slice(width) }];
      let end = at + 1;
      for (; end < lines.length; end += 1) {
        const { text } = lines[end], isBlank = !text.trim();
        const isIndented = text.slice(0, width).trim() === "" && !isBlank;
        const goesOn = !interrupts(text) && isOpen(inner.map((one) => one.text));
        const sibling = isIndented ? null : ITEM.exec(text);
        if ((!isBlank && !isIndented && !goesOn) || (sibling && sibling[2].slice(-1) === mark)) break;
        if (isBlank && inner.length === 1 && !inner[0].text.trim()) break;
        inner.push({ ...lines[end], text: isIndented ? text.slice(width) : text.trimStart() });
      }
      items.push(read(inner, depth + 2, reader));
      at = end;
      while (at < lines.length && !lines[at].text.trim()) at += 1;
    }
    found.push({ type: "items", first: isNumbered ? parseInt(item[2], 10) : null, items });
    return at;
  }

  /** @param {Line[]} lines @param {number} at @param {any} reader @param {Block[]} found @returns {number} */
  function paragraph(lines, at, reader, found) {
    let end = at + 1;
    while (end < lines.length && !interrupts(lines[end].text) && !UNDERLINE.test(lines[end].text)) end += 1;
    const underline = lines[end] && UNDERLINE.exec(lines[end].text);
    if (underline) {
      reader.refuse(lines[at].line, "a heading", `leave a line blank above the \`${underline[1][0].repeat(3)}\`, or leave it out`);
      return end + 1;
    }
    const words = lines.slice(at, end).map((one) => one.text.trimStart()).join("\n").trimEnd();
    found.push({ type: "paragraph", content: own.readInline(words, lines[at].line, reader.report) });
    return end;
  }

  /** @param {Block[]} blocks @param {string} type @returns {any[]} all parts of a type, in order */
  function partsOf(blocks, type) {
    /** @param {any} part @returns {any[]} */
    const walk = (part) => [...(part.type === type ? [part] : []),
      ...[...(part.content || []), ...(part.blocks || []), ...(part.items || []).flat()].flatMap(walk)];
    return blocks.flatMap(walk);
  }

  /** @param {Block[]} blocks @returns {boolean} whether they say or cite anything */
  const saysAnything = (blocks) => ["text", "code"].some((type) => partsOf(blocks, type).some((part) => part.text.trim()))
    || partsOf(blocks, "cited").length + partsOf(blocks, "term").length > 0;

  /** @param {string} name @param {(string | Node)[]} children @param {Record<string, string>} [attributes] @returns {HTMLElement} */
  function element(name, children, attributes = {}) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  /**
   * @param {Block[]} blocks
   * @param {{ cited: (part: any) => Node | string, term: (part: any) => Node | string }} how references and entries look
   * @returns {HTMLElement[]}
   */
  function draw(blocks, how) {
    /** @param {any} part @returns {Node | string | (Node | string)[]} */
    const inline = (part) => {
      const inner = () => part.content.flatMap(inline);
      if (part.type === "text") return part.text;
      if (part.type === "break") return [element("br", []), "\n"];
      if (part.type === "cited") return how.cited(part);
      if (part.type === "term") return how.term(part);
      if (part.type === "code") return element("code", [part.text]);
      if (part.type === "foreign") return element("span", inner(), { lang: part.language });
      if (part.type !== "link") return element(part.type, inner());
      return part.address ? element("a", inner(), { href: part.address, rel: "noopener nofollow" }) : element("span", inner());
    };
    /** @param {any} one @returns {HTMLElement} */
    const block = (one) => {
      if (one.type === "paragraph") return element("p", one.content.flatMap(inline));
      if (one.type === "quotation") return element("blockquote", one.blocks.map(block));
      if (one.type === "code") return element("pre", [element("code", [one.text])]);
      const items = one.items.map((/** @type {any[]} */ item) => element("li",
        item.length === 1 && item[0].type === "paragraph" ? item[0].content.flatMap(inline) : item.map(block)));
      const start = one.first === null || one.first === 1 ? {} : { start: String(one.first) };
      return element(one.first === null ? "ul" : "ol", items, start);
    };
    return blocks.map(block);
  }

  Object.assign(own, { readBody, partsOf, saysAnything, draw, element });
})();
