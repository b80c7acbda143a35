"""What a text has named up to a word: by what later words may come back to it, and when it was named last."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from kg.grammar.hyphens import is_only_stood_by
from kg.grammar.tree import Token
from kg.knowledge.folding import fold
from kg.resolve.found import Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.resolve.context import Context

BODY, COUNTRY = "Organization", "Country"
ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent"})


class Tag(Enum):
    """By what a later word can mean a body: its sort, a noun that ends a name of it, a noun that stood beside one."""

    SORT = auto()
    HEAD = auto()
    BESIDE = auto()


@dataclass(frozen=True, slots=True)
class Antecedent:
    """A mention with the token at the head of its words and the number of its sentence."""

    item: Found
    root: Token
    sentence: int


@dataclass(slots=True)
class Discourse:
    """What the text has named so far: the last mention of each body under each tag and of each country; how often whom.

    `lands` has also the countries of persons, places and bodies, each with the sentence that named it last.
    """

    bodies: defaultdict[tuple[Tag, str], dict[str, Antecedent]] = field(default_factory=lambda: defaultdict(dict))
    countries: dict[str, Antecedent] = field(default_factory=dict)
    lands: dict[str, int] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, context: Context, antecedent: Antecedent) -> None:
        """Take in a mention."""
        identity = antecedent.item.identity
        if identity.kind == COUNTRY:
            self.countries[identity.key] = antecedent
            self.counts[identity.key] += 1
        if land := land_of(antecedent):
            self.lands[land] = antecedent.sentence
        if identity.kind == BODY:
            for tag in tags_of(context, antecedent):
                self.bodies[tag][identity.key] = antecedent

    def fitting(self, tags: Iterable[tuple[Tag, str]]) -> Mapping[str, Antecedent]:
        """Return the bodies under any of the tags, each with its last mention."""
        return {key: found for tag in tags for key, found in self.bodies.get(tag, {}).items()}


def land_of(antecedent: Antecedent) -> str | None:
    """Return the country that a mention brings to mind: itself, or that of a person, place or body."""
    identity = antecedent.item.identity
    return identity.key if identity.kind == COUNTRY else identity.country


def tags_of(context: Context, antecedent: Antecedent) -> Iterator[tuple[Tag, str]]:
    """Yield by what later words can mean a body: see `Tag`."""
    identity = antecedent.item.identity
    resource = context.gazetteer.reference.get(identity.reference or "")
    yield Tag.SORT, resource.sort or "" if resource else ""
    surface = context.document.text[antecedent.item.start : antecedent.item.end]
    for name in {surface, *(resource.labels if resource else ())}:
        if head := head_noun(context, name):
            yield Tag.HEAD, head
    if is_only_stood_by(context.document.text, antecedent.item.start, antecedent.item.end, context.words):
        return  # "the militants" of "pro-Taliban militants" are not the Taliban
    root = antecedent.root
    for token in (root.head, *root.children):
        if token.pos_ == "NOUN" and token.i != root.i and token.dep_ not in ARGUMENTS - {root.head.dep_}:
            yield Tag.BESIDE, fold(token.lemma_)


def head_noun(context: Context, name: str) -> str | None:
    """Return the last word of a name, or the one before its "of"; a name of one word has none."""
    words = fold(name).split()
    of = next((i for i, word in enumerate(words) if word in context.words.prepositions.genitive), len(words))
    return words[of - 1] if len(words) > 1 and of > 0 else None


def antecedents_of(context: Context, found: Iterable[Found], sentences: Mapping[int, int]) -> list[Antecedent]:
    """Return the mentions of persons, countries, places and bodies in order of the tokens at their heads."""
    antecedents: list[Antecedent] = []
    for item in found:
        span = context.tokens_of(item)
        if span is not None:
            root = span.root
            antecedents.append(Antecedent(item, root, sentences[root.i]))
    return sorted(antecedents, key=lambda one: (one.root.i, one.item.start))


def are_apart(token: Token, other: Token) -> bool:
    """Whether grammar makes two of them: two arguments of one verb, or two parts of one list."""
    if token.dep_ == "conj" and other.i in {token.head.i, *(part.i for part in token.head.conjuncts)}:
        return True
    if other.dep_ == "conj" and token.i in {other.head.i, *(part.i for part in other.head.conjuncts)}:
        return True
    return token.head.i == other.head.i and token.dep_ in ARGUMENTS and other.dep_ in ARGUMENTS
