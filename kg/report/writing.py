"""From a graph to a report in HTML or Markdown."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypedDict

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from kg.errors import ReportError
from kg.files import replaced
from kg.report.brief import brief_of
from kg.report.plots import can_draw, plots
from kg.view.wording import capital, count, joined, long_date

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Unpack

    from pyoxigraph import Store

    from kg.knowledge import Knowledge

WEB: Final = Path(__file__).parent / "web"
HTML, MARKDOWN = "html", "markdown"
SUFFIXES: Final = {".html": HTML, ".htm": HTML, ".md": MARKDOWN, ".markdown": MARKDOWN}
MOST: Final = 25
"""Rows that a table of a report has unless one asks for more."""


class Choice(TypedDict, total=False):
    """Of which part of a graph a report tells, under what heading, how long, and whether with plots."""

    title: str
    focus: str | None
    since: str | None
    most: int
    drawn: bool | None


def report_of(
    store: Store,
    knowledge: Knowledge,
    *,
    form: str = HTML,
    title: str = "News brief",
    focus: str | None = None,
    since: str | None = None,
    most: int = MOST,
    drawn: bool | None = None,
    beside: str | None = None,
) -> tuple[str, Mapping[str, str]]:
    """Return the report of a graph, and its plots as SVG by their names; the same graph gives the same report.

    HTML holds its plots; Markdown names them as files `beside`.NAME.svg, and leaves them out where that is None.
    Unless it is said whether they are `drawn`, they are where they can be. Raises GraphError where the graph tells
    nothing, and ReportError where plots are asked for and can not be drawn.
    """
    brief = brief_of(store, knowledge, title=title, focus=focus, since=since)
    wanted = (can_draw() if drawn is None else drawn) and (form == HTML or beside is not None)
    families = knowledge.looks.families
    light = {name: family.light for name, family in sorted(families.items())}
    pictures = plots(brief, light) if wanted else {}
    text = _template("report.html" if form == HTML else "report.md").render(
        brief=brief,
        named=sum(outlet.named for outlet in brief.outlets),
        plots=pictures,
        most=most,
        light=light,
        dark={family.light: family.dark for _, family in sorted(families.items())},
        beside=beside or "",
        style=Markup(_style()),  # noqa: S704 (the package's own file)
    )
    return re.sub(r"\n{3,}", "\n\n", text).rstrip() + "\n", pictures


def render(store: Store, out: Path, knowledge: Knowledge, **choice: Unpack[Choice]) -> tuple[Path, ...]:
    """Write the report as HTML or Markdown, by the name's ending, and return the paths of all that was written.

    Markdown has its plots beside it. Each file is replaced at once or not at all.
    """
    form = SUFFIXES.get(out.suffix.lower())
    if form is None:
        remedy = f"name a file that ends in {', '.join(SUFFIXES)}"
        raise ReportError("is no kind of report", place=str(out), remedy=remedy)
    text, pictures = report_of(store, knowledge, form=form, beside=out.stem, **choice)
    files = {out: text}
    if form == MARKDOWN:
        files |= {out.with_name(f"{out.stem}.{name}.svg"): _alone(svg) for name, svg in pictures.items()}
    for path, content in files.items():
        with replaced(path) as stream:
            stream.write(content.encode())
    return tuple(files)


def _alone(svg: str) -> str:
    """Return a plot as a file of its own."""
    return svg.replace("<svg ", '<svg font-family="sans-serif" ', 1)


@cache
def _template(name: str) -> Template:
    environment = Environment(
        loader=FileSystemLoader(WEB),
        autoescape=name.endswith(".html"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "day": long_date,
        "brief_day": _brief_day,
        "counted": count,
        "capital": capital,
        "joined": joined,
        "plain": _plain,
    }
    return environment.get_template(name)


@cache
def _style() -> str:
    return (WEB / "report.css").read_text(encoding="utf-8")


def _brief_day(date: str) -> str:
    return long_date(date, brief=True)


_MARKS: Final = re.compile(r"([\\`*_\[\]<>|#~$])")


def _plain(words: object) -> str:
    """Return words that Markdown takes for nothing but words, on one line."""
    line = _MARKS.sub(r"\\\1", " ".join(str(words).split()))
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", re.sub(r"^([-+=])", r"\\\1", line))
