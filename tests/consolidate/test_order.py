"""The same records give the same collection, whatever the order of hashes."""

import os
import subprocess
import sys

import pytest

from kg.consolidate import NO_DECISIONS, consolidate
from kg.errors import GraphError
from kg.records import Member
from kg.spread import beside
from tests.consolidate.articles import WORLD, article, person
from tests.consolidate.test_events import DIFFERENT as OTHER_EVENT
from tests.consolidate.test_events import SAME as SAME_EVENT
from tests.consolidate.test_people import DIFFERENT, SAME
from tests.consolidate.test_replay import decided

CODE = """
from tests.consolidate.articles import *
from tests.consolidate.test_events import SAME, DIFFERENT
from tests.consolidate.test_events import DIFFERENT as OTHER_EVENT
from tests.consolidate.test_events import SAME as SAME_EVENT
from tests.consolidate.test_people import SAME as PEOPLE, DIFFERENT as OTHERS
articles = []
for number, pair in enumerate([*SAME, *DIFFERENT]):
    articles += [article(f"e{number}{side}", events=(event,)) for side, event in enumerate(pair)]
for number, pair in enumerate([*PEOPLE, *OTHERS]):
    articles += [article(f"p{number}{side}", person(pair[side], of=pair[side + 1])) for side in (0, 2)]
print(repr(consolidate(articles, WORLD)))
"""


def test_hash_seed_changes_nothing() -> None:
    outputs = {
        subprocess.run(  # noqa: S603 (our own code)
            [sys.executable, "-c", CODE],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
            timeout=60,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(outputs) == 1
    assert len(outputs.pop()) > 1000


def test_processes_beside_one_another_find_the_same() -> None:
    people = [person(pair[side], of=pair[side + 1]) for pair in (*SAME, *DIFFERENT) for side in (0, 2)]
    articles = [article(f"{number}{again}", one) for number, one in enumerate(people) for again in "ab"]
    articles += [article("able", person("Anna Able")), article("bird", person("Otto Bird"))]
    events = enumerate((*SAME_EVENT, *OTHER_EVENT))
    articles += [article(f"e{number}{side}", events=(one,)) for number, two in events for side, one in enumerate(two)]
    for decisions in (NO_DECISIONS, decided(("merge", "Anna Able", "Otto Bird"))):
        alone = consolidate(articles, WORLD, decisions)
        assert consolidate(articles, WORLD, decisions, spread=beside(WORLD, 2)) == alone


def test_a_document_more_renumbers_nobody() -> None:
    later = [article(name, person(f"Anna {name.title()}")) for name in ("bird", "crane")]
    before = consolidate(later, WORLD).entities
    after = consolidate([article("able", person("Otto Able")), *later], WORLD).entities
    assert before == after[1:]
    assert after[0].members == (Member("able", 0),)


def test_two_documents_of_one_id_are_refused() -> None:
    with pytest.raises(GraphError, match="a: two documents have this id"):
        consolidate([article("a"), article("a")], WORLD)
