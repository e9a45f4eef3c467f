// @ts-check
/**
 * What the builder takes from the edition’s own files: the article’s text, the notes, the records for
 * reference managers. They are fetched once, when the page has been there for a while and has nothing
 * else to do, so that everything can be taken along without a network; a reader who saves data has
 * them fetched when they are asked for. What could not be had is asked for again.
 */
(function () {
  const own = /** @type {any} */ (globalThis).editionSyllabus;
  const annotations = /** @type {any} */ (globalThis).editionAnnotations;
  const builder = own && own.builder;
  if (!builder || !annotations) return;
  const isOnDisk = location.protocol === "file:";
  /** @type {Map<string, Promise<any>>} */
  const kept = new Map();

  /**
   * @param {string} path below the base @param {(text: string) => any} read
   * @returns {Promise<any>} what is read from a file; it fails if that is not there, or is something else
   */
  function want(path, read) {
    let answer = kept.get(path);
    if (answer) return answer;
    answer = (async () => {
      if (isOnDisk) throw new Error("a page from a disk cannot fetch");
      const response = await fetch(new URL(path, builder.here), /** @type {RequestInit} */ ({ priority: "low" }));
      if (!response.ok) throw new Error(String(response.status));
      return read(await response.text());
    })();
    kept.set(path, answer);
    answer.catch(() => kept.delete(path));
    return answer;
  }

  /** @param {string} text the plain view @returns {Element} the work in it */
  function work(text) {
    const found = new DOMParser().parseFromString(text, "text/html").querySelector(".work.plain");
    if (!found || !found.querySelector("[data-unit]")) throw new Error("this is not the plain view");
    return found;
  }

  const ENDINGS = ["bib", "ris"];
  const materials = {
    isOnDisk,
    /** What was fetched turned out to be of no use: it is asked for again. */
    forget: () => kept.clear(),
    /** @returns {Promise<Element>} the article’s text, unit by unit */
    text: () => want("text/plain/", work),
    /** @returns {Promise<any[]>} the notes, in the order of the article */
    notes: () => want(annotations.path, annotations.notes),
    /**
     * @param {string} ending @returns {Promise<Map<string, string>>} records by their keys: of the
     *   article, the edition, each note; the first two also by these words
     */
    async records(ending) {
      const names = ["article", "edition", "notes"];
      const files = await Promise.all(names.map((name) => want(`data/cite/${name}.${ending}`, own.recordsIn)));
      const [article, edition] = files.map((/** @type {Map<string, string>} */ file) => [...file.values()][0]);
      if (!article || !edition) throw new Error("a record is not there");
      return new Map([["article", article], ["edition", edition], ...files[2]]);
    },
  };

  async function fetchAll() {
    const steps = [...ENDINGS.map((ending) => () => materials.records(ending)), materials.text, materials.notes];
    for (const step of steps) await step().catch(() => {}); // asked for again when it is wanted
  }

  const idle = window.requestIdleCallback || ((/** @type {() => void} */ task) => setTimeout(task, 1000));
  const saves = /** @type {any} */ (navigator).connection?.saveData;
  if (!isOnDisk && !saves) {
    if (document.readyState === "complete") idle(fetchAll);
    else addEventListener("load", () => idle(fetchAll));
  }
  own.materials = materials;
})();
