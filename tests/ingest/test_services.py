"""Exports of Factiva and Nexis: files of many articles, in each of the layouts that the two write."""

from __future__ import annotations

import io
import sys
from datetime import date
from typing import TYPE_CHECKING

import docx
import pytest

from kg.ingest import read
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from pathlib import Path

    from kg.errors import KgError
    from kg.records import Document

CODED = """SE   World
HD   Ministers of Norland and Sudia
     speak by telephone
BY   By Ann Able and
     Bob Bright
WC   212 words
PD   4 July 2025
ET   10:12
SN   Example News
SC   EXMN
LA   English
CY   (c) 2025 Example News Limited

LP
The foreign minister of Norland called her colleague on Friday.

IN Sudia nobody had expected it.

TD
They spoke for 40 minutes.

HD is not said here, and RE stands for nothing.

CO   exmn : Example News
NS   gdip : International Relations
AN   Document EXMN000020250704el7400abc
"""
TABBED = """HD\tStrike of the dockers ends
WC\t80 words
PD\t5 July 2025
SN\tDaily Example
LP\t
The dockers returned to work on Saturday.

TD\t
A union spoke of a victory.

PUB\tExample Media
AN\t
Document DEXA000020250705el7500xyz
"""
DISPLAYED = """World News
Storm closes the harbour of Norport

By Carla Cole
1,024 words
6 July 2025
09:15
The Example Post
EXPO
Late Edition - Final
A
1
English
Copyright 2025 The Example Post Company. All Rights Reserved.

NORPORT -- A storm closed the harbour on Sunday.

Page 3 of 9 © 2025 Factiva, Inc. All rights reserved.

Nobody was hurt.

Document EXPO000020250706el7600qrs
"""
SUMMARY = "\nSearch Summary\nText\tminister*\nDate\tIn the last week\nSource\tAll Sources\n"

OLDER = """                               1 of 2 DOCUMENTS


                              The Example Times

                             July 4, 2025 Friday
                              Late Edition - Final

Ministers of Norland and Sudia
Speak by Telephone

BYLINE: By ANN ABLE

SECTION: Section A; Column 0; Foreign Desk; Pg. 1

LENGTH: 212 words

DATELINE: NORPORT

The foreign minister of Norland called her colleague on Friday, and
the answer was short.

They spoke for 40 minutes.

URL: http://www.example.org/2025/07/04/call.html

GRAPHIC: PHOTO: The minister. (PHOTOGRAPH BY BOB BRIGHT)

LOAD-DATE: July 5, 2025

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper


                 Copyright 2025 The Example Times Company
                            All Rights Reserved


                               2 of 2 DOCUMENTS

                      Copyright 2025 Example Press Agency
                              All Rights Reserved
                         Example Press Agency -- English

                      July 5, 2025 Saturday 6:12 AM GMT

LENGTH: 80 words

HEADLINE: Strike of the dockers
ends

BODY:
The dockers returned to work on Saturday.

LOAD-DATE: July 6, 2025
"""
NEWER = """Ministers of Norland and Sudia Speak by Telephone
The Example Times
July 4, 2025 Friday
Late Edition - Final


Copyright 2025 The Example Times Company All Rights Reserved
Section: Section A; Column 0; Foreign Desk; Pg. 1
Length: 212 words
Byline: By ANN ABLE
Dateline: NORPORT
Body


The foreign minister of Norland called her colleague on Friday.
They spoke for 40 minutes.


Graphic

Photo: The minister.

Load-Date: July 5, 2025


End of Document

Strike of the Dockers Ends
Daily Example (Norport)
5 July 2025


Copyright 2025 Example Media All Rights Reserved
Length: 80 words
Body


The dockers returned to work on Saturday.


Load-Date: July 6, 2025


End of Document
"""


def read_text(tmp_path: Path, text: str, name: str = "export.txt") -> tuple[list[Document], list[KgError]]:
    problems: list[KgError] = []
    (tmp_path / name).write_text(text, encoding="utf-8")
    return list(read([tmp_path / name], KNOWLEDGE.boilerplate, on_problem=problems.append)), problems


def test_factiva_with_codes(tmp_path: Path) -> None:
    (one, other), problems = read_text(tmp_path, CODED + TABBED + SUMMARY)
    assert problems == []
    assert (one.id, one.date, one.outlet) == ("EXMN000020250704el7400abc", date(2025, 7, 4), "Example News")
    assert one.title == "Ministers of Norland and Sudia speak by telephone"
    assert one.text.split("\n\n") == [
        "The foreign minister of Norland called her colleague on Friday.",
        "IN Sudia nobody had expected it.",
        "They spoke for 40 minutes.",
        "HD is not said here, and RE stands for nothing.",
    ]
    assert (other.id, other.date, other.outlet) == ("DEXA000020250705el7500xyz", date(2025, 7, 5), "Daily Example")
    assert other.title == "Strike of the dockers ends"
    assert other.text == "The dockers returned to work on Saturday.\n\nA union spoke of a victory."


