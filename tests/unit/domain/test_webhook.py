"""Which webhook gets which event."""

from __future__ import annotations

from typing import Any

import pytest

from common.domain.webhook import EventType, derived_webhook_id, wants
from tests.factories import webhook


@pytest.mark.parametrize("product", [None, "", "all", "moderation"])
def test_without_types_it_gets_everything(product: str | None) -> None:
    assert all(wants(webhook(product=product), type) for type in EventType)
    assert wants(webhook(), EventType.ITEM_NEW)


def test_with_types_it_gets_those() -> None:
    those = webhook(event_types=[EventType.ITEM_NEW, "message.new"])
    assert [type for type in EventType if wants(those, type)] == [EventType.ITEM_NEW]


@pytest.mark.parametrize(
    "fields", [{"enabled": False}, {"product": "chat"}, {"product": "video"}, {"webhook_url": ""}]
)
def test_some_get_nothing(fields: dict[str, Any]) -> None:
    assert not wants(webhook(**fields), EventType.ITEM_UPDATED)


def test_ids_are_the_same_again() -> None:
    ids = {derived_webhook_id(app, url, n) for app in "ab" for url in "xy" for n in (0, 1)}
    assert len(ids) == 8 and derived_webhook_id("a", "x", 0) in ids
