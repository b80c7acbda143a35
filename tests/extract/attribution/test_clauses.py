from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.attribution.clauses import attribution_of, governing_speech, unnamed_sources
from kg.extract.participants.mentions import MentionIndex
from kg.records import Entity, Mention, MentionKind, Span, Term
from tests.grammar.spaced import spaced
from tests.grammar.trees import at
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from kg.grammar.tree import Doc


def claimed(doc: Doc, word: str, *names: str) -> list[str]:
    """Return the names, of those given, to which the clause of the word is attributed."""
    heads = {
        at(doc, name).i: (Mention(Span(at(doc, name).idx, 0), entity, MentionKind.NAME, "test"),)
        for entity, name in enumerate(names)
    }
    entities = tuple(Entity(Term("Organization"), name) for name in names)
    index = MentionIndex(
        heads,
        {},
        tuple(mention for found in heads.values() for mention in found),
        frozenset(heads),
        entities,
        KNOWLEDGE,
        doc.text,
    )
    return [names[entity] for entity in attribution_of(at(doc, word), index, KNOWLEDGE.words)]


def stance(doc: Doc, word: str) -> str | None:
    speech = governing_speech(at(doc, word), KNOWLEDGE.words)
    return speech.stance if speech else None


SAID = spaced(
    "Kyiv said Moscow launched drones.",
    """
Kyiv kyiv PROPN NNP 2 nsubj
said say VERB VBD 0 ROOT
Moscow moscow PROPN NNP 4 nsubj
launched launch VERB VBD 2 ccomp
drones drone NOUN NNS 4 obj
. . PUNCT . 2 punct
""",
)
ASIDE = spaced(
    "Moscow launched drones, Kyiv said.",
    """
Moscow moscow PROPN NNP 2 nsubj
launched launch VERB VBD 0 ROOT
drones drone NOUN NNS 2 obj
, , PUNCT , 2 punct
Kyiv kyiv PROPN NNP 6 nsubj
said say VERB VBD 2 parataxis
. . PUNCT . 2 punct
""",
)
SOURCE = spaced(
    "Moscow launched drones, according to Kyiv.",
    """
Moscow moscow PROPN NNP 2 nsubj
launched launch VERB VBD 0 ROOT
drones drone NOUN NNS 2 obj
, , PUNCT , 7 punct
according accord VERB VBG 7 case
to to ADP IN 5 fixed
Kyiv kyiv PROPN NNP 2 obl
. . PUNCT . 2 punct
""",
)
REPORTED = spaced(
    "As Kyiv reported, Moscow launched drones.",
    """
As as SCONJ IN 3 mark
Kyiv kyiv PROPN NNP 3 nsubj
reported report VERB VBD 6 advcl
, , PUNCT , 3 punct
Moscow moscow PROPN NNP 6 nsubj
launched launch VERB VBD 0 ROOT
drones drone NOUN NNS 6 obj
. . PUNCT . 6 punct
""",
)


@pytest.mark.parametrize(
    "doc", [SAID, ASIDE, SOURCE, REPORTED], ids=["said that", "aside", "according to", "as reported"]
)
def test_a_claim_has_its_speaker(doc: Doc) -> None:
    assert claimed(doc, "launched", "Moscow", "Kyiv") == ["Kyiv"]


def test_the_verb_of_saying_itself_is_nobodys_claim() -> None:
    assert claimed(SAID, "said", "Moscow", "Kyiv") == []
    assert claimed(REPORTED, "reported", "Moscow", "Kyiv") == []


NESTED = spaced(
    "Officials said Moscow denied it had launched drones.",
    """
Officials official NOUN NNS 2 nsubj
said say VERB VBD 0 ROOT
Moscow moscow PROPN NNP 4 nsubj
denied deny VERB VBD 2 ccomp
it it PRON PRP 7 nsubj
had have AUX VBD 7 aux
launched launch VERB VBN 4 ccomp
drones drone NOUN NNS 7 obj
. . PUNCT . 2 punct
""",
)


def test_the_nearest_verb_of_saying_counts() -> None:
    assert stance(NESTED, "launched") == "Denies"
    assert stance(NESTED, "denied") == "Says"
    assert claimed(NESTED, "launched", "Moscow") == ["Moscow"]


def test_an_unnamed_speaker_leaves_nobody() -> None:
    assert claimed(NESTED, "denied", "Moscow") == []


DENIED_NOUN = spaced(
    "Moscow denied the strike.",
    """
Moscow moscow PROPN NNP 2 nsubj
denied deny VERB VBD 0 ROOT
the the DET DT 4 det
strike strike NOUN NN 2 obj
. . PUNCT . 2 punct
""",
)


