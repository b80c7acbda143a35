"""Human decisions: read, written, replayed, and reported when they no longer apply."""

from dataclasses import replace
from pathlib import Path

import pytest

from kg.consolidate import Decision, Decisions, consolidate, stale_decisions
from kg.consolidate.decisions import NO_DECISIONS, Action, add_decision, read_decisions, take_back
from kg.errors import DecisionError
from kg.records import Argument, Document, DocumentRecord, Entity, Event, Evidence, Mention, MentionKind, Span, Term
from tests.consolidate.articles import (
    PUTIN,
    TRUMP,
    UK,
    US,
    WORLD,
    article,
    call,
    known,
    names_of,
    person,
    together,
    told,
)

HEADER = "action,left,right,who,why\n"
trump, putin = known(TRUMP), known(PUTIN)


def decisions(action: str, left: str, right: str = "") -> Decisions:
    return Decisions((Decision(Action(action), left, right, "ab", "looked it up"),))


def test_merge_joins_what_nothing_else_would() -> None:
    articles = [article("a", person("Boris Johnson", of=UK)), article("b", person("Alexander Kemal", of=US))]
    assert not together(*articles)
    assert together(*articles, decisions=decisions("merge", "Boris Johnson", "Alexander Kemal"))


def test_merge_says_who_decided_and_why() -> None:
    articles = [article("a", person("Boris Johnson")), article("b", person("Alexander Kemal"))]
    collection = consolidate(articles, WORLD, decisions("merge", "Boris Johnson", "Alexander Kemal"))
    assert [merge.reason for merge in collection.entities[0].merges] == ["decision of ab: looked it up"]


@pytest.mark.parametrize(
    ("left", "right"), [("a#Mike Johnson", "b#Mike Johnson"), ("b#Mike Johnson", "a#Mike Johnson")]
)
def test_not_same_keeps_namesakes_apart(left: str, right: str) -> None:
    articles = [article("a", person("Mike Johnson", of=US)), article("b", person("Mike Johnson", of=US))]
    assert together(*articles)
    assert not together(*articles, decisions=decisions("not-same", left, right))


def test_not_same_holds_against_a_chain_through_others() -> None:
    articles = [article(name, person("Mike Johnson", of=US)) for name in "abc"]
    collection = consolidate(articles, WORLD, decisions("not-same", "a#Mike Johnson", "b#Mike Johnson"))
    assert all(len(names) < 3 for names in names_of(collection))
    assert not any({"a: Mike Johnson", "b: Mike Johnson"} <= set(names) for names in names_of(collection))


def test_decisions_about_events_name_their_characters() -> None:
    # The articles' events have the character of their own number as evidence.
    articles = [article(n, events=(call(trump, putin, on=on),)) for n, on in (("a", "2025-07-03"), ("b", "2025-07-04"))]
    assert not together(*articles, events=True)
    assert together(*articles, events=True, decisions=decisions("merge", "a@0-1", "b@0-1"))


def test_not_same_keeps_two_reports_of_events_apart() -> None:
    articles = [article(name, events=(call(trump, putin, on="2025-07-03"),)) for name in "ab"]
    assert together(*articles, events=True)
    assert not together(*articles, events=True, decisions=decisions("not-same", "a@0-1", "b@0-1"))


def test_reject_removes_the_event_and_no_other() -> None:
    two = article("a", events=(call(trump, putin, on="2025-07-03"), call(trump, putin, on="2025-07-04")))
    collection = consolidate([two], WORLD, decisions("reject", "a@0-1"))
    assert [event.date.value for event in collection.records["a"].events if event.date] == ["2025-07-04"]
    assert len(collection.events) == 1


def test_rename_changes_the_name_and_keeps_the_old_one() -> None:
    collection = consolidate(
        [article("a", person("B. Johnson"))], WORLD, decisions("rename", "B. Johnson", "Boris Johnson")
    )
    (cluster,) = collection.entities
    assert cluster.name == "Boris Johnson"
    assert collection.records["a"].entities[0].names == ("B. Johnson",)


