"""Which words tell no event though they evoke one: thanks to one's face, what a text calls itself, journeys at home."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.event_mentions.unmeant import unmeant
from kg.passed_over import Because
from tests.extract.analysed import analysed
from tests.extract.mentions import mention, named, unnamed
from tests.grammar.trees import at, tree

if TYPE_CHECKING:
    from kg.grammar.tree import Doc
    from kg.records import MentionArgument

THANKED = """
I I PRON PRP 2 nsubj
thank thank VERB VBP 0 ROOT
WHOM whom PRON PRP 2 obj
for for SCONJ IN 6 mark
being be AUX VBG 6 cop
here here ADV RB 2 advcl
"""
PRAISED = """
I I PRON PRP 2 nsubj
thank thank VERB VBP 0 ROOT
WHOM whom PRON PRP 2 obj
for for SCONJ IN 5 mark
hosting host VERB VBG 2 advcl
us we PRON PRP 5 obj
"""


def reason(doc: Doc, word: str, kind: str, *, is_noun: bool = False, **named_in: str) -> str:
    """Return why a word of a tree tells no event of a class, "" where it tells one."""
    token = at(doc, word)
    return unmeant(mention(kind, at=token.idx, is_noun=is_noun), token, analysed(doc, **named_in))


@pytest.mark.parametrize(
    ("table", "whom", "courteous"), [(THANKED, "you", True), (THANKED, "him", False), (PRAISED, "you", False)]
)
def test_thanks_to_the_face_are_praise_for_a_deed_only(table: str, whom: str, *, courteous: bool) -> None:
    doc = tree(table.replace("WHOM whom", f"{whom} {whom}"))
    assert reason(doc, "thank", "Support") == (Because.COURTESY.of() if courteous else "")


@pytest.mark.parametrize(
    ("determiner", "noun", "itself"),
    [
        ("this", "Agreement", True),
        ("this", "agreement", False),
        ("the", "Agreement", False),
        ("an", "Agreement", False),
    ],
)
def test_a_text_that_names_itself_tells_of_no_agreement(determiner: str, noun: str, *, itself: bool) -> None:
    doc = tree(f"""
Peru peru PROPN NNP 2 nsubj
ended end VERB VBD 0 ROOT
{determiner} {determiner} DET DT 4 det
{noun} agreement NOUN NN 2 obj
""")
    assert reason(doc, noun, "Agreement", is_noun=True) == (Because.THE_TEXT.of() if itself else "")


@pytest.mark.parametrize(
    ("verb", "kind", "place", "at_home"),
    [
        ("visited", "Visit", "country/albania", True),
        ("visited", "Visit", "country/greece", False),
        ("visited", "Meeting", "country/albania", True),
        ("returned", "Meeting", "country/albania", True),
        ("attended", "Meeting", "country/albania", False),
    ],
)
def test_who_goes_to_a_place_of_his_own_visits_nobody(verb: str, kind: str, place: str, *, at_home: bool) -> None:
    doc = tree(f"""
Albania albania PROPN NNP 2 nsubj
{verb} {verb.removesuffix("ed")} VERB VBD 0 ROOT
Somewhere somewhere PROPN NNP 2 obl
""")
    told = mention(kind, named("participant", 0), named("place", 1), at=at(doc, verb).idx)
    because = unmeant(told, at(doc, verb), analysed(doc, Albania="country/albania", Somewhere=place))
    assert because == (Because.AT_HOME.of() if at_home else "")


FACED = """
Peru peru PROPN NNP 2 nsubj
{} VERB VBD 0 ROOT
{} {} ADP IN 4 case
threats threat NOUN NNS 2 {}
to to ADP IN 6 case
Chile chile PROPN NNP 4 nmod
"""


@pytest.mark.parametrize(
    ("verb", "before", "label", "danger"),
    [
        ("faced face", "all", "obj", True),
        ("issued issue", "all", "obj", False),
        ("lives live", "under", "obl", True),
    ],
)
def test_a_threat_to_somebody_is_a_danger_unless_somebody_makes_it(
    verb: str, before: str, label: str, *, danger: bool
) -> None:
    doc = tree(FACED.format(verb, before, before, label))
    assert reason(doc, "threats", "Threat", is_noun=True) == (Because.DANGER.of() if danger else "")


@pytest.mark.parametrize(("verb", "kept"), [("retain", True), ("appoint", False)])
def test_who_keeps_an_office_does_not_come_into_it(verb: str, *, kept: bool) -> None:
    doc = tree(f"""
