"""Everything that was submitted."""

from __future__ import annotations

from tests.functional.areas.area import Area, Made


def _things(made: Made, mark: str) -> dict[str, str]:
    """Two that are listed, so that a limit shows."""
    made("PUT", "/api/v1/settings", {"list_content": True})
    for number in range(2):
        check = {
            "entity_type": "post",
            "entity_id": f"listed {number}",
            "entity_creator_id": "author",
            "moderation_payload": {"texts": [mark]},
        }
        made("POST", "/api/v2/moderation/check", check)
    made("PUT", "/api/v1/settings", {})
    return {}


AREA = Area(
    queries={
        "list_content": (
            ("a time that is none", {"since": "yesterday"}),
            ("a stranger's cursor", {"cursor": "x"}),
        ),
    },
    samples={
        "put_settings list_content": True,
        "list_content user_id": "somebody",
        "list_content label": "INSULT",
        "list_content category": "block_list",
        "list_content config_key": "another",
        "list_content entity_type": "comment",
        "list_content recommended_action": "remove",
        "list_content since": "2099-01-01T00:00:00Z",
        "list_content until": "2021-01-01T00:00:00Z",
    },
    things=_things,
)
