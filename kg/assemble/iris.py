"""Where IRIs are minted: readable, stable, the same for the same collection in any order.

A resource of the reference data keeps its IRI. Any other becomes <base><kind>/<slug>; if several want the same one, the
first by its place in the collection gets it and the others add six hexadecimal digits made from that place.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from itertools import chain
from typing import TYPE_CHECKING, Final, overload

from kg.knowledge.folding import fold
from kg.records import Member
from kg.spool import Hashes, spooled

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from kg.records import Cluster

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


def settle(wishes: Iterable[tuple[str, str]], *, reserved: Container[str] = ()) -> Sequence[str]:
    """Return an IRI for each wish (IRI, unique key): the wish, or with a suffix made from the key if it is taken.

    The smallest key gets the IRI as wished, so the order of wishes is of no account; nothing gets one in `reserved`.
    """
    hashes, refused = Hashes(), defaultdict[str, list[tuple[str, int]]](list)

    def noted() -> Iterator[tuple[str, str]]:
        for number, (wish, key) in enumerate(wishes):
            hashes.add(wish)
            if wish in reserved:
                refused[wish].append((key, number))
            yield wish, key

    asked = spooled(noted(), tuple[str, str])
    rivals = chain(map(sorted, refused.values()), _rivals(asked, hashes, refused))
    now = array("I", bytes(4 * len(asked)))
    others = spooled(_suffixed(rivals, asked, hashes, reserved, now), str)
    return _Settled(asked, now, others)


class _Settled(Sequence[str]):
    """The IRIs of wishes: `now` has the number of another one, from 1 on, or 0 for the wish itself."""

    def __init__(self, asked: Sequence[tuple[str, str]], now: Sequence[int], others: Sequence[str]) -> None:
        self._asked, self._now, self._others = asked, now, others

    def __len__(self) -> int:
        return len(self._now)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            return [self[number] for number in range(len(self))[at]]
        return self._others[self._now[at] - 1] if self._now[at] else self._asked[at][0]

    def __iter__(self) -> Iterator[str]:
        for (wish, _), at in zip(self._asked, self._now, strict=True):
            yield self._others[at - 1] if at else wish


def _suffixed(
    rivals: Iterable[list[tuple[str, int]]],
    asked: Sequence[tuple[str, str]],
    hashes: Hashes,
    reserved: Container[str],
    now: array[int],
) -> Iterator[str]:
    """Yield the IRIs that are not as they were wished, and note in `now` whose they are, from 1 on."""
    count = 0
    for refused in rivals:
        made: set[str] = set()
        for key, number in refused:
            wish = asked[number][0]
            digits, length = _hash(key, 64), _DIGITS
            while (iri := f"{wish}-{digits[:length]}") in made or iri in reserved or _is_wished(iri, asked, hashes):
                length += 1
            made.add(iri)
            count += 1
            now[number] = count
            yield iri


def _rivals(
    asked: Sequence[tuple[str, str]], hashes: Hashes, refused: Container[str]
) -> Iterator[list[tuple[str, int]]]:
    """Yield the keys and numbers of those who wish what another has who comes before them, but for what nobody has."""
    for numbers in hashes.groups():
        if len(numbers) == 1:
            continue
        same: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
        for number in numbers:
            wish, key = asked[number]
            if wish not in refused:
                same[wish].append((key, number))
        yield from (sorted(rivals)[1:] for rivals in same.values())


def _is_wished(iri: str, asked: Sequence[tuple[str, str]], hashes: Hashes) -> bool:
    return any(asked[number][0] == iri for number in hashes.places(iri))


def place_in(member: Member) -> str:
    """Return a key that orders members by document id and index."""
    return f"{member.document}\x1f{member.index:09d}"


def provisional(cluster: Cluster) -> str:
    """Return what stands for the IRI of a cluster of entities without a name."""
    return f"{_NOT_YET}{place_in(cluster.members[0])}"


def is_provisional(iri: str) -> bool:
    """Say whether an IRI waits for that of its event."""
    return iri.startswith(_NOT_YET)


def member_of(iri: str) -> Member:
    """Return the first member of the cluster for whose IRI a provisional one stands."""
    document, _, index = iri.removeprefix(_NOT_YET).rpartition("\x1f")
    return Member(document, int(index))


def _cut(text: str) -> str:
    """Shorten a slug at a hyphen, so that no word is left in halves."""
    if len(text) <= LONGEST:
        return text
    return (text[: LONGEST + 1].rpartition("-")[0] or text[:LONGEST])[:LONGEST]


def _hash(text: str, digits: int = 12) -> str:
    return sha256(text.encode(errors="surrogatepass")).hexdigest()[:digits]
