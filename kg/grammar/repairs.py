"""Known mistakes of parsers, mended in the tree: each repair is a pass of its own, tried in turn.

A repair may only say what English leaves no doubt of: a phrase does not cross a verb, an object has no preposition.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.appositions import APPOSITIONS
from kg.grammar.attachment import Attachment
from kg.grammar.coordination import (
    conjuncts_of_bare_numbers,
    conjuncts_with_a_preposition,
    participles_that_are_verbs,
)
from kg.grammar.counted import numbers_before_their_nouns
from kg.grammar.datives import receivers_before_a_number
from kg.grammar.doublings import doubled_words
from kg.grammar.downtoners import join_downtoners
from kg.grammar.hyphens import HYPHENS
from kg.grammar.infinitives import (
    finite_verbs_beside_infinitives,
    infinitives_beside_finite_verbs,
    marks_of_infinitives,
)
from kg.grammar.inversions import subjects_behind_the_verb
from kg.grammar.relatives import (
    phrases_behind_a_closed_clause,
    relative_clauses_behind_a_comma,
    relative_clauses_of_one_number,
)
from kg.grammar.run_ons import end_run_on_sentences, join_cut_off_phrases
from kg.grammar.syntax import (
    ANY_SUBJECTS,
    AUXILIARIES,
    FINITE,
    RELATIVE_TAGS,
    SUBJECTS,
    UNMISTAKABLE,
    is_behind,
    is_subjunctive,
    marker_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kg.grammar.tree import Doc, Token


TWO = 2
PRESENT, PAST, PARTICIPLE = "VBZ", "VBD", "VBN"
SETTING_OFF = frozenset(":—–")
BEFORE_PARTS = frozenset({"compound", "nsubj"})


def phrases_that_cross_a_verb(doc: Doc) -> Iterator[Attachment]:
    """A phrase whose preposition stands right behind a verb is that verb's: "spoke ... We have agreed [to a meeting]".

    Where quotation or length confuses a parser it hangs it on a verb further left.
    """
    for phrase in doc:
        if phrase.dep_ == "obl" and phrase.head.i < phrase.i and (verb := _verb_before(phrase)) is not None:
            yield Attachment(phrase.i, verb.i, phrase.dep_)


def _verb_before(phrase: Token) -> Token | None:
    first = phrase.left_edge
    verb = first.nbor(-1) if first.i > phrase.head.i and first.dep_ == "case" else phrase.head
    crossed = phrase.head.i < verb.i and verb.pos_ == phrase.head.pos_ == "VERB"
    return verb if crossed and verb.sent == phrase.sent and phrase not in verb.ancestors else None


def names_before_finite_verbs(doc: Doc) -> Iterator[Attachment]:
    """A name right before a finite verb that could be a noun is its subject: "as [Russia] shells Kherson"."""
    for name in doc:
        verb = name.head
        alone = name.dep_ == "compound" and name.pos_ == "PROPN" and verb.tag_ in FINITE and name.i < verb.i
        if alone and not any(child.dep_ in ANY_SUBJECTS for child in verb.children):
            yield Attachment(name.i, verb.i, "nsubj")


def objects_without_preposition(doc: Doc) -> Iterator[Attachment]:
    """A bare phrase behind a verb without an object is its object, with names and bounds too.

    "called [Putin]", "killed [at least one person]".
    """
    for phrase in doc:
        name = phrase.dep_ == "xcomp" and phrase.pos_ in {"PROPN", "PRON"}
        bare = phrase.dep_ == "obl" and phrase.i > phrase.head.i
        taken = any(child.dep_ == "obj" for child in phrase.head.children)
        if (name or bare) and not marker_of(phrase) and not taken:
            yield Attachment(phrase.i, phrase.head.i, "obj")


def adjectives_that_are_no_objects(doc: Doc) -> Iterator[Attachment]:
    """An adjective with nothing before it is what its subject is, and no object: "the report proved [false]"."""
    for word in doc:
        if word.dep_ == "obj" and word.tag_ == "JJ" and word.pos_ == "ADJ" and not word.children:
            yield Attachment(word.i, word.head.i, "xcomp")


def objects_with_preposition(doc: Doc) -> Iterator[Attachment]:
    """What stands behind a preposition is no object: "provided Ukraine [with dozens]"."""
    for phrase in doc:
        if phrase.dep_ == "obj" and marker_of(phrase):
            yield Attachment(phrase.i, phrase.head.i, "obl")


def phrases_of_particles(doc: Doc) -> Iterator[Attachment]:
    """A phrase behind the particle of a verb is the verb's: "have been put back [to Monday]"."""
    for phrase in doc:
        particle = phrase.head
        behind = particle.dep_ in {"advmod", "compound:prt"} and particle.i == particle.head.i + 1
        if phrase.dep_ == "obl" and behind and particle.head.pos_ == "VERB" and phrase.left_edge.i == particle.i + 1:
            yield Attachment(phrase.i, particle.head.i, "obl")


