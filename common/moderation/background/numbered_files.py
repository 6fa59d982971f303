"""Files of one job in JSON: each an array that can be answered in one piece."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from typing_extensions import TypedDict

from common.domain.result_file import ResultFile, result_file_key
from common.domain.task import JobResult, Task
from common.domain.task_part import TaskPart, task_part_key
from common.moderation.background import files
from common.moderation.background.job import Job
from common.store.store import Key

MOST_FILES = 80
"""Published in one commit."""
_CHARACTERS = 90_000
"""Of a part, which has to fit into what any backend stores as one document."""


class File(TypedDict):
    """`first` is the number of its first part."""

    first: int
    parts: int
    documents: int
    bytes: int


async def write(job: Job, result: JobResult, texts: Iterable[str]) -> bool:
    """Adds a value each, in the file that is open or in further ones; False where there may be no
    more of these.
    """
    for text in texts:
        made: list[File] = result["files"]
        size = len(text.encode()) + 2
        if not made or made[-1]["bytes"] + size > files.MOST_BYTES:
            if len(made) == MOST_FILES:
                return False
            await close(job, result)
            first = made[-1]["first"] + made[-1]["parts"] if made else 0
            result["files"] = [*made, File(first=first, parts=0, documents=0, bytes=0)]
        file = result["files"][-1]
        await _append(job, file, f"{',' if file['documents'] else '['}{text}")
        file["documents"] += 1
    return True


async def close(job: Job, result: JobResult) -> None:
    """The last file is whole, be it with nothing in it."""
    if result["files"]:
        await _append(job, result["files"][-1], "]")


async def _append(job: Job, file: File, text: str) -> None:
    file["bytes"] += len(text.encode())
    last = file["first"] + file["parts"] - 1
    part = await job.unit.get(_key(job, last)) if file["parts"] else None
    if part is not None:
        known = part["text"]
        room = max(0, _CHARACTERS - len(known))
        part["text"], text = known + text[:room], text[room:]
    for start in range(0, len(text), _CHARACTERS):
        files.add_part(job, file["first"] + file["parts"], text[start : start + _CHARACTERS])
        file["parts"] += 1


def publish(job: Job, task: Task) -> None:
    """All of them can be fetched for some days, each from a URL of its own."""
    until, result = job.now + files.KEPT, dict(task["result"])
    made: list[File] = result.pop("files")
    result.pop("parts")
    told = []
    for number, (file, token) in enumerate(zip(made, files.tokens_of(task), strict=False), 1):
        stored: ResultFile = {
            "app": job.app,
            "task": task["id"],
            "first": file["first"],
            "parts": file["parts"],
            "until": until,
            "format": "json",
        }
        job.unit.create(result_file_key(token), stored)
        told.append({"number": number, **_told(file), "url": files.url_of(job.context, token)})
    task["result"], task["due_at"] = {**result, "files": told}, until


def _told(file: File) -> Mapping[str, Any]:
    return {"documents": file["documents"], "bytes": file["bytes"]}


def _key(job: Job, number: int) -> Key[TaskPart]:
    return task_part_key(job.app, job.task["id"], number)
