from kg.extract.arguments.reach import contested_roles, is_far_and_unsure, is_told_below, within_reach
from kg.language.predicted import ArgumentPrediction
from tests.grammar.trees import tree

EXPANDS = """
    Paris   Paris   PROPN NNP 2 nsubj
    sends   send    VERB  VBZ 0 ROOT
    troops  troops  NOUN  NNS 2 obj
    when    when    ADV   WRB 6 advmod
    {who}   {who}   {pos} {tag} 6 nsubj
    expands expand  VERB  VBZ 2 advcl
"""
BLAST = """
    Police  police  NOUN  NNS 4 nsubj
    in      in      ADP   IN  3 case
    Cairo   Cairo   PROPN NNP 1 nmod
    say     say     VERB  VBP 0 ROOT
    a       a       DET   DT  6 det
    bomb    bomb    NOUN  NN  7 nsubj
    wounded wound   VERB  VBD 4 ccomp
    tourists tourist NOUN NNS 7 obj
    in      in      ADP   IN  10 case
    Giza    Giza    PROPN NNP 7 obl
"""
DETAINED = """
    Monks    monk     NOUN  NNS 3 nsubj:pass
    were     be       AUX   VBD 3 aux:pass
    detained detain   VERB  VBN 0 ROOT
    {mark}   {mark}   {pos} {tag} {head} {dep}
    leaving  leave    VERB  VBG 3 advcl
    Lhasa    Lhasa    PROPN NNP 5 obj
"""


def _heads(doc, trigger, *told):
    """The words that are left of those told as (role, head, score)."""
    arguments = [ArgumentPrediction(role, head, head, head + 1, score) for role, head, score in told]
    return [doc[argument.head].text for argument in within_reach(doc[trigger], arguments)]


def test_a_subject_of_its_own_shuts_out_that_of_another_clause():
    doc = tree(EXPANDS.format(who="NATO", pos="PROPN", tag="NNP"))
    assert _heads(doc, 5, ("actor", 0, 0.9), ("actor", 4, 0.9)) == ["NATO"]


def test_a_pronoun_may_mean_the_one_outside():
    doc = tree(EXPANDS.format(who="it", pos="PRON", tag="PRP"))
    assert _heads(doc, 5, ("actor", 0, 0.9)) == ["Paris"]


def test_where_the_speaker_is_is_not_where_it_was():
    assert _heads(tree(BLAST), 6, ("place", 2, 0.9), ("place", 9, 0.9)) == ["Giza"]


def test_what_an_adjunct_tells_of_is_elsewhere_unless_the_network_is_sure():
    doc = tree(DETAINED.format(mark="after", pos="SCONJ", tag="IN", head=5, dep="mark"))
    assert _heads(doc, 2, ("place", 5, 0.6)) == []
    assert _heads(doc, 2, ("place", 5, 0.9)) == ["Lhasa"]


def test_a_bare_participle_tells_of_the_same_deed():
    doc = tree(DETAINED.format(mark=",", pos="PUNCT", tag=",", head=3, dep="punct"))
    assert _heads(doc, 2, ("place", 5, 0.6)) == ["Lhasa"]


def test_topics_may_be_in_any_clause():
    doc = tree(DETAINED.format(mark="after", pos="SCONJ", tag="IN", head=5, dep="mark"))
    assert _heads(doc, 2, ("topic", 4, 0.6)) == ["leaving"]


def test_what_has_another_role_leaves_the_place_open():
    doc = tree(BLAST)
    assert _heads(doc, 6, ("weapon", 5, 0.9), ("attacker", 0, 0.9)) == ["bomb", "Police"]


def test_who_is_coordinated_with_an_accused_accuses_nobody():
    doc = tree("""
        Moyo       Moyo      PROPN NNP 5 nsubj:pass
        and        and       CCONJ CC  3 cc
        Chinamasa  Chinamasa PROPN NNP 1 conj
        were       be        AUX   VBD 5 aux:pass
        implicated implicate VERB  VBN 0 ROOT
    """)
    assert _heads(doc, 4, ("target", 0, 0.9), ("actor", 2, 0.6)) == ["Moyo"]


def test_the_agent_of_another_verb_has_no_part():
    doc = tree("""
        The        the       DET   DT  2 det
        text       text      NOUN  NN  6 nsubj:pass
        we         we        PRON  PRP 4 nsubj
        negotiated negotiate VERB  VBD 2 acl:relcl
        was        be        AUX   VBD 6 aux:pass
        endorsed   endorse   VERB  VBN 0 ROOT
        by         by        ADP   IN  8 case
        Qatar      Qatar     PROPN NNP 6 obl:agent
    """)
    assert _heads(doc, 3, ("participant", 2, 0.9), ("participant", 7, 0.9)) == ["we"]
    assert _heads(doc, 5, ("actor", 7, 0.9)) == ["Qatar"]


