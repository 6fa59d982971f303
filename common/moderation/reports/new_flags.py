"""A flag as it comes, and the id that it gets."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import orjson

from common.domain.content import Payload
from common.domain.flag import USER_REPORT
from common.domain.ids import derived_id
from common.domain.item import Item
from common.domain.reports import round_of


@dataclass(frozen=True, slots=True)
class NewFlag:
    """`categories` count for the report rules; `type` is the flag's provider.

    `is_decision` makes it an entry of the item's actions: a moderator chose the action `flag`.
    `is_trusted` says that a trusted flagger raises it. `said_with` tells the reports of nobody
    apart which came with what may be sent again.
    """

    entity_type: str
    entity_id: str
    reporter_id: str
    creator_id: str = ""
    reason: str = ""
    categories: tuple[str, ...] = ()
    reporter_type: str = "user"
    type: str = USER_REPORT
    labels: tuple[str, ...] = ()
    custom: dict[str, Any] = field(default_factory=dict)
    payload: Payload = field(default_factory=Payload)
    reviewable: bool = True
    is_decision: bool = False
    said_with: str = ""
    is_trusted: bool = False


def flag_id(item: str, known: Item | None, new: NewFlag, now: int) -> str:
    """Names who says something of which content. A moderator may flag anew what was decided on, and
    flags of another type are told apart by what they say.
    """
    edits = known.get("edits", 0) if known else 0
    if new.type != USER_REPORT:
        # A model may say the same of several images, and its own fields tell which.
        own = orjson.dumps(new.custom, option=orjson.OPT_SORT_KEYS).decode()
        what = [*sorted(new.labels), new.reason, own]
        return derived_id("flag", item, new.type, new.reporter_id, str(edits), *what)
    who = new.reporter_id or f"anonymous {new.said_with or f'at {now}'}"
    decision = [f"decision {round_of(known or {})}"] if new.is_decision else []
    return report_id(item, who, edits, *decision)


def report_id(item: str, reporter: str, edits: int, *decision: str) -> str:
    """Of what one reporter says of the content that came with the edit of that number."""
    return derived_id("flag", item, USER_REPORT, reporter, str(edits), *decision)
