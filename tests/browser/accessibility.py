"""Asks axe-core what is wrong with a page."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import pytest
from playwright.sync_api import Page

# WCAG 2.2 A and AA, and axe-core's own advice.
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

WINDOWS = pytest.mark.parametrize(("width", "colours"), [(360, "dark"), (1440, "light")])
"""Where states of a page are shown to axe-core; whole pages it sees in the other two ways."""

# In a page that was loaded with scripts off, timers never run (seen in Chromium 156), whereas
# messages and frames do. axe-core needs timers, so it gets some that are made of those.
TIMERS = """{
  const waiting = new Set();
  let last = 0;
  globalThis.setTimeout = (task, wait = 0, ...rest) => {
    const id = ++last;
    const due = performance.now() + wait;
    const look = () => {
      if (!waiting.has(id)) return;
      if (performance.now() < due) { requestAnimationFrame(look); return; }
      waiting.delete(id);
      task(...rest);
    };
    waiting.add(id);
    if (wait > 0) {
      requestAnimationFrame(look);
    } else {
      const channel = new MessageChannel();
      channel.port1.onmessage = look;
      channel.port2.postMessage(0);
    }
    return id;
  };
  globalThis.clearTimeout = (id) => { waiting.delete(id); };
}
"""


# axe-core's private fields have become WeakMaps, in which Chromium is slow, and so is its garbage
# collector: a quarter of the time. A key that nobody else has makes a field just as private.
FIELDS = """
globalThis.WeakMap = class {
  constructor() { this.key = Symbol("private"); }
  has(object) { return Object.hasOwn(object, this.key); }
  get(object) { return object[this.key]; }
  set(object, value) { object[this.key] = value; return this; }
  delete(object) { return delete object[this.key]; }
};
globalThis.WeakSet = class extends WeakMap {
  add(object) { return this.set(object, true); }
};
"""

# It also reads the same few colours thousands of times: a fifth of the time.
COLOURS = """{
  const colour = axe.commons.color.Color.prototype;
  const parse = colour.parseString;
  const known = new Map();
  colour.parseString = function (text) {
    if (!known.has(text)) {
      parse.call(this, text);
      known.set(text, [this.r, this.g, this.b, this.alpha]);
    }
    [this.r, this.g, this.b, this.alpha] = known.get(text);
    return this;
  };
}
"""


@dataclass(frozen=True)
class Violation:
    """One rule that one element breaks."""

    rule: str
    """axe-core's name of the rule, e.g. `image-alt`."""
    impact: str
    """`minor`, `moderate`, `serious` or `critical`."""
    target: str
    """A selector of the element; through frames and shadow roots the selectors in turn."""
    html: str
    """The element's own tag."""
    message: str
    """The rule in words, and why the element breaks it."""

    def __str__(self) -> str:
        """Say it in one line."""
        return f"{self.rule} ({self.impact}) at {self.target}: {self.message} — {self.html}"


@cache
def _axe_core() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def axe(page: Page, rules: tuple[str, ...] = RULES, within: str | None = None) -> list[Violation]:
    """Return the violations in a page, or within the elements that a selector finds.

    axe-core runs in a world of its own beside the page's scripts: a policy does not reach there,
    and neither side sees the other's variables.
    """
    session = page.context.new_cdp_session(page)
    try:
        tree = session.send("Page.getFrameTree")
        world = session.send(
            "Page.createIsolatedWorld",
            {"frameId": tree["frameTree"]["frame"]["id"], "worldName": "axe"},
        )["executionContextId"]

        def evaluate(expression: str) -> object:
            answer = session.send(
                "Runtime.evaluate",
                {
                    "expression": expression,
                    "contextId": world,
                    "awaitPromise": True,
                    "returnByValue": True,
                },
            )
            if "exceptionDetails" in answer:
                raise RuntimeError(f"axe-core failed: {answer['exceptionDetails']}")
            return answer["result"].get("value")

        # For a reader without scripts: those of the page have had their turn and stay silent.
        session.send("Emulation.setScriptExecutionDisabled", {"value": False})
        evaluate(f"{TIMERS}{FIELDS}{_axe_core()};{COLOURS}0")
        options = {"runOnly": list(rules), "resultTypes": ["violations"]}
        found = evaluate(
            f"axe.run({json.dumps(within) if within else 'document'}, "
            f"{json.dumps(options)}).then(results => JSON.stringify(results.violations))"
        )
    finally:
        session.detach()
    return [
        Violation(
            rule=violation["id"],
            impact=node["impact"] or "minor",
            target=" > ".join(map(str, node["target"])),
            html=node["html"].split(">")[0] + ">",
            message=f"{violation['help']}: "
            + "; ".join(
                check["message"] for kind in ("any", "all", "none") for check in node[kind]
            ),
        )
        for violation in json.loads(str(found))
        for node in violation["nodes"]
    ]
