"""Users as Stream's clients send them (contract section 6)."""

from __future__ import annotations

from typing import Annotated, Any, cast

from pydantic import ConfigDict, Field, StringConstraints

from common.api.base import Request, Time, Url
from common.domain.fields import Custom, Id, OptionalId, Prose
from common.domain.not_in_effect import NoEffect
from common.domain.user import Profile, ProfileChange

_OF_UPDATES = NoEffect("profiles are kept by update_users")
_OF_CHAT = NoEffect("it is the chat's")
_UNRECORDED = NoEffect("who makes this call is recorded nowhere")

UnrecordedId = Annotated[OptionalId, _UNRECORDED]
_PROFILE = frozenset(Profile.__annotations__)
FieldName = Annotated[str, StringConstraints(min_length=1, max_length=255)]


class _UserFields(Request):
    name: Annotated[str | None, Prose] = Field(None, max_length=255)
    image: Url | None = None
    role: str | None = Field(None, max_length=64)
    language: str | None = Field(None, max_length=16)
    invisible: bool | None = None
    teams: list[str] | None = Field(None, max_length=100)
    custom: Custom | None = None
    privacy_settings: Annotated[dict[str, Any] | None, _OF_CHAT] = None
    teams_role: Annotated[dict[str, Any] | None, _OF_CHAT] = None


class UserRequest(_UserFields):
    id: Id


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


class _KeptFields(_UserFields):
    """`revoke_tokens_issued_before` ends the user's tokens; null takes that back."""

    revoke_tokens_issued_before: Time | None = None
    push_notifications: Annotated[dict[str, Any] | None, _OF_CHAT] = None


class KeptUserRequest(UserRequest, _KeptFields):
    def profile(self) -> Profile:
        given = self.model_dump(include=set(_PROFILE), exclude_none=True)
        if "revoke_tokens_issued_before" in self.model_fields_set:
            given["revoke_tokens_issued_before"] = self.revoke_tokens_issued_before
        return cast(Profile, given)


class UpdateUsersRequest(Request):
    users: dict[str, KeptUserRequest] = Field(min_length=1, max_length=100)


class ChatUserRequest(KeptUserRequest):
    """On the old path a chat app's own fields stand beside the name, and may under `custom`."""

    model_config = ConfigDict(extra="allow")

    __pydantic_extra__: dict[str, Annotated[Any, Prose]]

    def own_fields(self) -> dict[str, Any]:
        return {**(self.custom or {}), **(self.model_extra or {})}

    def profile(self) -> Profile:
        profile = super().profile()
        if own := self.own_fields():
            profile["custom"] = own
        return profile


class UpdateChatUsersRequest(Request):
    users: dict[str, ChatUserRequest] = Field(min_length=1, max_length=100)


class SetFields(_KeptFields):
    """Others than these are the app's own, and stand under `custom` of the user."""

    model_config = ConfigDict(extra="allow")

    __pydantic_extra__: dict[str, Annotated[Any, Prose]]


class UserChange(Request):
    """Null in `set` unsets a field. A name in either may begin with `custom.`."""

    id: Id
    set: SetFields | None = None
    unset: list[FieldName] | None = Field(None, max_length=100)

    def change(self) -> ProfileChange:
        given = self.set.model_dump(exclude_unset=True) if self.set else {}
        gone = {*(self.unset or ()), *(name for name, value in given.items() if value is None)}
        kept = {name: value for name, value in given.items() if name not in gone}
        own = {
            name.removeprefix("custom."): value
            for name, value in kept.items()
            if name not in SetFields.model_fields
        }
        return ProfileChange(
            cast(Profile, {name: value for name, value in kept.items() if name in _PROFILE}),
            own,
            [name for name in gone if name in _PROFILE],
            [name.removeprefix("custom.") for name in gone if name not in _PROFILE],
        )


class UpdateUsersPartialRequest(Request):
    users: list[UserChange] = Field(min_length=1, max_length=100)
