import time
from collections import defaultdict
from collections.abc import Iterator
from itertools import permutations, product

import pytest

from kg.ingest.boilerplate import headline, without_boilerplate
from kg.knowledge.files import read_triples, shipped_folder
from kg.knowledge.namespaces import KG, RDF, SKOS
from tests.known import KNOWLEDGE, load_graph

PATTERNS = KNOWLEDGE.boilerplate
PROSE = (
    "Officials in the capital said on Tuesday that the two ministers would meet again before the end of the month.",
    "“We had a long conversation and agreed on the next steps,” the minister told reporters after the call on Friday.",
    "The delivery, which was paused last week, includes air defence missiles and several thousand rounds of artillery.",
)


def examples() -> dict[str, list[str]]:
    """The examples of the file by the class of their pattern."""
    kinds: dict[str, str] = {}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for triple in read_triples(shipped_folder() / "en/boilerplate.ttl"):
        if triple.predicate.value == f"{RDF}type":
            kinds[triple.subject.value] = triple.object.value.removeprefix(KG)
        elif triple.predicate.value == f"{SKOS}example":
            found[kinds[triple.subject.value]].append(triple.object.value)
    return found


EXAMPLES = examples()


def test_every_pattern_has_an_example() -> None:
    counts = {name: len(patterns) for name, patterns in EXAMPLES.items()}
    graph = load_graph("en/boilerplate.ttl")
    query = f"SELECT ?it {{ ?it <{KG}pattern> ?p FILTER NOT EXISTS {{ ?it <{SKOS}example>|<{SKOS}notation> ?e }} }}"
    assert [str(row["it"]) for row in graph.query(query)] == []
    assert counts["BoilerplateLine"] > 50


@pytest.mark.parametrize("line", EXAMPLES["BoilerplateLine"] + EXAMPLES["BoilerplateLabel"])
@pytest.mark.parametrize("bullet", ["", "• "])
def test_a_boilerplate_line_goes_and_prose_around_it_stays(line: str, bullet: str) -> None:
    assert without_boilerplate([PROSE[0], bullet + line, PROSE[1]], PATTERNS) == (PROSE[0], PROSE[1])


@pytest.mark.parametrize("heading", EXAMPLES["BoilerplateStart"])
def test_a_section_of_teasers_goes_to_the_end(heading: str) -> None:
    page = [*PROSE[:2], heading, "Ten hurt as storm hits the coast", PROSE[2], "Markets close higher"]
    assert without_boilerplate(page, PATTERNS) == PROSE[:2]


@pytest.mark.parametrize("heading", EXAMPLES["BoilerplateStart"] + EXAMPLES["BoilerplateLinks"])
def test_the_article_resumes_after_a_section_inside_it(heading: str) -> None:
    page = [PROSE[0], heading, "Ten hurt as storm hits the coast", PROSE[1], PROSE[2]]
    assert without_boilerplate(page, PATTERNS) == PROSE


@pytest.mark.parametrize("heading", EXAMPLES["BoilerplateStart"])
def test_a_menu_above_the_article_takes_none_of_it(heading: str) -> None:
    assert without_boilerplate([heading, "World", "Sport", PROSE[0]], PATTERNS) == (PROSE[0],)


@pytest.mark.parametrize("paragraph", EXAMPLES["BoilerplateTail"])
def test_a_credit_is_cut_from_its_caption(paragraph: str) -> None:
    (caption,) = without_boilerplate([paragraph], PATTERNS)
    assert paragraph.startswith(caption)
    assert caption[-1] == "."


@pytest.mark.parametrize("note", EXAMPLES["AuthorNote"])
def test_a_note_on_the_author_at_the_end_goes_with_the_name_above_it(note: str) -> None:
    name = " ".join(note.split()[:2])
    assert without_boilerplate([*PROSE, name, name, note], PATTERNS) == PROSE


def test_a_note_on_somebody_whom_the_article_names_stays() -> None:
    article = (
        "Police in the capital have detained Jane Doe, her newspaper said in a statement on Tuesday.",
        "Jane Doe is a correspondent for The Example Times.",
    )
    assert without_boilerplate(article, PATTERNS) == article


def page_of(order: tuple[str, ...], lines: tuple[str, str]) -> list[str]:
    return [lines[0], order[0], lines[0], lines[1], order[1], lines[1], order[2], lines[0]]


def pages() -> Iterator[list[str]]:
    around = [*EXAMPLES["BoilerplateLine"], *EXAMPLES["BoilerplateLabel"], *EXAMPLES["BoilerplateLinks"]]
    for index, order in product(range(len(around)), permutations(PROSE)):
        yield page_of(order, (around[index], around[index - 1]))


def test_no_line_or_heading_of_links_takes_prose_with_it() -> None:
    for page in pages():
        kept = without_boilerplate(page, PATTERNS)
        assert list(kept) == [paragraph for paragraph in page if paragraph in PROSE]


@pytest.mark.parametrize(
    "sentence",
    [
        "(c) Within 90 days of the date of this order, the Secretary shall report to the President.",
        "Sharing intelligence with Kyiv will go on, the minister said.",
        "Follow-up talks are planned in Geneva.",
        "Subscribers of the mobile operator lost their connection after the strike.",
        "By Tuesday, the ministers had signed the deal.",
        "By Monday night the fighting had stopped.",
        "Reporting by local media suggests that the depot was hit.",
        "Related sanctions were lifted in May.",
        "“Share this with everyone you know,” he said.",
        "The minister signed up to the declaration on Friday.",
        "Top stories in the state media praised the visit.",
        "Commenting on the strike, Putin blamed Kyiv.",
        "Russia fired S-300 missiles at the port (the S-300/S-400 family is used against ground targets).",
        "Printing presses in Kharkiv were destroyed by a missile in May.",
        "Trump/Zelensky talks end",
        "Photos from the scene show a burning warehouse.",
        "Live fire exercises began near the border.",
    ],
)
def test_sentences_that_begin_like_boilerplate_stay(sentence: str) -> None:
    assert without_boilerplate([PROSE[0], sentence, PROSE[1]], PATTERNS) == (PROSE[0], sentence, PROSE[1])


def test_a_paragraph_that_repeats_the_one_before_it_is_kept_once() -> None:
    assert without_boilerplate([PROSE[0], PROSE[0], PROSE[1], PROSE[0]], PATTERNS) == (PROSE[0], PROSE[1], PROSE[0])


def test_the_name_below_a_credit_label_goes_but_a_sentence_there_stays() -> None:
    page = ["Smoke rises over the port.", "| Photo Credit:", "ALINA SMUTKO", "| Photo Credit:", PROSE[0]]
    assert without_boilerplate(page, PATTERNS) == ("Smoke rises over the port.", PROSE[0])


def test_the_headline_is_a_first_line_that_is_no_sentence() -> None:
    assert headline(["Leaders discuss arms", PROSE[0]]) == "Leaders discuss arms"
    assert headline(["Will the ceasefire hold?", PROSE[0]]) == "Will the ceasefire hold?"
    assert headline([PROSE[0], PROSE[1]]) is None
    assert headline(["Leaders discuss arms"]) is None


@pytest.mark.parametrize(
    "line",
    ["A" * 300, "Aa " * 100, "A/" * 150, "by " + "Aa " * 99, "Photo: " + "A/ " * 97 + "!", "AA " * 100, " " * 300],
)
def test_no_pattern_takes_long_on_lines_made_to_make_it_backtrack(line: str) -> None:
    start = time.process_time()
    without_boilerplate([line.strip() or "x", *PROSE, line.strip() or "x"], PATTERNS)
    assert time.process_time() - start < 0.5
