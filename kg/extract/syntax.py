"""Logical arguments: who does what to whom, once passives, relative clauses, control and coordination are undone.

Labels are those of Universal Dependencies (https://universaldependencies.org/en/dep/).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.records import Span
from kg.schema.lexicon import Function
from kg.schema.prepositions import load_prepositions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "csubj", "nsubj:outer"})
PASSIVE_SUBJECTS = frozenset({"nsubj:pass", "csubj:pass"})
OBLIQUES = frozenset({"obl", "obl:agent", "nmod", "nmod:poss", "obl:unmarked", "obl:tmod"})
CLAUSES_OF_NOUNS = frozenset({"acl", "acl:relcl"})
RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
BEFORE_NOUNS = frozenset({"compound", "amod", "nmod:desc"})
DEPTH = 6  # control chains longer than this ("seemed to agree to try to ...") are parser noise


@dataclass(frozen=True, slots=True)
class Filler:
    """A token that stands in a function to a predicate; `marker` is the preposition of an oblique, lower case."""

    function: Function
    token: Token
    marker: str = ""


def relation(token: Token) -> str:
    """Return the label of a token, mended where parsers take a bare object for something else.

    So they do with names ("called Putin") and behind bounds ("killed at least one person").
    """
    bare_name = token.dep_ == "xcomp" and token.pos_ in {"PROPN", "PRON"}
    bare_phrase = token.dep_ == "obl" and token.i > token.head.i and not marker_of(token)
    if (bare_name or bare_phrase) and not any(child.dep_ == "obj" for child in token.head.children):
        return "obj"
    return token.dep_


def marker_of(token: Token) -> str:
    """Return the preposition before an oblique or nominal modifier in lower case ("on behalf of"), "" without one."""
    for child in token.children:
        if child.dep_ == "case" and child.i < token.i:
            words = [child.lower_, *(part.lower_ for part in child.children if part.dep_ == "fixed")]
            return " ".join(words)
    for child in token.children:
        if child.dep_ == "compound" and child.i < token.i and child.pos_ == "PROPN":
            return marker_of(child)  # parsers hang the preposition on the first word of a name
    return ""


def sentence_of(token: Token) -> Span:
    """Return the characters of the token's sentence, without white space around it."""
    text, start = token.sent.text, token.sent.start_char
    return Span(start + len(text) - len(text.lstrip()), start + len(text.rstrip()))


def is_passive(verb: Token) -> bool:
    """Say whether a verb form is passive: by its subject or auxiliary, or as a past participle that modifies a noun."""
    if any(child.dep_ in PASSIVE_SUBJECTS or child.dep_ == "aux:pass" for child in verb.children):
        return True
    return verb.tag_ == "VBN" and verb.dep_ == "acl"


def conjuncts(token: Token) -> tuple[Token, ...]:
    """Return the token and what is coordinated with it to its right, in order of the text.

    In a headline a comma coordinates: "Zelensky, Trump discuss".
    """
    found = [token]
    for child in token.children:
        behind_comma = child.dep_ == "flat" and child.i > token.i and child.nbor(-1).text == ","
        if behind_comma or (child.dep_ == "conj" and child.i > token.i):
            found.extend(conjuncts(child))
    return tuple(found)


def verb_fillers(verb: Token) -> list[Filler]:
    """Return the logical arguments of a verb (or of an adjective that heads a clause), in order of the text."""
    found = [*_own(verb), *_of_the_modified_noun(verb)]
    if not any(filler.function is Function.SUBJECT for filler in found) and not is_passive(verb):
        found.extend(Filler(Function.SUBJECT, token) for token in controllers(verb))
    if verb.dep_ == "conj" and is_passive(verb) and not any(f.function is Function.OBJECT for f in found):
        found.extend(f for f in _own(verb.head) if f.function is Function.OBJECT and is_passive(verb.head))
    return sorted(found, key=lambda filler: filler.token.i)


