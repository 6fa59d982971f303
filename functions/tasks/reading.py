"""Tasks as callers see them."""

from __future__ import annotations

from common.http.call import Call
from common.http.responses import Reply
from common.moderation.background import result_files, tasks
from common.views.stream_tasks import StreamTaskAnswer, stream_task_answer

_FILE = (
    ("x-content-type-options", "nosniff"),
    ("cache-control", "private, no-store"),
)
_MEDIA_TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json"}


async def get(call: Call) -> StreamTaskAnswer:
    return stream_task_answer(await tasks.get(call.context, call.app, call.path["id"]))


async def get_file(call: Call) -> Reply:
    format, text = await result_files.read(call.context, call.path["token"], call.now)
    name = ("content-disposition", f'attachment; filename="gavel.{format}"')
    return Reply(text, headers=(name, *_FILE), media_type=_MEDIA_TYPES[format])
