"""`kg build --engine spark` on a cluster of two machines, one of which is killed: the graph is that of one machine."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.engine.orders import Orders
from kg.engine.session import session
from kg.engine.spreading import spread_on
from kg.errors import GraphError
from kg.ingest import Metadata
from kg.knowledge.files import shipped_folder
from kg.knowledge.gate import Precision
from kg.pipeline import keys_of
from kg.workers import Budget
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.knowledge import Knowledge

pytest.importorskip("pyspark", reason="pyspark is not installed: pip install '.[spark]'")
parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed: pip install '.[spark]'")
if shutil.which("java") is None:
    pytest.skip("no Java on this machine: apt-get install default-jre-headless", allow_module_level=True)

TEXTS = (
    "Putin called Trump on 3 July 2025.",
    "Israel bombed Beirut on 4 July 2025.",
    "Zelenskyy met Macron in Paris on 1 July 2025.",
    "Gunmen attacked a convoy near Mosul on 2 July 2025, killing 3 people.",
)
FASTER = '"-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"'
CLUSTER = (
    "--conf spark.ui.enabled=false --conf spark.ui.showConsoleProgress=false"
    f" --conf spark.executor.extraJavaOptions={FASTER} --driver-java-options {FASTER} pyspark-shell"
)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Articles in files of several kinds, of which one line, one file and one id are broken."""
    folder = tmp_path / "news"
    folder.mkdir()
    for number, text in enumerate(TEXTS):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    rows = [json.dumps({"id": "0", "text": TEXTS[1]}), "no json", json.dumps({"text": f"{TEXTS[0]} {TEXTS[3]}"})]
    (folder / "more.jsonl").write_text("\n".join(rows), encoding="utf-8")
    (folder / "binary.txt").write_bytes(b"a\0b")
    return folder


def executors(parent: int) -> list[int]:
    """The processes below one, which this test started, that are machines of Spark's cluster."""
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            pid, _, rest = stat.read_text().partition(" ")
        except (FileNotFoundError, ProcessLookupError):
            continue
        children.setdefault(int(rest.rpartition(")")[2].split()[1]), []).append(int(pid))
    found, waiting = [], [parent]
    while waiting:
        below = children.get(waiting.pop(), [])
        waiting += below
        found += [pid for pid in below if b"CoarseGrainedExecutorBackend" in Path(f"/proc/{pid}/cmdline").read_bytes()]
    return sorted(found)


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked for in /proc")
def test_two_machines_of_which_one_dies_give_the_graph_of_one(tmp_path: Path, news: Path) -> None:
    alone = CliRunner().invoke(main, ["build", str(news), "-o", str(tmp_path / "alone"), "--no-view"])
    assert alone.exit_code == 1, alone.output
    out = tmp_path / "out"
    options = ["--no-view", "--engine", "spark", "--master", "local-cluster[2,1,1024]"]
    command = [sys.executable, "-m", "kg", "build", news.name, "-o", out.name, *options]
    with (tmp_path / "said").open("w+") as said:
        settings = os.environ | {"PYSPARK_SUBMIT_ARGS": CLUSTER}
        process = subprocess.Popen(command, stderr=said, stdout=said, env=settings, cwd=tmp_path)  # noqa: S603 (our own)
        try:
            killed = _kill_one_that_reads(process, out / "spark" / "records")
            code = process.wait(300)
        finally:
            process.kill()
        said.seek(0)
        words = said.read()
    assert killed
    assert code == 1, words
    assert (out / "graph.ttl").read_bytes() == (tmp_path / "alone" / "graph.ttl").read_bytes()
    problems = [line for line in alone.stderr.splitlines() if "news/" in line]
    assert len(problems) == 3
    assert all(problem in words for problem in problems), words
    assert "5 documents (3 could not be read)" in words


def _kill_one_that_reads(process: subprocess.Popen[bytes], records: Path) -> bool:
    """Kill one machine as soon as the job that reads has begun; say whether it had not ended by then."""
    end = time.monotonic() + 300
    while not (records / "_temporary").exists():
        assert process.poll() is None, "it ended before anything was read"
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.05)
    os.kill(executors(process.pid)[0], signal.SIGKILL)
    return not (records / "_SUCCESS").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked for in /proc")
def test_work_on_two_machines_of_which_one_dies_gives_the_results_in_turn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYSPARK_SUBMIT_ARGS", CLUSTER)
    begun = tmp_path / "begun"

    def set_up(knowledge: Knowledge) -> Callable[[int], tuple[int, str]]:
        def work(number: int) -> tuple[int, str]:
            begun.touch()
            time.sleep(0.01)
            if number < 0:
                raise GraphError("no such number", place="here")
            return number, knowledge.digest

        return work

    def kill_one_that_works() -> None:
        while not begun.exists():
            time.sleep(0.02)
        os.kill(executors(os.getpid())[0], signal.SIGKILL)

    things = [number * number for number in range(200)]
    with session("local-cluster[2,1,1024]") as spark:
        keys = keys_of(None, KNOWLEDGE, Precision.BALANCED)
        orders = Orders(shipped_folder(), None, Precision.BALANCED, Budget(), Metadata(), (), keys)
        spread = spread_on(spark, orders, str(tmp_path / "work"))
        assert list(spread(set_up, [])) == []
        killing = Thread(target=kill_one_that_works, daemon=True)
        killing.start()
        assert list(spread(set_up, iter(things))) == [(number, KNOWLEDGE.digest) for number in things]
        killing.join(30)
        assert not killing.is_alive()
        with pytest.raises(GraphError, match="here: no such number"):
            list(spread(set_up, [1, -1, 2]))


def test_what_a_collection_holds_is_not_read_again(news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYSPARK_SUBMIT_ARGS", CLUSTER)

    def built(name: str, *options: str) -> bytes:
        result = CliRunner().invoke(main, ["build", str(news), "-o", str(tmp_path / name), "--no-view", *options])
        assert result.exit_code == 1, result.output
        assert "(3 could not be read)" in result.output
        return (tmp_path / name / "graph.ttl").read_bytes()

    def read_by_spark() -> list[str]:
        rows = parquet.read_table(tmp_path / "out" / "spark" / "records").to_pylist()
        return sorted(row["id"] for row in rows if row["record"] is not None)

    elsewhere = ("--engine", "spark", "--master", "local[1]", "--collection", str(tmp_path / "kept"))
    assert built("out", *elsewhere) == built("alone")
    assert read_by_spark() == ["0", "1", "2", "3", "more-3"]
    (news / "1.txt").unlink()
    (news / "2.txt").write_text(TEXTS[1], encoding="utf-8")
    (news / "new.txt").write_text(TEXTS[0], encoding="utf-8")
    assert built("out", *elsewhere) == built("alone again")
    assert read_by_spark() == ["2", "new"]


def test_what_spark_does_not_do_is_one_line(news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def said(*options: str, code: int) -> str:
        result = CliRunner().invoke(
            main, ["build", str(news), "-o", str(tmp_path / "out"), "--engine", "spark", *options]
        )
        assert result.exit_code == code
        return " ".join(result.stderr.replace("│", "").split())

    assert "--cache is of the local engine" in said("--cache", str(tmp_path), code=2)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    assert "Spark needs Java, which is not found (install Java 17, or let JAVA_HOME name its folder)" in said(code=1)
