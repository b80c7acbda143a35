"""Names and literals of the W3C's test suite for Turtle, and random ones, survive our writer and two readers."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from kg.knowledge.namespaces import ID, XSD
from kg.store.turtle import write_turtle

if TYPE_CHECKING:
    from collections.abc import Iterable

# The same examples on every run, and none kept on disk; a busy machine is no failure.
steady = settings(derandomize=True, database=None, deadline=None, max_examples=60)
SUBJECT, VERB = NamedNode("http://a.example/s"), NamedNode("http://a.example/p")

# The first and last characters of each range that a name of Turtle 1.1 may begin with (PN_CHARS_BASE), and go on with.
RANGES = (
    *(0x41, 0x5A, 0x61, 0x7A, 0xC0, 0xD6, 0xD8, 0xF6, 0xF8, 0x2FF, 0x370, 0x37D, 0x37F, 0x1FFF, 0x200C, 0x200D),
    *(0x2070, 0x218F, 0x2C00, 0x2FEF, 0x3001, 0xD7FF, 0xF900, 0xFDCF, 0xFDF0, 0xFFFD, 0x10000, 0xEFFFD),
)
EXTRAS = (0x2D, 0x30, 0x39, 0xB7, 0x300, 0x36F, 0x203F, 0x2040, 0x5F, 0x2E, 0x3A)
NAMES = (
    # localName_with_assigned_nfc_*_character_boundaries, one by one and in a row
    *(chr(code) for code in RANGES),
    "".join(map(chr, RANGES)),
    # localName_with_non_leading_extras, _leading_digit, _leading_underscore, nested colons, dots within and at the end
    *("a" + chr(code) for code in EXTRAS),
    *("0", "_", "s:", "s::s:", "a.b", "a.", ".a", "-", "-a", "a-b", "1-2", "bnodes-have-identifiers"),
    # reserved_escaped_localName, percent_escaped_localName, HYPHEN_MINUS_in_localName
    *("_~.-!$&'()*+,;=/?#@%00", "%25", "%2E", "a%20b", "s-", "'", "(a)", "a,b", "a;b", "a=b", "a/b", "a?b", "a#b", "~"),
    # the words of the grammar themselves
    *("a", "true", "false", "prefix", "base", "@prefix", "e1", "1e1", "1.5", "+1", "--"),
)
WORDS = (
    # LITERAL1, LITERAL1_ascii_boundaries, LITERAL1_all_controls, LITERAL1_all_punctuation, LITERAL_LONG*
    *(
        "x",
        "",
        "\x00\t\v\f\x0e&([]\x7f",
        "".join(map(chr, range(32))),
        '!"#$%&():;<=>?@[]\\^_`{|}~',
        "'",
        '"',
        "''",
        '""',
    ),
    *("'''", '"""', "x'y", 'x"y', 'x""y', "x''y", '"x"', '\\"', "\\", "\\\\", "\\u0041", "x\\", "\\n"),
    # LITERAL_with_LINE_FEED, CARRIAGE_RETURN, CHARACTER_TABULATION, BACKSPACE, FORM_FEED, and what ends lines elsewhere
    *("\n", "\r", "\r\n", "\t", "\b", "\f", "\x85", "\u2028", "\u2029", "a\nb\n"),
    # literal_with_numeric_escape4/8, the ends of UTF-8's lengths, of the planes, and what is no character of any script
    *("\u00af", "\x7f\x80\u07ff\u0800\u0fff\u1000\ucfff\ud7ff\ue000\ufffd", "\U00010000\U000eeeff\U0010ffff", "\ufeff"),
    *("\ufffe", "\uffff", "\u200b\u202e", "e\u0301", "Å", "İ"),
)
LANGUAGES = ("en", "EN", "en-us", "en-GB", "zh-Hant-HK", "de-1996", "sl-rozaj-biske")
NUMBERS = {
    "integer": ("0", "-0", "+0", "00", "1", "+1", "-1", "007", "9" * 40, "x", "", " 1"),
    "decimal": ("1.0", "-1.0", "+1.0", ".5", "-.5", "1.", "1.50", "0.0", "-0.0", "1", "NaN", "1e0", "1,5"),
    "double": ("1e0", "1E0", "1.0e-3", ".1e+5", "-1.E0", "INF", "-INF", "NaN", "1", "1.5"),
    "boolean": ("true", "false", "1", "0", "TRUE", ""),
    "date": ("2025-07-04", "2025-02-30", "-0044-03-15", "2025-07-04Z", "99999-01-01"),
    "duration": ("P1D", "PT1e30H", "-P1Y"),
}
LITERALS = (
    *map(Literal, WORDS),
    *(Literal(words, language=tag) for words in ("", "chat", 'a "b"') for tag in LANGUAGES),
    *(Literal(words, datatype=NamedNode(XSD + kind)) for kind, many in NUMBERS.items() for words in many),
    *(Literal(words, datatype=NamedNode("http://a.example/dt#é.1")) for words in ("", "1", "a\nb")),
)


