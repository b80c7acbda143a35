"""Verbs behind "and" that parsers take for plurals."""

from __future__ import annotations

import pytest

from kg.grammar.homographs import restore_joints, restore_speakers, restore_verbs, restored
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

REGRETS = """
Peru Peru PROPN NNP 2 nsubj
{verb} VERB VBZ 0 ROOT
the the DET DT 4 det
delay delay NOUN NN 2 obj
and and CCONJ CC 6 cc
{word} NOUN NNS 4 conj
{preposition} {preposition} ADP IN 8 case
Chile Chile PROPN NNP 6 nmod
to to PART TO 10 mark
pay pay VERB VB {head} acl
"""


@pytest.mark.parametrize(
    ("verb", "word", "preposition", "restored"),
    [
        ("regrets regret", "calls call", "on", True),
        ("regrets regret", "appeals appeal", "to", True),
        ("regretted regret", "calls call", "on", False),
        ("regrets regret", "talks talk", "with", False),
        ("regrets regret", "calls call", "from", False),
    ],
)
def test_a_bare_plural_that_governs_an_infinitive_as_its_verb_does_is_that_verb(
    verb: str, word: str, preposition: str, *, restored: bool
) -> None:
    doc = tree(REGRETS.format(verb=verb, word=word, preposition=preposition, head=6))
    token = at(restore_verbs(doc, KNOWLEDGE.words), word.split()[0])
    told = [(child.text, child.dep_) for child in token.rights]
    after = ("VERB", verb.split()[0], [("Chile", "obl"), ("pay", "advcl")])
    before = ("NOUN", "delay", [("Chile", "nmod"), ("pay", "acl")])
    assert (token.pos_, token.head.text, told) == (after if restored else before)


def test_an_infinitive_behind_it_is_its_own_and_with_an_article_it_is_a_noun() -> None:
    table = REGRETS.format(verb="regrets regret", word="calls call", preposition="on", head=2)
    doc = restore_verbs(tree(table.replace("10 mark", "10 mark")), KNOWLEDGE.words)
    assert at(doc, "pay").head.text == "calls"
    of_object = tree(REGRETS.format(verb="regrets regret", word="calls call", preposition="on", head=4))
    assert at(restore_verbs(of_object, KNOWLEDGE.words), "pay").head.text == "calls"
    noun = tree(table.replace("and and CCONJ CC 6 cc", "its its PRON PRP$ 6 nmod:poss"))
    assert at(restore_verbs(noun, KNOWLEDGE.words), "calls").pos_ == "NOUN"


ASKED = """
Peru Peru PROPN NNP 2 nsubj
asked ask VERB VBD 0 ROOT
Chile Chile PROPN NNP 2 iobj
{word} {word} VERB VBD 2 xcomp
tanks tank NOUN NNS {head} obj
"""


@pytest.mark.parametrize("head", [2, 4])
@pytest.mark.parametrize(("word", "restores"), [("for", True), ("sold", False)])
def test_a_preposition_is_no_verb_and_has_its_noun(word: str, head: int, *, restores: bool) -> None:
    doc = restored(tree(ASKED.format(word=word, head=head)), KNOWLEDGE.words)
    thing, marker = at(doc, "tanks"), at(doc, word)
    assert (thing.head.text, thing.dep_, marker.dep_) == (
        ("asked", "obl", "case") if restores else (doc[head - 1].text, "obj", "xcomp")
    )


SIGNED = """
Peru Peru PROPN NNP 2 nsubj
struck strike VERB VBD 0 ROOT
Lima Lima PROPN NNP 2 obj
{comma} {comma} PUNCT , 5 punct
{verb} {lemma} VERB VBZ 2 {label}
Chile Chile PROPN NNP 5 obj
"""


@pytest.mark.parametrize("label", ["conj", "advcl", "advcl:relcl", "ccomp"])
@pytest.mark.parametrize(
    ("verb", "lemma", "comma", "speaks"),
    [
        ("claims", "claim", ",", True),
        ("blames", "blame", ",", False),
        ("sells", "sell", ",", False),
        ("claims", "claim", "-", False),
    ],
)
def test_behind_a_comma_a_verb_of_saying_without_a_subject_has_it_behind_it(
    verb: str, lemma: str, comma: str, label: str, *, speaks: bool
) -> None:
    doc = tree(SIGNED.format(verb=verb, lemma=lemma, comma=comma, label=label))
    at(doc, "Chile").ent_type_ = "GPE"
    restored(doc, KNOWLEDGE.words)
    assert (at(doc, "Chile").dep_, at(doc, verb).dep_) == (("nsubj", "parataxis") if speaks else ("obj", label))


INSISTS = """
Togo    Togo    PROPN NNP 2 nsubj
shelled shell   VERB  VBD 5 ccomp
Lome    Lome    PROPN NNP 2 obj
{comma} {comma} PUNCT ,   2 punct
insists insist  VERB  VBZ 0 ROOT
Benin   Benin   PROPN NNP 5 obj
"""


@pytest.mark.parametrize(("comma", "label"), [(",", "nsubj"), ("-", "obj")])
def test_so_it_is_where_the_parser_hangs_all_on_the_verb(comma: str, label: str) -> None:
    doc = tree(INSISTS.format(comma=comma))
    at(doc, "Benin").ent_type_ = "GPE"
    restored(doc, KNOWLEDGE.words)
    assert (at(doc, "Benin").dep_, at(doc, "shelled").dep_) == (label, "ccomp")


def test_a_verb_of_saying_whose_words_begin_the_text_has_no_comma_before_it() -> None:
    """The verb's own words may reach to the beginning, before all that a comma could stand behind."""
    doc = tree("""
Monday monday PROPN NNP 2 obl:unmarked
claims claim VERB VBZ 3 parataxis
shelled shell VERB VBD 0 ROOT
""")
    assert at(restore_speakers(doc, KNOWLEDGE.words), "Monday").dep_ == "obl:unmarked"


GIVES = """
Peru peru PROPN NNP 2 nsubj
{verb} VERB VBD 0 ROOT
Chile chile PROPN NNP 4 compound
{thing} 2 obj
"""


@pytest.mark.parametrize(
    ("verb", "thing", "kind", "label"),
    [
        ("sold sell", "frigates frigate NOUN NNS", "GPE", "iobj"),
        ("gave give", "rifles rifle NOUN NNS", "GPE", "iobj"),
        ("repaired repair", "frigates frigate NOUN NNS", "GPE", "compound"),
        ("sold sell", "wine wine NOUN NN", "GPE", "compound"),
        ("sold sell", "frigates frigate NOUN NNS", "WEAPON", "compound"),
    ],
)
def test_a_country_s_name_between_a_verb_of_giving_and_a_plural_is_who_gets_it(
    verb: str, thing: str, kind: str, label: str
) -> None:
    doc = tree(GIVES.format(verb=verb, thing=thing))
    at(doc, "Chile").ent_type_ = kind
    assert at(restored(doc, KNOWLEDGE.words), "Chile").dep_ == label


STAMMER = """
free free ADJ JJ 0 ROOT
and and CCONJ CC 4 cc
er er CCONJ CC 2 conj
rich rich ADJ JJ 1 conj
"""


def test_a_conjunction_is_hung_on_nothing_that_hangs_on_it() -> None:
    doc = restore_joints(tree(STAMMER), KNOWLEDGE.words)
    assert [token.head.text for token in doc] == ["free", "rich", "and", "free"]
