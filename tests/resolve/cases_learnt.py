"""Minimal sentences for mistakes that a run over two thousand texts showed, as pairs of what is one and what is not."""

from __future__ import annotations

from tests.resolve.cases import Case

MERGE = (
    Case(
        "a nickname and the name in full are one person",
        "Robert Joseph Dole was born in Kansas. Bob Dole was a senator.",
        one=("Robert Joseph Dole", "Bob Dole"),
    ),
    Case(
        "a middle initial stands for the middle name",
        "Hugh Reavis Nelson led the platoon. Hugh R. Nelson came home.",
        one=("Hugh Reavis Nelson", "Hugh R. Nelson"),
    ),
    Case(
        "dotted initials stand for the names",
        "George Herbert Walker Bush spoke. George H.W. Bush left.",
        one=("George Herbert Walker Bush", "George H.W. Bush"),
    ),
    Case(
        "an initial that is also an article belongs to the name",
        "Duane A. Bedell joined in 1990. Bedell left in 2000.",
        one=("Duane A. Bedell", "Bedell#2"),
    ),
    Case(
        "a rank stays outside the name",
        "Private First Class Kenneth David held the line. Kenneth David was honored.",
        one=("Kenneth David", "Kenneth David#2"),
    ),
    Case(
        "the country before a name stays outside it",
        "Joe Biden spoke with the President of Finland Sauli Niinistö. Niinistö agreed.",
        one=("Sauli Niinistö", "Niinistö#2"),
        means=(("Sauli Niinistö", "sauli-niinisto"),),
        day="2022-05-01",
    ),
    Case(
        "a verb behind a name in a headline is no part of it",
        "Biden Visits Kyiv\n\nBiden met reporters.",
        one=("Biden", "Biden#2"),
        day="2023-02-20",
    ),
    Case(
        "she is the woman whom only the reference data knows in full",
        "Speaker Pelosi met Prime Minister Modi. She smiled.",
        one=("Pelosi", "She"),
        day="2022-05-01",
    ),
    Case(
        "he is not the woman whom only the reference data knows in full",
        "Speaker Pelosi met Prime Minister Modi. He smiled.",
        one=("Modi", "He"),
        day="2022-05-01",
    ),
    Case(
        "the president of a country is the one in office",
        "It was great to see President Obama. The US president left. Joe Biden smiled.",
        one=("US president", "Joe Biden"),
        day="2022-03-01",
    ),
    Case(
        "the office of a phrase with its country is the person behind it",
        "Prime Minister of Canada Justin Trudeau left.",
        one=("Prime Minister of Canada", "Justin Trudeau"),
        day="2022-03-01",
    ),
    Case(
        "an acronym in brackets is the organization before it",
        "The Federal Emergency Management Agency (FEMA) sent tents. FEMA said so.",
        one=("Federal Emergency Management Agency", "FEMA", "FEMA#2"),
    ),
    Case(
        "letters of a name are its acronym",
        "The Environmental Protection Agency said so. An EPA official left.",
        one=("Environmental Protection Agency", "EPA"),
    ),
    Case(
        "the Commission is the one named before",
        "The European Commission met. The Commission agreed.",
        one=("European Commission", "The Commission"),
    ),
    Case(
        "the two are the only two named last",
        "Donald Trump called Vladimir Putin on Thursday. The two discussed Ukraine.",
        one=("two", "Donald Trump"),
    ),
    Case(
        "both are the two of the sentence before",
        "Emmanuel Macron met Friedrich Merz. Both left early.",
        one=("Both", "Friedrich Merz"),
    ),
    Case(
        "the two countries are the two named last",
        "India and Pakistan agreed to a ceasefire. The two countries will hold talks.",
        one=("two countries", "Pakistan"),
    ),
    Case(
        "I in a statement is its author",
        "Statement by President Joe Biden on Ukraine\n\nToday, I spoke with President Zelenskyy.",
        one=("Joe Biden", "I"),
        day="2022-03-01",
    ),
    Case(
        "I in a transcript is whose turn it is",
        "Remarks on Friday\n\nMS. PSAKI: I thank you.\n\nQ Am I next?",
        one=("PSAKI", "I"),
        day="2022-03-01",
    ),
    Case(
        "our troops are the speaker's country's",
        "“We will send our soldiers,” French president Emmanuel Macron said.",
        one=("our", "French"),
    ),
    Case(
        "the leaders are all that were named together",
        "Joe Biden called Emmanuel Macron, Olaf Scholz and Boris Johnson. The leaders agreed.",
        one=("leaders", "Emmanuel Macron"),
        day="2022-03-07",
    ),
    Case(
        "an office of old tells nothing against a leader",
        "It passed with then-Senator Biden as its champion. President Biden signed it.",
        one=("Biden", "Biden#2"),
        means=(("Biden", "joe-biden"),),
        day="2021-06-30",
    ),
    Case(
        "an office to come tells nothing against a leader",
        "Reporters asked President-elect Trump about it. Trump left.",
        one=("Trump", "Trump#2"),
        means=(("Trump", "donald-trump"),),
        day="2024-11-29",
    ),
    Case(
        "a king is the king of the country before him",
        "Jordan Bardella was in France. Jordan's King Abdullah II thanked Jordanians.",
        one=("Jordan#2", "Jordanians"),
    ),
    Case(
        "a short form tells the gender of the name",
        "Bobby Kennedy met Ethel Skakel. She smiled.",
        one=("Ethel Skakel", "She"),
    ),
)