def clause_fillers(verb: Token) -> Iterator[Filler]:
    """Yield the subject of the clause that a verb governs, or what the infinitive under it is about.

    So "demanded that [Russia] withdraw" and "threatened to bomb [Iran]" say whom the words are for.
    """
    for child in verb.children:
        if child.dep_ == "ccomp":
            subjects = (f.token for f in _own(child) if f.function is Function.SUBJECT)
            yield from (Filler(Function.CLAUSE_SUBJECT, token) for token in subjects)
        elif child.dep_ == "xcomp" and child.tag_ == "VB":
            for filler in _own(child):
                if filler.function in {Function.OBJECT, Function.OBLIQUE}:
                    yield Filler(Function.CLAUSE_OBJECT, filler.token, filler.marker)


def _own(verb: Token) -> Iterator[Filler]:
    passive = is_passive(verb)
    for child in verb.children:
        if child.tag_ in RELATIVE_TAGS and verb.dep_ == "acl:relcl":
            continue  # stands for the noun before it
        label = relation(child)
        if label in SUBJECTS:
            yield Filler(Function.SUBJECT, child)
        elif label in PASSIVE_SUBJECTS or label == "obj":
            yield Filler(Function.OBJECT, child)
            yield from _attached_below(child)
        elif label == "iobj":
            yield Filler(Function.INDIRECT_OBJECT, child)
        elif label in OBLIQUES and (marker := marker_of(child)):
            agent = passive and (marker == "by" or child.dep_ == "obl:agent")
            yield Filler(Function.SUBJECT if agent else Function.OBLIQUE, child, marker)
            if marker not in load_prepositions().bounding:
                yield from _attached_below(child)


def _attached_below(noun: Token) -> Iterator[Filler]:
    """Parsers often hang a phrase one noun too low: "sent [three systems to Kyiv]", "spoke by [phone with Putin]"."""
    for part in conjuncts(noun):
        for child in part.children:
            if child.dep_ == "nmod" and (marker := marker_of(child)) and marker not in load_prepositions().nominal:
                yield Filler(Function.OBLIQUE, child, marker)


def _of_the_modified_noun(verb: Token) -> Iterator[Filler]:
    """The noun that a relative clause or participle modifies fills the place that is open in the clause."""
    if verb.dep_ not in CLAUSES_OF_NOUNS:
        return
    noun = verb.head
    if verb.dep_ == "acl:relcl":
        relative = next((child for child in verb.children if child.tag_ in RELATIVE_TAGS), None)
        yield Filler(_open_function(verb, relative), noun, marker_of(relative) if relative is not None else "")
    elif verb.tag_ == "VBN":
        yield Filler(Function.OBJECT, noun)
    elif verb.tag_ == "VBG":
        yield Filler(Function.SUBJECT, noun)


def _open_function(verb: Token, relative: Token | None) -> Function:
    if relative is not None and relative.dep_ in SUBJECTS:
        return Function.SUBJECT
    if relative is not None and relative.dep_ in OBLIQUES:
        return Function.OBLIQUE
    if relative is not None or any(child.dep_ in SUBJECTS for child in verb.children):
        return Function.OBJECT
    return Function.SUBJECT


def controllers(verb: Token, depth: int = 0) -> list[Token]:
    """Return the tokens that are understood as the subject of a clause without one (control, raising, sharing)."""
    if verb.dep_ == "parataxis" and verb.tag_ == "VB" and verb.head.pos_ == "PROPN" and verb.head.i < verb.i:
        return [verb.head]  # a headline's future, "Macron to host Zelensky", where the name is taken for the root
    if depth > DEPTH or verb.dep_ in {"ROOT", "root", "ccomp", "parataxis"}:
        return []
    head = verb.head
    if verb.dep_ in {"xcomp", "advcl", "conj"}:
        governed = _subjects(head, depth)
        conduct = load_prepositions().conduct
        thanked_for = verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in conduct for c in verb.children)
        if (verb.dep_ == "xcomp" or thanked_for) and (
            objects := [child for child in head.children if child.dep_ in {"obj", "iobj"}]
        ):
            return objects if head.pos_ == "VERB" else governed
        return governed
    if verb.dep_ == "acl" and verb.tag_ in {"VB", "VBG"}:
        return _owners(head, depth)
    return []


