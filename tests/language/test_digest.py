from pathlib import Path

import pytest
import spacy

from kg.errors import ModelError
from kg.language import digest


def test_a_pipeline_trained_anew_at_the_same_path_has_another_digest(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "pipeline")
    before = digest(str(tmp_path / "pipeline"))
    assert digest(str(tmp_path / "pipeline")) == before
    with (tmp_path / "pipeline" / "tokenizer").open("ab") as stream:
        stream.write(b" ")
    assert digest(str(tmp_path / "pipeline")) != before != digest()


def test_a_pipeline_that_is_nowhere_has_none() -> None:
    with pytest.raises(ModelError, match="no spaCy pipeline"):
        digest("no_such_pipeline")
