from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg.grammar.time.dates import DateMention, Dates, date_of, dates_of, find_dates
from kg.grammar.time.offsets import relative_offsets
from kg.grammar.time.tense import looks_ahead
from tests.grammar.spaced import spaced
from tests.grammar.trees import tree
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from kg.grammar.tree import Doc

FRIDAY = date(2025, 7, 4)
THURSDAY = date(2025, 7, 3)


def dated(doc: Doc, word: str, published: date = FRIDAY) -> str | None:
    token = next(token for token in doc if token.text == word)
    mention = date_of(token, find_dates(doc, KNOWLEDGE.words, published=published), KNOWLEDGE.words)
    return mention.value.value if mention is not None and mention.value is not None else None


LIKELY = spaced(
    "Trump is likely to hold a call with Putin on Friday.",
    """
Trump trump PROPN NNP 3 nsubj
is be AUX VBZ 3 cop
likely likely ADJ JJ 0 ROOT
to to PART TO 5 mark
hold hold VERB VB 3 xcomp
a a DET DT 7 det
call call NOUN NN 5 obj
with with ADP IN 9 case
Putin putin PROPN NNP 7 nmod
on on ADP IN 11 case
Friday friday PROPN NNP 5 obl
. . PUNCT . 3 punct
""",
)


def test_a_weekday_in_a_clause_that_looks_ahead_is_the_next_one() -> None:
    assert looks_ahead(LIKELY[10], KNOWLEDGE.words)
    assert dated(LIKELY, "hold", THURSDAY) == "2025-07-04"


def test_a_noun_takes_the_date_of_the_verb_that_governs_it() -> None:
    assert dated(LIKELY, "call", THURSDAY) == "2025-07-04"


ATTACK = spaced(
    "On July 2, Russia attacked Kyiv and launched 539 drones, killing ten people.",
    """
On on ADP IN 3 case
July july PROPN NNP 3 nmod:unmarked
2 2 NUM CD 6 obl
, , PUNCT , 3 punct
Russia russia PROPN NNP 6 nsubj
attacked attack VERB VBD 0 ROOT
Kyiv kyiv PROPN NNP 6 obj
and and CCONJ CC 9 cc
launched launch VERB VBD 6 conj
539 539 NUM CD 11 nummod
drones drone NOUN NNS 9 obj
, , PUNCT , 13 punct
killing kill VERB VBG 9 advcl
ten ten NUM CD 15 nummod
people people NOUN NNS 13 obj
. . PUNCT . 6 punct
""",
)


@pytest.mark.parametrize("word", ["attacked", "launched", "killing"])
def test_coordinated_verbs_and_participles_share_the_date_of_their_clause(word: str) -> None:
    assert dated(ATTACK, word) == "2025-07-02"


SAID = spaced(
    "Late on Thursday, Trump said he had spoken to Putin.",
    """
Late late ADV RB 6 advmod
on on ADP IN 3 case
Thursday thursday PROPN NNP 1 obl
, , PUNCT , 3 punct
Trump trump PROPN NNP 6 nsubj
said say VERB VBD 0 ROOT
he he PRON PRP 9 nsubj
had have AUX VBD 9 aux
spoken speak VERB VBN 6 ccomp
to to ADP IN 11 case
Putin putin PROPN NNP 9 obl
. . PUNCT . 6 punct
""",
)


def test_the_date_of_saying_does_not_date_what_is_said() -> None:
    assert dated(SAID, "said") == "2025-07-03"
    assert dated(SAID, "spoken") is None


TO_COME = spaced(
    "Obama will meet Merkel in ten days.",
    """
Obama obama PROPN NNP 3 nsubj
will will AUX MD 3 aux
meet meet VERB VB 0 ROOT
Merkel merkel PROPN NNP 3 obj
in in ADP IN 7 case
ten ten NUM CD 7 nummod
days day NOUN NNS 3 obl
. . PUNCT . 3 punct
""",
)
LASTING = spaced(
    "Obama met Merkel twice in ten days.",
    """
Obama obama PROPN NNP 2 nsubj
met meet VERB VBD 0 ROOT
Merkel merkel PROPN NNP 2 obj
twice twice ADV RB 2 advmod
in in ADP IN 7 case
ten ten NUM CD 7 nummod
days day NOUN NNS 2 obl
. . PUNCT . 2 punct
""",
)


