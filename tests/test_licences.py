"""What the package promises about licences and about its weights."""

from __future__ import annotations

import re
import shutil
from configparser import ConfigParser
from pathlib import Path

import pytest

from kg.errors import ModelError
from kg.language import MODEL
from kg.language.weights import SUMS, check, sums_of

ROOT = Path(__file__).parents[1]


def test_every_package_that_is_needed_has_its_licence_listed() -> None:
    settings = ConfigParser()
    settings.read(ROOT / "setup.cfg")
    needed = re.findall(r"^([A-Za-z][\w.-]*)", settings["options"]["install_requires"], re.MULTILINE)
    listed = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    assert [name for name in needed if f"| {name.lower().replace('_', '-')} |" not in listed] == []


def test_the_metadata_name_the_licence_of_the_weights() -> None:
    settings = ConfigParser()
    settings.read(ROOT / "setup.cfg")
    assert settings["metadata"]["license"] == "Apache-2.0 AND CC-BY-SA-4.0"
    assert "CC BY-SA 4.0" in (ROOT / "NOTICE").read_text(encoding="utf-8")


def test_the_packaged_weights_are_those_that_were_published() -> None:
    assert (MODEL.parent / SUMS).read_text(encoding="utf-8") == sums_of(MODEL)


def test_weights_that_were_changed_are_not_loaded(tmp_path: Path) -> None:
    shutil.copytree(MODEL, tmp_path / "model")
    check(tmp_path / "model", MODEL.parent / SUMS)
    with (tmp_path / "model" / "encoder" / "encoder.onnx").open("r+b") as stream:
        stream.seek(1000)
        stream.write(b"\0\1\2\3")
    with pytest.raises(ModelError, match=r"encoder\.onnx: is not the file that was published"):
        check(tmp_path / "model", MODEL.parent / SUMS)
