"""The app's own actions, run by hand."""

from __future__ import annotations

from common.api.gavel.runs import RunActionBody
from common.http.call import Call
from common.moderation.members import limits
from common.moderation.review import runs
from common.views.gavel_deliveries import DeliveryAnswer, delivery_answer


async def run(call: Call, body: RunActionBody) -> DeliveryAnswer:
    moderator = call.require_acting_user(body)
    limits.check_action(call.member, call.path["id"])
    await limits.check_item(call.context, call.app, call.member, body.item_id)
    wanted = body.run(call.path["id"], moderator, call.now)
    return delivery_answer(await runs.run(call.context, call.app, wanted, call.now))
