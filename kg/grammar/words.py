"""Matching the words of a text against the lexicon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.fillers import verb_fillers
from kg.grammar.hyphens import HYPHENS
from kg.grammar.negation import included
from kg.grammar.noun_fillers import noun_fillers
from kg.grammar.partners import has_partner
from kg.grammar.quantity.numbers import is_amount
from kg.grammar.remembered import remembered, remembered_of_text
from kg.grammar.syntax import OBLIQUES, RELATIVE_TAGS, marker_of, marks_of
from kg.knowledge.lexicon import EntryKind, Function, PartOfSpeech
from kg.passed_over import Because
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from kg.grammar.tree import Doc, Token
    from kg.knowledge.lexicon import LexicalEntry, Word
    from kg.knowledge.taxonomy import Taxonomy
    from kg.knowledge.words import Words

SIGNED, PACTS = frozenset({"obj", "nsubj:pass"}), frozenset({Term("Ceasefire"), Term("Agreement")})
NOUN_TAGS = frozenset({"NN", "NNS"})  # where a model has a verb and a noun in one word, the finer tag is right
HYPHENED = 2
"""Tokens from the first part of a hyphened word to the next."""
PREDICATIVE, CAPACITIES = frozenset({"NOUN", "PROPN", "ADJ"}), frozenset({"obl", "advcl", "xcomp"})
OF_ANOTHER = frozenset({"nmod", "obl"})
JOINING = frozenset({"mark", "cc", "case", "advmod"})
PARTS_OF_SPEECH = {
    "VERB": PartOfSpeech.VERB,
    "NOUN": PartOfSpeech.NOUN,
    "PROPN": PartOfSpeech.NOUN,
    "ADJ": PartOfSpeech.ADJECTIVE,
    "ADV": PartOfSpeech.ADVERB,
    "PART": PartOfSpeech.ADVERB,
    "DET": PartOfSpeech.ADVERB,
    "INTJ": PartOfSpeech.ADVERB,
    "AUX": PartOfSpeech.AUXILIARY,
    "SCONJ": PartOfSpeech.SUBORDINATOR,
    "ADP": PartOfSpeech.SUBORDINATOR,
    "CCONJ": PartOfSpeech.SUBORDINATOR,
}


def entries(words: Words, token: Token, *kinds: EntryKind) -> tuple[LexicalEntry, ...]:
    """Return the entries of these kinds that the token heads with its particle or modifier, the most specific first."""
    found = _entries(token, words)
    return tuple([entry for entry in found if entry.kind in kinds]) if found else found


def evokes(token: Token, kinds: Collection[Term], words: Words, taxonomy: Taxonomy) -> bool:
    """Say whether a word may tell of an event of one of these classes, or of a class below one."""
    evoked = (entry.evokes for entry in entries(words, token, EntryKind.EVENT))
    return any(kind is not None and taxonomy.is_any_of(kind, kinds) for kind in evoked)


@remembered_of_text
def heads(doc: Doc, words: Words, kind: EntryKind) -> Mapping[Token, tuple[LexicalEntry, ...]]:
    """Return the tokens of a text that head entries of a kind, in its order, with these."""
    lemmas, joined = words.lexicon.lemmas[kind], {token.i + 1 for token in doc if token.text in HYPHENS}
    may_head = (token for token in doc if token.lemma_.lower() in lemmas or token.i in joined)
    return {token: found for token in may_head if (found := entries(words, token, kind))}


@remembered
def _entries(token: Token, words: Words) -> tuple[LexicalEntry, ...]:
    """All entries that the token heads here."""
    found = [word for part in parts_of_speech(token) for word in listed(token, part, words)]
    return tuple([word.entry for word in found if _misfit(words, token, word) is None])


def listed(token: Token, part_of_speech: PartOfSpeech, words: Words) -> tuple[Word, ...]:
    """Return what the lexicon has of a token, with what a hyphen joins to it where the lexicon has the whole word.

    A "cease-fire" is no fire, who "re-elects" elects, and a "counter-attack", of which it knows nothing, is an attack.
    """
    return _whole(token, part_of_speech, words) or words.lexicon.find(token.lemma_.lower(), part_of_speech)


def _whole(last: Token, part_of_speech: PartOfSpeech, words: Words) -> tuple[Word, ...]:
    """Return what the lexicon has of the hyphened word that a token ends."""
    before = joined_before(last)
    return () if before is None else words.lexicon.find(f"{before.lower_}-{last.lemma_.lower()}", part_of_speech)


def joined_before(token: Token) -> Token | None:
    """Return the token that a hyphen joins to this one: "[cease]-fire"."""
    tokens, at = token.doc.tokens, token.i
    if at < HYPHENED or tokens[at - 1].text not in HYPHENS or tokens[at - 1].whitespace_:
        return None
    before = tokens[at - HYPHENED]
    return None if before.whitespace_ else before


def whole_word(token: Token, words: Words) -> Token:
    """Return the last part of the hyphened word of the lexicon that a token begins, else the token: "cease-[fire]"."""
    after = token.i + HYPHENED
    last = token.doc[after] if after < len(token.doc) else token
    begins = joined_before(last) is token and any(_whole(last, part, words) for part in parts_of_speech(last))
    return last if begins else token


def misfit(words: Words, token: Token, word: Word) -> str:
    """Say why a token with the lemma of a word in the lexicon does not stand for its entry here, "" where it does."""
    because = _misfit(words, token, word)
    lacks = word.partner if because is Because.NO_PARTNER else ", ".join(sorted(word.entry.only_with))
    return "" if because is None else because.of(lacks)


def _misfit(words: Words, token: Token, word: Word) -> Because | None:
    if not has_partner(token, word):
        return Because.NO_PARTNER
    if _excluded(token, word.entry):
        return Because.OTHER_SENSE
    if word.entry.only_with and companion(token, word.entry, words) is None:
        return Because.NOT_OF_THESE
    return None


def parts_of_speech(token: Token) -> tuple[PartOfSpeech, ...]:
    """Return as what the lexicon may list a word: a progressive over an infinitive, "is going to", as auxiliary too.

    The first word of a conjunction of several, "instead of", is a subordinator whatever it is by itself.
    """
    listed = PARTS_OF_SPEECH.get("NOUN" if token.tag_ in NOUN_TAGS else token.pos_)
    if "fixed" in token.labels and token.dep_ in JOINING:
        return (PartOfSpeech.SUBORDINATOR,) if listed is None else (PartOfSpeech.SUBORDINATOR, listed)
    if listed is None:
        return ()
    progressive = token.tag_ == "VBG" and "xcomp" in token.labels
    if progressive and any(child.dep_ == "xcomp" and child.tag_ == "VB" for child in token.children):
        return (listed, PartOfSpeech.AUXILIARY)
    return (listed,)


def companion(token: Token, entry: LexicalEntry, words: Words) -> Token | None:
    """Return the word with which alone another means what the entry says: "lift [sanctions]", "[prisoner] swap".

    It is a noun, one behind a preposition, "told him by [phone]", what somebody is called, "called him a [liar]", or
    the auxiliary of what is said: "said that Iran [must] withdraw".
    """
    if not entry.only_with:
        return None
    if entry.part_of_speech is PartOfSpeech.VERB:
        if (auxiliary := _auxiliary_of_content(token, entry.only_with, words)) is not None:
            return auxiliary
        fillers = list(verb_fillers(token, words))
        if (
            oblique := next((f.token for f in fillers if f"{f.marker} {f.token.lemma_}" in entry.only_with), None)
        ) is not None:
            return oblique
        heads = [filler.token for filler in fillers if filler.function is Function.OBJECT]
        heads += _predicatives(token, words)
    else:
        heads = [
            f.token
            for f in noun_fillers(token, words)
            if f.function is Function.MODIFIER or f.marker in words.prepositions.genitive
        ]
    for head in heads:
        for part in included(head, words):
            complements = (child for child in part.children if marker_of(child) in words.prepositions.genitive)
            titles = (child for child in part.lefts if child.dep_ == "nmod:desc")
            for noun in (part, *complements, *titles):  # "released dozens of hostages", "summoned Ambassador Low"
                if noun.lemma_.lower() in entry.only_with:
                    return noun
    return None


def _predicatives(verb: Token, words: Words) -> Iterator[Token]:
    """What a verb says that its object is: "called him [a liar]", "branded it [illegal]", "described it [as theft]"."""
    for child in verb.rights:
        capacity = not {marker_of(child), *marks_of(child)}.isdisjoint(words.prepositions.capacity)
        named = child.dep_ == "xcomp" and child.pos_ in PREDICATIVE and not marks_of(child)
        if named or (capacity and child.dep_ in CAPACITIES):
            yield child


def _auxiliary_of_content(verb: Token, forms: frozenset[str], words: Words) -> Token | None:
    """Return the auxiliary of what a verb says is to be done; of what "must have been" it tells nothing."""
    for clause in verb.children:
        auxiliaries = [child for child in clause.children if child.dep_ == "aux"]
        perfect = any(child.lemma_ in words.function.perfect_auxiliary for child in auxiliaries)
        if clause.dep_ == "ccomp" and clause.pos_ == "VERB" and not perfect:
            return next((child for child in auxiliaries if child.lower_ in forms), None)
    return None


def _excluded(token: Token, entry: LexicalEntry) -> bool:
    """Say whether a dependent (its word, its preposition or its label) gives the word another meaning."""
    if not entry.excludes:
        return False
    # "called on Putin" is no call, "called Putin on Friday" is one: with an object the preposition opens an adjunct.
    with_object = "obj" in token.labels
    # Of "called for 15,000 to 30,000 more troops" parsers make an object, but the preposition stands before it.
    behind = with_object and any(child.dep_ == "obj" and child.i > token.i + 1 for child in token.children)
    if behind and token.nbor().pos_ == "ADP" and token.nbor().lower_ in entry.excludes:
        return True
    return any(
        # "A call for peace" is none, "thanks for the call" are for one.
        (
            child.lower_ in entry.excludes
            and not (entry.kind is EntryKind.EVENT and child.dep_ == "case")
            and "fixed" not in child.labels  # "called her as well"
            and not _calls_by_itself(child)
        )
        or child.dep_ in entry.excludes
        or (child.dep_ in OBLIQUES and ":".join(("obl", marker_of(child))) in entry.excludes)
        or (child.dep_ in OBLIQUES and not with_object and marker_of(child) in entry.excludes)
        or (child.dep_ == "acl" and not marks_of(child).isdisjoint(entry.excludes))  # "a call [for] them to disarm"
        for child in token.children
    )


def _calls_by_itself(pronoun: Token) -> bool:
    """Say whether a pronoun is the subject of a whole clause: "[it] called her", and not of "what it calls a crime"."""
    subject = pronoun.pos_ == "PRON" and pronoun.dep_ == "nsubj"
    return subject and (pronoun.i == 0 or pronoun.nbor(-1).tag_ not in RELATIVE_TAGS)


@remembered
def climb_collectives(noun: Token, words: Words) -> Token:
    """Return the noun that stands for this one in its clause: the head of "a series of raids", "$2 million in aid"."""
    while (above := _stands_for(noun, words)) is not None:
        noun = above
    return noun


def _stands_for(noun: Token, words: Words) -> Token | None:
    """The series or sum that the noun is of, which parsers hang on the noun before it or on the verb."""
    if noun.dep_ not in OF_ANOTHER:
        return None
    head, marker = noun.head, marker_of(noun)
    if noun.dep_ == "nmod" and marker in words.prepositions.genitive and entries(words, head, EntryKind.COLLECTIVE):
        return head
    if _is_signed_in(noun, words):
        return head
    if noun.dep_ == "nmod" and marker in words.prepositions.partitive:
        return head if is_amount(head, words) else None
    if noun.dep_ == "obl" and marker in words.prepositions.partitive - words.prepositions.genitive:
        return next((child for child in head.children if child.dep_ == "obj" and is_amount(child, words)), None)
    return None


def _is_signed_in(noun: Token, words: Words) -> bool:
    """Say whether a pact is what a paper is about that is signed, and so is it: "signed a text on a [truce]"."""
    paper = noun.head
    about = noun.dep_ == "compound" or (noun.dep_ == "nmod" and marker_of(noun) in words.prepositions.topic)
    signed = paper.dep_ in SIGNED and paper.head.lemma_.lower() in words.factuality.signing_verb
    if not (about and signed and paper.lemma_.lower() in words.factuality.draft_noun):
        return False
    return any(entry.evokes in PACTS for entry in entries(words, noun, EntryKind.EVENT))
