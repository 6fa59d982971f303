"""What happens to an account as a whole, each a decision in the log: it is deactivated or deleted,
or it comes back.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal, cast

from common.domain.content import USER_ENTITY
from common.domain.errors import Invalid
from common.domain.fields import OptionalId
from common.domain.options import Options
from common.domain.user import name_key
from common.moderation.review.decisions import effects
from common.moderation.review.decisions.action_types import ACTION_TYPES, ActionType
from common.moderation.review.decisions.decision import Decision
from common.moderation.review.decisions.options import DeleteMode, DeleteUser, OfUser
from common.moderation.review.decisions.subject import Subject

_PROFILE = ("name", "name_key", "image", "custom", "teams", "language", "invisible", "role")


class Return(OfUser):
    name: str | None = None


class Restoration(OfUser):
    """What the app's own server is to bring back along with the user."""

    restore_messages: bool | None = None
    restore_channels: bool | None = None


class Deletion(DeleteUser):
    """What Gavel has nothing of goes along to the app's own server."""

    user: DeleteMode = "soft"
    conversations: Literal["soft", "hard"] | None = None
    calls: Literal["soft", "hard"] | None = None
    files: bool | None = None
    new_channel_owner_id: OptionalId = None
    new_call_owner_id: OptionalId = None


def deactivation(user_id: str, by: str) -> Decision:
    return Decision(_DEACTIVATE, by, None, OfUser(target_user_id=user_id))


def reactivation(user_id: str, by: str, name: str | None) -> Decision:
    return Decision(_REACTIVATE, by, None, Return(target_user_id=user_id, name=name))


def restoration(user_id: str, by: str, *, messages: bool, channels: bool) -> Decision:
    options = Restoration(
        target_user_id=user_id,
        restore_messages=messages or None,
        restore_channels=channels or None,
    )
    return Decision(_RESTORE, by, None, options)


def deletion(user_id: str, by: str, asked: Deletion) -> Decision:
    named = {"entity_type": USER_ENTITY, "entity_id": user_id}
    return Decision(_DELETE, by, None, asked.model_copy(update=named))


def messages_deletion(user_id: str, by: str, mode: DeleteMode) -> Decision:
    type = ACTION_TYPES["delete_user_messages"]
    options = type.options(entity_type=USER_ENTITY, entity_id=user_id, delete_messages=mode)
    return Decision(type, by, None, options)


async def _deactivate(subject: Subject, _options: OfUser, _moderator: str) -> None:
    subject.user["deactivated_at"] = subject.now


async def _reactivate(subject: Subject, options: Return, _moderator: str) -> None:
    user = subject.user
    if "deleted_at" in user:
        raise Invalid.field("user_id", "names somebody who was deleted: restore the user")
    user.pop("deactivated_at", None)
    if options.name:
        user.update({"name": options.name, "name_key": name_key(options.name)})


async def _restore(subject: Subject, _options: Restoration, _moderator: str) -> None:
    user = subject.user
    if user.get("hard_deleted"):
        raise Invalid.field("user_ids", f"names {subject.user_id!r}, who was deleted for good")
    user.pop("deleted_at", None)
    user.pop("messages_deleted_at", None)


async def _delete(subject: Subject, options: Deletion, moderator: str) -> None:
    """The profile goes unless it is to be kept, and with it how often rules fired about the user;
    bans and what was posted stay counted.
    """
    await effects.delete_user(subject, options, moderator)
    if options.user != "soft":
        fields = cast("dict[str, Any]", subject.user)
        for name in _PROFILE:
            fields.pop(name, None)
        await effects.forget_firings(subject)


_DEACTIVATE: ActionType[Options] = cast(
    "ActionType[Options]", ActionType("deactivate_user", OfUser, _deactivate, decides_user=True)
)
_REACTIVATE: ActionType[Options] = cast(
    "ActionType[Options]", ActionType("reactivate_user", Return, _reactivate, decides_user=True)
)
_RESTORE = replace(ACTION_TYPES["restore"], options=Restoration, effect=_restore, decides_user=True)
_DELETE = replace(ACTION_TYPES["delete_user"], options=Deletion, effect=_delete)
