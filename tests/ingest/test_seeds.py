import hashlib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.ingest import read
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from kg.errors import KgError

SEEDS = Path(__file__).parents[2] / "seeds"
DIGESTS = {
    "000_5413ada2cdcbdebc.txt": "d4d564adf66c6f0037950042d2a8934a7b4e1cb3ca3587ed95e1c4eae06a1741",
    "001_40a425d4760b988e.txt": "b86e2828080970e1602e92632637711ae0f539b6e174e112746563281dd55373",
    "002_f12eb697ac8a0a83.txt": "c3e5c203413633811d6030bdfac3deba18578504322b84fda639cd583c653e24",
    "003_0af9fc68b4eb3600.txt": "03abc4695d5e35da273fdcebfe1ec75bd1133171b6686be7f757e2128b162e36",
    "004_2a32f1e9b0d88beb.txt": "30ec8e169b12ac3d999bb4c674c6384fae8b52ee649bec0f2ad92d2edc60aa83",
}


@pytest.mark.parametrize(("name", "digest"), DIGESTS.items())
def test_the_published_articles_stay_byte_for_byte(name: str, digest: str) -> None:
    assert hashlib.sha256((SEEDS / name).read_bytes()).hexdigest() == digest


def test_the_seeds_are_five_articles_with_date_and_outlet_and_no_problem() -> None:
    problems: list[KgError] = []
    documents = list(read([SEEDS], KNOWLEDGE.boilerplate, on_problem=problems.append))
    assert problems == []
    assert [document.id for document in documents] == [Path(name).stem for name in DIGESTS]
    assert {document.date for document in documents} == {date(2025, 7, 4)}
    assert all(document.outlet for document in documents)


def test_titles_of_the_manifest_open_the_articles_that_have_one() -> None:
    for document in read([SEEDS], KNOWLEDGE.boilerplate, on_problem=pytest.fail):
        assert document.title is None or document.text.startswith(f"{document.title}\n\n")


@pytest.mark.parametrize(
    "words",
    [
        "Malaysia",
        "Skip to content",
        "News Feed",
        "indicates required",
        "Subscribe",
        "newsletter",
        "WhatsApp",
        "podcast",
        "Daniel McLaughlin",
        "Tim Zadorozhnyy",
        "Getty",
        "SMUTKO",
        "Photograph:",
        "Myles McCormick",
        "Published on",
    ],
)
def test_nothing_around_the_articles_is_stored(words: str) -> None:
    assert [
        document.id
        for document in read([SEEDS], KNOWLEDGE.boilerplate, on_problem=pytest.fail)
        if words in document.text
    ] == []


def test_every_paragraph_of_the_articles_is_stored_once() -> None:
    counts = {
        document.id[:3]: len(document.text.split("\n\n"))
        for document in read([SEEDS], KNOWLEDGE.boilerplate, on_problem=pytest.fail)
    }
    assert counts == {"000": 19, "001": 17, "002": 26, "003": 14, "004": 15}


def test_captions_keep_their_words_without_the_credit() -> None:
    first = next(read([SEEDS / "000_5413ada2cdcbdebc.txt"], KNOWLEDGE.boilerplate, on_problem=pytest.fail))
    assert "on Ukraine's capital on July 4th, 2025.\n\nUkrainian president" in first.text


def test_without_a_manifest_date_and_title_come_from_the_text() -> None:
    paths = [SEEDS / name for name in DIGESTS]
    found = [(document.date, document.title) for document in read(paths, KNOWLEDGE.boilerplate, on_problem=pytest.fail)]
    day = date(2025, 7, 4)
    assert found == [
        (None, "Trump and Zelenskiy discuss arms supplies after Russia’s biggest drone attack on Ukraine"),
        (day, "Zelensky, Trump discuss air defense, joint drone production amid Russian strikes"),
        (None, None),
        (None, None),
        (day, "Russia unleashes drone attack on Ukraine after Trump-Putin call"),
    ]