def test_ten_days_are_a_day_to_come_or_how_long_something_took() -> None:
    assert dated(TO_COME, "meet") == "2025-07-14"
    assert dated(LASTING, "met") is None


REPEATED = spaced(
    "They met on May 16 and again on June 2, 2024.",
    """
They they PRON PRP 2 nsubj
met meet VERB VBD 0 ROOT
on on ADP IN 4 case
May may PROPN NNP 2 obl
16 16 NUM CD 4 nummod
and and CCONJ CC 9 cc
again again ADV RB 9 advmod
on on ADP IN 9 case
June june PROPN NNP 4 conj
2 2 NUM CD 9 nummod
, , PUNCT , 12 punct
2024 2024 NUM CD 9 nummod
. . PUNCT . 2 punct
""",
)


def test_what_happened_again_has_both_dates_in_the_year_of_the_second() -> None:
    dates = find_dates(REPEATED, KNOWLEDGE.words, published=FRIDAY)
    met = next(token for token in REPEATED if token.text == "met")
    found = [mention.value.value for mention in dates_of(met, dates, KNOWLEDGE.words) if mention.value is not None]
    assert found == ["2024-05-16", "2024-06-02"]


NEXT_SENTENCE = spaced(
    "They met on Monday. On Tuesday it rained.",
    """
They they PRON PRP 2 nsubj
met meet VERB VBD 0 ROOT
on on ADP IN 4 case
Monday Monday PROPN NNP 2 obl
. . PUNCT . 2 punct
On on ADP IN 7 case
Tuesday Tuesday PROPN NNP 9 obl
it it PRON PRP 9 nsubj
rained rain VERB VBD 0 ROOT
. . PUNCT . 9 punct
""",
)


def test_a_day_of_the_next_sentence_is_none_of_what_this_one_tells() -> None:
    dates = find_dates(NEXT_SENTENCE, KNOWLEDGE.words, published=FRIDAY)
    assert [mention.start for mention in dates_of(NEXT_SENTENCE[1], dates, KNOWLEDGE.words)] == [3]


SUMMIT = spaced(
    "They met at the summit in The Hague on June 25.",
    """
They they PRON PRP 2 nsubj
met meet VERB VBD 0 ROOT
at at ADP IN 5 case
the the DET DT 5 det
summit summit NOUN NN 2 obl
in in ADP IN 8 case
The the DET DT 8 det
Hague hague PROPN NNP 5 nmod
on on ADP IN 11 case
June june PROPN NNP 11 nmod:unmarked
25 25 NUM CD 8 nmod
. . PUNCT . 2 punct
""",
)


def test_a_date_hung_on_a_place_belongs_to_what_happened_there() -> None:
    assert dated(SUMMIT, "met") == "2025-06-25"


NESTED = spaced(
    "After Thursday’s call Russia launched an overnight July 4 attack.",
    """
After after ADP IN 4 case
Thursday thursday PROPN NNP 4 nmod:poss
’s ’s PART POS 2 case
call call NOUN NN 6 obl
Russia russia PROPN NNP 6 nsubj
launched launch VERB VBD 0 ROOT
an an DET DT 11 det
overnight overnight ADJ JJ 11 amod
July july PROPN NNP 10 nmod:unmarked
4 4 NUM CD 11 compound
attack attack NOUN NN 6 obj
. . PUNCT . 6 punct
""",
)


def test_each_noun_has_its_own_date_and_the_verb_has_neither() -> None:
    assert dated(NESTED, "call") == "2025-07-03"
    assert dated(NESTED, "attack") == "2025-07-04"
    assert dated(NESTED, "launched") is None


def test_an_explicit_date_goes_before_a_relative_one() -> None:
    assert dated(NESTED, "attack", date(2025, 7, 6)) == "2025-07-04"


TALKS = spaced(
    "Russia held talks with Iran on May 16 and June 2.",
    """
Russia russia PROPN NNP 2 nsubj
held hold VERB VBD 0 ROOT
talks talk NOUN NNS 2 obj
with with ADP IN 5 case
Iran iran PROPN NNP 3 nmod
on on ADP IN 8 case
May may PROPN NNP 8 nmod:unmarked
16 16 NUM CD 2 obl
and and CCONJ CC 11 cc
June june PROPN NNP 11 nmod:unmarked
2 2 NUM CD 8 conj
. . PUNCT . 2 punct
""",
)


