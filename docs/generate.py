"""Write the pages that are made from the program itself: commands, settings, questions, the ontology, answers.

python docs/generate.py
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Final

import click
from click.testing import CliRunner
from pyoxigraph import NamedNode, QuerySolutions, RdfFormat, Store

from kg.cli import main
from kg.cli.settings import keys_of
from kg.errors import QueryError
from kg.knowledge.files import shipped_folder
from kg.knowledge.namespaces import DCT, KG, RDF, RDFS, SCHEMA, SKOS
from kg.query import named, names, run
from kg.query.tables import plain, table
from kg.store.graph import load

HERE: Final = Path(__file__).parent
EXAMPLE: Final = HERE / "example" / "graph.ttl"
OWL: Final = "http://www.w3.org/2002/07/owl#"
SHORT: Final = {
    "kg": KG,
    "rdfs": RDFS,
    "owl": OWL,
    "skos": SKOS,
    "schema": SCHEMA,
    "dct": DCT,
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "prov": "http://www.w3.org/ns/prov#",
    "org": "http://www.w3.org/ns/org#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "time": "http://www.w3.org/2006/time#",
    "plover": "https://w3id.org/newskg/scheme/plover#",
    "cameo": "https://w3id.org/newskg/scheme/cameo#",
    "ontolex": "http://www.w3.org/ns/lemon/ontolex#",
    "synsem": "http://www.w3.org/ns/lemon/synsem#",
}
DRAWN: Final = ("Entity", "Event")
"""Classes of which the page of the ontology has pictures."""
ASKED: Final = re.compile(r"```console\n\$ ([^\n]+)\n(?:(?!```)[^\n]*\n)*```")
SPARQL: Final = re.compile(r"(```sparql\n((?:(?!```)[^\n]*\n)+)```\n\n)```text\n(?:(?!```)[^\n]*\n)*```")


def commands() -> str:
    """Return the page of all commands with their options, as --help says."""
    parts = ["# Commands", "What `kg COMMAND --help` says; `kg -V` tells the version."]
    for name in main.list_commands(click.Context(main, info_name="kg")):
        command = main.get_command(click.Context(main), name)
        if command is not None:
            told = command.get_help(click.Context(command, info_name=f"kg {name}", max_content_width=96))
            parts.append(f"## kg {name}\n\n```text\n{_tidy(told)}```")
    return "\n\n".join(parts)


def settings(page: str) -> str:
    """Return the page of the settings with the keys that each command takes now."""
    rows = []
    for name in main.list_commands(click.Context(main, info_name="kg")):
        command = main.get_command(click.Context(main), name)
        if command is not None and (keys := keys_of(command)):
            rows.append(f"| `[{name}]` | {', '.join(f'`{key}`' for key in keys)} |\n")
    head, mark, rest = page.partition("| section | keys |\n|---|---|\n")
    return f"{head}{mark}{''.join(rows)}\n{rest[rest.index('## ') :]}"


def questions() -> str:
    """Return the page of the named questions with their options."""
    folder = shipped_folder() / "queries"
    parts = [
        "# Named questions",
        "For `kg query NAME`, `kg.open(...).query(NAME)` and `/questions/NAME` of the server. Each is a file of\n"
        "SPARQL in `ontology/queries` that runs in any store as it stands.",
    ]
    for name in names(folder):
        query = named(name, folder)
        rows = "".join(
            f"\n| `--{one.name}` | {', '.join(f'`{each}`' for each in one.choices) or one.kind} | {one.meaning} |"
            for one in query.parameters
        )
        parts.append(f"## {name}\n\n{query.question}")
        parts += [f"| option | value | |\n|---|---|---|{rows}"] if rows else []
    return "\n\n".join(parts)


def ontology() -> str:
    """Return the reference of the ontology's classes and properties, as kg.ttl defines them."""
    store = Store()
    store.load(path=str(shipped_folder() / "kg.ttl"), format=RdfFormat.TURTLE)
    classes = _terms(store, "Class")
    properties = sorted({*_terms(store, "ObjectProperty"), *_terms(store, "DatatypeProperty")})
    of_class = (("below", RDFS + "subClassOf"), ("needs", KG + "needs"), ("codes", SKOS + "closeMatch"))
    of_property = (
        ("below", RDFS + "subPropertyOf"),
        *(("of", SCHEMA + "domainIncludes"), ("of", RDFS + "domain")),
        *(("value", SCHEMA + "rangeIncludes"), ("value", RDFS + "range")),
    )
    return "\n\n".join(
        (
            "# Ontology",
            f"Made from `ontology/kg.ttl`, which has {len(classes)} classes and {len(properties)} properties.\n"
            "What makes two events of a class one, and what an event of it needs, stands there as well.",
            *(f"![The classes below kg:{root}](images/{root.lower()}.svg)" for root in DRAWN),
            f"## The classes as a tree\n\n```text\n{_tree(store, classes)}```",
            "## Classes",
            *(_entry(store, iri, of_class) for iri in classes),
            "## Properties",
            *(_entry(store, iri, of_property) for iri in properties),
        )
    )


