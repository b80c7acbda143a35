"""Values that wait in a file come back as they were, in any order, and by name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kg.errors import GraphError
from kg.pipeline import gathered, read_document
from kg.records import Document, DocumentRecord
from kg.spool import AT_HAND, Hashes, Index, spooled, waiting
from tests.known import KNOWLEDGE, pipeline_of

TEXT = (
    "President Donald Trump called Vladimir Putin on 3 July 2025 and said: “We will send three Patriots to Kyiv.” "
    "Gunmen attacked a convoy near Mosul on Friday, killing 3 people, the Interior Ministry said."
)


def test_values_come_back_in_turn_by_number_and_in_parts() -> None:
    given = [Document(str(number), "ä" * number, date(2025, 7, 5)) for number in range(AT_HAND + 10)]
    with waiting(iter(given), Document) as spool:
        assert len(spool) == len(given)
        assert list(spool) == given
        assert [spool[number] for number in (7, 0, -1)] == [given[7], given[0], given[-1]]
        assert spool[3:5] == given[3:5]
        with pytest.raises(IndexError):
            spool[len(given)]
    with waiting([], Document) as spool:
        assert list(spool) == []


def test_what_was_asked_for_last_is_the_same_object() -> None:
    with waiting([Document(str(number), "") for number in range(AT_HAND + 1)], Document) as spool:
        first = spool[0]
        assert spool[0] is first
        for number in range(1, AT_HAND + 1):
            spool[number]
        assert spool[0] is not first
        assert spool[0] == first


def test_records_are_gathered_by_the_ids_of_their_documents_without_their_event_mentions() -> None:
    read = read_document(Document("a", TEXT, date(2025, 7, 5), "Title"), pipeline_of(), KNOWLEDGE)
    assert read.events
    assert read.event_mentions
    told = [replace(read, document=Document(id_, TEXT, date(2025, 7, 5))) for id_ in "bca"]
    with gathered(told) as records:
        assert list(records) == ["a", "b", "c"]
        assert dict(records) == {record.document.id: replace(record, event_mentions=()) for record in told}
        assert isinstance(records["a"], DocumentRecord)
        assert {records["b"], replace(told[0], event_mentions=())} == {records["b"]}
        assert replace(records["a"], events=()).mentions == read.mentions
        assert "d" not in records


def test_two_documents_of_one_id_are_not_gathered() -> None:
    read = DocumentRecord(Document("a", TEXT), (), (), (), ())
    with pytest.raises(GraphError, match="a: two documents have this id"), gathered([read, read]):
        pass


def test_values_come_back_in_another_order_and_a_spool_is_as_the_list_of_them() -> None:
    spool = spooled(map(str, range(5)), str)
    turned = spool.in_order([4, 0, 2])
    assert turned == ["4", "0", "2"]
    assert (turned[1], len(turned), list(turned), repr(turned)) == ("0", 3, ["4", "0", "2"], "['4', '0', '2']")
    assert spool != turned
    assert spool == tuple("01234")
    assert spooled([], str) == ()


def test_values_that_are_larger_than_a_block_come_in_turn() -> None:
    given = ["a" * 100_000, "", "b" * 70_000, *("c" * 30_000 for _ in range(5))]
    spool = spooled(given, str)
    assert list(spool) == given
    assert [spool[number] for number in range(len(given))] == given
    small = [str(number) for number in range(10_000)]
    assert [spooled(small, str)[number] for number in (9_999, 0, 5_000)] == ["9999", "0", "5000"]


def test_words_are_found_by_words() -> None:
    index = Index(((f"w{number}", number) for number in range(100)), int, at_hand=2)
    assert [index["w7"], index["w99"], index["w7"]] == [7, 99, 7]
    assert ("w0" in index, "w100" in index, 7 in index) == (True, False, False)
    assert dict(index) == {f"w{number}": number for number in range(100)}
    with pytest.raises(KeyError):
        index["w100"]
    assert dict(Index([], str)) == {}


def test_hashes_tell_where_words_are() -> None:
    hashes = Hashes(["a", "b", "a", "c"])
    assert list(hashes.places("a")) == [0, 2]
    assert list(hashes.places("d")) == []
    assert sorted(map(list, hashes.groups())) == [[0, 2], [1], [3]]
    assert list(Hashes().groups()) == []
