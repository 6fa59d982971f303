"""What happened, and the deliveries."""

from __future__ import annotations

from typing import Any

from common.api.log import DeliveryQuery, LogQuery, MarkReadBody
from common.http.call import Call
from common.http.function import http_function
from common.moderation import deliver, log


async def query(call: Call) -> dict[str, Any]:
    asked: LogQuery = call.query
    filters = {"item_id": asked.item_id, "user_id": asked.user_id, "kind": asked.kind}
    page = await log.query(
        call.context, call.app, filters, bool(asked.unread), asked.limit, asked.cursor
    )
    return {
        "entries": [document.data for document in page.documents],
        "unread": await log.unread(call.context, call.app),
        "next": page.cursor,
    }


async def mark_read(call: Call, body: MarkReadBody) -> dict[str, Any]:
    marked = await log.mark_read(call.context, call.app, body.ids)
    return {"marked": marked, "unread": await log.unread(call.context, call.app)}


async def deliveries(call: Call) -> dict[str, Any]:
    asked: DeliveryQuery = call.query
    filters = {"state": asked.state, "action_id": asked.action_id, "item_id": asked.item_id}
    page = await log.deliveries(call.context, call.app, filters, asked.limit, asked.cursor)
    return {
        "deliveries": [document.data for document in page.documents],
        "next": page.cursor,
    }


async def delivery(call: Call) -> dict[str, Any]:
    return {"delivery": await log.delivery(call.context, call.app, call.path["id"])}


async def retry(call: Call) -> dict[str, Any]:
    return {"delivery": await deliver.retry(call.context, call.app, call.path["id"], call.now)}


moderation_log = http_function(
    "moderation_log",
    query_log=query,
    mark_read=mark_read,
    list_deliveries=deliveries,
    get_delivery=delivery,
    retry_delivery=retry,
)
