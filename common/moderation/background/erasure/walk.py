"""An erasure, page by page: the walk over all places, then the scan, then the receipt.

What a page does and that it was done are one commit, as with any job. What the scan finds that
should be gone sends the walk over all places again, for it came while the walk went on.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from common.configuration.data_keys import GONE_AFTER
from common.domain.delivery import DELIVERIES
from common.domain.erasure import erasure_key
from common.domain.task import JobResult, Task
from common.domain.times import HOUR, nanoseconds
from common.moderation.background.erasure import deliveries, knowing, receipts, remains, scanning
from common.moderation.background.erasure.counting import Counts
from common.moderation.background.erasure.person import Person
from common.moderation.background.erasure.places import KEPT_IN, PLACES, TOLD_AFTER, Place
from common.moderation.background.erasure.walking import Walking
from common.moderation.background.holding import Holds
from common.moderation.background.job import Job, Step
from common.moderation.background.own_keys import Secrets, secrets_of
from common.store.store import Collection, Document

MOST_ROUNDS = 3
HELD_AGAIN = HOUR
_PAGES = 30
"""In which there was nothing to change, before it is kept how far it has come."""


@dataclass(frozen=True, slots=True)
class At:
    """Where it is: in which round, at what, at which of the places, and where in that."""

    round: int = 1
    stage: str = "walk"
    place: int = 0
    cursor: str = ""

    def __str__(self) -> str:
        return f"{self.round}|{self.stage}|{self.place}|{self.cursor}"

    @classmethod
    def of(cls, text: str) -> At:
        if not text:
            return cls()
        round, stage, place, cursor = text.split("|", 3)
        return cls(int(round), stage, int(place), cursor)


@dataclass(slots=True)
class Page:
    """What a page has to go by."""

    job: Job
    secrets: Secrets
    person: Person
    at: At
    counts: Counts
    parts: int
    found: dict[str, Any]
    held: bool = False
    looked_for: str = ""

    def step(self, at: At | None, *, configures: bool = False, wait: int = 0) -> Step:
        place = PLACES[at.place].collection if at is not None and at.place < len(PLACES) else ""
        result: JobResult = {
            "found": self.found,
            "parts": self.parts,
            "stage": at.stage if at is not None else "done",
            "place": place,
            "round": self.at.round,
            "held": self.held,
            "looked_for": self.looked_for,
            "places": self.counts.stored(),
        }
        until = self.job.now + wait if wait else 0
        return Step(None if at is None else str(at), result, configures, until)


async def step(job: Job) -> Step:
    secrets = await secrets_of(job.context, job.app)
    result: Mapping[str, Any] = job.task.get("result", {})
    person = await knowing.person_of(job, secrets)
    counts = Counts(result.get("places", {}))
    page = Page(
        job,
        secrets,
        person,
        At.of(job.cursor),
        counts,
        result.get("parts", 0),
        result.get("found", {}),
    )
    if await _is_held(page):
        return page.step(page.at, wait=HELD_AGAIN)
    done = await _STAGES[page.at.stage](page)
    for _ in range(_PAGES):
        after = At.of(done.cursor or "")
        if done.cursor is None or done.at or job.unit.writes() or after.stage != page.at.stage:
            break
        page.at = after
        done = await _STAGES[page.at.stage](page)
    return done


async def _is_held(page: Page) -> bool:
    """Held items are looked for where a place begins, and where there are others than the last
    time; the erasure says that it waits.
    """
    job, at = page.job, page.at
    holds = await Holds.of(job.context.store, job.app)
    result: Mapping[str, Any] = job.task.get("result", {})
    person, was = page.person.id, bool(result.get("held"))
    page.looked_for = holds.mark
    looks = was or not at.cursor or result.get("looked_for") != holds.mark
    page.held = person in holds.users or (
        looks and await holds.keep(job.context.store, job.app, person)
    )
    if page.held != was:
        erasure = await job.unit.have(erasure_key(job.app, job.task["id"]))
        erasure["status"] = "held" if page.held else "running"
    return page.held


async def ended(job: Job, task: Task) -> None:
    """Nobody is named any more; the receipt is there, and the app's servers are told."""
    task["asked"] = {}
    await receipts.publish(job, task)


async def _walk(page: Page) -> Step:
    place, at = PLACES[page.at.place], page.at
    documents, following = await documents_of(page.job, place, at.cursor, place.at_once)
    walking = Walking(page.job, page.person, knowing.kept(page.job.task))
    for document in documents:
        await treat(place, walking, document)
    return await _walked(page, walking, following)


async def _walked(page: Page, walking: Walking, following: str | None) -> Step:
    at, place = page.at, PLACES[page.at.place]
    page.counts.walked(place.collection, walking.deleted, walking.changed)
    page.parts = await knowing.learn(page.job, page.secrets, walking)
    if walking.is_to_be_repeated:
        after = at
    elif following is not None:
        after = replace(at, cursor=following)
    elif at.place == TOLD_AFTER and at.stage == "walk":
        after = replace(at, stage="tell", cursor="")
    elif at.place + 1 < len(PLACES):
        after = At(at.round, "key" if at.place + 1 == KEPT_IN else "walk", at.place + 1)
    else:
        page.counts.begin_scan()
        after = At(at.round, "scan")
    return page.step(after, configures=walking.configures)


