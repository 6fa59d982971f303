"""What stream-chat sends when it opens a WebSocket (contract 12): JSON in the query of the URL."""

from __future__ import annotations

from typing import Any, cast

from pydantic import ConfigDict, Field

from common.api.base import Request, Url
from common.domain.fields import Custom, OptionalId
from common.domain.user import Profile, ProfileChange

_OWN = ("name", "image", "language", "invisible")


class UserDetails(Request):
    """Of the user by themselves: a role, teams and whatever else is decided about them is not
    theirs to set. What an app's own client adds stands beside the name, as on the older paths.
    """

    model_config = ConfigDict(extra="allow")

    id: OptionalId = None
    name: str | None = Field(None, max_length=255)
    image: Url | None = None
    language: str | None = Field(None, max_length=16)
    invisible: bool | None = None
    custom: Custom | None = None

    def change(self, decided: frozenset[str]) -> ProfileChange:
        """`decided` names what is not theirs to set."""
        given = {name: getattr(self, name) for name in _OWN}
        profile = cast("Profile", {k: v for k, v in given.items() if v is not None})
        extra = {k: v for k, v in (self.model_extra or {}).items() if k not in decided}
        return ProfileChange(profile, {**(self.custom or {}), **extra}, (), ())

    def refused(self, decided: frozenset[str]) -> list[str]:
        """What was given of that."""
        given = (self.model_extra or {}).items()
        return [f"user_details.{name}" for name, each in given if each and name in decided]


class ConnectRequest(Request):
    """Beside these a client sends what describes its device."""

    model_config = ConfigDict(extra="allow")

    user_id: OptionalId = None
    user_details: UserDetails | None = None
    client_request_id: str | None = Field(None, max_length=255)


class ClientMessage(Request):
    """`[{"type": "health.check"}]` every 25 seconds is all that clients say."""

    model_config = ConfigDict(extra="allow")

    type: str = Field(max_length=64)
    client_id: Any = None
