"""The same records give the same collection, whatever the order of hashes."""

import os
import subprocess
import sys

CODE = """
from tests.consolidate.articles import *
from tests.consolidate.test_events import SAME, DIFFERENT
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
