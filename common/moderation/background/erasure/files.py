"""What background work keeps: analyses of what the person posted, and files that name them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from common.domain.result_file import result_file_key
from common.domain.task import FILE_JOBS, Task, is_finished, task_key
from common.domain.task_part import TASK_PARTS, TaskPart, first_and_last, task_of
from common.moderation.background import files
from common.moderation.background.erasure.person import Person
from common.moderation.background.erasure.walking import Walking
from common.store.store import Document

GONE = "it held data of a person who was erased: order it again"
_TAIL = 2_000
"""Of the part before, so that what lies across two is found."""
_DELETED_AT_ONCE = 60


async def task(walking: Walking, document: Document[Task]) -> None:
    data, person = document.data, walking.person
    if data.get("kind") == "erasure":
        return
    analysis = data.get("analysis")
    has_them = analysis is not None and (
        analysis["creator_id"] == person.id or person.cleaned(analysis) is not analysis
    )
    if data["item_id"] in person.items or has_them:
        walking.delete(document)
    elif _is_asked_of(data.get("asked", {}), person):
        await _spoil(walking, document.key.id)
    else:
        walking.clean(document)


def _is_asked_of(asked: Mapping[str, Any], person: Person) -> bool:
    """Whatever the id is, which could be any word where it stands in the file."""
    is_named = person.id in asked.get("user_ids", ())
    return is_named or asked.get("person") == person.stand_in(person.id)


async def part(walking: Walking, document: Document[TaskPart]) -> None:
    """A file that has them goes whole."""
    text = await _joined(walking, document)
    person = walking.person
    if person.is_in(text) or person.texts.are_in(text):
        await _spoil(walking, task_of(document.key.id))


async def _joined(walking: Walking, document: Document[TaskPart]) -> str:
    name, _, number = document.key.id.rpartition(":")
    own = document.data.get("text", "") or "\n".join(document.data.get("items", ()))
    if not own or int(number) == 0:
        return own
    before = f"{name}:{int(number) - 1:05d}"
    page = await walking.job.context.store.query(
        TASK_PARTS, app=document.key.app, low=before, high=document.key.id, limit=1
    )
    return "".join(each.data.get("text", "")[-_TAIL:] for each in page.documents) + own


async def _spoil(walking: Walking, id: str) -> None:
    """What it can be fetched by, then some of its parts; the page is looked at again as long as
    there are more.
    """
    unit, app = walking.job.unit, walking.job.app
    task = await unit.get(task_key(app, id))
    if task is None or task.get("kind") not in FILE_JOBS or id in walking.spoiled:
        return
    if walking.spoiled:
        walking.is_to_be_repeated = True
        return
    walking.spoiled.add(id)
    if await _is_closed(walking, task):
        walking.is_to_be_repeated = True
        return
    low, high = first_and_last(id)
    page = await walking.job.context.store.query(
        TASK_PARTS, app=app, low=low, high=high, limit=_DELETED_AT_ONCE
    )
    for each in page.documents:
        walking.delete(each)
    if page.cursor is not None:
        walking.is_to_be_repeated = True
        return
    if not is_finished(task):
        task["status"] = "failed"
        task["error"] = {"type": "erased", "description": GONE}
        task["finished_at"] = walking.job.now
        task.pop("cursor", None)
    task.pop("due_at", None)
    task.pop("swept", None)
    task["result"] = files.without_urls(task)
    asked = {k: v for k, v in task["asked"].items() if k != "person"}
    task["asked"], task["result"] = map(walking.person.cleaned, (asked, task["result"]))
    walking.changed += 1


async def _is_closed(walking: Walking, task: Task) -> bool:
    """Whether any of its files could still be fetched until then."""
    unit, keys = walking.job.unit, [result_file_key(each) for each in files.tokens_of(task)]
    await unit.read(keys)
    there = [each for each in keys if unit.held(each) is not None]
    for each in there:
        unit.delete(each)
    return bool(there)
