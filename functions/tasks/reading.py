"""Tasks as callers see them."""

from __future__ import annotations

from common.http.call import Call
from common.http.responses import Reply
from common.moderation.background import result_files, tasks
from common.views.stream_tasks import StreamTaskAnswer, stream_task_answer

_FILE = (
    ("content-disposition", 'attachment; filename="gavel.csv"'),
    ("x-content-type-options", "nosniff"),
    ("cache-control", "private, no-store"),
)


async def get(call: Call) -> StreamTaskAnswer:
    return stream_task_answer(await tasks.get(call.context, call.app, call.path["id"]))


async def get_file(call: Call) -> Reply:
    text = await result_files.read(call.context, call.path["token"], call.now)
    return Reply(text, headers=_FILE, media_type="text/csv; charset=utf-8")
