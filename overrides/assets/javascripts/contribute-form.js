// @ts-check
/**
 * What the forms for contributors share: data that is fetched when a form is opened, messages at fields,
 * a draft that this window keeps, who writes, and the file that is shown and sent.
 */
(function () {
  const own = /** @type {any} */ (globalThis).editionContribute;

  /** @param {HTMLElement} root @returns {any} */
  function form(root) {
    const told = /** @type {Record<string, string>} */ (root.dataset);
    const base = new URL(told.base, location.href).href;
    /** @param {string} selector @returns {any} */
    const find = (selector) => root.querySelector(selector);
    const said = find(".form-said"), sent = find(".form-sent"), section = find(".form-send");
    const KEY = `contribute ${location.pathname}`, PERSON = "contribute person";
    let isAsked = false;

    /** @param {string} path @returns {Promise<any>} */
    const data = async (path) => {
      const answer = await fetch(new URL(path, base));
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      return answer.json();
    };

    /**
     * Say at a field what is wrong with it, or that nothing is.
     * @param {string} id @param {string | string[]} message
     * @param {[string, () => void] | null} [cure] the words of a button, and what it does
     */
    function tell(id, message, cure = null) {
      const lines = [message].flat().filter(Boolean), field = find(`#${id}`), place = find(`#${id}--fault`);
      const content = lines.flatMap((line, index) => (index ? [own.element("br", []), line] : [line]));
      if (cure) {
        const button = own.element("button", [cure[0]], { type: "button", class: "tool" });
        button.addEventListener("click", cure[1]);
        content.push(" ", button);
      }
      // What has not changed stays, with a focus that may be in it.
      const now = `${lines.join("\n")}${cure ? cure[0] : ""}`;
      if (place.dataset.said !== now) place.replaceChildren(...content);
      place.dataset.said = now;
      place.hidden = !lines.length;
      if (!field.matches("input, textarea, select")) return;
      const others = (field.getAttribute("aria-describedby") || "").split(" ").filter((/** @type {string} */ one) => one && one !== place.id);
      if (lines.length) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
      field.setAttribute("aria-describedby", [...others, ...(lines.length ? [place.id] : [])].join(" "));
      if (!field.getAttribute("aria-describedby")) field.removeAttribute("aria-describedby");
    }

    /** @returns {any} who writes; what is wrong is said at the fields where `isWanted` */
    function person(isWanted = isAsked) {
      const name = own.collapsed(find("#your-name").value), orcid = own.orcidOf(find("#your-orcid")?.value || "");
      const faults = {
        "your-name": name ? expected(own.nameFault(name), name) : isWanted ? "Write your name, as it shall stand beside what you wrote." : "",
        "your-orcid": orcid ? expected(own.orcidFault(orcid), orcid) : "",
        consent: find("#consent").checked || !isWanted ? "" : "It can be published only if you agree to this.",
      };
      for (const [id, fault] of Object.entries(faults)) if (find(`#${id}`)) tell(id, fault);
      return { name, orcid, licence: told.licence, faults: Object.keys(faults).filter((id) => faults[/** @type {"consent"} */ (id)]) };
    }

    /** @param {string} wanted @param {string} found @returns {string} */
    const expected = (wanted, found) => (wanted ? `Expected ${wanted}, found ${own.shown(found)}.` : "");

    /** @param {string} key @returns {any} */
    function stored(key) {
      try {
        return JSON.parse(sessionStorage.getItem(key) || "null");
      } catch {
        return null;
      }
    }

    /** @param {string} key @param {any} value */
    function store(key, value) {
      try {
        if (value) sessionStorage.setItem(key, JSON.stringify(value));
        else sessionStorage.removeItem(key);
      } catch {
        // Storage is full or forbidden: the form holds what is written as long as it is open.
      }
    }

    /** @returns {Record<string, string>} what the fields hold, by their ids */
    const values = () => Object.fromEntries(Array.from(root.querySelectorAll("input[id], textarea[id], select[id]"))
      .filter((field) => !field.matches("[readonly], [type=search]"))
      .map((/** @type {any} */ field) => [field.id, field.type === "checkbox" ? String(field.checked) : field.value]));

    /** @param {Record<string, string>} given */
    function fill(given) {
      for (const [id, value] of Object.entries(given)) {
        const field = find(`#${CSS.escape(id)}`);
        if (!field || typeof value !== "string") continue;
        if (field.type === "checkbox") field.checked = value === "true";
        else if (!field.readOnly) field.value = value;
      }
    }

    /** @param {string} about what the draft is about: each has one of its own @param {Record<string, string>} [all] */
    function keep(about, all = values()) {
      store(`${KEY} ${about}`, all);
      store(PERSON, { ...stored(PERSON), ...Object.fromEntries(Object.entries(all).filter(([id]) => id.startsWith("your-"))) });
    }

    /** @param {any} file path, text, title, fields; null hides it */
    function offer(file) {
      const text = find("#file-text");
      section.hidden = !file;
      if (!file || (text.value === file.text && find("#file-name").textContent === file.path)) return;
      find("#file-name").textContent = file.path;
      text.value = file.text;
      sent.textContent = "";
      own.drawWays(find(".form-ways"), file, { forge: told.forge, kind: told.forgeKind, contact: told.contact, licence: told.licence, edition: told.editionTitle },
        (/** @type {string} */ words) => (sent.textContent = words), () => text.select());
    }

    /**
     * @param {() => { faults: string[], file: any }} check ids of the fields that are wrong, in order, and the file
     * @param {boolean} isPressed whether somebody asked for it
     */
    function settle(check, isPressed) {
      isAsked = isAsked || isPressed;
      const { faults, file } = check();
      offer(isAsked && !faults.length ? file : null);
      if (!isAsked) return;
      said.textContent = faults.length ? `${faults.length === 1 ? "One thing is" : `${faults.length} things are`} missing or not right: see the fields.`
        : isPressed ? "All is as it has to be. Below is the file, and how to send it." : "";
      if (!isPressed) return;
      if (faults.length) find(`#${faults[0]}`)?.focus();
      else section.querySelector("a, button")?.focus();
    }

    /** @param {string} words @param {[string, () => void] | null} [undo] the words of a button, and what it does */
    const say = (words, undo = null) => {
      const button = undo ? own.element("button", [undo[0]], { type: "button", class: "tool" }) : null;
      if (undo) button.addEventListener("click", undo[1]);
      said.replaceChildren(words, ...(button ? [" ", button] : []));
    };

    return {
      find, data, tell, person, expected, fill, keep, settle, say, values,
      draft: (/** @type {string} */ about) => stored(`${KEY} ${about}`) || stored(PERSON) || {},
      forget: (/** @type {string} */ about) => {
        store(`${KEY} ${about}`, null);
        isAsked = false;
      },
      get isAsked() {
        return isAsked;
      },
    };
  }

  /** @param {() => void} act @returns {() => void} the same, once a moment has passed without another call */
  function soon(act) {
    let timer = 0;
    return () => {
      clearTimeout(timer);
      timer = setTimeout(act, 250);
    };
  }

  /** @returns {string} today, where the reader is, in the form of ISO 8601 */
  function today() {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  }

  /** @param {any} item of CSL-JSON @returns {{ author: string, year: string, title: string }} as a list shows it */
  function labelOf(item) {
    const people = item.author || item.editor || [];
    const names = people.map((/** @type {any} */ one) => one.literal || one.family || one.given || "");
    const author = names.length > 2 ? `${names[0]} et al.` : names.join(" & ");
    return { author: author || item.publisher || "", year: String(item.issued?.["date-parts"]?.[0]?.[0] || "n.d."), title: item.title || item.id };
  }

  /** @param {any} item @returns {string} */
  function named(item) {
    const { author, year, title } = labelOf(item);
    return author ? `${author} (${year}), ${title}` : `${title} (${year})`;
  }

  Object.assign(own, { form, soon, today, labelOf, named });
})();