IN_MAY = """
Police police NOUN NNS 2 nsubj
arrested arrest VERB VBD 0 ROOT
a a DET DT 4 det
man man NOUN NN 2 obj
who who PRON WP 6 nsubj
struck strike VERB VBD 4 acl:relcl
in in ADP IN 8 case
May May PROPN NNP 6 obl
"""


def test_the_day_of_a_relative_clause_is_that_of_its_own_deed():
    doc = tree(IN_MAY)
    assert is_told_below(doc[1], doc[7])
    assert not is_told_below(doc[5], doc[7])


LAUNCHED = """
    Kenya    Kenya   PROPN NNP 2 nsubj
    opened   open    VERB  VBD 0 ROOT
    a        a       DET   DT  4 det
    wave     wave    NOUN  NN  2 obj
    of       of      ADP   IN  6 case
    strikes  strike  NOUN  NNS 4 nmod
    after    after   ADP   IN  8 case
    talks    talk    NOUN  NNS 2 obl
    with     with    ADP   IN  10 case
    allies   ally    NOUN  NNS 8 nmod
    of       of      ADP   IN  12 case
    Chad     Chad    PROPN NNP 10 nmod
"""


def _is_far(doc, trigger, role, head, score):
    return is_far_and_unsure(doc[trigger], ArgumentPrediction(role, head, head, head + 1, score))


def test_the_subject_of_its_clause_is_near_to_a_noun_however_deep():
    assert not _is_far(tree(LAUNCHED), 5, "attacker", 0, 0.6)


def test_what_is_deep_in_another_phrase_takes_a_surer_network():
    assert _is_far(tree(LAUNCHED), 5, "attacker", 11, 0.7)
    assert not _is_far(tree(LAUNCHED), 5, "attacker", 11, 0.9)
    assert not _is_far(tree(LAUNCHED), 5, "topic", 11, 0.6)


TOLD = """
    Annan   Annan   PROPN NNP 2 nsubj
    told    tell    VERB  VBD 0 ROOT
    Chad    Chad    PROPN NNP 2 obj
    that    that    SCONJ IN  6 mark
    aid     aid     NOUN  NN  6 nsubj
    flowed  flow    VERB  VBD 2 ccomp
"""


def test_who_is_told_of_a_deed_does_not_do_it():
    assert _heads(tree(TOLD), 4, ("actor", 2, 0.8)) == []
    assert _heads(tree(TOLD), 4, ("actor", 0, 0.8)) == ["Annan"]


def test_another_clause_could_have_a_party_but_not_in_a_sentence_of_one():
    doc = tree(EXPANDS.format(who="NATO", pos="PROPN", tag="NNP"))
    assert "actor" in contested_roles(doc[5])
    assert "topic" not in contested_roles(doc[5])  # a clause, or a word in one, may be a topic
    veto = tree(
        """
        Paris   Paris   PROPN NNP 2 nsubj
        used    use     VERB  VBD 0 ROOT
        its     its     PRON  PRP$ 4 nmod:poss
        veto    veto    NOUN  NN  2 obj
        """
    )
    assert "actor" not in contested_roles(veto[3])


def test_where_something_is_to_be_done_is_not_where_it_was_agreed():
    table = """
        They they PRON PRP 2 nsubj
        agreed agree VERB VBD 0 ROOT
        to to PART TO 4 mark
        meet meet VERB VB 2 xcomp
        in in ADP IN 6 case
        Giza Giza PROPN NNP {} obl
    """
    within, beside = tree(table.format(4)), tree(table.format(2))
    assert (_heads(within, 1, ("place", 5, 0.9)), _heads(within, 3, ("place", 5, 0.9))) == ([], ["Giza"])
    assert _heads(beside, 1, ("place", 5, 0.9)) == ["Giza"]
    assert is_told_below(within[1], within[5])
    assert not is_told_below(beside[1], beside[5])


BESIDE = """
    In      in      ADP   IN  2 case
    Lome    Lome    PROPN NNP 4 obl
    bombs   bomb    NOUN  NNS 4 nsubj
    killed  kill    VERB  VBD 0 ROOT
    two     two     NUM   CD  4 obj
    and     and     CCONJ CC  8 cc
    {who}   {who}   NOUN  NNS 8 nsubj
    shot    shoot   VERB  VBD 4 conj
    three   three   NUM   CD  8 obj
    in      in      ADP   IN  11 case
    Accra   Accra   PROPN NNP 9 nmod
"""


def test_a_clause_with_a_subject_and_a_place_has_not_the_place_of_the_one_beside_it():
    doc = tree(BESIDE.format(who="gunmen"))
    assert _heads(doc, 7, ("place", 1, 0.9), ("place", 10, 0.9)) == ["Accra"]
    assert _heads(doc, 7, ("place", 1, 0.9)) == ["Lome"]
