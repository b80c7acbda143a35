from decimal import Decimal
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from kg.errors import QueryError
from kg.query import named, names, run
from kg.query.tables import Table, table

NEEDED = {
    *("attacks", "calls", "claims", "competing-figures", "countries", "denied", "evidence", "figures", "meetings"),
    *("people", "planned", "sources", "statements", "tenures", "timeline", "transfers", "weapons"),
    *("weapons-by-country", "who-called-whom"),
}


@pytest.fixture(scope="module")
def graph(sample: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(sample)


def rows(store: Store, name: str) -> list[dict[str, str]]:
    answer = run(store, named(name).text)
    assert isinstance(answer, QuerySolutions)
    found: Table = table(answer)
    return [dict(zip(found.columns, row, strict=True)) for row in found.rows]


def plain(value: object) -> object:
    """Return a term as words, or as a number: the two libraries write one decimal in two ways."""
    if value is None:
        return None
    if isinstance(value, rdflib.Literal):
        return Decimal(value) if value.datatype == rdflib.XSD.decimal else str(value)
    if isinstance(value, Literal):
        return Decimal(value.value) if value.datatype.value == str(rdflib.XSD.decimal) else value.value
    return value.value if isinstance(value, NamedNode) else str(value)


def test_the_questions_that_are_promised_are_there() -> None:
    assert set(names()) >= NEEDED


@pytest.mark.parametrize("name", names())
def test_every_question_is_asked_in_english(name: str) -> None:
    assert named(name).question.endswith("?")


@pytest.mark.parametrize("name", names())
def test_rdflib_gives_the_same_rows_in_the_same_order(name: str, store: Store, graph: rdflib.Graph) -> None:
    text = named(name).text
    ours = [tuple(plain(value) for value in row) for row in run(store, text)]
    theirs = [tuple(plain(value) for value in row) for row in graph.query(text)]

    assert ours == theirs
    assert ours


@pytest.mark.parametrize("name", names())
def test_a_question_brings_its_own_prefixes(name: str, store: Store) -> None:
    # Other stores know none of ours.
    assert store.query(named(name).text)


@pytest.mark.parametrize(
    "name", ["calls", "meetings", "attacks", "transfers", "statements", "timeline", "conversations", "figures"]
)
def test_events_that_did_not_happen_are_not_told_as_events(name: str, store: Store) -> None:
    cells = {cell for row in rows(store, name) for cell in row.values()}

    assert not any("planned" in cell or "denied" in cell for cell in cells)


def test_calls_are_counted_over_documents(store: Store) -> None:
    assert [
        (row["date"], row["one"], row["other"], row["minutes"], row["documents"]) for row in rows(store, "calls")
    ] == [
        ("", "Ann Able", "Robert Bright", "", "1"),
        ("2025-07-04", "Ann Able", "Bob Bright", "40", "2"),
    ]


def test_who_called_whom_goes_by_who_placed_the_call(store: Store) -> None:
    pairs = [(row["caller"], row["called"]) for row in rows(store, "who-called-whom")]

    assert pairs == [("Ann Able", "Bob Bright"), ("Robert Bright", "Ann Able")]


def test_competing_figures_name_who_gives_which(store: Store) -> None:
    found = [(row["measure"], row["min"], row["claimant"], row["document"]) for row in rows(store, "competing-figures")]

    assert found == [("kg:Injured", "21", "", "a post"), ("kg:Injured", "23", "the mayor", "b_wire")]


def test_what_a_country_sent_is_counted(store: Store) -> None:
    row = rows(store, "weapons-by-country")[0]

    assert list(row.values())[:6] == ["Northland", "Javelot", "Eastland", "kg:Paused", "3", "3"]


def test_denials_and_plans_have_questions_of_their_own(store: Store) -> None:
    assert [row["by"] for row in rows(store, "denied")] == ["Carla Cole"]
    assert [row["event"] for row in rows(store, "planned")] == ["meeting:ann-able-bob-bright-planned"]


def test_sources_are_counted(store: Store) -> None:
    found = [(row["document"], row["mentions"], row["events"]) for row in rows(store, "sources")]

    assert found == [("a post", "6", "5"), ("b_wire", "8", "4"), ("c", "4", "1")]


def test_an_unknown_name_gets_the_closest_ones() -> None:
    with pytest.raises(QueryError, match=r"no question named 'cals' \(did you mean calls"):
        named("cals")


def test_a_name_far_from_all_gets_the_way_to_the_list() -> None:
    with pytest.raises(QueryError, match=r"--list"):
        named("xyzzy")


def test_a_folder_of_other_questions_can_be_asked(tmp_path: Path) -> None:
    (tmp_path / "mine.rq").write_text("# What is\n# there?\nSELECT * { ?s ?p ?o }\n# not this\n", encoding="utf-8")

    assert names(tmp_path) == ("mine",)
    assert named("mine", tmp_path).question == "What is there?"
