"""What belongs further up than a parser hangs it: "said in a statement [that it fell]", "head of the body, [Ann]"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.blame import restore_blamed
from kg.grammar.speech import speech_at
from kg.grammar.syntax import ANY_SUBJECTS, is_behind, marker_of

if TYPE_CHECKING:
    from kg.grammar.tree import Doc, Token
    from kg.knowledge.words import Words

CLAUSES = frozenset({"acl", "acl:relcl", "ccomp"})
TAKEN = frozenset({"ccomp", "obj"})


def restore_content(doc: Doc, words: Words) -> Doc:
    """Return the doc itself with who is blamed, what is said and who heads a body where they belong."""
    for restore in (restore_blamed, restore_said, restore_holders):
        restore(doc, words)
    return doc


def restore_said(doc: Doc, words: Words) -> Doc:
    """Return the doc itself with what is said in a message hung on the verb: "said in a statement [that Chad fell]".

    A clause with "that" and a subject of its own is what the verb says, if that has no other object.
    """
    for clause in doc:
        noun = clause.head
        verb = noun.head
        if clause.dep_ not in CLAUSES or noun.dep_ != "obl" or noun.lemma_.lower() not in words.speech.nouns:
            continue
        marked = any(child.dep_ == "mark" and child.tag_ == "IN" for child in clause.children)
        own = any(child.dep_ in ANY_SUBJECTS for child in clause.children)
        says = speech_at(verb, words) is not None and marker_of(noun) in words.prepositions.venue
        if marked and own and says and verb.labels.isdisjoint(TAKEN):
            doc.attach(clause, verb, "ccomp")
    return doc


def restore_holders(doc: Doc, words: Words) -> Doc:
    """Return the doc itself with the name of who heads a body hung on him: "head of the agency, [Ann Low], said".

    A body has no person's name; where a person stands behind "of" it is open whose name it is.
    """
    for name in doc:
        body = name.head
        holder = body.head
        beside = name.dep_ == "appos" and name.ent_type_ == "PERSON" and is_behind(",", name.left_edge)
        if not beside or body.dep_ != "nmod" or marker_of(body) not in words.prepositions.genitive:
            continue
        if _is_office(holder, words) and body.tag_ == "NN" and not _is_office(body, words):
            doc.attach(name, holder, "appos")
    return doc


def _is_office(noun: Token, words: Words) -> bool:
    return noun.tag_ == "NN" and noun.lemma_.lower() in words.offices.office_noun
