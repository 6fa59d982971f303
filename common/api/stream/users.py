"""Users as Stream's clients send them (contract section 6)."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import ConfigDict, Field

from common.api.base import Request, Url
from common.domain.fields import Custom, Id, OptionalId, Prose
from common.domain.not_in_effect import NoEffect

_OF_UPDATES = NoEffect("profiles are kept by update_users")
_OF_CHAT = NoEffect("it is the chat's")
_UNRECORDED = NoEffect("who makes this call is recorded nowhere")

UnrecordedId = Annotated[OptionalId, _UNRECORDED]


class UserRequest(Request):
    id: Id
    name: Annotated[str | None, Prose] = Field(None, max_length=255)
    image: Url | None = None
    role: str | None = Field(None, max_length=64)
    language: str | None = Field(None, max_length=16)
    invisible: bool | None = None
    teams: list[str] | None = Field(None, max_length=100)
    custom: Custom | None = None
    privacy_settings: Annotated[dict[str, Any] | None, _OF_CHAT] = None
    teams_role: Annotated[dict[str, Any] | None, _OF_CHAT] = None


class ActingUser(UserRequest):
    """Who makes a call. What is said of them beside the id is not kept."""

    name: Annotated[str | None, Prose, _OF_UPDATES] = Field(None, max_length=255)
    image: Annotated[Url | None, _OF_UPDATES] = None
    role: Annotated[str | None, _OF_UPDATES] = Field(None, max_length=64)
    language: Annotated[str | None, _OF_UPDATES] = Field(None, max_length=16)
    invisible: Annotated[bool | None, _OF_UPDATES] = None
    teams: Annotated[list[str] | None, _OF_UPDATES] = Field(None, max_length=100)
    custom: Annotated[Custom | None, _OF_UPDATES] = None


class Unrecorded(ActingUser):
    """Of a call of which nobody is recorded as its maker."""

    id: Annotated[Id, _UNRECORDED]


class UpdateUsersRequest(Request):
    users: dict[str, UserRequest] = Field(min_length=1, max_length=100)


class ChatUserRequest(UserRequest):
    """On the old path a chat app's own fields stand beside the name, and may under `custom`."""

    model_config = ConfigDict(extra="allow")

    __pydantic_extra__: dict[str, Annotated[Any, Prose]]

    push_notifications: Annotated[dict[str, Any] | None, _OF_CHAT] = None

    def own_fields(self) -> dict[str, Any]:
        return {**(self.custom or {}), **(self.model_extra or {})}


class UpdateChatUsersRequest(Request):
    users: dict[str, ChatUserRequest] = Field(min_length=1, max_length=100)
