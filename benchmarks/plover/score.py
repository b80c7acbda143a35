"""Say in how many sentences of PLOVER's gold standard records the graph gives the event the right PLOVER type.

    python benchmarks/plover/score.py PLOVER_GSR_CAMEO.txt [--errors]

The records are at https://github.com/openeventdata/PLOVER (in a folder of their own in later versions). They are the
examples of the CAMEO manual, of 1981-2006, one sentence each, and every sentence is read as a document of its own. Its
type is right if an event that the sentence is evidence of has it. Types that PLOVER has renamed since are read by their
new names, records without an event are left out, and a record that stands twice counts once.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from kg.knowledge import load as load_knowledge
from kg.knowledge.namespaces import DCT, KG, PLOVER
from kg.store.graph import load, pairs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.knowledge.codes import Code

FIELD = re.compile(r'^\s*"(event|eventText|text)":\s*("(?:[^"\\]|\\.)*")', re.MULTILINE)
"""The records are nearly JSON, with comments and a comma too many."""
RENAMED = {"DEMAND": "REQUEST", "DIPLOMACY": "SUPPORT", "DISAPPROVE": "ACCUSE", "FIGHT": "ASSAULT"}


def read_records(path: Path) -> list[tuple[str, str]]:
    """Return type and sentence of each record, in the order of the file."""
    found: dict[tuple[str, str], None] = {}
    for record in re.split(r"(?m)^\{", path.read_text(encoding="utf-8")):
        fields = {name: json.loads(words) for name, words in FIELD.findall(record)}
        if fields.get("eventText") and fields.get("text"):
            found[RENAMED.get(fields["event"], fields["event"]), " ".join(fields["text"].split())] = None
    return list(found)


def types_told(sentences: Sequence[str]) -> dict[int, set[str]]:
    """Return the PLOVER types of the events of each sentence, by its place."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "sentences.jsonl"
        documents = ({"id": f"sentence-{at}", "text": words} for at, words in enumerate(sentences))
        source.write_text("".join(f"{json.dumps(document)}\n" for document in documents), encoding="utf-8")
        command = [sys.executable, "-m", "kg", "build", str(source), "-o", folder, "--no-view"]
        built = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603 (our own program)
        if built.returncode:
            sys.exit(built.stderr)
        store = load(Path(folder) / "graph.ttl")
    document, name = dict(pairs(store, KG + "document")), dict(pairs(store, DCT + "identifier"))
    codes, known = defaultdict(set), load_knowledge().codes
    for event, code in pairs(store, KG + "code"):
        if code.startswith(PLOVER):
            codes[event].add(type_of(known[code], known))
    told: defaultdict[int, set[str]] = defaultdict(set)
    for event, mention in pairs(store, KG + "evidence"):
        told[int(name[document[mention]].rpartition("-")[2])] |= codes[event]
    return told


def type_of(code: Code, known: Mapping[str, Code]) -> str:
    """Return the type that a PLOVER code is, or is a mode of: the code below one of the four quads."""
    above = known[str(code.broader)]
    return code.notation if above.broader is None else type_of(above, known)


def table(records: Sequence[tuple[str, str]], told: Mapping[int, set[str]]) -> Iterator[str]:
    """Yield a line for each type and one for all: how many sentences have it, alone or not, only others, or none."""
    counts = {kind: Counter[str]() for kind in sorted({kind for kind, _ in records})}
    for at, (kind, _) in enumerate(records):
        types = told.get(at, set())
        what = ("alone" if len(types) == 1 else "beside others") if kind in types else "others" if types else "none"
        counts[kind][what] += 1
    yield "type        sentences  right  right alone  others only  none"
    for kind, count in (*counts.items(), ("all", sum(counts.values(), Counter()))):
        right = count["alone"] + count["beside others"]
        shown = f"{right:5}  {count['alone']:11}  {count['others']:11}  {count['none']:4}"
        yield f"{kind:10}  {count.total():9}  {shown}"


def main() -> None:
    """Read the records and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", type=Path)
    parser.add_argument("--errors", action="store_true", help="print each sentence without its type, with those it has")
    options = parser.parse_args()
    if not options.records.is_file():
        sys.stdout.write(f"skipped: {options.records} is not there (PLOVER's gold standard records)\n")
        return
    records = read_records(options.records)
    told = types_told([words for _, words in records])
    sys.stdout.writelines(f"{line}\n" for line in table(records, told))
    for at, (kind, words) in enumerate(records):
        if options.errors and kind not in told.get(at, ()):
            sys.stdout.write(f"{kind}, told {', '.join(sorted(told.get(at, ()))) or 'nothing'}: {words}\n")


if __name__ == "__main__":
    main()
