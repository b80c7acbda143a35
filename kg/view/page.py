"""The page's text: pyvis draws the network into our template, with every script and style inside the file."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from pyvis.network import Network as Drawing  # type: ignore[import-untyped]  # pyvis ships without types

from kg.view.bundle import bundle
from kg.view.data import page_data

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.knowledge.looks import Looks
    from kg.view.content import Content
    from kg.view.network import Network

VIS_NETWORK = "templates/lib/vis-9.1.2/vis-network.min.js"
"""The drawing library as it ships inside pyvis 0.3; its style sheet is for buttons and tooltips that the page lacks."""

ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&'\u2028\u2029"}
"""What could end or break a script element is written as JSON escapes, so that no text of an article gets out of it."""

OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 0},
    "interaction": {
        "hover": True,
        "multiselect": False,
        "selectConnectedEdges": False,
        "tooltipDelay": 3600000,
        "zoomSpeed": 0.6,
    },
    "nodes": {"borderWidth": 2, "shape": "dot"},
    "edges": {"smooth": False, "width": 2, "selectionWidth": 1.5},
}


@dataclass(frozen=True, slots=True)
class Assets:
    """What the template puts into the page besides pyvis' nodes and edges, with the policy that allows just that."""

    title: str
    style: str
    library: str
    script: str
    data: str
    policy: str


def write_page(
    content: Content,
    network: Network,
    places: Mapping[str, tuple[int, int]],
    looks: Looks,
    *,
    title: str,
    turtle: Mapping[str, object],
    hidden: tuple[str, ...] = (),
    chosen: str | None = None,
) -> str:
    """Return the HTML; nodes with a place are in the picture, classes in `hidden` start switched off.

    The page opens with the node `chosen`, if any, and saves what is shown of it from `turtle`, as `turtle_of` makes it.
    """
    drawing = Drawing(directed=True, cdn_resources="in_line")
    for node, (x, y) in sorted(places.items()):
        kind, label, size = (network.nodes[node][key] for key in ("kind", "label", "size"))
        drawing.add_node(node, label=label, x=x, y=y, size=size, group=kind)
    drawing.options = OPTIONS
    drawing.set_template_dir(str(_web()), "page.html")
    drawing.templateEnv.autoescape = True
    drawing.templateEnv.filters["data"] = inline_json
    drawing.templateEnv.globals["page"] = _assets(
        title, page_data(content, network, looks, hidden=hidden, chosen=chosen) | {"turtle": turtle}
    )
    return str(drawing.generate_html("page.html"))


def inline_json(value: object) -> str:
    """Return JSON that is safe inside a script element, whatever the strings in it hold."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).translate(ESCAPES)


def _assets(title: str, data: object) -> Assets:
    style = (_web() / "page.css").read_text(encoding="utf-8")
    library = (resources.files("pyvis") / VIS_NETWORK).read_text(encoding="utf-8")
    script = bundle(_web() / "main.js")
    policy = (
        f"default-src 'none'; script-src {_hash(library)} {_hash(script)}; style-src {_hash(style)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )
    return Assets(title, style, library, script, inline_json(data), policy)


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def _web() -> Path:
    return Path(str(resources.files("kg.view"))) / "web"
