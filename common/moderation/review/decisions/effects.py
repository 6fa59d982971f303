"""What decisions change on the item and on the user, in place; named in the action types.

A decision about the content itself is what is recommended for it from then on.
"""

from __future__ import annotations

from typing import cast

from common.domain.errors import NotFound
from common.domain.item import Escalation, author_of
from common.domain.options import Options
from common.domain.recommendation import KEEP, REMOVE, SHADOW
from common.domain.times import MINUTE
from common.domain.user import BanRecord, User
from common.moderation.review.decisions.options import (
    Ban,
    Bypass,
    Delete,
    DeleteUser,
    DeleteUserMessages,
    Escalate,
    Unban,
)
from common.moderation.review.decisions.subject import Subject

_BANS_KEPT = 20


def reviewed(_subject: Subject, _options: Options, _moderator: str) -> None:
    """That it was looked at is all."""


def ban(subject: Subject, options: Ban, moderator: str) -> None:
    """`timeout` is in minutes; none means for good. A channel's ban leaves the account alone."""
    user, now = subject.user, subject.now
    channel = options.channel_cid if options.channel_ban_only else None
    made: BanRecord = {
        "created_at": now,
        "expires": now + options.timeout * MINUTE if options.timeout else None,
        "reason": options.reason or "",
        "shadow": bool(options.shadow),
        "created_by": moderator,
    }
    if channel:
        made["channel_cid"] = channel
    else:
        user["banned"] = not made["shadow"]
        user["shadow_banned"] = made["shadow"]
        user["ban_expires"] = made["expires"]
    user["bans"] = [*_other_bans(user, channel), made][-_BANS_KEPT:]
    if options.delete_messages:
        user["messages_deleted_at"] = now
    if not subject.was_banned:
        user["ban_count"] = user.get("ban_count", 0) + 1


def unban(subject: Subject, options: Unban, _moderator: str) -> None:
    user = subject.user
    user["bans"] = _other_bans(user, options.channel_cid)
    if not options.channel_cid:
        user.update({"banned": False, "shadow_banned": False, "ban_expires": None})


def _other_bans(user: User, channel: str | None) -> list[BanRecord]:
    return [each for each in user.get("bans", ()) if each.get("channel_cid") != channel]


def delete_content(subject: Subject, options: Delete, _moderator: str) -> None:
    delete(subject, is_hard=bool(options.hard_delete))


def delete(subject: Subject, *, is_hard: bool) -> None:
    item = subject.item
    if item is None:
        return
    if "deleted_at" not in item:
        item["deleted_for"] = author_of(item)
        subject.count_deleted(item["deleted_for"], 1)
    item.update({"deleted_at": subject.now, "hard_deleted": is_hard})
    item["recommended_action"] = REMOVE


def delete_user(subject: Subject, options: DeleteUser, _moderator: str) -> None:
    user = subject.user
    user.update({"deleted_at": subject.now, "hard_deleted": bool(options.hard_delete)})
    if options.mark_messages_deleted:
        user["messages_deleted_at"] = subject.now


def delete_user_messages(subject: Subject, options: DeleteUserMessages, _moderator: str) -> None:
    subject.user.update(
        {
            "messages_deleted_at": subject.now,
            "messages_deleted_mode": options.delete_messages,
        }
    )


def restore(subject: Subject, options: Options, moderator: str) -> None:
    item = subject.item
    if item is not None and "deleted_at" in item:
        del item["deleted_at"]
        item.pop("hard_deleted", None)
        subject.count_deleted(item.pop("deleted_for", author_of(item)), -1)
    unblock(subject, options, moderator)


def unblock(subject: Subject, _options: Options, _moderator: str) -> None:
    if subject.item is not None:
        subject.item.pop("blocked_at", None)
        subject.item.pop("shadow_blocked_at", None)
        subject.item["recommended_action"] = KEEP


def block(subject: Subject, _options: Options, _moderator: str) -> None:
    if subject.item is not None:
        subject.item["blocked_at"] = subject.now
        subject.item["recommended_action"] = REMOVE


def shadow_block(subject: Subject, _options: Options, _moderator: str) -> None:
    if subject.item is not None:
        subject.item["shadow_blocked_at"] = subject.now
        subject.item["recommended_action"] = SHADOW


def unmask(subject: Subject, _options: Options, _moderator: str) -> None:
    if subject.item is not None:
        subject.item["unmasked"] = True


def escalate(subject: Subject, options: Escalate, moderator: str) -> None:
    if subject.item is None:
        return
    said = {name: text for name, text in options.model_dump().items() if text}
    subject.item.update(
        {
            "escalated": True,
            "escalated_at": subject.now,
            "escalated_by": moderator,
            "escalation_metadata": cast(Escalation, said),
        }
    )


def de_escalate(subject: Subject, _options: Options, _moderator: str) -> None:
    if subject.item is not None:
        subject.item["escalated"] = False
        subject.item.pop("escalated_at", None)
        subject.item.pop("escalated_by", None)
        subject.item.pop("escalation_metadata", None)


def bypass(subject: Subject, options: Bypass, _moderator: str) -> None:
    subject.user["bypass_moderation"] = options.enabled is not False


def reject_appeal(_subject: Subject, _options: Options, _moderator: str) -> None:
    raise NotFound("the item has no appeal", {"appeal_id": "does not exist"})
