"""The block: somebody does not want to meet somebody else."""

from __future__ import annotations

from typing_extensions import TypedDict

from common.domain.ids import derived_id
from common.store.store import Collection, Key


class Block(TypedDict):
    """`user_id` blocks `blocked_user_id`, since `created_at` in nanoseconds."""

    user_id: str
    blocked_user_id: str
    created_at: int


BLOCKS: Collection[Block] = Collection("block")


def block_key(app: str, user_id: str, blocked_user_id: str) -> Key[Block]:
    return Key(app, BLOCKS, derived_id("block", user_id, blocked_user_id))
