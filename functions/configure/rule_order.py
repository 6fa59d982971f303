"""Moving a rule up or down in the order of its scope."""

from __future__ import annotations

from common.api.gavel.rule_order import MoveBody
from common.http.call import Call
from common.http.function import Handler
from common.moderation.rules import ordering
from common.moderation.rules.ordering import Target
from common.views.rule_order import OrderAnswer, order_answer


async def move(call: Call, body: MoveBody) -> OrderAnswer:
    body.check()
    to = Target(body.direction, body.before, body.after)
    return order_answer(await ordering.move(call.context, call.app, call.path["id"], to, call.now))


HANDLERS: dict[str, Handler] = {"move_rule": move}
