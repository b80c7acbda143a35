from __future__ import annotations

import pickle
import subprocess
import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc, DocBin
from spacy.training import Example

import kg.language
from kg.errors import ModelError
from kg.language.labels import ENTITY_TYPES

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

NEWS = (
    "President Anna Petrova spoke by phone with Carlos Mendes on Monday. They discussed Patriot missiles, the ministry "
    "said.\n\nFrance delivered 31 Leclerc tanks to Norway in March. “We need more,” Mendes told reporters in Oslo."
)
ODD = [
    "",
    " ",
    "\n\n\n",
    " \n leading space",
    "trailing space \t\n",
    "?",
    "!!! ... --- ***",
    "a\u00a0b\u2028c\u200bd",
    "🙂🙂 ok",
    "HEADLINE WITHOUT STOP\n\nText follows here.",
    "x" * 3000,
    "http://example.org/" + "a/" * 500,
    "( ( ( ( [ [ } }",
    "Привет, мир. 你好。",
    "\r\nWindows line ends.\r\n\r\nA second paragraph.\r\n",
    "one\ntwo\nthree",
    "12 34 56 78 90",
    "e\u0301 combining",
    "\x00\x01 control",
]
EVERYTHING = ["ORTH", "TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "SENT_START", "ENT_IOB", "ENT_TYPE"]


def same(one: Doc, other: Doc) -> bool:
    return one.text == other.text and np.array_equal(one.to_array(EVERYTHING), other.to_array(EVERYTHING))


def check_trees(doc: Doc) -> None:
    for sent in doc.sents:
        assert [t for t in sent if t.head.i == t.i] == [sent.root]
        for token in sent:
            seen = set()
            while token.head.i != token.i:
                assert token.i not in seen
                seen.add(token.i)
                token = token.head
            assert token.i == sent.root.i
    assert sum(len(s) for s in doc.sents) == len(doc)


@pytest.mark.parametrize("text", [NEWS, *ODD])
def test_every_sentence_is_a_tree(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    check_trees(doc)
    assert all(t.pos_ and t.tag_ and t.dep_ and (t.lemma_ or t.is_space) for t in doc)


def test_layers_of_a_plain_text(nlp: Language) -> None:
    doc = nlp(NEWS)
    by_text = {t.text: t for t in doc}
    assert by_text["spoke"].dep_ == "ROOT"
    assert by_text["spoke"].lemma_ == "speak"
    assert by_text["Anna"].tag_ == "NNP"
    assert by_text["tanks"].pos_ == "NOUN"
    assert "Number=Plur" in str(by_text["tanks"].morph)
    assert by_text["Mendes"].ent_type_ == "PERSON"
    assert ("Norway", "GPE") in {(e.text, e.label_) for e in doc.ents}


def test_labels_are_known(nlp: Language) -> None:
    assert {e.label_ for e in nlp(NEWS).ents} <= set(ENTITY_TYPES)


def test_entities_are_cut_at_tokens_and_inside_sentences(nlp: Language) -> None:
    doc = nlp(NEWS)
    assert doc.ents
    for ent in doc.ents:
        assert doc.text[ent.start_char : ent.end_char] == ent.text
        assert ent[0].sent == ent[-1].sent
        assert ent.text == ent.text.strip()


def test_a_blank_line_ends_a_sentence(nlp: Language) -> None:
    doc = nlp("Ministers meet in Oslo\n\nand then go home")
    assert [s.text.strip() for s in doc.sents] == ["Ministers meet in Oslo", "and then go home"]


def test_white_space_hangs_on_its_neighbour(nlp: Language) -> None:
    doc = nlp(" \n One.  \n\n Two.")
    spaces = [t for t in doc if t.is_space]
    assert spaces
    assert {(t.tag_, t.pos_, t.dep_) for t in spaces} == {("_SP", "SPACE", "dep")}
    assert all(not t.ent_type_ for t in spaces)


def test_a_document_alone_and_in_company(nlp: Language) -> None:
    texts = [NEWS, "Short.", NEWS * 5, *ODD]
    alone = [nlp(t) for t in texts]
    for batch_size in (1, 2, 50):
        assert all(map(same, alone, nlp.pipe(texts, batch_size=batch_size)))
    assert all(map(same, alone, reversed([nlp(t) for t in reversed(texts)])))


def test_worker_processes_give_the_same(nlp: Language) -> None:
    texts = [NEWS, *ODD[:6]] * 2
    assert all(map(same, [nlp(t) for t in texts], nlp.pipe(texts, n_process=2, batch_size=3)))


def test_long_documents_have_no_limit_and_linear_cost(nlp: Language) -> None:
    doc = nlp((NEWS.replace("\n\n", " ") + " ") * 60)
    check_trees(doc)
    assert len(list(doc.sents)) > 120


def test_a_sentence_longer_than_the_encoder(nlp: Language) -> None:
    doc = nlp("missiles and " * 900 + "drones")
    check_trees(doc)


def test_disk_round_trip(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "copy")
    assert same(kg.language.load(str(tmp_path / "copy"))(NEWS), nlp(NEWS))


def test_bytes_round_trip(nlp: Language) -> None:
    fresh = spacy.blank("en")
    for name, factory in (
        ("encoder", "kg_encoder"),
        ("tagger", "kg_tagger"),
        ("parser", "kg_parser"),
        ("ner", "kg_ner"),
    ):
        fresh.add_pipe(factory, name=name)
    assert same(fresh.from_bytes(nlp.to_bytes())(NEWS), nlp(NEWS))


def test_pickles(nlp: Language) -> None:
    encoder = pickle.loads(pickle.dumps(nlp.get_pipe("encoder")))  # noqa: S301
    doc = encoder(nlp.make_doc(NEWS))
    assert np.array_equal(doc.user_data["kg_language"], nlp(NEWS).user_data["kg_language"])


def test_documents_serialise(nlp: Language) -> None:
    doc = nlp(NEWS)
    assert same(Doc(nlp.vocab).from_bytes(doc.to_bytes()), doc)
    stored = DocBin(docs=[doc], store_user_data=True).to_bytes()
    assert same(next(iter(DocBin().from_bytes(stored).get_docs(nlp.vocab))), doc)


def test_components_can_be_left_out(nlp: Language) -> None:
    with nlp.select_pipes(disable=["ner"]):
        doc = nlp(NEWS)
        assert not doc.ents
        assert doc.has_annotation("DEP")
    with nlp.select_pipes(enable=["encoder", "ner"]):
        doc = nlp(NEWS)
        assert doc.ents
        assert not doc.has_annotation("TAG")


def test_without_the_encoder_the_error_says_so(nlp: Language) -> None:
    with nlp.select_pipes(disable=["encoder"]), pytest.raises(ModelError, match="encoder"):
        nlp(NEWS)


def test_spacy_can_score_it(nlp: Language) -> None:
    text = NEWS.replace("\n\n", " ")  # its scorer counts white space as found and not as gold
    scores = nlp.evaluate([Example(nlp.make_doc(text), nlp(text))])
    for name in ("tag_acc", "pos_acc", "morph_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f", "ents_f"):
        assert scores[name] == 1.0, name


def test_an_unknown_pipeline_is_one_line() -> None:
    with pytest.raises(ModelError) as caught:
        kg.language.load("no-such-pipeline")
    assert "\n" not in str(caught.value)


def test_another_pipeline_can_be_loaded(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    assert kg.language.load(str(tmp_path / "blank")).pipe_names == []


def test_onnxruntime_waits_until_a_pipeline_is_loaded() -> None:
    code = "import sys, kg.language; sys.exit('onnxruntime' in sys.modules or 'spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603


@pytest.mark.parametrize("marks", ["!!", "?!", "====", "***", ">>", "____"])
def test_runs_of_marks_are_one_token(nlp: Language, marks: str) -> None:
    assert [t.text for t in nlp.make_doc(f"Stop{marks} now")] == ["Stop", marks, "now"]
    assert [t.text for t in nlp.make_doc(f"{marks} now")] == [marks, "now"]
