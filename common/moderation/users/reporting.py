"""What there is to know of one user, for a moderator who looks at them."""

from __future__ import annotations

from common.configuration.context import Context
from common.domain.user import User, user_key
from common.moderation.users import blocks as user_blocks
from common.moderation.users.known import known_users, users_of
from common.moderation.users.muted import mutes_of
from common.store.store import Update
from common.views.stream_accounts import UserReportAnswer, reported_block
from common.views.stream_users import full_user_answer

_MOST_SHOWN = 100


async def report(
    context: Context,
    app: str,
    user_id: str,
    now: int,
    *,
    create: bool,
    blocks: bool,
    mutes: bool,
) -> UserReportAnswer:
    """`blocks` are those by the user and those against them, the newest 100 of each; `mutes` the
    newest 100 by the user. Raises NotFound for a user who is not known, unless one is to be made.
    """
    user = await _user(context, app, user_id, now, create=create)
    muted = await mutes_of(context, app, [user_id], now)
    answer: UserReportAnswer = {"user": full_user_answer(user_id, user, muted, now)}
    if blocks:
        against = await user_blocks.made_against(context, app, user_id, _MOST_SHOWN)
        made = await user_blocks.made_by(context, app, user_id, _MOST_SHOWN)
        answer["user_blocks"] = [reported_block(each) for each in (*against, *made)]
    if mutes:
        answer["user_mutes"] = answer["user"]["mutes"]
    return answer


async def _user(context: Context, app: str, user_id: str, now: int, *, create: bool) -> User | None:
    if not create:
        return (await known_users(context, app, [user_id], "user_id"))[user_id]
    found = await users_of(context, app, [user_id])
    if user_id not in found:
        made = {"id": user_id, "created_at": now, "updated_at": now}
        await context.store.commit([Update(user_key(app, user_id), set=made, upsert=True)])
        found = await users_of(context, app, [user_id])
    return found[user_id]
