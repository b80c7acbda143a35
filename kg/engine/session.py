"""A session of Spark: what reading needs of it, and what it says in a line where it gives up."""

from __future__ import annotations

import os
import re
import shutil
import sys
import warnings
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kg.engine.rows import MOST_BYTES, MOST_ROWS
from kg.errors import KgError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyspark.sql import SparkSession

TASKS: Final = 4
"""For each core where there is little to do, so that a slow one holds up no other core."""
_READ_AT_ONCE: Final = 2 << 20
"""Bytes of packed rows that one task takes, and that come back together."""
_RAISED: Final = re.compile(r"^\s*(?:[\w$]+\.)*\w*(?:Error|Exception|LeftOut): (?P<words>.+)$", re.MULTILINE)


@contextmanager
def session(master: str) -> Iterator[SparkSession]:
    """Give a session of the cluster at `master`; KgError where Spark or Java is missing or the cluster does not answer.

    What spark-defaults.conf and PYSPARK_SUBMIT_ARGS say holds, but for what the reading itself needs.
    """
    try:
        from py4j.protocol import Py4JError
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise KgError("pyspark is not installed", remedy="pip install 'newskg[spark]'") from error
    if shutil.which("java", path=_java_places()) is None:
        raise KgError(
            "Spark needs Java, which is not found", remedy="install Java 17, or let JAVA_HOME name its folder"
        )
    # Driver and workers must be of one Python; a cluster that has it elsewhere says so before.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    os.environ.setdefault("PYSPARK_DRIVER_PYTHON", sys.executable)
    builder = SparkSession.builder.master(master).appName("kg build")
    for name, value in _settings().items():
        builder = builder.config(name, value)
    with warnings.catch_warnings():
        # It says so of a library that it asks for, and of which nothing is used here.
        warnings.filterwarnings("ignore", message="PySpark does not yet fully support pandas", category=FutureWarning)
        with telling():
            spark = builder.getOrCreate()
            spark.sparkContext.setLogLevel("ERROR")
            spark.conf.set("spark.sql.files.minPartitionNum", TASKS * spark.sparkContext.defaultParallelism)
        try:
            yield spark
        finally:
            # Where the program ends because Spark is gone, there is nothing to stop.
            with suppress(Py4JError):
                spark.stop()


def _java_places() -> str:
    home = os.environ.get("JAVA_HOME")
    return os.pathsep.join(filter(None, (home and str(Path(home) / "bin"), os.environ.get("PATH", os.defpath))))


def _settings() -> dict[str, str]:
    return {
        # Whole articles in the ten thousand rows of a usual batch are more than a worker holds.
        "spark.sql.execution.arrow.maxRecordsPerBatch": str(MOST_ROWS),
        "spark.sql.execution.arrow.maxBytesPerBatch": str(MOST_BYTES),
        # Who reads many rows of a file at once reads half a gigabyte of portions, of 4 MB each.
        "spark.sql.parquet.enableVectorizedReader": "false",
        "spark.sql.parquet.compression.codec": "zstd",
        # What is read at once is at least a group of rows, which comes back to the machine that asks as one result.
        "spark.hadoop.parquet.block.size": str(MOST_BYTES),
        "spark.sql.files.maxPartitionBytes": str(_READ_AT_ONCE),
        "spark.sql.files.openCostInBytes": str(_READ_AT_ONCE >> 5),
        "spark.python.worker.reuse": "true",
        # What was sent stays in the memory of the JVM as long as the query is told of that sent it.
        "spark.sql.ui.retainedExecutions": "1",
        "spark.ui.retainedJobs": "1",
        "spark.ui.retainedStages": "1",
        # To compile the few columns that are moved takes longer than to move them.
        "spark.sql.codegen.wholeStage": "false",
        "spark.sql.codegen.factoryMode": "NO_CODEGEN",
        "spark.executorEnv.OMP_NUM_THREADS": "1",
    }


@contextmanager
def telling() -> Iterator[None]:
    """Say in one line why Spark gave up."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (PySparkException, Py4JError) as error:
        raised = [match["words"] for match in _RAISED.finditer(str(error))]
        words = raised[-1] if raised else str(error).partition("\n")[0]
        remedy = "mend that and build again; the logs of the executors tell more"
        raise KgError(f"Spark gave up: {words}", remedy=remedy) from error