def test_a_noun_may_be_what_is_denied() -> None:
    assert stance(DENIED_NOUN, "strike") == "Denies"


CONDEMNED = spaced(
    "Kyiv condemned the strike.",
    """
Kyiv kyiv PROPN NNP 2 nsubj
condemned condemn VERB VBD 0 ROOT
the the DET DT 4 det
strike strike NOUN NN 2 obj
. . PUNCT . 2 punct
""",
)


def test_what_is_condemned_is_no_claim() -> None:
    assert stance(CONDEMNED, "strike") is None


BACKGROUND = spaced(
    "Kyiv said Putin, who invaded Ukraine, will attack.",
    """
Kyiv kyiv PROPN NNP 2 nsubj
said say VERB VBD 0 ROOT
Putin putin PROPN NNP 10 nsubj
, , PUNCT , 6 punct
who who PRON WP 6 nsubj
invaded invade VERB VBD 3 acl:relcl
Ukraine ukraine PROPN NNP 6 obj
, , PUNCT , 6 punct
will will AUX MD 10 aux
attack attack VERB VB 2 ccomp
. . PUNCT . 2 punct
""",
)


def test_what_is_added_about_a_name_is_the_writers_own() -> None:
    assert stance(BACKGROUND, "invaded") is None
    assert stance(BACKGROUND, "attack") == "Says"


AFTER = spaced(
    "Kyiv said after the strike hit that it would answer.",
    """
Kyiv kyiv PROPN NNP 2 nsubj
said say VERB VBD 0 ROOT
after after SCONJ IN 6 mark
the the DET DT 5 det
strike strike NOUN NN 6 nsubj
hit hit VERB VBD 2 advcl
that that SCONJ IN 10 mark
it it PRON PRP 10 nsubj
would would AUX MD 10 aux
answer answer VERB VB 2 ccomp
. . PUNCT . 2 punct
""",
)


def test_a_clause_that_dates_the_saying_is_not_said() -> None:
    assert stance(AFTER, "hit") is None
    assert stance(AFTER, "answer") == "Says"


UNSAID = spaced(
    "Kyiv has not said whether Moscow struck.",
    """
Kyiv kyiv PROPN NNP 4 nsubj
has have AUX VBZ 4 aux
not not PART RB 4 advmod
said say VERB VBN 0 ROOT
whether whether SCONJ IN 7 mark
Moscow moscow PROPN NNP 7 nsubj
struck strike VERB VBD 4 ccomp
. . PUNCT . 4 punct
""",
)
SAYS = spaced(
    "Kyiv has just said that Moscow struck.",
    """
Kyiv kyiv PROPN NNP 4 nsubj
has have AUX VBZ 4 aux
just just ADV RB 4 advmod
said say VERB VBN 0 ROOT
that that SCONJ IN 7 mark
Moscow moscow PROPN NNP 7 nsubj
struck strike VERB VBD 4 ccomp
. . PUNCT . 4 punct
""",
)


def test_who_has_not_said_it_claims_nothing() -> None:
    assert claimed(UNSAID, "struck", "Kyiv", "Moscow") == []
    assert claimed(SAYS, "struck", "Kyiv", "Moscow") == ["Kyiv"]


AUDIENCE = spaced(
    "Kyiv told a conference that Moscow struck.",
    """
Kyiv kyiv PROPN NNP 2 nsubj
told tell VERB VBD 0 ROOT
a a DET DT 4 det
conference conference NOUN NN 2 obj
that that SCONJ IN 7 mark
Moscow moscow PROPN NNP 7 nsubj
struck strike VERB VBD 2 ccomp
. . PUNCT . 2 punct
""",
)


def test_whom_one_tells_something_is_not_what_one_tells() -> None:
    assert claimed(AUDIENCE, "conference", "Kyiv", "Moscow") == []
    assert claimed(AUDIENCE, "struck", "Kyiv", "Moscow") == ["Kyiv"]


ORDERED = spaced(
    "Kyiv said Moscow ordered a raid.",
    """
Kyiv kyiv PROPN NNP 2 nsubj
said say VERB VBD 0 ROOT
Moscow moscow PROPN NNP 4 nsubj
ordered order VERB VBD 2 ccomp
a a DET DT 6 det
raid raid NOUN NN 4 obj
. . PUNCT . 2 punct
""",
)


def test_who_orders_a_raid_does_not_claim_it_and_who_says_that_it_was_ordered_does() -> None:
    assert claimed(ORDERED, "raid", "Kyiv", "Moscow") == ["Kyiv"]