def names_before_a_dash(doc: Doc) -> Iterator[Attachment]:
    """A dash between spaces joins no compound: "aid to [Mali] — rifles" is aid to Mali, and rifles are set off."""
    for noun in doc:
        parts = [child for child in noun.lefts if child.dep_ == "compound"]
        name = parts[-1] if parts else noun
        between = doc[name.right_edge.i : noun.i]
        dash = [token for token in doc[name.i + 1 : noun.i] if token.text in SETTING_OFF and token.nbor(-1).whitespace_]
        if name is noun or noun.head is noun or not dash or not dash[0].whitespace_ or len(between) > TWO:
            continue
        yield Attachment(name.i, noun.head.i, noun.dep_)
        yield from (Attachment(child.i, name.i, child.dep_) for child in noun.lefts if child.i < name.i)
        yield Attachment(noun.i, noun.head.i, "appos")


def conjuncts_of_what_is_set_off(doc: Doc) -> Iterator[Attachment]:
    """What "and" joins right behind words that a dash or colon sets off is one of them: "aid — tents [and food]"."""
    for phrase in doc:
        first = phrase.left_edge
        if phrase.dep_ != "conj" or first.dep_ != "cc" or first.i < TWO:
            continue
        before = next((word for word in (first.nbor(-1), *first.nbor(-1).ancestors) if word.dep_ == "appos"), None)
        if before is None or before.pos_ != phrase.pos_ or phrase.head.i >= before.left_edge.i:
            continue
        if before.right_edge.i == first.i - 1 and is_behind(SETTING_OFF, before.left_edge):
            yield Attachment(phrase.i, before.i, "conj")


def clauses_behind_a_conjunction(doc: Doc) -> Iterator[Attachment]:
    """What a conjunction opens and has its own subject is no relative clause: "the claim [that Chad shelled Tine]"."""
    for clause in doc:
        if clause.dep_ != "acl:relcl" or any(child.tag_ in RELATIVE_TAGS for child in clause.children):
            continue
        opened = any(child.dep_ == "mark" and child.tag_ == "IN" for child in clause.children)
        if opened and any(child.dep_ in ANY_SUBJECTS for child in clause.children):
            yield Attachment(clause.i, clause.head.i, "acl")


def subjects_before_the_verb_of_saying(doc: Doc) -> Iterator[Attachment]:
    """Of two subjects of a clause the one before the verb that governs it is its own: "[The minister] said A hit B".

    So where a name stands beside the subject between commas: "Iran's minister, X, said Israel shelled Y".
    """
    for subject in doc:
        clause = subject.head
        verb = clause.head
        if subject.dep_ not in SUBJECTS or clause.dep_ != "ccomp" or not subject.i < verb.i < clause.i:
            continue
        own = any(child.dep_ in ANY_SUBJECTS for child in verb.children)
        if not own and any(other.dep_ in SUBJECTS and other.i > verb.i for other in clause.children):
            yield Attachment(subject.i, verb.i, subject.dep_)


def subjects_before_another(doc: Doc) -> Iterator[Attachment]:
    """Of two subjects before a verb the first is that of the clause behind it: "[The guards], Kyiv says, came back"."""
    for verb in doc:
        subjects = [child for child in verb.children if child.dep_ in SUBJECTS and child.i < verb.i]
        clauses = [child for child in verb.children if child.i > verb.i and _may_be_said(child)]
        if len(subjects) != TWO or len(clauses) != 1 or subjects[0].tag_ in RELATIVE_TAGS:
            continue
        if not any(child.dep_ in ANY_SUBJECTS for child in clauses[0].children):
            passive = any(child.dep_ == "aux:pass" for child in clauses[0].children)
            yield Attachment(subjects[0].i, clauses[0].i, "nsubj:pass" if passive else "nsubj")


def _may_be_said(clause: Token) -> bool:
    """Say whether a clause may be what the verb above it says, or is a predicate: "was, as she put it, [old]"."""
    return clause.dep_ == "ccomp" or (clause.dep_ == "xcomp" and any(child.dep_ == "cop" for child in clause.children))


def subjects_of_hyphened_verbs(doc: Doc) -> Iterator[Attachment]:
    """A name before the first part of a hyphened verb is the subject of the verb: "[Pakistan] test-fired a missile"."""
    for name in doc:
        part = name.head
        verb = part.head
        hyphened = part.i + 2 == verb.i and doc[part.i + 1].text in HYPHENS and not doc[part.i].whitespace_
        behind = name.pos_ == "PROPN" and name.dep_ in BEFORE_PARTS and name.i < part.i and bool(name.whitespace_)
        own = any(child.dep_ in ANY_SUBJECTS for child in verb.children)
        if hyphened and behind and verb.tag_ in FINITE and not own:
            yield Attachment(name.i, verb.i, "nsubj")


