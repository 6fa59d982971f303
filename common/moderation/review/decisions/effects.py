"""What decisions change on the item and on the user, in place; named in the action types.

A decision about the content itself is what is recommended for it from then on.
"""

from __future__ import annotations

from typing import Any, cast

from common.domain.content import is_user
from common.domain.errors import Invalid
from common.domain.item import Escalation, author_of, enter_queue, is_queued
from common.domain.options import Options
from common.domain.recommendation import KEEP, REMOVE, SHADOW
from common.domain.reporter import reporter_id, reporter_key
from common.domain.rule import firings_key
from common.domain.strikes import strikes_key
from common.moderation.enforcement.clearing import clear
from common.moderation.review.decisions.options import (
    Bypass,
    Delete,
    DeleteUser,
    DeleteUserMessages,
    Escalate,
)
from common.moderation.review.decisions.subject import Subject
from common.store.store import Key


async def reviewed(_subject: Subject, _options: Options, _moderator: str) -> None:
    """That it was looked at is all."""


async def reopen(subject: Subject, _options: Options, _moderator: str) -> None:
    """What was decided about is asked again: nobody's decision binds until somebody decides. What
    was done stays done, which other decisions take back.
    """
    item = subject.item
    if item is None or not is_queued(item) or not item["queue_reviewed"]:
        raise Invalid.field("action_type", "is for an item that was reviewed")
    enter_queue(item, subject.now)
    item["decided_at"] = 0
    item.pop("decided_by", None)
    item.pop("decided_with", None)


async def delete_content(subject: Subject, options: Delete, _moderator: str) -> None:
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


async def delete_user(subject: Subject, options: DeleteUser, _moderator: str) -> None:
    user = subject.user
    user.update({"deleted_at": subject.now, "hard_deleted": bool(options.hard_delete)})
    if options.mark_messages_deleted:
        user["messages_deleted_at"] = subject.now
    if options.hard_delete:
        await forget_firings(subject)


async def forget_firings(subject: Subject) -> None:
    """What rules keep of the user: how often they fired and for what, strikes, and how often the
    user's reports were right.
    """
    app, user = subject.app, subject.user_id
    own = reporter_key(app, reporter_id(user))
    keys: list[Key[Any]] = [firings_key(app, user), strikes_key(app, user), own]
    await subject.unit.read(keys)
    for key in keys:
        if subject.unit.held(key) is not None:
            subject.unit.delete(key)


async def delete_user_messages(
    subject: Subject, options: DeleteUserMessages, _moderator: str
) -> None:
    """Those of one channel are the platform's to find."""
    if options.channel_cid:
        return
    subject.user.update(
        {
            "messages_deleted_at": subject.now,
            "messages_deleted_mode": options.delete_messages,
        }
    )


async def restore(subject: Subject, options: Options, moderator: str) -> None:
    item = subject.item
    if item is not None and "deleted_at" in item:
        del item["deleted_at"]
        item.pop("hard_deleted", None)
        subject.count_deleted(item.pop("deleted_for", author_of(item)), -1)
    if item is not None and is_user(item["entity_type"]) and subject.user_id:
        subject.user.pop("deleted_at", None)
        subject.user.pop("hard_deleted", None)
    await unblock(subject, options, moderator)


async def unblock(subject: Subject, _options: Options, moderator: str) -> None:
    """The strikes that it was given for are taken back with it."""
    if subject.item is not None:
        id, (app, now) = subject.item["id"], (subject.app, subject.now)
        await clear(
            subject.unit,
            app,
            author_of(subject.item),
            lambda each: each.get("item_id") == id,
            now,
            by=moderator,
            reason="the content was restored",
        )
        subject.item.pop("blocked_at", None)
        subject.item.pop("shadow_blocked_at", None)
        subject.item["recommended_action"] = KEEP


async def block(subject: Subject, _options: Options, _moderator: str) -> None:
    if subject.item is not None:
        subject.item["blocked_at"] = subject.now
        subject.item["recommended_action"] = REMOVE


async def shadow_block(subject: Subject, _options: Options, _moderator: str) -> None:
    if subject.item is not None:
        subject.item["shadow_blocked_at"] = subject.now
        subject.item["recommended_action"] = SHADOW


async def unmask(subject: Subject, _options: Options, _moderator: str) -> None:
    if subject.item is not None:
        subject.item["unmasked"] = True


async def escalate(subject: Subject, options: Escalate, moderator: str) -> None:
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


async def de_escalate(subject: Subject, _options: Options, _moderator: str) -> None:
    if subject.item is not None:
        subject.item["escalated"] = False
        subject.item.pop("escalated_at", None)
        subject.item.pop("escalated_by", None)
        subject.item.pop("escalation_metadata", None)


async def bypass(subject: Subject, options: Bypass, _moderator: str) -> None:
    subject.user["bypass_moderation"] = options.is_on
