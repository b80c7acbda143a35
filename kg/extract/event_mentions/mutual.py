"""What two do to each other: an event for each of them."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import TYPE_CHECKING

from kg.grammar.reciprocals import is_given_and_taken, is_reciprocal
from kg.grammar.speech import speech_at
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from kg.grammar.tree import Doc
    from kg.knowledge.words import Words
    from kg.records import EventMention, MentionArgument

CLAIMS, ATTACKER = Term("Claims"), Term("attacker")
SIDES = (
    (ATTACKER, Term("target")),
    (Term("actor"), Term("target")),
    (Term("actor"), Term("recipient")),
    (Term("supplier"), Term("recipient")),
)
"""Who does something, and to whom."""


def things_of_each_other(doc: Doc, words: Words) -> frozenset[int]:
    """Return where nouns begin that are of "each other", or of both: "each other's [cities]", "traded [raids]"."""
    owned = [t.head.idx for t in doc if t.dep_ == "nmod:poss" and is_reciprocal(t, words)]
    return frozenset([*owned, *(t.idx for t in doc if is_given_and_taken(t, words))])


def charges_against_each_other(doc: Doc, words: Words) -> frozenset[int]:
    """Return where words begin below a verb of charging "each other": "blamed each other for the [raid]"."""
    verbs = {t.head.i for t in doc if t.dep_ in {"obj", "iobj"} and is_reciprocal(t, words)}
    verbs = {i for i in verbs if (speech := speech_at(doc[i], words)) is not None and speech.stance == CLAIMS}
    return frozenset(t.idx for t in doc if verbs and any(above.i in verbs for above in t.ancestors))


def split_mutual(
    mention: EventMention, theirs: Container[int] = (), charged: Container[int] = ()
) -> Iterator[EventMention]:
    """Yield a mention for each direction of what several do to each other, and any other mention as it is.

    What begins at a place in `theirs` belongs to each of those who do it, and is the other's; at a place in `charged`
    each says that the other did it.
    """
    for doer, other in SIDES if len(mention.arguments) > 1 else ():
        both = mention.entities(doer)
        if len(both) > 1 and mention.trigger.start in charged and both == set(mention.according_to):
            for one, two in permutations(sorted(both), 2):
                left = tuple(a for a in mention.arguments if a.role != doer or a.entity == one)
                yield replace(mention, arguments=left, according_to=(two,))
            return
        things = [a for a in mention.arguments if a.role == other and a.head in theirs and a.unnamed is not None]
        traded = doer == ATTACKER and mention.trigger.start in theirs
        if len(both) > 1 and (both == mention.entities(other) or things or traded):
            for one, two in permutations(sorted(both), 2):
                apart = {(doer, one), (other, two)}
                rest = [a for a in mention.arguments if a.role not in {doer, other} or (a.role, a.entity) in apart]
                if traded:
                    rest += (replace(a, role=other) for a in mention.arguments if (a.role, a.entity) == (doer, two))
                yield replace(mention, arguments=(*rest, *(_of(thing, two) for thing in things)))
            return
    yield mention


def _of(thing: MentionArgument, owner: int) -> MentionArgument:
    return thing if thing.unnamed is None else replace(thing, unnamed=replace(thing.unnamed, belongs_to=owner))
