"""Who and what a document names: entities, their mentions and the offices that they held."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.records.documents import Span, Term
from kg.records.evidence import Evidence


class MentionKind(StrEnum):
    """What sort of words refer to the entity; generic ones ("weapons", "arms") fill a role and name nothing.

    A description ("gunmen", "a convoy") is all that the text says of a participant without a name.
    """

    NAME = "Name"
    DEMONYM = "Demonym"
    METONYM = "Metonym"
    NOMINAL = "Nominal"
    PRONOUN = "Pronoun"
    GENERIC = "Generic"
    DESCRIPTION = "Description"


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that refers to the entity at index `entity`, found by the named rule."""

    span: Span
    entity: int
    kind: MentionKind
    rule: str


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, country, organization, place or weapon of a document.

    `kind` is its ontology class; `name` the fullest name in the document; `names` every surface name, sorted;
    `reference` the IRI of the same thing in ontology/; `country` the IRI of the country that a person represents or
    that a place, an organization or an unnamed participant lies in; `broader` the IRI of the type above a weapon that
    is not in ontology/. `unnamed` is there where the text only describes it: its name is then those words.
    """

    kind: Term
    name: str
    names: tuple[str, ...] = ()
    reference: str | None = None
    country: str | None = None
    broader: str | None = None
    unnamed: Unnamed | None = None

    @property
    def nation(self) -> str | None:
        """The IRI of the country that it is, represents or lies in; None where that is not known."""
        return self.reference if self.kind == "Country" else self.country


@dataclass(frozen=True, slots=True)
class Unnamed:
    """What the words for a participant without a name tell of it.

    `described` is the IRI of its kind in ontology/ ("gunmen": an armed group), None for a noun of no kind there;
    `belongs_to` the index of the named entity that it is of or in ("a hospital in Khan Younis"); `minimum` and
    `maximum` how many there are, None where the text leaves an end open.
    """

    described: str | None
    belongs_to: int | None = None
    minimum: int | None = None
    maximum: int | None = None


@dataclass(frozen=True, slots=True)
class Tenure:
    """`holder` held `office` (as reported) of the country or organization `of`; both are entity indices."""

    holder: int
    office: str
    of: int | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who and what a document names: what resolve hands to extract.

    Words that refer to several entities ("the two leaders") have one mention for each, over the same span.
    """

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    tenures: tuple[Tenure, ...]
