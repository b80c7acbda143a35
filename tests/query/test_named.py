import re
from decimal import Decimal
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store

from kg.errors import QueryError
from kg.knowledge.namespaces import KG
from kg.query import Parameter, fill, named, names, run
from kg.query.tables import Table, table
from tests.query.asked import ASKED, FILES, Asked, meant, world

NEEDED = {
    *(
        "attacks",
        "brokers",
        "calls",
        "calls-by-week",
        "changes",
        "claims",
        "competing-figures",
        "contacts",
        "countries",
    ),
    *("custody", "offices", "positions", "troops", "visits"),
    *("denied", "disputed", "evidence", "figures", "meetings", "people", "planned", "single-source", "sources"),
    *("statements", "tenures", "timeline", "topics", "transfers", "weapons", "weapons-by-country", "who-called-whom"),
}
OWN = {"format", "graph", "help", "list"}
"""The options of kg query itself, which no question can have."""
TELLING = f"""PREFIX kg: <{KG}> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> SELECT DISTINCT ?document WHERE {{
  ?call rdfs:label "call: Ann Able, Bob Bright, 2025-07-04" ; kg:evidence/kg:document ?document }}"""


@pytest.fixture(scope="module")
def graph() -> rdflib.Graph:
    both = rdflib.Graph()
    for path in FILES:
        both.parse(path)
    return both


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


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_rdflib_gives_the_same_rows_in_the_same_order(asked: Asked, graph: rdflib.Graph) -> None:
    text = asked.text()
    ours = [tuple(plain(value) for value in row) for row in run(world(), text)]
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


def answers(name: str, *columns: str, **given: str) -> list[tuple[str, ...]]:
    found = run(world(), fill(named(name), given, world(), meant=meant))
    return [tuple(row[column].value if row[column] else "" for column in columns) for row in found]


def test_an_attack_is_told_by_and_on_who_has_no_name_and_with_who_claims_it() -> None:
    found = answers("attacks", "attacker", "target", "claimant")

    assert ("gunmen", "hospital", "officials") in found
    assert ("Southland", "Eastland", 'Dóra "the \\ Dean" Doyle') in found
    assert set(answers("attacks", "attacker", "target", "claimant", since="2025-12")) < set(found)


def test_what_has_no_name_counts_for_whose_or_where_it_is() -> None:
    assert answers("attacks", "target", on="Northland", by="gunmen") == [("hospital",)]
    assert ("Northport", "attacker", "1") in answers("targets", "target", "attacker", "attacks")
    assert ("gunmen", "Northport") in answers("dyads", "one", "other")


def test_what_is_disputed_is_told_with_both_sides() -> None:
    found = answers("disputed", "claimant", "says", "other", "answers")

    assert ('Dóra "the \\ Dean" Doyle', "asserted", "Southland", "denied") in found
    assert ("the mayor", "injured: ≥ 23", "", "injured: ≥ 21") in found


def test_sources_are_counted(store: Store) -> None:
    found = [(row["document"], row["mentions"], row["events"]) for row in rows(store, "sources")]

    assert found == [("a post", "7", "5"), ("b_wire", "8", "4"), ("c", "4", "1")]


def test_an_unknown_name_gets_the_closest_ones() -> None:
    with pytest.raises(QueryError, match=r"no question named 'cals' \(did you mean calls"):
        named("cals")


def test_a_name_far_from_all_gets_the_way_to_the_list() -> None:
    with pytest.raises(QueryError, match=r"--list"):
        named("xyzzy")


def test_no_question_has_an_option_of_the_command_itself() -> None:
    assert not {option.name for name in names() for option in named(name).parameters} & OWN


@pytest.mark.parametrize("name", names())
def test_every_option_has_a_clause_and_every_clause_an_option(name: str) -> None:
    query = named(name)
    clauses = re.findall(r"^ *# --([a-z-]+): .*\$\1\b", query.text, re.MULTILINE)

    assert sorted(set(clauses)) == sorted(option.name for option in query.parameters)
    assert query.text.count("# --") == len(clauses)


def test_a_name_narrows_a_question_to_whom_it_means() -> None:
    def calls(who: str) -> list[str]:
        answer = run(world(), fill(named("calls"), {"who": who}, world(), meant=meant))
        return [row["date"].value if row["date"] else "" for row in answer]

    assert calls("Doyle") == ["2025-12-29"]
    assert calls("Bob Bright") == ["2025-07-04"]
    assert calls("Northland") == ["", "2025-07-04", "2025-12-29"]


@pytest.mark.parametrize(("sure", "found"), [("70", 1), ("71", 0)])
def test_what_is_less_sure_than_asked_is_left_out(sure: str, found: int) -> None:
    answer = run(world(), fill(named("visits"), {"sure": sure}, world(), meant=meant))

    assert len(list(answer)) == found


