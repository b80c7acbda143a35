"""Each reason why words went into no event mention, on trees built by hand."""

from __future__ import annotations

import pytest

from kg.extract.passed_over import passed_over
from kg.passed_over import Because
from kg.records import (
    Document,
    Entity,
    EventMention,
    Factuality,
    Mention,
    MentionArgument,
    MentionKind,
    Resolution,
    Span,
    Term,
)
from tests.grammar.trees import tree
from tests.known import KNOWLEDGE

MET_IT = """
Putin    Putin    PROPN NNP 2 nsubj
met      meet     VERB  VBD 0 root
the      the      DET   DT  4 det
deadline deadline NOUN  NN  2 obj
"""
LIFTED = """
Putin  Putin PROPN NNP 2 nsubj
lifted lift  VERB  VBD 0 root
the    the   DET   DT  4 det
lid    lid   NOUN  NN  2 obj
"""
MODIFIER = """
The    the    DET  DT  3 det
attack attack NOUN NN  3 compound
theory theory NOUN NN  4 nsubj
failed fail   VERB VBD 0 root
"""
ATTACKED = """
{subject} {lemma} {pos} {tag} 2 nsubj
attacked attack VERB VBD 0 root
Israel Israel PROPN NNP 2 obj
"""


@pytest.mark.parametrize(
    ("table", "trigger", "because"),
    [
        (MET_IT, "met", Because.OF_A_THING.of()),
        (LIFTED, "lifted", Because.NOT_OF_THESE.of("boycott, embargo, sanction")),
        (MODIFIER, "attack", Because.MODIFIER.of()),
    ],
)
def test_a_word_of_the_lexicon_says_why_it_is_no_trigger(table: str, trigger: str, because: str) -> None:
    doc = tree(table)
    found = passed_over(doc, Document("d", doc.text), Resolution((), (), ()), KNOWLEDGE, [])
    words = [word for word in found.words if doc.text[word.span.start : word.span.end] == trigger and word.evokes]
    assert because in {word.because for word in words}
    assert found.sentences == (Span(0, len(doc.text.rstrip())),)


def test_a_word_of_a_mention_is_not_passed_over() -> None:
    doc = tree(LIFTED)
    mention = read(Span(6, 12), "lift-v", ())
    assert passed_over(doc, Document("d", doc.text), Resolution((), (), ()), KNOWLEDGE, [mention]).words == ()


def test_what_one_mention_of_a_trigger_has_is_not_open_for_another() -> None:
    doc = tree(ATTACKED.format(subject="Storms", lemma="storm", pos="NOUN", tag="NNS"))
    at, storms = Span(7, 15), Span(0, 6)
    unnamed = MentionArgument(Term("attacker"), storms, 0, None, MentionKind.DESCRIPTION, "description")
    mentions = [read(at, "attack-v", ()), read(at, "attack-v", (unnamed,))]
    found = passed_over(doc, Document("d", doc.text), Resolution((), (), ()), KNOWLEDGE, mentions)
    assert [argument.role for argument in found.arguments] == ["target"]


@pytest.mark.parametrize(
    ("subject", "because"),
    [
        ("It it PRON PRP", Because.NOBODY.of()),
        ("Storms storm NOUN NNS", Because.NO_KIND.of()),
        ("Javelins Javelins PROPN NNPS", Because.NAMED_UNFIT.of("Javelin", "Weapon", "attacker")),
    ],
)
def test_words_in_the_place_of_an_argument_say_why_they_fill_no_role(subject: str, because: str) -> None:
    word, lemma, pos, tag = subject.split()
    doc = tree(ATTACKED.format(subject=word, lemma=lemma, pos=pos, tag=tag))
    at = doc.text.index("attacked")
    israel = Span(doc.text.index("Israel"), len(doc.text))
    entities = (Entity(Term("Country"), "Israel"), Entity(Term("Weapon"), "Javelin"))
    mentions = [Mention(israel, 0, MentionKind.NAME, "model")]
    if because == Because.NAMED_UNFIT.of("Javelin", "Weapon", "attacker"):
        mentions.append(Mention(Span(0, len(word)), 1, MentionKind.NAME, "weapon name"))
    target = MentionArgument(Term("target"), israel, israel.start, 0, MentionKind.NAME, "model")
    mention = read(Span(at, at + len("attacked")), "attack-v", (target,))
    resolution = Resolution(entities, tuple(mentions), ())
    found = passed_over(doc, Document("d", doc.text), resolution, KNOWLEDGE, [mention])
    assert [(a.trigger, a.role, a.span, a.because) for a in found.arguments] == [
        (mention.trigger, "attacker", Span(0, len(word)), because)
    ]


def read(trigger: Span, rule: str, arguments: tuple[MentionArgument, ...]) -> EventMention:
    return EventMention(
        trigger=trigger,
        sentence=Span(0, 40),
        kind=Term("Attack"),
        readers=("frames",),
        rule=rule,
        arguments=arguments,
        factuality=Factuality.ASSERTED,
        is_noun=False,
        definite=False,
    )
