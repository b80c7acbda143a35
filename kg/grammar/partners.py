"""The second words of what the lexicon lists in two or three: "carry [out]", "set [free]", "took to the [streets]"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.syntax import PARTICLES, marker_of
from kg.knowledge.lexicon import EntryKind, PartOfSpeech

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.grammar.tree import Token
    from kg.knowledge.lexicon import LexicalEntry, Word
    from kg.knowledge.words import Words

SECOND_WORDS = PARTICLES | {"xcomp", "obj"}  # "called off", "came close", "took place"
OF_ANOTHER = frozenset({"nmod", "obl"})
TWO = 2


def has_partner(token: Token, word: Word) -> bool:
    """Say whether a word stands with the second one of its lemma, if that has two."""
    if word.partner is None:
        return True
    if word.entry.part_of_speech is PartOfSpeech.VERB:
        return any(
            (child.lower_ == word.partner and (child.dep_ in SECOND_WORDS or _is_exclaimed(child)))
            or _is_said_first(token, child, word.partner)
            or (" " in word.partner and _is_phrase(child, word.partner))
            or _is_marked(child, word.partner)
            for child in token.children
        )
    if word.entry.part_of_speech is PartOfSpeech.SUBORDINATOR:
        return any(child.lower_ == word.partner and child.dep_ == "fixed" for child in token.children)
    return any(child.lemma_.lower() == word.partner and child.i < token.i for child in _modifiers(token))


def _is_exclaimed(word: Token) -> bool:
    """Say whether one word is taken for a clause: "said [no] to the plan", "sent the envoy, Ann Low, [packing]"."""
    lone = word.dep_ == "advcl" and word.tag_ == "VBG" and word.left_edge is word and word.right_edge is word
    return lone or (word.dep_ == "ccomp" and word.pos_ in {"DET", "INTJ"})


def _is_said_first(verb: Token, thing: Token, adjective: str) -> bool:
    """Say whether a verb says right before its object what that becomes: "set [free] six Americans"."""
    parts = thing.lefts if thing.dep_ == "obj" else ()
    return any(part.i == verb.i + 1 and part.dep_ == "amod" and part.lower_ == adjective for part in parts)


def _is_phrase(noun: Token, words: str) -> bool:
    """Say whether a noun is that of a set phrase, "came [to nothing]", or a verb has two particles before it.

    So "pulled [out of] the talks"; a noun may have another before it, "put it [on its sanctions list]".
    """
    if noun.dep_ not in OF_ANOTHER or noun.i < noun.head.i:
        return False
    behind = " ".join(token.lower_ for token in noun.doc[noun.head.i + 1 : noun.head.i + 1 + TWO])
    phrases = {f"{marker_of(noun)} {name}" for name in _names(noun)}
    return words in phrases or (words == behind and noun.left_edge.i <= noun.head.i + TWO)


def _names(noun: Token) -> tuple[str, str]:
    """Return a noun by itself and with those before it, in small letters: "list", "sanctions list"."""
    before = [child.lower_ for child in noun.lefts if child.dep_ == "compound"]
    return noun.lower_, " ".join([*before, noun.lower_])


def _is_marked(clause: Token, mark: str) -> bool:
    """Say whether a clause without a subject begins with a word: "warned them [against raiding it]".

    Or a gerund right behind two: "pulled [back from] raiding it", "talked her [out of] raiding it".
    """
    if clause.dep_ not in {"advcl", "xcomp"} or clause.tag_ not in {"VB", "VBG"}:
        return False
    if " " in mark:
        before = " ".join(token.lower_ for token in clause.doc[max(clause.head.i + 1, clause.i - TWO) : clause.i])
        return before == mark and clause.tag_ == "VBG"
    return any(child.dep_ == "mark" and child.lower_ == mark for child in clause.children)


def second_noun(verb: Token, entry: LexicalEntry) -> Token | None:
    """Return the word with which a verb makes a set phrase of the lexicon: "took to the [streets]", "said [no]"."""
    lemma = verb.lemma_.lower()
    for child in verb.rights:
        marker = marker_of(child)
        phrases = {f"{lemma} {marker} {name}" for name in _names(child)} | {f"{lemma} {child.lower_}"}
        if not phrases.isdisjoint(entry.lemmas):
            return child
    return None


def _modifiers(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ in {"compound", "amod"}:
            yield child
            yield from _modifiers(child)


def is_particle(token: Token, words: Words) -> bool:
    """Say whether a word is only the second half of a verb that tells an event: "was led [away]"."""
    verb = token.head
    if token.dep_ not in PARTICLES:
        return False
    listed = words.lexicon.find(verb.lemma_.lower(), PartOfSpeech.VERB)
    return any(word.partner == token.lower_ and word.entry.kind is EntryKind.EVENT for word in listed)
