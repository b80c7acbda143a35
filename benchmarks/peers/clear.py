"""A spaCy component that translates Universal Dependencies into the labels of spaCy's own English pipelines.

textacy and semantica look for dobj, nsubjpass, neg, and for prepositions that stand between a verb and its oblique
(prep, agent, pobj). Only what they look for is translated; https://github.com/clir/clearnlp-guidelines describes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

if TYPE_CHECKING:
    from spacy.tokens import Token

CLEAR = "clear_labels"
LABELS = {
    "obj": "dobj", "iobj": "dative", "nsubj:pass": "nsubjpass", "csubj:pass": "csubjpass", "aux:pass": "auxpass",
    "nmod:poss": "poss", "acl:relcl": "relcl", "compound:prt": "prt", "flat": "compound",
}  # fmt: skip
OBLIQUES = frozenset({"obl", "obl:agent", "nmod"})
NEGATIONS = frozenset({"not", "n't", "never"})


@Language.component(CLEAR)
def clear_labels(doc: Doc) -> Doc:
    """Return the text with heads and labels as the peers expect them; sentences stay as they are."""
    heads, deps = [token.head.i for token in doc], [_label(token) for token in doc]
    for token in doc:
        case = next((child for child in token.children if child.dep_ == "case" and child.i < token.i), None)
        if case is not None and token.dep_ in OBLIQUES:
            agent = token.dep_ == "obl:agent" or (case.lower_ == "by" and _is_passive(token.head))
            heads[case.i], deps[case.i] = token.head.i, "agent" if agent else "prep"
            heads[token.i], deps[token.i] = case.i, "pobj"
    return Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        tags=[token.tag_ for token in doc],
        pos=[token.pos_ for token in doc],
        lemmas=[token.lemma_ for token in doc],
        heads=heads,
        deps=deps,
    )


def _label(token: Token) -> str:
    if token.dep_ == "advmod" and token.lower_ in NEGATIONS:
        return "neg"
    return "ROOT" if token.dep_ == "root" else LABELS.get(token.dep_, token.dep_)


def _is_passive(verb: Token) -> bool:
    return any(child.dep_ in {"nsubj:pass", "aux:pass"} for child in verb.children)
