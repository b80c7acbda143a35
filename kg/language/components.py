"""The network as ordinary spaCy components: one that reads, and three that write what it read into the Doc."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.errors import ModelError
from kg.language import symbols
from kg.language.analysis import Ends, analyse
from kg.language.labels import ENTITY_TYPES, PREFIXES, labels_from_json
from kg.language.lexicon import lexicon_from_json
from kg.language.network import Network, open_network
from kg.language.subwords import piece_id, piece_lookup
from kg.language.windows import Forms, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: Key in Doc.user_data of the analysis, an array with the columns of kg.language.symbols.
ANALYSIS = "kg_language"
FILES = ("encoder.onnx", "labeller.onnx", "labels.json", "lexicon.json", "tokenizer.json")


class Encoder:
    """Reads documents with the network; the analysis goes to Doc.user_data for the components behind it."""

    def __init__(self, name: str) -> None:
        """Make an encoder without weights."""
        self.name = name
        self._files: dict[str, bytes] = {}
        self._translator: symbols.Translator | None = None

    def open(self, files: dict[str, bytes]) -> None:
        """Take over the model's files; raises ModelError where they are incomplete or broken."""
        from tokenizers import Tokenizer

        missing = [name for name in FILES if name not in files]
        if missing:
            raise ModelError(f"the language model lacks {', '.join(missing)}", remedy="reinstall newskg")
        tokenizer = Tokenizer.from_str(files["tokenizer.json"].decode())
        self._labels = labels_from_json(files["labels.json"].decode())
        self._lexicon = lexicon_from_json(files["lexicon.json"].decode())
        self._network: Network = open_network(files["encoder.onnx"], files["labeller.onnx"])
        self._forms = Forms(piece_lookup(tokenizer))
        self._ends = Ends(piece_id(tokenizer, "[CLS]"), piece_id(tokenizer, "[SEP]"), self._labels.dep.index("root"))
        self._files = files

    def __call__(self, doc: Doc) -> Doc:
        """Return the document with its analysis."""
        if not self._files:
            raise ModelError("the language model has no weights", remedy="load it with kg.language.load()")
        if self._translator is None or self._translator.vocab is not doc.vocab:
            self._translator = symbols.Translator(self._labels, self._lexicon, doc.vocab)
        words = words_of(doc, self._forms)
        table = analyse(words, self._network, self._ends)
        doc.user_data[ANALYSIS] = self._translator.translate(doc, words.tokens, table)
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 1) -> Iterator[Doc]:
        """Yield the documents in order; the batch size changes nothing, as windows are read one by one."""
        del batch_size
        yield from map(self, stream)

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        """Write the model's files into a folder."""
        del exclude
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in self._files.items():
            (folder / name).write_bytes(content)

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> Encoder:
        """Read the model's files from a folder."""
        del exclude
        folder = Path(path)
        self.open({name: (folder / name).read_bytes() for name in FILES if (folder / name).exists()})
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Return the model's files as one message."""
        import srsly  # type: ignore[import-untyped]

        del exclude
        return bytes(srsly.msgpack_dumps(self._files))

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Encoder:
        """Take over the files in a message of `to_bytes`."""
        import srsly

        del exclude
        self.open(srsly.msgpack_loads(data))
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the files, not the sessions: worker processes open their own."""
        return _unpickle, (self.name, self._files)


def _unpickle(name: str, files: dict[str, bytes]) -> Encoder:
    encoder = Encoder(name)
    if files:
        encoder.open(files)
    return encoder


def _analysis(doc: Doc) -> symbols.Symbols:
    """Return the analysis of a document; raises ModelError where no encoder has read it."""
    table = doc.user_data.get(ANALYSIS)
    if table is None:
        raise ModelError("a component ran without the encoder", remedy="keep kg_encoder in the pipeline before it")
    return np.asarray(table, dtype=np.uint64)


@Language.factory("kg_encoder")
def make_encoder(nlp: Language, name: str) -> Encoder:
    """Return an encoder without weights; `from_disk` or `open` gives it some."""
    del nlp
    return Encoder(name)


@Language.component("kg_tagger", assigns=["token.tag", "token.pos", "token.morph", "token.lemma"])
def tagger(doc: Doc) -> Doc:
    """Write fine tags, parts of speech, morphology and lemmas into the Doc."""
    columns = [symbols.TAG, symbols.POS, symbols.MORPH, symbols.LEMMA]
    written: Doc = doc.from_array(["TAG", "POS", "MORPH", "LEMMA"], _analysis(doc)[:, columns])  # type: ignore[arg-type]
    return written


@Language.component("kg_parser", assigns=["token.head", "token.dep", "token.is_sent_start", "doc.sents"])
def parser(doc: Doc) -> Doc:
    """Write heads, dependency labels and, through them, sentences into the Doc."""
    written: Doc = doc.from_array(["HEAD", "DEP"], _analysis(doc)[:, [symbols.HEAD, symbols.DEP]])  # type: ignore[arg-type]
    return written


@Language.component("kg_ner", assigns=["doc.ents", "token.ent_iob", "token.ent_type"])
def ner(doc: Doc) -> Doc:
    """Write entities into the Doc, over those that a component before has set."""
    classes = _analysis(doc)[:, symbols.NAME].tolist()
    spans, start = [], 0
    for index, number in enumerate(classes):
        if not number:
            continue
        kind, prefix = divmod(number - 1, len(PREFIXES))
        if PREFIXES[prefix] in "BS":
            start = index
        if PREFIXES[prefix] in "ES":
            spans.append(Span(doc, start, index + 1, label=ENTITY_TYPES[kind]))
    doc.set_ents(spans, default="outside")
    return doc


def pipeline(files: dict[str, bytes]) -> Language:
    """Return an English pipeline around a trained network's FILES, as the recipe exports them."""
    meta = {"name": "newskg", "description": "Tags, syntax and names for English news", "license": "CC BY-SA 4.0"}
    nlp = spacy.blank("en", meta=meta)
    reader: Any = nlp.add_pipe("kg_encoder", name="encoder")
    reader.open(files)
    for factory in ("kg_tagger", "kg_parser", "kg_ner"):
        nlp.add_pipe(factory, name=factory.removeprefix("kg_"))
    return nlp
