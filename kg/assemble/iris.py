"""Where IRIs are minted: readable, stable, the same for the same collection in any order.

A resource of the reference data keeps its IRI. Any other becomes <base><kind>/<slug>; if several want the same one, the
first by its place in the collection gets it and the others add six hexadecimal digits made from that place.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from kg.knowledge.folding import fold

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from kg.records import Cluster, Member

_NOT_YET: Final = "unnamed:"
"""What stands for the IRI of one without a name until the event that it is made of has one."""
LONGEST: Final = 120
"""Characters of the longest slug: a file name on every system, with room for a suffix."""

_DIGITS: Final = 6
_NO_LETTER: Final = re.compile(r"[^a-z0-9]+")
_NO_ID: Final = re.compile(r"[^A-Za-z0-9_]+")


def slug(text: str) -> str:
    """Return text as lower-case ASCII words joined by hyphens ("Łódź" -> "lodz"); a hash where no letter is left."""
    plain = fold(text.replace(".", " ")).replace("'", "")
    return _cut(_NO_LETTER.sub("-", plain).strip("-")) or _hash(text)


_rule_slug = lru_cache(maxsize=1024)(slug)


def document_slug(identifier: str) -> str:
    """Return a document's id, all but ASCII letters, digits and underscores made hyphens; a hash if none is left."""
    return _cut(_NO_ID.sub("-", identifier).strip("-")) or _hash(identifier)


def local(iri: str) -> str:
    """Return the last step of an IRI, by which other IRIs name it."""
    return iri[max(iri.rfind("/"), iri.rfind("#")) + 1 :]


def mention_iri(base: str, document: str, start: int, end: int, rule: str, *, trigger: int | None = None) -> str:
    """Return the IRI of a span as one rule read it; `document` is the document's IRI, `trigger` where a trigger begins.

    The rule is part of it, so that a new rule over the same words changes no IRI; so is the trigger, as one sentence
    may tell of two events by the same word.
    """
    end_of_name = _rule_slug(rule) if trigger is None else f"{_rule_slug(rule)}-{trigger}"
    return f"{mentions_of(base, document)}{start}-{end}-{end_of_name}"


def mentions_of(base: str, document: str) -> str:
    """Return how the IRIs of all mentions of a document begin, of which this is the IRI."""
    return f"{base}mention/{local(document)}-"


def settle(wishes: Sequence[tuple[str, str]], *, reserved: Container[str] = ()) -> list[str]:
    """Return an IRI for each wish (IRI, unique key): the wish, or with a suffix made from the key if it is taken.

    The smallest key gets the IRI as wished, so the order of wishes is of no account; nothing gets one in `reserved`.
    """
    rivals: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for index, (wish, key) in enumerate(wishes):
        rivals[wish].append((key, index))
    settled = [""] * len(wishes)
    taken = set(rivals)
    for wish in sorted(rivals):
        for place, (key, index) in enumerate(sorted(rivals[wish])):
            iri = wish
            if place or wish in reserved:
                iri = _free(wish, key, taken, reserved)
                taken.add(iri)
            settled[index] = iri
    return settled


def _free(wish: str, key: str, taken: Container[str], reserved: Container[str]) -> str:
    digits, length = _hash(key, 64), _DIGITS
    while (iri := f"{wish}-{digits[:length]}") in taken or iri in reserved:
        length += 1
    return iri


def place_in(member: Member) -> str:
    """Return a key that orders members by document id and index."""
    return f"{member.document}\x1f{member.index:09d}"


def provisional(cluster: Cluster) -> str:
    """Return what stands for the IRI of a cluster of entities without a name."""
    return f"{_NOT_YET}{place_in(cluster.members[0])}"


def is_provisional(iri: str) -> bool:
    """Say whether an IRI waits for that of its event."""
    return iri.startswith(_NOT_YET)


def _cut(text: str) -> str:
    """Shorten a slug at a hyphen, so that no word is left in halves."""
    if len(text) <= LONGEST:
        return text
    return (text[: LONGEST + 1].rpartition("-")[0] or text[:LONGEST])[:LONGEST]


def _hash(text: str, digits: int = 12) -> str:
    return sha256(text.encode(errors="surrogatepass")).hexdigest()[:digits]
