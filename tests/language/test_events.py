from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import pytest
import spacy
from spacy.tokens import Doc, DocBin

import kg.language
import kg.language.components
from kg.errors import ModelError
from kg.language.labels import EVENT_CLASSES, FACTUALITIES, ROLES, STATUSES
from kg.language.phrases import phrase
from kg.language.predicted import predictions
from kg.language.triggers import LEAST_ROLE, LEAST_TRIGGER

if TYPE_CHECKING:
    from spacy.language import Language

NEWS = (
    "Gunmen attacked a convoy near Goma on Monday, killing at least 12 soldiers, police said. President Anna Petrova "
    "held talks with Carlos Mendes in Oslo.\n\nNorway will not deliver Leopard tanks to Ukraine."
)


def told(doc: Doc, kind: str) -> set[tuple[str, str]]:
    (event,) = [e for e in predictions(doc) if e.kind == kind]
    return {(a.role, doc[a.start : a.end].text) for a in event.arguments}


def test_an_event_has_its_trigger_class_factuality_and_arguments(nlp: Language) -> None:
    doc = nlp(NEWS)
    events = {e.kind: e for e in doc._.kg_events}
    assert {kind: doc[e.trigger].text for kind, e in events.items()} == {
        "Attack": "attacked",
        "Conversation": "talks",
        "Transfer": "deliver",
    }
    assert events["Attack"].factuality == "Asserted"
    assert events["Transfer"].factuality == "Negated"
    assert told(doc, "Attack") >= {("attacker", "Gunmen"), ("target", "convoy"), ("killed", "at least 12 soldiers")}
    assert told(doc, "Conversation") >= {("participant", "Anna Petrova"), ("participant", "Carlos Mendes")}
    assert told(doc, "Transfer") >= {("supplier", "Norway"), ("weapon", "Leopard tanks"), ("recipient", "Ukraine")}


def test_every_record_is_within_its_bounds(nlp: Language) -> None:
    doc = nlp(NEWS * 8)
    events = predictions(doc)
    assert events
    assert [e.trigger for e in events] == sorted({e.trigger for e in events})
    for event in events:
        assert event.kind in EVENT_CLASSES
        assert LEAST_TRIGGER <= event.score <= 1
        assert event.factuality in FACTUALITIES
        assert event.status is None or event.status in STATUSES
        for argument in event.arguments:
            assert argument.role in ROLES
            assert LEAST_ROLE <= argument.score <= 1
            assert argument.start <= argument.head < argument.end
            assert doc[argument.head].sent == doc[event.trigger].sent
            assert argument.head != event.trigger


def test_the_triggers_are_spans_that_displacy_shows(nlp: Language) -> None:
    doc = nlp(NEWS)
    assert [(s.start, s.label_) for s in doc.spans["kg_events"]] == [(e.trigger, e.kind) for e in doc._.kg_events]
    page = spacy.displacy.render(doc, style="span", options={"spans_key": "kg_events"})
    assert "Transfer" in page


def test_events_are_told_once_in_a_long_paragraph(nlp: Language) -> None:
    """A window ends inside a sentence, which the next one reads again."""
    sentence = "Gunmen attacked a convoy near Goma on Monday, killing twelve soldiers, the police said. "
    doc = nlp(sentence * 30)
    assert [doc[e.trigger].text for e in predictions(doc) if e.score > 0.5] == ["attacked"] * 30


def test_events_come_back_with_the_document(nlp: Language) -> None:
    doc = nlp(NEWS)
    stored = DocBin(docs=[doc], store_user_data=True).to_bytes()
    for copy in (
        Doc(nlp.vocab).from_bytes(doc.to_bytes()),
        next(iter(DocBin().from_bytes(stored).get_docs(spacy.blank("en").vocab))),
        doc.copy(),
    ):
        assert predictions(copy) == predictions(doc)
        assert [(s.text, s.label_) for s in copy.spans["kg_events"]] == [
            (s.text, s.label_) for s in doc.spans["kg_events"]
        ]


def test_events_hang_on_the_document_alone(nlp: Language) -> None:
    texts = [NEWS, "", "Police arrested two men.", NEWS * 4, "?"]
    alone = [predictions(nlp(text)) for text in texts]
    assert [predictions(doc) for doc in nlp.pipe(texts, batch_size=2)] == alone
    assert [predictions(doc) for doc in nlp.pipe(texts, n_process=2, batch_size=2)] == alone
    assert [predictions(nlp(text)) for text in reversed(texts)] == alone[::-1]


def test_white_space_moves_tokens_and_nothing_else(nlp: Language) -> None:
    plain, spaced = nlp("Police arrested two men."), nlp(" \n Police arrested  two men.")
    (one,), (other,) = predictions(plain), predictions(spaced)
    assert spaced[other.trigger].text == plain[one.trigger].text
    assert told(spaced, "Arrest") >= {("actor", "Police"), ("target", "two men")}


def test_events_can_be_left_out(nlp: Language) -> None:
    with nlp.select_pipes(disable=["events"]):
        doc = nlp(NEWS)
        assert predictions(doc) == ()
        assert "kg_events" not in doc.spans


def test_without_the_encoder_the_error_says_so(nlp: Language) -> None:
    with nlp.select_pipes(enable=["events"]), pytest.raises(ModelError, match="kg_encoder"):
        nlp(NEWS)


def test_without_trees_the_error_says_so(nlp: Language) -> None:
    with nlp.select_pipes(enable=["encoder", "events"]), pytest.raises(ModelError, match="parser"):
        nlp(NEWS)


def test_a_model_without_the_branch_still_reads_the_rest(nlp: Language) -> None:
    files = {name: (kg.language.MODEL / "encoder" / name).read_bytes() for name in kg.language.components.FILES}
    small = kg.language.components.pipeline(files)
    assert small.pipe_names == ["encoder", "tagger", "parser", "ner"]
    doc = small(NEWS)
    assert [(t.tag_, t.dep_, t.head.i, t.ent_type_) for t in doc] == [
        (t.tag_, t.dep_, t.head.i, t.ent_type_) for t in nlp(NEWS)
    ]
    small.add_pipe("kg_events")
    with pytest.raises(ModelError, match="kg_events"):
        small(NEWS)


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("They shelled the group's new base in the north.", "base", "new base"),
        ("He met former President Anna Petrova, who had called.", "Petrova", "Anna Petrova"),
        ("It killed at least 20 members of parliament and two guards.", "members", "at least 20 members of parliament"),
        ("She left its consulate this week.", "week", "this week"),
        ("They met a leader of the Metal Workers' Party.", "leader", "leader of the Metal Workers' Party"),
        ("They urged Iran to free the two men.", "free", "free the two men"),
        ("She called the attorney general on Monday.", "attorney", "attorney general"),
    ],
)
def test_how_far_a_phrase_reaches(nlp: Language, text: str, head: str, expected: str) -> None:
    doc = nlp(text)
    (token,) = [t for t in doc if t.text == head]
    start, end = phrase(token)
    assert doc[start:end].text == expected


def test_records_are_plain_data(nlp: Language) -> None:
    event = asdict(predictions(nlp("Police arrested two men."))[0])
    assert {type(value) for value in event.values()} <= {int, float, str, tuple, type(None)}
