"""Participants without a name: they make nobody and no event one, and are one where their event is."""

import pytest

from kg.consolidate import NO_DECISIONS, Decision, Decisions, consolidate
from kg.consolidate.decisions import Action
from kg.consolidate.revision import parted, without
from kg.records import (
    Argument,
    Document,
    DocumentRecord,
    Event,
    Evidence,
    Mention,
    MentionKind,
    Span,
    Term,
)
from tests.building import arguments, mention
from tests.consolidate.articles import (
    RUSSIA,
    UKRAINE,
    WORLD,
    Told,
    article,
    known,
    names_of,
    person,
    somebody,
    thing,
    together,
    told,
)

DAY = "2025-07-04"
russia, ukraine = known(RUSSIA), known(UKRAINE)
kyiv = thing("Place", "Kyiv", of=UKRAINE)
gunmen, convoy = somebody("gunmen", "attacker"), somebody("convoy", "convoy")
hospital, market = (somebody(word, word, of=0, country=UKRAINE) for word in ("hospital", "market"))
clinic, clinics = somebody("clinic", of=0), somebody("health centre", "hospital", of=0)


def struck(target: object, by: object = russia) -> Told:
    return told("Attack", DAY, attacker=by, target=target)  # type: ignore[arg-type]  # an entity


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        (struck(hospital), struck(kyiv), True),
        (struck(hospital), struck(hospital), True),
        (struck(hospital), struck(clinics), True),
        (struck(hospital), struck(clinic), True),
        (struck(hospital), struck(market), False),
        (struck((hospital, market)), struck(market), True),
        (struck(convoy, gunmen), struck(convoy, gunmen), False),
        (struck(convoy), struck(convoy), False),
        (struck(kyiv, gunmen), struck(kyiv, somebody("rebels", "armed-group")), True),
        (struck(kyiv, gunmen), struck(kyiv), False),
        (told("Arrest", DAY, actor=russia, target=somebody("a man", "unspecified")),) * 2 + (False,),
        (told("Protest", DAY, actor=somebody("thousands"), place=kyiv),) * 2 + (True,),
        (told("Meeting", DAY, participant=(person("Al Bo"), somebody("officials", "official"))),) * 2 + (False,),
        (told("Visit", DAY, participant=(person("Al Bo"), somebody("officials")), place=kyiv),) * 2 + (True,),
    ],
)
def test_who_has_no_name_founds_no_event(left: Told, right: Told, same: bool) -> None:
    articles = [article("a", kyiv, events=(left,)), article("b", kyiv, events=(right,))]

    assert together(*articles, events=True) is same


def test_the_same_words_are_one_in_one_role_of_one_event_only() -> None:
    articles = [article(name, kyiv, events=(struck(hospital), struck(market), struck(convoy, gunmen))) for name in "ab"]
    collection = consolidate(articles, WORLD)

    assert ["a: hospital", "b: hospital"] in names_of(collection)
    assert ["a: market", "b: market"] in names_of(collection)
    assert ["a: gunmen"] in names_of(collection)
    reasons = [m.reason for c in collection.entities for m in c.merges if m.left.index > 1]
    assert set(reasons) == {"same words in the same role of one event"}


def test_a_decision_keeps_them_apart_or_makes_them_one() -> None:
    articles = [article(name, kyiv, events=(struck(hospital), struck(convoy, gunmen))) for name in "ab"]

    def ruled(action: Action, words: str) -> list[list[str]]:
        decision = Decision(action, f"a#{words}", f"b#{words}", "ab", "looked it up")
        return names_of(consolidate(articles, WORLD, Decisions((decision,))))

    assert ["a: hospital"] in ruled(Action.NOT_SAME, "hospital")
    assert ["a: gunmen", "b: gunmen"] in ruled(Action.MERGE, "gunmen")
    assert ["a: gunmen"] in names_of(consolidate(articles, WORLD, NO_DECISIONS))


TEXT = "Kyiv said a hospital in Kyiv was hit."


def record() -> DocumentRecord:
    """Kyiv, named twice, says that a hospital there was hit."""
    mentions = (
        mention(TEXT, 0, "Kyiv"),
        Mention(Span(24, 28), 0, MentionKind.NAME, "test"),
        mention(TEXT, 1, "hospital", MentionKind.DESCRIPTION),
    )
    evidence = Evidence(Span(0, len(TEXT)), "hit-v", Span(33, 36), according_to=(0,))
    attack = Event(Term("Attack"), (evidence,), arguments(TEXT, ("target", 1, "hospital")), according_to=(0,))
    return DocumentRecord(Document("a", TEXT), (kyiv, hospital), mentions, (), (attack,))


def test_what_is_taken_from_the_owner_takes_along_what_belongs_to_it() -> None:
    revised = parted(record(), {1})

    unnamed = revised.entities[1].unnamed
    assert unnamed is not None
    assert unnamed.belongs_to == 2
    assert revised.events[0].evidence[0].according_to == revised.events[0].according_to == (2,)


def test_numbers_follow_when_an_entity_is_rejected() -> None:
    base = record()
    moved = [Mention(m.span, m.entity + 1, m.kind, m.rule) for m in base.mentions]
    attack = base.events[0]
    hit = Event(
        attack.kind,
        (Evidence(attack.evidence[0].span, "hit-v", according_to=(1,)),),
        (Argument(Term("target"), 2, attack.arguments[0].span),),
        according_to=(1,),
    )
    building = somebody("hospital", "hospital", of=1)
    whole = DocumentRecord(base.document, (russia, kyiv, building), tuple(moved), (), (hit,))

    revised = without(whole, events=(), mentions=(), entities=(0,))

    assert [entity.name for entity in revised.entities] == ["Kyiv", "hospital"]
    unnamed = revised.entities[1].unnamed
    assert unnamed is not None
    assert unnamed.belongs_to == 0
    assert revised.events[0].evidence[0].according_to == (0,)


def test_with_an_event_go_those_who_have_no_name_in_it() -> None:
    revised = without(record(), events=(0,), mentions=(), entities=())

    assert [entity.name for entity in revised.entities] == ["Kyiv"]
    assert [mention.entity for mention in revised.mentions] == [0, 0]
