"""Members: the people of an app who moderate and lead, and sign in to its dashboard."""

from __future__ import annotations

import unicodedata
from typing import Any, NotRequired

from typing_extensions import TypedDict

from common.domain.ids import derived_id
from common.domain.rights import Role
from common.store.store import Collection, Key

MOST_MEMBERS = 1_000


class Link(TypedDict):
    """What signs the member in once. Of the token only a digest is kept."""

    digest: str
    expires_at: int


class Identity(TypedDict):
    """Who the member is to a provider of OpenID Connect, found by their e-mail address once."""

    issuer: str
    subject: str


class MemberFields(TypedDict):
    """`queues` are ids of those whose items the member sees and decides about, `actions` what they
    may decide (types of decisions, and the app's own actions by id); None is all of them. `email`
    is what a provider of OpenID Connect knows the member by.
    """

    role: Role
    queues: list[str] | None
    actions: list[str] | None
    email: str


class Member(MemberFields):
    """`name` stands in the log and never changes; the id is derived from it. `password` is a hash
    with what it was made with. Times are nanoseconds.
    """

    id: str
    name: str
    created_at: int
    updated_at: int
    password: NotRequired[str]
    link: NotRequired[Link]
    identity: NotRequired[Identity]
    signed_in_at: NotRequired[int]


class Preferences(TypedDict):
    """What the page keeps for a member; its meaning is the page's."""

    id: str
    values: dict[str, Any]
    updated_at: int


MEMBERS: Collection[Member] = Collection("member")
PREFERENCES: Collection[Preferences] = Collection("member_preferences")


def member_id(app: str, name: str) -> str:
    """The same however a name is capitalized, so that none can be mistaken for another."""
    return derived_id("member", app, unicodedata.normalize("NFKC", name).casefold())


def member_key(app: str, id: str) -> Key[Member]:
    return Key(app, MEMBERS, id)


def preferences_key(app: str, member: str) -> Key[Preferences]:
    return Key(app, PREFERENCES, member)
