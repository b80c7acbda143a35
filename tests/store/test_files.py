import stat
from pathlib import Path

import pytest

from kg.errors import GraphError
from kg.files import replaced


def replace(path: Path, content: bytes) -> None:
    with replaced(path) as stream:
        stream.write(content)


def test_the_bytes_become_the_file_and_nothing_else_is_left(tmp_path: Path) -> None:
    replace(tmp_path / "new" / "graph.ttl", b"old")
    replace(tmp_path / "new" / "graph.ttl", b"new")

    assert (tmp_path / "new" / "graph.ttl").read_bytes() == b"new"
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["graph.ttl"]


@pytest.mark.parametrize("error", [ValueError("a bug"), KeyboardInterrupt(), FileNotFoundError(2, "gone", "other.txt")])
def test_an_error_on_the_way_leaves_the_old_file_alone(tmp_path: Path, error: BaseException) -> None:
    path = tmp_path / "graph.ttl"
    path.write_bytes(b"old")

    def half() -> None:
        with replaced(path) as stream:
            stream.write(b"half of the new")
            raise error

    with pytest.raises(type(error)):
        half()

    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_is_told_with_place_and_remedy(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_bytes(b"old")

    with pytest.raises(GraphError, match=r"graph\.ttl: can not be written: No space left .*room"), replaced(path):
        raise OSError(28, "No space left on device")

    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_can_not_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(GraphError, match=r"graph\.ttl: can not be written: .* \(choose a place"):
        replace(tmp_path / "file" / "graph.ttl", b"new")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="is a folder"):
        replace(tmp_path, b"new")


def test_permissions_are_those_of_the_old_file_or_of_any_new_one(tmp_path: Path) -> None:
    (tmp_path / "private").write_bytes(b"")
    (tmp_path / "private").chmod(0o640)
    (tmp_path / "ordinary").write_bytes(b"")

    for name in ("private", "new"):
        replace(tmp_path / name, b"new")

    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes["private"] == 0o640
    assert modes["new"] == modes["ordinary"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_bytes(b"old")
    (tmp_path / "latest").symlink_to("graph.ttl")

    replace(tmp_path / "latest", b"new")

    assert (tmp_path / "latest").is_symlink()
    assert (tmp_path / "graph.ttl").read_bytes() == b"new"
