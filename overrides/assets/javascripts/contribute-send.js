// @ts-check
/**
 * Ways to send the file of a contribution: each an address that holds it, or a part of it where it is too
 * long and the rest goes over the clipboard. Nothing is opened before somebody follows a link.
 *
 * Where the addresses' forms were seen:
 * - GitHub, `/new/BRANCH?filename=…&value=…`: go-gitea/gitea, pull request 16556, which took them over
 *   “just like GitHub”; issue forms filled in by the ids of their fields: github/docs, issue 22835.
 * - Gitea and Forgejo, `/_new/BRANCH/?filename=…&value=…`: the same pull request, and Gitea's “Web UI API”.
 * - GitLab, `/-/issues/new?issue[title]=…&issue[description]=…`: “Using a URL with prefilled values”,
 *   doc/user/project/issues/create_issues.md; its page for a new file takes no content (gitlab-org/gitlab,
 *   issues 337038 and 532221).
 * - A letter: RFC 6068, whose line breaks are %0D%0A.
 *
 * @typedef {{ path: string, text: string, title: string, fields: Record<string, string> | null }} Sent
 * @typedef {{ forge: string, kind: string, contact: string, licence: string, edition: string }} Told
 * @typedef {{ words: string, href: string, hint: string, copies: string }} Way `copies` is what has
 *   to be pasted there; empty where the address holds all
 */
(function () {
  const own = /** @type {any} */ (globalThis).editionContribute;
  const BRANCH = "main";
  /** GitHub takes 8192 bytes (sourcegraph/jetbrains, pull request 504); RFC 9110, 4.1, asks all to take 8000. */
  const MOST = 8000;
  /** Edge hands no longer address on to another program (ubports/ubports-installer, pull request 4647). */
  const MOST_OF_LETTER = 2000;

  /** @param {Record<string, string>} values @returns {string} a query; empty ones are left out */
  const query = (values) => Object.entries(values).filter(([, value]) => value)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join("&");

  /** @param {Sent} sent @param {Told} told @returns {string} the text of a letter or of an issue, which `edition intake` reads */
  function message({ path, text, title }, { licence, edition }) {
    return `${title}, for: ${edition}\n\n--- 8< --- ${path}\n${text}--- >8 ---\n\n`
      + `I wrote this myself and publish it under ${licence}.\n`;
  }

  /**
   * @param {string} words @param {string} whole address with everything @param {string} bare one without what is too long
   * @param {string} hint @param {string} copied what is pasted then @param {number} [most]
   * @returns {Way}
   */
  function way(words, whole, bare, hint, copied, most = MOST) {
    if (whole.length <= most) return { words, href: whole, hint, copies: "" };
    return { words, href: bare, copies: copied, hint: `This is too long for a link (${whole.length.toLocaleString("en")} characters, where ${most.toLocaleString("en")} are safe): copy the text first, and paste it there. ${hint}` };
  }

  /** @param {Sent} sent @param {Told} told @returns {Way[]} the best first */
  function ways(sent, told) {
    const { forge, kind, contact } = told, { path, text, title, fields } = sent;
    const letter = message(sent, told);
    /** @type {Way[]} */
    const found = [];
    if (forge && kind === "gitlab") {
      const page = `${forge}/-/issues/new`;
      const description = `~~~~ text\n${letter}~~~~\n`;
      found.push(way(`Open an issue with it on ${hostOf(forge)}`, `${page}?${query({ "issue[title]": title, "issue[description]": description })}`,
        `${page}?${query({ "issue[title]": title })}`, "You need an account there; an editor makes the file of it.", description));
    } else if (forge) {
      const page = kind === "forgejo" ? `${forge}/_new/${BRANCH}/` : `${forge}/new/${BRANCH}`;
      found.push(way(`Open it as a new file on ${hostOf(forge)}`, `${page}?${query({ filename: path, value: text })}`,
        `${page}?${query({ filename: path })}`, "You need an account there. The page asks you to propose the file, and then to send it as a pull request.", text));
    }
    if (forge && kind === "github" && fields) {
      const page = `${forge}/issues/new`;
      const { body: words = "", ...short } = fields; // GitHub takes `body` for the whole issue
      found.push(way(`Fill in a form on ${hostOf(forge)} instead`, `${page}?${query({ template: "note.yml", title, ...short, words })}`,
        `${page}?${query({ template: "note.yml", title, ...short })}`, "For those who do not want to make a file there: an editor makes it of your answers.", words));
    }
    if (contact) {
      const to = `mailto:${contact}?`;
      found.push(way("Send it by e-mail", `${to}${query({ subject: title, body: letter.replace(/\n/g, "\r\n") })}`,
        `${to}${query({ subject: title })}`, "Your own program for e-mail opens; you need no account anywhere.", letter, MOST_OF_LETTER));
    }
    return found;
  }

  /** @param {string} address @returns {string} */
  function hostOf(address) {
    try {
      return new URL(address).hostname;
    } catch {
      return "the forge";
    }
  }

  /** @param {string} text @param {string} name */
  function download(text, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/markdown;charset=utf-8" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  /** @param {Element} place @param {Sent} sent @param {Told} told @param {(words: string) => void} say @param {() => void} mark what is done where the clipboard is forbidden */
  function draw(place, sent, told, say, mark) {
    const { element } = own;
    /** @param {string} text @param {string} done */
    const copy = async (text, done) => {
      try {
        await navigator.clipboard.writeText(text);
        say(done);
      } catch {
        mark();
        say("The browser does not let this page copy. The text is marked above: copy it from there.");
      }
    };
    const button = (/** @type {string} */ words, /** @type {() => void} */ act) => {
      const made = element("button", [words], { type: "button", class: "tool" });
      made.addEventListener("click", act);
      return made;
    };
    const links = ways(sent, told).map(({ words, href, hint, copies }) => {
      const isLetter = href.startsWith("mailto:");
      const link = element("a", [words], { href, ...(isLetter ? {} : { target: "_blank", rel: "noopener" }) });
      // Copying as the link is followed would fail: the page has lost the focus by then.
      const first = copies ? [button("Copy the text", () => copy(copies, "The text is copied: paste it there.")), " "] : [];
      return element("li", [...first, link, ` ${hint}`]);
    });
    const name = sent.path.split("/").pop() || "file.md";
    place.replaceChildren(...links,
      element("li", [button("Save the file", () => {
        download(sent.text, name);
        say(`Saved as ${name}, where the browser puts what it saves.`);
      })]),
      element("li", [button("Copy the text", () => copy(message(sent, told), "The text is copied, with the name of the file."))]));
  }

  Object.assign(own, { ways, message, drawWays: draw });
})();