def test_rename_holds_for_the_whole_cluster_of_one_mention() -> None:
    articles = [article(name, person("Mike Johnson", of=US)) for name in "abc"]
    (cluster,) = consolidate(articles, WORLD, decisions("rename", "b#Mike Johnson", "Speaker Johnson")).entities
    assert (cluster.name, len(cluster.members)) == ("Speaker Johnson", 3)


def test_split_takes_a_part_out_of_a_cluster() -> None:
    articles = [article(name, person("Mike Johnson", of=US)) for name in "abc"]
    assert together(*articles)
    collection = consolidate(articles, WORLD, decisions("split", "Mike Johnson", "b#Mike Johnson"))
    assert names_of(collection) == [["a: Mike Johnson", "c: Mike Johnson"], ["b: Mike Johnson"]]


def test_split_takes_a_mention_and_what_stands_there_out_of_an_entity() -> None:
    text = "Boris Johnson spoke. Johnson called Vladimir Putin."
    boris = Entity(Term("Person"), "Boris Johnson", ("Boris Johnson", "Johnson"), None, UK)
    first, second, third = Span(0, 13), Span(21, 28), Span(36, 50)
    spoken = Event(
        Term("Call"),
        (Evidence(Span(21, 50), "test"),),
        (Argument(Term("participant"), 0, second), Argument(Term("participant"), 1, third)),
    )
    mentions = tuple(
        Mention(span, number, MentionKind.NAME, "test") for span, number in ((first, 0), (second, 0), (third, 1))
    )
    record = DocumentRecord(Document("a", text), (boris, putin), mentions, (), (spoken,))
    collection = consolidate([record], WORLD, decisions("split", "Boris Johnson", "a@21-28"))
    (revised,) = collection.records.values()
    assert [entity.name for entity in revised.entities] == ["Boris Johnson", "Vladimir Putin", "Johnson"]
    assert [argument.entity for argument in revised.events[0].arguments] == [2, 1]
    assert len(collection.entities) == 3


def test_link_says_what_the_node_is_elsewhere_and_joins_what_is_one_there() -> None:
    articles = [article("a", person("Boris Johnson", of=UK)), article("b", person("Alexander Kemal", of=US))]
    elsewhere = "http://www.wikidata.org/entity/Q180589"
    links = [Decision(Action.LINK, name, elsewhere, "ab", "same man") for name in ("Boris Johnson", "Alexander Kemal")]
    (cluster,) = consolidate(articles, WORLD, Decisions(tuple(links))).entities
    assert (len(cluster.members), cluster.matches) == (2, (elsewhere,))


def test_reject_removes_an_entity_with_all_that_it_takes_part_in_alone() -> None:
    ghost, johnson = person("Readout Follows"), person("Boris Johnson", of=UK)
    spoken = told("Statement", quote="so be it", speaker=ghost)
    record = article("a", ghost, johnson, events=(spoken, call(ghost, johnson, on="2025-07-03")))
    (revised,) = consolidate([record], WORLD, decisions("reject", "Readout Follows")).records.values()
    assert [entity.name for entity in revised.entities] == ["Boris Johnson"]
    assert [(event.kind, len(event.arguments)) for event in revised.events] == [("Call", 1)]


def test_a_class_tells_events_of_one_sentence_apart() -> None:
    both = [call(trump, putin, on="2025-07-03", kind=kind) for kind in ("Call", "Attack")]
    record = article("a", events=tuple(both))
    same = replace(record, events=tuple(replace(event, evidence=record.events[0].evidence) for event in record.events))
    (revised,) = consolidate([same], WORLD, decisions("reject", "a@0-1#Call")).records.values()
    assert [event.kind for event in revised.events] == ["Attack"]


def test_what_takes_part_tells_events_of_one_class_in_one_sentence_apart() -> None:
    both = [call(trump, other, on="2025-07-03") for other in (putin, person("Boris Johnson", of=UK))]
    record = article("a", events=tuple(both))
    places = tuple(Mention(Span(20 * i, 20 * i + 9), i, MentionKind.NAME, "t") for i in range(len(record.entities)))
    evidence = (Evidence(Span(0, 90), "test"),)
    events = tuple(replace(event, evidence=evidence) for event in record.events)
    same = replace(record, events=events, mentions=places)
    number = [entity.name for entity in record.entities].index("Vladimir Putin")
    putins = f"a@0-90#Call@{20 * number}-{20 * number + 9}"
    (revised,) = consolidate([same], WORLD, decisions("reject", putins)).records.values()
    names = [{revised.entities[argument.entity].name for argument in event.arguments} for event in revised.events]
    assert names == [{"Donald Trump", "Boris Johnson"}]


