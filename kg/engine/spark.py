"""Articles found and read by Apache Spark: files are shared among machines, then articles; the records come back."""

from __future__ import annotations

import pickle
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from math import ceil
from typing import TYPE_CHECKING, Final

import msgspec

from kg.engine.orders import ARTICLES, FILES, RECORDS, find, problem_of, read
from kg.engine.session import TASKS, session, telling
from kg.engine.spreading import spread_on
from kg.records import Document
from kg.serialize import from_json

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from pyspark.sql import SparkSession

    from kg.engine.orders import Orders
    from kg.errors import KgError
    from kg.ingest import Row
    from kg.records import DocumentRecord
    from kg.spread import Spread

_SHARE: Final = 256
"""Articles that one task reads: some minutes of work, which is what a lost machine costs."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """A session of the cluster that reads numbered files, which all of its machines see, as they see the folder.

    That takes what comes of the files and of all else that is worked on there.
    """

    spark: SparkSession
    files: Sequence[tuple[int, Row]]
    orders: Orders
    folder: str

    def read(self, *, held: Collection[str] = ()) -> Iterator[DocumentRecord | Document | KgError]:
        """Yield the record of every article of the files, or why there is none, in any order.

        Of an article whose record is `held`, by its key, nothing is read, and it is yielded itself. Raises KgError
        where Spark gives up.
        """
        count = find_articles(self.spark, self.files, self.orders, self.folder)
        read_articles(self.spark, count, self.orders, self.folder, held)
        yield from told(self.spark, self.folder)

    @property
    def spread(self) -> Spread:
        """How work is done on the machines of the cluster."""
        return spread_on(self.spark, self.orders, self.folder)


@contextmanager
def cluster(master: str, files: Sequence[tuple[int, Row]], orders: Orders, folder: str) -> Iterator[Cluster]:
    """Give the cluster at `master`; KgError where it does not answer."""
    with session(master) as spark:
        yield Cluster(spark, files, orders, folder)


def find_articles(spark: SparkSession, files: Sequence[tuple[int, Row]], orders: Orders, folder: str) -> int:
    """Write the articles of files below a folder that all machines share, and return how many there are."""
    rows = [(source, pickle.dumps(row)) for source, row in files]
    tasks = min(len(rows), TASKS * spark.sparkContext.defaultParallelism)
    with telling():
        found = spark.createDataFrame(spark.sparkContext.parallelize(rows, tasks), FILES)
        found.mapInArrow(partial(find, orders), ARTICLES).write.mode("overwrite").parquet(_articles(folder))
        return int(spark.read.parquet(_articles(folder)).where("document IS NOT NULL").count())


def read_articles(spark: SparkSession, count: int, orders: Orders, folder: str, held: Collection[str]) -> None:
    """Read so many articles below the folder, each id once, and write their records below it, but for those held."""
    from pyspark.sql import Window
    from pyspark.sql.functions import broadcast, first, lit, row_number, when

    cores = spark.sparkContext.defaultParallelism
    # A number that is given is kept: adaptive execution would put small shares together for one core.
    tasks = max(1, min(count, max(TASKS * cores, ceil(count / _SHARE))))
    of_one_id = Window.partitionBy("id").orderBy("source", "number")
    with telling():
        articles = spark.read.parquet(_articles(folder)).where("document IS NOT NULL").repartition(tasks, "id")
        before = when(row_number().over(of_one_id) > 1, first("place").over(of_one_id))
        once = articles.select("id", "place", "document", "key", before.alias("first"))
        known = spark.createDataFrame([(key,) for key in held], "key string").withColumn("held", lit(True))
        told = once.join(broadcast(known), "key", "left")
        told.mapInArrow(partial(read, orders), RECORDS).write.mode("overwrite").parquet(_records(folder))


def told(spark: SparkSession, folder: str) -> Iterator[DocumentRecord | Document | KgError]:
    """Yield what `find_articles` and `read_articles` wrote: records, articles that are held, and problems of others."""
    with telling():
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
