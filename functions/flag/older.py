"""What the older chat API asks of flags."""

from __future__ import annotations

from common.api.stream.older_flags import FlagsPayload, MessageFlagsQuery
from common.domain.not_in_effect import not_in_effect
from common.http.call import Call
from common.moderation.reports import older_flags
from common.moderation.reports.flag_queries import Found, reporters
from common.views.older_flags import (
    MessageFlagsAnswer,
    OlderFlagsAnswer,
    message_flags_answer,
    older_flags_answer,
)


async def query_of_messages(call: Call) -> MessageFlagsAnswer:
    sent: MessageFlagsQuery = call.query
    payload = sent.parsed()
    found = await older_flags.query(
        call.context, call.app, payload.asked(), older_flags.OF_MESSAGES, messages_only=True
    )
    users = await reporters(call.context, call.app, _named(found))
    answer = message_flags_answer(found, users, call.now)
    left_out = [f"payload.{name}" for name in not_in_effect(payload)]
    return {**answer, "not_in_effect": left_out} if left_out else answer


async def query(call: Call, body: FlagsPayload) -> OlderFlagsAnswer:
    found = await older_flags.query(
        call.context, call.app, body.asked(), older_flags.OF_ALL, messages_only=False
    )
    users = await reporters(call.context, call.app, _named(found))
    return older_flags_answer(found, users, call.now)


def _named(found: list[Found]) -> list[str]:
    by = [flag["user_id"] for flag, _ in found]
    return [*by, *(each.item.get("reviewed_by") or "" for _, each in found)]
