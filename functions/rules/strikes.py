"""The strikes of users."""

from __future__ import annotations

from common.api.gavel.strikes import ClearStrikeQuery, GiveStrikeBody
from common.domain.strikes import standing_strikes
from common.http.call import Call
from common.http.function import Handler
from common.moderation.rules import strikes
from common.moderation.rules.strikes import NewStrike
from common.views.gavel_strikes import StrikesAnswer, strikes_answer


async def list_all(call: Call) -> StrikesAnswer:
    user = call.path["id"]
    return strikes_answer(user, await strikes.get(call.context, call.app, user, call.now))


async def give(call: Call, body: GiveStrikeBody) -> StrikesAnswer:
    user, by = call.path["id"], call.acting_user(body) or ""
    name = body.id or f"at {call.now}"
    new = NewStrike(body.policy, body.weight, body.reason or "", by, name)
    known = await strikes.give(call.context, call.app, user, new, call.now)
    return strikes_answer(user, standing_strikes(known, call.now))


async def take_back(call: Call) -> StrikesAnswer:
    query: ClearStrikeQuery = call.query
    user, by = call.path["id"], call.acting_user(query) or ""
    left = await strikes.take_back(
        call.context, call.app, user, call.path["strike"], by, query.reason or "", call.now
    )
    return strikes_answer(user, left)


HANDLERS: dict[str, Handler] = {
    "list_strikes": list_all,
    "give_strike": give,
    "take_back_strike": take_back,
}
