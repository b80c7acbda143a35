"""The component `kg_events`: what the network takes for events, as plain records and as spans to show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.errors import ModelError
from kg.language.phrases import phrase
from kg.language.predicted import EVENTS, SPANS, predictions

if TYPE_CHECKING:
    from kg.language.network import Integers
    from kg.language.triggers import Candidates

#: Key in Doc.user_data of the rows of kg.language.triggers, words as token indices, without phrases.
CANDIDATES = "kg_language_events"


def keep(doc: Doc, tokens: Integers, candidates: Candidates) -> None:
    """Leave candidates in a Doc for the component, given the token index of each of its words."""
    arguments: dict[int, list[list[int]]] = {}
    for row, word, role, score in candidates.arguments.tolist():
        arguments.setdefault(row, []).append([int(tokens[word]), role, score])
    doc.user_data[CANDIDATES] = [
        [int(tokens[word]), *rest, arguments.get(row, [])]
        for row, (word, *rest) in enumerate(candidates.triggers.tolist())
    ]


@Language.factory("kg_events", assigns=["doc._.kg_events", "doc.spans"], requires=["token.dep", "doc.sents"])
def make_events(nlp: Language, name: str) -> Events:
    """Return the component that writes events; it works behind `kg_encoder`, a parser and, better, `kg_ner`."""
    del nlp, name
    return Events()


@dataclass(frozen=True, slots=True)
class Events:
    """Writes the events that the encoder has read to `doc._.kg_events`, their triggers to `doc.spans["kg_events"]`."""

    def __call__(self, doc: Doc) -> Doc:
        """Return the document with its events; raises ModelError where no encoder has read them."""
        rows = doc.user_data.get(CANDIDATES)
        if rows is None:
            raise ModelError(
                "nothing has read events before kg_events",
                remedy="keep the packaged kg_encoder in the pipeline before it, or take kg_events out",
            )
        if rows and not doc.has_annotation("DEP"):
            raise ModelError("kg_events finds no trees", remedy="keep a parser in the pipeline before it")
        doc.user_data[EVENTS] = [
            [*rest, [[head, *phrase(doc[head]), role, score] for head, role, score in arguments]]
            for *rest, arguments in rows
        ]
        spans = (Span(doc, event.trigger, event.trigger + 1, label=event.kind) for event in predictions(doc))
        doc.spans[SPANS] = list(spans)
        return doc


# A getter, so that a Doc carries numbers alone, which spaCy can serialise.
Doc.set_extension("kg_events", getter=predictions, force=True)
