"""Bans that somebody makes or lifts without an item."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from common.api.stream.banning import (
    BanRequest,
    ChatBanRequest,
    ChatUnbanQuery,
    UnbanQuery,
    UnbanRequest,
)
from common.domain.errors import Invalid, NotAllowed
from common.http.call import Call
from common.moderation.members import deciding
from common.moderation.review.decisions import decisions
from common.moderation.review.decisions.decision import Decision
from common.moderation.users.known import known_users
from common.views.nothing import Nothing

_NOBODY = "either user or user_id must be provided when using server side auth"


async def ban(call: Call, body: BanRequest) -> Nothing:
    moderator = _maker(call, body.makers())
    if not moderator:
        raise Invalid(_NOBODY, {"banned_by_id": "is required"})
    return await _decide(call, body.decision(moderator), "ban.")


async def ban_chat(call: Call, body: ChatBanRequest) -> Nothing:
    return await ban(call, body)


async def unban(call: Call, body: UnbanRequest) -> Nothing:
    """Who lifts it may be left unsaid (contract section 6)."""
    asked: UnbanQuery = call.query
    await known_users(call.context, call.app, [asked.target_user_id], "target_user_id")
    return await _decide(call, asked.decision(_maker(call, body.makers())), "unban.")


async def unban_chat(call: Call) -> Nothing:
    asked: ChatUnbanQuery = call.query
    await known_users(call.context, call.app, [asked.target_user_id], "target_user_id")
    return await _decide(call, asked.decision(_maker(call, asked.makers())), "unban.")


async def _decide(call: Call, decision: Decision, prefix: str) -> Nothing:
    decision = replace(decision, by_member=call.member is not None)
    try:
        await deciding.check_decision(call.context, call.app, call.member, decision, call.now)
        await decisions.decide(call.context, call.app, decision, call.now)
    except Invalid as error:
        raise error.renamed(prefix, "") from None
    return {}


def _maker(call: Call, named: Mapping[str, str | None]) -> str:
    """The token's user, or whom a server-side call names; empty where it names nobody."""
    given = {name: id for name, id in named.items() if id}
    if call.member is not None:
        call.check_named(named)
        return call.member["name"]
    if call.user_id is not None:
        for name, id in given.items():
            if id != call.user_id:
                problem = "is not the token's user"
                raise NotAllowed(f"{name} {problem}", {name: problem})
        return call.user_id
    ids = list(dict.fromkeys(given.values()))
    if len(ids) > 1:
        name = next(name for name, id in given.items() if id == ids[1])
        raise Invalid.field(name, "is another than the one before it names")
    return ids[0] if ids else ""
