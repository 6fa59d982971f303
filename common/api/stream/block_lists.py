"""Block lists (contract section 10)."""

from __future__ import annotations

from typing import Annotated, cast

from pydantic import Field, StringConstraints

from common.api.base import Request
from common.api.stream.queries import ONE_LINE, Team
from common.api.stream.users import ActingUser, Unrecorded, UnrecordedId
from common.domain.block_list import BlockListFlags, ListType
from common.domain.fields import OptionalId

ListName = Annotated[str, StringConstraints(max_length=255, pattern=ONE_LINE)]
_MOST_WORDS = 50_000


class BlockListQuery(Request):
    team: str | None = Field(None, max_length=128)
    cursor: str | None = Field(None, max_length=8_192)
    limit: int = Field(100, ge=1, le=200)


class _BlockListFlags(Request):
    is_confusable_folding_enabled: bool | None = None
    is_leet_check_enabled: bool | None = None
    is_plural_check_enabled: bool | None = None
    is_substring_matching_enabled: bool | None = None
    team: Team | None = None

    def flags(self) -> BlockListFlags:
        named = {
            name: getattr(self, name)
            for name in (
                "is_confusable_folding_enabled",
                "is_leet_check_enabled",
                "is_plural_check_enabled",
                "is_substring_matching_enabled",
            )
        }
        given = {name: value for name, value in named.items() if value is not None}
        return cast(BlockListFlags, given)


Word = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class CreateBlockListRequest(_BlockListFlags):
    name: ListName
    words: list[Word] = Field(max_length=_MOST_WORDS)
    type: ListType = "word"
    user_id: OptionalId = None
    user: ActingUser | None = None


class UpdateBlockListRequest(_BlockListFlags):
    """`words` replaces the whole list."""

    words: list[Word] | None = Field(None, max_length=_MOST_WORDS)
    user_id: UnrecordedId = None
    user: Unrecorded | None = None


class ImportBlockListRequest(Request):
    """`chunk_size` is how many items are added at once."""

    items: list[Word] = Field(min_length=1, max_length=_MOST_WORDS)
    chunk_size: int | None = Field(None, ge=1, le=_MOST_WORDS)
