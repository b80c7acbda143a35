from __future__ import annotations

import pytest

from kg.extract.arguments.outsiders import without_outsiders
from kg.language.predicted import ArgumentPrediction
from kg.records import Term
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE


def heads(table: str, kind: str, trigger: str, **roles: str) -> set[str]:
    """Return who is left of those to whom a network gives roles, written role="words of them"."""
    doc = tree(table)
    told = [
        ArgumentPrediction(role, at(doc, word).i, at(doc, word).i, at(doc, word).i + 1, 0.99)
        for role, named in roles.items()
        for word in named.split()
    ]
    kept = without_outsiders(at(doc, trigger), Term(kind), told, KNOWLEDGE.words, KNOWLEDGE.taxonomy)
    return {doc[argument.head].text for argument in kept}


FOUGHT = """
clashes  clash    NOUN  NNS 2 nsubj
erupted  erupt    VERB  VBD 0 ROOT
{comma}  {comma}  PUNCT ,   5 punct
with     with     ADP   IN  5 case
Togo     Togo     PROPN NNP 2 obl
helping  help     VERB  VBG 5 acl
Mali     Mali     PROPN NNP 6 obj
"""


def test_who_does_something_of_his_own_meanwhile_is_no_party() -> None:
    assert heads(FOUGHT.format(comma=","), "Attack", "clashes", attacker="Togo") == set()
    assert heads(FOUGHT.format(comma="there"), "Attack", "clashes", attacker="Togo") == {"Togo"}


LIKENED = """
Biden   Biden  PROPN NNP 2 nsubj
met     meet   VERB  VBD 0 ROOT
Duda    Duda   PROPN NNP 2 obj
as      as     SCONJ IN  6 mark
{he}    he     PRON  PRP 6 {dep}
did     do     VERB  VBD 2 advcl
with    with   ADP   IN  8 case
Rama    Rama   PROPN NNP 6 obl
"""


def test_whom_another_deed_is_likened_to_takes_no_part() -> None:
    assert heads(LIKENED.format(he="he", dep="nsubj"), "Meeting", "met", participant="Duda Rama") == {"Duda"}
    assert heads(LIKENED.format(he="so", dep="advmod"), "Meeting", "met", participant="Duda Rama") == {"Duda", "Rama"}


SHARED = """
the      the      DET   DT  3 det
Togo     Togo     PROPN NNP 3 compound
issue    issue    NOUN  NN  0 ROOT
and      and      CCONJ CC  7 cc
Mali     Mali     PROPN NNP 7 {dep}
rapid    rapid    ADJ   JJ  7 amod
raid     raid     NOUN  NN  3 conj
"""


def test_what_stands_before_one_noun_is_not_of_the_next_that_has_its_own() -> None:
    assert heads(SHARED.format(dep="nmod:poss"), "Attack", "raid", attacker="Togo Mali") == {"Mali"}
    assert heads(SHARED.format(dep="nmod:poss"), "Mobilization", "raid", place="Togo") == set()
    beside = SHARED.format(dep="nmod:poss").replace("3 conj", "3 appos")
    assert heads(beside, "Attack", "raid", target="Togo") == set()
    assert heads(SHARED.format(dep="amod"), "Attack", "raid", attacker="Togo") == {"Togo"}


RELATIVE = """
Ann        Ann      PROPN NNP 0 ROOT
{who}      who      PRON  WP  {of}
{bo}       Bo       PROPN NNP 4 nsubj
threatened threaten VERB  VBD 1 acl:relcl
to         to       PART  TO  6 mark
kill       kill     VERB  VB  4 xcomp
"""


def test_whom_another_threatens_in_a_relative_clause_is_the_object() -> None:
    assert heads(RELATIVE.format(who="whom", of="6 obj", bo="Bo"), "Attack", "kill", attacker="Ann Bo") == {"Bo"}
    subject = RELATIVE.replace("{bo}       Bo       PROPN NNP 4 nsubj", "often often ADV RB 4 advmod")
    assert heads(subject.format(who="who", of="4 nsubj"), "Attack", "kill", attacker="Ann") == {"Ann"}