CONTINUES = spaced(
    "Kyiv continues to bomb Moscow.",
    """
Kyiv kyiv PROPN NNP 2 nsubj
continues continue VERB VBZ 0 ROOT
to to PART TO 4 mark
bomb bomb VERB VB 2 xcomp
Moscow moscow PROPN NNP 4 obj
. . PUNCT . 2 punct
""",
)
TOLD = spaced(
    "Kyiv told Moscow to stop bombing Odesa.",
    """
Kyiv kyiv PROPN NNP 2 nsubj
told tell VERB VBD 0 ROOT
Moscow moscow PROPN NNP 2 iobj
to to PART TO 5 mark
stop stop VERB VB 2 xcomp
bombing bomb VERB VBG 5 xcomp
Odesa odesa PROPN NNP 6 obj
. . PUNCT . 2 punct
""",
)
CLAIMS = spaced(
    "Kyiv claims to bomb Moscow.",
    """
Kyiv kyiv PROPN NNP 2 nsubj
claims claim VERB VBZ 0 ROOT
to to PART TO 4 mark
bomb bomb VERB VB 2 xcomp
Moscow moscow PROPN NNP 4 obj
. . PUNCT . 2 punct
""",
)


def test_who_continues_to_do_something_says_nothing_of_it_and_who_claims_to_does() -> None:
    assert claimed(CONTINUES, "bomb", "Kyiv", "Moscow") == []
    assert claimed(CLAIMS, "bomb", "Kyiv", "Moscow") == ["Kyiv"]


def test_who_tells_another_to_do_something_claims_nothing() -> None:
    assert claimed(TOLD, "stop", "Kyiv", "Moscow") == []
    assert claimed(TOLD, "bombing", "Kyiv", "Moscow") == []


def sources(doc: Doc, word: str) -> tuple[str, ...]:
    """Return the words for who claims the clause of the word where nobody in the text has a name."""
    index = MentionIndex({}, {}, (), frozenset(), (), KNOWLEDGE, doc.text)
    return unnamed_sources(at(doc, word), index, KNOWLEDGE.words)


GOODBYE = spaced(
    "Witnesses say it exploded as a man said goodbye.",
    """
Witnesses witness NOUN NNS 2 nsubj
say say VERB VBP 0 ROOT
it it PRON PRP 4 nsubj
exploded explode VERB VBD 2 ccomp
as as SCONJ IN 8 mark
a a DET DT 7 det
man man NOUN NN 8 nsubj
said say VERB VBD 4 advcl
goodbye goodbye NOUN NN 8 obj
. . PUNCT . 2 punct
""",
)
THEY = spaced(
    "They say it exploded.",
    """
They they PRON PRP 2 nsubj
say say VERB VBP 0 ROOT
it it PRON PRP 4 nsubj
exploded explode VERB VBD 2 ccomp
. . PUNCT . 2 punct
""",
)
REPORT = spaced(
    "State media report that it exploded.",
    """
State state NOUN NN 2 compound
media media NOUN NNS 3 compound
report report NOUN NN 0 ROOT
that that SCONJ IN 6 mark
it it PRON PRP 6 nsubj
exploded explode VERB VBD 3 acl
. . PUNCT . 3 punct
""",
)


def test_who_says_goodbye_says_nothing_of_what_happens_then() -> None:
    assert sources(GOODBYE, "exploded") == ("Witnesses",)


def test_a_claim_by_whom_nobody_knows_is_a_claim() -> None:
    assert sources(THEY, "exploded") == ("They",)


def test_media_that_report_something_claim_it_whatever_the_parser_takes_the_verb_for() -> None:
    assert sources(REPORT, "exploded") == ("State media",)


CHARGE = spaced(
    "Kyiv said Moscow rearmed, a charge Minsk rejects",
    """
Kyiv kyiv PROPN NNP 2 nsubj
said say VERB VBD 0 ROOT
Moscow moscow PROPN NNP 4 nsubj
rearmed rearm VERB VBD 2 ccomp
, , PUNCT , 7 punct
a a DET DT 7 det
charge charge NOUN NN 4 parataxis
Minsk minsk PROPN NNP 9 nsubj
rejects reject VERB VBZ 7 acl:relcl
""",
)


def test_what_is_added_behind_a_comma_about_what_was_said_is_the_writers_own() -> None:
    assert claimed(CHARGE, "rejects", "Kyiv", "Minsk") == []
    assert claimed(CHARGE, "rearmed", "Kyiv", "Minsk") == ["Kyiv"]
