from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.errors import InputError
from kg.evaluate.pairs import read_pairs

HEAD = "phenomenon\tsentence\tevents\txfail\n"


def table(folder: Path, *rows: str) -> Path:
    path = folder / "pairs.tsv"
    path.write_text(HEAD + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def test_a_row_is_a_sentence_with_its_events(tmp_path: Path) -> None:
    path = table(tmp_path, 'lists\tOne:\\n- two\tAttack(weapon="2,000-pound bombs", launched=40..); Call()\ttoo hard')
    (pair,) = read_pairs(path)
    assert pair.sentence == "One:\n- two"
    assert [str(event) for event in pair.events] == ['Attack(launched=40.., weapon="2,000-pound bombs")', "Call()"]
    assert pair.xfail == "too hard"


@pytest.mark.parametrize(
    "row", ["voice\tRussia struck Kyiv.", "voice\tA\tAttack(attacker=", "voice\tA\tnone", "a\tb\t\t"]
)
def test_a_row_of_another_form_is_refused_with_its_line(tmp_path: Path, row: str) -> None:
    with pytest.raises(InputError, match=r"pairs\.tsv:2: "):
        read_pairs(table(tmp_path, row))


def test_a_table_without_its_head_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text("voice\tRussia struck Kyiv.\t-\n", encoding="utf-8")
    with pytest.raises(InputError, match="begin the file with"):
        read_pairs(path)


def test_the_command_tells_rates_and_what_is_wrong(tmp_path: Path) -> None:
    table(
        tmp_path,
        "voice\tRussia struck Kyiv.\tAttack(attacker=Russia, target=Kyiv)",
        "voice\tKyiv was struck by Russia.\tAttack(attacker=Kyiv, target=Russia)",
        "metaphor\tThe deadline was met.\t-",
    )
    result = CliRunner().invoke(main, ["pairs", str(tmp_path), "--errors"])
    assert result.exit_code == 1
    assert [line.split() for line in result.stdout.splitlines()[:4]] == [
        ["phenomenon", "right", "of", "share"],
        ["voice", "1", "2", "50.0%"],
        ["metaphor", "1", "1", "100.0%"],
        ["all", "2", "3", "66.7%"],
    ]
    assert "  - Attack(attacker=Kyiv, target=Russia)\n  + Attack(attacker=Russia, target=Kyiv)\n" in result.stdout


def test_a_wrong_reading_with_a_reason_is_no_failure(tmp_path: Path) -> None:
    table(tmp_path, "voice\tRussia struck Kyiv.\tAttack(attacker=Kyiv, target=Russia)\ta reason")
    assert CliRunner().invoke(main, ["pairs", str(tmp_path)]).exit_code == 0


def test_values_on_demand_are_compared_only_when_asked_for(tmp_path: Path) -> None:
    sentence = "Emmanuel Macron and Vladimir Putin spoke by phone."
    people = "participant=Emmanuel Macron, participant=Vladimir Putin"
    for values, right in ((people, "1"), (f"medium=Telephone, {people}", "1"), (f"medium=Video, {people}", "0")):
        result = CliRunner().invoke(main, ["pairs", str(table(tmp_path, f"call\t{sentence}\tCall({values})"))])
        assert result.stdout.splitlines()[1].split()[1] == right


@pytest.mark.parametrize(
    ("sentence", "events", "right"),
    [
        ("A Ukrainian drone killed two people in Belgorod.", "target=Belgorod, attacker=Ukrainian, killed=2", "1"),
        ("A Ukrainian drone killed two people in Belgorod.", "target=Kursk, attacker=Ukrainian, killed=2", "0"),
        ("Libya's army bombed a market in Sabha.", "target=Sabha, attacker=Libya's army", "1"),
        ("Libya's army bombed a market in Sabha.", "target=Sabha, attacker=Libya", "1"),
        ("Libya's army bombed a market in Sabha.", "target=Sabha, attacker=Chad's army", "0"),
    ],
)
def test_a_body_goes_by_its_country_and_what_is_hit_by_where_it_was(
    tmp_path: Path, sentence: str, events: str, right: str
) -> None:
    weapon = ", weapon=drone" if "drone" in sentence else ""
    path = table(tmp_path, f"names\t{sentence}\tAttack({events}{weapon})")
    assert CliRunner().invoke(main, ["pairs", str(path)]).stdout.splitlines()[1].split()[1] == right


@pytest.mark.parametrize(
    ("values", "right"),
    [
        ("participant=Norway, participant=Finland", "1"),
        ("participant=Norway's prime minister, participant=Finland's president", "1"),
        ("participant=Sweden, participant=Finland", "0"),
    ],
)
def test_who_leads_a_country_goes_by_its_name(tmp_path: Path, values: str, right: str) -> None:
    sentence = "Norway's prime minister met Finland's president."
    path = table(tmp_path, f"names\t{sentence}\tMeeting({values})")
    assert CliRunner().invoke(main, ["pairs", str(path)]).stdout.splitlines()[1].split()[1] == right
