"""A listener: what a screen reader is told of a page, from Chromium's own accessibility tree."""

from dataclasses import dataclass

from playwright.sync_api import Page


@dataclass(frozen=True)
class Heard:
    """One thing that is announced."""

    role: str
    """Chromium's name of the role, e.g. `link`."""
    name: str
    """What it is called."""
    focusable: bool


def heard(page: Page, selector: str) -> list[Heard]:
    """Return everything that is announced within an element, in order, static text left out."""
    session = page.context.new_cdp_session(page)
    try:
        session.send("DOM.enable")
        document = session.send("DOM.getDocument")["root"]["nodeId"]
        found = session.send("DOM.querySelector", {"nodeId": document, "selector": selector})
        described = session.send("DOM.describeNode", {"nodeId": found["nodeId"]})
        session.send("Accessibility.enable")
        nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    finally:
        session.detach()
    by_id = {node["nodeId"]: node for node in nodes}
    (top,) = (
        node for node in nodes if node.get("backendDOMNodeId") == described["node"]["backendNodeId"]
    )

    def walk(node: dict) -> list[Heard]:
        below = [
            thing
            for child in node.get("childIds", ())
            if child in by_id
            for thing in walk(by_id[child])
        ]
        role = node.get("role", {}).get("value", "")
        if node["ignored"] or role in ("StaticText", "InlineTextBox"):
            return below
        focusable = any(
            one["name"] == "focusable" and one["value"]["value"]
            for one in node.get("properties", ())
        )
        return [Heard(role, node.get("name", {}).get("value", ""), focusable), *below]

    return [thing for child in top["childIds"] if child in by_id for thing in walk(by_id[child])]
