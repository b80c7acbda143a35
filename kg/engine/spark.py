"""Articles found and read by Apache Spark: files are shared among machines, then articles; the records come back."""

from __future__ import annotations

import os
import pickle
import re
import shutil
import sys
import warnings
from contextlib import contextmanager, suppress
from functools import partial
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from kg.engine.orders import ARTICLES, FILES, MOST_BYTES, MOST_ROWS, RECORDS, find, problem_of, read
from kg.errors import KgError
from kg.records import Document
from kg.serialize import from_json

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from pyspark.sql import SparkSession

    from kg.engine.orders import Orders
    from kg.ingest import Row
    from kg.records import DocumentRecord

_SHARE: Final = 256
"""Articles that one task reads: some minutes of work, which is what a lost machine costs."""
_TASKS: Final = 4
"""For each core where there are few articles, so that a slow one holds up no other core."""
_RAISED: Final = re.compile(r"^\s*(?:[\w$]+\.)*\w*(?:Error|Exception|LeftOut): (?P<words>.+)$", re.MULTILINE)


def read_on(
    master: str, files: Sequence[tuple[int, Row]], orders: Orders, folder: str, *, held: Collection[str] = ()
) -> Iterator[DocumentRecord | Document | KgError]:
    """Yield the record of every article of numbered files, or why there is none, in any order.

    They are found and read on the machines of the cluster at `master`, which all see the files, and the folder that
    takes what comes of it. Of an article whose record is `held`, by its key, nothing is read, and it is yielded itself.
    Raises KgError where Spark gives up.
    """
    with session(master) as spark:
        count = find_articles(spark, files, orders, folder)
        read_articles(spark, count, orders, folder, held)
        yield from told(spark, folder)


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
        with _telling():
            spark = builder.getOrCreate()
            spark.sparkContext.setLogLevel("ERROR")
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
        "spark.sql.parquet.columnarReaderBatchSize": str(MOST_ROWS),
        "spark.sql.parquet.compression.codec": "zstd",
        "spark.python.worker.reuse": "true",
        # To compile the few columns that are moved takes longer than to move them.
        "spark.sql.codegen.wholeStage": "false",
        "spark.sql.codegen.factoryMode": "NO_CODEGEN",
        "spark.executorEnv.OMP_NUM_THREADS": "1",
    }


def find_articles(spark: SparkSession, files: Sequence[tuple[int, Row]], orders: Orders, folder: str) -> int:
    """Write the articles of files below a folder that all machines share, and return how many there are."""
    rows = [(source, pickle.dumps(row)) for source, row in files]
    tasks = min(len(rows), _TASKS * spark.sparkContext.defaultParallelism)
    with _telling():
        found = spark.createDataFrame(spark.sparkContext.parallelize(rows, tasks), FILES)
        found.mapInArrow(partial(find, orders), ARTICLES).write.mode("overwrite").parquet(_articles(folder))
        return int(spark.read.parquet(_articles(folder)).where("document IS NOT NULL").count())


def read_articles(spark: SparkSession, count: int, orders: Orders, folder: str, held: Collection[str]) -> None:
    """Read so many articles below the folder, each id once, and write their records below it, but for those held."""
    from pyspark.sql import Window
    from pyspark.sql.functions import broadcast, first, lit, row_number, when

    cores = spark.sparkContext.defaultParallelism
    # A number that is given is kept: adaptive execution would put small shares together for one core.
    tasks = max(1, min(count, max(_TASKS * cores, ceil(count / _SHARE))))
    of_one_id = Window.partitionBy("id").orderBy("source", "number")
    with _telling():
        articles = spark.read.parquet(_articles(folder)).where("document IS NOT NULL").repartition(tasks, "id")
        before = when(row_number().over(of_one_id) > 1, first("place").over(of_one_id))
        once = articles.select("id", "place", "document", "key", before.alias("first"))
        known = spark.createDataFrame([(key,) for key in held], "key string").withColumn("held", lit(True))
        told = once.join(broadcast(known), "key", "left")
        told.mapInArrow(partial(read, orders), RECORDS).write.mode("overwrite").parquet(_records(folder))


def told(spark: SparkSession, folder: str) -> Iterator[DocumentRecord | Document | KgError]:
    """Yield what `find_articles` and `read_articles` wrote: records, articles that are held, and problems of others."""
    with _telling():
        found = spark.read.parquet(_articles(folder)).where("problem IS NOT NULL").orderBy("source", "place")
        for (problem,) in found.select("problem").toLocalIterator():
            yield problem_of(bytes(problem))
        records = spark.read.parquet(_records(folder)).select("record", "document", "problem")
        for record, document, problem in records.toLocalIterator(prefetchPartitions=True):
            if record is not None:
                yield from_json(bytes(record))
            else:
                yield problem_of(bytes(problem)) if document is None else msgspec.json.decode(document, type=Document)


def _articles(folder: str) -> str:
    return f"{folder}/articles"


def _records(folder: str) -> str:
    return f"{folder}/records"


@contextmanager
def _telling() -> Iterator[None]:
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
