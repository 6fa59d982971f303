"""Importing into a block list: what is new is added to it, chunk by chunk."""

from __future__ import annotations

from collections.abc import Sequence

from common.configuration.context import Context
from common.domain.block_list import BlockList, block_list_id, block_list_key
from common.domain.errors import Invalid
from common.domain.ids import derived_id
from common.domain.task import JobResult, Task, is_finished, new_job, task_key
from common.domain.task_part import task_part_key
from common.engines.block_list.builtin import PROFANITY
from common.moderation.background import starting
from common.moderation.background.job import Job, JobFailed, Step
from common.moderation.contention import ATTEMPTS, too_busy
from common.moderation.resources import resources
from common.moderation.resources.block_lists import check_fields, check_is_apps
from common.moderation.resources.kinds import BLOCK_LIST
from common.store.deciding import until_committed
from common.store.store import Delete, Put, Write

CHUNK = 1_000
_MOST_CHUNKS = 90
"""They are stored in one commit with their task."""


async def start(
    context: Context, app: str, name: str, items: Sequence[str], chunk_size: int, now: int
) -> str:
    """The id of the task. Asking again for what is under way, or for what the list has already,
    answers with the same one. Raises Invalid where the list would outgrow what it may have.
    """
    check_is_apps(name)
    known = await _list(context, app, name)
    wanted = list(dict.fromkeys(items))
    await _check(context, app, known, wanted)
    chunks = [wanted[at : at + chunk_size] for at in range(0, len(wanted), chunk_size)]
    if len(chunks) > _MOST_CHUNKS:
        raise Invalid.field("chunk_size", f"would make more than {_MOST_CHUNKS} chunks")
    id = derived_id("block list import", app, known["id"], str(chunk_size), *wanted)
    parts: list[Write] = [
        Put(task_part_key(app, id, number), {"items": chunk}) for number, chunk in enumerate(chunks)
    ]
    asked = {"list": known["id"], "chunks": len(chunks)}
    result: JobResult = {"items_total": len(wanted), "items_done": 0, "added": 0}

    async def attempt() -> None:
        (before,) = await context.store.get([task_key(app, id)])
        if before is None or _is_to_repeat(before.data, known, wanted):
            task = new_job("block_list_import", id, asked, result, now)
            await starting.start(context, app, task, parts, before)

    await until_committed(attempt, ATTEMPTS, too_busy())
    return id


async def step(job: Job) -> Step:
    """One chunk."""
    number = int(job.cursor or 0)
    part = task_part_key(job.app, job.task["id"], number)
    key = block_list_key(job.app, job.task["asked"]["list"])
    await job.unit.read([part, key])
    chunk, known = await job.unit.have(part), await job.unit.get(key)
    if known is None:
        raise JobFailed("not_found", "the block list has gone")
    words = known["words"]
    added = _missing(words, chunk["items"])
    if added:
        try:
            wanted: BlockList = {**known, "words": [*words, *added]}
            await check_fields(job.context, job.app, key.id, wanted)
        except Invalid as error:
            raise JobFailed("invalid", error.message) from None
        known["words"] = [*words, *added]
        known["updated_at"] = job.now
    job.unit.delete(part)
    result = dict(job.task["result"])
    result["items_done"] += len(chunk["items"])
    result["added"] += len(added)
    is_last = number + 1 == job.task["asked"]["chunks"]
    return Step(None if is_last else str(number + 1), result, configures=bool(added))


async def clear(job: Job, task: Task) -> None:
    """What a failed import has not worked through goes."""
    if task["status"] != "failed":
        return
    left = range(int(job.cursor or 0), task["asked"]["chunks"])
    job.unit.add(*(Delete(task_part_key(job.app, task["id"], number)) for number in left))


async def _list(context: Context, app: str, name: str) -> BlockList:
    """By its id, or by the name of one of the whole app."""
    if name == PROFANITY:
        raise Invalid.field("id", f"{name!r} is built in: make a list of your own")
    for id in (name, block_list_id(name, "")):
        found = await resources.find(context, app, BLOCK_LIST, id)
        if found is not None:
            return found
    raise resources.missing(BLOCK_LIST, name)


async def _check(context: Context, app: str, known: BlockList, wanted: Sequence[str]) -> None:
    words = [*known["words"], *_missing(known["words"], wanted)]
    fields: BlockList = {**known, "words": words}
    try:
        await check_fields(context, app, known["id"], fields)
    except Invalid as error:
        raise Invalid.field("items", error.fields.get("words", error.message)) from None


def _missing(words: Sequence[str], items: Sequence[str]) -> list[str]:
    known = set(words)
    return [each for each in items if each not in known]


def _is_to_repeat(before: Task, known: BlockList, wanted: Sequence[str]) -> bool:
    if not is_finished(before):
        return False
    return before["status"] == "failed" or bool(_missing(known["words"], wanted))
