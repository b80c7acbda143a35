"""Whose work an event is, and who says so."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kg.extract.analysis import analyse
from kg.extract.readers.circumstances import (
    is_blamed_by_nobody,
    is_only_charged,
    is_set_apart,
    sources_at,
    weekday_at,
)
from kg.records import Document, Entity, Resolution, Term
from tests.building import mention
from tests.grammar.spaced import spaced
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from kg.extract.analysis import Analysis

NAMES = ("Iran", "Israel")
ATTACK, CEASEFIRE = Term("Attack"), Term("Ceasefire")


def analysis(text: str, table: str) -> Analysis:
    mentions = tuple(mention(text, number, name) for number, name in enumerate(NAMES) if name in text)
    resolution = Resolution(tuple(Entity(Term("Country"), name) for name in NAMES), mentions, ())
    return analyse(spaced(text, table), Document("x", text, date(2025, 7, 4)), resolution, KNOWLEDGE)


BLAMED = analysis(
    "The raid was blamed on Israel by Iran.",
    """
The the DET DT 2 det
raid raid NOUN NN 4 nsubj:pass
was be AUX VBD 4 aux:pass
blamed blame VERB VBN 0 ROOT
on on ADP IN 6 case
Israel Israel PROPN NNP 4 obl
by by ADP IN 8 case
Iran Iran PROPN NNP 4 obl:agent
. . PUNCT . 4 punct
""",
)
BY_NOBODY = analysis(
    "The raid was blamed on Israel.",
    """
The the DET DT 2 det
raid raid NOUN NN 4 nsubj:pass
was be AUX VBD 4 aux:pass
blamed blame VERB VBN 0 ROOT
on on ADP IN 6 case
Israel Israel PROPN NNP 4 obl
. . PUNCT . 4 punct
""",
)
DENIED = analysis(
    "Iran denied that it had shelled Israel.",
    """
Iran Iran PROPN NNP 2 nsubj
denied deny VERB VBD 0 ROOT
that that SCONJ IN 6 mark
it it PRON PRP 6 nsubj
had have AUX VBD 6 aux
shelled shell VERB VBN 2 ccomp
Israel Israel PROPN NNP 6 obj
. . PUNCT . 2 punct
""",
)
BACKED = analysis(
    "Iran accused Israel of backing the raid.",
    """
Iran Iran PROPN NNP 2 nsubj
accused accuse VERB VBD 0 ROOT
Israel Israel PROPN NNP 2 obj
of of SCONJ IN 5 mark
backing back VERB VBG 2 advcl
the the DET DT 7 det
raid raid NOUN NN 5 obj
. . PUNCT . 2 punct
""",
)
PRAISED = analysis(
    "Iran backed the raid.",
    """
Iran Iran PROPN NNP 2 nsubj
backed back VERB VBD 0 ROOT
the the DET DT 4 det
raid raid NOUN NN 2 obj
. . PUNCT . 2 punct
""",
)
BROKEN = analysis(
    "Iran accused Israel of breaking the truce.",
    """
Iran Iran PROPN NNP 2 nsubj
accused accuse VERB VBD 0 ROOT
Israel Israel PROPN NNP 2 obj
of of SCONJ IN 5 mark
breaking break VERB VBG 2 advcl
the the DET DT 7 det
truce truce NOUN NN 5 obj
. . PUNCT . 2 punct
""",
)


def test_who_blames_it_on_somebody_claims_it() -> None:
    blamed = BLAMED.doc[3]
    assert sources_at(BLAMED.doc[1], ATTACK, (blamed,), BLAMED) == ((NAMES.index("Iran"),), ())
    assert not is_blamed_by_nobody((blamed,), BLAMED)


def test_who_denies_it_is_its_source_only_where_it_is_denied() -> None:
    shelled, iran = DENIED.doc[5], NAMES.index("Iran")
    assert sources_at(shelled, ATTACK, (), DENIED, denied=True) == ((iran,), ())
    assert sources_at(shelled, ATTACK, (), DENIED) == ((), ())


FOR_WHICH = analysis(
    "The raid, for which Iran holds Israel responsible.",
    """
