"""Content tried against a policy and the app's rules."""

from __future__ import annotations

from typing import Any

from tests.functional.areas.area import Area, Made

_RULE: dict[str, Any] = {
    "scope": "post",
    "when": {
        "type": "any",
        "conditions": [
            {"type": "content_property", "key": "k"},
            {"type": "user_in_list", "lists": ["friends"]},
        ],
    },
    "actions": ["flag_for_review"],
}
_LISTED = {"rules": [{"name": "words", "action": "bounce"}]}
_WEAPONS = {"rules": [{"label": "Weapons", "action": "flag"}]}


def _policy(name: str, settings: dict[str, Any]) -> dict[str, Any]:
    return {"text": None, "config": {name: settings}}


def _things(made: Made, mark: str) -> dict[str, str]:
    made("PUT", "/api/v1/rules/known_ones", {**_RULE, "name": f"Known to {mark}"})
    policy = {"key": "of_team", "team": "blues", "block_list_config": _LISTED}
    made("POST", "/api/v2/moderation/config", policy)
    return {}


AREA = Area(
    samples={"try_content entity_creator_id": "ann", "try_content config_team": "blues"},
    beside={
        "try_content config_team": {"text": "grobble", "config_key": "of_team"},
        "try_content region": {"text": "call 07911 123456", "config_key": "policy"},
        "try_content moderation_payload.images": _policy("ai_image_config", _WEAPONS),
        "try_content moderation_payload.videos": _policy("ai_video_config", _WEAPONS),
        "try_content moderation_payload.audios": _policy("ai_audio_config", {"profile": "strict"}),
    },
    things=_things,
)
