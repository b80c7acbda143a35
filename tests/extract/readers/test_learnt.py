"""What becomes of the network's predictions: which are events, who is an argument, and who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.readers.learnt import has_read, read_learnt
from kg.language.predicted import ArgumentPrediction, EventPrediction
from kg.records import Factuality
from tests.extract.analysed import analysed
from tests.extract.mentions import gate
from tests.grammar.trees import at, tree

if TYPE_CHECKING:
    from kg.extract.analysis import Analysis
    from kg.grammar.tree import Doc
    from kg.records import EventMention

HIT = """
Chad chad PROPN NNP 2 nsubj
struck strike VERB VBD 0 ROOT
Mali mali PROPN NNP 2 obj
on on ADP IN 5 case
Monday Monday PROPN NNP 2 obl
"""
NAMES = {"Chad": "country/chad", "Mali": "country/mali"}


def argument(doc: Doc, role: str, word: str, score: float = 0.9) -> ArgumentPrediction:
    token = at(doc, word)
    return ArgumentPrediction(role, token.i, token.i, token.i + 1, score)


def predicted(
    doc: Doc, trigger: str, *arguments: ArgumentPrediction, kind: str = "Attack", factuality: str = "Asserted"
) -> EventPrediction:
    return EventPrediction(at(doc, trigger).i, kind, 0.9, factuality, 0.9, arguments, None, None)


def read(analysis: Analysis, *predictions: EventPrediction) -> list[EventMention]:
    analysis.doc.events = predictions
    return read_learnt(analysis, gate())


def named(mention: EventMention, analysis: Analysis) -> set[tuple[str, str]]:
    entities = analysis.index.entities
    return {(a.role, entities[a.entity].name) for a in mention.arguments if a.entity is not None}


def test_a_pipeline_without_the_reader_reads_nothing_and_says_so() -> None:
    analysis = analysed(tree(HIT), **NAMES)
    assert not has_read(analysis)
    assert read_learnt(analysis, gate()) == []
    analysis.doc.events = ()
    assert has_read(analysis)


def test_an_event_has_the_arguments_that_the_network_is_sure_of() -> None:
    doc = tree(HIT)
    analysis = analysed(doc, **NAMES)
    sides = argument(doc, "attacker", "Chad"), argument(doc, "target", "Mali", 0.4)
    (mention,) = read(analysis, predicted(doc, "struck", *sides))
    assert (mention.kind, mention.score, mention.readers, mention.is_noun) == ("Attack", 0.9, ("learnt",), False)
    assert named(mention, analysis) == {("attacker", "Chad")}


def test_statements_are_left_to_the_reader_of_quotations() -> None:
    doc = tree(HIT)
    assert read(analysed(doc, **NAMES), predicted(doc, "struck", kind="Statement")) == []


def test_a_role_that_the_ontology_does_not_know_is_left_out() -> None:
    doc = tree(HIT)
    analysis = analysed(doc, **NAMES)
    (mention,) = read(analysis, predicted(doc, "struck", argument(doc, "witness", "Mali")))
    assert mention.arguments == ()


NOT = """
Chad chad PROPN NNP 4 nsubj
did do AUX VBD 4 aux
not not PART RB 4 advmod
strike strike VERB VB 0 ROOT
Mali mali PROPN NNP 4 obj
"""


@pytest.mark.parametrize(
    ("table", "word", "network", "factuality"),
    [
        (NOT, "strike", "Asserted", Factuality.NEGATED),
        (HIT.replace("struck strike VERB VBD", "strikes strike VERB VBZ"), "strikes", "Planned", Factuality.PLANNED),
        (HIT, "struck", "Planned", Factuality.ASSERTED),
    ],
)
def test_operators_go_before_the_factuality_of_the_network(
    table: str, word: str, network: str, factuality: Factuality
) -> None:
    doc = tree(table)
    (mention,) = read(analysed(doc, **NAMES), predicted(doc, word, factuality=network))
    assert mention.factuality is factuality


ACCORDING = """
Chad chad PROPN NNP 2 nsubj
struck strike VERB VBD 0 ROOT
according accord VERB VBG 5 case
to to ADP IN 3 fixed
Mali mali PROPN NNP 2 obl
"""


def test_a_source_is_no_argument_whatever_the_network_takes_it_for() -> None:
    doc = tree(ACCORDING)
    analysis = analysed(doc, **NAMES)
    (mention,) = read(analysis, predicted(doc, "struck", argument(doc, "target", "Mali")))
    assert mention.arguments == ()
    assert [analysis.index.entities[source].name for source in mention.according_to] == ["Mali"]


BACKED = """
Chad chad PROPN NNP 2 nsubj
backed back VERB VBD 0 ROOT
the the DET DT 4 det
attack attack NOUN NN 2 obj
on on ADP IN 6 case
Mali mali PROPN NNP 4 nmod
"""


def test_whoever_backs_an_attack_is_no_attacker_though_the_network_may_think_so() -> None:
    doc = tree(BACKED)
    analysis = analysed(doc, **NAMES)
    (mention,) = read(
        analysis, predicted(doc, "attack", argument(doc, "attacker", "Chad"), argument(doc, "target", "Mali"))
    )
    assert named(mention, analysis) == {("target", "Mali")}
    assert mention.is_noun
    assert mention.definite


COUNTED = """
Chad chad PROPN NNP 2 nsubj
killed kill VERB VBD 0 ROOT
40 40 NUM CD 4 nummod
people people NOUN NNS 2 obj
"""


def test_a_figure_role_is_a_figure_and_no_argument() -> None:
    doc = tree(COUNTED)
    (mention,) = read(analysed(doc, Chad="country/chad"), predicted(doc, "killed", argument(doc, "killed", "people")))
    assert [(figure.measure, figure.minimum) for figure in mention.figures] == [("Killed", 40)]
    assert mention.arguments == ()


TALKED = """
Chad chad PROPN NNP 2 nsubj
talked talk VERB VBD 0 ROOT
about about ADP IN 4 case
{} 2 obl
"""


def test_a_topic_that_nobody_names_is_the_phrase() -> None:
    doc = tree(TALKED.format("grain grain NOUN NN"))
    analysis = analysed(doc, Chad="country/chad")
    (mention,) = read(analysis, predicted(doc, "talked", argument(doc, "topic", "grain"), kind="Conversation"))
    assert mention.topics == ("grain",)
    doc = tree(TALKED.format("Mali mali PROPN NNP"))
    analysis = analysed(doc, **NAMES)
    (mention,) = read(analysis, predicted(doc, "talked", argument(doc, "topic", "Mali"), kind="Conversation"))
    assert mention.topics == ()
    assert named(mention, analysis) == {("topic", "Mali")}


def test_of_what_did_not_happen_nobody_is_counted() -> None:
    for factuality, counted in (("Asserted", 1), ("Possible", 0)):
        doc = tree(COUNTED.replace("killed kill VERB VBD", "kills kill VERB VBZ"))
        prediction = predicted(doc, "kills", argument(doc, "killed", "people"), factuality=factuality)
        (mention,) = read(analysed(doc, Chad="country/chad"), prediction)
        assert len(mention.figures) == counted


SAID = """
Chad chad PROPN NNP 2 nsubj
{} VERB VBD 0 ROOT
Mali mali PROPN NNP 4 nsubj
struck strike VERB VBD 2 ccomp
"""


@pytest.mark.parametrize(("verb", "accuses"), [("said say", False), ("alleged allege", True)])
def test_a_verb_that_only_says_something_is_no_accusation(verb: str, *, accuses: bool) -> None:
    doc = tree(SAID.format(verb))
    actor, target = argument(doc, "actor", "Chad"), argument(doc, "target", "Mali")
    assert (
        bool(read(analysed(doc, **NAMES), predicted(doc, verb.split()[0], actor, target, kind="Accusation"))) is accuses
    )


ARMS = """
A a DET DT 2 det
bomb bomb NOUN NN 0 ROOT
in in ADP IN 4 case
Mali mali PROPN NNP 2 nmod
"""


def test_arms_that_tell_an_attack_by_themselves_are_its_weapon() -> None:
    doc = tree(ARMS)
    analysis = analysed(doc, Mali="country/mali", bomb="Weapon")
    (mention,) = read(analysis, predicted(doc, "bomb", argument(doc, "place", "Mali")))
    assert ("weapon", "bomb") in named(mention, analysis)
