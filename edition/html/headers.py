"""The policy as headers, in the form in which each web server or host reads them.

Every page states its policy itself, so none of this is needed; a header cannot be missed by a file
that is no page, and tells browsers before the first byte. It allows the scripts of all pages, and a
page its own alone: browsers hold to both. Framing stays allowed, since instructors
show pages in a course: there is no `X-Frame-Options` and no `frame-ancestors`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

NO_SNIFFING = ("X-Content-Type-Options", "nosniff")


def headers(policy: str) -> dict[str, str]:
    """Return what a server should send with every answer."""
    return {"Content-Security-Policy": policy, NO_SNIFFING[0]: NO_SNIFFING[1]}


def _netlify(found: Mapping[str, str]) -> str:
    lines = "".join(f"  {name}: {value}\n" for name, value in found.items())
    return f"/*\n{lines}"


def _vercel(found: Mapping[str, str]) -> str:
    values = [{"key": name, "value": value} for name, value in found.items()]
    return json.dumps({"headers": [{"source": "/(.*)", "headers": values}]}, indent=2) + "\n"


def _nginx(found: Mapping[str, str]) -> str:
    return "".join(f'add_header {name} "{value}" always;\n' for name, value in found.items())


def _apache(found: Mapping[str, str]) -> str:
    lines = "".join(f'  Header always set {name} "{value}"\n' for name, value in found.items())
    return f"<IfModule mod_headers.c>\n{lines}</IfModule>\n"


FORMS: Mapping[str, Callable[[Mapping[str, str]], str]] = {
    "netlify": _netlify,
    "cloudflare": _netlify,
    "vercel": _vercel,
    "nginx": _nginx,
    "apache": _apache,
}
"""By host; Cloudflare Pages reads the file of Netlify's form."""
