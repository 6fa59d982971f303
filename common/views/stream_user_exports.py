"""What is kept of a user, as Stream's clients read it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NotRequired

from typing_extensions import TypedDict

from common.domain.block import Block
from common.domain.mute import ShownMutes
from common.domain.review_item import ReviewItem
from common.domain.user import User
from common.views.stream_accounts import ReportedBlock, reported_block
from common.views.stream_items import ItemAnswer, item_answer
from common.views.stream_users import BanAnswer, FullUserAnswer, ban_answer, full_user_answer


class UserExportAnswer(TypedDict):
    """Gavel keeps no chat's messages and reactions. What it has is Gavel's own part: bans that were
    not lifted, of channels as well and of those to come, blocks by the user and against them, and a
    page of the items with their flags and actions.
    """

    user: FullUserAnswer
    messages: list[Any]
    reactions: list[Any]
    bans: list[BanAnswer]
    future_channel_bans: list[BanAnswer]
    blocks: list[ReportedBlock]
    items: list[ItemAnswer]
    next: NotRequired[str]


def user_export_answer(
    id: str,
    user: User | None,
    mutes: ShownMutes,
    blocks: Iterable[Block],
    items: Iterable[ReviewItem],
    following: str | None,
    now: int,
) -> UserExportAnswer:
    known: User = user if user is not None else {"id": id, "updated_at": now}
    answer: UserExportAnswer = {
        "user": full_user_answer(id, user, mutes, now),
        "messages": [],
        "reactions": [],
        "bans": [ban_answer(ban, None) for ban in known.get("bans", ())],
        "future_channel_bans": [ban_answer(ban, None) for ban in known.get("future_bans", ())],
        "blocks": [reported_block(block) for block in blocks],
        "items": [item_answer(item, now) for item in items],
    }
    if following:
        answer["next"] = following
    return answer
