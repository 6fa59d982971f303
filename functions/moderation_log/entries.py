"""The moderation log."""

from __future__ import annotations

from common.api.gavel.log import LogQuery, MarkReadBody, RetryEntryBody
from common.http.call import Call
from common.moderation import log
from common.moderation.members.limits import check_within
from common.views.gavel_deliveries import DeliveryAnswer, delivery_answer
from common.views.gavel_log import LogAnswer, MarkReadAnswer, UnreadAnswer, log_answer


async def query(call: Call) -> LogAnswer:
    asked: LogQuery = call.query
    item = asked.wanted.fields.get("item_id")
    await check_within(call.context, call.app, call.member, str(item or ""))
    page = await log.query(call.context, call.app, asked.wanted, asked.limit, asked.cursor)
    return log_answer(page.documents, await log.unread(call.context, call.app), page.next)


async def count_unread(call: Call) -> UnreadAnswer:
    count, more = await log.count_unread(call.context, call.app)
    return {"unread": count, "more": more}


async def mark_read(call: Call, body: MarkReadBody) -> MarkReadAnswer:
    marked = await log.mark_read(call.context, call.app, body.ids)
    return {"marked": marked, "unread": await log.unread(call.context, call.app)}


async def retry(call: Call, body: RetryEntryBody) -> DeliveryAnswer:
    by = call.acting_user(body) or ""
    retried = await log.retry(call.context, call.app, call.path["id"], by, call.now)
    return delivery_answer(retried)