PRESSED = """
Ann      Ann      PROPN NNP 2 nsubj
{verb}   {verb}   VERB  VBD 0 ROOT
Togo     Togo     PROPN NNP 2 obj
to       to       PART  TO  5 mark
sign     sign     VERB  VB  2 advcl
an       an       DET   DT  7 det
accord   accord   NOUN  NN  5 obj
"""


def test_who_has_another_sign_signs_nothing() -> None:
    assert heads(PRESSED.format(verb="press"), "Agreement", "sign", participant="Ann Togo") == {"Togo"}
    assert heads(PRESSED.format(verb="join"), "Agreement", "sign", participant="Ann Togo") == {"Ann", "Togo"}
    assert heads(PRESSED.format(verb="press"), "Mobilization", "sign", participant="Ann Togo") == {"Ann", "Togo"}


WHERE = """
the       the       DET   DT  2 det
institute institute NOUN  NN  0 ROOT
{where}   {where}   {pos} {tag} 5 {dep}
she       she       PRON  PRP 5 nsubj
met       meet      VERB  VBD 2 acl:relcl
pupils    pupil     NOUN  NNS 5 obj
"""


def test_a_body_where_somebody_is_met_is_only_the_place() -> None:
    told = {"participant": "institute pupils"}
    where = WHERE.format(where="where", pos="ADV", tag="WRB", dep="advmod")
    assert heads(where, "Meeting", "met", **told) == {"pupils"}
    assert heads(where, "Meeting", "met", place="institute") == {"institute"}
    assert heads(WHERE.format(where="that", pos="PRON", tag="WDT", dep="obj"), "Meeting", "met", **told) == {
        "institute",
        "pupils",
    }


FOLLOWED = """
crowds     crowd    NOUN  NNS 2 nsubj
{verb}     {verb}   VERB  VBD 0 ROOT
him        he       PRON  PRP 2 obj
throughout through  ADP   IN  6 case
{his}      his      PRON  PRP$ 6 {dep}
trip       trip     NOUN  NN  2 obl
"""


def test_a_journey_is_of_its_possessor() -> None:
    table = FOLLOWED.format(verb="follow", his="his", dep="nmod:poss")
    assert heads(table, "Meeting", "trip", participant="crowds his") == {"his"}
    assert heads(FOLLOWED.format(verb="make", his="the", dep="det"), "Meeting", "trip", participant="crowds") == {
        "crowds"
    }


OCCASION = """
they   they   PRON  PRP 2 nsubj
met    meet   VERB  VBD 0 ROOT
on     on     ADP   IN  5 case
the    the    DET   DT  5 det
{eve}  {eve}  NOUN  NN  2 obl
of     of     ADP   IN  7 case
Togo   Togo   PROPN NNP 5 nmod
"""


def test_what_a_meeting_is_dated_by_takes_no_part_in_it() -> None:
    for noun in ("anniversary", "eve", "sidelines"):
        assert heads(OCCASION.format(eve=noun), "Meeting", "met", participant="Togo", topic=noun) == set()
    assert heads(OCCASION.format(eve="future"), "Meeting", "met", topic="future") == {"future"}
    assert heads(OCCASION.format(eve="eve"), "Meeting", "met", place="Togo") == {"Togo"}


PRAISED = """
she      she      PRON  PRP 2 nsubj
praised  praise   VERB  VBD 0 ROOT
Ann      Ann      PROPN NNP 2 obj
on       on       ADP   IN  5 case
{noun}   {noun}   NOUN  NN  2 obl
of       of       ADP   IN  7 case
Togo     Togo     PROPN NNP 5 nmod
"""


def test_for_whom_somebody_acts_is_not_the_target() -> None:
    assert heads(PRAISED.format(noun="behalf"), "Support", "praised", target="Ann Togo") == {"Ann"}
    assert heads(PRAISED.format(noun="president"), "Support", "praised", target="Togo") == {"Togo"}


