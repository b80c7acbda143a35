"""What words over an event presuppose of it: an attack for which nobody claims responsibility was made.

Presuppositions stand whether or not what presupposes them is denied (Karttunen 1973, Presuppositions of Compound
Sentences).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.factuality.held import is_prospect
from kg.extract.factuality.operators import Operators
from kg.extract.factuality.scope import effects_over
from kg.grammar.negation import included
from kg.grammar.syntax import SUBJECTS, is_definite, marker_of, marks_of
from kg.records import Factuality, Term

if TYPE_CHECKING:
    from kg.grammar.tree import Token
    from kg.knowledge.taxonomy import Taxonomy
    from kg.knowledge.words import Words

OBJECTS = frozenset({"obj", "nsubj:pass"})
DEEDS = frozenset({Term("Attack"), Term("Abduction")})


def is_disowned(event: Token, kind: Term, words: Words, taxonomy: Taxonomy) -> bool:
    """Say whether somebody is told not to answer for an event, which happened: "has not claimed responsibility for it".

    Who denies that he does is the denier of the event as his own.
    """
    verb = _answering(event, words) or _sharing(event, kind, words, taxonomy)
    if verb is None:
        return False
    return any(effect.negates for effect in effects_over(verb, Operators(kind, words, taxonomy), words))


def disowning(event: Token, kind: Term, words: Words, taxonomy: Taxonomy) -> frozenset[int]:
    """Return the tokens for who is told not to answer for an event: "[no group] has claimed responsibility for it"."""
    verb = _answering(event, words) or _sharing(event, kind, words, taxonomy)
    if verb is None or not is_disowned(event, kind, words, taxonomy):
        return frozenset()
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    if any(subject.pos_ == "PRON" for subject in subjects):  # "Syria said it played no role"
        subjects += [child for above in verb.ancestors for child in above.children if child.dep_ in SUBJECTS]
    return frozenset(part.i for subject in subjects for part in included(subject, words))


def is_denied_part(event: Token, kind: Term, words: Words, taxonomy: Taxonomy) -> bool:
    """Say whether somebody denies that he had a part in a deed: "denied that it was involved in [the attack]"."""
    verb = _sharing(event, kind, words, taxonomy)
    found = effects_over(verb, Operators(kind, words, taxonomy), words) if verb is not None else ()
    return any(Factuality.DENIED.value in effect.gives for effect in found)


def _answering(event: Token, words: Words) -> Token | None:
    """The verb whose object is the responsibility for an event, behind which it stands: "[claimed] responsibility".

    Or the event itself, where that is known: "[claimed] the attack".
    """
    if event.dep_ in OBJECTS and event.head.lemma_.lower() in words.factuality.owning_verb:
        return event.head if event.pos_ == "NOUN" and is_definite(event, words) else None
    purpose = words.prepositions.purpose
    if marker_of(event) not in purpose and marks_of(event).isdisjoint(purpose):
        return None
    head = event.head
    objects = (head, *(child for child in head.children if child.dep_ == "obj" and child.i < event.i))
    nouns = (noun for noun in objects if noun.lemma_.lower() in words.factuality.answerable_noun)
    return next((noun.head for noun in nouns if noun.head.pos_ == "VERB"), None)


def _sharing(event: Token, kind: Term, words: Words, taxonomy: Taxonomy) -> Token | None:
    """The predicate of who had a part in a deed that was done: "were not [involved] in it", "[had] no role in it".

    Whoever takes no part in talks or in what is to come leaves these open.
    """
    done = event.pos_ == "NOUN" and taxonomy.is_any_of(kind, DEEDS) and is_definite(event, words)
    if not done or is_prospect(event, words):
        return None
    head, forms = event.head, words.factuality
    if marker_of(event) in words.prepositions.comitative and head.dep_ == "acl":  # "had nothing to do with it"
        nothing = head.head.lower_ in words.negation.negative_pronoun and head.head.dep_ == "obj"
        return head.head.head if nothing else None
    if marker_of(event) not in words.prepositions.inner:
        return None
    if head.lemma_.lower() in forms.involving_verb:
        return head
    part = next((w for w in (head, *head.children) if w.lemma_.lower() in forms.part_noun and w.i < event.i), None)
    return part.head if part is not None and part.dep_ == "obj" and part.head.pos_ == "VERB" else None
