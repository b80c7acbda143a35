"""Whom the words for a speaker or a source name: agents, authors of statements, and no medium."""

from __future__ import annotations

from kg.extract.attribution.sources import agents_at, is_medium, speakers_at
from kg.records import Entity, Term
from tests.extract.analysed import analysed
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

TELEGRAM = "organization/telegram"
STATEMENT = """
A a DET DT 2 det
statement statement NOUN NN 5 nsubj
{1} {1} ADP IN 4 case
{0} {0} PROPN NNP 2 nmod
said say VERB VBD 0 ROOT
"""


def speakers(table: str, word: str, **names: str) -> list[str]:
    analysis = analysed(tree(table), **names)
    found = speakers_at(at(analysis.doc, word), analysis.index, KNOWLEDGE.words)
    return [analysis.index.entities[reference.entity].name for reference in found]


def test_people_countries_and_bodies_speak_and_places_and_weapons_do_not() -> None:
    for kind in ("Person", "Country", "Organization"):
        assert speakers("Aa aa PROPN NNP 2 nsubj\nsaid say VERB VBD 0 ROOT", "Aa", Aa=kind) == ["Aa"]
    for kind in ("Place", "Weapon"):
        analysis = analysed(tree("Aa aa PROPN NNP 0 ROOT"), Aa=kind)
        assert agents_at(analysis.doc[0], analysis.index) == ()


def test_a_statement_says_what_its_author_says() -> None:
    assert speakers(STATEMENT.format("Peru", "by"), "statement", Peru="Country") == ["Peru"]
    assert speakers(STATEMENT.format("Peru", "from"), "statement", Peru="Country") == ["Peru"]


def test_a_statement_on_somebody_is_not_his() -> None:
    assert speakers(STATEMENT.format("Peru", "on"), "statement", Peru="Country") == []


def test_a_noun_that_says_nothing_has_no_author() -> None:
    table = STATEMENT.format("Peru", "by").replace("statement", "bridge")
    assert speakers(table, "bridge", Peru="Country") == []


POST = """
A a DET DT 3 det
{0} {0} PROPN NNP 3 compound
post post NOUN NN 4 nsubj
said say VERB VBD 0 ROOT
"""


def test_the_medium_of_a_post_is_not_its_author() -> None:
    assert speakers(POST.format("Telegram"), "post", Telegram=TELEGRAM) == []
    assert speakers(POST.format("Pentagon"), "post", Pentagon="Organization") == ["Pentagon"]


def test_only_what_the_ontology_knows_for_one_is_a_medium() -> None:
    reference = KNOWLEDGE.reference
    media = {resource.iri for resource in reference.values() if resource.sort == "media"}
    organization = Term("Organization")
    assert all(is_medium(Entity(organization, "x", reference=iri), reference) for iri in media)
    assert not is_medium(Entity(organization, "Telegram"), reference)
    hamas = next(iri for iri in reference if iri.endswith("organization/hamas"))
    assert not is_medium(Entity(organization, "Hamas", reference=hamas), reference)