BANNED = """
a        a        DET   DT  2 det
ban      ban      NOUN  NN  0 ROOT
on       on       ADP   IN  4 case
veils    veil     NOUN  NNS 2 nmod
{in_}    {in_}    ADP   IN  6 case
schools  school   NOUN  NNS 4 nmod
"""


def test_where_something_is_banned_is_not_what_is_banned() -> None:
    assert heads(BANNED.format(in_="in"), "Sanction", "ban", target="veils schools") == {"veils"}
    assert heads(BANNED.format(in_="of"), "Sanction", "ban", target="schools") == {"schools"}
    assert heads(BANNED.format(in_="in"), "Attack", "ban", target="schools") == {"schools"}


ELECTED = """
he       he       PRON  PRP 2 nsubj
greeted  greet    VERB  VBD 0 ROOT
voters   voter    NOUN  NNS 2 obj
on       on       ADP   IN  6 case
the      the      DET   DT  6 det
election election NOUN  NN  2 obl
of       of       ADP   IN  8 case
Ann      Ann      PROPN NNP 6 nmod
"""


def test_whose_election_it_is_the_phrase_says() -> None:
    assert heads(ELECTED, "Appointment", "election", person="voters Ann") == {"Ann"}
    assert heads(ELECTED, "Appointment", "election", person="voters") == {"voters"}


DEMANDED = """
rebels   rebel    NOUN  NNS 2 nsubj
{verb}   {verb}   VERB  VBP 0 ROOT
Togo     Togo     PROPN NNP 2 obj
to       to       PART  TO  5 mark
leave    leave    VERB  {tag}  2 {dep}
"""


def test_what_is_demanded_is_not_of_whom() -> None:
    noun = {"tag": "NN", "dep": "obl"}
    assert heads(DEMANDED.format(verb="demand", **noun), "Demand", "demand", actor="rebels", target="Togo") == {
        "rebels"
    }
    assert heads(DEMANDED.format(verb="urge", **noun), "Demand", "urge", target="Togo") == {"Togo"}
    asked = DEMANDED.format(verb="request", tag="VB", dep="xcomp")
    assert heads(asked, "Demand", "request", target="Togo") == {"Togo"}


STRUCK = """
bombs    bomb     NOUN  NNS 2 nsubj
struck   strike   VERB  VBD 0 ROOT
on       on       ADP   IN  5 case
the      the      DET   DT  5 det
{noun}   {noun}   NOUN  NN  2 obl
to       to       ADP   IN  7 case
Tartus   Tartus   PROPN NNP {head}
"""


def test_where_a_way_leads_is_not_where_it_is() -> None:
    for head in ("5 nmod", "2 obl"):
        assert heads(STRUCK.format(noun="road", head=head), "Attack", "struck", place="road Tartus") == {"road"}
        assert "Tartus" in heads(STRUCK.format(noun="day", head=head), "Attack", "struck", place="Tartus")


LIVED = """
exiles   exile    NOUN  NNS 6 nsubj
{who}    {who}    PRON  {tag} 3 nsubj
lived    live     VERB  VBD 1 acl:relcl
in       in       ADP   IN  5 case
Togo     Togo     PROPN NNP 3 obl
met      meet     VERB  VBD 0 ROOT
"""


def test_where_somebody_lived_is_not_where_he_met() -> None:
    assert heads(LIVED.format(who="who", tag="WP"), "Meeting", "met", place="Togo") == set()
    assert heads(LIVED.format(who="that", tag="WDT"), "Meeting", "met", place="Togo") == {"Togo"}


ADDRESS = """
they     they     PRON  PRP 2 nsubj
met      meet     VERB  VBD 0 ROOT
{in_}    {in_}    ADP   IN  4 case
Lome     Lome     PROPN NNP 2 obl
,        ,        PUNCT ,   6 punct
Togo     Togo     PROPN NNP 4 appos
"""


