from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.fillers import verb_fillers
from kg.grammar.noun_fillers import noun_fillers
from kg.grammar.syntax import conjuncts, is_another, is_of_several, is_passive
from tests.grammar.trees import tree
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from kg.grammar.fillers import Filler


def told(fillers: list[Filler]) -> set[tuple[str, str, str]]:
    return {(filler.function.value, filler.token.text, filler.marker) for filler in fillers}


PASSIVE = """
Kyiv kyiv PROPN NNP 3 nsubj:pass
was be AUX VBD 3 aux:pass
struck strike VERB VBN 0 ROOT
by by ADP IN 5 case
Russia russia PROPN NNP 3 obl:agent
"""


def test_a_passive_gives_its_agent_as_subject_and_its_subject_as_object() -> None:
    doc = tree(PASSIVE)
    assert is_passive(doc[2])
    assert told(verb_fillers(doc[2], KNOWLEDGE.words)) == {("Object", "Kyiv", ""), ("Subject", "Russia", "by")}


CONTROL = """
Berlin berlin PROPN NNP 2 nsubj
agreed agree VERB VBD 0 ROOT
to to PART TO 4 mark
send send VERB VB 2 xcomp
tanks tank NOUN NNS 4 obj
to to ADP IN 7 case
Kyiv kyiv PROPN NNP 4 obl
"""


def test_subject_control_reaches_into_the_infinitive() -> None:
    doc = tree(CONTROL)
    assert told(verb_fillers(doc[3], KNOWLEDGE.words)) == {
        ("Subject", "Berlin", ""),
        ("Object", "tanks", ""),
        ("Oblique", "Kyiv", "to"),
    }


OBJECT_CONTROL = """
Kyiv kyiv PROPN NNP 2 nsubj
urged urge VERB VBD 0 ROOT
Berlin berlin PROPN NNP 2 obj
to to PART TO 5 mark
send send VERB VB 2 xcomp
tanks tank NOUN NNS 5 obj
"""


def test_object_control_makes_the_object_the_subject_of_the_infinitive() -> None:
    doc = tree(OBJECT_CONTROL)
    assert ("Subject", "Berlin", "") in told(verb_fillers(doc[4], KNOWLEDGE.words))


RELATIVE = """
the the DET DT 2 det
attack attack NOUN NN 0 ROOT
that that PRON WDT 4 nsubj
hit hit VERB VBD 2 acl:relcl
Kyiv kyiv PROPN NNP 4 obj
"""


def test_a_relative_pronoun_stands_for_its_noun() -> None:
    doc = tree(RELATIVE)
    assert told(verb_fillers(doc[3], KNOWLEDGE.words)) == {("Subject", "attack", ""), ("Object", "Kyiv", "")}


REDUCED = """
weapons weapon NOUN NNS 0 ROOT
Germany germany PROPN NNP 3 nsubj
sent send VERB VBD 1 acl:relcl
"""


def test_a_relative_clause_without_a_pronoun_lacks_its_object() -> None:
    doc = tree(REDUCED)
    assert told(verb_fillers(doc[2], KNOWLEDGE.words)) == {("Subject", "Germany", ""), ("Object", "weapons", "")}


PARTICIPLE = """
batteries battery NOUN NNS 0 ROOT
donated donate VERB VBN 1 acl
by by ADP IN 4 case
Romania romania PROPN NNP 2 obl:agent
"""


def test_a_past_participle_is_passive() -> None:
    doc = tree(PARTICIPLE)
    assert told(verb_fillers(doc[1], KNOWLEDGE.words)) == {("Object", "batteries", ""), ("Subject", "Romania", "by")}


DECISION = """
the the DET DT 2 det
Pentagon pentagon PROPN NNP 4 nmod:poss
's 's PART POS 2 case
decision decision NOUN NN 0 ROOT
to to PART TO 6 mark
pause pause VERB VB 4 acl
shipments shipment NOUN NNS 6 obj
"""


def test_the_possessor_of_a_decision_is_who_carries_it_out() -> None:
    doc = tree(DECISION)
    assert told(verb_fillers(doc[5], KNOWLEDGE.words)) == {("Subject", "Pentagon", ""), ("Object", "shipments", "")}


NOUN = """
Trump trump PROPN NNP 4 nmod:poss
's 's PART POS 1 case
phone phone NOUN NN 4 compound
call call NOUN NN 0 ROOT
with with ADP IN 6 case
Putin putin PROPN NNP 4 nmod
"""


def test_a_noun_predicate_has_possessor_modifier_and_oblique() -> None:
    doc = tree(NOUN)
    assert told(noun_fillers(doc[3], KNOWLEDGE.words)) == {
        ("Possessor", "Trump", ""),
        ("Modifier", "phone", ""),
        ("Oblique", "Putin", "with"),
    }


COORDINATION = """
Trump trump PROPN NNP 6 nsubj
, , PUNCT , 3 punct
Putin putin PROPN NNP 1 conj
and and CCONJ CC 5 cc
Xi xi PROPN NNP 1 conj
spoke speak VERB VBD 0 ROOT
"""