@pytest.mark.parametrize(
    ("since", "until", "dates"),
    [
        ("2025", "2026", ["2025-06", "2025-07-04", "2025-12-29", "2026"]),
        ("2025-06-30", "2025-07", ["2025-06", "2025-07-04"]),
        ("2025-07", "2025-12-28", ["2025-07-04"]),
        ("2025-07-05", "2025-12", ["2025-12-29"]),
    ],
)
def test_a_month_is_in_a_period_that_shares_a_day_with_it(since: str, until: str, dates: list[str]) -> None:
    text = fill(named("timeline"), {"since": since, "until": until}, world(), meant=meant)

    assert sorted({row["date"].value for row in run(world(), text)}) == dates


@pytest.mark.parametrize(
    "text", ['") || (1 = 1', "\\", '\\") } #', "x\n} INSERT", "'''", "$since", "# --since: FILTER(false)"]
)
def test_a_text_is_never_code(text: str) -> None:
    said = Store()
    said.extend(world())
    statement = next(iter(world().quads_for_pattern(None, NamedNode(KG + "quoteText"), None, None)))
    said.add(Quad(statement.subject, statement.predicate, Literal(f"before {text} after")))
    asked = fill(named("statements"), {"says": text}, said, meant=meant)

    assert {row["words"].value for row in run(said, asked)} == {f"before {text} after"}


@pytest.mark.parametrize(
    ("name", "given", "message"),
    [
        ("calls", {"since": "July"}, r"--since can not be 'July' \(write 2025-07-04"),
        ("calls", {"longer": "half"}, r"--longer can not be 'half' \(write a whole number"),
        ("transfers", {"status": "lost"}, r"--status can not be 'lost' \(choose from Delivered, Pledged"),
        ("calls", {"whom": "x"}, r"calls has no option --whom \(it has --who, --since"),
        ("calls", {"who": "Dolye"}, r"nothing called 'Dolye' \(did you mean Doyle"),
        ("statements", {"says": "\udcff"}, r"--says can not be .* \(write it in UTF-8"),
    ],
)
def test_what_does_not_fit_an_option_is_refused(name: str, given: dict[str, str], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        fill(named(name), given, world(), meant=meant)


def test_a_conversation_is_counted_in_the_week_of_its_year() -> None:
    found = [(row["week"].value, row["topic"].value) for row in run(world(), named("calls-by-week").text)]

    assert found == [("2025-W27", "Javelot"), ("2025-W27", "air defence"), ("2026-W01", "air defence")]


def test_a_broker_speaks_with_two_countries_and_is_of_neither() -> None:
    rows = [tuple(term.value for term in row) for row in run(world(), named("brokers").text)]

    assert ('Dóra "the \\ Dean" Doyle', "Northland", "Southland", "1", "1") in rows
    assert all(broker != "Ann Able" for broker, one, other, *_ in rows if "Northland" in {one, other})


def test_a_transfer_that_gets_further_is_a_change() -> None:
    rows = {tuple(term.value if term else "" for term in row)[:4] for row in run(world(), named("changes").text)}

    label = "transfer: Northland → Eastland, Javelot, 2025-12-29"
    assert ("2025-12-29", label, f"{KG}Pledged", f"{KG}Delivered") in rows
    assert ("2025-12-30", "Dóra Doyle, minister, Eastland", "minister", "") in rows


def test_what_one_document_reports_is_told_with_it() -> None:
    found = {row["what"].value: row["document"].value for row in run(world(), named("single-source").text)}

    assert found["meeting: Ann Able, Bob Bright, 2025-06"] == "b_wire"
    assert "call: Ann Able, Bob Bright, 2025-07-04" not in found


def test_a_copy_is_no_second_source() -> None:
    store = Store()
    for path in FILES:
        store.bulk_load(path=str(path))
    found = run(store, named("single-source").text)
    assert "call: Ann Able, Bob Bright, 2025-07-04" not in {row["what"].value for row in found}

    one, *others = sorted(store.query(TELLING), key=lambda row: row["document"].value)
    for other in others:
        store.add(Quad(other["document"], NamedNode(KG + "copyOf"), one["document"]))
    found = [row["what"].value for row in run(store, named("single-source").text)]
    assert found.count("call: Ann Able, Bob Bright, 2025-07-04") == len(others) + 1


def test_a_folder_of_other_questions_can_be_asked(tmp_path: Path) -> None:
    text = "# What is\n# there?\n# --by NAME  only by\nSELECT * { ?s ?p ?o }\n# not this\n"
    (tmp_path / "mine.rq").write_text(text, encoding="utf-8")

    assert names(tmp_path) == ("mine",)
    assert named("mine", tmp_path).question == "What is there?"
    assert named("mine", tmp_path).parameters == (Parameter("by", "NAME", "only by"),)
