"""What was to be sent about a person, and what was."""

from __future__ import annotations

from typing import Any

from common.delivery import ordering
from common.domain.delivery import (
    Delivery,
    delivery_key,
    is_being_sent,
    is_open,
    user_subject,
)
from common.domain.times import DAY, MINUTE
from common.domain.webhook import EventType
from common.moderation.background.erasure.treatments import bare_delivery
from common.moderation.background.erasure.walking import Walking
from common.store.store import Document

REASON = "the person's data was erased"
LONGEST = DAY
"""For which the app's servers may take to be told; then it is given up."""
AGAIN = MINUTE


async def delivery(walking: Walking, document: Document[Delivery]) -> None:
    """What has not gone out never does, but for the event that says so; of what has, it stays that
    it did, when, and what came of it.
    """
    if not _is_of(walking, document.data) or (
        is_last_event(document.data) and not walking.gives_up
    ):
        return
    unit = walking.job.unit
    found = await unit.get(delivery_key(document.key.app, document.key.id))
    if found is None:
        return
    if is_open(found):
        await ordering.stop(unit, found, "cancelled", REASON, walking.job.now)
    has_place = found["endpoint_kind"] != "events" and "deliveries" in walking.keeps
    if not (has_place or is_being_sent(found)):
        unit.delete(document.key)
        walking.deleted += 1
        return
    bare: Any = bare_delivery(walking, found)
    unit.write_anew(document.key, walking.under_their_key(document))
    await unit.put(document.key, bare)
    walking.changed += found != bare


def _is_of(walking: Walking, found: Delivery) -> bool:
    person = walking.person
    subjects = found["subject"], found["lane"].rpartition("|")[2], found["data"].get("subject")
    items = person.items
    user = user_subject(person.id)
    if found["item_id"] in items or user in subjects or found["lane"].endswith(f"|{user}"):
        return True
    if any(str(each or "").removeprefix("item:") in items for each in subjects):
        return True
    return person.cleaned(found) is not found


def is_last_event(found: Delivery) -> bool:
    """Whether it is still to tell the app's servers of the erasure, or to be given to them."""
    data = found["data"]
    events = data.get("events") or (data,)
    return is_open(found) and any(
        each.get("type") == EventType.USER_DATA_ERASING for each in events
    )
