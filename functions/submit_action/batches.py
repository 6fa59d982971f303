"""Taking back what was decided as one batch."""

from __future__ import annotations

from common.api.gavel.base import ByBody
from common.http.call import Call
from common.moderation.background import batch_undos
from common.views.gavel_batches import BatchAnswer, batch_answer


async def undo(call: Call, body: ByBody) -> BatchAnswer:
    by, reason = call.require_acting_user(body), body.reason or ""
    is_member = call.member is not None
    task = await batch_undos.start(
        call.context, call.app, call.path["id"], by, reason, call.now, by_member=is_member
    )
    return batch_answer(task["id"])
