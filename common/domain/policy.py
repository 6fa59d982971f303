"""Policies (the API calls them configs): which engines run and what their labels mean."""

from __future__ import annotations

from typing import Any, NotRequired

from typing_extensions import TypedDict

from common.domain.ids import derived_id
from common.store.store import Collection, Key

_Async = TypedDict("_Async", {"async": NotRequired[bool]})


class Policy(_Async):
    """`config` has the sub-configs as the customer sent them, by policy field."""

    id: str
    key: str
    team: str
    config: dict[str, Any]
    created_at: NotRequired[int]
    updated_at: int


POLICIES: Collection[Policy] = Collection("policy")


def policy_id(key: str, team: str) -> str:
    return derived_id("policy", team, key)


def policy_key(app: str, id: str) -> Key[Policy]:
    return Key(app, POLICIES, id)