def test_in_which_country_a_place_lies_is_no_party() -> None:
    assert heads(ADDRESS.format(in_="in"), "Meeting", "met", participant="Togo") == set()
    assert heads(ADDRESS.format(in_="with"), "Meeting", "met", participant="Togo") == {"Togo"}


SENT = """
Kenya  Kenya  PROPN NNP 2 nsubj
sent   send   VERB  VBD 0 ROOT
police police NOUN  NNS 2 obj
to     to     ADP   IN  5 case
Lome   Lome   PROPN NNP 2 obl
where  where  ADV   WRB 8 advmod
gangs  gang   NOUN  NNS 8 nsubj
rule   rule   VERB  VBP {head} acl:relcl
"""


def test_who_does_what_a_clause_tells_of_a_place_does_nothing_outside_it() -> None:
    assert heads(SENT.format(head=5), "Mobilization", "sent", actor="Kenya gangs") == {"Kenya"}
    assert heads(SENT.format(head=5), "Mobilization", "rule", actor="gangs") == {"gangs"}
    assert heads(SENT.format(head=3), "Mobilization", "police", actor="gangs") == {"gangs"}


TRUCE = """
truce    truce  NOUN  NN  0 ROOT
{verb}   {verb} VERB  VBN 1 acl
{by}     {by}   ADP   IN  4 case
Qatar    Qatar  PROPN NNP 2 obl
"""


def test_who_brings_others_together_is_no_side() -> None:
    for verb, by, left in (("broker", "by", set()), ("hold", "through", set()), ("sign", "by", {"Qatar"})):
        assert heads(TRUCE.format(verb=verb, by=by), "Ceasefire", "truce", participant="Qatar") == left


VISITED = """
team     team    NOUN  NN  2 nsubj
visited  visit   VERB  VBD 0 ROOT
Chad     Chad    PROPN NNP 2 obj
{mark}   {mark}  SCONJ IN  5 mark
meeting  meet    VERB  VBG 2 {relation}
Olmert   Olmert  PROPN NNP 5 obj
"""


def test_what_was_visited_before_a_meeting_is_not_where_it_was() -> None:
    assert heads(VISITED.format(mark="before", relation="advcl"), "Meeting", "meeting", place="Chad") == set()
    assert heads(VISITED.format(mark="before", relation="advcl"), "Visit", "visited", place="Chad") == {"Chad"}


def test_who_is_spoken_for_is_not_spoken_with() -> None:
    table = "I I PRON PRP 2 nsubj\nspeak speak VERB VBP 0 ROOT\n{0} {0} ADP IN 4 case\nChad Chad PROPN NNP 2 obl"
    assert heads(table.format("for"), "Conversation", "speak", participant="Chad") == set()
    assert heads(table.format("with"), "Conversation", "speak", participant="Chad") == {"Chad"}


TOLD = """
in       in      ADP   IN  3 case
a        a       DET   DT  3 det
call     call    NOUN  NN  5 obl
{0}      {0}     {1}       5 nsubj
said     say     VERB  VBD 0 ROOT
{2}      {2}     {3}       7 nsubj
promised promise VERB  VBD 5 ccomp
"""
BODY, PERSON_NOUN, LAND = "NOUN NN", "NOUN NN", "PROPN NNP"


@pytest.mark.parametrize(
    ("speaker", "promising", "takes_part"),
    [
        (("presidency", BODY), ("minister", PERSON_NOUN), False),
        (("president", PERSON_NOUN), ("minister", PERSON_NOUN), True),
        (("presidency", BODY), ("Togo", LAND), True),
    ],
)
def test_a_body_that_tells_what_a_person_said_in_talks_is_no_party(
    speaker: tuple[str, str], promising: tuple[str, str], *, takes_part: bool
) -> None:
    found = heads(TOLD.format(*speaker, *promising), "Conversation", "call", participant=speaker[0])
    assert found == ({speaker[0]} if takes_part else set())


