from __future__ import annotations

from kg.extract.arguments.agents import with_arms_hit, with_givers, with_wielders, without_false_agents
from kg.language.predicted import ArgumentPrediction
from kg.records import Term
from tests.grammar.trees import tree
from tests.known import KNOWLEDGE

CAUSED = """
Chad     Chad     PROPN NNP 3 nmod:poss
's       's       PART  POS 1 case
veto     veto     NOUN  NN  4 nsubj
caused   cause    VERB  VBD 0 ROOT
{whom}   {whom}   {pos} {tag} 4 obj
to       to       PART  TO  7 mark
withdraw withdraw VERB  VB  4 xcomp
"""
THANKED = """
Kenya    Kenya    PROPN NNP 2 nsubj
thanked  thank    VERB  VBD 0 ROOT
soldiers soldier  NOUN  NNS 2 obj
{verb}   {lemma}  VERB  {tag} 3 acl
in       in       ADP   IN  6 case
Somalia  Somalia  PROPN NNP 4 obl
"""


def _heads(table: str, trigger: int, *told: tuple[str, int, float]) -> list[str]:
    doc = tree(table)
    arguments = [ArgumentPrediction(role, head, head, head + 1, score) for role, head, score in told]
    kept = without_false_agents(doc[trigger], arguments, KNOWLEDGE.words)
    return [doc[argument.head].text for argument in kept]


def test_who_is_made_to_do_something_does_it_and_not_who_gave_the_cause() -> None:
    named = CAUSED.format(whom="Mali", pos="PROPN", tag="NNP")
    assert _heads(named, 6, ("actor", 0, 0.6), ("actor", 4, 0.6)) == ["Mali"]
    assert _heads(named, 6, ("actor", 0, 0.6)) == []


def test_a_sure_network_and_a_pronoun_leave_open_who_acts() -> None:
    assert _heads(CAUSED.format(whom="Mali", pos="PROPN", tag="NNP"), 6, ("actor", 0, 0.9)) == ["Chad"]
    assert _heads(CAUSED.format(whom="it", pos="PRON", tag="PRP"), 6, ("actor", 0, 0.6)) == ["Chad"]


def test_whoever_suffers_an_attack_is_no_attacker() -> None:
    wounded = THANKED.format(verb="wounded", lemma="wound", tag="VBN")
    assert _heads(wounded, 3, ("attacker", 2, 0.9), ("place", 5, 0.9)) == ["Somalia"]
    assert _heads(THANKED.format(verb="fighting", lemma="fight", tag="VBG"), 3, ("attacker", 2, 0.9)) == ["soldiers"]


def test_forces_that_are_sent_are_actors_beside_who_sends_them() -> None:
    assert _heads(THANKED.format(verb="sent", lemma="send", tag="VBN"), 3, ("actor", 2, 0.9)) == ["soldiers"]


WARNED = """
Togo     Togo     PROPN NNP 2 nsubj
{verb}   {lemma}  VERB  VBD 0 ROOT
Ghana    Ghana    PROPN NNP 2 iobj
of       of       ADP   IN  5 case
attacks  attack   NOUN  NNS {head} {dep}
"""


def test_who_is_warned_of_attacks_makes_none() -> None:
    for head, dep in ((2, "obl"), (3, "nmod")):
        warned = WARNED.format(verb="warned", lemma="warn", head=head, dep=dep)
        assert _heads(warned, 4, ("attacker", 2, 0.9), ("attacker", 0, 0.9)) == ["Togo"]
    accused = WARNED.format(verb="accused", lemma="accuse", head=2, dep="obl")
    assert _heads(accused, 4, ("attacker", 2, 0.9)) == ["Ghana"]


RECEIVED = """
Lebanon  Lebanon  PROPN NNP 2 nsubj
received receive  VERB  VBD 0 ROOT
{goods}  {goods}  NOUN  NN  2 obj
{from_}  {from_}  ADP   IN  5 case
Qatar    Qatar    PROPN NNP 2 obl
"""


def test_whoever_something_comes_from_gives_it_and_gets_nothing() -> None:
    told = [ArgumentPrediction("recipient", head, head, head + 1, 0.7) for head in (0, 4)]
    for kind, goods, from_, roles in (
        ("Aid", "aid", "from", ["recipient", "actor"]),
        ("Transfer", "arms", "from", ["recipient", "supplier"]),
        ("Aid", "aid", "for", ["recipient", "recipient"]),
    ):
        doc = tree(RECEIVED.format(goods=goods, from_=from_))
        found = with_givers(told, Term(kind), doc[2], KNOWLEDGE.words, KNOWLEDGE.taxonomy)
        assert [argument.role for argument in found] == roles


GAVE = """
Lebanon  Lebanon  PROPN NNP 2 nsubj
{verb}   {lemma}  VERB  VBD 0 ROOT
aid      aid      NOUN  NN  2 obj
"""