def test_coordination_is_read_to_the_right() -> None:
    doc = tree(COORDINATION)
    assert [token.text for token in conjuncts(doc[0])] == ["Trump", "Putin", "Xi"]


SHARED_SUBJECT = """
Russia russia PROPN NNP 2 nsubj
launched launch VERB VBD 0 ROOT
drones drone NOUN NNS 2 obj
, , PUNCT , 5 punct
killing kill VERB VBG 2 advcl
two two NUM CD 5 obj
"""


def test_a_participle_clause_shares_the_subject_of_its_main_clause() -> None:
    doc = tree(SHARED_SUBJECT)
    assert ("Subject", "Russia", "") in told(verb_fillers(doc[4], KNOWLEDGE.words))


BARE = """
Laws law NOUN NNS 2 nsubj
helped help VERB VBD 0 ROOT
this this DET DT 4 det
year year NOUN NN 2 obl
pay pay VERB VB 2 xcomp
bills bill NOUN NNS 5 obj
"""


def test_a_bare_infinitive_calls_upon_nobody() -> None:
    # No mark of it and no preposition to look for in between: this ended a build of 2,000 articles.
    doc = tree(BARE)
    assert told(verb_fillers(doc[4], KNOWLEDGE.words)) == {("Subject", "Laws", ""), ("Object", "bills", "")}


LIST_OF_LISTS = """
Scott scott PROPN NNP 0 ROOT
and and CCONJ CC 3 cc
Castor castor PROPN NNP 1 conj
; ; PUNCT : 5 punct
Ward ward PROPN NNP 1 conj
"""


def test_a_semicolon_goes_on_with_a_list_behind_its_last_and() -> None:
    doc = tree(LIST_OF_LISTS)
    assert [token.text for token in conjuncts(doc[0])] == ["Scott", "Castor", "Ward"]


ANOTHER = """
It it PRON PRP 3 nsubj
also also ADV RB 3 advmod
accused accuse VERB VBD 0 ROOT
Iran iran PROPN NNP 3 obj
of of ADP IN 7 case
separate separate ADJ JJ 7 amod
attacks attack NOUN NNS 3 obl
and and CCONJ CC 11 cc
the the DET DT 11 det
new new ADJ JJ 11 amod
raids raid NOUN NNS 7 conj
"""


def test_also_and_separate_set_a_trigger_apart_and_the_new_ones_are_known() -> None:
    doc = tree(ANOTHER)
    assert [is_another(doc[i], KNOWLEDGE.words) for i in (2, 6, 10)] == [True, True, False]


ANOTHER_BOMB = """
Another another DET DT 2 det
bomb bomb NOUN NN 3 nsubj
killed kill VERB VBD 0 ROOT
another another DET DT 5 det
soldier soldier NOUN NN 3 obj
"""


def test_what_another_one_does_is_set_apart_and_not_what_is_done_to_another() -> None:
    doc = tree(ANOTHER_BOMB)
    assert is_another(doc[2], KNOWLEDGE.words)
    doc = tree(ANOTHER_BOMB.replace("Another another DET", "The the DET"))
    assert not is_another(doc[2], KNOWLEDGE.words)


WHERE = """
the the DET DT 2 det
town town NOUN NN 0 ROOT
{0} {0} {1} 5 {2}
they they PRON PRP 5 nsubj
saw see VERB VBD 2 acl:relcl
him he PRON PRP 5 obj
"""


def test_a_noun_before_where_is_neither_subject_nor_object() -> None:
    where = told(verb_fillers(tree(WHERE.format("where", "ADV WRB", "advmod"))[4], KNOWLEDGE.words))
    assert {filler for filler in where if filler[1] == "town"} == {("Oblique", "town", "in")}
    that = told(verb_fillers(tree(WHERE.format("that", "PRON WDT", "obj"))[4], KNOWLEDGE.words))
    assert {filler for filler in that if filler[1] == "town"} == {("Object", "town", "")}


STRIKES = """
{first}
Russian russian ADJ JJ 3 amod
strikes strike NOUN NNS 4 nsubj
continued continue VERB VBD 0 ROOT
"""


def test_a_bare_plural_tells_of_several_and_a_counted_or_definite_one_does_not() -> None:
    firsts = {"More more ADJ JJR 3 amod": True, "The the DET DT 3 det": False, "Two two NUM CD 3 nummod": False}
    for first, several in firsts.items():
        assert is_of_several(tree(STRIKES.format(first=first))[2], KNOWLEDGE.words) is several
    assert not is_of_several(tree(PASSIVE)[2], KNOWLEDGE.words)


SAID = """
Poland Poland PROPN NNP 2 nsubj
got get VERB VBD 0 ROOT
tanks tank NOUN NNS 2 obj
, , PUNCT , 8 punct
according accord VERB VBG 8 case
to to ADP IN 5 fixed
a a DET DT 8 det
note note NOUN NN 2 obl
from from ADP IN 10 case
Peru Peru PROPN NNP 8 nmod
"""


def test_whose_note_says_so_takes_no_part_in_what_it_says() -> None:
    found = told(verb_fillers(tree(SAID)[1], KNOWLEDGE.words))
    assert found == {("Subject", "Poland", ""), ("Object", "tanks", ""), ("Oblique", "note", "according to")}
