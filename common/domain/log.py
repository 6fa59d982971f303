"""The moderation log: what happened, to whom, by whom, why, with what result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, NotRequired

from typing_extensions import TypedDict

from common.domain.evidence import Seal, new_seal
from common.domain.ids import ordered_id
from common.domain.item import Item, QueueBefore
from common.domain.labels import flagging_engines
from common.store.store import Collection, Create, Key

LogKind = Literal[
    "action",
    "flag",
    "report",
    "rule",
    "delivery",
    "escalation",
    "review",
    "engine",
    "appeal",
    "feedback",
    "strike",
    "expiry",
    "member",
    "note",
    "skip",
    "statement",
    "retention",
    "approval",
    "authority_order",
    "view",
]


@dataclass(frozen=True, slots=True)
class Kind:
    """`is_action`: entries of the kind are shown among their item's actions."""

    meaning: str
    is_action: bool = False


KINDS: dict[LogKind, Kind] = {
    "action": Kind("a moderator's decision, or a ban that a policy asks for", is_action=True),
    "flag": Kind("an engine's finding that asks for attention", is_action=True),
    "report": Kind("the reports that an item has by now"),
    "rule": Kind("a rule that held, or failed, or that somebody paused or resumed"),
    "delivery": Kind("an attempt at a callback or webhook, or what became of it or its endpoint"),
    "escalation": Kind("an item handed on, or back", is_action=True),
    "review": Kind("an item marked as reviewed", is_action=True),
    "appeal": Kind("what somebody said against a decision about them or their content"),
    "feedback": Kind("what somebody says that content should have been found to be"),
    "strike": Kind("a strike given or taken back, or what so many of them led to"),
    "engine": Kind("an engine that cannot judge, whatever the content"),
    "expiry": Kind("an item that left the review queue because nobody looked at it in time"),
    "note": Kind("what a moderator wrote about an item or a user, for others to read"),
    "skip": Kind("an item that a moderator left to others"),
    "statement": Kind("a statement of reasons, or why there is none"),
    "retention": Kind(
        "what went in time, what is kept how long, a legal hold or its end, and who ordered that a "
        "person's data is erased or given out"
    ),
    "approval": Kind("a decision that waits for a second person, or what came of that"),
    "authority_order": Kind("an order by an authority that was entered, changed or taken out"),
    "view": Kind("an item that somebody opened, once a day, where the app has that recorded"),
    "member": Kind("a member who came, changed, went, or signed in"),
}


EffectResult = Literal["none", "done", "already", "held", "folded"]
"""`none`: it changed nothing. `already`: it was for a ban of who is banned. `held`: a cap stopped
it, and a person has to release or drop it. `folded`: one flag too many, which nobody has to look
at.
"""


class RuleEffect(TypedDict):
    """What came of one of a rule's actions. `id` is that of the delivery, of the flag, of the ban's
    entry in the log, or of the enforcement that is held; empty where there is none. `deliveries`
    are those that carry a ban out. `before` is where the item stood, whose place in the queue it
    may have changed.
    """

    action: str
    result: EffectResult
    id: str
    deliveries: NotRequired[list[str]]
    before: NotRequired[QueueBefore]


class Undone(TypedDict):
    """What was taken back of a rule's actions, by their names, by which undo and when. `earlier`
    are those that undos before it took back.
    """

    undo_id: str
    at: int
    actions: list[str]
    earlier: list[str]