Peru peru PROPN NNP 2 nsubj
{verb} {verb} VERB VBP 0 ROOT
Ann Ann PROPN NNP 2 obj
""")
    assert reason(doc, verb, "Appointment") == (Because.KEPT.of() if kept else "")


@pytest.mark.parametrize(
    ("adjective", "noun", "peaceful"),
    [("peaceful", "uprising", True), ("armed", "uprising", False), ("armed", "revolution", True)],
)
def test_what_was_done_in_peace_and_a_revolution_are_no_attack(adjective: str, noun: str, *, peaceful: bool) -> None:
    doc = tree(f"""
the the DET DT 3 det
{adjective} {adjective} ADJ JJ 3 amod
{noun} {noun} NOUN NN 0 ROOT
""")
    assert reason(doc, noun, "Attack", is_noun=True) == (Because.PEACEFUL.of() if peaceful else "")


@pytest.mark.parametrize(
    ("verb", "kind", "behind", "belittled"),
    [
        ("dismiss", "Departure", "a a DET DT 5 det\nclown clown NOUN NN 2 obl", True),
        ("dismiss", "Departure", "finance finance NOUN NN 5 compound\nminister minister NOUN NN 2 obl", False),
        ("strike", "Attack", "rather rather ADV RB 5 advmod\ncold cold ADJ JJ 2 obl", True),
        ("shoot", "Attack", "a a DET DT 5 det\nspy spy NOUN NN 2 obl", False),
    ],
)
def test_who_is_held_to_be_something_loses_no_office_and_is_hit_by_nobody(
    verb: str, kind: str, behind: str, *, belittled: bool
) -> None:
    doc = tree(f"""
Peru peru PROPN NNP 2 nsubj
{verb} {verb} VERB VBP 0 ROOT
Chile chile PROPN NNP 2 obj
as as ADP IN 6 case
{behind.replace(" 5 ", " 6 ")}
""")
    assert reason(doc, verb, kind) == (Because.BELITTLED.of() if belittled else "")


@pytest.mark.parametrize(("before", "of_trade"), [("strong strong ADJ JJ", True), ("the the DET DT", False)])
def test_demand_without_an_article_is_of_trade(before: str, *, of_trade: bool) -> None:
    label = "det" if before.startswith("the") else "amod"
    doc = tree(f"""
Peru peru PROPN NNP 2 nsubj
met meet VERB VBD 0 ROOT
{before} 4 {label}
demand demand NOUN NN 2 obj
""")
    assert reason(doc, "demand", "Demand", is_noun=True) == (Because.OF_TRADE.of() if of_trade else "")


@pytest.mark.parametrize(("who", "search"), [("police", True), ("rebel", False)])
def test_the_police_search_what_others_raid(who: str, *, search: bool) -> None:
    doc = tree(f"""
a a DET DT 3 det
{who} {who} NOUN NN 3 compound
raid raid NOUN NN 4 nsubj
failed fail VERB VBD 0 ROOT
""")
    assert reason(doc, "raid", "Attack", is_noun=True) == (Because.SEARCH.of() if search else "")


@pytest.mark.parametrize(("label", "again"), [("appos", True), ("obj", False)])
def test_a_charge_beside_its_clause_is_told_by_the_verb(label: str, *, again: bool) -> None:
    doc = tree(f"""
