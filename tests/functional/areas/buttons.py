"""The buttons of moderators' pages."""

from __future__ import annotations

from tests.functional.areas.area import Area, Made

_BUTTON = {"action": "ban", "entity_type": "stream:user", "order": 1}
_CALL = {"action": "custom", "entity_type": "post", "order": 2, "custom": {"id": "hook"}}


def _things(made: Made, mark: str) -> dict[str, str]:
    body = {**_CALL, "description": mark}
    appeals = {**_CALL, "order": 3, "queue_type": "escalated"}
    made("POST", "/api/v2/moderation/action_config", appeals)
    button = made("POST", "/api/v2/moderation/action_config", body)["action_config"]
    return {"button": button["id"]}


AREA = Area(
    valid={
        "upsert_action_config": _BUTTON,
        "bulk_upsert_action_config": {"action_configs": [_BUTTON, _CALL]},
        "bulk_delete_action_config": {"ids": ["{button}"]},
    },
    wrong={
        "upsert_action_config": (
            ("an unknown action", "action", {"action": "wave"}),
            ("a custom action of no name", "custom.id", {"action": "custom"}),
            ("an unknown one", "custom.id", {"action": "custom", "custom": {"id": "nothing"}}),
            ("one that is no text", "custom.id", {"action": "custom", "custom": {"id": 1}}),
        ),
        "bulk_upsert_action_config": (
            (
                "the same button twice",
                "action_configs.1.action",
                {"action_configs": [_BUTTON, _BUTTON]},
            ),
            (
                "an unknown action at the second place",
                "action_configs.1.action",
                {"action_configs": [_BUTTON, {**_BUTTON, "action": "wave"}]},
            ),
        ),
    },
    queries={
        "get_action_config": (
            ("nothing left", {"exclude_defaults": "true", "only_defaults": "true"}),
            ("a queue type of defaults", {"queue_type": "q", "only_defaults": "true"}),
        ),
    },
    ids={"action_config": "{button}"},
    samples={
        "upsert_action_config id": "{button}",
        "action_configs": [{**_BUTTON, "order": 7}],
        "upsert_action_config action": "unban",
        "bulk_upsert_action_config action_configs.0.action": "unban",
        "action_configs.0.id": "{button}",
        "bulk_delete_action_config ids": ["another"],
        "get_action_config entity_type": "stream:user",
        "get_action_config queue_type": "appeals",
    },
    things=_things,
)