@pytest.mark.parametrize(
    ("decided", "stale"),
    [
        (decisions("merge", "Mike Johnson", "Michael Johnson"), False),
        (decisions("merge", "Mike Johnson", "Mick Johnson"), True),
        (decisions("not-same", "a#Mike Johnson", "b#Mike Johnson"), True),
        (decisions("rename", "Mike Johnson", "Michael"), False),
        (decisions("rename", "Mick Johnson", "Michael"), True),
        (decisions("reject", "a@0-1"), False),
        (decisions("reject", "a@7-9"), True),
        (decisions("reject", "Mike Johnson"), False),
        (decisions("reject", "Mick Johnson"), True),
        (decisions("split", "Mike Johnson", "a#Mike Johnson"), False),
        (decisions("split", "Mike Johnson", "b#Mike Johnson"), True),
        (decisions("link", "Mike Johnson", "http://example.org/1"), False),
        (decisions("link", "Mick Johnson", "http://example.org/1"), True),
    ],
)
def test_decision_that_no_longer_applies_is_reported(decided: Decisions, *, stale: bool) -> None:
    people = person("Mike Johnson"), person("Michael Johnson")
    records = [article("a", *people, events=(call(trump, putin),))]
    assert stale_decisions(records, decided, WORLD.taxonomy) == (decided.decisions if stale else ())


def test_file_gives_back_what_was_added(tmp_path: Path) -> None:
    odd = Decision(Action.MERGE, 'a, "b"', "Ö", "ab", "line one\nline two")
    other = decisions("reject", "a@0-1").decisions[0]
    path = tmp_path / "decisions.csv"
    assert add_decision(odd, path)
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n"), encoding="utf-8")
    assert add_decision(other, path)
    assert read_decisions(path) == Decisions((odd, other))
    assert path.read_text(encoding="utf-8").startswith(HEADER)
    assert not add_decision(odd, path)
    assert read_decisions(path) == Decisions((odd, other))


def test_a_decision_that_could_not_be_read_back_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(DecisionError, match="merge needs a left and a right side"):
        add_decision(Decision(Action.MERGE, "a", "", "ab", "why"), tmp_path / "decisions.csv")
    assert not (tmp_path / "decisions.csv").exists()