def _values(store: Store, iri: str, predicate: str) -> list[str]:
    found = store.quads_for_pattern(NamedNode(iri), NamedNode(predicate), None)
    return sorted(getattr(quad.object, "value", str(quad.object)) for quad in found)


def _terms(store: Store, kind: str) -> list[str]:
    found = store.quads_for_pattern(None, NamedNode(RDF + "type"), NamedNode(OWL + kind))
    iris = {quad.subject.value for quad in found if isinstance(quad.subject, NamedNode)}
    return sorted(iri for iri in iris if iri.startswith(KG))


def _short(iri: str) -> str:
    for prefix, namespace in SHORT.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _entry(store: Store, iri: str, facts: tuple[tuple[str, str], ...]) -> str:
    told = [
        f"- {label}: {', '.join(f'`{_short(value)}`' for value in found)}"
        for label, predicate in facts
        if (found := _values(store, iri, predicate))
    ]
    told += [f"- example: {example}" for example in _values(store, iri, SKOS + "example")]
    definition = " ".join(_values(store, iri, SKOS + "definition"))
    return "\n\n".join(filter(None, (f"### {_short(iri)}", definition, "\n".join(told))))


def _tree(store: Store, classes: list[str]) -> str:
    above = {iri: [one for one in _values(store, iri, RDFS + "subClassOf") if one in classes] for iri in classes}

    def branch(iri: str, depth: int) -> str:
        below = (branch(one, depth + 1) for one in classes if iri in above[one])
        return f"{'  ' * depth}{_short(iri)}\n{''.join(below)}"

    return "".join(branch(iri, 0) for iri in classes if not above[iri])


def drawing(root: str) -> str:
    """Return a picture of a class of kg.ttl with all below it, and of what an event of each needs, as SVG."""
    store = Store()
    store.load(path=str(shipped_folder() / "kg.ttl"), format=RdfFormat.TURTLE)
    classes = _terms(store, "Class")
    rows: list[tuple[str, int, int]] = []

    def place(iri: str, depth: int, above: int) -> None:
        rows.append((iri, depth, above))
        here = len(rows) - 1
        for one in classes:
            if iri in _values(store, one, RDFS + "subClassOf"):
                place(one, depth + 1, here)

    place(KG + root, 0, -1)
    width, step = 640, 30
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {len(rows) * step + 12}"'
        ' font-family="sans-serif">'
    )
    parts = [
        head,
        f'<title>The classes below kg:{root}</title><rect width="100%" height="100%" rx="8" fill="#fbfaf8"/>',
    ]
    for number, (iri, depth, above) in enumerate(rows):
        x, y, name = 14 + 30 * depth, 8 + step * number, _short(iri)
        needs = ", ".join(_short(value) for value in _values(store, iri, KG + "needs"))
        if above >= 0:
            corner = f"M{x - 18} {8 + step * above + 22}V{y + 11}H{x}"
            parts.append(f'<path d="{corner}" fill="none" stroke="#c3c5cb"/>')
        wide = 8 * len(name) + 16
        parts.append(f'<rect x="{x}" y="{y}" width="{wide}" height="22" rx="6" fill="#fff" stroke="#0060a0"/>')
        parts.append(f'<text x="{x + wide / 2:g}" y="{y + 15}" text-anchor="middle" font-size="12.5">{name}</text>')
        if needs:
            parts.append(f'<text x="{x + wide + 10}" y="{y + 15}" font-size="11.5" fill="#565d6b">{needs}</text>')
    return "\n".join((*parts, "</svg>"))


def answered(page: str) -> str:
    """Return a page with each answer as the graph of the example gives it now."""
    store = load(EXAMPLE)

    def by_name(found: re.Match[str]) -> str:
        done = CliRunner().invoke(main, [*shlex.split(found[1])[1:], "--graph", str(EXAMPLE)])
        if done.exit_code:
            raise QueryError(done.output, place=found[1])
        return f"```console\n$ {found[1]}\n{_tidy(done.stdout)}```"

    def by_sparql(found: re.Match[str]) -> str:
        answer = run(store, found[2])
        if not isinstance(answer, QuerySolutions):
            raise QueryError("gives no rows", place=found[2])
        return f"{found[1]}```text\n{_tidy(plain(table(answer)))}```"

    return SPARQL.sub(by_sparql, ASKED.sub(by_name, page))


def _tidy(text: str) -> str:
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())


def pages() -> dict[str, str]:
    """Return the pages that are made, by the names of their files."""
    cookbook, said = ((HERE / name).read_text(encoding="utf-8") for name in ("cookbook.md", "settings.md"))
    made = {
        "commands.md": commands(),
        "settings.md": settings(said),
        "questions.md": questions(),
        "ontology.md": ontology(),
        "cookbook.md": answered(cookbook),
        **{f"images/{root.lower()}.svg": drawing(root) for root in DRAWN},
    }
    return {name: text.rstrip() + "\n" for name, text in made.items()}


if __name__ == "__main__":
    (HERE / "images").mkdir(exist_ok=True)
    for name, text in pages().items():
        (HERE / name).write_text(text, encoding="utf-8")
