"""What moderators decide."""

from __future__ import annotations

from dataclasses import replace

from common import loading
from common.api.stream.actions import BypassRequest, SubmitAction
from common.http.call import Call
from common.http.function import http_function
from common.moderation.appeal_cases import cases
from common.moderation.members import deciding
from common.moderation.reports.flag_options import FlagOptions
from common.moderation.review.decisions import decisions
from common.moderation.review.decisions.allowing import check_decision
from common.moderation.review_items import review_items
from common.views.gavel_approvals import approval_view
from common.views.gavel_statements import made_statements
from common.views.nothing import Nothing
from common.views.stream_appeals import DecidedAnswer, appeal_item_answer
from common.views.stream_items import item_answer
from functions.submit_action import approvals, bans, batches, mutes, older, statements


async def submit(call: Call, body: SubmitAction) -> DecidedAnswer:
    moderator = call.require_acting_user(body)
    is_member = call.member is not None
    decision = replace(body.decision(moderator), by_member=is_member, may_wait=True)
    await check_decision(call.context, call.app, decision)
    await deciding.check_decision(call.context, call.app, call.member, decision, call.now)
    decided = await decisions.decide(call.context, call.app, decision, call.now)
    answer: DecidedAnswer = {}
    if decided.item is not None and isinstance(decision.options, FlagOptions):
        given = decision.options.entity_creator_id
        call.note_creator(given, decided.item, "flag.entity_creator_id")
    if decided.item is not None:
        (review_item,) = await review_items(call.context, call.app, [decided.item])
        answer["item"] = item_answer(review_item, call.now)
    for case in await cases(call.context, call.app, decided.appeals[:1]):
        answer["appeal_item"] = appeal_item_answer(case, call.now)
    if decided.statements is not None and decided.statements.made:
        answer["statements"] = made_statements(decided.statements.made)
    if decided.approval is not None:
        answer["approval"] = approval_view(decided.approval)
    if decided.warning:
        answer["auto_restore_warning"] = decided.warning
    return answer


async def bypass(call: Call, body: BypassRequest) -> Nothing:
    await decisions.decide(call.context, call.app, body.decision(), call.now)
    return {}


submit_action = http_function(
    "submit_action",
    submit_action=submit,
    preview_statement=statements.preview,
    bypass=bypass,
    undo_batch=batches.undo,
    ban=bans.ban,
    unban=bans.unban,
    ban_v1=bans.ban_chat,
    unban_v1=bans.unban_chat,
    mute=mutes.mute,
    unmute=mutes.unmute,
    mute_v1=mutes.mute_chat,
    unmute_v1=mutes.unmute,
    **approvals.HANDLERS,
    unblock_message_v1=older.unblock_message,
    update_flags_v1=older.update_flags,
    review_report_v1=older.review_report,
)

loading.done()
