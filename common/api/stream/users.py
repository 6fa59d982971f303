"""Users as Stream's clients send them (contract section 6)."""

from __future__ import annotations

from typing import Any

from pydantic import ConfigDict, Field

from common.api.base import Request, Url
from common.domain.fields import Id

_CHAT_FIELDS = {"privacy_settings", "push_notifications", "teams_role"}


class UserRequest(Request):
    id: Id
    name: str | None = Field(None, max_length=255)
    image: Url | None = None
    role: str | None = Field(None, max_length=64)
    language: str | None = Field(None, max_length=16)
    invisible: bool | None = None
    teams: list[str] | None = Field(None, max_length=100)
    custom: dict[str, Any] | None = None


class UpdateUsersRequest(Request):
    users: dict[str, UserRequest] = Field(min_length=1, max_length=100)


class ChatUserRequest(UserRequest):
    """The old path has no `custom`: a chat app's own fields stand beside the name."""

    model_config = ConfigDict(extra="allow")

    def own_fields(self) -> dict[str, Any]:
        return {k: v for k, v in (self.model_extra or {}).items() if k not in _CHAT_FIELDS}


class UpdateChatUsersRequest(Request):
    users: dict[str, ChatUserRequest] = Field(min_length=1, max_length=100)
