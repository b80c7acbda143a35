"""The network as ordinary spaCy components: one that reads, and three that write what it read into the Doc."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.scorer import Scorer, get_ner_prf
from spacy.tokens import Doc, Span

from kg.errors import ModelError
from kg.language import events, symbols
from kg.language.analysis import Ends, analyse
from kg.language.labels import ENTITY_TYPES, PREFIXES, labels_from_json
from kg.language.lexicon import lexicon_from_json
from kg.language.network import Network, open_network
from kg.language.subwords import piece_id, piece_lookup
from kg.language.tokens import keep_runs
from kg.language.windows import Forms, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from spacy.training import Example

#: Key in Doc.user_data of the analysis, an array with the columns of kg.language.symbols.
ANALYSIS = "kg_language"
FILES = ("encoder.onnx", "labeller.onnx", "labels.json", "lexicon.json", "tokenizer.json")
#: Further files of a model that reads events.
EVENT_FILES = ("events.onnx", "roles.onnx")


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
        branch = tuple(files[name] for name in EVENT_FILES if name in files)
        self._network: Network = open_network(files["encoder.onnx"], files["labeller.onnx"], branch)
        self._forms = Forms(piece_lookup(tokenizer))
        self._ends = Ends(piece_id(tokenizer, "[CLS]"), piece_id(tokenizer, "[SEP]"), self._labels.dep.index("root"))
        self._files = files

    def __call__(self, doc: Doc) -> Doc:
        """Return the document with its analysis."""
        if not self._files:
            raise ModelError("the language model has no weights", remedy="load it with kg.language.load()")
        translator = self._translator
        if translator is None or translator.vocab is not doc.vocab:
            translator = symbols.Translator(self._labels, self._lexicon, doc.vocab)
            # What a vocabulary learns in a memory zone it forgets behind it.
            self._translator = None if doc.vocab.in_memory_zone else translator  # type: ignore[attr-defined]  # not in spaCy's stubs
        words = words_of(doc, self._forms)
        table, candidates = analyse(words, self._network, self._ends)
        doc.user_data[ANALYSIS] = translator.translate(doc, words.tokens, table)
        if candidates is not None:
            events.keep(doc, words.tokens, candidates)
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
        self.open({name: (folder / name).read_bytes() for name in (*FILES, *EVENT_FILES) if (folder / name).exists()})
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


@dataclass(frozen=True, slots=True)
class Writer:
    """A component that writes part of the analysis into the Doc, and scores that part for `Language.evaluate`."""

    write: Callable[[Doc], Doc]
    measure: Callable[[Iterable[Example]], dict[str, Any]]

    def __call__(self, doc: Doc) -> Doc:
        """Return the document with the part written."""
        return self.write(doc)

    def score(self, examples: Iterable[Example], **options: object) -> dict[str, Any]:
        """Return spaCy's scores of the part."""
        del options
        return self.measure(examples)


@Language.factory("kg_tagger", assigns=["token.tag", "token.pos", "token.morph", "token.lemma"])
def tagger(nlp: Language, name: str) -> Writer:
    """Return the component that writes fine tags, parts of speech, morphology and lemmas."""
    del nlp, name
    return Writer(write_tags, score_tags)


@Language.factory("kg_parser", assigns=["token.head", "token.dep", "token.is_sent_start", "doc.sents"])
def parser(nlp: Language, name: str) -> Writer:
    """Return the component that writes heads, dependency labels and, through them, sentences."""
    del nlp, name
    return Writer(write_trees, score_trees)


@Language.factory("kg_ner", assigns=["doc.ents", "token.ent_iob", "token.ent_type"])
def ner(nlp: Language, name: str) -> Writer:
    """Return the component that writes entities, over those that a component before has set."""
    del nlp, name
    return Writer(write_names, score_names)


def write_tags(doc: Doc) -> Doc:
    """Return the document with tags, parts of speech, morphology and lemmas."""
    columns = [symbols.TAG, symbols.POS, symbols.MORPH, symbols.LEMMA]
    written: Doc = doc.from_array(["TAG", "POS", "MORPH", "LEMMA"], _analysis(doc)[:, columns])  # type: ignore[arg-type]
    return written


def write_trees(doc: Doc) -> Doc:
    """Return the document with heads, labels and sentences."""
    columns = [symbols.HEAD, symbols.DEP]
    written: Doc = doc.from_array(["HEAD", "DEP"], _analysis(doc)[:, columns])  # type: ignore[arg-type]
    return written


def write_names(doc: Doc) -> Doc:
    """Return the document with entities."""
    spans, start = [], 0
    for index, number in enumerate(_analysis(doc)[:, symbols.NAME].tolist()):
        if not number:
            continue
        kind, prefix = divmod(number - 1, len(PREFIXES))
        if PREFIXES[prefix] in "BS":
            start = index
        if PREFIXES[prefix] in "ES":
            spans.append(Span(doc, start, index + 1, label=ENTITY_TYPES[kind]))
    doc.set_ents(spans, default="outside")
    return doc


def score_tags(examples: Iterable[Example]) -> dict[str, Any]:
    """Return accuracies of tags, parts of speech, morphology and lemmas."""
    examples = list(examples)
    return {
        k: v for attr in ("tag", "pos", "morph", "lemma") for k, v in Scorer.score_token_attr(examples, attr).items()
    }


def score_trees(examples: Iterable[Example]) -> dict[str, Any]:
    """Return attachment scores without punctuation, and the F of sentences."""
    examples = list(examples)
    scores = Scorer.score_deps(examples, "dep", ignore_labels=("p", "punct"), head_attr="head", labels=())
    return scores | Scorer.score_spans(examples, "sents", has_annotation=_has_sentences)


def score_names(examples: Iterable[Example]) -> dict[str, Any]:
    """Return precision, recall and F of entities, over all and by type."""
    return dict(get_ner_prf(list(examples)))


def _has_sentences(doc: Doc) -> bool:
    return doc.has_annotation("SENT_START")


def pipeline(files: dict[str, bytes]) -> Language:
    """Return an English pipeline around a trained network's FILES, and EVENT_FILES if it has them."""
    meta = {
        "name": "newskg",
        "version": "0.1.0",
        "description": "Tags, syntax, names and events for English news",
        "license": "CC BY-SA 4.0",
        "spacy_version": ">=3.8.4,<3.9.0",
    }
    nlp = spacy.blank("en", meta=meta)
    keep_runs(nlp)
    reader: Any = nlp.add_pipe("kg_encoder", name="encoder")
    reader.open(files)
    reads_events = all(name in files for name in EVENT_FILES)
    for factory in ("kg_tagger", "kg_parser", "kg_ner", *(["kg_events"] if reads_events else [])):
        nlp.add_pipe(factory, name=factory.removeprefix("kg_"))
    return nlp
