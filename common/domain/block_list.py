"""Block lists: words, domains, addresses or patterns that content is searched for."""

from __future__ import annotations

from typing import Literal, NotRequired, get_args

from typing_extensions import TypedDict

from common.domain.ids import derived_id
from common.store.store import Collection, Key

ListType = Literal["word", "domain", "domain_allowlist", "email", "email_allowlist", "regex"]
"""What an app may make."""
StoredListType = ListType | Literal["strings"]
"""`strings` are the spam manager's, of several kinds."""
LIST_TYPES: tuple[ListType, ...] = get_args(ListType)


class BlockListFlags(TypedDict, total=False):
    """One that is missing has its default: leet and confusable folding are on, plurals and
    substrings are off.
    """

    is_leet_check_enabled: bool
    is_confusable_folding_enabled: bool
    is_plural_check_enabled: bool
    is_substring_matching_enabled: bool


class BlockListChange(BlockListFlags):
    """`words` replaces the whole list."""

    words: NotRequired[list[str]]


class BlockListFields(BlockListFlags):
    """What an app says of one. `team` is empty for a list of the whole app."""

    name: str
    team: str
    type: StoredListType
    words: list[str]
    owner_user_id: NotRequired[str]


class BlockList(BlockListFields):
    id: str
    created_at: int
    updated_at: int


BLOCK_LISTS: Collection[BlockList] = Collection("block_list")


def block_list_id(name: str, team: str) -> str:
    return derived_id("block list", team, name)


def block_list_key(app: str, id: str) -> Key[BlockList]:
    return Key(app, BLOCK_LISTS, id)
