"""CLEAR trees, built by hand as spaCy's own English pipelines give them, and the Universal Dependencies they become."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from kg.language.clear import is_clear, to_universal

#: Words as word/lemma/pos/tag/head/label, heads counted from 1 (0: root), and the arcs they get: label(head, word).
CASES = {
    "a preposition below its object": (
        "Trump/Trump/PROPN/NNP/2/nsubj spoke/speak/VERB/VBD/0/ROOT with/with/ADP/IN/2/prep "
        "Putin/Putin/PROPN/NNP/3/pobj",
        {"nsubj(spoke, Trump)", "case(Putin, with)", "obl(spoke, Putin)"},
    ),
    "a noun's preposition": (
        "talks/talk/NOUN/NNS/0/ROOT with/with/ADP/IN/1/prep Putin/Putin/PROPN/NNP/2/pobj",
        {"case(Putin, with)", "nmod(talks, Putin)"},
    ),
    "a passive": (
        "Kyiv/Kyiv/PROPN/NNP/3/nsubjpass was/be/AUX/VBD/3/auxpass hit/hit/VERB/VBN/0/ROOT by/by/ADP/IN/3/agent "
        "drones/drone/NOUN/NNS/4/pobj",
        {"nsubj:pass(hit, Kyiv)", "aux:pass(hit, was)", "case(drones, by)", "obl:agent(hit, drones)"},
    ),
    "a means is no agent": (
        "Trump/Trump/PROPN/NNP/2/nsubj spoke/speak/VERB/VBD/0/ROOT by/by/ADP/IN/2/agent phone/phone/NOUN/NN/3/pobj",
        {"nsubj(spoke, Trump)", "case(phone, by)", "obl(spoke, phone)"},
    ),
    "two prepositions that are one": (
        "struck/strike/VERB/VBD/0/ROOT according/accord/VERB/VBG/1/prep to/to/ADP/IN/2/prep "
        "officials/official/NOUN/NNS/3/pobj",
        {"case(officials, according)", "fixed(according, to)", "obl(struck, officials)"},
    ),
    "a clause behind a preposition": (
        "warned/warn/VERB/VBD/0/ROOT against/against/ADP/IN/1/prep sending/send/VERB/VBG/2/pcomp "
        "arms/arm/NOUN/NNS/3/dobj",
        {"mark(sending, against)", "advcl(warned, sending)", "obj(sending, arms)"},
    ),
    "a predicate above the copula": (
        "He/he/PRON/PRP/2/nsubj is/be/AUX/VBZ/0/ROOT president/president/NOUN/NN/2/attr now/now/ADV/RB/2/advmod",
        {"nsubj(president, He)", "cop(president, is)", "advmod(president, now)"},
    ),
    "a place as predicate": (
        "He/he/PRON/PRP/2/nsubj is/be/AUX/VBZ/0/ROOT in/in/ADP/IN/2/prep Paris/Paris/PROPN/NNP/3/pobj",
        {"nsubj(Paris, He)", "cop(Paris, is)", "case(Paris, in)"},
    ),
    "there is": (
        "There/there/PRON/EX/2/expl is/be/VERB/VBZ/0/ROOT hope/hope/NOUN/NN/2/attr",
        {"expl(is, There)", "nsubj(is, hope)"},
    ),
    "who is asked, and an infinitive": (
        "He/he/PRON/PRP/2/nsubj asked/ask/VERB/VBD/0/ROOT Biden/Biden/PROPN/NNP/5/nsubj to/to/PART/TO/5/aux "
        "send/send/VERB/VB/2/ccomp arms/arm/NOUN/NNS/5/dobj",
        {"nsubj(asked, He)", "obj(asked, Biden)", "mark(send, to)", "xcomp(asked, send)", "obj(send, arms)"},
    ),
    "a chain of conjuncts": (
        "Kyiv/Kyiv/PROPN/NNP/0/ROOT ,/,/PUNCT/,/1/punct Lviv/Lviv/PROPN/NNP/1/conj and/and/CCONJ/CC/3/cc "
        "Odesa/Odesa/PROPN/NNP/3/conj",
        {"conj(Kyiv, Lviv)", "conj(Kyiv, Odesa)", "cc(Odesa, and)", "punct(Kyiv, ,)"},
    ),
    "whose": (
        "Ukraine/Ukraine/PROPN/NNP/3/poss 's/'s/PART/POS/1/case allies/ally/NOUN/NNS/0/ROOT",
        {"nmod:poss(allies, Ukraine)", "case(Ukraine, 's)"},
    ),
}


def _doc(table: str) -> Doc:
    words, lemmas, pos, tags, heads, deps = zip(*(row.rsplit("/", 5) for row in table.split()), strict=True)
    places = [int(head) - 1 if head != "0" else place for place, head in enumerate(heads)]
    return Doc(Vocab(), words=words, lemmas=lemmas, pos=pos, tags=tags, heads=places, deps=deps)


@pytest.mark.parametrize(("table", "arcs"), CASES.values(), ids=list(CASES))
def test_a_clear_tree_becomes_universal(table: str, arcs: set[str]) -> None:
    changed = to_universal(_doc(table))
    assert {f"{t.dep_}({t.head.text}, {t.text})" for t in changed if t.head.i != t.i} == arcs
    assert len(list(changed.sents)) == 1


def test_words_and_names_stay() -> None:
    doc = _doc(CASES["a preposition below its object"][0])
    doc.ents = [Span(doc, 3, 4, "PERSON")]
    changed = to_universal(doc)
    assert [(t.text, t.tag_, t.pos_, t.lemma_) for t in changed] == [(t.text, t.tag_, t.pos_, t.lemma_) for t in doc]
    assert [(ent.text, ent.label_) for ent in changed.ents] == [("Putin", "PERSON")]


def test_only_clear_labels_are_taken_for_clear() -> None:
    clear = _doc(CASES["a passive"][0])
    assert is_clear(clear)
    assert not is_clear(to_universal(clear))
