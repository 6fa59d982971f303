"""The forms that keys have which are more than a word."""

from __future__ import annotations

from typing import Any, TypedDict, cast

from common.engines.remote.adapter import NotJudged
from common.engines.remote.answers import json_of

_NEEDED = ("client_email", "private_key", "token_uri")


class ServiceAccount(TypedDict):
    client_email: str
    private_key: str
    private_key_id: str
    token_uri: str


def read_key(key: str) -> ServiceAccount | None:
    """None for an API key. Raises ValueError, which never holds any of it."""
    if not key.lstrip().startswith("{"):
        return None
    from common.outgoing.egress import Destination

    try:
        given: Any = json_of(key)
    except NotJudged:
        raise ValueError("is no JSON") from None
    if not isinstance(given, dict) or given.get("type") != "service_account":
        raise ValueError("is no key file of a service account")
    for name in _NEEDED:
        if not isinstance(given.get(name), str) or not given[name]:
            raise ValueError(f"has no {name}")
    try:
        Destination.parse(given["token_uri"])
    except ValueError:
        raise ValueError("has a token_uri that is no address to call") from None
    return cast(ServiceAccount, {"private_key_id": "", **given})
