"""What a second person says of decisions that wait for one."""

from __future__ import annotations

from common.api.gavel.approvals import (
    ApprovalsQuery,
    ApproveBody,
    RefuseBody,
    SettleApprovalsBody,
    WithdrawBody,
)
from common.api.gavel.base import Body
from common.domain.approval import Ended
from common.domain.errors import Invalid
from common.http.call import Call
from common.http.errors import cursor_named
from common.http.function import Handler
from common.moderation import approvals
from common.moderation.approvals import Settled, Settling
from common.views.gavel_approvals import (
    ApprovalAnswer,
    ApprovalsAnswer,
    SettledApproval,
    SettledApprovalsAnswer,
    approval_answer,
    approval_view,
    approvals_answer,
)

_ENDS: dict[str, Ended] = {"approve": "approved", "refuse": "refused", "withdraw": "withdrawn"}


async def query(call: Call) -> ApprovalsAnswer:
    asked: ApprovalsQuery = call.query
    with cursor_named("cursor"):
        page = await approvals.query(call.context, call.app, asked.state, asked.limit, asked.cursor)
    return approvals_answer([each.data for each in page.documents], page.cursor)


async def get(call: Call) -> ApprovalAnswer:
    return approval_answer(await approvals.get(call.context, call.app, call.path["id"]))


async def approve(call: Call, body: ApproveBody) -> ApprovalAnswer:
    return await _settle(call, body, "approved", body.reason)


async def refuse(call: Call, body: RefuseBody) -> ApprovalAnswer:
    return await _settle(call, body, "refused", body.reason)


async def withdraw(call: Call, body: WithdrawBody) -> ApprovalAnswer:
    return await _settle(call, body, "withdrawn", body.reason)


async def settle_all(call: Call, body: SettleApprovalsBody) -> SettledApprovalsAnswer:
    if body.verdict == "refuse" and not body.reason:
        raise Invalid.field("reason", "is required for refuse")
    settling = _settling(call, body, _ENDS[body.verdict], body.reason)
    settled = await approvals.settle_all(call.context, call.app, body.ids, settling, call.now)
    return {"results": [_result(each) for each in settled]}


async def _settle(call: Call, body: Body, end: Ended, reason: str | None) -> ApprovalAnswer:
    settling = _settling(call, body, end, reason)
    id = call.path["id"]
    return approval_answer(await approvals.settle(call.context, call.app, id, settling, call.now))


def _settling(call: Call, body: Body, end: Ended, reason: str | None) -> Settling:
    return Settling(end, call.require_acting_user(body), reason or "", call.member)


def _result(settled: Settled) -> SettledApproval:
    result: SettledApproval = {"id": settled.id}
    if settled.approval is not None:
        result["approval"] = approval_view(settled.approval)
    if settled.error:
        result["error"] = settled.error
    return result


HANDLERS: dict[str, Handler] = {
    "list_approvals": query,
    "get_approval": get,
    "approve": approve,
    "refuse": refuse,
    "withdraw": withdraw,
    "settle_approvals": settle_all,
}
