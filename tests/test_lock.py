"""The locked environment is in step with what setup.cfg asks for."""

from __future__ import annotations

import re
from configparser import ConfigParser
from pathlib import Path

from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / "requirements-dev.txt").read_text(encoding="utf-8")


def asked() -> list[Requirement]:
    settings = ConfigParser()
    settings.read(ROOT / "setup.cfg")
    extras = [settings["options.extras_require"][name] for name in ("dev", "mcp")]
    lines = "\n".join((settings["options"]["install_requires"], *extras)).splitlines()
    return [Requirement(line) for line in lines if line.strip() and not line.lstrip().startswith("#")]


def locked() -> dict[str, list[Version]]:
    found: dict[str, list[Version]] = {}
    for name, version in re.findall(r"^([\w.-]+)==([^\s;\\]+)", LOCK, re.MULTILINE):
        found.setdefault(plain(name), []).append(Version(version))
    return found


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_whatever_is_asked_for_is_locked_to_a_version_that_fits() -> None:
    versions = locked()
    assert [
        str(one)
        for one in asked()
        if not any(one.specifier.contains(version) for version in versions.get(plain(one.name), ()))
    ] == []


def test_every_package_has_hashes() -> None:
    blocks = re.split(r"^(?=[\w.-]+==)", LOCK, flags=re.MULTILINE)[1:]
    assert len(blocks) > 100
    assert [block.partition(" ")[0] for block in blocks if "--hash=sha256:" not in block] == []
