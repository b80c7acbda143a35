"""Pronouns that grammar binds, on hand-made trees: an object means the only body that its subject is not."""

from __future__ import annotations

import pytest

from tests.grammar.trees import tree
from tests.resolve.reading import meant

SHARED = """
Ghana     Ghana    PROPN NNP 2 nsubj
warned    warn     VERB  VBD 0 ROOT
Togo      Togo     PROPN NNP 2 obj
and       and      CCONJ CC  5 cc
sanctioned sanction VERB VBD 2 conj
it        it       PRON  PRP 5 obj
.         .        PUNCT .   2 punct
"""
CONTROLLED = """
Ghana     Ghana    PROPN NNP 2 nsubj
expelled  expel    VERB  VBD 0 ROOT
the       the      DET   DT  4 det
envoy     envoy    NOUN  NN  2 obj
of        of       ADP   IN  6 case
Togo      Togo     PROPN NNP 4 nmod
after     after    SCONJ IN  8 mark
accusing  accuse   VERB  VBG 2 advcl
it        it       PRON  PRP 8 obj
.         .        PUNCT .   2 punct
"""
SAID = """
Togo      Togo     PROPN NNP 2 nsubj
said      say      VERB  VBD 0 ROOT
Ghana     Ghana    PROPN NNP 4 nsubj
attacked  attack   VERB  VBD 2 ccomp
it        it       PRON  PRP 4 obj
.         .        PUNCT .   2 punct
"""
DEED = """
Togo      Togo     PROPN NNP 2 nsubj
shelled   shell    VERB  VBD 0 ROOT
Ghana     Ghana    PROPN NNP 2 obj
and       and      CCONJ CC  6 cc
Ghana     Ghana    PROPN NNP 6 nsubj
condemned condemn  VERB  VBD 2 conj
it        it       PRON  PRP 6 obj
.         .        PUNCT .   2 punct
"""
THING = """
Ghana     Ghana    PROPN NNP 2 nsubj
built     build    VERB  VBD 0 ROOT
a         a        DET   DT  4 det
bridge    bridge   NOUN  NN  2 obj
to        to       ADP   IN  6 case
Togo      Togo     PROPN NNP 4 nmod
and       and      CCONJ CC  8 cc
praised   praise   VERB  VBD 2 conj
it        it       PRON  PRP 8 obj
.         .        PUNCT .   2 punct
"""
SEVERAL = """
Ghana     Ghana    PROPN NNP 2 nsubj
warned    warn     VERB  VBD 0 ROOT
Togo      Togo     PROPN NNP 2 obj
and       and      CCONJ CC  5 cc
Benin     Benin    PROPN NNP 3 conj
and       and      CCONJ CC  7 cc
struck    strike   VERB  VBD 2 conj
it        it       PRON  PRP 7 obj
.         .        PUNCT .   2 punct
"""


@pytest.mark.parametrize("rows", [SHARED, CONTROLLED, SAID], ids=["shared", "controlled", "said"])
def test_an_object_means_the_only_body_that_its_subject_is_not(rows: str) -> None:
    assert [entity.name for entity in meant(tree(rows), "it")] == ["Togo"]


@pytest.mark.parametrize("rows", [DEED, THING, SEVERAL], ids=["a deed", "a thing", "two others"])
def test_an_object_that_may_mean_something_else_is_left_alone(rows: str) -> None:
    assert meant(tree(rows), "it") == []


@pytest.mark.parametrize("preposition", ["for", "over"])
def test_the_reason_for_which_something_is_done_to_a_body_is_its_own(preposition: str) -> None:
    rows = f"""
Ghana     Ghana    PROPN NNP 2 nsubj
warned    warn     VERB  VBD 0 ROOT
Togo      Togo     PROPN NNP 2 obj
{preposition} {preposition} ADP IN 6 case
its       its      PRON  PRP$ 6 nmod:poss
attack    attack   NOUN  NN  2 obl
.         .        PUNCT .   2 punct
"""
    assert [entity.name for entity in meant(tree(rows), "its")] == ["Togo"]


CALLED_UPON = """
Ghana     Ghana    PROPN NNP 2 nsubj
called    call     VERB  VBD 0 ROOT
on        on       ADP   IN  4 case
Togo      Togo     PROPN NNP 2 obl
to        to       PART  TO  6 mark
withdraw  withdraw VERB  VB  2 xcomp
its       its      PRON  PRP$ 8 nmod:poss
troops    troop    NOUN  NNS 6 obj
.         .        PUNCT .   2 punct
"""
VOWED = """
Ghana     Ghana    PROPN NNP 2 nsubj
vowed     vow      VERB  VBD 0 ROOT
to        to       PART  TO  4 mark
withdraw  withdraw VERB  VB  2 xcomp
its       its      PRON  PRP$ 6 nmod:poss
troops    troop    NOUN  NNS 4 obj
.         .        PUNCT .   2 punct
"""


@pytest.mark.parametrize(("table", "owner"), [(CALLED_UPON, "Togo"), (VOWED, "Ghana")])
def test_what_is_to_be_done_is_done_with_the_own_by_whoever_is_to_do_it(table: str, owner: str) -> None:
    assert [entity.name for entity in meant(tree(table), "its")] == [owner]


CLAIM = """
Ghana     Ghana    PROPN NNP 2 nsubj
{verb} VERB VBD 0 ROOT
Togo      Togo     PROPN NNP 4 nmod:poss
claim     claim    NOUN  NN  2 obj
that      that     SCONJ IN  8 mark
it        it       PRON  PRP 8 nsubj
had       have     AUX   VBD 8 aux
shelled   shell    VERB  VBN 4 acl
"""


@pytest.mark.parametrize(("verb", "who"), [("denied deny", ["Ghana"]), ("heard hear", [])])
def test_who_denies_a_claim_denies_what_he_did(verb: str, who: list[str]) -> None:
    assert [entity.name for entity in meant(tree(CLAIM.format(verb=verb)), "it")] == who


HELPED = """
Ghana  Ghana  PROPN NNP 2 nsubj
{}     VERB   VBD   0   ROOT
Togo   Togo   PROPN NNP 2 obj
to     to     PART  TO  5 mark
defend defend VERB  VB  2 xcomp
itself itself PRON  PRP 5 obj
"""
BACKED = """
{}     Ghana  PROPN NNP 2 nsubj
backed back   VERB  VBD 0 ROOT
Togo   Togo   PROPN NNP 2 obj
as     as     SCONJ IN  6 mark
it     it     PRON  PRP 6 nsubj
armed  arm    VERB  VBD 2 advcl
{}     itself PRON  PRP 6 obj
"""


def _named(table: str, words: str) -> list[str]:
    return [entity.name for entity in meant(tree(table), words)]


def test_a_reflexive_means_who_does_what_its_clause_says() -> None:
    assert _named(HELPED.format("helped help"), "itself") == ["Togo"]
    assert _named(HELPED.replace("Togo   Togo   PROPN", "men    man    NOUN ").format("forced force"), "itself") == []


def test_what_does_something_to_itself_is_the_only_body_before_it() -> None:
    assert _named(BACKED.format("They", "itself"), "itself") == ["Togo"]
    assert _named(BACKED.format("Ghana", "itself"), "itself") == []
    assert _named(BACKED.format("They", "men"), "it") == []
