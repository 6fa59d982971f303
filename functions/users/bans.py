"""Who is banned, and from what."""

from __future__ import annotations

from common.api.base import Request
from common.api.stream.bans import BannedUsersQuery, FutureBansQuery
from common.domain.not_in_effect import not_in_effect
from common.http.call import Call
from common.moderation.users import bans, future_bans
from common.views.stream_bans import (
    BansAnswer,
    FutureBansAnswer,
    bans_answer,
    future_bans_answer,
)


async def query(call: Call) -> BansAnswer:
    sent: BannedUsersQuery = call.query
    asked = sent.parsed()
    query = bans.BanQuery(
        asked.filter_conditions,
        asked.sort,
        asked.limit,
        asked.offset,
        asked.created(),
        only_standing=bool(asked.exclude_expired_bans),
    )
    found = await bans.query(call.context, call.app, query, call.now)
    read = [(each.user, each.ban, each.moderator) for each in found]
    return bans_answer(read, _idle(asked), call.now)


async def query_future(call: Call) -> FutureBansAnswer:
    """A moderator's token finds their own."""
    sent: FutureBansQuery = call.query
    asked = sent.parsed()
    query = future_bans.FutureBanQuery(
        call.acting_user(asked) or "",
        asked.target_user_id or "",
        bool(asked.exclude_expired_bans),
        asked.limit,
        asked.offset,
        asked.created(),
        bool(asked.include_total),
    )
    found = await future_bans.query(call.context, call.app, query, call.now)
    return future_bans_answer(found.bans, found.users, found.total, _idle(asked), call.now)


def _idle(payload: Request) -> list[str]:
    return [f"payload.{field}" for field in not_in_effect(payload)]