APART = (
    Case(
        "a W. is no H. W.",
        "George W. Bush followed his father. George H.W. Bush was proud.",
        apart=("George W. Bush", "George H.W. Bush"),
    ),
    Case(
        "different middle initials are two people",
        "Susan A. Davis and Susan M. Davis testified.",
        apart=("Susan A. Davis", "Susan M. Davis"),
    ),
    Case(
        "a woman and a man of one family name are two",
        "Robert Dole thanked Elizabeth Dole.",
        apart=("Robert Dole", "Elizabeth Dole"),
    ),
    Case(
        "the president is not a president of long ago",
        "Reporters thanked President Obama. The president left. Joe Biden smiled.",
        apart=("Obama", "president"),
        day="2022-03-01",
    ),
    Case(
        "a president is no minister of the same name",
        "Reporters thanked President Carter. Ash Carter was not there.",
        apart=("Carter", "Ash Carter"),
        day="2016-03-01",
    ),
    Case(
        "who is spoken to is not who is spoken of",
        "“Madam Vice President, Donald Trump called you on Friday,” he said. Kamala Harris laughed.",
        apart=("Donald Trump", "Kamala Harris"),
        day="2024-10-16",
    ),
    Case(
        "Moody is not Modi",
        "Narendra Modi met Ashley Moody.",
        apart=("Narendra Modi", "Ashley Moody"),
    ),
    Case(
        "a hurricane is not the woman called like it",
        "Helene Mercier left before Hurricane Helene struck Florida.",
        apart=("Helene Mercier", "Florida"),
        never=("Hurricane Helene", "Helene#2"),
    ),
    Case(
        "a bridge is not the man it is named after",
        "Francis Scott Key wrote a poem. The Francis Scott Key Bridge fell into the river in Baltimore.",
        apart=("Francis Scott Key", "Baltimore"),
        never=("Francis Scott Key#2",),
    ),
    Case(
        "he is not she, even by family name alone",
        "Speaker Pelosi met Prime Minister Modi. She smiled and he left.",
        apart=("Modi", "Pelosi"),
        day="2022-05-01",
    ),
    Case(
        "a man designated for an office is not the one who holds it",
        "Israeli Prime Minister-designate Benjamin Netanyahu called Yair Lapid.",
        apart=("Benjamin Netanyahu", "Yair Lapid"),
        never=("Israeli Prime Minister",),
        day="2022-11-07",
    ),
    Case(
        "letters that are not a name's are another's",
        "The Environmental Protection Agency called NASA. NASA said so.",
        apart=("Environmental Protection Agency", "NASA#2"),
    ),
    Case(
        "a commission is not the European one",
        "Russia's election commission met. The European Union did not. The Commission agreed.",
        apart=("European Union", "Russia"),
        never=("The Commission",),
    ),
    Case(
        "a plan is no navy",
        "China and its Plan met the People's Liberation Army Navy.",
        apart=("China", "People's Liberation Army Navy"),
        never=("Plan",),
    ),
    Case(
        "the two of three are nobody in particular",
        "Donald Trump called Vladimir Putin and Xi Jinping. The two discussed Ukraine.",
        apart=("Donald Trump", "Vladimir Putin"),
        never=("two",),
    ),
    Case(
        "both of a list are no pair before it",
        "Emmanuel Macron met Friedrich Merz. Both Italy and Spain left early.",
        apart=("Emmanuel Macron", "Friedrich Merz"),
        never=("Both",),
    ),
    Case(
        "the two countries are not two of three",
        "India and Pakistan agreed on it with China. The two countries will hold talks.",
        apart=("India", "Pakistan"),
        never=("two countries",),
    ),
    Case(
        "I in a joint statement is neither",
        "Joint Statement by President Joe Biden and Prime Minister Narendra Modi\n\nI agree.",
        apart=("Joe Biden", "Narendra Modi"),
        never=("I",),
        day="2022-03-01",
    ),
    Case(
        "I in a question is not the one who answers",
        "Remarks on Friday\n\nMS. PSAKI: Thank you.\n\nQ Did I hear Jake Sullivan?",
        apart=("PSAKI", "Jake Sullivan"),
        never=("I",),
        day="2022-03-01",
    ),
    Case(
        "our children are no country's",
        "“We love our children,” French president Emmanuel Macron said.",
        apart=("French", "Emmanuel Macron"),
        never=("our",),
    ),
    Case(
        "a minister called like his country is not the country",
        "Israel Katz, the defence minister of Israel, spoke.",
        apart=("Israel Katz", "Israel#2"),
    ),
    Case(
        "two seats of one government are two",
        "The Pentagon called the White House on Friday.",
        apart=("Pentagon", "White House"),
    ),
    Case(
        "an ambassador to a country is not its president",
        "US ambassador to Ukraine Bridget Brink met Volodymyr Zelenskyy.",
        apart=("Bridget Brink", "Volodymyr Zelenskyy"),
        day="2024-01-01",
    ),
    Case(
        "the next of a list is no apposition",
        "Joe Biden spoke with Prime Minister Netanyahu, the Amir of Qatar, and President Sisi.",
        apart=("Netanyahu", "Sisi"),
        means=(("Netanyahu", "benjamin-netanyahu"),),
        day="2024-05-16",
    ),
    Case(
        "what a headline says somebody owns is no part of the name",
        "BIDEN'S ECONOMIC AGENDA\n\nJoe Biden spoke with Jill Biden.",
        apart=("Joe Biden", "Jill Biden"),
        never=("BIDEN'S ECONOMIC AGENDA",),
        day="2023-05-16",
    ),
    Case(
        "his goes with a subject without a name",
        "Yuri Ushakov, the Kremlin aide, spoke. The German defence minister met his US counterpart.",
        apart=("Yuri Ushakov", "German"),
        never=("his",),
    ),
    Case(
        "a country is not a man whose given name it is",
        "Jordan Bardella was in France. Jordan's King Abdullah II spoke.",
        apart=("Jordan Bardella", "Jordan#2"),
    ),
    Case(
        "he is not the woman beside a short form",
        "Bobby Kennedy met Ethel Skakel. He smiled.",
        apart=("Ethel Skakel", "He"),
    ),
)

