// @ts-check
/**
 * The notes as scripts want them, read from the site's W3C annotations (`data/notes.jsonld`). Their
 * words are words, to be set as text and never as markup.
 *
 * @typedef {object} Note
 * @property {string} id as in its permanent link, `n/ID/`
 * @property {string} kind
 * @property {string} audience in words, such as “students”
 * @property {string} unit of the article
 * @property {string} page of the text on which it stands, below the site’s base
 * @property {string} quote
 * @property {string} text its paragraphs, each on a line
 * @property {string} language of the text, as BCP 47 has it
 * @property {string} author
 */
(function () {
  /** @param {any} item one annotation @returns {Note} */
  function read(item) {
    const bodies = [item.body].flat();
    const words = bodies.flatMap((body) => body.items || []).find((body) => body.format === "text/plain");
    return {
      id: (/\/n\/([a-z0-9-]+)\/$/.exec(`/${item.id}`) || [])[1] || "",
      kind: String(bodies.find((body) => body.purpose === "tagging")?.value),
      audience: String(item.audience?.["schema:audienceType"] || ""),
      unit: String(item.target?.source).split("#")[1] || "",
      page: (/(text\/[a-z0-9-]+\/)$/.exec(String(item.target?.scope)) || [])[1] || "",
      quote: String([item.target?.selector].flat().find((one) => one?.type === "TextQuoteSelector")?.exact),
      text: String(words?.value || ""),
      language: String(words?.language || ""),
      author: String(item.creator?.name || ""),
    };
  }

  /**
   * @param {string} text the collection, as JSON
   * @returns {Note[]} in the order of the article
   * @throws {Error} if it is no such collection
   */
  function notes(text) {
    const collection = JSON.parse(text);
    if (collection?.type !== "AnnotationCollection") throw new Error("no collection of annotations");
    return (collection.first?.items || []).map(read);
  }

  /** @param {string} unit @returns {string} what a unit is called at the head of a line */
  const place = (unit) => (/^p\d+$/.test(unit) ? `¶ ${unit.slice(1)}` : `The article’s ${unit.replace(/^h-/, "heading ")}`);

  /** @type {any} */ (globalThis).editionAnnotations = { path: "data/notes.jsonld", notes, place };
})();
