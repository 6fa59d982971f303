"""Flags by users and moderators, and what is asked of flags."""

from __future__ import annotations

from common import loading
from common.api.stream.flags import ChatFlagRequest, FlagRequest, UnflagRequest
from common.api.stream.new_flags import chat_flag, target_of
from common.domain.errors import NotFound
from common.http.call import Call
from common.http.function import http_function
from common.moderation.reports import flags
from common.moderation.reports.allowing import check_flag
from common.moderation.reports.unflagging import unflag
from common.views.stream_reports import (
    ChatFlagAnswer,
    RaisedFlagAnswer,
    UnflagAnswer,
    chat_flag_answer,
    raised_flag_answer,
    unflag_answer,
)
from functions.flag import older, queries


async def raise_flag(call: Call, body: FlagRequest) -> RaisedFlagAnswer:
    reporter = call.require_acting_user(body)
    reporter_type = await flags.reporter_type(call.context, call.app, reporter, call.member)
    new = flags.new_flag_of(body, reporter, reporter_type)
    await check_flag(call.context, call.app, new.entity_type, new.entity_id, new.reason)
    item = await flags.flag(call.context, call.app, [new], call.now)
    call.note_creator(body.entity_creator_id, item)
    return raised_flag_answer(item)


async def raise_chat_flag(call: Call, body: ChatFlagRequest) -> ChatFlagAnswer:
    reporter = call.require_acting_user(body)
    reporter_type = await flags.reporter_type(call.context, call.app, reporter, call.member)
    new = chat_flag(body, reporter, reporter_type)
    await check_flag(call.context, call.app, new.entity_type, new.entity_id, new.reason)
    item = await flags.flag(call.context, call.app, [new], call.now)
    return chat_flag_answer(
        item,
        reporter,
        new.reason,
        new.custom,
        body.target_message_id,
        body.target_user_id,
        call.now,
    )


async def unflag_chat(call: Call, body: UnflagRequest) -> UnflagAnswer:
    reporter = call.require_acting_user(body)
    entity_type, entity_id = target_of(body)
    named = "target_message_id" if body.target_message_id else "target_user_id"
    try:
        done = await unflag(call.context, call.app, entity_type, entity_id, reporter, call.now)
    except NotFound as error:
        raise NotFound(error.message, {named: "does not exist"}) from None
    return unflag_answer(done.item, done.flag, body.target_message_id, body.target_user_id)


flag = http_function(
    "flag",
    flag=raise_flag,
    flag_v1=raise_chat_flag,
    unflag_v1=unflag_chat,
    query_moderation_flags=queries.query,
    get_flag_count=queries.count,
    query_flags_v1=older.query,
    query_message_flags=older.query_of_messages,
    query_message_flags_v1=older.query_of_messages,
)

loading.done()
