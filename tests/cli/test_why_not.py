"""`kg explain --why-not` answers for any sentence, and for places in documents, with the pipeline that builds."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest
import spacy
from click.testing import CliRunner, Result

from kg.cli import main
from kg.knowledge.files import shipped_folder
from kg.language import MODEL

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = """A quiet day in the capital

The weather was fine on Tuesday, and nobody was in a hurry.

Israel attacked Iran on Wednesday. Then the two sides went home.
"""


def ask(*arguments: object, text: str | None = None) -> Result:
    return CliRunner().invoke(main, ["explain", "--why-not", *map(str, arguments)], input=text)


def read(*arguments: object, text: str | None = None) -> dict[str, Any]:
    result = ask(*arguments, "--format", "json", text=text)
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "quiet.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path / "news"


def test_an_event_that_is_kept_is_there_with_its_arguments_and_scores() -> None:
    lines = ask("Gunmen attacked two hospitals in Gaza on Tuesday, witnesses said.", "--date", "2025-07-04").stdout
    assert "“attacked” (7-15): Attack, read by frames" in lines
    assert "(lexical entry); 0.60 is asked where names are missing" in lines
    assert "claimed by   witnesses\n" in lines
    assert "date         2025-07-01\n" in lines
    assert "attacker     “Gunmen” 0-6: described as attacker\n" in lines
    assert "described as hospital, of or in Gaza, 2 of them\n" in lines
    assert "\n  kept         " in lines
    assert "it is there  attack: Gunmen → " in lines


def test_what_is_dropped_says_why_and_what_was_not_resolved() -> None:
    (trigger,) = read("They attacked.")["triggers"]
    assert (trigger["word"], trigger["kind"]) == ("attacked", "Attack")
    assert (trigger["outcome"], trigger["event"]) == ("dropped", None)
    assert trigger["because"].startswith("lacks a named attacker and target")
    (they,) = (part for part in trigger["arguments"] if part["words"] == "They")
    assert (they["role"], they["resolved"]) == ("attacker", False)


def test_words_that_the_lexicon_knows_say_why_they_tell_no_event(tmp_path: Path) -> None:
    pipeline = spacy.load(MODEL)
    pipeline.remove_pipe("events")  # the lexicon is asked alone
    pipeline.to_disk(tmp_path / "pipeline")
    found = read("Putin lifted the lid. Putin met the deadline.", "--model", tmp_path / "pipeline")
    assert found["triggers"] == []
    assert {word["word"]: word["because"] for word in found["words"] if word["evokes"]} == {
        "lifted": "means this only of boycott, embargo, sanction",
        "met": "stands with a thing where another party would be",
    }


def test_a_text_of_no_event_says_that_no_reader_takes_a_word_for_one() -> None:
    assert "no reader takes any word here for an event" in ask("The weather was fine.").stdout


def test_a_quotation_that_no_trigger_tells_is_there() -> None:
    (statement,) = read("“The weather is fine in Moscow this week,” Vladimir Putin said.")["others"]
    assert statement["label"].startswith("statement: Vladimir Putin")


def test_an_offset_stands_for_its_sentence_and_a_range_for_itself(folder: Path) -> None:
    at = ARTICLE.index("Iran")
    found = read(f"quiet:{at}", "--documents", folder)
    assert found["text"] == "Israel attacked Iran on Wednesday."
    assert [trigger["word"] for trigger in found["triggers"]] == ["attacked"]
    assert found["triggers"][0]["event"]["label"].startswith("attack: Israel → Iran")
    assert read(f"quiet:{at}-{at + 4}", "--documents", folder)["triggers"] == []


def test_a_whole_article_may_come_from_a_pipe() -> None:
    found = read("-", text=ARTICLE)
    assert (found["document"], [trigger["word"] for trigger in found["triggers"]]) == ("stdin", ["attacked"])


def test_precision_is_what_the_gate_asked_for() -> None:
    asked = {
        p: read("The storm hit a village.", "--precision", p)["triggers"][0]["threshold"] for p in ("high", "recall")
    }
    assert asked["high"] > asked["recall"]


def test_words_and_classes_of_the_user_answer_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(shipped_folder(), tmp_path / "mine")
    with (tmp_path / "mine" / "kg.ttl").open("a", encoding="utf-8") as terms:
        terms.write(
            'kg:Torpedoing a owl:Class ; rdfs:subClassOf kg:Attack ; rdfs:label "torpedoing"@en ; '
            'skos:definition "Under water."@en .\n'
        )
    lexicon = tmp_path / "mine" / "en" / "lexicon.ttl"
    lexicon.write_text(
        lexicon.read_text(encoding="utf-8")
        + '\nlex:torpedo-v a kg:EventEntry ; kg:lemma "torpedo" ; kg:partOfSpeech kg:Verb ; kg:evokes kg:Torpedoing ;\n'
        "    kg:argument arg:subject-attacker ; kg:requires arg:object-target .\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("KG_ONTOLOGY", str(tmp_path / "mine"))
    (trigger,) = read("Iran torpedoed Israel.")["triggers"]
    assert (trigger["kind"], trigger["rule"], trigger["outcome"]) == ("Torpedoing", "torpedo-v", "kept")
    assert trigger["event"]["label"] == "torpedoing: Iran → Israel"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["quiet:5"], "say with --documents in which file or folder it is"),
        (["quiet:5-2", "--documents", "FOLDER"], "no such characters (the text has "),
        (["quiet:99999", "--documents", "FOLDER"], "no such characters (the text has "),
        (["nobody:5", "--documents", "FOLDER"], "no document has this id (there are quiet)"),
        (["a sentence", "--documents", "FOLDER"], "names no characters of a document"),
        (["quiet:5", "--documents", "FOLDER/absent"], "no such file or folder"),
        ([" "], "is empty"),
        (["a sentence", "--model", "absent"], "no spaCy pipeline"),
    ],
)
def test_what_can_not_be_answered_is_one_line(folder: Path, arguments: list[str], message: str) -> None:
    result = ask(*(argument.replace("FOLDER", str(folder)) for argument in arguments))
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert message in line


@pytest.mark.parametrize("arguments", [[], ["Putin", "--why-not", "Gunmen attacked."]])
def test_one_thing_is_explained(arguments: list[str]) -> None:
    result = CliRunner().invoke(main, ["explain", *arguments])
    assert result.exit_code == 1
    assert result.stderr.startswith("kg: nothing to explain, or two things")
