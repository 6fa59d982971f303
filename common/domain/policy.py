"""Policies (the API calls them configs): which engines run and what their labels mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NotRequired

from typing_extensions import TypedDict

from common.domain.content import CHAT_MESSAGE, FEEDS, USER_PROFILE
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


RULE_BUILDER = "rule_builder_config"
"""The sub-config whose rules are a policy's own."""
POLICIES: Collection[Policy] = Collection("policy")


def policy_id(key: str, team: str) -> str:
    return derived_id("policy", team, key)


def policy_key(app: str, id: str) -> Key[Policy]:
    return Key(app, POLICIES, id)


def find_policy(policies: Mapping[str, Policy], key: str, team: str) -> Policy | None:
    for candidate in fallbacks(key):
        for scope in dict.fromkeys((team, "")):
            found = policies.get(policy_id(candidate, scope))
            if found is not None:
                return found
    return None


def built_in(policy: Policy) -> list[dict[str, Any]]:
    """The rules of Stream's builder that it has in itself, unless they are off."""
    settings = policy["config"].get(RULE_BUILDER) or {}
    return settings.get("rules") or [] if settings.get("enabled") is not False else []


def has_rules(policy: Policy) -> bool:
    return bool(built_in(policy))


def usual_key(entity_type: str, channel: str) -> str:
    """The key by which Stream's products name the policy of such content, empty for what is none of
    theirs. `channel` is the message's, as `messaging:1`, empty where that is not known.
    """
    if entity_type == CHAT_MESSAGE:
        return f"chat:{channel}" if channel else "chat"
    if entity_type == USER_PROFILE:
        return "user_profile:default"
    return "feeds:default" if entity_type.startswith(FEEDS) else ""


def has_policy(policies: Mapping[str, Policy], key: str) -> bool:
    """Whether the key finds a policy, for any team."""
    teams = {policy["team"] for policy in policies.values()}
    return any(find_policy(policies, key, team) for team in teams)


def fallbacks(key: str) -> list[str]:
    """chat:<type>:<id> falls back to chat:<type>, then chat; feeds:<group> to feeds:default."""
    parts = key.split(":")
    keys = [key]
    if parts[0] == "chat":
        keys += [":".join(parts[:2]), "chat"]
    elif parts[0] == "feeds":
        keys += ["feeds:default", "feeds"]
    return list(dict.fromkeys(keys))