def _subjects(verb: Token, depth: int) -> list[Token]:
    """The logical subject of a verb if active, the patient of a passive one ("was urged to send")."""
    own = [child for child in verb.children if child.dep_ in SUBJECTS | PASSIVE_SUBJECTS]
    own = [verb.head if child.tag_ in RELATIVE_TAGS and verb.dep_ == "acl:relcl" else child for child in own]
    if own:
        return own
    if verb.dep_ == "acl:relcl":
        return [verb.head]
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return [verb.head]
    return controllers(verb, depth + 1)


def _owners(noun: Token, depth: int) -> list[Token]:
    """Who is to do what an infinitive behind a noun says: "the Pentagon's decision to pause"."""
    if any(child.dep_ == "cop" for child in noun.children):  # "Germany is in talks to buy"
        return [child for child in noun.children if child.dep_ in SUBJECTS]
    owners = [child for child in noun.children if child.dep_ == "nmod:poss"]
    owners = owners or [child for child in noun.children if child.dep_ == "nmod" and marker_of(child) in {"by", "of"}]
    owners = owners or [
        child for child in noun.children if child.dep_ in {"amod", "compound"} and child.pos_ == "PROPN"
    ]
    owners = owners or [child for child in noun.children if child.dep_ == "amod" and child.is_title]
    if owners or noun.dep_ not in {"obj", "obl"}:
        return owners
    return _subjects(noun.head, depth + 1)


def noun_fillers(noun: Token) -> list[Filler]:
    """Return the possessor, modifiers and prepositional phrases of a noun predicate, in order of the text."""
    found: list[Filler] = []
    for child in noun.children:
        if child.dep_ == "nmod:poss":
            found.append(Filler(Function.POSSESSOR, child))
        elif (child.dep_ in BEFORE_NOUNS or _is_bare(child)) and _stands_before(child, noun):
            found.extend(Filler(Function.MODIFIER, part) for part in (child, *_modifiers_of_modifier(child)))
        elif child.dep_ in OBLIQUES and (marker := marker_of(child)):
            found.append(Filler(Function.OBLIQUE, child, marker))
            found.extend(_attached_below(child))
    return [*found, *_right_behind(noun)]


def _is_bare(modifier: Token) -> bool:
    """A name set before a noun without any preposition: "[President X] meeting with Y"."""
    return modifier.dep_ == "nmod" and modifier.pos_ == "PROPN" and not marker_of(modifier)


def _right_behind(noun: Token) -> Iterator[Filler]:
    """The phrase whose preposition stands right behind the noun is its own, though a parser hung it on what is before.

    So in captions: "President X meeting [with his counterpart Y]".
    """
    following = noun.doc[noun.i + 1 : noun.i + 2]
    if following and following[0].dep_ == "case":
        phrase = following[0].head
        if phrase.i > noun.i and phrase.head.i < noun.i:
            yield Filler(Function.OBLIQUE, phrase, marker_of(phrase))


def _stands_before(modifier: Token, noun: Token) -> bool:
    """Say whether only words of the same noun phrase stand between a modifier and its noun."""
    return modifier.i < noun.i and all(
        token.pos_ not in {"VERB", "AUX", "ADP", "SCONJ"} for token in noun.doc[modifier.i + 1 : noun.i]
    )


def _modifiers_of_modifier(child: Token) -> Iterator[Token]:
    """In "a Russian drone and missile strike" the first noun and what it is coordinated with modify alike."""
    for grandchild in child.children:
        if grandchild.dep_ in {"conj", "compound", "amod"}:
            yield grandchild
            yield from _modifiers_of_modifier(grandchild)
