"""What an erasure knows while it goes on: sealed, so that no search for it finds the erasure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any

from common.domain.retention import KEPT_UNLESS_SET, KeptPart
from common.domain.task import Task
from common.domain.task_part import TaskPart, task_part_key
from common.moderation.background import files
from common.moderation.background.erasure.person import Person, Texts
from common.moderation.background.erasure.walking import Walking
from common.moderation.background.job import Job
from common.moderation.background.own_keys import Secrets
from common.store.store import Delete, Key

MOST_PIECES = 20_000
_IN_A_PART = 400
_FORGOTTEN_AT_ONCE = 90


def asked(secrets: Secrets, user_id: str, keeps: Sequence[KeptPart]) -> dict[str, Any]:
    return {"sealed": secrets.sealed({"user_id": user_id}), "keeps": [*keeps]}


def kept(task: Task) -> frozenset[str]:
    """What was set when it was ordered, by a release that asked."""
    return frozenset(task["asked"].get("keeps", KEPT_UNLESS_SET))


def user_of(secrets: Secrets, task: Task) -> str:
    sealed: str = task["asked"]["sealed"]
    user: str = secrets.opened(sealed)["user_id"]
    return user


async def person_of(job: Job, secrets: Secrets) -> Person:
    """As far as the walk has learned of them by now."""
    parts = await job.context.store.get([_key(job, n) for n in range(_parts(job))])
    found = [secrets.opened(each.data["items"][0]) for each in parts if each is not None]
    items = frozenset(chain.from_iterable(each["items"] for each in found))
    pieces = chain.from_iterable(each["pieces"] for each in found)
    id = user_of(secrets, job.task)
    return Person(job.app, id, secrets.stand_in, items, Texts.of(pieces))


async def learn(job: Job, secrets: Secrets, walking: Walking) -> int:
    """Keeps what a page has learned, in the page's commit; the number of parts from then on."""
    person = walking.person
    items = [id for id in dict.fromkeys(walking.items) if id not in person.items]
    room = MOST_PIECES - len(person.texts.pieces)
    new = [each for each in dict.fromkeys(walking.pieces) if each not in person.texts.pieces]
    pieces, parts = new[:room], _parts(job)
    if not (items or pieces):
        return parts
    last = await job.unit.get(_key(job, parts - 1)) if parts else None
    if last is not None:
        known = secrets.opened(last["items"][0])
        if len(known["items"]) + len(known["pieces"]) < _IN_A_PART:
            both = {"items": known["items"] + items, "pieces": known["pieces"] + pieces}
            last["items"] = [secrets.sealed(both)]
            return parts
    part: TaskPart = {"items": [secrets.sealed({"items": items, "pieces": pieces})]}
    job.unit.create(_key(job, parts), part)
    return parts + 1


def forget(job: Job) -> int:
    """Some of it goes; how many parts are left."""
    parts = _parts(job)
    left = max(0, parts - _FORGOTTEN_AT_ONCE)
    job.unit.add(*(Delete(_key(job, n)) for n in range(left, parts)))
    return left


def _parts(job: Job) -> int:
    parts: int = job.task.get("result", {}).get("parts", 0)  # type: ignore[assignment]
    return parts


def _key(job: Job, number: int) -> Key[TaskPart]:
    return task_part_key(job.app, job.task["id"], files.input_number(number))
