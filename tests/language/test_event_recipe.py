from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from kg.language.labels import EVENT_CLASSES, SOURCE, STATUSES
from kg.language.predicted import ArgumentPrediction, EventPrediction
from training.events.annotation import Argument, Event, locate, marked, told
from training.events.evaluate import argument_counts, measures, told_counts, trigger_counts
from training.events.templates import generate, without_events
from training.gazetteer import words

if TYPE_CHECKING:
    from spacy.language import Language

TEXT = "Police said gunmen killed eight people near Oslo, and that other gunmen fled."
ANNOTATED = {
    "class": "Attack",
    "trigger": "killed",
    "args": [["attacker", "gunmen"], ["target", "eight people"], ["killed", "eight people"], ["weapon", "rockets"]],
    "fact": "Asserted",
    "by": "Police",
}


@pytest.mark.parametrize(
    ("asked", "found"),
    [("gunmen", (12, 18)), ("gunmen#2", (65, 71)), ("men", (15, 18)), ("rockets", None), ("gunmen#9", (65, 71))],
)
def test_words_are_found_whole_and_by_their_number(asked: str, found: tuple[int, int] | None) -> None:
    assert locate(TEXT, asked) == found


def test_annotation_becomes_words_and_heads(nlp: Language) -> None:
    doc = nlp(TEXT)
    sentence = told(doc, [ANNOTATED])
    (event,) = sentence.events
    assert sentence.words[event.trigger] == "killed"
    assert {(a.role, sentence.words[a.head], a.start, a.end) for a in event.arguments} == {
        ("attacker", "gunmen", 2, 3),
        ("target", "people", 4, 6),
        ("killed", "people", 4, 6),
        (SOURCE, "Police", 0, 1),
    }


def test_annotation_of_a_later_sentence_has_the_tokens_of_the_text(nlp: Language) -> None:
    doc = nlp("It rained. " + TEXT)
    (event,) = marked(doc, TEXT, len("It rained. "), [ANNOTATED])
    assert doc[event.trigger].text == "killed"
    assert {doc[a.head].text for a in event.arguments} == {"gunmen", "people", "Police"}


def test_an_unknown_class_is_left_out(nlp: Language) -> None:
    assert told(nlp(TEXT), [ANNOTATED | {"class": "Wedding"}]).events == ()


def test_templates_are_seeded_and_every_word_stands_in_its_sentence() -> None:
    count = len(words("event_templates"))
    first, again = list(generate(2 * count, 5)), list(generate(2 * count, 5))
    assert first == again
    classes = set()
    for story in first:
        (text,), (events,) = story["sentences"], story["events"]
        assert not re.search(r"[<>{}|]", text)
        for event in events:
            classes.add(event["class"])
            assert not event["status"] or event["status"] in STATUSES
            for asked in [event["trigger"], *(w for _, w in event["args"]), *filter(None, [event["by"]])]:
                assert locate(text, asked), (text, asked)
    assert classes >= {"Call", "Transfer", "Aid", "Meeting", "Mobilization"}
    assert classes <= set(EVENT_CLASSES)


def test_what_the_evaluation_counts() -> None:
    """Found: the attack with a wrong weapon and without its source; and an arrest that nobody told of."""
    gold = [Event(4, "Attack", "Asserted", (Argument("attacker", 2, 2, 3), Argument(SOURCE, 0, 0, 1)))]
    told_arguments = (ArgumentPrediction("attacker", 2, 2, 3, 0.9), ArgumentPrediction("weapon", 7, 7, 8, 0.6))
    found = (
        EventPrediction(4, "Attack", 0.9, "Planned", 0.8, told_arguments, None, None),
        EventPrediction(9, "Arrest", 0.4, "Asserted", 0.8, (), None, None),
    )
    pairs = [(gold, found)]
    assert trigger_counts(pairs, 0.3).total() == len(["right Attack", "found Attack", "found Arrest", "gold Attack"])
    assert ("found", "Arrest") not in trigger_counts(pairs, 0.5)
    counts = argument_counts(pairs, 0.5, 0.5)
    assert counts["right", "attacker"] == counts["found", "weapon"] == counts["gold", SOURCE] == 1
    assert counts["right", "weapon"] == counts["found", SOURCE] == 0
    assert told_counts(pairs, 0.5) == {"events": 1, "factuality": 0, "transfers": 0, "status": 0}
    assert measures(1, 2, 1) == (50.0, 100.0, pytest.approx(66.67, abs=0.01))


def test_sentences_without_events_are_filled_and_tell_none() -> None:
    stories = list(without_events(len(words("event_negatives")), 3))
    assert stories == list(without_events(len(words("event_negatives")), 3))
    assert all(story["events"] == [[]] and "{" not in story["sentences"][0] for story in stories)