OUSTER = """
ouster   ouster  NOUN  NN  4 nsubj
of       of      ADP   IN  3 case
Ann      Ann     PROPN NNP 1 nmod
changed  change  VERB  VBD 0 ROOT
Togo     Togo    PROPN NNP 4 {dep}
"""


def test_what_an_event_does_something_to_is_not_that_of_its_office() -> None:
    assert heads(OUSTER.format(dep="obj"), "Departure", "ouster", person="Ann", of="Togo") == {"Ann"}
    assert heads(OUSTER.format(dep="obl"), "Departure", "ouster", of="Togo") == {"Togo"}


AGREED = """
Togo     Togo    PROPN NNP 2 nsubj
agreed   agree   VERB  VBD 0 ROOT
in       in      ADP   IN  4 case
Lome     Lome    PROPN NNP 2 obl
to       to      PART  TO  6 mark
meet     meet    VERB  VB  2 xcomp
in       in      ADP   IN  8 case
Gao      Gao     PROPN NNP 6 obl
"""


def test_a_place_before_an_infinitive_is_that_of_the_verb_above_it() -> None:
    assert heads(AGREED, "Meeting", "meet", place="Lome Gao") == {"Gao"}
    assert heads(AGREED, "Agreement", "agreed", place="Lome") == {"Lome"}


TALKS = """
Togo     Togo    PROPN NNP 2 nsubj
{verb}   VERB    VBD 0 ROOT
Mali     Mali    PROPN NNP 2 obj
after    after   ADP   IN  5 case
talks    talk    NOUN  NNS 2 obl
"""


def test_who_strikes_another_need_not_have_part_in_the_talks_that_the_sentence_names() -> None:
    struck = TALKS.replace("{verb}   VERB", "attacked attack VERB")
    assert heads(struck, "Conversation", "talks", participant="Togo Mali") == set()
    hosted = TALKS.replace("{verb}   VERB", "joined join VERB")
    assert heads(hosted, "Conversation", "talks", participant="Togo Mali") == {"Togo", "Mali"}


def test_where_somebody_is_taken_or_goes_is_not_where_he_was() -> None:
    table = (
        "troops troop NOUN NNS 2 nsubj\nleft leave VERB VBD 0 ROOT\n{0} {0} ADP IN 4 case\nChad Chad PROPN NNP 2 obl"
    )
    for marker, left in (("for", set()), ("to", set()), ("in", {"Chad"})):
        assert heads(table.format(marker), "Withdrawal", "left", place="Chad") == left
    assert heads(table.format("for"), "Mobilization", "left", place="Chad") == {"Chad"}


def test_whom_a_deed_is_done_to_is_not_accused_of_it() -> None:
    table = """
    France   France   PROPN NNP 2 nsubj
    rued     rue      VERB  VBD 0 ROOT
    {deed}   {deed}   NOUN  NN  2 obj
    of       of       ADP   IN  5 case
    Ana      Ana      PROPN NNP 3 nmod
    """
    assert heads(table.format(deed="killing"), "Accusation", "rued", target="Ana") == set()
    assert heads(table.format(deed="speech"), "Accusation", "rued", target="Ana") == {"Ana"}


def test_whom_a_threat_worries_is_not_whom_it_is_made_to() -> None:
    table = "threat threat NOUN NN 2 nsubj\nworried worry VERB VBD 0 ROOT\nTogo Togo PROPN NNP 2 obj"
    assert heads(table, "Threat", "threat", target="Togo") == set()
    assert heads(table, "Attack", "threat", target="Togo") == {"Togo"}


PUSHED = """
Chad     Chad     PROPN NNP 2 nsubj
{0}      {0}      VERB  VB  0 ROOT
Peru     Peru     PROPN NNP 2 obj
to       to       PART  TO  5 mark
open     open     VERB  VB  2 xcomp
talks    talk     NOUN  NNS 5 obj
with     with     ADP   IN  8 case
Togo     Togo     PROPN NNP 6 nmod
"""


