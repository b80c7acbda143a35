"""The pages for people; every word of the graph in them is escaped by the template engine."""

from __future__ import annotations

from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from kg.view.wording import long_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.report.records import Line
    from kg.serve.news import Found, NodeNews
    from kg.serve.resources import Listing, Resource

WEB: Final = Path(__file__).parent / "web"
TEMPLATES: Final = ("query.html", "resource.html", "lines.html", "listing.html", "refusal.html")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(WEB), autoescape=True, undefined=StrictUndefined, auto_reload=False
    )
    environment.filters["day"] = long_date
    return environment


def template(name: str) -> Template:
    """Return a template by the name of its file; it is read once."""
    return _environment().get_template(name)


def query_page(*, base: str, triples: int, news: Sequence[Line] = (), found: Found | None = None) -> str:
    """Return the start page: search, what it found or else the newest events, and the form in which one asks."""
    return template("query.html").render(
        base=base, triples=triples, news=news, found=found, address=lambda iri: _address(iri, base)
    )


def listing_page(listing: Listing, *, base: str) -> str:
    """Return the page that lists the nodes of a kind, or the kinds."""
    return template("listing.html").render(listing=listing, address=lambda iri: _address(iri, base))


def refusal_page(status: int, problem: str) -> str:
    """Return the page that says why there is no other, with ways on."""
    title = "Not found" if status == HTTPStatus.NOT_FOUND else "No answer"
    told = problem.strip()
    if told == HTTPStatus(status).phrase:  # as the router says it
        told = "There is nothing at this address."
    return template("refusal.html").render(title=title, problem=told)


def resource_page(resource: Resource, told: NodeNews, *, base: str) -> str:
    """Return the page of a node."""
    return template("resource.html").render(resource=resource, told=told, address=lambda iri: _address(iri, base))


def _address(iri: str, base: str) -> str:
    """Return where a node's IRI leads: to this server, to the web, or nowhere if it is no web address."""
    if iri.startswith(base):
        return f"/id/{iri.removeprefix(base)}"
    return iri if iri.startswith(("http://", "https://")) else ""
