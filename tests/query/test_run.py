import pytest
from pyoxigraph import Literal, NamedNode, Quad, QueryBoolean, QuerySolutions, Store

from kg.errors import QueryError
from kg.query import run
from kg.query.tables import Table, plain, serialized, table


def test_prefixes_need_no_declaration(store: Store) -> None:
    answer = run(store, "ASK { call:2025-07-04-ann-able-bob-bright a kg:Call ; kg:topic/skos:prefLabel ?name }")

    assert isinstance(answer, QueryBoolean)
    assert bool(answer)


def test_a_prefix_can_mean_something_else_in_a_query(store: Store) -> None:
    assert not run(store, "PREFIX kg: <https://example.org/>\nASK { ?call a kg:Call }")


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <x:a> <x:b> 1 }",
        "PREFIX a: <x:> DELETE WHERE { ?s ?p ?o }",
        "# SELECT\n clear all",
        "LOAD <http://127.0.0.1/x>",
        "WITH <x:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "BASE <x:> DROP ALL",
    ],
)
def test_updates_are_refused(text: str) -> None:
    store = Store()
    store.add(Quad(NamedNode("x:a"), NamedNode("x:b"), Literal("c")))

    with pytest.raises(QueryError, match="a query that changes the graph is refused"):
        run(store, text)
    assert len(store) == 1


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * { service silent <http://127.0.0.1/> { ?s ?p ?o } }",
        'SELECT * { ?s ?p "a" . SERVICE ?endpoint { ?s ?p "#" } }',
        "SELECT * { #\rSERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1/> SELECT * { SERVICE: { ?s ?p ?o } }",
        "PREFIX x: <http://127.0.0.1/> SELECT * { SERVICESILENTx:y{ ?s ?p ?o } }",
        "PREFIX x: <http://127.0.0.1/> SELECT * { ?s kg:ordinal 6SERVICE x: { ?s ?p ?o } }",
        "SELECT * { OPTIONAL { ?s ?p <http://x/\\u0041'> } SERVICE <http://127.0.0.1/> { ?s ?p ?o } } #'",
        "PREFIX x: <http://x/> SELECT * { ?s x:a\\# ?o . SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "PREFIX x: <http://x/> SELECT * { ?s x:a\\' ?o . SERVICE <http://127.0.0.1/> { ?s ?p ?o } } #'",
    ],
)
def test_other_servers_are_not_asked(store: Store, text: str) -> None:
    with pytest.raises(QueryError, match="SERVICE is refused"):
        run(store, text)


@pytest.mark.parametrize(
    "text",
    [
        'SELECT * { ?s ?p "SERVICE" }',
        "SELECT * { ?service ?p ?o } # SERVICE <x:y>",
        "PREFIX service: <x:> SELECT * { ?s service:insert <x:SERVICE> }",
        'SELECT * { ?s kg:service """ a \'SERVICE\' """ }',
        "SELECT * { ?s ?p ?o FILTER(?o < 3 && ?o > 2) }",
    ],
)
def test_a_keyword_in_a_name_a_string_or_a_comment_is_none(store: Store, text: str) -> None:
    assert isinstance(run(store, text), QuerySolutions)


@pytest.mark.parametrize(
    ("text", "place"),
    [("SELECT * { ?s ?p }", "line 1, column 19"), ("SELECT *\nWHERE {\n  ?s ?p }", "line 3, column 10")],
)
def test_a_mistake_is_shown_where_it_is(store: Store, text: str, place: str) -> None:
    with pytest.raises(QueryError, match=f"query, {place}: expected"):
        run(store, text)


def test_graphs_with_names_are_asked_too() -> None:
    store = Store()
    store.add(Quad(NamedNode("x:a"), NamedNode("x:b"), Literal("c"), NamedNode("x:g")))

    assert run(store, "ASK { ?s ?p ?o }")


def test_a_table_shows_terms_as_people_write_them(store: Store) -> None:
    query = (
        "SELECT ?a ?b ?c ?d { VALUES (?a ?b ?c ?d) { (kg:Call 'x' 1.5 UNDEF) (<https://example.org/a b:> 2 true 3) } }"
    )
    answer = run(store, query.replace("a b:", "a.b"))

    assert isinstance(answer, QuerySolutions)
    assert table(answer) == Table(
        ("a", "b", "c", "d"), (("kg:Call", "x", "1.5", ""), ("<https://example.org/a.b>", "2", "true", "3"))
    )


def test_a_plain_table_has_one_line_a_row_whatever_the_values() -> None:
    text = plain(Table(("a", "long name"), (("1\n2", "x" * 300), ("", "y"))))

    assert text == "a    long name\n1 2  " + "x" * 300 + "\n     y\n"


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("csv", b"n\r\n3\r\n"),
        ("tsv", b"?n\n3\n"),
        ("json", b'{"head":{"vars":["n"]},"results":{"bindings":[{"n":{"type":"literal","value":"3"'),
    ],
)
def test_results_have_the_formats_of_the_standard(store: Store, form: str, expected: bytes) -> None:
    answer = run(store, "SELECT (COUNT(*) AS ?n) { ?document a kg:Document }")

    assert serialized(answer, form).startswith(expected)


def test_a_constructed_graph_is_turtle(store: Store) -> None:
    answer = run(
        store, "CONSTRUCT { ?p skos:prefLabel ?n } WHERE { ?p a kg:Person ; skos:prefLabel ?n FILTER(?n > 'C') }"
    )

    assert serialized(answer, "table").decode().endswith('\nperson:the-mayor skos:prefLabel "the mayor" .\n')


def test_a_constructed_graph_is_no_table(store: Store) -> None:
    with pytest.raises(QueryError, match="a graph can not be written as csv"):
        serialized(run(store, "CONSTRUCT WHERE { ?s ?p ?o }"), "csv")
