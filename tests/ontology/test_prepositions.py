from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.knowledge.files import read_sources
from kg.knowledge.words.prepositions import FILE, read_prepositions
from tests.known import KNOWLEDGE

ONTOLOGY = Path(__file__).parents[2] / "ontology"


def test_every_class_has_its_words() -> None:
    found = KNOWLEDGE.words.prepositions
    assert "of" in found.nominal
    assert {"ahead of", "according to"} <= found.bounding
    assert "against" in found.conduct
    assert "during" in found.circumstance
    assert "between" in found.complete
    assert "on behalf of" in found.complex
    assert "but" in found.adversative
    assert "unless" in found.conditional


def test_a_class_without_words_is_told_with_file_and_name(tmp_path: Path) -> None:
    text = (ONTOLOGY / FILE).read_text(encoding="utf-8")
    (tmp_path / "en").mkdir()
    (tmp_path / FILE).write_text(text.replace("kg:ConductPreposition", "kg:Else"), encoding="utf-8")
    with pytest.raises(OntologyError, match="ConductPreposition") as error:
        read_prepositions(read_sources(tmp_path))
    assert FILE in str(error.value)