async def _tell(page: Page) -> Step:
    """What was sent since the erasure began: its own event has to arrive first."""
    job, since = page.job, page.job.task["created_at"]
    found = await job.context.store.query(
        DELIVERIES,
        app=job.app,
        order="created_at",
        low=since,
        limit=PLACES[TOLD_AFTER].at_once,
        cursor=page.at.cursor or None,
    )
    gives_up = job.now >= since + deliveries.LONGEST
    waits = any(deliveries.is_last_event(each.data) for each in found.documents)
    if waits and not gives_up:
        return page.step(page.at, wait=deliveries.AGAIN)
    walking = Walking(job, page.person, knowing.kept(job.task), gives_up=gives_up)
    for document in found.documents:
        await deliveries.delivery(walking, document)
    return await _walked(page, walking, found.cursor)


async def _key(page: Page) -> Step:
    """That there is one is kept before it is dropped, so that the receipt says so wherever that is
    broken off.
    """
    if await page.job.context.data_keys.has(page.job.app, page.person.id):
        page.found = {**page.found, "key": "dropped"}
    return page.step(replace(page.at, stage="drop"))


async def _drop(page: Page) -> Step:
    """What others still write under it is there before the walk ends, and the scan finds it."""
    keys = page.job.context.data_keys
    if await keys.drop(page.job.app, page.person.id):
        page.found = {**page.found, "key": "dropped"}
    may_be_used = keys.is_on or "key" in page.found
    wait = nanoseconds(GONE_AFTER) if may_be_used else 0
    return page.step(replace(page.at, stage="walk"), wait=wait)


async def treat(place: Place, walking: Walking, document: Document[Any]) -> None:
    """What is to become of a document, in the unit of its page."""
    if place.is_by_id and document.key.id == walking.person.id:
        walking.delete(document)
    elif place.treat is not None:
        place.treat(walking, document)
    elif place.treat_with_others is not None:
        await place.treat_with_others(walking, document)


async def _scan(page: Page) -> Step:
    """Reads only."""
    at, place = page.at, PLACES[page.at.place]
    cursor: str | None = at.cursor
    for _ in range(scanning.PAGES):
        documents, cursor = await documents_of(page.job, place, cursor or "", scanning.AT_ONCE)
        page.counts.scanned(place.collection, *scanning.found(page.person, place, documents))
        if cursor is None:
            break
    if cursor is not None:
        return page.step(replace(at, cursor=cursor))
    if at.place == KEPT_IN:
        has_key = await page.job.context.data_keys.has(page.job.app, page.person.id)
        page.counts.scanned(place.collection, 0, int(has_key), 0)
    if at.place + 1 < len(PLACES):
        return page.step(At(at.round, "scan", at.place + 1))
    if page.counts.left and at.round < MOST_ROUNDS:
        return page.step(At(at.round + 1))
    return page.step(At(at.round, "files", len(PLACES)))


async def _files(page: Page) -> Step:
    """Of the default backend: what its files have beyond its documents."""
    person = page.person
    texts = sorted(person.texts.pieces, key=len, reverse=True)[: remains.MOST_TEXTS]
    needles = [*([person.id] if person.is_sure else ()), *texts]
    found = await remains.search(page.job.context.settings, needles)
    page.found = {
        **page.found,
        "files": found,
        "rounds": page.at.round,
        "texts": len(person.texts.pieces),
        "sure": person.is_sure,
    }
    return page.step(At(page.at.round, "close", len(PLACES)))


async def _close(page: Page) -> Step:
    """What the erasure knew goes; the last of it with the receipt."""
    page.parts = knowing.forget(page.job)
    if page.parts:
        return page.step(page.at)
    erasure = await page.job.unit.have(erasure_key(page.job.app, page.job.task["id"]))
    step = page.step(None)
    erasure["signed"] = receipts.signed(page.job, page.secrets, erasure, page.counts, page.found)
    erasure.update({"status": "completed", "completed_at": page.job.now})
    erasure["updated_at"] = page.job.now
    return step


async def documents_of(
    job: Job, place: Place, cursor: str, limit: int
) -> tuple[list[Document[Any]], str | None]:
    """By their ids, which takes no index. Of those above all apps, the app's own."""
    collection: Collection[Any] = Collection(place.collection)
    page = await job.context.store.query(
        collection,
        app="" if place.is_above_apps else job.app,
        limit=limit,
        cursor=cursor or None,
    )
    documents = page.documents
    if place.is_above_apps:
        documents = [each for each in documents if each.data.get("app") == job.app]
    return documents, page.cursor


_STAGES: Mapping[str, Callable[[Page], Awaitable[Step]]] = {
    "walk": _walk,
    "tell": _tell,
    "key": _key,
    "drop": _drop,
    "scan": _scan,
    "files": _files,
    "close": _close,
}
