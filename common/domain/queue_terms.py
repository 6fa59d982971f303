"""What an item of the review queue is found by, as texts that an index has one by one.

Each begins with whether the item waits or was reviewed, and says a field's name and one value of
it. Fields with many values have so many of them here, and one that stands for all others; who asks
for a value asks for that one too. So the terms of an item are few, and none is missed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from math import isfinite
from typing import Any

from common.domain.item import Item, is_queued
from common.domain.queue_fields import FIELDS

WAITS, REVIEWED = "w", "r"
TERMS = "queue_terms"
_OTHERS = "*"
_LONGEST = 120
CUSTOM = "custom."
_MOST_CUSTOM = 8

SINGLE = (
    "ai_text_severity",
    "appeal_id",
    "appeal_status",
    "assigned_to",
    "bounce_count",
    "channel_cid",
    "channel_id",
    "config_key",
    "entity_id",
    "entity_type",
    "escalated_by",
    "escalation_priority",
    "escalation_reason",
    "flagged_user_id",
    "latest_moderator_action",
    "moderation_payload_hash",
    "recommended_action",
    "severity",
    "status",
)
"""Of these a missing value, and zero, is no term: nearly all items have it."""
TRUTHS = ("appeal", "escalated", "has_audio", "has_image", "has_video")
"""Only where they hold."""
SEVERAL = {
    "category": 6,
    "image_hash": 4,
    "label": 8,
    "language": 4,
    "reporter_id": 5,
    "reporter_type": 4,
    "teams": 2,
    "user_report_reason": 3,
}
"""How many values of each are terms."""
NAMES = frozenset((*SINGLE, *TRUTHS, *SEVERAL))
_USUAL = {"status": "complete"}

VIEW = "view"
"""Of a saved queue: its own id, and no field that a filter names."""
_MOST_VIEWS = 6


def queue_terms(item: Item) -> list[str]:
    """Empty where the item is not in the queue."""
    if not is_queued(item):
        return []
    state = REVIEWED if item.get("reviewed_at") else WAITS
    return [f"{state}:{said}" for said in dict.fromkeys(_said(item))]


def terms(states: Iterable[str], name: str, value: str | int | float) -> list[str]:
    """Those of which an item has one if its field has the value."""
    said = [_one(name, value)]
    if name in SEVERAL or name == VIEW:
        said.append(f"{name}={_OTHERS}")
    if name.startswith(CUSTOM):
        said.append(f"{CUSTOM}={_OTHERS}")
    return [f"{state}:{each}" for state in states for each in said]


def stands_for_others(term: object) -> bool:
    """Whether it is one that all values have which are no terms of their own."""
    return isinstance(term, str) and term.endswith(f"={_OTHERS}")


def is_usual(name: str, value: object) -> bool:
    """Whether the value is of those that are no terms."""
    return not value or value == _USUAL.get(name)


def _said(item: Item) -> Iterable[str]:
    for name in TRUTHS:
        if FIELDS[name](item):
            yield _one(name, True)
    for name in SINGLE:
        # Whether a lock still holds is told by the time at which somebody asks.
        value: Any = item.get("locked_by") if name == "assigned_to" else FIELDS[name](item)
        if _is_value(value) and not is_usual(name, value):
            yield _one(name, value)
    for name, most in SEVERAL.items():
        yield from _of_list(name, FIELDS[name](item), most)
    yield from _of_list(VIEW, item.get("queue_views", ()), _MOST_VIEWS)
    yield from _of_customs(FIELDS["custom"](item))


def _of_list(name: str, values: Sequence[Any], most: int) -> Iterable[str]:
    distinct = [each for each in dict.fromkeys(values) if _is_value(each) and each != ""]
    for value in distinct[:most]:
        yield _one(name, value)
    if len(distinct) > most:
        yield f"{name}={_OTHERS}"


def _of_customs(customs: Any) -> Iterable[str]:
    """The first in the order of their names."""
    found: list[str] = []
    for key, held in sorted(customs.items()) if isinstance(customs, dict) else ():
        for value in held if isinstance(held, list) else [held]:
            if _is_value(value):
                found.append(_one(f"{CUSTOM}{key}", value))
    yield from found[:_MOST_CUSTOM]
    if len(found) > _MOST_CUSTOM:
        yield f"{CUSTOM}={_OTHERS}"


def _is_value(value: object) -> bool:
    if isinstance(value, float):
        return isfinite(value)
    return isinstance(value, str | int)


def _one(name: str, value: str | int | float) -> str:
    """Equal values have equal terms, as True and 1 and 1.0 are."""
    said = f"{name}=t{value}" if isinstance(value, str) else f"{name}=n{_number(value)}"
    if len(said) <= _LONGEST:
        return said
    digest = blake2b(said.encode(errors="surrogatepass"), digest_size=16).hexdigest()
    return f"{said[: _LONGEST // 2]}#{digest}"


def _number(value: int | float) -> str:
    try:
        return repr(float(value))
    except OverflowError:
        return "large"
