"""All that is kept of one user, for who asks the app for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from common.configuration.context import Context
from common.domain.block import Block
from common.domain.item import ITEMS
from common.domain.mute import ShownMutes
from common.domain.review_item import ReviewItem
from common.domain.user import User
from common.moderation.review_items import review_items
from common.moderation.users import blocks
from common.moderation.users.known import known_users
from common.moderation.users.muted import mutes_of

PAGE = 25


@dataclass(frozen=True, slots=True)
class Exported:
    """`user` is None of one who has only posted; `blocks` are by the user and against them. `next`
    is where further items are.
    """

    user: User | None
    mutes: ShownMutes
    blocks: Sequence[Block]
    items: Sequence[ReviewItem]
    next: str | None


async def export(
    context: Context, app: str, user_id: str, cursor: str | None, now: int, limit: int = PAGE
) -> Exported:
    """The items are those that ever came before the moderators, a page of them, the newest first.
    Raises NotFound for a user who is not known.
    """
    user = (await known_users(context, app, [user_id], "id"))[user_id]
    page = await context.store.query(
        ITEMS,
        app=app,
        equal={"creator_id": user_id},
        order="queue_created_at",
        descending=True,
        limit=limit,
        cursor=cursor,
    )
    made = await blocks.made_by(context, app, user_id)
    against = await blocks.made_against(context, app, user_id, blocks.MOST_BLOCKED)
    items = [document.data for document in page.documents]
    return Exported(
        user,
        await mutes_of(context, app, [user_id], now),
        [*made, *against],
        await review_items(context, app, items),
        page.cursor,
    )