def test_factiva_as_it_displays_articles(tmp_path: Path) -> None:
    (one, other), problems = read_text(tmp_path, DISPLAYED + DISPLAYED.replace("EXPO0000", "EXPP0000"))
    assert problems == []
    assert (one.date, one.outlet) == (date(2025, 7, 6), "The Example Post")
    assert one.title == other.title == "Storm closes the harbour of Norport"
    assert one.text == "NORPORT -- A storm closed the harbour on Sunday.\n\nNobody was hurt."


def test_factiva_as_rich_text_in_the_rows_of_a_table(tmp_path: Path) -> None:
    rows = (
        r"\trowd\cellx900\cellx9000\intbl{\b HD}\cell Norland\rquote s minister calls Gda\u324?sk\cell\row",
        r"\trowd\cellx900\cellx9000\intbl PD\cell 4 July 2025\cell\row",
        r"\trowd\cellx900\cellx9000\intbl SN\cell Example News\cell\row",
        r"\trowd\cellx900\cellx9000\intbl LP\cell\par The minister called her colleague | on Friday.\par\cell\row",
        r"\trowd\cellx900\cellx9000\intbl TD\cell\par They spoke at the Caf\'e9.\par\par Nobody else did.\cell\row",
        r"\trowd\cellx900\cellx9000\intbl AN\cell Document EXMN000020250704el7400abc\cell\row",
    )
    head = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\header Page 1}"
    (one,), problems = read_text(tmp_path, f"{head}{' '.join(rows)}}}", "export.rtf")
    assert problems == []
    assert (one.id, one.date, one.outlet) == ("EXMN000020250704el7400abc", date(2025, 7, 4), "Example News")
    assert one.title == "Norland’s minister calls Gdańsk"
    assert one.text.split("\n\n") == [
        "The minister called her colleague | on Friday.",
        "They spoke at the Café.",
        "Nobody else did.",
    ]


def test_nexis_in_its_older_layout(tmp_path: Path) -> None:
    (one, other), problems = read_text(tmp_path, OLDER)
    assert problems == []
    assert (one.id, one.date, one.outlet) == ("export-1", date(2025, 7, 4), "The Example Times")
    assert one.title == "Ministers of Norland and Sudia Speak by Telephone"
    assert one.url == "http://www.example.org/2025/07/04/call.html"
    assert one.text.split("\n\n") == [
        "The foreign minister of Norland called her colleague on Friday, and the answer was short.",
        "They spoke for 40 minutes.",
    ]
    assert (other.id, other.date, other.outlet) == ("export-2", date(2025, 7, 5), "Example Press Agency -- English")
    assert (other.title, other.text) == ("Strike of the dockers ends", "The dockers returned to work on Saturday.")


@pytest.mark.parametrize("kind", ["txt", "docx"])
def test_nexis_in_its_newer_layout(tmp_path: Path, kind: str) -> None:
    if kind == "docx":
        document = docx.Document()
        for line in NEWER.split("\n"):
            document.add_paragraph(line)
        document.save(str(tmp_path / "export.docx"))
        found = list(read([tmp_path / "export.docx"], KNOWLEDGE.boilerplate, on_problem=pytest.fail))
    else:
        found, problems = read_text(tmp_path, NEWER)
        assert problems == []
    assert [(each.title, each.date, each.outlet) for each in found] == [
        ("Ministers of Norland and Sudia Speak by Telephone", date(2025, 7, 4), "The Example Times"),
        ("Strike of the Dockers Ends", date(2025, 7, 5), "Daily Example (Norport)"),
    ]
    assert [each.text.split("\n\n") for each in found] == [
        ["The foreign minister of Norland called her colleague on Friday.", "They spoke for 40 minutes."],
        ["The dockers returned to work on Saturday."],
    ]


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        (CODED.replace("LP\n", "").replace("TD\n", ""), "article 1: has no text (export full articles, not headlines)"),
        (OLDER.replace("BODY:\nThe dockers returned to work on Saturday.", ""), "article 2: has no text (export full"),
        (TABBED.replace("5 July", "5 Jully"), "article 1: \"date\" is no day: '5 Jully 2025' (write it as YYYY-MM-DD)"),
    ],
)
def test_what_is_broken_costs_its_article(tmp_path: Path, text: str, remedy: str) -> None:
    found, (problem,) = read_text(tmp_path, text + (DISPLAYED if "Document EX" in text or "DEXA" in text else ""))
    assert len(found) == 1
    assert str(problem).startswith(f"{tmp_path / 'export.txt'}: {remedy}")


@pytest.mark.parametrize(
    "text",
    [
        "The paper is Document 12 of 40.\n\nLENGTH: 20 words, said the minister, is not much for a document.",
        "He called it the end of Document.\n\nEnd of Document\n\nPolice spoke of a long document on Friday.",
    ],
)
def test_a_text_that_speaks_of_documents_is_one_article(tmp_path: Path, text: str) -> None:
    (one,), problems = read_text(tmp_path, text)
    assert problems == []
    assert one.text == text


def test_an_export_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(OLDER.encode())))
    found = list(read(["-"], KNOWLEDGE.boilerplate, on_problem=pytest.fail))
    assert [one.id for one in found] == ["stdin-1", "stdin-2"]