def test_the_subject_of_a_verb_of_giving_gets_nothing() -> None:
    told = [ArgumentPrediction("recipient", 0, 0, 1, 0.7)]
    for verb, lemma, role in (("sent", "send", "actor"), ("needed", "need", "recipient")):
        doc = tree(GAVE.format(verb=verb, lemma=lemma))
        found = with_givers(told, Term("Aid"), doc[2], KNOWLEDGE.words, KNOWLEDGE.taxonomy)
        assert [argument.role for argument in found] == [role]


SHELLED = """
Chadian chadian ADJ  JJ  2 amod
tanks   tank    NOUN NNS 3 {role}
shelled shell   VERB VBD 0 ROOT
"""


def test_weapons_that_act_tell_who_wields_them_and_those_that_suffer_do_not() -> None:
    told = [ArgumentPrediction("weapon", 1, 1, 2, 0.7)]
    for role, roles in (("nsubj", ["weapon", "attacker"]), ("obj", ["weapon"])):
        found = with_wielders(tree(SHELLED.format(role=role))[2], told)
        assert [argument.role for argument in found] == roles
    known = [*told, ArgumentPrediction("attacker", 0, 0, 1, 0.7)]
    assert with_wielders(tree(SHELLED.format(role="nsubj"))[2], known) == known


BACKED = """
Kenya   Kenya   PROPN NNP 2 nsubj
{verb}  {lemma} VERB  VBD 0 ROOT
support support NOUN  NN  2 obj
of      of      ADP   IN  5 case
Chad    Chad    PROPN NNP 3 nmod
"""


def test_whose_support_somebody_has_is_no_target_of_it() -> None:
    told = [ArgumentPrediction("target", 4, 4, 5, 0.9)]
    for verb, lemma, role in (("won", "win", "actor"), ("showed", "show", "target")):
        doc = tree(BACKED.format(verb=verb, lemma=lemma))
        found = with_givers(told, Term("Support"), doc[2], KNOWLEDGE.words, KNOWLEDGE.taxonomy)
        assert [argument.role for argument in found] == [role]


TOLD = """
Chad  Chad  PROPN NNP 2 nsubj
{verb} {lemma} VERB VBD 0 ROOT
them  them  PRON  PRP 2 obj
to    to    PART  TO  5 mark
leave leave VERB  VB  2 xcomp
"""


def test_who_has_others_go_does_not_go() -> None:
    ordered = TOLD.format(verb="ordered", lemma="order")
    assert _heads(ordered, 4, ("actor", 0, 0.9)) == []
    thanked = TOLD.format(verb="thanked", lemma="thank")
    assert _heads(thanked, 4, ("actor", 0, 0.9)) == ["Chad"]


DENIED = """
{name}     {name}   PROPN NNP 2 nsubj {entity}
denied     deny     VERB  VBD 0 ROOT O
that       that     SCONJ IN  5 mark O
he         he       PRON  PRP 5 nsubj O
threatened threaten VERB  VBD 2 ccomp O
Togo       Togo     PROPN NNP 5 obj B-GPE
"""


def test_a_body_that_only_denies_what_a_person_did_is_not_that_person() -> None:
    for entity, acting in (("B-ORG", []), ("B-PERSON", ["Kuti"])):
        doc = tree(DENIED.format(name="Kuti", entity=entity))
        kept = without_false_agents(doc[4], [ArgumentPrediction("actor", 0, 0, 1, 0.9)], KNOWLEDGE.words)
        assert [doc[argument.head].text for argument in kept] == acting


BLASTED = """
Iranian iranian ADJ JJ 2 amod
missile missile NOUN NN 3 nsubj
caused cause VERB VBD 0 ROOT
blast blast NOUN NN 3 {role}
"""


def test_weapons_that_cause_a_blast_tell_who_wields_them() -> None:
    told = [ArgumentPrediction("weapon", 1, 1, 2, 0.7)]
    for role, roles in (("obj", ["weapon", "attacker"]), ("obl", ["weapon"])):
        found = with_wielders(tree(BLASTED.format(role=role))[3], told)
        assert [argument.role for argument in found] == roles


HIT = """
Israel israel PROPN NNP 2 nsubj
{verb} VERB VBD 0 ROOT
radars radar NOUN NNS 2 {role}
"""


def test_arms_that_are_destroyed_are_what_is_hit_and_not_what_with() -> None:
    told = [ArgumentPrediction("weapon", 2, 2, 3, 0.9)]
    cases = (
        ("destroyed destroy", "obj", "target"),
        ("destroyed destroy", "obl", "weapon"),
        ("used use", "obj", "weapon"),
    )
    for verb, role, found in cases:
        trigger = tree(HIT.format(verb=verb, role=role))[1]
        assert [a.role for a in with_arms_hit(trigger, told, KNOWLEDGE.words)] == [found]
