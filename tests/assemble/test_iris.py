"""Who gets an IRI that several want, and how those are called who do not."""

from __future__ import annotations

from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from kg.assemble.iris import settle

WISHES = st.lists(st.tuples(st.sampled_from(["x", "y", "z"]), st.text("ab", max_size=2)), unique=True, max_size=8)


def digits(key: str, length: int = 6) -> str:
    return sha256(key.encode()).hexdigest()[:length]


def test_the_first_by_key_gets_what_it_wishes_and_others_a_suffix() -> None:
    settled = settle([("x", "c"), ("x", "a"), ("y", "b"), ("x", "b")])
    assert list(settled) == [f"x-{digits('c')}", "x", "y", f"x-{digits('b')}"]
    assert [settled[0], settled[-1], settled[1:3]] == [f"x-{digits('c')}", f"x-{digits('b')}", ["x", "y"]]


def test_nobody_gets_what_is_reserved_or_what_another_wishes() -> None:
    assert list(settle([("x", "a")], reserved={"x", f"x-{digits('a')}"})) == [f"x-{digits('a', 7)}"]
    wished = f"x-{digits('b')}"
    assert list(settle([("x", "b"), ("x", "a"), (wished, "c")])) == [f"x-{digits('b', 7)}", "x", wished]
    assert list(settle([])) == []


@given(WISHES, st.randoms(use_true_random=False))
def test_all_are_called_otherwise_whatever_the_order(wishes: list[tuple[str, str]], random: object) -> None:
    found = dict(zip(wishes, settle(wishes, reserved={"z"}), strict=True))
    assert len(set(found.values())) == len(wishes)
    assert "z" not in found.values()
    random.shuffle(wishes)  # type: ignore[attr-defined]
    assert dict(zip(wishes, settle(wishes, reserved={"z"}), strict=True)) == found
