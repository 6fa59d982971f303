"""Which fields of which documents have what a user wrote, or what tells it, and whose it is.

What queries, indexes and counts need is none of them. A field of which there is only an `inner`
one is a list of objects. What nobody can read any more is as if nothing had been written: empty,
or not there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, cast

from common.domain.item import Item, author_of
from common.store.store import Key


class Whose(NamedTuple):
    """A user's, or an item's author's; nobody's where both are empty."""

    user: str = ""
    item: str = ""


NOBODY = Whose()
Owner = Callable[[Key[Any], Mapping[str, Any]], Whose]


def _gone() -> None:
    return None


@dataclass(frozen=True, slots=True)
class Personal:
    """`empty` makes what stands for one that cannot be read; None: then there is no such field."""

    name: str
    whose: Owner
    empty: Callable[[], Any] = _gone
    inner: str = ""

    @property
    def place(self) -> str:
        return f"{self.name}.{self.inner}" if self.inner else self.name

    def is_in(self, fields: Mapping[str, Any]) -> bool:
        """Whether there is anything of it."""
        value = fields.get(self.name)
        return any(each.get(self.inner) for each in value) if value and self.inner else bool(value)

    def changed(self, value: Any, change: Callable[[Any], Any]) -> Any:
        if not self.inner:
            return change(value)
        name = self.inner
        return [{**each, name: change(each[name])} if each.get(name) else each for each in value]


def _author(_: Key[Any], item: Mapping[str, Any]) -> Whose:
    return Whose(author_of(cast(Item, item))) if "creator_id" in item else NOBODY


def _author_of_item(_: Key[Any], document: Mapping[str, Any]) -> Whose:
    return Whose(item=document.get("item_id") or "")


def _user(_: Key[Any], document: Mapping[str, Any]) -> Whose:
    """Or else the author of what it is about."""
    if user := document.get("user_id"):
        return Whose(user)
    return Whose(item=document.get("item_id") or "")


def _concerned(key: Key[Any], entry: Mapping[str, Any]) -> Whose:
    """A member is no user."""
    return NOBODY if entry.get("kind") == "member" else _user(key, entry)


def _itself(key: Key[Any], _: Mapping[str, Any]) -> Whose:
    return Whose(key.id)


def _subject(_: Key[Any], delivery: Mapping[str, Any]) -> Whose:
    kind, _, id = delivery.get("subject", "").partition(":")
    if kind == "user":
        return Whose(id)
    return Whose(item=id if kind == "item" else delivery.get("item_id") or "")


def _creator(_: Key[Any], task: Mapping[str, Any]) -> Whose:
    return Whose((task.get("analysis") or {}).get("creator_id") or "")


def _no_analysis() -> dict[str, Any]:
    return {
        "texts": {},
        "content_ids": {},
        "config_key": "",
        "entity_type": "",
        "entity_id": "",
        "creator_id": "",
        "custom": {},
        "received_at": 0,
    }


def _no_decision() -> dict[str, Any]:
    return {
        "type": "",
        "options": {},
        "spoken": "",
        "appeal_id": "",
        "batch_id": "",
        "by_member": False,
        "appeal_outcome": "",
        "unfounded": False,
    }


PERSONAL: Mapping[str, tuple[Personal, ...]] = {
    "item": (
        Personal("payload", _author, dict),
        Personal("metadata", _author),
        Personal("labels", _author, list),
        Personal("pending_labels", _author, list),
        Personal("image_hashes", _author),
        Personal("escalation_metadata", _author, dict),
    ),
    "flag": (
        Personal("reason", _user, str),
        Personal("custom", _user, dict),
        Personal("payload", _author_of_item),
    ),
    "log": (Personal("reason", _concerned, str), Personal("custom", _concerned, dict)),
    "delivery": (
        Personal("data", _subject, dict),
        Personal("why", _subject, dict),
        Personal("tries", _subject, list),
        Personal("receipts", _subject),
    ),
    "held_enforcement": (
        Personal("why", _user, list),
        Personal("orders", _user, list),
        Personal("ban", _user),
        Personal("reason", _user),
    ),
    "appeal": (
        Personal("appeal_reason", _user, str),
        Personal("attachments", _user, list),
        Personal("decision_reason", _user),
        Personal("notes", _user, str, "text"),
    ),
    "approval": (
        Personal("reason", _user, str),
        Personal("decision", _user, _no_decision),
        Personal("end_reason", _user),
    ),
    "authority_order": (Personal("concerns", _user, str),),
    "second_look": (Personal("reason", _author_of_item),),
    "rule_input": (Personal("facts", _user, dict),),
    "label_result": (
        Personal("content", _user, str),
        Personal("masked_content", _user),
        Personal("fully_masked_content", _user),
    ),
    "task": (Personal("analysis", _creator, _no_analysis),),
    "follow_up": (Personal("reason", _user, str),),
    "ban": (Personal("reason", _user, str),),
    "future_ban": (Personal("reason", _user, str),),
    "user_strikes": (Personal("strikes", _user, str, "reason"),),
    "user": (
        Personal("image", _itself),
        Personal("custom", _itself),
        Personal("bans", _itself, str, "reason"),
        Personal("future_bans", _itself, str, "reason"),
    ),
}
"""By the names of the collections: a function need not load what it does not use."""
