from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.extract.analysis import analyse
from kg.extract.attribution.quotes import statements
from kg.records import Argument, Document, Entity, Mention, MentionKind, Resolution, Span, Term
from tests.grammar.spaced import spaced
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.records import Event, MentionArgument

BLOCKS = (Path(__file__).parent / "quoted.txt").read_text(encoding="utf-8").split("\n\n")
SENTENCES = {
    header.split()[1]: (header.split(" ", 2)[2].replace("\\n", "\n"), table)
    for header, _, table in (block.partition("\n") for block in BLOCKS)
}
NAMES = ("Smith", "Jones", "Iran")
KINDS = (Term("Person"), Term("Person"), Term("Country"))


def resolution(text: str) -> Resolution:
    mentions = [
        Mention(Span(start, start + len(name)), number, MentionKind.NAME, "test")
        for number, name in enumerate(NAMES)
        for start in range(len(text))
        if text.startswith(name, start)
    ]
    return Resolution(tuple(map(Entity, KINDS, NAMES)), tuple(mentions), ())


def told(name: str) -> tuple[Event, ...]:
    text, table = SENTENCES[name]
    document = Document(name, text, date(2025, 7, 4))
    return statements(analyse(spaced(text, table), document, resolution(text), KNOWLEDGE), unnamed)


def unnamed(words: Sequence[MentionArgument]) -> Argument:
    """Number who has no name behind those who have."""
    return Argument(words[0].role, len(NAMES), words[0].span)


def said(name: str) -> list[tuple[str, str]]:
    """Return (speaker, words) of each statement."""
    text, _ = SENTENCES[name]
    return [
        (
            " and ".join(
                (*NAMES, text[argument.span.start : argument.span.end])[argument.entity]
                for argument in event.arguments
                if argument.role == "speaker"
            ),
            event.quote or "",
        )
        for event in told(name)
    ]


def test_quotations_around_a_cue_are_one_statement() -> None:
    assert said("clause") == [("Smith", "We will go. It is time to leave.")]


def test_short_fragments_are_left_out_of_a_statement() -> None:
    assert said("fragments") == [("Smith", "continue to help")]


def test_two_words_are_enough_for_a_predicate() -> None:
    assert said("predicate") == [("Smith", "very disappointed")]


def test_whom_the_speaker_told_is_the_addressee() -> None:
    (event,) = told("predicate")
    assert [(a.role, NAMES[a.entity]) for a in event.arguments] == [("speaker", "Smith"), ("addressee", "Jones")]


@pytest.mark.parametrize("name", ["scare", "title", "unsaid"])
def test_scare_quotes_and_titles_are_no_statements(name: str) -> None:
    assert said(name) == []


def test_a_description_is_a_statement() -> None:
    assert said("description") == [("Jones", "deliberate and cynical")]


def test_words_relayed_by_a_speaker_are_the_speakers_but_a_report_only_passes_them_on() -> None:
    assert said("relay") == [("Smith", "will not back down")]
    assert said("paper") == [("Jones", "will not back down")]


def test_a_name_before_a_colon_speaks() -> None:
    assert said("label") == [("Smith", "We will go home.")]


def test_a_quotation_of_its_own_goes_on_with_the_speaker_of_the_paragraph_before() -> None:
    assert said("after") == [("Smith", "I want to go home now.")]


def test_a_quotation_after_another_ones_action_has_no_speaker() -> None:
    assert said("apart") == [("Smith", "We will go home")]


def test_according_to_names_the_speaker() -> None:
    assert said("source") == [("Smith", "long and very hard")]


def test_a_participle_has_the_subject_of_its_clause() -> None:
    assert said("participle") == [("Smith", "we will go home")]


def test_two_speakers_of_one_sentence_make_two_statements() -> None:
    assert said("two") == [("Smith", "we will go home"), ("Jones", "we will stay here")]


def test_a_question_mark_does_not_cut_off_the_cue_behind_it_and_the_verb_of_saying_is_dated() -> None:
    (event,) = told("question")
    assert said("question") == [("Smith", "Why should we go?")]
    assert event.date is not None
    assert event.date.value == "2025-07-03"


def test_of_two_verbs_of_saying_between_two_quotations_each_speaks_the_one_beside_it() -> None:
    assert said("turns") == [("Smith", "We will go"), ("Jones", "We will stay here.")]


def test_whom_somebody_quotes_as_saying_something_speaks() -> None:
    assert said("quoted") == [("Smith", "We will go home.")]


def test_the_pieces_of_a_split_quotation_count_together() -> None:
    assert said("split") == [("Smith", "Never … will we go.")]


@pytest.mark.parametrize("name", ["by-words", "put-it"])
def test_other_words_for_saying_name_the_speaker_too(name: str) -> None:
    assert said(name) == [("Smith", "the war is lost")]


def test_who_issued_a_statement_says_what_it_says() -> None:
    assert said("issued") == [("Smith", "long and very hard")]
    assert said("statement") == [("Smith", "We will go home")]


def test_who_is_only_helped_to_speak_says_nothing() -> None:
    assert said("made") == [("Smith", "fire and flood alike")]


def test_a_participle_of_a_thing_has_the_speaker_of_its_clause() -> None:
    assert said("urging") == [("Smith", "for a whole week")]


def test_a_word_or_two_in_a_clause_or_a_label_are_somebodys_own() -> None:
    assert said("one") == [("Smith", "grave")]
    assert said("few") == [("Smith", "outright lies")]
    assert said("label-noun") == [("Smith", "slow poison")]


def test_what_it_calls_so_is_called_so_by_the_nearest_subject() -> None:
    assert said("called-it") == [("Iran", "slow poison")]
    assert said("it-of-a-person") == [("Iran", "slow poison")]


@pytest.mark.parametrize("name", ["named", "compound", "itself"])
def test_names_of_things_are_no_statement(name: str) -> None:
    assert said(name) == []


def test_a_speaker_without_a_name_speaks_and_goes_on() -> None:
    assert said("nobody") == [("An official", "We will go home.")]
    assert said("chanting") == [("Protesters", "Death to Traitors")]
    assert said("they-call") == [("Officials", "grave")]


def test_no_title_has_a_verb_in_small_letters() -> None:
    assert said("asked") == [("Smith", "Will Iran arm Jones?")]


def test_the_evidence_is_the_whole_sentence_with_its_cue() -> None:
    text, _ = SENTENCES["clause"]
    (event,) = told("clause")
    assert [text[e.span.start : e.span.end] for e in event.evidence] == [
        "“We will go,” Smith said.",
        "“It is time to leave.”",
    ]
    assert {e.rule for e in event.evidence} == {"quotation/clause"}


def test_what_somebody_is_charged_with_is_nothing_he_says() -> None:
    assert said("charged") == []
