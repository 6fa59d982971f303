"""What happens to accounts as a whole, as Stream's clients ask for it (contract 10 and 11)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from common.api.base import Request
from common.api.stream.users import ActingUser
from common.domain.fields import Id, OptionalId, Prose
from common.moderation.review.decisions.accounts import Deletion
from common.moderation.review.decisions.options import DeleteMode

Users = Annotated[list[Id], Field(min_length=1, max_length=100)]
Name = Annotated[str, StringConstraints(max_length=255), Prose]
_RESTORED = ("restore_messages", "restore_channels")


class BlockUserRequest(Request):
    blocked_user_id: Id
    user_id: OptionalId = None
    user: ActingUser | None = None


class BlockedUsersQuery(Request):
    user_id: OptionalId = None


class DeactivateUserRequest(Request):
    created_by_id: OptionalId = None
    mark_messages_deleted: bool | None = None


class DeactivateUsersRequest(DeactivateUserRequest):
    user_ids: Users
    mark_channels_deleted: bool | None = None


class ReactivateUserRequest(Request):
    created_by_id: OptionalId = None
    name: Name | None = None
    restore_messages: bool | None = None

    def restored(self) -> list[str]:
        return [name for name in _RESTORED if getattr(self, name, None)]


class ReactivateUsersRequest(Request):
    user_ids: Users
    created_by_id: OptionalId = None
    restore_messages: bool | None = None
    restore_channels: bool | None = None

    def restored(self) -> list[str]:
        return [name for name in _RESTORED if getattr(self, name)]


class ExportUsersRequest(Request):
    user_ids: Users


class RestoreUsersRequest(Request):
    user_ids: Users


class DeleteUsersRequest(Request):
    """What Gavel has nothing of becomes an order to the app's own server."""

    user_ids: Users
    user: DeleteMode | None = None
    messages: DeleteMode | None = None
    conversations: Literal["soft", "hard"] | None = None
    calls: Literal["soft", "hard"] | None = None
    files: bool | None = None
    new_call_owner_id: OptionalId = None
    new_channel_owner_id: OptionalId = None

    def deletion(self) -> Deletion:
        mode = self.user or "soft"
        return Deletion(
            user=mode,
            hard_delete=mode == "hard" or None,
            conversations=self.conversations,
            delete_conversation_channels=bool(self.conversations) or None,
            calls=self.calls,
            files=self.files or None,
            new_call_owner_id=self.new_call_owner_id or None,
            new_channel_owner_id=self.new_channel_owner_id or None,
        )


class DeleteUserQuery(Request):
    """Of the older path, in a URL's query."""

    hard_delete: bool | None = None
    mark_messages_deleted: bool | None = None
    delete_conversation_channels: bool | None = None

    def deletion(self) -> Deletion:
        return Deletion(
            user="hard" if self.hard_delete else "soft",
            hard_delete=self.hard_delete or None,
            mark_messages_deleted=self.mark_messages_deleted or None,
            delete_conversation_channels=self.delete_conversation_channels or None,
        )
