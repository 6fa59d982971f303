"""What decisions change on the item and on the user: pure functions, named in the action types."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from common.domain.errors import NotFound
from common.moderation.review.decisions.base import Options
from common.moderation.review.decisions.options import (
    Ban,
    Bypass,
    Delete,
    DeleteUser,
    DeleteUserMessages,
    Escalate,
    Unban,
)
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
    """Fields to set, to remove and to count up."""

    item: dict[str, Any] = field(default_factory=dict)
    item_remove: tuple[str, ...] = ()
    user: dict[str, Any] = field(default_factory=dict)
    user_increment: dict[str, int] = field(default_factory=dict)


def reviewed(_subject: Subject, _options: Options, _moderator: str) -> Effect:
    return Effect()


def ban(subject: Subject, options: Ban, moderator: str) -> Effect:
    """`timeout` is in minutes; none means for good. A channel's ban leaves the account alone."""
    expires = subject.now + options.timeout * _MINUTE if options.timeout else None
    channel = options.channel_cid if options.channel_ban_only else None
    made = {
        "created_at": subject.now,
        "expires": expires,
        "reason": options.reason or "",
        "shadow": bool(options.shadow),
        "created_by": moderator,
        **({"channel_cid": channel} if channel else {}),
    }
    bans = [b for b in subject.user.get("bans", ()) if b.get("channel_cid") != channel]
    fields: dict[str, Any] = {"bans": [*bans, made][-_BANS_KEPT:]}
    if not channel:
        fields.update(banned=not made["shadow"], shadow_banned=made["shadow"], ban_expires=expires)
    if options.delete_messages:
        fields["messages_deleted_at"] = subject.now
    counted = {} if subject.is_banned else {"ban_count": 1}
    return Effect(user=fields, user_increment=counted)


def unban(subject: Subject, options: Unban, _moderator: str) -> Effect:
    channel = options.channel_cid
    bans = [b for b in subject.user.get("bans", ()) if b.get("channel_cid") != channel]
    if channel:
        return Effect(user={"bans": bans})
    return Effect(user={"bans": bans, "banned": False, "shadow_banned": False, "ban_expires": None})


def delete_content(subject: Subject, options: Delete, _moderator: str) -> Effect:
    counted = {} if subject.item.get("deleted_at") else {"deleted_content_count": 1}
    if not subject.item.get("creator_id"):
        counted = {}
    fields = {"deleted_at": subject.now, "hard_deleted": bool(options.hard_delete)}
    return Effect(item=fields, user_increment=counted)


def delete_user(subject: Subject, options: DeleteUser, _moderator: str) -> Effect:
    fields: dict[str, Any] = {
        "deleted_at": subject.now,
        "hard_deleted": bool(options.hard_delete),
    }
    if options.mark_messages_deleted:
        fields["messages_deleted_at"] = subject.now
    return Effect(user=fields)


def delete_user_messages(subject: Subject, options: DeleteUserMessages, _moderator: str) -> Effect:
    return Effect(
        user={
            "messages_deleted_at": subject.now,
            "messages_deleted_mode": options.delete_messages,
        }
    )


def restore(_subject: Subject, _options: Options, _moderator: str) -> Effect:
    return Effect(item_remove=("deleted_at", "hard_deleted", "blocked_at", "shadow_blocked_at"))


def unblock(_subject: Subject, _options: Options, _moderator: str) -> Effect:
    return Effect(item_remove=("blocked_at", "shadow_blocked_at"))


def block(subject: Subject, _options: Options, _moderator: str) -> Effect:
    return Effect(item={"blocked_at": subject.now})


def shadow_block(subject: Subject, _options: Options, _moderator: str) -> Effect:
    return Effect(item={"shadow_blocked_at": subject.now})


def unmask(_subject: Subject, _options: Options, _moderator: str) -> Effect:
    return Effect(item={"unmasked": True})


def escalate(subject: Subject, options: Escalate, moderator: str) -> Effect:
    metadata = {name: said for name, said in options.model_dump().items() if said}
    return Effect(
        item={
            "escalated": True,
            "escalated_at": subject.now,
            "escalated_by": moderator,
            "escalation_metadata": metadata,
        },
    )


def de_escalate(_subject: Subject, _options: Options, _moderator: str) -> Effect:
    gone = ("escalated_at", "escalated_by", "escalation_metadata")
    return Effect(item={"escalated": False}, item_remove=gone)


def bypass(_subject: Subject, options: Bypass, _moderator: str) -> Effect:
    return Effect(user={"bypass_moderation": options.enabled is not False})


def reject_appeal(_subject: Subject, _options: Options, _moderator: str) -> Effect:
    raise NotFound("the item has no appeal", {"appeal_id": "does not exist"})
