"""The pages for people; every word of the graph in them is escaped by the template engine."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

if TYPE_CHECKING:
    from kg.serve.resources import Resource

WEB: Final = Path(__file__).parent / "web"
TEMPLATES: Final = ("query.html", "resource.html")


@cache
def template(name: str) -> Template:
    """Return a template by the name of its file; it is read once."""
    environment = Environment(loader=FileSystemLoader(WEB), autoescape=True, undefined=StrictUndefined)
    return environment.get_template(name)


def query_page(*, base: str, triples: int) -> str:
    """Return the page on which one asks."""
    return template("query.html").render(base=base, triples=triples)


def resource_page(resource: Resource, *, base: str) -> str:
    """Return the page of a node."""
    return template("resource.html").render(resource=resource, address=lambda iri: _address(iri, base))


def _address(iri: str, base: str) -> str:
    """Return where a node's IRI leads: to this server, to the web, or nowhere if it is no web address."""
    if iri.startswith(base):
        return f"/id/{iri.removeprefix(base)}"
    return iri if iri.startswith(("http://", "https://")) else ""
