"""An article gives the same bytes on another kind of processor."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ARTICLE = min((Path(__file__).parents[2] / "seeds").glob("*.txt"))
EMULATOR = shutil.which("qemu-x86_64")
OLD = "Haswell"
"""A processor of 2013: AVX2 and FMA, but neither AVX-512 nor VNNI."""


@pytest.mark.skipif(platform.machine() != "x86_64", reason="the processors compared are of one architecture")
@pytest.mark.skipif(EMULATOR is None and "KG_REQUIRE_STORES" not in os.environ, reason="qemu-user is not installed")
def test_an_old_processor_gives_the_graph_of_this_one(tmp_path: Path) -> None:
    graphs = []
    for name, emulator in (("this", []), ("old", [EMULATOR or "qemu-x86_64", "-cpu", OLD])):
        command = [
            *emulator,
            sys.executable,
            "-m",
            "kg",
            "build",
            str(ARTICLE),
            "--no-view",
            "-o",
            str(tmp_path / name),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=600)  # noqa: S603 (our own program)
        graphs.append((tmp_path / name / "graph.ttl").read_bytes())
    assert graphs[0] == graphs[1]
