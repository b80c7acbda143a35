from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.knowledge.files import read_sources
from kg.knowledge.words.endings import read_endings
from tests.known import KNOWLEDGE

ENDINGS = KNOWLEDGE.words.endings


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("tank", "tanks"),
        ("battery", "batteries"),
        ("Turkey", "Turkeys"),
        ("Swiss", "Swisses"),
        ("Englishman", "Englishmen"),
        ("German", "Germans"),
        ("torch", "torches"),
    ],
)
def test_a_plural_is_spelt_by_the_first_rule_that_fits(noun: str, plural: str) -> None:
    assert ENDINGS.plural(noun) == plural


@pytest.mark.parametrize(
    ("form", "nouns"),
    [("tanks", {"tanks", "tank"}), ("batteries", {"batteries", "battery", "batterie"}), ("tank", {"tank"})],
)
def test_a_form_may_be_the_plural_of_what_any_rule_gives(form: str, nouns: set[str]) -> None:
    assert ENDINGS.singulars_of(form) == nouns


def test_a_rule_that_is_no_pattern_is_refused(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    rule = ':r a kg:PluralRule ; kg:ruleOrder 1 ; kg:pattern "(" ; kg:replacement "s" .'
    forms = 'kg:OrdinalEnding kg:form "th" . kg:FiniteEnding kg:form "s" . kg:GerundEnding kg:form "ing" .'
    prefixes = "@prefix kg: <https://w3id.org/newskg/ontology#> . @prefix : <https://example.org/> ."
    (tmp_path / "en" / "endings.ttl").write_text(f"{prefixes}\n{forms}\n{rule}", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"en/endings\.ttl"):
        read_endings(read_sources(tmp_path))
