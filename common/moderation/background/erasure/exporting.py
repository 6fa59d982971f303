"""A person's data given out, by the walk of the erasure, which changes nothing here: what is about
them or an erasure would delete is theirs, and of the rest the part that it would take out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson

from common.domain.delivery import DELIVERIES
from common.domain.task import JobResult, Task
from common.moderation.background import numbered_files
from common.moderation.background.erasure import knowing
from common.moderation.background.erasure.person import PEOPLE, Person
from common.moderation.background.erasure.places import PLACES, Place
from common.moderation.background.erasure.walk import documents_of, treat
from common.moderation.background.erasure.walking import Walking
from common.moderation.background.job import Job, Step
from common.moderation.background.own_keys import secrets_of
from common.store.store import Delete, Document, Update
from common.store.unit_of_work import UnitOfWork

_NOT_THEIRS = frozenset(("authority_order", "lane", "task_part", "verdict"))
"""Of nobody by name, files that are theirs again, or what the app has to decide on whether they may
know of it.
"""
EXPORTED = tuple(
    place
    for place in PLACES
    if place.collection not in _NOT_THEIRS and not (place.why and place.stays is None)
)
_MOST_BYTES = 2_000_000
"""Of a page, whose commit any backend has to take, unless a single document has more."""
_WHOLE = "task"
"""Jobs that name them are others' too, and so are the files that those made."""
_OF_DELIVERY = (
    "id",
    "endpoint",
    "endpoint_kind",
    "state",
    "attempts",
    "created_at",
    "updated_at",
    "delivered_at",
    "closed_at",
)
"""What it had is a copy of what is given out from where it stands, and of what others said and did;
where it went to may be a secret.
"""
_REPORTED = ("reason", "custom", "appeal_reason", "attachments", "decision_reason", "notes")
"""What others say in reports and appeals."""
_HIDDEN = ("seal", "report_reasons")
_OF_ONE = ("user", "member_preferences")
"""Beside places that say so themselves: where documents go by the name of whose they are."""


async def step(job: Job) -> Step:
    """A page of one place. The cursor has the place, and where that goes on."""
    secrets = await secrets_of(job.context, job.app)
    person = await knowing.person_of(job, secrets)
    number, _, cursor = (job.cursor or "0|").partition("|")
    result: JobResult = {**job.task.get("result", {})}
    result["files"] = [{**each} for each in result["files"]]
    if int(number) == len(EXPORTED):
        return await _closed(job, result)
    place = EXPORTED[int(number)]
    walking = Walking(job, person, frozenset())
    texts, following = await _page(job, place, person, cursor, walking)
    result["parts"] = await knowing.learn(job, secrets, walking)
    if not await numbered_files.write(job, result, texts):
        result["left_out"] = [each.collection for each in EXPORTED[int(number) :]]
        return Step(f"{len(EXPORTED)}|", result)
    result["documents"] += len(texts)
    after = int(number) if following is not None else int(number) + 1
    return Step(f"{after}|{following or ''}", result)


async def ended(job: Job, task: Task) -> None:
    if "error" not in task:
        numbered_files.publish(job, task)


async def _closed(job: Job, result: JobResult) -> Step:
    """What was known of them goes, and the last file is whole."""
    left = knowing.forget(job)
    if left:
        return Step(job.cursor, {**result, "parts": left})
    await numbered_files.close(job, result)
    return Step(None, {**result, "parts": 0})


async def _page(
    job: Job, place: Place, person: Person, cursor: str, walking: Walking
) -> tuple[list[str], str | None]:
    """As many documents as one commit takes, each as text where it is theirs."""
    at_once = place.at_once
    while True:
        documents, following = await documents_of(job, place, cursor, at_once)
        texts = [
            orjson.dumps({**_named(place, each, person), "data": theirs}).decode()
            for each in documents
            if (theirs := await _theirs(job, place, person, each, walking))
        ]
        if at_once == 1 or sum(len(each.encode()) for each in texts) <= _MOST_BYTES:
            return texts, following
        at_once = max(1, at_once // 4)
        walking.items.clear()


def _named(place: Place, document: Document[Any], person: Person) -> dict[str, str]:
    """What lies under the name of another has no id."""
    id, is_of_one = document.key.id, place.is_by_id or place.collection in _OF_ONE
    named = {"place": place.collection}
    return named if is_of_one and id != person.id else {**named, "id": id}


async def _theirs(
    job: Job, place: Place, person: Person, document: Document[Any], walking: Walking
) -> Any:
    """Tried in a unit that nobody commits."""
    unit = UnitOfWork(job.context.store)
    tried = Walking(
        Job(job.context, job.app, job.task, unit, job.now), person, frozenset(), gives_up=True
    )
    await treat(place, tried, document)
    walking.items += tried.items
    for write in unit.writes():
        if write.key != document.key:
            continue
        if place.collection == DELIVERIES:
            return {name: document.data[name] for name in _OF_DELIVERY if name in document.data}
        if place.collection == _WHOLE and not isinstance(write, Delete):
            continue
        is_theirs = walking.is_about(document.data) or document.data.get("by") == person.id
        if is_theirs or isinstance(write, Delete):
            return without_others(document.data, person.id)
        if isinstance(write, Update):
            after = {**document.data, **write.set}
            before = {name: each for name, each in document.data.items() if name != "seal"}
            return part_of(before, after, person.id)
    return None


def without_others(value: Any, person: str, name: str = "") -> Any:
    """Without the names of other people, and what a report by one of them says."""
    if isinstance(value, Mapping):
        is_others = value.get("user_id") not in (None, "", person) and value.get("by") != person
        hidden = (*_HIDDEN, *_REPORTED) if is_others else _HIDDEN
        found = {
            key: without_others(each, person, key)
            for key, each in value.items()
            if key not in hidden
            and not (name in PEOPLE and key != person)
            and not (key in PEOPLE and isinstance(each, str) and each != person)
        }
        return {key: each for key, each in found.items() if each not in ("", None, [], {})}
    if isinstance(value, list):
        if name in PEOPLE:
            return [each for each in value if each == person]
        return [without_others(each, person, name) for each in value]
    return value


def _is_another(name: str, value: Any, person: str) -> bool:
    return name in PEOPLE and isinstance(value, str) and value != person


def part_of(before: Any, after: Any, person: str) -> Any:
    """What is in the one and not in the other."""
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        changed = {key: each for key, each in before.items() if after.get(key) != each}
        return {key: part_of(each, after.get(key), person) for key, each in changed.items()}
    if isinstance(before, list) and isinstance(after, list):
        return [without_others(each, person) for each in before if each not in after]
    return without_others(before, person)
