"""From spaCy's Doc to the plain one that all rules read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.tree import Doc, Span, Token
from kg.language.events import SPANS, predictions

if TYPE_CHECKING:
    from spacy.tokens import Doc as Parsed
    from spacy.tokens import Token as ParsedToken


def tree_of(parsed: Parsed) -> Doc:
    """Return what a pipeline says of a text: tokens with tags, the trees of its sentences, names and events."""
    events = predictions(parsed) if SPANS in parsed.spans else None
    doc = Doc(parsed.text, parsed.has_annotation("ENT_IOB"), events)
    doc.tokens = [_token(token, doc) for token in parsed]
    tokens = doc.tokens
    children: list[list[Token]] = [[] for _ in tokens]
    for token, source in zip(tokens, parsed, strict=True):
        token.head = tokens[source.head.i]
        token.left_edge, token.right_edge = tokens[source.left_edge.i], tokens[source.right_edge.i]
        if token.head is not token:
            children[token.head.i].append(token)
    for token, found in zip(tokens, children, strict=True):
        if found:
            token.adopt(found)
    whole = [Span(doc, 0, len(tokens))]
    divided = parsed.has_annotation("SENT_START")
    doc.sents = [Span(doc, sent.start, sent.end) for sent in parsed.sents] if divided else whole
    for sent in doc.sents:
        for token in sent:
            token.sent = sent
    doc.ents = [Span(doc, name.start, name.end, name.label_) for name in parsed.ents]
    return doc


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
