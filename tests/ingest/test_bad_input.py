import sys
from datetime import date
from pathlib import Path

import pytest

from kg.errors import InputError, KgError
from kg.ingest import LONGEST, Metadata, read
from tests.known import KNOWLEDGE

NEWER = sys.version_info >= (3, 13)
TEXT = "The two presidents spoke by telephone on Friday about air defence and the joint production of drones."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good article, good.txt."""
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def problems_of(*sources: Path) -> tuple[list[str], list[str]]:
    """The ids that were read and the problems that were reported."""
    problems: list[KgError] = []
    ids = [document.id for document in read(sources, KNOWLEDGE.boilerplate, on_problem=problems.append)]
    assert all(isinstance(problem, InputError) and problem.remedy for problem in problems)
    return ids, [str(problem) for problem in problems]


def test_a_path_that_does_not_exist_is_raised_before_anything_is_read(folder: Path) -> None:
    with pytest.raises(InputError, match=r"/absent: no such file or folder \(check the path\)"):
        read([folder, folder / "absent"], KNOWLEDGE.boilerplate, on_problem=pytest.fail)


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.txt", b"", "a.txt: is empty"),
        ("a.txt", b" \n\t\r\n", "a.txt: is empty"),
        # The library of Python up to 3.12 fails at this sender, and any at the other.
        ("a.eml", b"From: A \x0fB, d<", "a.eml: is empty" if NEWER else "a.eml: has a From line that can not be read"),
        ("a.eml", b"From:  \x0ffB, .emlB, d<", "a.eml: "),
        ("a.csv", b"text,date\nTrump called Putin.,0001-01-01\n", 'a.csv: row 2: "date" is no day'),
        ("a.eml", b"Date: Mon, 1 Jan 0500 00:00:00 +0000\n\nTrump called Putin.\n", 'a.eml: "date" is no day'),
        ("a.tsv", b"*" * 5_000 + b"\tb\nc\td\n", "a.tsv: has no column of texts among ***"),
        ("a.txt", b"Skip to content\nSubscribe\n", "a.txt: holds no article, only what pages print around one"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "a.txt: is binary, not text"),
        ("a.txt", "Kyiv\u2019s air".encode("cp1252"), "a.txt: is not UTF-8: byte 0x92 at offset 4"),
        ("a.txt", b"\xff\xfeK\x00y", "a.txt: is not UTF-16, as its mark says"),
        ("a.md", b"---\ndate: [\n---\nText\n", "a.md: has broken front matter"),
        ("a.md", b"---\n- one\n---\nText\n", "a.md: has front matter without fields"),
        ("a.md", b"---\ndate: soon\n---\nText\n", "a.md: \"date\" is no day: 'soon'"),
        ("a.md", b"---\ndate: 2025-02-30\n---\nText\n", "a.md: \"date\" is no day: '2025-02-30'"),
        ("a.md", b"---\ndate: 0000-00-00\n---\nText\n", "a.md: \"date\" is no day: '0000-00-00'"),
        ("a.md", b"---\na: &a [x, x]\ndate: *a\n---\nText\n", "a.md: has broken front matter: a reference"),
        ("a.md", b"---\ndate: " + b"[" * 10_000 + b"\n---\nText\n", "a.md: has broken front matter"),
        ("a.jsonl", b'{"text": "b", "a": ' + b"[" * 20_000 + b"]" * 20_000 + b"}", "a.jsonl:1: is nested too deep"),
        ("a.jsonl", b'{"text": "b \\ud800"}', "a.jsonl:1: holds half a character"),
        ("a.html", b"<html><body></body></html>", "a.html: holds no article"),
        ("a.html", b"", "a.html: "),
        ("a.jsonl", b'{"id": "a"', "a.jsonl:1: is not JSON"),
        ("a.jsonl", b'\n["a"]', "a.jsonl:2: is not a JSON object"),
        ("a.jsonl", b'{"id": "a"}', 'a.jsonl:1: has no "text"'),
        ("a.jsonl", b'{"id": ["a"], "text": "b"}', 'a.jsonl:1: "id" is not a text'),
        ("a.jsonl", b'{"text": "b", "date": 20250704}', 'a.jsonl:1: "date" is no day: 20250704'),
        ("a.jsonl", b'{"text": ""}', "a.jsonl:1: is empty"),
        ("a.jsonl", b'{"text": "\xff"}', "a.jsonl:1: is not UTF-8: byte 0xff at offset 10"),
        ("a.pdf", b"%PDF-1.7", "a.pdf: is a broken PDF"),
        ("a.bin", b"1", "left out 1 of a kind that holds no article: a.bin"),
        ("manifest.csv", b"", 'manifest.csv: has no column "file"'),
        ("manifest.csv", b"name,date\ngood.txt,2025-07-04\n", 'manifest.csv: has no column "file"'),
        ("manifest.csv", b"file,date\n,2025-07-04\n", "manifest.csv:2: names no file"),
        ("manifest.csv", b"file,date\nabsent.txt,2025-07-04\n", "manifest.csv:2: lists a file that is not there"),
        ("manifest.csv", b'file,date\n"x,2025-07-04\n', "manifest.csv:2: is not CSV"),
        ("manifest.csv", b"file,date\nx\xff.txt,2025-07-04\n", "manifest.csv: is not UTF-8: byte 0xff at offset 11"),
        ("manifest.jsonl", b'{"file": "good.txt"\n', "manifest.jsonl:1: is not JSON"),
    ],
)
def test_one_bad_file_is_one_problem_and_the_rest_goes_on(
    folder: Path, name: str, content: bytes, problem: str
) -> None:
    (folder / name).write_bytes(content)
    ids, problems = problems_of(folder)
    assert ids == ["good"]
    assert len(problems) == 1
    assert problem in problems[0]
    assert "\n" not in problems[0]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("good.txt,4th of July", "\"date\" is no day: '4th of July'"),
        ("good.txt,,a,b", "has more cells than the header"),
    ],
)
def test_a_broken_row_of_a_manifest_leaves_its_file_out(folder: Path, row: str, problem: str) -> None:
    (folder / "other.txt").write_text(TEXT, encoding="utf-8")
    (folder / "manifest.csv").write_text(f"file,date\n{row}\nother.txt,2025-07-04\n", encoding="utf-8")
    ids, problems = problems_of(folder)
    assert ids == ["other"]
    assert problems == [f"{folder}/manifest.csv:2: {problem} ({problems[0].split(' (')[-1]}"]


def test_an_id_met_before_is_reported_with_both_places(folder: Path) -> None:
    (folder / "good.md").write_text(TEXT, encoding="utf-8")
    ids, problems = problems_of(folder)
    assert ids == ["good"]
    assert problems == [f'{folder}/good.txt: has the id "good" of {folder}/good.md (rename one of the two)']


def test_a_line_that_is_broken_does_not_end_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(f'{{"text": "{TEXT}"}}\nnot json\n{{"text": "{TEXT}"}}\n', encoding="utf-8")
    ids, problems = problems_of(tmp_path / "a.jsonl")
    assert ids == ["a-1", "a-3"]
    assert len(problems) == 1


def test_a_folder_without_articles_is_a_problem(tmp_path: Path) -> None:
    remedy = "give a folder with .txt, .md, .html, .docx, .rtf, .pdf, .eml or .jsonl files"
    assert problems_of(tmp_path) == ([], [f"{tmp_path}: holds no articles ({remedy})"])


def test_a_file_that_the_system_does_not_let_us_read_is_a_problem(folder: Path) -> None:
    (folder / "loop.txt").symlink_to("loop.txt")
    ids, problems = problems_of(folder)
    assert ids == ["good"]
    assert len(problems) == 1
    assert "loop.txt: " in problems[0]


def test_a_link_to_a_folder_above_is_not_followed_round(folder: Path) -> None:
    (folder / "up").symlink_to(folder, target_is_directory=True)
    assert problems_of(folder) == (["good"], [])


def test_a_manifest_names_only_files_below_its_folder_unless_asked(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "secret.txt").write_text(TEXT, encoding="utf-8")
    (inner / "good.txt").write_text(TEXT, encoding="utf-8")
    (inner / "link.txt").symlink_to(tmp_path / "secret.txt")
    rows = ["good.txt", "../secret.txt", str(tmp_path / "secret.txt"), "link.txt", "../inner/good.txt"]
    (inner / "manifest.csv").write_text("file\n" + "\n".join(rows), encoding="utf-8")
    _, problems = problems_of(inner)
    assert sum("names a file outside its folder" in problem for problem in problems) == 3
    read_all = list(read([inner], KNOWLEDGE.boilerplate, on_problem=lambda _: None, follow=True))
    assert {document.id for document in read_all} == {"good", "secret", "link"}


def test_a_manifest_that_is_given_by_name_may_list_articles_anywhere_but_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "june.csv").write_text(f"file\n{tmp_path}/news.txt\n../news.txt\n/etc/passwd\n")
    ids, problems = problems_of(tmp_path / "lists" / "june.csv")
    assert ids == ["news"]
    assert "names a file outside its folder: /etc/passwd (put it there, or build with --follow)" in "".join(problems)


def test_what_nobody_sees_is_no_part_of_a_text(tmp_path: Path) -> None:
    words = "\x1b[31mZelen\u00adskyy met Vol\u200bodymyr\u2060 \ufeffon \u202eMonday\U000e0041.\x07"
    (tmp_path / "a.txt").write_text(words, encoding="utf-8")
    (document,) = read([tmp_path / "a.txt"], KNOWLEDGE.boilerplate, on_problem=pytest.fail)
    assert document.text == "[31mZelenskyy met Volodymyr on Monday."


@pytest.mark.parametrize("joint", ["\n\n", " "])
def test_a_text_longer_than_any_article_is_read_in_parts(tmp_path: Path, joint: str) -> None:
    sentence = "The two presidents spoke by telephone on Friday about air defence, drones and the talks in the autumn."
    sentences = [f"{number} times: {sentence}" for number in range(3000)]
    (tmp_path / "long.txt").write_text(joint.join(sentences), encoding="utf-8")
    told: list[KgError] = []
    documents = list(read([tmp_path], KNOWLEDGE.boilerplate, on_problem=told.append))
    assert [document.id for document in documents] == ["long-1", "long-2", "long-3", "long-4"]
    assert all(len(document.text) <= LONGEST and document.text.endswith(".") for document in documents)
    assert joint.join(document.text for document in documents) == joint.join(sentences)
    assert "read in parts, long-1 to long-4" in str(told)


def test_a_word_longer_than_any_article_is_cut(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("x" * 250_000, encoding="utf-8")
    documents = list(read([tmp_path], KNOWLEDGE.boilerplate, on_problem=lambda _: None))
    assert "".join(document.text for document in documents) == "x" * 250_000


@pytest.mark.parametrize("day", [date(1, 1, 1), date(999, 12, 31), date(3000, 1, 1), date(9999, 12, 31)])
def test_nothing_was_published_at_the_ends_of_the_calendar(day: date) -> None:
    with pytest.raises(InputError, match=r"is no day of publication \(name a day of the years 1000 to 2999\)"):
        Metadata(date=day)


def test_a_line_is_cut_before_it_fills_the_screen() -> None:
    line = str(InputError("x" * 10_000, place="a.txt", remedy="y" * 10_000))
    assert line == f"a.txt: {'x' * 600} ... ({'y' * 600} ...)"
