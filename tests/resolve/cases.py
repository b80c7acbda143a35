"""Minimal sentences with what must be one, what must stay apart, what a word means, and what it must not mean.

A surface is looked up in the text; "Trump#2" is its second occurrence. References are the last part of the IRI.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Case:
    promise: str
    text: str
    one: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    means: tuple[tuple[str, str], ...] = ()
    never: tuple[str, ...] = ()
    day: str | None = "2025-07-04"


MERGE = (
    Case(
        "who is thanked for his work did the work",
        "Joe Biden commended Narendra Modi for his message.",
        one=("Narendra Modi", "his"),
        day="2024-08-26",
    ),
    Case(
        "a quotation alone goes on with the speaker before it",
        "Donald Trump said he was disappointed with Vladimir Putin.\n\n“I am not happy.”",
        one=("Donald Trump", "I"),
    ),
    Case(
        "a family name is the full name before it",
        "Olena Zelenska arrived in Vienna. Zelenska spoke first.",
        one=("Olena Zelenska", "Zelenska#2"),
    ),
    Case(
        "a full name after the family name is the same person",
        "Mr Lavrov flew home. Sergey Lavrov had met Marco Rubio.",
        one=("Lavrov", "Sergey Lavrov"),
    ),
    Case(
        "romanisations of one name are one person",
        "Volodymyr Zelenskiy left. Zelenskyy said he was grateful, and Zelensky smiled.",
        one=("Volodymyr Zelenskiy", "Zelenskyy", "Zelensky"),
    ),
    Case(
        "a title stays outside the name",
        "President Emmanuel Macron spoke. Mr Macron left.",
        one=("Emmanuel Macron", "Macron#2"),
        means=(("Emmanuel Macron", "emmanuel-macron"),),
    ),
    Case(
        "a middle initial changes nothing",
        "Donald J. Trump spoke today. Donald Trump then left.",
        one=("Donald J. Trump", "Donald Trump"),
    ),
    Case(
        "a nickname of a known leader is the leader",
        "Joseph R. Biden, Jr. called Berlin. Biden was pleased.",
        one=("Joseph R. Biden, Jr.", "Biden#2"),
        means=(("Biden#2", "joe-biden"),),
        day="2022-03-01",
    ),
    Case(
        "a lone family name is the leader in office",
        "Biden called Berlin on Friday.",
        means=(("Biden", "joe-biden"),),
        day="2022-03-01",
    ),
    Case(
        "the office and the day pick the president", "President Trump spoke today.", means=(("Trump", "donald-trump"),)
    ),
    Case(
        "Chinese names put the family name first",
        "Xi Jinping met reporters. Xi thanked them.",
        one=("Xi Jinping", "Xi#2"),
        means=(("Xi Jinping", "xi-jinping"),),
    ),
    Case(
        "Korean names put the family name first",
        "Kim Jong Un watched the launch. Kim praised the troops.",
        one=("Kim Jong Un", "Kim#2"),
    ),
    Case(
        "a hyphen in a given name changes nothing",
        "Kim Jong-un watched the launch. Kim Jong Un praised the troops.",
        one=("Kim Jong-un", "Kim Jong Un"),
    ),
    Case(
        "Arabic particles belong to the name",
        "President Abdel Fattah el-Sisi of Egypt spoke. El-Sisi thanked him.",
        one=("Abdel Fattah el-Sisi", "El-Sisi"),
        means=(("Abdel Fattah el-Sisi", "abdel-fattah-el-sisi"),),
    ),
    Case(
        "a patronymic alone names the man",
        "Crown Prince Mohammed bin Salman arrived. Bin Salman left on Sunday.",
        one=("Mohammed bin Salman", "Bin Salman"),
    ),
    Case(
        "Dutch and German particles belong to the name",
        "Ursula von der Leyen spoke in Brussels. Von der Leyen was firm.",
        one=("Ursula von der Leyen", "Von der Leyen"),
    ),
    Case(
        "two Spanish family names go together",
        "Andrés Manuel López Obrador spoke. López Obrador smiled.",
        one=("Andrés Manuel López Obrador", "López Obrador#2"),
        day="2022-05-01",
    ),
    Case(
        "a king is the man with the numeral",
        "King Abdullah II of Jordan arrived. King Abdullah left.",
        one=("Abdullah II", "Abdullah#2"),
    ),
    Case(
        "a sheikh is called by his given name",
        "UAE President Sheikh Mohamed bin Zayed Al Nahyan called. Sheikh Mohamed was firm.",
        one=("Mohamed bin Zayed Al Nahyan", "Mohamed#2"),
    ),
    Case(
        "an office after the name is the person's",
        "Vladimir Putin, the Russian president, spoke. The Russian president smiled.",
        one=("Vladimir Putin", "Russian president#2"),
    ),
    Case(
        "the office of a country is the person of the document who holds it",
        "Ukrainian foreign minister Andrii Sybiha arrived. The Ukrainian foreign minister spoke.",
        one=("Andrii Sybiha", "Ukrainian foreign minister#2"),
    ),
    Case(
        "a head of state without a name is the holder of the day",
        "The Ukrainian president spoke on Friday.",
        means=(("Ukrainian president", "volodymyr-zelenskyy"),),
    ),
    Case(
        "the holder of the day changes with the day",
        "The US president spoke on Friday.",
        means=(("US president", "joe-biden"),),
        day="2023-02-03",
    ),
    Case(
        "a chancellor is a head of government",
        "The German chancellor spoke on Friday.",
        means=(("German chancellor", "olaf-scholz"),),
        day="2023-02-03",
    ),
    Case(
        "leader of a country is its president",
        "Mr Putin spoke. The Russian leader smiled.",
        one=("Putin", "Russian leader"),
    ),
    Case("he is the only man named", "Boris Pistorius arrived in Kyiv. He was tired.", one=("Boris Pistorius", "He")),
    Case("his is the subject's", "Boris Pistorius praised his troops.", one=("Boris Pistorius", "his")),
    Case("she is the woman", "Emmanuel Macron met Giorgia Meloni. She smiled.", one=("Giorgia Meloni", "She")),
    Case("he is not the woman", "Giorgia Meloni met Emmanuel Macron. He smiled.", one=("Emmanuel Macron", "He")),
    Case(
        "an object pronoun is the other one",
        "Mark Rutte met Pete Hegseth. Rutte praised him.",
        one=("Pete Hegseth", "him"),
    ),
    Case("I is the one who is quoted", "“I am very happy,” Donald Trump said.", one=("I", "Donald Trump")),
    Case("my is the one who is quoted", "Donald Trump said: “My call was good.”", one=("My", "Donald Trump")),
    Case(
        "United States has many names",
        "The United States and U.S. allies met. America agreed, and so did the US.",
        one=("United States", "U.S.", "America", "US"),
    ),
    Case("a demonym means its country", "Ukrainian drones left Ukraine.", one=("Ukrainian", "Ukraine")),
    Case("a country of a compound is the country", "US-led forces left the US.", one=("US", "US#2")),
    Case("people of a country mean the country", "Israelis protested in Israel.", one=("Israelis", "Israel")),
    Case(
        "a capital that warns is the government",
        "Kyiv warned Moscow on Friday. Ukraine agreed.",
        one=("Kyiv", "Ukraine"),
    ),
    Case(
        "a capital that receives arms is the government",
        "Poland sent weapons shipments to Kyiv. Ukraine agreed.",
        one=("Kyiv", "Ukraine"),
    ),
    Case(
        "a capital that owns troops is the government",
        "Moscow's troops advanced. Russia said so.",
        one=("Moscow", "Russia"),
    ),
    Case(
        "a plural names the same system",
        "Germany sent a Patriot battery. Patriots are missiles.",
        one=("Patriot battery", "Patriots"),
    ),
    Case(
        "a system with its noun is the system",
        "Russia fired Iskander-M ballistic missiles. Each Iskander missile hit.",
        one=("Iskander-M ballistic missiles", "Iskander missile"),
    ),
    Case(
        "British and American spelling are one weapon",
        "Spain gave air defence systems. Italy gave air defense systems.",
        one=("air defence systems", "air defense systems"),
    ),
    Case("an organization's names are one", "NATO met. Nato agreed.", one=("NATO", "Nato")),
    Case(
        "the pair are the two leaders named last",
        "Emmanuel Macron called Friedrich Merz. The two leaders agreed.",
        one=("two leaders", "Friedrich Merz"),
    ),
)

APART = (
    Case(
        "a first lady is not the president",
        "President Biden thanked Jill Biden.",
        apart=("Biden", "Jill Biden"),
        day="2022-03-01",
    ),
    Case(
        "a bare name beside the first lady is the president with the office",
        "Jill Biden smiled. President Biden spoke. Biden left.",
        apart=("Jill Biden", "Biden#3"),
        day="2022-03-01",
    ),
    Case(
        "a senator called like a leader is someone else",
        "Senator Tim Scott met Olaf Scholz.",
        apart=("Tim Scott", "Olaf Scholz"),
    ),
    Case("Niger is not Nigeria", "Niger closed its border with Nigeria.", apart=("Niger", "Nigeria")),
    Case(
        "a tank is not an armoured vehicle",
        "Poland has tanks and armored vehicles.",
        apart=("tanks", "armored vehicles"),
    ),
    Case(
        "Shahed drones are not all drones",
        "Shahed drones hit Odesa. Bayraktar drones did not.",
        apart=("Shahed drones", "Bayraktar drones"),
    ),
    Case(
        "the White House is not Washington",
        "The White House spoke. They met in Washington.",
        apart=("White House", "Washington"),
    ),
    Case(
        "a father and a son with numerals are two",
        "King Charles III met King Felipe VI.",
        apart=("Charles III", "Felipe VI"),
    ),
    Case(
        "he inside a quotation is not the speaker",
        "“I spoke to Vladimir Putin and he was angry,” Donald Trump said.",
        apart=("Donald Trump", "he"),
    ),
    Case(
        "an indefinite office is nobody in particular",
        "It was the first visit by an Indian prime minister to Kyiv. Narendra Modi smiled.",
        apart=("Indian", "Narendra Modi"),
    ),
    Case(
        "two family members are two people",
        "Melania Trump joined Donald Trump in Paris.",
        apart=("Melania Trump", "Donald Trump"),
    ),
    Case(
        "a lone family name shared by two is the leader",
        "Melania Trump joined Donald Trump. Trump said the talks went well.",
        apart=("Melania Trump", "Trump#3"),
    ),
    Case(
        "a woman's title keeps her apart",
        "Melania Trump joined Donald Trump. Mrs Trump wore black.",
        apart=("Donald Trump", "Trump#3"),
    ),
    Case(
        "two Johnsons are two people",
        "Boris Johnson criticised Mike Johnson on Friday.",
        apart=("Boris Johnson", "Mike Johnson"),
    ),
    Case(
        "two Kims are two people", "Kim Jong Un spoke after Kim Yo Jong had left.", apart=("Kim Jong Un", "Kim Yo Jong")
    ),
    Case(
        "a son is not his father",
        "Donald Trump Jr. spoke before Donald Trump did.",
        apart=("Donald Trump Jr.", "Donald Trump#2"),
    ),
    Case(
        "brothers are two people",
        "Vitali Klitschko thanked Wladimir Klitschko.",
        apart=("Vitali Klitschko", "Wladimir Klitschko"),
    ),
    Case(
        "another country's minister is not the leader whose name he has",
        "Colombian Defence Minister Pedro Sanchez met the Spanish prime minister.",
        apart=("Pedro Sanchez", "Spanish prime minister"),
        means=(("Spanish prime minister", "pedro-sanchez"),),
    ),
    Case(
        "two presidents are two people", "President Biden called President Xi.", apart=("Biden", "Xi"), day="2022-03-01"
    ),
    Case("linked names are two people", "The Trump-Putin call lasted an hour.", apart=("Trump", "Putin")),
    Case(
        "a president is not the president before",
        "The US president spoke on Friday. Joe Biden did not.",
        apart=("US president", "Joe Biden"),
    ),
    Case("he is not she", "Giorgia Meloni spoke. Emmanuel Macron said he agreed.", apart=("Giorgia Meloni", "he")),
    Case("him is not the subject", "Mark Rutte met Pete Hegseth. Rutte praised him.", apart=("Mark Rutte", "him")),
    Case(
        "I in another's quotation is not the one who listens",
        "“I am happy,” Friedrich Merz told Donald Trump.",
        apart=("I", "Donald Trump"),
    ),
    Case("countries of a pair stay apart", "The U.S.-India partnership grew.", apart=("U.S.", "India")),
    Case("North and South Korea are two", "North Korea threatened South Korea.", apart=("North Korea", "South Korea")),
    Case(
        "the two Congos are two",
        "The Democratic Republic of the Congo borders the Republic of the Congo.",
        apart=("Democratic Republic of the Congo", "Republic of the Congo#2"),
    ),
    Case("a city hit is not its government", "Kyiv was hit by 40 drones. Ukraine said so.", apart=("Kyiv", "Ukraine")),
    Case("in a capital is in the city", "They met in Kyiv. Ukraine said so.", apart=("Kyiv", "Ukraine")),
    Case(
        "an attack on a capital is on the city",
        "Russia launched an attack on Kyiv. Ukraine said so.",
        apart=("Kyiv", "Ukraine"),
    ),
    Case(
        "travel to a capital leads to the city",
        "Merz will travel to Washington. The United States said so.",
        apart=("Washington", "United States"),
    ),
    Case(
        "a capital's streets are the city's", "Moscow's streets were empty. Russia said so.", apart=("Moscow", "Russia")
    ),
    Case("the Kremlin is no country", "The Kremlin denied it. Russia said so.", apart=("Kremlin", "Russia")),
    Case(
        "the Pentagon is no country",
        "The Pentagon denied it. The United States said so.",
        apart=("Pentagon", "United States"),
    ),
    Case("a missile is not a drone", "Russia fired 11 missiles and 539 drones.", apart=("missiles", "drones")),
    Case(
        "listed systems stay apart",
        "The US sent HIMARS, Javelins and Stingers to Ukraine.",
        apart=("HIMARS", "Javelins", "Stingers"),
    ),
    Case(
        "cruise missiles are not ballistic missiles",
        "Russia fired cruise missiles. Iran fired ballistic missiles.",
        apart=("cruise missiles", "ballistic missiles"),
    ),
    Case(
        "a navy is not an air force",
        "The Russian Navy and the Russian Air Force took part.",
        apart=("Russian Navy", "Russian Air Force"),
    ),
    Case(
        "the Ukrainian and the Russian president are two",
        "The Ukrainian president spoke. The Russian president did not.",
        apart=("Ukrainian president", "Russian president"),
    ),
    Case(
        "an adviser is not the president he advises",
        "Kremlin aide Yuri Ushakov spoke for Vladimir Putin.",
        apart=("Yuri Ushakov", "Vladimir Putin"),
    ),
    Case(
        "a predecessor is someone else",
        "Donald Trump accused his predecessor, Joe Biden, on Friday.",
        apart=("Donald Trump", "Joe Biden"),
    ),
    Case("a country and its leader are two", "Russia’s Vladimir Putin spoke.", apart=("Russia", "Vladimir Putin")),
)

MEANINGS = (
    Case(
        "turkey is eaten, Turkey is a country",
        "They ate turkey in Turkey.",
        means=(("Turkey", "turkey"),),
        never=("turkey",),
    ),
    Case("us is no country", "They told us that the US agreed.", means=(("US", "united-states"),), never=("us",)),
    Case(
        "Georgia with Tbilisi is the country", "Georgia recalled its envoy to Tbilisi.", means=(("Georgia", "georgia"),)
    ),
    Case(
        "Georgia after Atlanta is the state",
        "They met in Atlanta, Georgia, on Friday.",
        means=(("Georgia", "georgia-us-state"),),
    ),
    Case("a man called Jordan is no country", "Michael Jordan flew to Chicago.", never=("Jordan",)),
    Case(
        "Jordan the country counts beside another", "Egypt and Jordan signed the deal.", means=(("Jordan", "jordan"),)
    ),
    Case("a man called Chad is no country", "Chad Smith spoke to reporters.", never=("Chad",)),
    Case("a man called Israel is no country", "Israel Katz, the defence minister, spoke.", never=("Israel",)),
    Case("patriots are people", "The patriots marched through Boston.", never=("patriots",)),
    Case("Patriots are missiles", "Germany bought Patriots and other missiles.", means=(("Patriots", "patriot"),)),
    Case("rounds of talks are no ammunition", "The two rounds of talks failed.", never=("rounds", "two rounds")),
    Case(
        "rounds that are fired are ammunition",
        "Troops fired artillery rounds at the town.",
        means=(("artillery rounds", "artillery-round"),),
    ),
    Case("arms of a body are no weapons", "She held the child in her arms.", never=("arms",)),
    Case("a drone attack has a drone", "A drone attack hit Odesa.", means=(("drone", "drone"),)),
    Case("air defence as a need is no device", "They discussed Ukraine's air defence needs.", never=("air defence",)),
    Case(
        "a number stays outside the weapon",
        "Russia fired 330 ballistic missiles.",
        means=(("ballistic missiles", "ballistic-missile"),),
    ),
    Case(
        "the maker stays in the weapon's phrase",
        "Russia fired Iran-designed drones.",
        means=(("Iran-designed drones", "drone"), ("Iran", "iran")),
    ),
    Case("glide bombs have several names", "Russia dropped gliding bombs.", means=(("gliding bombs", "glide-bomb"),)),
    Case(
        "a joined phrase names both weapons",
        "Russia fired cruise and ballistic missiles.",
        means=(
            ("cruise and ballistic missiles", "cruise-missile"),
            ("cruise and ballistic missiles", "ballistic-missile"),
        ),
    ),
    Case("an unknown system is a new weapon", "Russia fired Foo-7 missiles.", means=(("Foo-7 missiles", "missile"),)),
    Case("the Irish Times is no country", "He told the Kyiv Independent that the talks failed.", never=("Kyiv",)),
    Case(
        "pressure on a capital is on its government", "Pressure on Kyiv grew on Friday.", means=(("Kyiv", "ukraine"),)
    ),
    Case(
        "an official's government is not a person",
        "The Trump administration paused the aid.",
        means=(("Trump", "donald-trump"), ("Trump administration", "trump-administration")),
    ),
    Case("troops of a country are its own", "Polish troops crossed the river.", means=(("Polish", "poland"),)),
    Case("General Staff is no person", "Ukraine's General Staff spoke on Friday.", never=("Staff",)),
    Case(
        "US and Russian presidents are two people",
        "The US and Russian presidents spoke. Donald Trump and Vladimir Putin agreed.",
        means=(("US and Russian presidents", "donald-trump"), ("US and Russian presidents", "vladimir-putin")),
    ),
)

OFFICES = (
    ("Ukrainian president Volodymyr Zelenskiy spoke.", "Volodymyr Zelenskiy", "president", "ukraine"),
    ("U.S. President Donald Trump spoke.", "Donald Trump", "president", "united-states"),
    ("President Abdel Fattah el-Sisi of Egypt spoke.", "Abdel Fattah el-Sisi", "president", "egypt"),
    ("Prime Minister Narendra Modi of India spoke.", "Narendra Modi", "prime minister", "india"),
    ("German defence minister Boris Pistorius spoke.", "Boris Pistorius", "defence minister", "germany"),
    ("Kremlin foreign policy aide Yuri Ushakov spoke.", "Yuri Ushakov", "foreign policy aide", "kremlin"),
    ("Vladimir Putin, the Russian president, spoke.", "Vladimir Putin", "president", "russia"),
    ("Ukraine's foreign minister, Andrii Sybiha, spoke.", "Andrii Sybiha", "foreign minister", "ukraine"),
    ("NATO Secretary General Mark Rutte spoke.", "Mark Rutte", "secretary general", "nato"),
    ("President of Finland Sauli Niinistö spoke.", "Sauli Niinistö", "president", "finland"),
    (
        "Ursula von der Leyen, president of the European Commission, spoke.",
        "Ursula von der Leyen",
        "president",
        "european-commission",
    ),
    (
        "Tymur Tkachenko, Kyiv's military administration chief, spoke of Ukraine.",
        "Tymur Tkachenko",
        "military administration chief",
        "ukraine",
    ),
)
