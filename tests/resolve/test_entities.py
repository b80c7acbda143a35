"""Names that news writes in ways that mislead: one text for each kind of mistake, and its opposite."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.resolve.reading import local, meant, names, resolution_of

if TYPE_CHECKING:
    from tests.resolve.reading import Reading


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Kachin fighters seized a bridge, and 9 allied fighters were killed.", "Weapon", set()),
        ("Rebel fighters took Goma from soldiers.", "Weapon", set()),
        ("Rebel fighters shot down a helicopter near Goma.", "Weapon", {"helicopter"}),
        ("The general ordered his fighters to leave Goma.", "Weapon", set()),
        ("Hamas fighters hid as jets flew over Rafah.", "Weapon", set()),
        ("Six rebel fighters and a suicide bomber died in Mogadishu.", "Weapon", set()),
        ("Japan scrambled fighters as Chinese planes neared Okinawa.", "Weapon", {"fighters"}),
        ("Norway sold Ukraine four fighters.", "Weapon", {"fighters"}),
        ("The RAND think tank called the loan a ticking time-bomb.", "Weapon", set()),
        ("He stuck to his guns and bit the bullet.", "Weapon", set()),
        ("The tank-top firm closed.", "Weapon", set()),
        ("Ottawa suspended arms permits for Chad.", "Weapon", {"weapon"}),
        ("The premier dodged a bullet, aides said.", "Weapon", set()),
        ("A bomb went off near a tank.", "Weapon", {"bomb", "tank"}),
        ("Senators want to stop arms exports to Egypt.", "Weapon", {"weapon"}),
        ("He waved both arms at the crowd.", "Weapon", set()),
        ("Germany will donate a decommissioned ship to Ghana.", "Weapon", {"decommissioned ship"}),
        ("Norway will send a surplus Danish ship to Togo.", "Weapon", {"ship"}),
        ("Norway handed over a decommissioned navy vessel to Togo.", "Weapon", {"decommissioned navy vessel"}),
        ("The migrant ship sank off Libya.", "Weapon", set()),
        ("The annual Cobra Gold drills opened in Korat, after Kartini was postponed.", "Person", set()),
        ("The drills, named Vostok and Grom, worried Tokyo.", "Person", set()),
        ("The Cobra Gold drills opened in Korat as Kamandag began.", "Person", set()),
        ("The general opened the exercise, and Petrov followed.", "Person", {"Petrov"}),
        ("Anwar Ibrahim met Aishah bt Yusof.", "Person", {"Anwar Ibrahim", "Aishah bt Yusof"}),
        ("A man named Vostok spoke.", "Person", {"Vostok"}),
        ("Exercise Malabar ended after Talisman Sabre was cancelled.", "Person", set()),
        ("Merkel called Martin Poland.", "Person", {"Merkel", "Martin Poland"}),
        ("They prayed to Jesus for the dead.", "Person", set()),
        ("Gabriel Jesus scored twice.", "Person", {"Gabriel Jesus"}),
        ("We hope that God and Allah protect the dead.", "Person", set()),
        ("He wrote for Mada Masr. Mada Masr was blocked.", "Person", set()),
        ("He told Al-Akhbar that it was over. Al-Akhbar printed it.", "Person", set()),
        ("They took questions from Mediapart. Mediapart asked the mayor why.", "Person", set()),
        ("The museum is the largest in the South American nation.", "Country", set()),
        ("Rockets hit the Indonesian Hospital in Beit Lahiya.", "Country", set()),
        ("Police stormed the Iranian Mosque in Hamburg.", "Country", set()),
        ("Rockets hit an Indonesian hospital in Beit Lahiya.", "Country", {"Indonesia"}),
        ("The Congress of Karen Peoples (CKP) met.", "Organization", {"Congress of Karen Peoples"}),
        ("Members of the National Salvation Front (NSF) met.", "Organization", {"National Salvation Front"}),
        ("Egypt's Minister of Antiquities spoke.", "Place", set()),
        ("The Secretary of Agriculture of Ghana quit.", "Organization", set()),
        ("The Catalan National Guard attacked Tumbes.", "Organization", {"Catalan National Guard"}),
        ("Kenya's Senate and Uganda's Parliament condemned Rwanda.", "Organization", {"Senate", "Parliament"}),
        ("Ghana's Chamber of Commerce and Industry sued.", "Organization", {"Chamber of Commerce and Industry"}),
        ("Kenya's Minister of Health did not answer.", "Organization", set()),
        (
            "“President [Joko] Widodo and President [Rodrigo] Duterte met,” Cruz said.",
            "Person",
            {"Joko Widodo", "Rodrigo Duterte", "Cruz"},
        ),
        (
            "“I told [Abdel Fattah] al-Burhan and [Salva] Kiir so,” Okello said.",
            "Person",
            {"Abdel Fattah al-Burhan", "Salva Kiir", "Okello"},
        ),
    ],
)
def test_what_is_named(text: str, kind: str, expected: set[str], nlp: Reading) -> None:
    assert names(nlp(text), kind) == expected


@pytest.mark.parametrize(
    ("text", "words", "reference"),
    [
        ("Chad said it was ready. It added that planes had landed.", "It", "chad"),
        ("Jordan expelled two envoys. It said that they had spied.", "It", "jordan"),
        ("Armenian forces shelled the Azeri town of Agdam.", "Azeri", "azerbaijan"),
        ("Sofia wants U.S. Javelin missiles and French Caesar guns.", "French", "france"),
        ("Georgia's governor Brian Kemp spoke.", "Georgia", "georgia-us-state"),
        ("Georgia's senator Raphael Warnock spoke.", "Georgia", "georgia-us-state"),
        ("Senator Jon Ossoff of Georgia spoke.", "Georgia", "georgia-us-state"),
        ("President Mikheil Kavelashvili of Georgia spoke.", "Georgia", "georgia"),
        ("The Ecuadorean National Guard attacked Tumbes.", "Ecuadorean", "ecuador"),
        ("Georgia's president Mikheil Kavelashvili spoke.", "Georgia", "georgia"),
        ("Angola says its raids on Congo were small.", "its", "angola"),
        ("Soviet troops left Kabul in 1989.", "Soviet", "soviet-union"),
        ("Yugoslavia broke up in 1991.", "Yugoslavia", "yugoslavia"),
        ("Zaire invaded Angola in 1975.", "Zaire", "zaire"),
    ],
)
def test_which_country_is_meant(text: str, words: str, reference: str, nlp: Reading) -> None:
    assert [local(entity.reference) for entity in meant(nlp(text), words)] == [reference]


@pytest.mark.parametrize(
    ("text", "person", "country", "tenures"),
    [
        ("Reuters photographer Ivan Petrov was hurt in Tyre.", "Ivan Petrov", None, {"photographer"}),
        ("Nadia Aziz, head of the London-based observatory, said no more.", "Nadia Aziz", None, {"head"}),
        ("Tom Berger, spokesman for a Sweden-based charity, spoke.", "Tom Berger", None, {"spokesman"}),
        ("Carlos Ruiz, vice-chairman of Pemex, denied it.", "Carlos Ruiz", None, {"vice-chairman"}),
        ("Sen. Jon Ossoff of Georgia spoke.", "Jon Ossoff", "united-states", set()),
        ("Editor-in-Chief Rosa Lima of the daily El Pais denied it.", "Rosa Lima", None, {"editor-in-chief"}),
        ("Clara Weiss, an Austrian-Israeli lawyer, agreed.", "Clara Weiss", None, {"lawyer"}),
        ("Jose Garcia, a lawyer in Lima, agreed.", "Jose Garcia", None, {"lawyer"}),
        ("Ivan Petrov, a Bulgarian chess champion, agreed.", "Ivan Petrov", None, {"chess champion"}),
        ("Under-Secretary-General Rosemary DiCarlo spoke.", "Rosemary DiCarlo", None, {"under-secretary-general"}),
        ("Deputy editor-in-chief Yuri Orlov of Kommersant quit.", "Yuri Orlov", None, {"deputy editor-in-chief"}),
        ("Clara Weiss, an Austrian minister, agreed.", "Clara Weiss", "austria", {"minister"}),
        ("Thai Navy commander Somchai Dee spoke in Phuket.", "Somchai Dee", "thailand", {"navy commander"}),
        ("Former Brazilian president Ana Souza spoke.", "Ana Souza", "brazil", set()),
        ("Ex-Prime Minister Karl Huber of Austria spoke.", "Karl Huber", "austria", set()),
    ],
)
def test_whom_a_person_serves(text: str, person: str, country: str | None, tenures: set[str], nlp: Reading) -> None:
    resolution = resolution_of(nlp(text))
    (index,) = (i for i, entity in enumerate(resolution.entities) if entity.name == person)
    assert local(resolution.entities[index].country) == country
    assert {tenure.office for tenure in resolution.tenures if tenure.holder == index} == tenures


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("The Front for a Free Jazira (FJL) took a base. The FJL lost 9 men.", "Front for a Free Jazira", "FJL"),
        ("The toll in Agdere Town rose. Agdere is in Azerbaijan.", "Agdere Town", "Agdere"),
        ("The mayor of Ganja City spoke. Shells had hit Ganja.", "Ganja City", "Ganja"),
        ("The US-led coalition said 9 people died. The coalition hit back.", "US-led coalition", "coalition"),
        (
            "Two died in a raid by the French-led task force. The task force lied.",
            "French-led task force",
            "task force",
        ),
    ],
)
def test_two_names_of_one(text: str, one: str, other: str, nlp: Reading) -> None:
    doc = nlp(text)
    assert meant(doc, one) == meant(doc, other) != []


@pytest.mark.parametrize("deed", ["fought for days", "shelled each other", "exchanged fire"])
def test_both_sides_are_those_who_fight(deed: str, nlp: Reading) -> None:
    doc = nlp(f"Peru and Chile {deed}. Brazil and Bolivia stayed out. Macron deplored raids by both sides.")
    assert {entity.name for entity in meant(doc, "both sides")} == {"Peru", "Chile"}
