"""Ask Jena in a process of its own: jena.py FOLDER FILE..., queries as JSON from stdin, answers as JSON to stdout.

The files go into a TDB2 database in FOLDER, and ARQ answers. One process answers all: a virtual machine starts slowly.
"""

from __future__ import annotations

import json
import sys
import zipfile
from pathlib import Path

import jpype
import jpype.imports

JARS = Path("/usr/share/java")
LIBRARIES = ("jena-*", "caffeine", "commons-*", "gson", "guava", "jackson-*", "thrift", "slf4j-api", "slf4j-nop")
# Debian's jar of Jena looks for these messages of its XML datatypes where they were before it moved the classes.
MOVED = "org/apache/jena/ext/xerces/"


def main(folder: Path, *files: str) -> None:
    _restore_messages(folder / "messages")
    jars = [folder / "messages", *(jar for name in LIBRARIES for jar in sorted(JARS.glob(f"{name}.jar")))]
    jpype.startJVM("-Dorg.slf4j.simpleLogger.defaultLogLevel=error", classpath=[str(jar) for jar in jars])
    from org.apache.jena.query import QueryExecutionFactory, ReadWrite, ResultSetFormatter  # type: ignore[import-not-found]
    from org.apache.jena.riot import RDFDataMgr  # type: ignore[import-not-found]
    from org.apache.jena.tdb2 import TDB2Factory  # type: ignore[import-not-found]

    data = TDB2Factory.connectDataset(str(folder / "tdb2"))
    data.begin(ReadWrite.WRITE)
    for file in files:
        RDFDataMgr.read(data, file)
    data.commit()
    data.end()
    data.begin(ReadWrite.READ)
    answers = []
    for text in json.load(sys.stdin):
        asked = QueryExecutionFactory.create(text, data)
        stream = jpype.java.io.ByteArrayOutputStream()
        ResultSetFormatter.outputAsJSON(stream, asked.execSelect())
        answers.append(json.loads(str(stream.toString("UTF-8"))))
    json.dump(answers, sys.stdout)


def _restore_messages(folder: Path) -> None:
    with zipfile.ZipFile(JARS / "jena-core.jar") as jar:
        for name in jar.namelist():
            if name.startswith(f"{MOVED}impl/") and not name.endswith(("/", ".class")):
                target = folder / name.removeprefix("org/apache/jena/ext/")
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(jar.read(name))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
