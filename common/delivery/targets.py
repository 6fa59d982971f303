"""What endpoints of each kind are for, and how one of them is called.

One entry a kind: where what it is for is stored, its URL, its callback, and what it calls success.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from common.delivery.callback import Callback
from common.domain.action import Action, action_key
from common.domain.delivery import Delivery
from common.domain.endpoint import EndpointKind, split_endpoint
from common.domain.pause import Pause, in_force
from common.domain.secret_fields import opened
from common.domain.settings import AppSettings, settings_key
from common.domain.transparency.database import TransparencyDatabase
from common.domain.vault import Vault
from common.domain.webhook import Webhook, address_of, webhook_key
from common.store.store import Key


@dataclass(frozen=True, slots=True)
class Target:
    """The action, webhook or database that says where a delivery goes; exactly one is there."""

    action: Action | None = None
    webhook: Webhook | None = None
    database: TransparencyDatabase | None = None

    @property
    def url(self) -> str:
        if self.action is not None:
            return self.action["url"]
        if self.database is not None:
            return self.database["url"]
        return address_of(self.webhook) if self.webhook is not None else ""

    @property
    def name(self) -> str:
        return self.action["name"] if self.action is not None else ""


@dataclass(frozen=True, slots=True)
class Kind:
    """`key` finds the document that says where to send; None where the delivery says so itself."""

    means_success: Callable[[int], bool]
    key: Callable[[str, str], Key[Any]] | None = None
    target: Callable[[Any], Target | None] | None = None


def _is_200(status: int) -> bool:
    """Hive: only 200 says that an action was taken."""
    return status == 200


def _is_2xx(status: int) -> bool:
    return 200 <= status < 300


def _is_there(status: int) -> bool:
    """Created, found, or refused for no other reason than that it is there already."""
    return status in (201, 302, 422)


def _database(settings: AppSettings) -> Target | None:
    database = settings.get("transparency_database")
    return None if database is None else Target(database=database)


KINDS: Mapping[EndpointKind, Kind] = {
    "action": Kind(_is_200, action_key, lambda document: Target(action=document)),
    "hook": Kind(_is_2xx, webhook_key, lambda document: Target(webhook=document)),
    "url": Kind(_is_200),
    "events": Kind(_is_200),
    "transparency": Kind(_is_there, lambda app, _name: settings_key(app), _database),
}


def target_key(app: str, delivery: Delivery) -> Key[Any] | None:
    key = KINDS[delivery["endpoint_kind"]].key
    return None if key is None else key(app, split_endpoint(delivery["endpoint"])[1])


def target_of(delivery: Delivery, document: Any) -> Target | None:
    """`document` is what was found at `target_key`."""
    make = KINDS[delivery["endpoint_kind"]].target
    return None if make is None or document is None else make(document)


def pause_of(delivery: Delivery, document: Any, now: int) -> Pause | None:
    """Of an action, while it lasts."""
    if delivery["endpoint_kind"] != "action" or document is None:
        return None
    return in_force(document, now)


def opened_target(vault: Vault, app: str, target: Target | None) -> Target | None:
    """With its secrets as they are sent. Raises CannotOpen."""
    if target is None:
        return None
    if target.action is not None:
        action = target.action
        return Target(action=opened(vault, action_key(app, action["id"]), action))
    if target.database is not None:
        settings: AppSettings = {"transparency_database": target.database}
        found = opened(vault, settings_key(app), settings)
        return Target(database=found.get("transparency_database"))
    assert target.webhook is not None
    webhook = target.webhook
    return Target(webhook=opened(vault, webhook_key(app, webhook["id"]), webhook))


def means_success(kind: EndpointKind, status: int | None, error: str | None) -> bool:
    """Of an answer that ended: one that began and broke off is none."""
    if error is not None or status is None:
        return False
    return KINDS[kind].means_success(status)


def callback_of(target: Target) -> Callback:
    """Raises ValueError for what cannot be sent."""
    if target.action is None:
        return Callback(url=target.url)
    action = target.action
    return Callback(
        url=action["url"],
        method=action["method"],
        auth_header=action.get("auth_header"),
        auth_value=action.get("auth_value"),
        parameters=action.get("parameters") or {},
        extra_query=action.get("extra_query") or {},
    )