Peru peru PROPN NNP 2 nsubj
accused accuse VERB VBD 0 ROOT
Chile chile PROPN NNP 2 obj
a a DET DT 5 det
charge charge NOUN NN 3 {label}
""")
    assert reason(doc, "charge", "Accusation", is_noun=True, Peru="country/peru") == (
        Because.NAMED_AGAIN.of("accused") if again else ""
    )


WORK = """
The the DET DT 2 det
play play NOUN NN 7 nsubj
{0} {0} ADP IN 5 case
the the DET DT 5 det
siege siege NOUN NN 2 nmod
has have AUX VBZ 7 aux
ended end VERB VBN 0 ROOT
"""


@pytest.mark.parametrize(("word", "only"), [("about", True), ("in", False)])
def test_what_a_work_is_about_the_text_does_not_tell(word: str, *, only: bool) -> None:
    told = reason(tree(WORK.format(word)), "siege", "Attack", is_noun=True)
    assert told == (Because.OTHER_USE.of("play") if only else "")


LEFT = """
She she PRON PRP 2 nsubj
resigned resign VERB VBD 0 ROOT
from from ADP IN 5 case
the the DET DT 5 det
{0} {0} NOUN NN 2 obl
"""


@pytest.mark.parametrize(("noun", "vehicle"), [("train", True), ("party", False)])
def test_who_leaves_a_vehicle_leaves_no_office(noun: str, *, vehicle: bool) -> None:
    assert reason(tree(LEFT.format(noun)), "resigned", "Departure") == (Because.OTHER_USE.of(noun) if vehicle else "")


@pytest.mark.parametrize(("preposition", "posture"), [("on on ADP IN", True), ("this this DET DT", False)])
def test_who_is_on_the_march_marches_nowhere(preposition: str, *, posture: bool) -> None:
    dep = "case" if posture else "det"
    doc = tree(f"It it PRON PRP 4 nsubj\nis be AUX VBZ 4 cop\n{preposition} 4 {dep}\nmarch march NOUN NN 0 ROOT")
    assert reason(doc, "march", "Protest", is_noun=True) == (Because.OTHER_USE.of("march") if posture else "")


@pytest.mark.parametrize(
    ("rest", "word", "among"),
    [("over over ADP IN 4 case", "disagreed", True), ("with with ADP IN 4 case", "disagreed", False)],
)
def test_sides_that_are_not_of_one_mind_reject_nothing(rest: str, word: str, *, among: bool) -> None:
    doc = tree(f"They they PRON PRP 2 nsubj\n{word} disagree VERB VBD 0 ROOT\n{rest}\nplan plan NOUN NN 2 obl")
    assert reason(doc, word, "Rejection") == (Because.AMONG_THEM.of() if among else "")


EXPLODED = """
{0} {0} PROPN NNP 2 nsubj
exploded explode VERB VBD 0 ROOT
"""


@pytest.mark.parametrize(
    ("kind", "rest", "figurative"),
    [("Person", "", True), ("Weapon", "", False), ("Person", "bomb bomb NOUN NN 2 obj", False)],
)
def test_no_person_does_what_arms_do(kind: str, rest: str, *, figurative: bool) -> None:
    doc = tree(EXPLODED.format("Bolt") + rest)
    assert reason(doc, "exploded", "Attack", Bolt=kind) == (Because.DOER.of() if figurative else "")


@pytest.mark.parametrize(
    ("verb", "parties", "alone"),
    [
        ("commit", [named("participant", 0)], True),
        ("commit", [named("participant", 0), named("participant", 1)], False),
        ("commit", [unnamed("participant")], False),  # "the two sides" are several
        ("agree", [named("participant", 0)], False),
    ],
)
def test_one_side_alone_only_promises(verb: str, parties: list[MentionArgument], *, alone: bool) -> None:
    doc = tree(f"Italy italy PROPN NNP 2 nsubj\nbound {verb} VERB VBD 0 ROOT")
    found = unmeant(mention("Agreement", *parties, at=at(doc, "bound").idx), at(doc, "bound"), analysed(doc))
    assert found == (Because.ALONE.of() if alone else "")


CALL = """
Chad chad PROPN NNP 2 nsubj
{} VERB VBD 0 ROOT
a a DET DT 4 det
call call NOUN NN 2 obj
to to PART TO 6 mark
begin begin VERB VB 4 acl
"""


@pytest.mark.parametrize(("verb", "demand"), [("rejected reject", True), ("joined join", False)])
def test_a_call_to_do_something_that_is_rejected_is_a_demand(verb: str, *, demand: bool) -> None:
    assert bool(reason(tree(CALL.format(verb)), "call", "Call", is_noun=True)) == demand
