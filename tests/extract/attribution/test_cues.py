"""Who is quoted, by the words beside a quotation, on trees made by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from kg.extract.attribution.cues import addressees, find_cue, is_pronoun, venues
from kg.extract.attribution.speakers import find_speakers
from kg.grammar.quotation.frames import find_frames
from kg.grammar.quotation.marks import find_quotations, paragraphs
from tests.extract.analysed import analysed
from tests.grammar.spaced import spaced
from tests.grammar.trees import at
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from kg.extract.attribution.cues import Cue
    from kg.extract.participants.mentions import MentionIndex
    from kg.extract.participants.reference import Reference
    from kg.grammar.quotation.frames import Frame

WORDS = KNOWLEDGE.words
QUOTED = """
“ “ PUNCT `` 4 punct
We we PRON PRP 4 nsubj
will will AUX MD 4 aux
go go VERB VB {} {}
"""


class Found(NamedTuple):
    cue: Cue | None
    frame: Frame
    index: MentionIndex

    def names(self, references: tuple[Reference, ...]) -> list[str]:
        return [self.index.entities[reference.entity].name for reference in references]

    @property
    def speakers(self) -> list[str]:
        return self.names(self.cue.speakers) if self.cue is not None else []


def cue_of(text: str, table: str, **names: str) -> Found:
    """Return who said the first quotation of a text whose tree is given."""
    doc = spaced(text, table)
    index = analysed(doc, **names).index
    quotations = find_quotations(doc, WORDS)
    frame = next(frame for frame in find_frames(doc, quotations, paragraphs(doc.text), WORDS) if frame.quotations)
    return Found(find_cue(quotations[0], frame, doc, index, WORDS), frame, index)


def quoted(*rest: str, head: int = 0, dep: str = "ROOT") -> str:
    return QUOTED.format(head, dep) + "\n".join(rest)


SAID = quoted(
    ", , PUNCT , 4 punct",
    "” ” PUNCT '' 4 punct",
    "Ana ana PROPN NNP 8 nsubj",
    "said say VERB VBD 4 parataxis",
)


def test_the_subject_of_the_verb_of_saying_speaks() -> None:
    found = cue_of("“We will go,” Ana said", SAID, Ana="Person")
    assert found.cue is not None
    assert (found.speakers, found.cue.rule) == (["Ana"], "clause")
    assert found.cue.verb == at(found.frame.outside[0].doc, "said")


def test_without_a_word_of_saying_nobody_is_quoted() -> None:
    silent = SAID.replace("said say VERB", "left leave VERB")
    assert cue_of("“We will go,” Ana left", silent, Ana="Person").cue is None


def test_a_verb_of_thinking_or_answering_leaves_open_whose_words_they_are() -> None:
    welcomed = quoted("” ” PUNCT '' 4 punct", "Ana ana PROPN NNP 7 nsubj", "welcomed welcome VERB VBD 4 parataxis")
    assert cue_of("“We will go” Ana welcomed", welcomed, Ana="Person").cue is None


def test_a_speaker_without_a_name_is_a_cue_without_speakers() -> None:
    found = cue_of("“We will go,” she said", SAID.replace("Ana ana PROPN NNP", "she she PRON PRP"))
    assert found.cue is not None
    assert found.speakers == []


OFFICE = quoted(
    "” ” PUNCT '' 4 punct",
    "Ana ana PROPN NNP 7 nsubj",
    "said say VERB VBD {} {}",
    "{} {} PROPN NNP 9 nsubj",
    "added add VERB VBD 0 ROOT",
    head=7,
    dep="ccomp",
)


@pytest.mark.parametrize(
    ("kind", "speakers", "relayed"), [("Organization", ["Ana"], ["Kremlin"]), ("Person", ["Kremlin"], [])]
)
def test_an_office_passes_on_what_somebody_said_and_a_person_says_it(
    kind: str, speakers: list[str], relayed: list[str]
) -> None:
    table = OFFICE.format(9, "ccomp", "Kremlin", "kremlin")
    found = cue_of("“We will go” Ana said Kremlin added", table, Ana="Person", Kremlin=kind)
    assert found.cue is not None
    assert (found.speakers, found.names(found.cue.relayed_by)) == (speakers, relayed)


def test_according_to_names_who_speaks_where_no_verb_does() -> None:
    table = quoted(
        "” ” PUNCT '' 4 punct",
        "according accord VERB VBG 8 case",
        "to to ADP IN 6 fixed",
        "Ana ana PROPN NNP 4 obl",
    )
    found = cue_of("“We will go” according to Ana", table, Ana="Person")
    assert found.cue is not None
    assert (found.speakers, found.cue.rule, found.cue.verb) == (["Ana"], "according-to", None)


def test_a_name_before_a_colon_speaks_and_one_before_a_comma_does_not() -> None:
    table = """
    Ana ana PROPN NNP 6 {0}
    {1} {1} PUNCT : 1 punct
    “ “ PUNCT `` 6 punct
    We we PRON PRP 6 nsubj
    will will AUX MD 6 aux
    go go VERB VB 0 ROOT
    ” ” PUNCT '' 6 punct
    """
    found = cue_of("Ana: “We will go”", table.format("dep", ":"), Ana="Person")
    assert found.cue is not None
    assert (found.speakers, found.cue.rule) == (["Ana"], "colon")
    assert cue_of("Ana, “We will go”", table.format("dep", ","), Ana="Person").cue is None


def test_a_name_behind_a_dash_signs() -> None:
    signed = quoted("” ” PUNCT '' 4 punct", "— — PUNCT : 7 punct", "Ana ana PROPN NNP 4 dep")
    found = cue_of("“We will go” — Ana", signed, Ana="Person")
    assert found.cue is not None
    assert (found.speakers, found.cue.rule) == (["Ana"], "signature")
    assert cue_of("“We will go” — Ana", signed).cue is None


def test_whose_subject_a_parser_missed_is_who_stands_beside_the_verb() -> None:
    loose = SAID.replace("8 nsubj", "4 dep")
    found = cue_of("“We will go,” Ana said", loose, Ana="Person")
    assert found.speakers == ["Ana"]


PARTICIPLE = """
Ana ana PROPN NNP 2 nsubj
{0} {1} VERB VBD 0 ROOT
adding add VERB VBG 2 advcl
“ “ PUNCT `` 7 punct
We we PRON PRP 7 nsubj
will will AUX MD 7 aux
go go VERB VB 3 ccomp
” ” PUNCT '' 7 punct
"""


def test_a_participle_of_saying_has_the_subject_of_the_verb_of_saying_above_it() -> None:
    found = cue_of("Ana said adding “We will go”", PARTICIPLE.format("said", "say"), Ana="Person")
    assert found.speakers == ["Ana"]
    verb = at(found.frame.outside[0].doc, "adding")
    assert found.names(find_speakers(verb, found.frame, found.index, WORDS)) == ["Ana"]


TOLD = quoted(
    "” ” PUNCT '' 4 punct",
    "{0} {0} {1} 7 nsubj",
    "told tell VERB VBD 4 parataxis",
    "Bob bob PROPN NNP 7 {2}",
)


def test_whom_one_tells_is_told() -> None:
    table = TOLD.format("Ana", "PROPN NNP", "iobj")
    found = cue_of("“We will go” Ana told Bob", table, Ana="Person", Bob="Person")
    assert found.cue is not None
    assert found.names(addressees(found.cue.verb, found.index, WORDS)) == ["Bob"]
    assert addressees(None, found.index, WORDS) == ()


def test_a_pronoun_in_the_singular_may_be_somebody_known_and_others_are_not() -> None:
    found = cue_of("“We will go” he told Bob", TOLD.format("he", "PRON PRP", "iobj"), Bob="Person")
    assert found.cue is not None
    assert not is_pronoun(found.cue, WORDS)  # these trees tell no number
    named = cue_of("“We will go” Ana told Bob", TOLD.format("Ana", "PROPN NNP", "iobj"), Ana="Person")
    assert named.cue is not None
    assert not is_pronoun(named.cue, WORDS)


WROTE = quoted(
    "” ” PUNCT '' 4 punct",
    "Ana ana PROPN NNP 7 nsubj",
    "wrote write VERB VBD 4 parataxis",
    "on on ADP IN 9 case",
    "{0} {0} PROPN NNP 7 obl",
)


def test_where_it_was_written_is_a_venue_only_if_it_is_a_medium() -> None:
    for name, what, expected in (
        ("Telegram", "organization/telegram", ["Telegram"]),
        ("Monday", "organization/hamas", []),
    ):
        found = cue_of(f"“We will go” Ana wrote on {name}", WROTE.format(name), Ana="Person", **{name: what})
        assert found.cue is not None
        assert found.names(venues(found.cue, found.frame, found.index, WORDS)) == expected


QUOTING = """
Togo togo PROPN NNP 2 nsubj
quoted quote VERB VBD 0 ROOT
a a DET DT 4 det
spokesman spokesman NOUN NN 2 obj
as as SCONJ IN 6 mark
saying say VERB VBG 2 advcl
“ “ PUNCT `` 10 punct
We we PRON PRP 10 nsubj
will will AUX MD 10 aux
go go VERB VB 6 ccomp
” ” PUNCT '' 10 punct
"""


def test_who_quotes_somebody_as_saying_it_has_not_said_it() -> None:
    found = cue_of("Togo quoted a spokesman as saying “We will go”", QUOTING, Togo="Organization")
    assert found.speakers == []


CALLED = """
{0} VERB VBD 0 ROOT
governments government NOUN {1} 1 nsubj
ignored ignore VERB VBD 1 ccomp
what what PRON WP 6 obj
it it PRON PRP 6 nsubj
called call VERB VBD 3 ccomp
“ “ PUNCT `` 8 punct
insolence insolence NOUN NN 6 xcomp
” ” PUNCT '' 8 punct
"""


def test_what_it_called_so_is_not_what_several_called_so() -> None:
    text = "said governments ignored what it called “insolence”"
    one, several = (cue_of(text, CALLED.format("said say", tag)) for tag in ("NN", "NNS"))
    assert one.cue is not None
    assert several.cue is not None
    assert several.cue.unnamed is None


AHEAD = """
Ana ana PROPN NNP 2 nsubj
said say VERB VBD 0 ROOT
Bob bob PROPN NNP 5 nsubj
{0} 5 aux
respond respond VERB VB 2 ccomp
“ “ PUNCT `` 9 punct
at at ADP IN 9 case
right right ADJ JJ 9 amod
times time NOUN NNS 5 obl
” ” PUNCT '' 9 punct
"""


def test_who_says_that_another_would_respond_so_speaks_himself() -> None:
    found = cue_of(
        "Ana said Bob would respond “at right times”", AHEAD.format("would will AUX MD"), Ana="Person", Bob="Person"
    )
    assert found.speakers == ["Ana"]
    did = cue_of(
        "Ana said Bob did respond “at right times”", AHEAD.format("did do AUX VBD"), Ana="Person", Bob="Person"
    )
    assert did.speakers == ["Bob"]