def iris(bases: Iterable[str], names: Iterable[str]) -> list[NamedNode]:
    """Return the IRIs of those names that are allowed in one: some signs of a prefixed name stand for others."""
    found: list[NamedNode] = []
    for base in bases:
        for name in names:
            try:
                found.append(NamedNode(base + name))
            except ValueError:
                continue
    return found


IRIS = iris((ID, ID + "person/", "http://a.example/", "urn:x:"), NAMES)


@pytest.fixture(autouse=True)
def _as_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let rdflib keep the words of a number as they stand in the file."""
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)


def written(triples: Iterable[Triple]) -> bytes:
    stream = BytesIO()
    write_turtle(triples, stream)
    return stream.getvalue()


def by_oxigraph(turtle: bytes) -> set[Triple]:
    return {quad.triple for quad in parse(turtle, RdfFormat.TURTLE)}


def by_rdflib(turtle: bytes) -> set[tuple[str, ...]]:
    return {
        (str(subject), str(predicate), *rdflib_parts(value))
        for subject, predicate, value in rdflib.Graph().parse(data=turtle, format="turtle")
    }


def rdflib_parts(value: rdflib.term.Node) -> tuple[str, ...]:
    if isinstance(value, rdflib.Literal):
        return (
            str(value),
            (value.language or "").lower(),
            str(value.datatype or (XSD + "string" if not value.language else "")),
        )
    return (str(value),)


def parts(triple: Triple) -> tuple[str, ...]:
    """A triple as `by_rdflib` has it: rdflib writes no datatype for words in a language, and tags in lower case."""
    value = triple.object
    ends = (value.value,)
    if isinstance(value, Literal):
        kind = "" if value.language else value.datatype.value
        ends = (value.value, (value.language or "").lower(), kind)
    return (triple.subject.value, triple.predicate.value, *ends)


def check(triples: list[Triple]) -> None:
    turtle = written(triples)
    assert by_oxigraph(turtle) == set(triples)
    assert by_rdflib(turtle) == set(map(parts, triples))


def test_the_names_are_read_as_they_were_in_every_place() -> None:
    assert len(IRIS) > 200
    check([Triple(name, VERB, SUBJECT) for name in IRIS])
    check([Triple(SUBJECT, name, SUBJECT) for name in IRIS])
    check([Triple(SUBJECT, VERB, name) for name in IRIS])


@pytest.mark.filterwarnings("ignore::UserWarning")  # rdflib warns of each literal that is none of its type
def test_the_literals_are_read_as_they_were() -> None:
    check([Triple(SUBJECT, VERB, value) for value in LITERALS])


def test_a_datatype_may_have_any_of_the_names() -> None:
    check([Triple(SUBJECT, VERB, Literal("1", datatype=name)) for name in IRIS])


ANY_WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
RANDOM_NAMES = st.text(st.sampled_from([*map(chr, (*RANGES, *EXTRAS)), *"%~!$&'()*+,;=/?#@0aZ"]), max_size=8)
RANDOM = st.builds(Literal, ANY_WORDS) | st.builds(
    lambda words, kind: Literal(words, datatype=NamedNode(XSD + kind)),
    st.text(st.sampled_from("0123456789+-.eE TZP:"), max_size=8),
    st.sampled_from(sorted(NUMBERS)),
)


@steady
@pytest.mark.filterwarnings("ignore::UserWarning")
@given(st.lists(st.tuples(RANDOM_NAMES, RANDOM_NAMES, RANDOM), max_size=8))
def test_random_names_and_literals_are_read_as_they_were(rows: list[tuple[str, str, Literal]]) -> None:
    triples: list[Triple] = []
    for subject, verb, value in rows:
        names = iris((ID + "person/",), (subject,)), iris(("http://a.example/",), (verb,))
        triples += [Triple(one, other, value) for one in names[0] for other in names[1]]
    check(triples)
