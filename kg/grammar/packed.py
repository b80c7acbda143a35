"""A parse as bytes and back, so that what the network says of a text is worked out once and needs no spaCy again."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Final

import msgspec

from kg.errors import InputError
from kg.grammar.tree import Doc, Span, Token
from kg.language.predicted import EventPrediction  # msgspec asks what fields are

_WORD: Final = (
    "text",
    "lower_",
    "shape_",
    "is_alpha",
    "is_punct",
    "is_right_punct",
    "is_space",
    "is_title",
    "like_num",
)
"""What hangs on the letters alone."""
_TAGS: Final = ("lemma_", "pos_", "tag_", "dep_", "ent_type_", "ent_iob_", "whitespace_", "is_sent_start")
_word, _tags = attrgetter(*_WORD), attrgetter(*_TAGS)


@dataclass(frozen=True, slots=True)
class _Packed:
    """A parse whose tokens are rows of numbers: those of their word and their tags, place, head, left and right edge.

    Of many words there are few: tokens of the same letters or the same tags share them.
    """

    text: str
    knows_names: bool
    events: tuple[EventPrediction, ...] | None
    words: list[tuple[str, str, str, bool, bool, bool, bool, bool, bool]]
    tags: list[tuple[str, str, str, str, str, str, str, bool, dict[str, str]]]
    tokens: list[tuple[int, int, int, int, int, int]]
    sents: list[tuple[int, int]]
    ents: list[tuple[int, int, str]]


_DECODER: Final = msgspec.msgpack.Decoder(_Packed)


def pack(doc: Doc) -> bytes:
    """Return a parse as bytes, the same for the same parse."""
    words: dict[Any, int] = {}
    tags: dict[Any, int] = {}
    morphs: list[dict[str, str]] = []
    rows = []
    for token in doc:
        word = words.setdefault(_word(token), len(words))
        tag = tags.setdefault((*_tags(token), tuple(token.morph.items())), len(tags))
        if tag == len(morphs):
            morphs.append(dict(token.morph))
        rows.append((word, tag, token.idx, token.head.i, token.left_edge.i, token.right_edge.i))
    whole = _Packed(
        doc.text,
        doc.knows_names,
        doc.events,
        list(words),
        [(*tag[:-1], morph) for tag, morph in zip(tags, morphs, strict=True)],
        rows,
        [(sent.start, sent.end) for sent in doc.sents],
        [(ent.start, ent.end, ent.label_) for ent in doc.ents],
    )
    return msgspec.msgpack.encode(whole)


def unpack(data: bytes) -> Doc:
    """Return the parse of `pack`; raise InputError for anything else."""
    try:
        packed = _DECODER.decode(data)
        doc = Doc(packed.text, packed.knows_names, packed.events)
        words: list[dict[str, Any]] = [dict(zip(_WORD, word, strict=True)) for word in packed.words]
        tags: list[dict[str, Any]] = [dict(zip((*_TAGS, "morph"), tag, strict=True)) for tag in packed.tags]
        doc.tokens = [
            Token(doc=doc, i=i, idx=row[2], **words[row[0]], **tags[row[1]]) for i, row in enumerate(packed.tokens)
        ]
        doc.link([row[3] for row in packed.tokens], [(row[4], row[5]) for row in packed.tokens])
    except (msgspec.DecodeError, IndexError) as error:
        raise InputError(f"no parse: {error}", remedy="read the document anew, with this version") from error
    doc.divide(packed.sents)
    doc.ents = [Span(doc, start, end, label) for start, end, label in packed.ents]
    return doc
