"""Flags by users and moderators."""

from __future__ import annotations

from typing import Any

from common.api.stream.flags import ChatFlagRequest, FlagRequest, chat_flag
from common.http.call import Call
from common.http.function import http_function
from common.moderation.reports import flags


async def raise_flag(call: Call, body: FlagRequest) -> dict[str, Any]:
    reporter = call.require_acting_user(body)
    reporter_type = await flags.reporter_type(call.context, call.app, reporter)
    new = flags.new_flag_of(body, reporter, reporter_type)
    item = await flags.flag(call.context, call.app, [new], call.now)
    return {"item_id": item["id"]}


async def raise_chat_flag(call: Call, body: ChatFlagRequest) -> dict[str, Any]:
    reporter = call.require_acting_user(body)
    reporter_type = await flags.reporter_type(call.context, call.app, reporter)
    new = chat_flag(body, reporter, reporter_type)
    item = await flags.flag(call.context, call.app, [new], call.now)
    shown = {
        "user": {"id": reporter},
        "created_by_automod": False,
        "reason": body.reason or "",
        "created_at": call.now,
        "updated_at": call.now,
        "custom": body.custom or {},
    }
    for name in ("target_message_id", "target_user_id"):
        if getattr(body, name):
            shown[name] = getattr(body, name)
    return {"review_queue_item_id": item["id"], "flag": shown}


flag = http_function("flag", flag=raise_flag, flag_v1=raise_chat_flag)
