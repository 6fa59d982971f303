"""Block lists as Stream's clients read them (contract section 10)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired

from typing_extensions import TypedDict

from common.domain.block_list import BlockList, StoredListType


class BlockListAnswer(TypedDict):
    """`team` is empty for a list of the whole app."""

    id: str
    name: str
    type: StoredListType
    words: list[str]
    team: str
    created_at: int
    updated_at: int
    is_confusable_folding_enabled: bool
    is_leet_check_enabled: bool
    is_plural_check_enabled: bool
    is_substring_matching_enabled: bool


class OneBlockListAnswer(TypedDict):
    blocklist: BlockListAnswer


class BlockListsAnswer(TypedDict):
    """`next_cursor` is there when there are more."""

    blocklists: list[BlockListAnswer]
    next_cursor: NotRequired[str]


def block_list_answer(block_list: BlockList) -> OneBlockListAnswer:
    return {"blocklist": _block_list(block_list)}


def block_lists_answer(block_lists: Sequence[BlockList], cursor: str | None) -> BlockListsAnswer:
    answer: BlockListsAnswer = {"blocklists": [_block_list(each) for each in block_lists]}
    if cursor:
        answer["next_cursor"] = cursor
    return answer


def _block_list(block_list: BlockList) -> BlockListAnswer:
    return {
        "id": block_list["id"],
        "name": block_list["name"],
        "type": block_list["type"],
        "words": block_list["words"],
        "team": block_list["team"],
        "created_at": block_list["created_at"],
        "updated_at": block_list["updated_at"],
        "is_confusable_folding_enabled": block_list.get("is_confusable_folding_enabled", True),
        "is_leet_check_enabled": block_list.get("is_leet_check_enabled", True),
        "is_plural_check_enabled": block_list.get("is_plural_check_enabled", False),
        "is_substring_matching_enabled": block_list.get("is_substring_matching_enabled", False),
    }
