"""Merkle trees as RFC 6962 hashes them: 0x00 before a leaf, 0x01 before two nodes, SHA-256.

A tree is built from chunks, each a tree of its own: as all but the last have the same power of two
of leaves, the hashes of the chunks give the root of the whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

EMPTY = sha256().digest()


def leaf_hash(data: bytes) -> bytes:
    return sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()


def root_of(hashes: Sequence[bytes]) -> bytes:
    """Of leaves, or of chunks, in their order."""
    if not hashes:
        return EMPTY
    level = list(hashes)
    while len(level) > 1:
        level = _above(level)
    return level[0]


def root_of_hex(hashes: Sequence[str]) -> str:
    return root_of([*map(bytes.fromhex, hashes)]).hex()


def path_of(hashes: Sequence[bytes], index: int) -> list[bytes]:
    """What stands beside the way from one of them up to their root, from the bottom."""
    path: list[bytes] = []
    level = list(hashes)
    while len(level) > 1:
        beside = index ^ 1
        if beside < len(level):
            path.append(level[beside])
        level, index = _above(level), index // 2
    return path


def root_by(leaf: bytes, index: int, size: int, path: Sequence[bytes]) -> bytes | None:
    """The root that a leaf's place and path lead to; None where they are of no tree of that size
    (RFC 9162, 2.1.3.2).
    """
    if not 0 <= index < size:
        return None
    place, last, found = index, size - 1, leaf
    for beside in path:
        if last == 0:
            return None
        if place & 1 or place == last:
            found = node_hash(beside, found)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            found = node_hash(found, beside)
        place, last = place >> 1, last >> 1
    return found if last == 0 else None


def _above(level: Sequence[bytes]) -> list[bytes]:
    """An odd one out rises as it is: the same tree as that of the RFC, which splits at the largest
    power of two.
    """
    pairs = [node_hash(*level[at : at + 2]) for at in range(0, len(level) - 1, 2)]
    return [*pairs, *level[len(pairs) * 2 :]]
