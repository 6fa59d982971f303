"""Buttons as Stream's clients read them (contract appendix A)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, NotRequired

from typing_extensions import TypedDict

from common.domain.button import Button


class DefaultButton(NamedTuple):
    action: str
    label: str


class ButtonAnswer(TypedDict):
    """Gavel's own have no `id`. `queue_type` is empty for every queue."""

    action: str
    description: str
    entity_type: str
    icon: str
    order: int
    id: NotRequired[str]
    queue_type: NotRequired[str]
    custom: NotRequired[dict[str, Any]]


ButtonAnswers = dict[str, list[ButtonAnswer]]


class ActionConfigAnswer(TypedDict):
    """By entity type, in the order in which they are shown."""

    action_config: ButtonAnswers


class OneButtonAnswer(TypedDict):
    action_config: ButtonAnswer


class ManyButtonsAnswer(TypedDict):
    action_configs: list[ButtonAnswer]


class DeletedButtonsAnswer(TypedDict):
    deleted: int


def button_answer(button: Button) -> ButtonAnswer:
    return {
        "id": button["id"],
        "action": button["action"],
        "description": button["description"],
        "entity_type": button["entity_type"],
        "icon": button["icon"],
        "order": button["order"],
        "queue_type": button["queue_type"],
        "custom": button["custom"],
    }


def button_answers(buttons: Iterable[Button]) -> ButtonAnswers:
    answers: ButtonAnswers = {}
    for button in sorted(buttons, key=lambda each: (each["order"], each["id"])):
        answers.setdefault(button["entity_type"], []).append(button_answer(button))
    return answers


def default_buttons(defaults: Mapping[str, Sequence[DefaultButton]]) -> ButtonAnswers:
    """They stand under their entity type, in the order in which they are shown."""
    return {
        entity_type: [
            {
                "action": button.action,
                "description": button.label,
                "entity_type": entity_type,
                "icon": "",
                "order": order,
            }
            for order, button in enumerate(shown)
        ]
        for entity_type, shown in defaults.items()
    }
