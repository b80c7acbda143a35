"""The prefixes that graphs, queries and answers share, and the one way to shorten an IRI."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from kg.knowledge.namespaces import (
    CAMEO,
    DCAT,
    DCT,
    FOAF,
    ID,
    KG,
    OA,
    ORG,
    OWL,
    PLOVER,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
    SEM,
    SH,
    SKOS,
    SPDX,
    VOID,
    WIKIDATA,
    XSD,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

PREFIXES: Final[Mapping[str, str]] = {
    "cameo": CAMEO,
    "dcat": DCAT,
    "dct": DCT,
    "foaf": FOAF,
    "kg": KG,
    "oa": OA,
    "org": ORG,
    "owl": OWL,
    "plover": PLOVER,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "sem": SEM,
    "sh": SH,
    "skos": SKOS,
    "spdx": SPDX,
    "void": VOID,
    "wd": WIKIDATA,
    "xsd": XSD,
}
"""Prefix name -> namespace; names have no dot, which some readers take for the end of the sentence."""

KINDS: Final = (
    *("attack", "call", "conversation", "country", "document", "figure", "meeting", "mention", "merge"),
    *("organization", "person", "place", "statement", "tenure", "topic", "transfer", "weapon"),
)
"""The kinds of resource that queries may name as kind:slug without declaring the prefix."""

_BY_NAMESPACE: Final = {namespace: name for name, namespace in PREFIXES.items()}
_KIND: Final = re.compile(r"[a-z][a-z0-9-]*")
# A stricter set than Turtle's: no dots, colons or escapes, nothing that any reader is known to take for another IRI.
_LOCAL: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")


def shorten(iri: str, *, base: str = ID) -> tuple[str, str, str] | None:
    """Return prefix, namespace and local name of an IRI, None if only the full IRI is safe everywhere.

    Resources under `base` get their kind as the prefix: <base>person/joe-biden is person:joe-biden.
    """
    cut = max(iri.rfind("/"), iri.rfind("#")) + 1
    namespace, local = iri[:cut], iri[cut:]
    name = _LOCAL.fullmatch(local) and _prefix(namespace, base)
    return (name, namespace, local) if name else None


@lru_cache(maxsize=1024)
def _prefix(namespace: str, base: str) -> str | None:
    if name := _BY_NAMESPACE.get(namespace):
        return name
    # <base>a# is another namespace than <base>a/, and one file has one prefix for each name.
    kind = namespace[len(base) : -1] if namespace.startswith(base) and namespace.endswith("/") else ""
    return kind if _KIND.fullmatch(kind) and kind not in PREFIXES else None


def readable(iri: str, *, base: str = ID) -> str:
    """Return prefix:local where that is safe, else <IRI>."""
    short = shorten(iri, base=base)
    return f"{short[0]}:{short[2]}" if short else f"<{iri}>"


def query_prefixes(*, base: str = ID) -> dict[str, str]:
    """Return every prefix that a query may use without declaring it, the kinds of resource under `base` included."""
    return {**PREFIXES, **{kind: f"{base}{kind}/" for kind in KINDS}}
