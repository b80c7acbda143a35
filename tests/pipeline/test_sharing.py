"""What is the same in many records is one object, and the records are as they were."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kg.pipeline import Sharing, read_document
from kg.records import Document
from kg.serialize import from_json, to_json
from tests.known import KNOWLEDGE, pipeline_of

TEXT = (
    "President Donald Trump called Vladimir Putin on 3 July 2025 and said: “We will send three Patriots to Kyiv.” "
    "Gunmen attacked a convoy near Mosul on Friday, killing 3 people, the Interior Ministry said."
)


def test_shared_records_are_equal_and_hold_one_of_what_is_the_same() -> None:
    read = read_document(Document("a", TEXT, date(2025, 7, 5), "Title"), pipeline_of(), KNOWLEDGE)
    assert read.events
    assert read.event_mentions
    documents = [Document(id_, TEXT, date(2025, 7, 5), "Title") for id_ in "ab"]
    sharing = Sharing({document: document for document in documents})
    told = [from_json(to_json(replace(read, document=document))) for document in documents]
    shared = [sharing.shared(record) for record in told]
    assert shared == [replace(record, event_mentions=()) for record in told]
    for record, document in zip(shared, documents, strict=True):
        assert record.document is document
    assert to_json(shared[0]) == to_json(replace(told[0], event_mentions=()))
    for left, right in zip(shared[0].entities, shared[1].entities, strict=True):
        assert left is right
    for left, right in zip(shared[0].mentions, shared[1].mentions, strict=True):
        assert left.rule is right.rule
