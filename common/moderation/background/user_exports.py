"""Exports of users: all that is kept of each, in one JSON array."""

from __future__ import annotations

from typing import Any

import orjson

from common.domain.errors import NotFound
from common.domain.task import Task
from common.moderation.background import files
from common.moderation.background.job import Job, Step
from common.moderation.users.exporting import export
from common.views.stream_user_exports import user_export_answer
from common.views.times import with_text_times

_ITEMS_AT_ONCE = 5
_CHARACTERS = 90_000
"""Of a part, which has to fit into what any backend stores as one document."""


async def step(job: Job) -> Step:
    """Some items of one user. What is too much for a file is left out and named."""
    part, index, cursor = _place(job.cursor)
    ids: list[str] = job.task["asked"]["user_ids"]
    text, following = await _page(job, ids[index], cursor, is_first=part == 0)
    result = dict(job.task["result"])
    result["bytes"] += len(text.encode())
    is_done = following is None
    result["users"] += is_done
    rest = ids[index + is_done :]
    is_full = result["bytes"] >= files.MOST_BYTES
    if is_full and not is_done:
        text += "]}"
    if is_full or not rest:
        text += "]"
        result["left_out"] = rest
    for start in range(0, len(text), _CHARACTERS):
        files.add_part(job, part, text[start : start + _CHARACTERS])
        part += 1
    result["parts"] = part
    if is_full or not rest:
        return Step(None, result)
    return Step(f"{part}|{index + is_done}|{following or ''}", result)


async def ended(job: Job, task: Task) -> None:
    if "error" not in task:
        files.publish(job, task, "json")


def _place(cursor: str) -> tuple[int, int, str]:
    """The number of the next part, the user's place, and where the user's items go on."""
    part, index, rest = (cursor or "0|0|").split("|", 2)
    return int(part), int(index), rest


async def _page(job: Job, user: str, cursor: str, *, is_first: bool) -> tuple[str, str | None]:
    """The text, and where the user's items go on, None where that was all. A user who has gone
    meanwhile is in it by the id alone.
    """
    before = "[" if is_first else ","
    try:
        found = await export(
            job.context, job.app, user, cursor or None, job.now, limit=_ITEMS_AT_ONCE
        )
    except NotFound:
        gone = _text({"user": {"id": user}, "items": []})
        return "]}" if cursor else f"{before}{gone}", None
    shown = with_text_times(
        user_export_answer(user, found.user, found.mutes, found.blocks, found.items, None, job.now)
    )
    items = ",".join(map(_text, shown.pop("items")))
    if cursor:
        text = f",{items}" if items else ""
    else:
        text = f'{before}{_text(shown)[:-1]},"items":[{items}'
    return (text, found.next) if found.next else (f"{text}]}}", None)


def _text(value: Any) -> str:
    return orjson.dumps(value).decode()