def test_missing_file_holds_no_decisions(tmp_path: Path) -> None:
    assert read_decisions(tmp_path / "none.csv") == NO_DECISIONS


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("left,right\n", "header"),
        (HEADER + "merge,a,b,ab\n", "4 fields in place of 5"),
        (HEADER + "join,a,b,ab,why\n", "unknown action 'join'"),
        (HEADER + "merge,a,,ab,why\n", "needs a left and a right side"),
        (HEADER + "reject,a@0-1,b,ab,why\n", "needs a left side only"),
        (HEADER + "merge,a,b,ab,\n", "nobody can check"),
        (HEADER + "link,a,not an iri,ab,why\n", "'not an iri' is no web address"),
        (HEADER + "link,a,wd:Q1,ab,why\n", "'wd:Q1' is no web address"),
        (HEADER + "link,a,http://x/<y>,ab,why\n", "is no web address"),
    ],
)
def test_broken_file_is_refused_with_line_and_remedy(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "decisions.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DecisionError, match=problem) as caught:
        read_decisions(path)
    assert f"{path}:" in str(caught.value)
    assert caught.value.remedy


def test_a_byte_order_mark_is_no_part_of_the_header(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    path.write_text("\ufeff" + HEADER + "link,a,urn:isbn:0451450523,ab,why\n", encoding="utf-8")
    (decision,) = read_decisions(path).decisions
    assert decision.right == "urn:isbn:0451450523"
    assert add_decision(Decision(Action.REJECT, "a@0-1", "", "ab", "why"), path)
    assert len(read_decisions(path).decisions) == 2


@pytest.mark.parametrize("last", [("a#Mike Johnson", "b#Mike Johnson"), ("b#Mike Johnson", "a#Mike Johnson")])
def test_a_merge_of_what_is_kept_apart_names_both_decisions(last: tuple[str, str]) -> None:
    articles = [article(name, person("Mike Johnson", of=US)) for name in "abc"]
    told = [("merge", "a#Mike Johnson", "c#Mike Johnson"), ("merge", "c#Mike Johnson", "b#Mike Johnson")]
    both = Decisions(
        tuple(Decision(Action(action), *sides, "ab", "why") for action, *sides in [*told, ("not-same", *last)])
    )
    with pytest.raises(
        DecisionError, match=r"merge 'c#Mike Johnson' 'b#Mike Johnson' joins what not-same .* keeps apart"
    ):
        consolidate(articles, WORLD, both)


def test_a_person_is_no_country() -> None:
    articles = [article("a", person("Mike Johnson")), article("b", trump, Entity(Term("Country"), "Chad", ("Chad",)))]
    with pytest.raises(DecisionError, match="merge 'Mike Johnson' 'Chad' makes a Person one with a Country"):
        consolidate(articles, WORLD, decisions("merge", "Mike Johnson", "Chad"))


def test_who_is_known_and_split_is_known_no_more() -> None:
    articles = [article(name, trump) for name in "ab"]
    spoken = [replace(each, mentions=(Mention(Span(0, 1), 0, MentionKind.NAME, "test"),)) for each in articles]
    collection = consolidate(spoken, WORLD, decisions("split", TRUMP, "b#Donald Trump"))
    known_as = {document: record.entities[0].reference for document, record in collection.records.items()}
    assert known_as == {"a": TRUMP, "b": None}
    assert len(collection.entities) == 2


def test_class_date_and_claimant_of_an_event_are_corrected() -> None:
    told_by = article("a", events=(call(trump, putin, on="2025-07-03"),))
    all_three = Decisions(
        tuple(
            Decision(Action(action), "a@0-1#Call", right, "ab", "why")
            for action, right in (("class", "Meeting"), ("date", "2025-07"), ("claimant", "a#Vladimir Putin"))
        )
    )
    collection = consolidate([told_by], WORLD, all_three)
    (record,) = collection.records.values()
    (event,) = record.events
    assert (event.kind, event.date and event.date.value) == ("Meeting", "2025-07")
    assert [record.entities[index].name for index in event.according_to] == ["Vladimir Putin"]
    assert {item.according_to for item in event.evidence} == {event.according_to}
    later = decisions("date", "a@0-1", "none").decisions[0]
    undated = consolidate([told_by], WORLD, Decisions((*all_three.decisions, later)))
    assert undated.records["a"].events[0].date is None


def test_a_class_that_lacks_its_parties_is_refused_with_the_line() -> None:
    told_by = article("a", events=(call(trump, putin, on="2025-07-03"),))
    wrong = replace(decisions("class", "a@0-1", "Attack").decisions[0], place="decisions.csv:7")
    with pytest.raises(DecisionError, match="what a Attack needs") as raised:
        consolidate([told_by], WORLD, Decisions((wrong,)))
    assert raised.value.place == "decisions.csv:7"


@pytest.mark.parametrize("right", ["2025-13", "2025-02-30", "25", "yesterday", "2025-7-4"])
def test_a_date_that_is_none_is_refused(tmp_path: Path, right: str) -> None:
    with pytest.raises(DecisionError, match="is no date"):
        add_decision(decisions("date", "a@0-1", right).decisions[0], tmp_path / "decisions.csv")


def test_the_last_decision_or_one_by_its_number_is_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    for name in ("one", "two", "three"):
        add_decision(decisions("rename", name, "new").decisions[0], path)
    assert take_back(path, 1).left == "one"
    assert take_back(path).left == "three"
    assert [decision.left for decision in read_decisions(path).decisions] == ["two"]
    assert read_decisions(path).decisions[0].place == f"{path}:2"