def objects_of_participles(doc: Doc) -> Iterator[Attachment]:
    """Of two subjects of a clause the one right behind a participle is its object: "X said, quoting [Y]"."""
    for phrase in doc:
        clause, first = phrase.head, phrase.left_edge.i
        if phrase.dep_ not in SUBJECTS or first <= clause.i:
            continue
        participle = doc[first - 1]
        bare = participle.tag_ == "VBG" and not any(child.dep_ == "obj" for child in participle.children)
        if bare and participle.head.i == clause.i < participle.i and _has_subject_before(clause):
            yield Attachment(phrase.i, participle.i, "obj")


def _has_subject_before(verb: Token) -> bool:
    return any(child.dep_ in ANY_SUBJECTS and child.i < verb.i for child in verb.children)


def conjunctions_of_two_words(doc: Doc) -> Iterator[Attachment]:
    """An adverb right before the mark of a participle makes one conjunction with it: "[far from] attacking"."""
    for mark in doc:
        clause, adverb = mark.head, mark.head.head
        marks = mark.dep_ == "mark" and clause.dep_ == "advcl" and clause.tag_ == "VBG" and mark.i == adverb.i + 1
        if marks and adverb.pos_ == "ADV" and adverb.dep_ == "advmod" and adverb.i < adverb.head.i:
            yield Attachment(clause.i, adverb.head.i, "advcl")
            yield Attachment(adverb.i, clause.i, "mark")
            yield Attachment(mark.i, adverb.i, "fixed")


def finite_verbs_of_one_tense(doc: Doc) -> Iterator[Attachment]:
    """A verb without a subject goes on with the one of its tense: "denies that it fell and [accuses] Chad".

    So where the verb of what is said is in another tense than that of saying, and in none of its own, or in the
    subjunctive, which has no past: "demanded that she [retract] it and banned fish" (Quirk et al. 1985, 3.59). Behind a
    comma the perfect is another one than the past: "said that he had died, and [threatened] war".
    """
    for verb in doc:
        said = verb.head
        above = said.head
        told = verb.dep_ == "conj" and said.dep_ == "ccomp" and above.i < said.i < verb.i and verb.tag_ in UNMISTAKABLE
        own = any(child.dep_ in ANY_SUBJECTS | AUXILIARIES for child in verb.children)
        other = _tense(verb) == _tense(above) and _tense(said) not in {"", _tense(verb)}
        other |= verb.tag_ == above.tag_ == PAST and _is_perfect(said) and is_behind(",", verb.left_edge)
        if told and not own and (other or (is_subjunctive(said) and verb.tag_ != PRESENT)):
            yield Attachment(verb.i, above.i, "conj")


def _is_perfect(verb: Token) -> bool:
    return verb.tag_ == PARTICIPLE and any(c.dep_ == "aux" and c.tag_ == PAST for c in verb.children)


def _tense(verb: Token) -> str:
    """The tag by which a finite verb or its first auxiliary shows its tense, "" under a modal and where it has none."""
    shown = next((child.tag_ for child in verb.children if child.dep_ in AUXILIARIES), verb.tag_)
    return (PRESENT if shown == "VBP" else shown) if shown in FINITE else ""


REPAIRS: tuple[Callable[[Doc], Iterator[Attachment]], ...] = (
    doubled_words,
    phrases_that_cross_a_verb,
    names_before_finite_verbs,
    objects_without_preposition,
    adjectives_that_are_no_objects,
    objects_with_preposition,
    phrases_of_particles,
    conjuncts_with_a_preposition,
    conjuncts_of_bare_numbers,
    participles_that_are_verbs,
    numbers_before_their_nouns,
    names_before_a_dash,
    conjuncts_of_what_is_set_off,
    clauses_behind_a_conjunction,
    relative_clauses_behind_a_comma,
    relative_clauses_of_one_number,
    phrases_behind_a_closed_clause,
    subjects_before_the_verb_of_saying,
    subjects_before_another,
    subjects_behind_the_verb,
    subjects_of_hyphened_verbs,
    objects_of_participles,
    receivers_before_a_number,
    *APPOSITIONS,
    conjunctions_of_two_words,
    marks_of_infinitives,
    finite_verbs_beside_infinitives,
    infinitives_beside_finite_verbs,
    finite_verbs_of_one_tense,
)


def repaired(doc: Doc, repairs: Sequence[Callable[[Doc], Iterator[Attachment]]] = REPAIRS) -> Doc:
    """Return the doc itself, with the tree as the repairs leave it; each sees what those before it have mended."""
    end_run_on_sentences(doc)
    join_cut_off_phrases(doc)
    join_downtoners(doc)
    for repair in repairs:
        for attachment in list(repair(doc)):
            doc.attach(doc[attachment.token], doc[attachment.head], attachment.label)
    return doc
