"""What each action type changes on the item and on the user: pure, one line in the table each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from common.domain.errors import NotFound
from common.store.store import Data

_MINUTE = 60_000_000_000
_BANS_KEPT = 20


@dataclass(frozen=True, slots=True)
class Subject:
    """The item and user as they are, empty where there is none."""

    item: Data
    user: Data
    is_banned: bool
    now: int


@dataclass(frozen=True, slots=True)
class Effect:
    """`reviews`: the item leaves the inbox, as with any action (contract 7)."""

    item: dict[str, Any] = field(default_factory=dict)
    item_remove: tuple[str, ...] = ()
    user: dict[str, Any] = field(default_factory=dict)
    user_increment: dict[str, int] = field(default_factory=dict)
    reviews: bool = True


Options = Mapping[str, Any]
Make = Callable[[Subject, Options, str], Effect]


def _reviewed(_subject: Subject, _options: Options, _moderator: str) -> Effect:
    return Effect()


def _ban(subject: Subject, options: Options, moderator: str) -> Effect:
    """`timeout` is in minutes; none means for good. A channel's ban leaves the account alone."""
    timeout = options.get("timeout")
    expires = subject.now + timeout * _MINUTE if timeout else None
    channel = options.get("channel_cid") if options.get("channel_ban_only") else None
    ban = {
        "created_at": subject.now,
        "expires": expires,
        "reason": options.get("reason") or "",
        "shadow": bool(options.get("shadow")),
        "created_by": moderator,
        **({"channel_cid": channel} if channel else {}),
    }
    bans = [b for b in subject.user.get("bans", ()) if b.get("channel_cid") != channel]
    fields: dict[str, Any] = {"bans": [*bans, ban][-_BANS_KEPT:]}
    if not channel:
        fields.update(banned=not ban["shadow"], shadow_banned=ban["shadow"], ban_expires=expires)
    if options.get("delete_messages"):
        fields["messages_deleted_at"] = subject.now
    counted = {} if subject.is_banned else {"ban_count": 1}
    return Effect(user=fields, user_increment=counted)


def _unban(subject: Subject, options: Options, _moderator: str) -> Effect:
    channel = options.get("channel_cid")
    bans = [b for b in subject.user.get("bans", ()) if b.get("channel_cid") != channel]
    if channel:
        return Effect(user={"bans": bans})
    return Effect(user={"bans": bans, "banned": False, "shadow_banned": False, "ban_expires": None})


def _delete_content(subject: Subject, options: Options, _moderator: str) -> Effect:
    counted = {} if subject.item.get("deleted_at") else {"deleted_content_count": 1}
    if not subject.item.get("creator_id"):
        counted = {}
    fields = {"deleted_at": subject.now, "hard_deleted": bool(options.get("hard_delete"))}
    return Effect(item=fields, user_increment=counted)


def _delete_user(subject: Subject, options: Options, _moderator: str) -> Effect:
    fields: dict[str, Any] = {
        "deleted_at": subject.now,
        "hard_deleted": bool(options.get("hard_delete")),
    }
    if options.get("mark_messages_deleted"):
        fields["messages_deleted_at"] = subject.now
    return Effect(user=fields)


def _delete_user_messages(subject: Subject, options: Options, _moderator: str) -> Effect:
    return Effect(
        user={
            "messages_deleted_at": subject.now,
            "messages_deleted_mode": options.get("delete_messages"),
        }
    )


def _restore(_subject: Subject, _options: Options, _moderator: str) -> Effect:
    return Effect(item_remove=("deleted_at", "hard_deleted", "blocked_at", "shadow_blocked_at"))


def _unblock(_subject: Subject, _options: Options, _moderator: str) -> Effect:
    return Effect(item_remove=("blocked_at", "shadow_blocked_at"))


def _block(subject: Subject, _options: Options, _moderator: str) -> Effect:
    return Effect(item={"blocked_at": subject.now})


def _shadow_block(subject: Subject, _options: Options, _moderator: str) -> Effect:
    return Effect(item={"shadow_blocked_at": subject.now})


def _unmask(_subject: Subject, _options: Options, _moderator: str) -> Effect:
    return Effect(item={"unmasked": True})


def _escalate(subject: Subject, options: Options, moderator: str) -> Effect:
    """Stays in the inbox: somebody else is to look at it."""
    metadata = {
        name: options[name]
        for name in ("reason", "notes", "priority", "category")
        if options.get(name)
    }
    return Effect(
        item={
            "escalated": True,
            "escalated_at": subject.now,
            "escalated_by": moderator,
            "escalation_metadata": metadata,
        },
        reviews=False,
    )


def _de_escalate(_subject: Subject, _options: Options, _moderator: str) -> Effect:
    gone = ("escalated_at", "escalated_by", "escalation_metadata")
    return Effect(item={"escalated": False}, item_remove=gone, reviews=False)


def _bypass(_subject: Subject, options: Options, _moderator: str) -> Effect:
    return Effect(user={"bypass_moderation": options.get("enabled") is not False})


def _reject_appeal(_subject: Subject, _options: Options, _moderator: str) -> Effect:
    raise NotFound("the item has no appeal", {"appeal_id": "does not exist"})


EFFECTS: dict[str, Make] = {
    "mark_reviewed": _reviewed,
    "ban": _ban,
    "unban": _unban,
    "delete_message": _delete_content,
    "delete_activity": _delete_content,
    "delete_comment": _delete_content,
    "delete_reaction": _delete_content,
    "delete_user": _delete_user,
    "delete_user_messages": _delete_user_messages,
    "restore": _restore,
    "unblock": _unblock,
    "block": _block,
    "shadow_block": _shadow_block,
    "unmask": _unmask,
    "custom": _reviewed,
    "kick_user": _reviewed,
    "end_call": _reviewed,
    "escalate": _escalate,
    "de_escalate": _de_escalate,
    "bypass": _bypass,
    "reject_appeal": _reject_appeal,
}
"""`flag` is missing here: it is the flag use case under another name."""
