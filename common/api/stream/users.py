"""Users as Stream's clients send them (contract section 6)."""

from __future__ import annotations

from typing import Annotated, Any, cast

from pydantic import ConfigDict, Field, StringConstraints

from common.api.base import Request, Time, Url
from common.domain.fields import Id
from common.domain.user import Profile, ProfileChange

_CHAT_FIELDS = {"privacy_settings", "push_notifications", "teams_role"}


_PROFILE = frozenset(Profile.__annotations__)
FieldName = Annotated[str, StringConstraints(min_length=1, max_length=255)]


class _UserFields(Request):
    name: str | None = Field(None, max_length=255)
    image: Url | None = None
    role: str | None = Field(None, max_length=64)
    language: str | None = Field(None, max_length=16)
    invisible: bool | None = None
    teams: list[str] | None = Field(None, max_length=100)
    custom: dict[str, Any] | None = None


class UserRequest(_UserFields):
    id: Id


class _KeptFields(_UserFields):
    """`revoke_tokens_issued_before` ends the user's tokens; null takes that back."""

    revoke_tokens_issued_before: Time | None = None


class KeptUserRequest(UserRequest, _KeptFields):
    def profile(self) -> Profile:
        given = self.model_dump(include=set(_PROFILE), exclude_none=True)
        if "revoke_tokens_issued_before" in self.model_fields_set:
            given["revoke_tokens_issued_before"] = self.revoke_tokens_issued_before
        return cast(Profile, given)


class UpdateUsersRequest(Request):
    users: dict[str, KeptUserRequest] = Field(min_length=1, max_length=100)


class ChatUserRequest(KeptUserRequest):
    """The old path has no `custom`: a chat app's own fields stand beside the name."""

    model_config = ConfigDict(extra="allow")

    def own_fields(self) -> dict[str, Any]:
        return {k: v for k, v in (self.model_extra or {}).items() if k not in _CHAT_FIELDS}

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
            if name not in _PROFILE and name not in _CHAT_FIELDS
        }
        return ProfileChange(
            cast(Profile, {name: value for name, value in kept.items() if name in _PROFILE}),
            own,
            [name for name in gone if name in _PROFILE],
            [name.removeprefix("custom.") for name in gone if name not in _PROFILE],
        )


class UpdateUsersPartialRequest(Request):
    users: list[UserChange] = Field(min_length=1, max_length=100)