def test_coordinated_dates_are_all_given() -> None:
    found = dates_of(TALKS[2], find_dates(TALKS, KNOWLEDGE.words, published=FRIDAY), KNOWLEDGE.words)
    assert [mention.value.value for mention in found if mention.value] == ["2025-05-16", "2025-06-02"]


STRIKE = spaced(
    "The July 3 strike that killed ten ended.",
    """
The the DET DT 4 det
July july PROPN NNP 3 nmod:unmarked
3 3 NUM CD 4 compound
strike strike NOUN NN 8 nsubj
that that PRON WDT 6 nsubj
killed kill VERB VBD 4 acl:relcl
ten ten NUM CD 6 obj
ended end VERB VBD 0 ROOT
. . PUNCT . 8 punct
""",
)


def test_a_clause_about_a_dated_event_has_its_date() -> None:
    assert dated(STRIKE, "killed") == "2025-07-03"
    assert dated(STRIKE, "ended") is None


SINCE = spaced(
    "Russia has attacked Ukraine since February 2022.",
    """
Russia russia PROPN NNP 3 nsubj
has have AUX VBZ 3 aux
attacked attack VERB VBN 0 ROOT
Ukraine ukraine PROPN NNP 3 obj
since since ADP IN 6 case
February february PROPN NNP 3 obl
2022 2022 NUM CD 6 nummod
. . PUNCT . 3 punct
""",
)


def test_the_beginning_of_a_stretch_is_not_the_date_of_an_event() -> None:
    assert dated(SINCE, "attacked") is None


AFTER = spaced(
    "The strike came a day after the call.",
    """
The the DET DT 2 det
strike strike NOUN NN 3 nsubj
came come VERB VBD 0 ROOT
a a DET DT 5 det
day day NOUN NN 8 obl:unmarked
after after ADP IN 8 case
the the DET DT 8 det
call call NOUN NN 3 obl
. . PUNCT . 3 punct
""",
)


def test_a_distance_from_an_event_names_its_anchor() -> None:
    (offset,) = relative_offsets(AFTER, KNOWLEDGE.words)
    assert (offset.amount, offset.unit, offset.direction) == (1, "P1D", 1)
    assert offset.anchor is not None
    assert offset.anchor.text == "call"


def test_a_distance_without_an_anchor_points_back() -> None:
    doc = spaced("Hours later he left.", "Hours hour NOUN NNS 2 obl:unmarked\nlater later ADV RB 4 advmod\n"
                 "he he PRON PRP 4 nsubj\nleft leave VERB VBD 0 ROOT\n. . PUNCT . 4 punct")  # fmt: skip
    (offset,) = relative_offsets(doc, KNOWLEDGE.words)
    assert (offset.amount, offset.unit, offset.direction, offset.anchor) == (None, "PT1H", 1, None)


TIMETABLE = tree("""
Chad chad PROPN NNP 2 nsubj
meets meet VERB VBZ 0 ROOT
Peru peru PROPN NNP 2 obj
on on ADP IN 5 case
Monday Monday PROPN NNP 2 obl
""")
REPORTS = tree("""
Chad chad PROPN NNP 2 nsubj
says say VERB VBZ 0 ROOT
Monday Monday PROPN NNP 2 obl:tmod
it it PRON PRP 5 nsubj
left leave VERB VBD 2 ccomp
""")


def test_the_present_tense_with_a_weekday_is_a_timetable_but_not_of_a_verb_of_saying() -> None:
    assert looks_ahead(TIMETABLE[4], KNOWLEDGE.words)
    assert not looks_ahead(REPORTS[2], KNOWLEDGE.words)


def test_dates_are_found_by_the_sentence_in_which_they_are_or_whose_words_they_date() -> None:
    doc = tree("It it PRON PRP 1 nsubj\nrained rain VERB VBD 1 ROOT")
    doc.divide([(0, 1), (1, 2)])
    first, second, counted = DateMention(0, 1, None), DateMention(1, 2, None), DateMention(0, 1, None, of=1)
    dates = Dates.among((first, second, counted))
    assert [dates.near(sent) for sent in doc.sents] == [[first, counted], [second, counted]]
    assert list(dates.behind(0)) == [second]
