"""How many flags there are against what a user has created."""

from __future__ import annotations

from common.domain.ids import derived_id
from common.store.store import Collection, Key

FlagCount = dict[str, int]
FLAG_COUNTS: Collection[FlagCount] = Collection("flag_count")
TOTAL = "total"


def flag_count_key(app: str, creator: str) -> Key[FlagCount]:
    return Key(app, FLAG_COUNTS, creator)


def type_field(entity_type: str) -> str:
    """Any text may be a type, and not all may be the name of a field."""
    return f"type_{derived_id('entity type', entity_type)}"
