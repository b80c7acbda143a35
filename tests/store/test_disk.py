from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

from kg.errors import GraphError
from kg.store.disk import is_store, keep_store, open_store
from kg.store.graph import load


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    path = tmp_path / "graph.ttl"
    path.write_text("<x:a> <x:b> 1, 2 .", encoding="utf-8")
    return path


def test_a_kept_store_is_loaded_like_the_file(graph: Path, tmp_path: Path) -> None:
    keep_store(graph, RdfFormat.TURTLE, tmp_path / "deep" / "store")

    assert set(load(tmp_path / "deep" / "store")) == set(load(graph))


def test_a_kept_store_is_replaced_whole_and_leaves_nothing_beside_it(graph: Path, tmp_path: Path) -> None:
    keep_store(graph, RdfFormat.TURTLE, tmp_path / "store")
    graph.write_text("<x:a> <x:c> 3 .", encoding="utf-8")

    keep_store(graph, RdfFormat.TURTLE, tmp_path / "store")

    assert [quad.predicate.value for quad in load(tmp_path / "store")] == ["x:c"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["graph.ttl", "store"]


def test_a_broken_graph_leaves_the_older_store(graph: Path, tmp_path: Path) -> None:
    keep_store(graph, RdfFormat.TURTLE, tmp_path / "store")
    graph.write_text("<x:a> <x:c> .", encoding="utf-8")

    with pytest.raises(SyntaxError):
        keep_store(graph, RdfFormat.TURTLE, tmp_path / "store")

    assert len(load(tmp_path / "store")) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["graph.ttl", "store"]


def test_a_folder_with_something_else_is_never_replaced(graph: Path, tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"holds something else \(name a new folder"):
        keep_store(graph, RdfFormat.TURTLE, tmp_path)

    assert graph.exists()


def test_a_file_is_no_place_for_a_store(graph: Path) -> None:
    with pytest.raises(GraphError, match=r"is a file \(name a folder"):
        keep_store(graph, RdfFormat.TURTLE, graph)


def test_a_folder_without_a_store_is_no_graph(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"holds no store \(name a graph file"):
        load(tmp_path)


def test_a_damaged_store_is_told_in_one_line(graph: Path, tmp_path: Path) -> None:
    keep_store(graph, RdfFormat.TURTLE, tmp_path / "store")
    (tmp_path / "store" / "CURRENT").write_text("MANIFEST-999999\n", encoding="utf-8")

    with pytest.raises(GraphError, match=r"can not be opened: .*\(rebuild the store\)"):
        load(tmp_path / "store")


def test_a_database_that_somebody_else_made_is_not_replaced(graph: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    kept = Store(str(theirs))
    kept.flush()
    del kept
    with pytest.raises(GraphError, match=r"holds something else"):
        keep_store(graph, RdfFormat.TURTLE, theirs)
    assert is_store(theirs)


def test_a_store_whose_place_can_not_be_taken_stays(
    graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "store"
    keep_store(graph, RdfFormat.TURTLE, place)
    before, rename = len(open_store(place)), Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path.name == "new":
            raise OSError(28, "No space left on device")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(GraphError, match="No space left"):
        keep_store(graph, RdfFormat.TURTLE, place)
    assert len(open_store(place)) == before
