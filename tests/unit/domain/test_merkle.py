from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.domain.merkle import EMPTY, leaf_hash, node_hash, path_of, root_by, root_of

_TEXT = "|00|10|2021|3031|40414243|5051525354555657|606162636465666768696a6b6c6d6e6f"
_INPUTS = _TEXT.split("|")
_ROOTS = {
    0: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    4: "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
}
"""The test vectors that implementations of Certificate Transparency share."""


@pytest.mark.parametrize("size", _ROOTS)
def test_roots_are_those_of_the_rfc(size: int) -> None:
    leaves = [leaf_hash(bytes.fromhex(each)) for each in _INPUTS[:size]]
    assert root_of(leaves).hex() == _ROOTS[size]


def _by_the_definition(leaves: list[bytes]) -> bytes:
    """RFC 6962, 2.1, word for word."""
    if not leaves:
        return EMPTY
    if len(leaves) == 1:
        return leaves[0]
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return node_hash(_by_the_definition(leaves[:split]), _by_the_definition(leaves[split:]))


_LEAVES = [leaf_hash(str(number).encode()) for number in range(70)]


@given(size=st.integers(0, 70))
def test_any_size_is_split_as_the_rfc_says(size: int) -> None:
    assert root_of(_LEAVES[:size]) == _by_the_definition(_LEAVES[:size])


@given(size=st.integers(1, 70), data=st.data())
def test_a_path_leads_to_the_root_from_its_own_place_alone(size: int, data: st.DataObject) -> None:
    leaves = _LEAVES[:size]
    index = data.draw(st.integers(0, size - 1))
    path, root = path_of(leaves, index), root_of(leaves)
    assert root_by(leaves[index], index, size, path) == root
    other = data.draw(st.integers(-1, size))
    if other != index:
        assert root_by(leaves[index], other, size, path) != root
    if path:
        assert root_by(leaves[index], index, size, path[:-1]) != root
    assert root_by(leaves[index], index, size, [*path, root]) != root
    assert root_by(leaf_hash(b"another"), index, size, path) != root


@given(chunks=st.integers(1, 8), rest=st.integers(0, 7))
def test_chunks_of_a_power_of_two_make_the_same_tree(chunks: int, rest: int) -> None:
    leaves = _LEAVES[: chunks * 8 + rest]
    parts = [leaves[at : at + 8] for at in range(0, len(leaves), 8)]
    roots = [root_of(part) for part in parts]
    assert root_of(roots) == root_of(leaves)
    for number, part in enumerate(parts):
        path = [*path_of(part, 0), *path_of(roots, number)]
        assert root_by(part[0], number * 8, len(leaves), path) == root_of(leaves)
