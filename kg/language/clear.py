"""CLEAR dependencies, the labels of spaCy's own English pipelines, turned into Universal Dependencies.

CLEAR (Choi and Palmer, 2012) puts function words on top: prepositions govern their objects, and "be" its complement.
The rules of the project read Universal Dependencies, where content words do. What CLEAR does not say (which word of a
name is its head, for one) stays as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

#: Labels that no tree of Universal Dependencies has.
CLEAR_ONLY = frozenset({"dobj", "pobj", "nsubjpass", "auxpass", "prep"})
#: Labels that differ in name only, and what becomes of those that stand in no construction that is taken apart below.
_NAMES = {
    "dobj": "obj", "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass", "poss": "nmod:poss",
    "prt": "compound:prt", "relcl": "acl:relcl", "neg": "advmod", "quantmod": "advmod", "npadvmod": "obl:unmarked",
    "intj": "discourse", "preconj": "cc:preconj", "predet": "det:predet", "meta": "dep", "oprd": "xcomp",
    "acomp": "xcomp", "attr": "xcomp", "dative": "iobj", "prep": "advmod", "agent": "advmod", "pobj": "obj",
    "pcomp": "ccomp",
}  # fmt: skip
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
_MARKERS = frozenset({"prep", "agent", "dative"})
_SUBJECTS = frozenset({"nsubj", "csubj"})


@dataclass(slots=True)
class _Tree:
    """A tree under change: head and label of every token; a root is its own head."""

    doc: Doc
    heads: list[int]
    deps: list[str]

    def children(self, of: int, *labels: str) -> list[int]:
        found = (i for i, head in enumerate(self.heads) if head == of and i != of)
        return [i for i in found if not labels or self.deps[i] in labels]

    def attach(self, token: int, head: int, dep: str) -> None:
        self.heads[token], self.deps[token] = head, dep

    def replace(self, old: int, new: int, dep: str) -> None:
        """Put a dependent in its head's place; the old head and its other dependents become dependents of the new."""
        root = self.heads[old] == old
        for child in self.children(old):
            self.heads[child] = new
        self.attach(new, new if root else self.heads[old], self.deps[old])
        self.attach(old, new, dep)

    def governs_nominal(self, token: int) -> bool:
        return self.doc[token].pos_ in _NOUNS


def is_clear(doc: Doc) -> bool:
    """Say whether the trees of a document have labels that only CLEAR has."""
    return any(token.dep_ in CLEAR_ONLY for token in doc)


def to_universal(doc: Doc) -> Doc:
    """Return the document with Universal Dependencies in place of CLEAR; words, tags, sentences and names stay."""
    tree = _Tree(doc, [token.head.i for token in doc], [token.dep_ for token in doc])
    for mend in (_prepositions, _copulas, _subjects_of_infinitives, _coordination, _infinitive_marks):
        mend(tree)
    deps = [_NAMES.get(dep, dep) for dep in tree.deps]
    changed = Doc(
        doc.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc], tags=[t.tag_ for t in doc],
        pos=[t.pos_ for t in doc], morphs=[str(t.morph) for t in doc], lemmas=[t.lemma_ for t in doc],
        heads=tree.heads, deps=deps,
    )  # fmt: skip
    changed.ents = [Span(changed, ent.start, ent.end, ent.label) for ent in doc.ents]
    return changed


def _bottom_up(tree: _Tree, wanted: Callable[[int], bool]) -> Iterator[int]:
    """Yield the tokens that are wanted, dependents before their heads."""

    def depth(token: int) -> int:
        steps = 0
        while tree.heads[token] != token:
            token, steps = tree.heads[token], steps + 1
        return steps

    yield from sorted(filter(wanted, range(len(tree.heads))), key=lambda token: (-depth(token), token))


def _prepositions(tree: _Tree) -> None:
    """Let the object govern its preposition: "talks with Putin" has nmod(talks, Putin) and case(Putin, with)."""
    for marker in _bottom_up(tree, lambda token: tree.deps[token] in _MARKERS):
        objects = tree.children(marker, "pobj")
        clauses = tree.children(marker, "pcomp")
        chained = [c for c in tree.children(marker, "obl", "nmod") if c > marker]
        head, label = tree.heads[marker], tree.deps[marker]
        if objects:
            by_agent = label == "agent" and tree.doc[head].tag_ == "VBN"
            tree.deps[marker] = "obl:agent" if by_agent else "nmod" if tree.governs_nominal(head) else "obl"
            tree.replace(marker, objects[0], "case")
        elif clauses:
            tree.deps[marker] = "acl" if tree.governs_nominal(head) else "advcl"
            tree.replace(marker, clauses[0], "mark")
        elif chained:  # "according to officials": the second preposition is a fixed part of the first
            _fix(tree, marker, chained[0])


def _fix(tree: _Tree, marker: int, thing: int) -> None:
    """Make a preposition and the one that follows it a fixed expression before their object."""
    following = [c for c in tree.children(thing, "case") if c == marker + 1]
    tree.deps[marker] = "nmod" if tree.governs_nominal(tree.heads[marker]) else "obl"
    tree.replace(marker, thing, "case")
    for part in following:
        tree.attach(part, marker, "fixed")


def _copulas(tree: _Tree) -> None:
    """Let what is said of the subject govern "be": "He is president" has cop(president, is)."""
    doc = tree.doc
    for verb in _bottom_up(
        tree, lambda token: doc[token].lemma_ == "be" and tree.deps[token] not in {"aux", "auxpass"}
    ):
        predicates = tree.children(verb, "attr", "acomp")
        if tree.children(verb, "expl"):
            for thing in predicates:
                tree.deps[thing] = "nsubj"
            continue
        places = [c for c in tree.children(verb, "obl") if c > verb and tree.children(verb, "nsubj")]
        for predicate in [*predicates, *places][:1]:
            tree.replace(verb, predicate, "cop")


def _subjects_of_infinitives(tree: _Tree) -> None:
    """Make the subject of an infinitive the object of the verb above: "asked Biden to send" has obj(asked, Biden)."""
    for verb in [i for i, dep in enumerate(tree.deps) if dep == "ccomp"]:
        if not any(tree.doc[c].tag_ == "TO" for c in tree.children(verb, "aux")):
            continue
        for subject in tree.children(verb, *_SUBJECTS):
            tree.attach(subject, tree.heads[verb], "dobj")
            tree.deps[verb] = "xcomp"


def _coordination(tree: _Tree) -> None:
    """Hang every conjunct on the first, and a conjunction on the conjunct behind it."""
    for token, dep in enumerate(tree.deps):
        if dep == "cc":
            following = [c for c in tree.children(tree.heads[token], "conj") if c > token]
            tree.heads[token] = following[0] if following else tree.heads[token]
    for token, dep in enumerate(tree.deps):
        while dep == "conj" and tree.deps[tree.heads[token]] == "conj":
            tree.heads[token] = tree.heads[tree.heads[token]]


def _infinitive_marks(tree: _Tree) -> None:
    """Call the "to" of an infinitive what it is: a mark, no auxiliary."""
    for token, dep in enumerate(tree.deps):
        if dep == "aux" and tree.doc[token].tag_ == "TO":
            tree.deps[token] = "mark"