class LogEntry(TypedDict):
    """`user_id` is whom it concerns, `by` who did it (empty for Gavel itself). `unread_at` is there
    until somebody has seen a failure. `acted_at` is `at` again, of actions alone, which are looked
    for by it. What many entries have in common is their `batch_id`. One of a rule that held names
    the rule again as `rule_id`, by which such are looked for, and has its `effects`, and how often
    the item had changed by then as `revision`; `undone` is there once an undo has taken some back.
    Of those about an item there are its entity and in
    `ai_providers` the engines that had flagged it. `reporter_type` is there where somebody else
    said who did it. `seal` keeps the entry's leaf in the tree of its day, and is not answered with
    it. Times are nanoseconds.
    """

    id: str
    at: int
    kind: LogKind
    type: str
    by: str
    reason: str
    result: str
    custom: dict[str, Any]
    item_id: NotRequired[str]
    user_id: NotRequired[str]
    unread_at: NotRequired[int]
    acted_at: NotRequired[int]
    entity_type: NotRequired[str]
    entity_id: NotRequired[str]
    ai_providers: NotRequired[list[str]]
    reporter_type: NotRequired[str]
    rule_id: NotRequired[str]
    batch_id: NotRequired[str]
    revision: NotRequired[int]
    effects: NotRequired[list[RuleEffect]]
    undone: NotRequired[Undone]
    seal: NotRequired[Seal]


LOG: Collection[LogEntry] = Collection("log")


def log_key(app: str, id: str) -> Key[LogEntry]:
    return Key(app, LOG, id)


def new_entry(
    app: str,
    kind: LogKind,
    type: str,
    now: int,
    *,
    item_id: str = "",
    user_id: str = "",
    by: str = "",
    reason: str = "",
    result: str = "done",
    unread: bool = False,
    custom: Mapping[str, object] | None = None,
    batch_id: str = "",
    derived_from: tuple[str, ...] = (),
    about: Item | None = None,
) -> Create[LogEntry]:
    """`user_id` is whom it concerns, `by` who did it (empty for Gavel itself).

    `derived_from` makes the id the same however often the entry is written. `about` is the item,
    where the entry is one of its actions.
    """
    id = ordered_id(now, *derived_from)
    entry: LogEntry = {
        "id": id,
        "at": now,
        "kind": kind,
        "type": type,
        "by": by,
        "reason": reason,
        "result": result,
        "custom": dict(custom or {}),
        "seal": new_seal(),
    }
    if item_id:
        entry["item_id"] = item_id
    if user_id:
        entry["user_id"] = user_id
    if batch_id:
        entry["batch_id"] = entry["custom"]["batch_id"] = batch_id
    if unread:
        entry["unread_at"] = now
    if KINDS[kind].is_action:
        entry["acted_at"] = now
    if about is not None:
        entry["item_id"] = about["id"]
        entry["entity_type"], entry["entity_id"] = about["entity_type"], about["entity_id"]
        entry["ai_providers"] = flagging_engines(about.get("labels") or ())
    return Create(log_key(app, id), entry)


def concerns(entry: LogEntry, fields: Mapping[str, str | int]) -> bool:
    """Whether it has all of these: fields of its own, `moderator_id` for who did it, and of what it
    tells `rule_id`, `rule_version` and `action_id`.
    """
    return all(_concerns(entry, name, wanted) for name, wanted in fields.items())


def _concerns(entry: LogEntry, name: str, wanted: str | int) -> bool:
    custom = entry["custom"]
    if name == "action_id":
        of_moderator = custom.get("id") if entry["type"] == "custom" else None
        return wanted in (custom.get(name), of_moderator, *_listed(custom.get("actions")))
    if name in ("rule_id", "rule_version"):
        return bool(custom.get(name) == wanted)
    fields: Mapping[str, Any] = entry
    return bool(fields.get("by" if name == "moderator_id" else name) == wanted)


def _listed(value: object) -> tuple[object, ...]:
    return tuple(value) if isinstance(value, list | tuple) else ()


def engine_of(entry: LogEntry) -> str:
    """Whose finding it is, or what kind of flag; empty for what a person did."""
    named: object = entry["custom"].get("engine") or entry["custom"].get("flag_type")
    return named if isinstance(named, str) and not entry["by"] else ""


def reporter_type_of(entry: LogEntry) -> str:
    if "reporter_type" in entry:
        return entry["reporter_type"]
    if entry["by"]:
        return "moderator"
    return "velocity_filter" if engine_of(entry) == "velocity_filter" else "automod"
