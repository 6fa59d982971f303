"""Many appeals decided at once."""

from __future__ import annotations

from dataclasses import replace

from common.api.stream.appeals import BulkActionAppealsRequest
from common.http.call import Call
from common.moderation.appeal_cases import cases
from common.moderation.appeals import bulk
from common.moderation.members.limits import check_action
from common.views.stream_appeals import BulkAnswer, appeal_item_answer


async def decide_all(call: Call, body: BulkActionAppealsRequest) -> BulkAnswer:
    decision = body.decision(call.require_acting_user(body))
    check_action(call.member, decision.type.name)
    decision = replace(decision, by_member=call.member is not None)
    ids = body.appeal_ids
    outcomes = await bulk.decide_all(call.context, call.app, ids, decision, call.now)
    decided = [each.appeal for each in outcomes if each.appeal is not None]
    shown = await cases(call.context, call.app, decided)
    return {
        "results": [
            {"appeal_id": case.appeal["id"], "appeal_item": appeal_item_answer(case, call.now)}
            for case in shown
        ],
        "errors": [
            {"appeal_id": each.appeal_id, "error": each.error} for each in outcomes if each.error
        ],
    }
