"""Definite descriptions that come back to what was named: "the government", "the group", "the coalition".

Each means the only country or body told of so far that it fits, else the only one of its sentence and the one before
(the nearness of Lappin and Leass 1994); where two compete, it is left alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.grammar.hyphens import is_only_stood_by
from kg.grammar.syntax import marker_of
from kg.grammar.tree import Token
from kg.knowledge.folding import fold
from kg.knowledge.reference import body_sort
from kg.records import MentionKind
from kg.resolve.context import word_keys
from kg.resolve.coreference.antecedents import BODY, Antecedent, Discourse, Tag, antecedents_of, are_apart, land_of
from kg.resolve.found import Found, known_identity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.knowledge.reference import Resource
    from kg.resolve.context import Context

#: Sorts of organizations (as in kg/resolve/context.py) that each class of nouns fits; "" are those of no known sort.
GROUPS = ("armed-group", "political-party", "")
ALLIANCES = ("alliance", "international-organization")
COMPANIES = ("company", "")
NOUNS, INSIDE = frozenset({"NOUN", "PROPN"}), frozenset({"amod", "compound"})
RESTRICTING = frozenset({"nmod", "acl", "acl:relcl", "appos", "flat", "nummod", "nmod:poss", "cop", "nmod:desc"})


@dataclass(frozen=True, slots=True)
class Description:
    """A common noun with the words before it; `text` is all without the article, `modifiers` what stands between."""

    noun: Token
    first: Token
    text: str
    modifiers: tuple[str, ...]
    definite: bool

    @property
    def span(self) -> tuple[int, int]:
        """The characters of the words without the article."""
        return self.first.idx, self.noun.idx + len(self.noun)


def find_descriptions(context: Context, found: Sequence[Found]) -> Iterator[Found]:
    """Yield the descriptions of countries and bodies that were named before."""
    sentences = {token.i: number for number, sent in enumerate(context.doc.sents) for token in sent}
    antecedents = antecedents_of(context, found, sentences)
    covered = {at for one in antecedents for at in _tokens(context, one.item)}
    yield from _people(context, antecedents)
    discourse, at = Discourse(), 0
    for token in context.doc:
        is_noun = token.pos_ in NOUNS and token.i not in covered
        description = describe(context, token) if is_noun else None
        if description is not None and not covered.intersection(range(description.first.i, token.i)):
            here = sentences[token.i]
            ahead = tuple(_until(antecedents, at, here))
            item = _meant(context, description, discourse, ahead, here)
            if item is not None:
                discourse.add(context, Antecedent(item, token, here))
                yield item
        while at < len(antecedents) and antecedents[at].root.i <= token.i:
            discourse.add(context, antecedents[at])
            at += 1


def _people(context: Context, antecedents: Sequence[Antecedent]) -> Iterator[Found]:
    """Yield the people of a group behind its name, who are the group: "FARC rebels"."""
    for one in antecedents:
        noun, item = one.root.head, one.item
        group = item.identity.kind == BODY and one.root.dep_ == "compound" and noun.i == one.root.i + 1
        aside = is_only_stood_by(context.document.text, item.start, item.end, context.words)
        if group and not aside and fold(noun.lemma_) in context.words.anaphors.people_of_group:
            end = noun.idx + len(noun)
            yield Found(item.start, end, item.identity, MentionKind.NOMINAL, "people of a group")


def _tokens(context: Context, item: Found) -> range:
    span = context.tokens_of(item)
    return range(span.start, span.end) if span is not None else range(0)


def _until(antecedents: Sequence[Antecedent], at: int, sentence: int) -> Iterator[Antecedent]:
    """Yield what the rest of the sentence tells."""
    while at < len(antecedents) and antecedents[at].sentence == sentence:
        yield antecedents[at]
        at += 1


def describe(context: Context, noun: Token) -> Description | None:
    """Return the description that a noun heads; None for one that says of itself which one it means."""
    words = context.words
    if noun.pos_ not in NOUNS or noun.dep_ in RESTRICTING or noun.dep_ in INSIDE:
        return None
    if any(child.dep_ in RESTRICTING for child in noun.children):
        return None
    before = [child for child in noun.lefts if child.dep_ in INSIDE]
    articles = [child for child in noun.lefts if child.lower_ in words.function.definite_article]
    others = [child for child in noun.lefts if child.dep_ == "det" and child not in articles]
    keys = tuple(fold(child.text) for child in before)
    other = not words.anaphors.other_word.isdisjoint(keys) or any(child.tag_ in {"JJS", "RBS"} for child in before)
    if others or other:
        return None
    text = " ".join((*keys, fold(noun.text)))
    return Description(noun, before[0] if before else noun, text, keys, bool(articles))


def _meant(
    context: Context, description: Description, discourse: Discourse, ahead: Sequence[Antecedent], sentence: int
) -> Found | None:
    words = context.words.anaphors
    if description.definite and (body := _body(context, description, discourse, sentence)) is not None:
        return Found(*description.span, body.item.identity, MentionKind.NOMINAL, "only body that fits")
    if description.definite and description.text in context.words.states.capital_noun:
        return _capital(context, description, discourse, ahead, sentence)
    nouns = words.bare_description | (words.state_description if description.definite else frozenset())
    if description.text in nouns:
        return _country(context, description, discourse, ahead, sentence)
    return None


def _body(context: Context, description: Description, discourse: Discourse, sentence: int) -> Antecedent | None:
    """Return the only body that the noun fits, in the text so far, else in this sentence and the one before."""
    noun = description.noun
    if _is_of_those_who_meet(context, noun):
        return None
    fitting = {
        key: one
        for key, one in discourse.fitting(_tags(context, noun)).items()
        if not are_apart(noun, one.root)
        and _has_modifiers(context, one, description)
        and not (_is_of_a_state(context, noun) and _sort(context, one) in GROUPS)
    }
    if len(fitting) > 1:
        fitting = {key: one for key, one in fitting.items() if one.sentence >= sentence - 1}
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def _is_of_a_state(context: Context, noun: Token) -> bool:
    """Whether a noun alone means armed forces of a state: "the army" is no "Liberation Army" that fights it."""
    return noun.tag_ == "NN" and fold(noun.text) in context.words.states.force_noun


def _sort(context: Context, antecedent: Antecedent) -> str | None:
    return body_sort(antecedent.item.identity.reference, context.gazetteer.reference)


def _resource(context: Context, antecedent: Antecedent) -> Resource | None:
    return context.gazetteer.reference.get(antecedent.item.identity.reference or "")


def _is_of_those_who_meet(context: Context, noun: Token) -> bool:
    """Whether a group does with nobody else what several do with each other, so that it is no body named before."""
    words, verb = context.words, noun.head
    mutual = noun.dep_ == "nsubj" and fold(verb.lemma_) in words.anaphors.mutual_verb
    with_whom = any(marker_of(child) in words.prepositions.comitative for child in verb.children)
    return mutual and not with_whom and fold(noun.text) in words.anaphors.group_description


def _tags(context: Context, noun: Token) -> Iterator[tuple[Tag, str]]:
    words, key = context.words.anaphors, fold(noun.text)
    yield Tag.HEAD, key
    for nouns, sorts in (
        (words.group_description, GROUPS),
        (words.alliance_description, ALLIANCES),
        (words.company_description, COMPANIES),
    ):
        if key in nouns:
            yield from ((Tag.SORT, sort) for sort in sorts)
    if (lemma := fold(noun.lemma_)) in words.people_of_group:
        yield Tag.BESIDE, lemma


def _has_modifiers(context: Context, antecedent: Antecedent, description: Description) -> bool:
    """Whether what stands before the noun is in the name too: "the defence ministry" is no ministry of justice."""
    if fold(description.noun.text) in context.words.anaphors.group_description:
        return True
    resource = _resource(context, antecedent)
    names = {context.document.text[antecedent.item.start : antecedent.item.end], *(resource.labels if resource else ())}
    return any(set(description.modifiers) <= set(fold(name).split()) for name in names)


def _country(
    context: Context, description: Description, discourse: Discourse, ahead: Sequence[Antecedent], sentence: int
) -> Found | None:
    """Return the only country that the text has told of by the end of the sentence, else the main one if alone near."""
    noun = description.noun
    lands = dict(discourse.lands) | {land: one.sentence for one in ahead if (land := land_of(one))}
    if len(lands) > 1:
        lands = {land: last for land, last in lands.items() if last >= sentence - 1}
        total = sum(discourse.counts.values())
        lands = lands if len(lands) == 1 and all(2 * discourse.counts[land] >= total for land in lands) else {}
    if len(lands) != 1:
        return None
    (land,) = lands
    named = discourse.countries.get(land) or next((one for one in ahead if _is_scene(context, one)), None)
    resource = context.gazetteer.reference.get(land)
    here = [one for one in (discourse.countries.get(land), *ahead) if one is not None and one.sentence == sentence]
    apart = any(are_apart(noun, one.root) and not _is_scene(context, one) for one in here)
    if named is None or resource is None or apart:
        return None
    return Found(*description.span, known_identity(resource), MentionKind.NOMINAL, "only country told of")


def _capital(
    context: Context, description: Description, discourse: Discourse, ahead: Sequence[Antecedent], sentence: int
) -> Found | None:
    """Return the capital of the only country told of, where the noun stands for a place: "a blast in the capital"."""
    noun, states = description.noun, context.words.states
    places = states.place_preposition | states.way_preposition
    scene = any(child.dep_ == "case" and child.lower_ in places for child in noun.children)
    reached = noun.dep_ == "obj" and not word_keys(noun.head).isdisjoint(states.harm_word | states.motion_word)
    country = _country(context, description, discourse, ahead, sentence) if scene or reached else None
    resource = context.gazetteer.reference.get(country.identity.key) if country is not None else None
    capital = context.gazetteer.reference.get(resource.capital or "") if resource is not None else None
    if capital is None:
        return None
    return Found(*description.span, known_identity(capital), MentionKind.NOMINAL, "capital of the only country told of")


def _is_scene(context: Context, antecedent: Antecedent) -> bool:
    """Whether a country is where the sentence plays: "in Somalia"."""
    places = context.words.states.place_preposition
    return antecedent.item.identity.kind == "Country" and any(
        child.dep_ == "case" and child.lower_ in places for child in antecedent.root.children
    )