The the DET DT 2 det
raid raid NOUN NN 0 ROOT
, , PUNCT , 7 punct
for for ADP IN 5 case
which which PRON WDT 7 obl
Iran Iran PROPN NNP 7 nsubj
holds hold VERB VBZ 2 acl:relcl
Israel Israel PROPN NNP 7 obj
responsible responsible ADJ JJ 7 xcomp
. . PUNCT . 2 punct
""",
)


def test_who_holds_somebody_responsible_for_it_claims_it() -> None:
    assert sources_at(FOR_WHICH.doc[1], ATTACK, (FOR_WHICH.doc[6],), FOR_WHICH) == ((NAMES.index("Iran"),), ())


def test_what_is_blamed_on_somebody_by_nobody_known_is_only_possible() -> None:
    assert is_blamed_by_nobody((BY_NOBODY.doc[3],), BY_NOBODY)


def test_whoever_is_accused_of_backing_a_raid_did_not_make_it() -> None:
    assert is_only_charged(BACKED.doc[6], ATTACK, BACKED)
    assert not is_only_charged(PRAISED.doc[3], ATTACK, PRAISED)


def test_whoever_is_accused_of_breaking_a_truce_did_not_make_it() -> None:
    assert is_only_charged(BROKEN.doc[6], CEASEFIRE, BROKEN)
    assert not is_only_charged(BROKEN.doc[6], ATTACK, BROKEN)


ALSO = analysis(
    "Iran also bombed Israel.",
    """
Iran Iran PROPN NNP 3 nsubj
also also ADV RB 3 advmod
bombed bomb VERB VBD 0 ROOT
Israel Israel PROPN NNP 3 obj
. . PUNCT . 3 punct
""",
)


def test_also_tells_of_one_more_attack_and_goes_on_with_talks() -> None:
    assert is_set_apart(ALSO.doc[2], ATTACK, (), ALSO)
    assert is_set_apart(ALSO.doc[3], ATTACK, (ALSO.doc[2],), ALSO)
    assert not is_set_apart(ALSO.doc[2], Term("Conversation"), (), ALSO)


def _on(day: date | None) -> str | None:
    text = "Iran bombed Israel on Monday."
    table = """
Iran Iran PROPN NNP 2 nsubj
bombed bomb VERB VBD 0 ROOT
Israel Israel PROPN NNP 2 obj
on on ADP IN 5 case
Monday Monday PROPN NNP 2 obl
. . PUNCT . 2 punct
"""
    found = analyse(spaced(text, table), Document("x", text, day), Resolution((), (), ()), KNOWLEDGE)
    return weekday_at(found.doc[1], ATTACK, (), found)


def test_a_weekday_is_told_where_no_day_can_be_worked_out() -> None:
    assert _on(None) == "monday"
    assert _on(date(2025, 7, 4)) is None


COST = analysis(
    "Iran said Israel made the raid that killed ten.",
    """
Iran Iran PROPN NNP 2 nsubj
said say VERB VBD 0 ROOT
Israel Israel PROPN NNP 4 nsubj
made make VERB VBD 2 ccomp
the the DET DT 6 det
raid raid NOUN NN 4 obj
that that PRON WDT 8 nsubj
killed kill VERB VBD 6 acl:relcl
ten ten NUM CD 8 obj
. . PUNCT . 2 punct
""",
)


def test_that_a_raid_was_made_is_no_claim_and_who_made_it_is() -> None:
    raid, made = COST.doc[5], COST.doc[3]
    assert sources_at(raid, ATTACK, (made,), COST) == ((NAMES.index("Iran"),), ())
    assert sources_at(raid, ATTACK, (), COST) == ((), ())
