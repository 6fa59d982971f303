"""An item's lists of its flags, of its actions in the log, and of who reported it."""

from __future__ import annotations

from collections.abc import Sequence

from common.domain.item import Item

IDS_KEPT = 100
REPORTERS_KEPT = 200
_MODERATORS_KEPT = 2 * REPORTERS_KEPT
"""They are kept where users are no more, so that each finds what they have reported."""
_TRUSTED_KEPT = 3 * REPORTERS_KEPT
"""And trusted flaggers, by whom statements of reasons have it come to notice."""


def has_more_reporters(item: Item) -> bool:
    """Of whom only their flags know. One of an earlier release may have, and not say so."""
    return item.get("more_reporters", False) or len(item.get("reporters", ())) >= REPORTERS_KEPT


def complete(ids: Sequence[str] | None) -> Sequence[str] | None:
    """The list where it names all; None where the item is older than it, or it has become longer
    than `IDS_KEPT`, from when on nothing is added to it.
    """
    return ids if ids is not None and len(ids) <= IDS_KEPT else None


def keeps_reporter(item: Item, reporter_type: str, *, is_trusted: bool) -> bool:
    most = REPORTERS_KEPT if reporter_type == "user" else _MODERATORS_KEPT
    most = _TRUSTED_KEPT if is_trusted else most
    return len(item.get("reporters", ())) < most


def add_ids(item: Item, flags: Sequence[str] = (), actions: Sequence[str] = ()) -> None:
    known = complete(item.get("flag_ids"))
    if known is not None and flags:
        item["flag_ids"] = [*known, *flags]
    known = complete(item.get("action_ids"))
    if known is not None and actions:
        item["action_ids"] = [*known, *actions]


def added_ids(item: Item, flags: Sequence[str], actions: Sequence[str]) -> dict[str, list[str]]:
    """The same as unions of an update that others need not wait for: as no list is ever taken
    away, one that comes late makes none that is short.
    """
    lists = (
        ("flag_ids", item.get("flag_ids"), flags),
        ("action_ids", item.get("action_ids"), actions),
    )
    return {name: list(added) for name, ids, added in lists if added and complete(ids) is not None}
