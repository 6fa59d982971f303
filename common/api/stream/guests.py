"""Guests: users whom the app's clients make themselves (contract 11 and 12)."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, ConfigDict, Field

from common.api.base import Request, Url
from common.domain.fields import Custom, Id, Prose
from common.domain.user import Profile

MOST_ID = 900
"""What comes before it makes it somebody else's than a user of that id."""


def _short(id: str) -> str:
    if len(id) > MOST_ID:
        raise ValueError(f"has more than {MOST_ID} characters")
    return id


class GuestUser(Request):
    """Neither a role nor a team is for guests to choose."""

    id: Annotated[Id, AfterValidator(_short)]
    name: Annotated[str | None, Prose] = Field(None, max_length=255)
    image: Url | None = None
    language: str | None = Field(None, max_length=16)
    role: Literal["guest"] | None = None
    custom: Custom | None = None

    def profile(self, id: str) -> Profile:
        profile: Profile = {"id": id, "role": "guest"}
        if self.name is not None:
            profile["name"] = self.name
        if self.image is not None:
            profile["image"] = self.image
        if self.language is not None:
            profile["language"] = self.language
        if own := self.own_fields():
            profile["custom"] = own
        return profile

    def own_fields(self) -> dict[str, Any]:
        return {**(self.custom or {}), **(self.model_extra or {})}


class ChatGuestUser(GuestUser):
    """A chat app's own fields stand beside the name."""

    model_config = ConfigDict(extra="allow")

    __pydantic_extra__: dict[str, Annotated[Any, Prose]]
    teams: None = None
    revoke_tokens_issued_before: None = None


class GuestRequest(Request):
    user: GuestUser


class ChatGuestRequest(Request):
    user: ChatGuestUser


class GuestQuery(Request):
    api_key: str
