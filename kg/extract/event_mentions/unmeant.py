"""Words that tell no event though they evoke one: courtesies, dangers, texts that name themselves, journeys at home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.event_mentions.accidents import accident
from kg.extract.event_mentions.treaties import no_agreement
from kg.extract.event_mentions.unforced import without_force
from kg.extract.factuality.rewards import offers_prize
from kg.extract.participants.descriptions import sort_of
from kg.grammar.fillers import verb_fillers
from kg.grammar.noun_fillers import noun_fillers
from kg.grammar.speech import speech_at
from kg.grammar.syntax import is_indefinite, marker_of, marks_of
from kg.grammar.words import entries, evokes
from kg.knowledge.lexicon import EntryKind, Function
from kg.knowledge.namespaces import ID
from kg.knowledge.taxonomy import PARTICIPANT
from kg.passed_over import Because
from kg.records import Factuality, Term

if TYPE_CHECKING:
    from kg.extract.analysis import Analysis
    from kg.grammar.tree import Token
    from kg.knowledge.lexicon import LexicalEntry
    from kg.records import EventMention

ACCUSATION, DEMAND, REJECTION = Term("Accusation"), Term("Demand"), Term("Rejection")
SUPPORT, AGREEMENT, THREAT, CONVERSATION = map(Term, ("Support", "Agreement", "Threat", "Conversation"))
MEETING, VISIT, ATTACK, CALL = Term("Meeting"), Term("Visit"), Term("Attack"), Term("Call")
AID, OFFICES = Term("Aid"), frozenset({Term("Appointment"), Term("Departure")})
DENIES = Term("Denies")
POLICE, WORK = ID + "participant/police", ID + "participant/work"
CONVEYANCE, JOURNALIST = ID + "participant/conveyance", ID + "participant/journalist"
PLACE, TARGET, WEAPON, PERSON = Term("place"), Term("target"), Term("weapon"), Term("Person")
ATTACKER = Term("attacker")
OBJECTS = frozenset({"obj", "iobj"})
ADDED = frozenset({"obl", "advcl", "nmod"})
DEEDS = frozenset({"NOUN", "PROPN", "VERB"})


def unmeant(mention: EventMention, token: Token, analysis: Analysis) -> str:
    """Return why the words of a mention tell no event of its class though they evoke one, "" where they do."""
    return _only_words(mention, token, analysis) or _no_deed(mention, token, analysis)


def _only_words(mention: EventMention, token: Token, analysis: Analysis) -> str:
    above = analysis.taxonomy.lines(mention.kind)
    if ACCUSATION in above and (verb := _named_again(token, analysis)):
        return Because.NAMED_AGAIN.of(verb)
    if DEMAND in above and _is_of_trade(token, analysis):
        return Because.OF_TRADE.of()
    if AGREEMENT in above and (because := no_agreement(mention, token, analysis)):
        return because
    if SUPPORT in above and _is_courtesy(token, analysis):
        return Because.COURTESY.of()
    if THREAT in above and _is_danger(token, analysis):
        return Because.DANGER.of()
    if REJECTION in above and _is_among_them(token, analysis):
        return Because.AMONG_THEM.of()
    return ""


def _no_deed(mention: EventMention, token: Token, analysis: Analysis) -> str:
    above = analysis.taxonomy.lines(mention.kind)
    office = not OFFICES.isdisjoint(above)
    attack = ATTACK in above
    if office and _is_kept(token, analysis):
        return Because.KEPT.of()
    if (office or attack) and _is_belittled(mention, token, analysis):
        return Because.BELITTLED.of()
    if attack and (because := _no_attack(mention, token, analysis)):
        return because
    if (CALL in above and _is_rejected(token, analysis)) or (AID in above and offers_prize(token, analysis.words)):
        return Because.OTHER_USE.of(token.text)
    if work := _work_about(token, analysis):
        return Because.OTHER_USE.of(work)
    if _is_posture(token, analysis):
        return Because.OTHER_USE.of(token.text)
    if office and (vehicle := _vehicle_left(token, analysis)):
        return Because.OTHER_USE.of(vehicle)
    told = CONVERSATION in above and mention.factuality is Factuality.ASSERTED
    if told and (press := _press_spoken_to(token, analysis)):
        return Because.TO_PRESS.of(press)
    if MEETING in above and _is_at_home(mention, token, analysis):
        return Because.AT_HOME.of()
    return ""


def _press_spoken_to(verb: Token, analysis: Analysis) -> str:
    """Return to whom somebody speaks of the news, and has no talks, "" where none are journalists: "told [reporters]".

    By the annotation of the training corpus: "spoke to reporters" tells no event in six of seven sentences, where it is
    only the occasion of what was said; who is to speak to them does so for itself.
    """
    prepositions = analysis.words.prepositions
    near = prepositions.dative | prepositions.comitative
    heard = [child for child in verb.rights if child.dep_ in ADDED and marker_of(child) in near]
    kinds = [sort_of(child, analysis.kinds) for child in heard if verb.pos_ == "VERB"]
    press = all(kind is not None and analysis.kinds.is_a(kind.iri, JOURNALIST) for kind in kinds)
    return heard[0].text if kinds and press else ""


def _is_rejected(noun: Token, analysis: Analysis) -> bool:
    """Say whether a call is a demand, by what it asks for and what becomes of it: "rejected a call to begin talks"."""
    verb = noun.head
    asks = any(child.dep_ == "acl" and child.tag_ == "VB" for child in noun.children)
    speech = speech_at(verb, analysis.words)
    return asks and speech is not None and speech.stance == DENIES and noun.dep_ in {"obj", "nsubj:pass"}


def _no_attack(mention: EventMention, token: Token, analysis: Analysis) -> str:
    if word := accident(mention, token, analysis):
        return Because.ACCIDENT.of(word)
    if _is_done_by_arms_only(token, analysis):
        return Because.DOER.of()
    if _is_of_words(mention, token, analysis):
        return Because.OTHER_USE.of(token.text)
    if _is_search(mention, token, analysis):
        return Because.SEARCH.of()
    return without_force(mention, token, analysis)


def _named_again(noun: Token, analysis: Analysis) -> str:
    """Return the verb of accusing that a noun beside its clause only names: "accused Mali, [a charge] that"."""
    if noun.dep_ != "appos" or noun.pos_ != "NOUN":
        return ""
    accusing = (above for above in noun.ancestors if evokes(above, {ACCUSATION}, analysis.words, analysis.taxonomy))
    return next((above.text for above in accusing), "")


def _is_of_trade(noun: Token, analysis: Analysis) -> bool:
    """Say whether a noun has no article and nobody makes it, and no clause says what for: "could not meet [demand]".

    So mass nouns do, of which there is more or less; what somebody asks for can be counted.
    """
    mass = noun.tag_ == "NN" and noun.lemma_.lower() in analysis.words.states.trade_noun
    agentive = analysis.words.prepositions.agentive
    told = any(
        child.dep_ in {"det", "nmod:poss", "acl", "nummod"} or child.pos_ == "PROPN" or marker_of(child) in agentive
        for child in noun.children
    )
    return mass and not told and not evokes(noun.head, {REJECTION}, analysis.words, analysis.taxonomy)


def _is_courtesy(verb: Token, analysis: Analysis) -> bool:
    """Say whether somebody is thanked to his face for nothing that he did: "thank you", "thank you for being here".

    A deed, or a thing that was given, is praised: "thank you for hosting us".
    """
    spoken_to = analysis.words.pronouns.addressed_pronoun
    if not any(child.dep_ in OBJECTS and child.lower_ in spoken_to for child in verb.children):
        return False
    return not any(_is_deed(child, analysis) for child in verb.children if child.dep_ in ADDED)


def _is_deed(reason: Token, analysis: Analysis) -> bool:
    marks = {*marks_of(reason), marker_of(reason)}
    is_reason = reason.dep_ == "advcl" or not marks.isdisjoint(analysis.words.prepositions.reason)
    return is_reason and reason.pos_ in DEEDS and not any(child.dep_ == "cop" for child in reason.children)


def _is_danger(noun: Token, analysis: Analysis) -> bool:
    """Say whether a noun tells of danger that nobody spoke of: "threats [to shipping]", "[under] threat".

    Who makes threats to somebody speaks to him, and a threat to do something is one.
    """
    if noun.pos_ != "NOUN":
        return False
    prepositions = analysis.words.prepositions
    if marker_of(noun) in prepositions.exposure:
        return True
    aimed = any(child.dep_ == "nmod" and marker_of(child) in prepositions.dative for child in noun.children)
    above = entries(analysis.words, noun.head, EntryKind.SUPPORT)
    made = any(analysis.taxonomy.is_a(THREAT, over) for entry in above if entry.arguments for over in entry.over)
    return aimed and not made


def _is_among_them(verb: Token, analysis: Analysis) -> bool:
    """Say whether sides only are not of one mind: they "disagreed", or "disagree on the date", but not "with it"."""
    words = analysis.words
    against = any(marker_of(child) in words.prepositions.comitative for child in verb.children)
    return verb.pos_ == "VERB" and verb.lemma_.lower() in words.states.dissent_verb and not against


def _is_done_by_arms_only(verb: Token, analysis: Analysis) -> bool:
    """Say whether a person does what a verb tells of arms: a runner who "exploded from the blocks" is no bomb."""
    if verb.pos_ != "VERB" or any(child.dep_ in OBJECTS for child in verb.children):
        return False
    found = [e.arguments for e in entries(analysis.words, verb, EntryKind.EVENT) if not _takes_object(e)]
    doers = {argument.role for arguments in found for argument in arguments if argument.function is Function.SUBJECT}
    if doers != {WEAPON}:
        return False
    subjects = [filler.token for filler in verb_fillers(verb, analysis.words) if filler.function is Function.SUBJECT]
    named = [reference.entity for subject in subjects for reference in analysis.index.at(subject)]
    return bool(named) and all(analysis.index.entities[entity].kind == PERSON for entity in named)


def _takes_object(entry: LexicalEntry) -> bool:
    return any(argument.function is Function.OBJECT for argument in entry.required)


def _is_kept(verb: Token, analysis: Analysis) -> bool:
    """Say whether somebody goes on in an office: "retained her as minister", "will remain president"."""
    return verb.pos_ == "VERB" and verb.lemma_.lower() in analysis.words.states.keeping_verb


def _is_belittled(mention: EventMention, verb: Token, analysis: Analysis) -> bool:
    """Say whether a verb tells what somebody is held to be: "dismissed him [as a clown]", "struck her as cold".

    An office has no article: who was "dismissed as army chief" was one. Who is shot as a spy is shot all the same.
    """
    attack = analysis.taxonomy.is_a(mention.kind, ATTACK)
    found = entries(analysis.words, verb, EntryKind.EVENT) if attack else ()
    of_people = any(argument.filled_by and argument.role == TARGET for entry in found for argument in entry.required)
    if verb.pos_ != "VERB" or mention.figures or of_people:
        return False
    marker = analysis.words.prepositions.capacity
    held = (c for c in verb.children if c.i > verb.i and (marker_of(c) in marker or not marks_of(c).isdisjoint(marker)))
    return any((c.pos_ == "ADJ" or is_indefinite(c, analysis.words)) and c.dep_ in ADDED for c in held)


def _work_about(noun: Token, analysis: Analysis) -> str:
    """Return the play, film or book that is about what a noun tells, which the text itself does not tell then."""
    work = noun.head
    about = noun.dep_ == "nmod" and marker_of(noun) in analysis.words.prepositions.topic
    sort = sort_of(work, analysis.kinds) if about else None
    return work.text if sort is not None and analysis.kinds.is_a(sort.iri, WORK) else ""


def _vehicle_left(verb: Token, analysis: Analysis) -> str:
    """Return what somebody only leaves, and no office: "stepped down from the [train]"."""
    left = (child for child in verb.children if marker_of(child) in analysis.words.prepositions.ablative)
    sorts = ((noun, sort_of(noun, analysis.kinds)) for noun in left)
    return next((n.text for n, sort in sorts if sort is not None and analysis.kinds.is_a(sort.iri, CONVEYANCE)), "")


def _is_of_words(mention: EventMention, token: Token, analysis: Analysis) -> bool:
    """Say whether one person attacks another, with nothing but words in news of states: "her attack on Powell"."""
    word, states = token.lemma_.lower(), analysis.words.states
    if mention.figures or word not in states.onslaught_word:
        return False
    if word in states.tirade_word and all(argument.role != WEAPON for argument in mention.arguments):
        return True
    sides = {role: [a.entity for a in mention.arguments if a.role == role] for role in (ATTACKER, TARGET)}
    mounted = token.dep_ == "obj" and any(entries(analysis.words, token.head, EntryKind.SUPPORT))  # in words anywhere
    others = any(a.role not in sides and not (mounted and a.role == PLACE) for a in mention.arguments)
    people = (entity is not None and _is_person(entity, analysis) for side in sides.values() for entity in side)
    return not others and all(sides.values()) and all(people)


def _is_person(entity: int, analysis: Analysis) -> bool:
    return analysis.index.entities[entity].kind == PERSON


def _is_search(mention: EventMention, raid: Token, analysis: Analysis) -> bool:
    """Say whether the police enter a place, and hurt nobody there: "a police raid on a flat"."""
    if mention.figures or raid.lemma_.lower() not in analysis.words.states.raid_word:
        return False
    is_verb = raid.pos_ == "VERB"
    fillers = verb_fillers(raid, analysis.words) if is_verb else noun_fillers(raid, analysis.words)
    sorts = (sort_of(filler.token, analysis.kinds) for filler in fillers if filler.function is not Function.OBJECT)
    return any(sort is not None and analysis.kinds.is_a(sort.iri, POLICE) for sort in sorts)


def _is_posture(noun: Token, analysis: Analysis) -> bool:
    """Say whether a noun behind a preposition is what somebody is said to be: "his party is on the [march]"."""
    return "cop" in noun.labels and bool(marker_of(noun)) and noun.lemma_.lower() in analysis.words.states.posture_noun


def _is_at_home(mention: EventMention, token: Token, analysis: Analysis) -> bool:
    """Say whether somebody goes to a place of his own country, which is no visit: "returned to the White House"."""
    parties = [argument for argument in mention.arguments if argument.role == PARTICIPANT]
    goes = analysis.taxonomy.is_a(mention.kind, VISIT) or (len(parties) == 1 and _is_of_travel(token, analysis))
    if not goes:
        return False
    of_parties = {_country_of(argument.entity, analysis) for argument in parties}
    of_places = {_country_of(a.entity, analysis) for a in mention.arguments if a.role == PLACE}
    return len(of_parties) == 1 and of_parties == of_places and None not in of_parties


def _is_of_travel(verb: Token, analysis: Analysis) -> bool:
    """Say whether a verb leads to a place where people talk: "returned [to] London", "toured London"."""
    to = analysis.words.prepositions.dative
    if evokes(verb, {VISIT}, analysis.words, analysis.taxonomy):
        return True
    found = (argument for entry in entries(analysis.words, verb, EntryKind.SUPPORT) for argument in entry.arguments)
    return any(argument.role == PLACE and argument.markers & to for argument in found)


def _country_of(entity: int | None, analysis: Analysis) -> str | None:
    """Return the country that somebody represents or a place lies in, None where that is not known."""
    return None if entity is None else analysis.index.entities[entity].nation
