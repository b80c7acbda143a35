"""Who and what stands where to a verb: its logical subject, objects and obliques."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.fillers import verb_fillers
from kg.grammar.syntax import is_passive
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
