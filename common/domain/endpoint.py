"""The endpoint: what is known of one receiver of callbacks or webhooks.

There is one for each action and each webhook. Its document exists from the first failure on, or
from when somebody disables it, so a receiver that has always answered costs nothing.
"""

from __future__ import annotations

from typing import Literal

from common.domain.ids import derived_id
from common.store.store import Data, Key

EndpointState = Literal["closed", "open", "half_open", "disabled"]
"""The breaker's state; `half_open` is open with a probe allowed or on its way."""

ACTION = "action:"
HOOK = "hook:"


def url_endpoint(url: str) -> str:
    """Of a URL that a single request named."""
    return f"url:{derived_id(url)}"


def endpoint_key(app: str, id: str) -> Key:
    return Key(app, "endpoint", id)


def new_endpoint(id: str, now: int) -> Data:
    """`failures` are those in a row, `openings` the times in a row that the breaker has opened."""
    return {"id": id, "failures": 0, "openings": 0, "created_at": now, "updated_at": now}


def state_of(endpoint: Data | None, now: int) -> EndpointState:
    if endpoint is None:
        return "closed"
    if "disabled_at" in endpoint:
        return "disabled"
    if "open_until" not in endpoint:
        return "closed"
    return "open" if now < endpoint["open_until"] else "half_open"


def means_success(endpoint: str, status: int | None, error: str | None) -> bool:
    """Hive: only 200 says that an action was taken. Webhooks: any 2xx. In an answer that ended."""
    if error is not None or status is None:
        return False
    return 200 <= status < 300 if endpoint.startswith(HOOK) else status == 200
