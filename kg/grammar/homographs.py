"""Words that parsers take for others of their form: "regrets the delay and [calls] on Chad", "asked it [for] tanks"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.conjunctions import restore_conjunctions
from kg.grammar.content import restore_content
from kg.grammar.correlatives import restore_correlatives
from kg.grammar.deverbals import restore_deverbals
from kg.grammar.fused import restore_fused
from kg.grammar.infinitives import restore_requests
from kg.grammar.particles import restore_particles
from kg.grammar.reduced import restore_reduced
from kg.grammar.relatives import restore_antecedents, restore_relatives
from kg.grammar.speech import speech_at
from kg.grammar.syntax import ANY_SUBJECTS, FINITE, SUBJECTS, is_behind, marks_of
from kg.grammar.tree import ROOTS
from kg.grammar.verdicts import restore_verdicts
from kg.grammar.words import entries
from kg.knowledge.lexicon import EntryKind, Function
from kg.records import Term

if TYPE_CHECKING:
    from kg.grammar.tree import Doc, Token
    from kg.knowledge.words import Words

THIRD_PERSON, PLURAL, INFINITIVE = "VBZ", "NNS", "VB"
NOUNS = frozenset({"NOUN", "PROPN"})
PLACES, RECIPIENT = "GPE", Term("recipient")
MODIFYING = frozenset({"det", "amod", "compound", "nummod", "nmod:poss"})
MISTAKEN = frozenset({"xcomp", "obl", "advcl", "ccomp"})
ASIDES = frozenset({"parataxis", "conj", "advcl", "advcl:relcl", "ccomp"})
"""How parsers hang a clause that is set behind another."""
CONTENT, SAID = frozenset({"ccomp", "acl", "acl:relcl"}), frozenset({"ccomp", "parataxis", "appos", "acl"})
"""How parsers hang the clause of a report, and what is said of that."""
BESIDE, TWO = frozenset({"parataxis", "appos", "conj", "list", "dep", "nsubj"}), 2
"""How parsers hang a noun behind a clause."""
PHRASES = {"nmod": "obl", "acl": "advcl"}
"""What hangs on a noun, and how it hangs on the verb that the noun is in truth."""


def restored(doc: Doc, words: Words) -> Doc:
    """Return the doc itself with the words restored that a parser takes for others or hangs wrongly; once is enough."""
    for restore in (
        restore_deverbals,
        restore_particles,
        restore_reduced,
        restore_verdicts,
        restore_content,
        restore_verbs,
        restore_prepositions,
        restore_conjunctions,
        restore_speakers,
        restore_speakers_before,
        restore_receivers,
        restore_reports,
        restore_joints,
        restore_alleged,
        restore_relatives,
        restore_antecedents,
        restore_correlatives,
        restore_requests,
        restore_fused,
    ):
        restore(doc, words)
    return doc


def restore_prepositions(doc: Doc, words: Words) -> Doc:
    """Return the doc itself with prepositions that a parser took for verbs: they govern the noun behind them."""
    for word in doc:
        if word.pos_ == "VERB" and word.dep_ in MISTAKEN and word.lower_ in words.prepositions.purpose:
            around = (*word.rights, *word.head.rights)
            things = [child for child in around if child.dep_ == "obj" and child.left_edge.i == word.i + 1]
            if len(things) == 1 and word.head.pos_ == "VERB" and word.head.i < word.i:
                word.pos_, word.tag_ = "ADP", "IN"
                doc.attach(things[0], word.head, "obl")
                doc.attach(word, things[0], "case")
    return doc


def restore_receivers(doc: Doc, words: Words) -> Doc:
    """Return the doc itself with the receivers that a parser took for part of a name: "will sell [Egypt] engines".

    What is of a country has its adjective before it, "Egyptian engines": the country's name right behind a verb of
    giving, before a plural, says who gets it (Quirk et al. 1985, 10.7).
    """
    for name in doc:
        things = name.head
        verb = things.head
        if name.ent_type_ != PLACES or not name.left_edge.i == name.i == verb.i + 1 or things.dep_ != "obj":
            continue
        bare = name.dep_ == "compound" and things.tag_ == PLURAL and things.i == name.i + 1
        if not bare and not (name.dep_ == "nmod:poss" and not name.children):
            continue
        taken = any(child.dep_ == "iobj" for child in verb.children)
        found = entries(words, verb, EntryKind.EVENT)
        if not taken and any(
            a.function is Function.INDIRECT_OBJECT and a.role == RECIPIENT for e in found for a in e.arguments
        ):
            doc.attach(name, verb, "iobj")
    return doc


def restore_speakers(doc: Doc, words: Words) -> Doc:
    """Return the doc itself with the speakers that a parser took for objects: "Togo shelled Lome, claims [Benin]".

    A verb of saying behind a comma without a subject has it behind it (Quirk et al. 1985, 14.29), unless it is one
    whose object is somebody: "blames Benin".
    """
    for verb in doc:
        said = [child for child in verb.lefts if child.dep_ == "ccomp"]  # where the parser hangs all on the verb
        behind = [child for child in verb.children if not child.is_punct and child not in said]
        aside = verb.dep_ in ROOTS if said else verb.dep_ in ASIDES and verb.head.i < verb.i
        if verb.tag_ not in FINITE or not aside or len(behind) != 1 or speech_at(verb, words) is None:
            continue
        name, first = behind[0], verb if said else verb.left_edge
        apart = is_behind(",", first) and name.left_edge.i == verb.i + 1
        if apart and name.dep_ == "obj" and name.ent_type_ and not _has_patients(verb, words):
            doc.attach(name, verb, "nsubj")
            if not said:
                doc.attach(verb, verb.head, "parataxis")
    return doc


def restore_speakers_before(doc: Doc, words: Words) -> Doc:
    """Return the doc itself with the subjects that a parser kept from the verb of saying right behind them.

    A finite verb has one, and it stands behind what is said and a comma: "Togo shelled Lome, [a statement by the army]
    said". A comma closes it where a name stands beside it: "Togo shelled Lome, [the head of its army, Ayeva,] said".
    """
    for verb in doc:
        said = [child for child in verb.lefts if child.dep_ == "ccomp"]
        own = any(child.dep_ in ANY_SUBJECTS for child in verb.children)
        if verb.tag_ not in FINITE or not said or own or verb.i < TWO or speech_at(verb, words) is None:
            continue
        last = doc[verb.i - TWO if doc[verb.i - 1].text == "," else verb.i - 1]
        around = (noun for noun in (last, *last.ancestors) if noun.right_edge.i == last.i)
        nouns = [noun for noun in around if noun.dep_ in BESIDE and noun.head.i < noun.i and noun.pos_ in NOUNS]
        if nouns and is_behind(",", nouns[-1].left_edge) and nouns[-1] not in verb.ancestors:
            doc.attach(nouns[-1], verb, "nsubj")
    return doc


def restore_joints(doc: Doc, _: Words) -> Doc:
    """Return the doc itself with the conjunctions right before a word that they join, which a parser hung elsewhere."""
    for word in doc:
        first = word.left_edge.i
        if word.dep_ == "conj" and first > 0 and word.head.i < first:
            joint = doc[first - 1]
            apart = joint.head.i > word.right_edge.i and joint.sent == word.sent and joint not in word.ancestors
            if joint.dep_ == "cc" and apart:
                doc.attach(joint, word, "cc")
        opening = doc[first]
        if word.pos_ in NOUNS and opening.dep_ == "cc" and opening.head.head.i == word.i:  # "men [and] Malian rebels"
            doc.attach(opening, word, "cc")
            alike = (other for other in word.head.children if other.dep_ == word.dep_ != "conj")
            if (before := next((other for other in alike if other.right_edge.i == first - 1), None)) is not None:
                doc.attach(word, before, "conj")
    return doc


def restore_alleged(doc: Doc, words: Words) -> Doc:
    """Return the doc itself with the subjects between a verb of saying and the clause that is said, which is theirs.

    So of two subjects, "Chad alleges [Malian troops] shelled Tine".
    """
    for verb in doc:
        subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
        said = next((child for child in verb.rights if child.dep_ == "ccomp"), None)
        if len(subjects) != TWO or said is None or speech_at(verb, words) is None:
            continue
        own = any(child.dep_ in ANY_SUBJECTS for child in said.children)
        if not own and subjects[0].i < verb.i < subjects[1].i < said.i:
            doc.attach(subjects[1], said, "nsubj")
    return doc


def restore_reports(doc: Doc, words: Words) -> Doc:
    """Return the doc itself with the nouns of saying that are the subject of what is said of them.

    A clause with "that" stands behind one, and a finite predicate without a subject behind that: "[Reports] that Chad
    shelled Tine are false, Togo said", where parsers take the noun for a verb, or for what is said, too.
    """
    for clause in doc:
        noun = clause.head
        if clause.dep_ not in CONTENT or not noun.i < clause.i or not _is_saying(noun, words):
            continue
        mark = doc[noun.i + 1]
        own = [child for child in clause.children if child.dep_ in ANY_SUBJECTS]
        if mark.dep_ != "mark" or mark.tag_ != "IN" or not own:
            continue
        if noun.pos_ == "VERB" and noun.dep_ in SUBJECTS:  # "[Claims] that Chad shelled Tine proved false"
            noun.pos_, noun.tag_ = "NOUN", PLURAL
            doc.attach(clause, noun, "acl")
        said = next((child for child in (*noun.rights, *noun.head.children) if _is_said_of(child, clause)), None)
        if said is not None:
            doc.attach(mark, clause, "mark")
            _restore_report(noun, clause, said)
    return doc


def _restore_report(noun: Token, clause: Token, said: Token) -> None:
    doc = noun.doc
    if noun.pos_ != "NOUN":
        noun.pos_, noun.tag_ = "NOUN", PLURAL
    for child in noun.lefts:
        if child.dep_ in ANY_SUBJECTS:
            doc.attach(child, noun, "compound")
    if noun.head is noun:
        doc.free(said)
    elif said.head is noun:
        doc.attach(said, noun.head, "ccomp" if noun.head.pos_ == "VERB" else noun.dep_)
    passive = any(child.dep_ == "aux:pass" for child in said.children)
    doc.attach(noun, said, "nsubj:pass" if passive else "nsubj")
    doc.attach(clause, noun, "acl")


def _is_saying(noun: Token, words: Words) -> bool:
    """Say whether a word is a noun of saying, or of that form: "claims"."""
    return noun.tag_ in {"NN", PLURAL, THIRD_PERSON} and noun.lemma_.lower() in words.speech.nouns


def _is_said_of(predicate: Token, clause: Token) -> bool:
    """Say whether a predicate without a subject begins, with its auxiliary, right behind a clause."""
    helpers = [child for child in predicate.children if child.dep_ in {"cop", "aux:pass", "aux"}]
    own = any(child.dep_ in ANY_SUBJECTS for child in predicate.children)
    finite = predicate.tag_ in FINITE or any(child.tag_ in FINITE for child in helpers)
    first = min(token.i for token in (predicate, *helpers))
    between = predicate.doc[clause.right_edge.i + 1 : first]
    behind = first > clause.right_edge.i and all(token.is_punct for token in between)
    return finite and not own and behind and predicate.dep_ in SAID


def _has_patients(verb: Token, words: Words) -> bool:
    found = entries(words, verb, EntryKind.EVENT)
    return any(argument.function is Function.OBJECT for entry in found for argument in entry.arguments)


def restore_verbs(doc: Doc, words: Words) -> Doc:
    """Return the doc itself with the verbs behind "and" that a parser took for plurals; once is enough.

    Such a word has nothing before it, takes who is to do something behind the preposition of its verb, and what he is
    to do as an infinitive: a noun that is coordinated with an object has an article where that has one.
    """
    for word in doc:
        verb = _coordinated_with(word, words)
        if verb is not None:
            former, word.pos_, word.tag_ = word.head, "VERB", THIRD_PERSON
            doc.attach(word, verb, "conj")
            for child in word.rights:
                doc.attach(child, word, PHRASES.get(child.dep_, child.dep_))
            for clause in (*_infinitives(verb), *_infinitives(former)):
                if clause.i > word.i:
                    doc.attach(clause, word, PHRASES.get(clause.dep_, clause.dep_))
    return doc


def _coordinated_with(word: Token, words: Words) -> Token | None:
    """Return the verb of the sentence that a word goes on with, None where it is what it seems to be."""
    if word.dep_ != "conj" or word.tag_ not in {PLURAL, THIRD_PERSON} or word.i + 1 >= len(word.doc):
        return None
    joined = any(child.dep_ == "cc" and child.i == word.i - 1 for child in word.lefts)
    bare = joined and not any(child.dep_ in MODIFYING for child in word.children)
    governs = f"{word.lemma_.lower()} {word.doc[word.i + 1].lower_}" in words.prepositions.control
    first = word.head
    verb = first.head if first.dep_ == "obj" else first
    present = verb.pos_ == "VERB" and verb.lower_ == words.endings.plural(verb.lemma_.lower())  # the same -s
    finite = present and any(child.dep_ in SUBJECTS for child in verb.children)
    mistaken = word.tag_ == PLURAL or first.dep_ == "obj"
    if not (bare and governs and finite and mistaken):
        return None
    told = any(clause.i > word.i for head in (word, verb, first, *word.rights) for clause in _infinitives(head))
    return verb if told else None


def _infinitives(head: Token) -> list[Token]:
    return [child for child in head.rights if child.tag_ == INFINITIVE and marks_of(child)]
