"""The buttons that a page shows a moderator, one action of each, by entity type (contract 6)."""

from __future__ import annotations

from typing import Any

from typing_extensions import TypedDict

from common.store.store import Collection, Key

CUSTOM = "custom"
"""The action type that calls one of the app's own actions; the button says which."""


class ButtonFields(TypedDict):
    """What an app says of one. `queue_type` is empty for every queue; `order` is 0 to 100. `custom`
    has the `id` of the app's action where `action` is "custom", and else what the page is told.
    """

    action: str
    entity_type: str
    queue_type: str
    order: int
    icon: str
    description: str
    custom: dict[str, Any]


class Button(ButtonFields):
    id: str
    created_at: int
    updated_at: int


BUTTONS: Collection[Button] = Collection("button")


def button_key(app: str, id: str) -> Key[Button]:
    return Key(app, BUTTONS, id)


def names_action(button: ButtonFields) -> str:
    """The app's own action that the button calls, empty where it is Gavel's."""
    return str(button["custom"].get("id", "")) if button["action"] == CUSTOM else ""


def same_button(button: ButtonFields) -> tuple[str, str, str, str]:
    """What no two buttons of an app share."""
    return button["entity_type"], button["queue_type"], button["action"], names_action(button)
