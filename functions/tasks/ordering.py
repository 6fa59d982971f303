"""Exports, and many images at once: both end in a file."""

from __future__ import annotations

from common.api.gavel.exports import ExportBody
from common.api.stream.accounts import ExportUsersRequest
from common.api.stream.bulk_images import BulkImageModerationRequest
from common.http.call import Call
from common.moderation.background import orders
from common.views.stream_tasks import StartedTaskAnswer


async def export(call: Call, body: ExportBody) -> StartedTaskAnswer:
    since, until = body.times(call.now)
    id = await orders.export(call.context, call.app, body.kind, since, until, _by(call), call.now)
    return {"task_id": id}


async def export_users(call: Call, body: ExportUsersRequest) -> StartedTaskAnswer:
    ids = body.user_ids
    return {"task_id": await orders.export_users(call.context, call.app, ids, _by(call), call.now)}


def _by(call: Call) -> str:
    """A member; of the app's server nobody is named."""
    return call.member["name"] if call.member is not None else ""


async def moderate_images(call: Call, body: BulkImageModerationRequest) -> StartedTaskAnswer:
    id = await orders.moderate_images(call.context, call.app, body.csv_file, call.now)
    return {"task_id": id}
