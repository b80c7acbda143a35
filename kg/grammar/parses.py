"""From a text to its parse by one spaCy pipeline, and from spaCy's Doc to the plain one that all rules read."""

from __future__ import annotations

import re
from contextlib import nullcontext
from typing import TYPE_CHECKING, Final

from kg.errors import ModelError
from kg.grammar.headlines import signatures
from kg.grammar.tree import Doc, Span, Token
from kg.language.predicted import SPANS, predictions

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from spacy.language import Language
    from spacy.tokens import Doc as Parsed
    from spacy.tokens import Token as ParsedToken

LAYERS = ("TAG", "LEMMA", "DEP")
MOST_STRINGS: Final = 20_000
"""Words, lemmas and the like that a pipeline keeps: those of a thousand articles, and so all that are frequent."""
_PLACE, _CAPITALS = r"[^\W\d_a-z][^\n()—–:;“\"]{1,60}?", r"[^\W\d_a-z]{3}[^\na-z()—–:;“\"]*(?:, [^\n()—–:;“\"]{1,40}?)?"
_DATELINE = re.compile(
    rf"^[ \t]*(?:(?:{_PLACE} )?\([^\W\d_a-z][^\n()]{{1,30}}\) ?(?:[—–]|--?)|{_CAPITALS} ?(?:[—–]| --?|/[A-Z]+/\.?))"
    r"\s+(?=[A-Z0-9“\"])",
    re.MULTILINE,
)
"""Where and by whom a paragraph was filed: "KYIV, July 4 (Agency) - ", "GAZA CITY — ", "MOSCOW, July 4. /AGENCY/. "."""
_STOP = re.compile(r"\b(?:[^\W\d_A-Z]{3,}|[12]\d{3})\.[ \t\n]+(?=[^\W\d_a-z])")
"""A full stop that ends no abbreviation: a word in small letters or a year before it, a capital behind it."""


def parse(text: str, nlp: Language) -> Doc:
    """Return the tokens with tags, lemmas, sentences and Universal Dependencies; ModelError if a layer is missing.

    Trees of pipelines with CLEAR labels (`en_core_web_sm` and the like) are turned into Universal Dependencies.
    """
    # spaCy takes a second to import, which nobody needs to spend whose texts are parsed.
    from kg.language.clear import is_clear, to_universal
    from kg.language.tokens import tokenized

    with _words_in_bounds(nlp):
        doc = nlp(_with_known_starts(tokenized(text, nlp)))
        missing = [layer for layer in LAYERS if not doc.has_annotation(layer)] if len(doc) else []
        if missing:
            raise ModelError(
                f"the pipeline gives no {', '.join(missing)}",
                place=str(nlp.meta.get("name")),
                remedy="choose one with a tagger, a lemmatizer and a parser",
            )
        return tree_of(to_universal(doc) if is_clear(doc) else doc)


def _words_in_bounds(nlp: Language) -> AbstractContextManager[object]:
    """Let a pipeline that knows very many words forget those that it meets for the first time meanwhile.

    spaCy keeps every string that it has ever seen; in an archive there are always new ones.
    """
    is_full = len(nlp.vocab.strings) > MOST_STRINGS and not nlp.vocab.in_memory_zone  # type: ignore[attr-defined]  # not in spaCy's stubs
    return nlp.memory_zone() if is_full else nullcontext()


def tree_of(parsed: Parsed) -> Doc:
    """Return what a pipeline says of a text: tokens with tags, the trees of its sentences, names and events."""
    events = predictions(parsed) if SPANS in parsed.spans else None
    doc = Doc(parsed.text, parsed.has_annotation("ENT_IOB"), events)
    doc.tokens = [_token(token, doc) for token in parsed]
    doc.link([token.head.i for token in parsed], [(token.left_edge.i, token.right_edge.i) for token in parsed])
    divided = parsed.has_annotation("SENT_START")
    doc.divide([(sent.start, sent.end) for sent in parsed.sents] if divided else [(0, len(doc))])
    doc.ents = [Span(doc, name.start, name.end, name.label_) for name in parsed.ents]
    return doc


def _with_known_starts(doc: Parsed) -> Parsed:
    """Begin a sentence behind every dateline, whose city parsers take for the subject: "DOHA (Agency) — Iran fired".

    So also where a headline is signed by who says it ("Ukraine attacked Belgorod - Kremlin"), and behind a full stop
    that can be nothing else: parsers run long sentences of one subject together ("We urge Iran ... . We welcome ...").
    What is quoted is left to them, who see that one "he said" is over all of it.
    """
    text = doc.text
    datelines = (dateline.end() for dateline in _DATELINE.finditer(text))
    stops = (stop.end() for stop in _STOP.finditer(text) if not _is_quoted(text, stop.start()))
    for start in (*datelines, *stops, *signatures(text)):
        story = doc.char_span(start, start + 1, alignment_mode="expand")
        if story is not None:
            story[0].is_sent_start = True
    return doc


def _is_quoted(text: str, place: int) -> bool:
    """Say whether quotation marks that are opened before a place in its paragraph are not yet closed."""
    before = text[text.rfind("\n", 0, place) + 1 : place]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _token(token: ParsedToken, doc: Doc) -> Token:
    return Token(
        doc=doc,
        i=token.i,
        idx=token.idx,
        text=token.text,
        lower_=token.lower_,
        lemma_=token.lemma_,
        pos_=token.pos_,
        tag_=token.tag_,
        dep_=token.dep_,
        ent_type_=token.ent_type_,
        ent_iob_=token.ent_iob_,
        whitespace_=token.whitespace_,
        shape_=token.shape_,
        morph=token.morph.to_dict(),
        is_sent_start=token.is_sent_start is True,
        is_alpha=token.is_alpha,
        is_punct=token.is_punct,
        is_right_punct=token.is_right_punct,
        is_space=token.is_space,
        is_title=token.is_title,
        like_num=token.like_num,
    )
