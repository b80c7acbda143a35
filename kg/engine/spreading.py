"""Work spread over the machines of a cluster: things go out by a folder that all see, and results come back by it."""

from __future__ import annotations

import gc
import pickle
from array import array
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Any

import numpy as np

from kg.engine.orders import RESULTS, THINGS, problem_of, thing_of, work
from kg.engine.rows import tables_of
from kg.engine.session import telling
from kg.spool import waiting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pyspark.sql import SparkSession

    from kg.engine.orders import Orders
    from kg.knowledge import Knowledge
    from kg.spread import Result, Spread, Thing


def spread_on(spark: SparkSession, orders: Orders, folder: str) -> Spread:
    """Return how work is done on the machines of a session, which all see the folder that takes it."""
    places = (f"{folder}/work-{number}" for number in count())

    def spread(
        set_up: Callable[[Knowledge], Callable[[Thing], Result]], things: Iterable[Thing], /
    ) -> Iterator[Result]:
        place = next(places)
        with telling():
            if not _send(spark, things, f"{place}/things"):
                return
            todo = spark.read.parquet(f"{place}/things").mapInArrow(partial(work, orders, set_up), RESULTS)
            todo.write.mode("overwrite").parquet(f"{place}/results")
            yield from _results(spark, f"{place}/results")

    return spread


def _send(spark: SparkSession, things: Iterable[Any], place: str) -> bool:
    """Write things, with their numbers, a table after the other; say whether there are any."""
    rows = ((number, pickle.dumps(thing)) for number, thing in enumerate(things))
    mode = "overwrite"
    for table in tables_of(rows, THINGS):
        spark.createDataFrame(table).write.mode(mode).parquet(place)
        mode = "append"
        gc.collect(1)  # as long as a table is known here, the JVM has what was sent by it in memory
    return mode == "append"


def _results(spark: SparkSession, place: str) -> Iterator[Any]:
    """Yield results by their numbers; raise what was raised where one was made."""
    numbers = array("L")

    def came() -> Iterator[bytes]:
        for number, result, problem in spark.read.parquet(place).toLocalIterator(prefetchPartitions=True):
            if problem is not None:
                raise problem_of(bytes(problem))
            numbers.append(number)
            yield bytes(result)

    with waiting(came(), bytes) as results:
        yield from map(thing_of, results.in_order(np.argsort(np.asarray(numbers)).tolist()))