def test_who_has_others_talk_takes_no_part() -> None:
    sides = {"participant": "Chad Peru Togo"}
    assert heads(PUSHED.format("push"), "Conversation", "talks", **sides) == {"Peru", "Togo"}
    assert heads(PUSHED.format("join"), "Conversation", "talks", **sides) == {"Chad", "Peru", "Togo"}
    alone = PUSHED.partition("with")[0].format("push")
    assert heads(alone, "Conversation", "talks", participant="Chad Peru") == {"Chad", "Peru"}


BROKERED = """
truce     truce   NOUN  NN  0 ROOT
{0}       {1}     VERB  VBN 1 acl
by        by      ADP   IN  4 case
Qatar     Qatar   PROPN NNP 2 obl:agent
and       and     CCONJ CC  6 cc
Oman      Oman    PROPN NNP 4 conj
"""


def test_who_brokers_a_truce_with_another_is_no_side_of_it_either() -> None:
    assert heads(BROKERED.format("brokered", "broker"), "Ceasefire", "truce", participant="Qatar Oman") == set()
    signed = heads(BROKERED.format("signed", "sign"), "Ceasefire", "truce", participant="Qatar Oman")
    assert signed == {"Qatar", "Oman"}


WARNED = """
Mali    Mali   PROPN NNP 2 nsubj
warned  warn   VERB  VBD 0 ROOT
Chad    Chad   PROPN NNP 5 nsubj
would   would  AUX   MD  5 aux
{0}     {0}    VERB  VB  2 ccomp
steps   step   NOUN  NNS 5 obj
"""


def test_whoever_is_said_to_act_is_not_threatened_but_who_is_said_to_suffer() -> None:
    assert heads(WARNED.format("take"), "Threat", "warned", target="Chad") == set()
    assert heads(WARNED.format("suffer"), "Threat", "warned", target="Chad") == {"Chad"}


PROVOKED = """
Mali     Mali   PROPN NNP 3 nsubj
would    would  AUX   MD  3 aux
act      act    VERB  VB  0 ROOT
{0}      {0}    SCONJ IN  7 mark
tanks    tank   NOUN  NNS 7 nsubj:pass
were     be     AUX   VBD 7 aux:pass
deployed deploy VERB  VBN 3 advcl
"""


def test_who_would_do_something_if_it_happens_does_not_do_it() -> None:
    assert heads(PROVOKED.format("if"), "Mobilization", "deployed", actor="Mali") == set()
    assert heads(PROVOKED.format("where"), "Mobilization", "deployed", actor="Mali") == {"Mali"}


CALLED = """
Mali     Mali     PROPN NNP 2 nsubj
called   call     VERB  VBD 0 ROOT
for      for      ADP   IN  4 case
talks    talk     NOUN  NNS 2 obl
{0}      {0}      ADP   IN  6 case
Chad     Chad     PROPN NNP 4 nmod
"""


def test_who_calls_for_talks_may_have_none_himself() -> None:
    assert heads(CALLED.format("in"), "Conversation", "talks", participant="Mali") == set()
    assert heads(CALLED.format("with"), "Conversation", "talks", participant="Mali") == {"Mali"}


ANSWERED = """
crowds    crowd    NOUN  NNS 2 nsubj
attacked  attack   VERB  VBD 0 ROOT
{0}       officer  NOUN  NNS 2 obj
who       who      PRON  WP  5 nsubj
used      use      VERB  VBD {1} acl:relcl
gas       gas      NOUN  NN  5 obj
"""


def test_the_arms_of_who_answers_an_attack_are_not_those_of_the_attack() -> None:
    assert heads(ANSWERED.format("officers", 3), "Attack", "attacked", weapon="gas") == set()
    assert heads(ANSWERED.format("officers", 1), "Attack", "attacked", weapon="gas") == {"gas"}