MEANINGS = (
    Case(
        "weapons in general are the root of the types",
        "Poland sent weapons to Ukraine.",
        means=(("weapons", "weapon"),),
    ),
    Case("a word that begins a sentence is no name", "So, Olaf Scholz left. So be it.", never=("So", "So#2")),
    Case(
        "an acronym behind an office is no person", "The director NIH needs is here, Monica Lee said.", never=("NIH",)
    ),
    Case(
        "the Q of a transcript is no name",
        "Q Netanyahu just gave a speech.",
        means=(("Netanyahu", "benjamin-netanyahu"),),
    ),
    Case(
        "a headline's verb is no part of the name of who holds the office",
        "President Trump Unleashes Permitting Technology for the Century. President Trump is pleased.",
        means=(("Trump", "donald-trump"), ("Trump#2", "donald-trump")),
        never=("Technology",),
    ),
    Case(
        "nor behind his name in full",
        "President Donald J. Trump Celebrates Farmers, as Vice President Vance Delivers Results.",
        means=(("Donald J. Trump", "donald-trump"), ("Vance", "jd-vance")),
    ),
    Case(
        "a handle in front is no part of the name",
        "Olaf Scholz congratulates @FlightNews Mike Whitaker on his nomination.",
        never=("FlightNews Mike Whitaker", "FlightNews"),
    ),
    Case(
        "an office behind a comma is no generation",
        "Olaf Scholz met Aaron Miller, Senior Fellow at the institute. Miller spoke.",
        never=("Aaron Miller, Senior",),
    ),
    Case(
        "parties of a case are no persons",
        "We must protect Roe v. Wade, Olaf Scholz said. Roe is the law.",
        never=("Roe", "Wade", "Roe#2"),
    ),
    Case(
        "a county that a prince owns is no person",
        "Joint Base Andrews Prince George’s County, Maryland, is where Olaf Scholz landed.",
        never=("George",),
    ),
    Case("a camp is no person", "They met at Camp David on Friday.", never=("David",)),
)

OFFICES = (
    ("Presidents Donald Trump and Vladimir Putin spoke of Russia.", "Vladimir Putin", "president", "russia"),
    ("U.S. Senators Tom Cotton, Mark Kelly and Rick Scott met.", "Rick Scott", "senator", "united-states"),
)
