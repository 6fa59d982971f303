"""Mutes: whom a user does not want to read. All of a user's are one document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from typing_extensions import TypedDict

from common.domain.user import User
from common.store.store import Collection, Key


class Mute(TypedDict):
    """Times are nanoseconds; `expires` is None for good."""

    created_at: int
    updated_at: int
    expires: int | None


class Mutes(TypedDict):
    """`muted` has them by the id of who is muted; some may have expired."""

    muted: dict[str, Mute]


@dataclass(frozen=True, slots=True)
class ShownMutes:
    """Mutes by who has made them and whom they are of; `users` has those of the latter that are
    known, by id.
    """

    by_user: Mapping[str, Mapping[str, Mute]] = field(default_factory=dict)
    users: Mapping[str, User] = field(default_factory=dict)


MUTES: Collection[Mutes] = Collection("mutes")


def mutes_key(app: str, user_id: str) -> Key[Mutes]:
    return Key(app, MUTES, user_id)


def standing_mutes(mutes: Mutes | None, now: int) -> dict[str, Mute]:
    muted = mutes["muted"] if mutes is not None else {}
    return {
        id: mute for id, mute in muted.items() if mute["expires"] is None or mute["expires"] > now
    }
