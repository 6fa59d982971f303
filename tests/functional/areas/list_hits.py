"""How often entries of block lists were found."""

from __future__ import annotations

from tests.functional.areas.area import Area, Made


def _things(made: Made, mark: str) -> dict[str, str]:
    """A list of which one entry was found."""
    words = [f"unheard {mark}", f"said {mark}"]
    made("POST", "/api/v2/blocklists", {"name": "counted", "words": words})
    rules = [{"name": "counted", "action": "flag"}]
    config = {"key": "counting", "block_list_config": {"rules": rules}}
    made("POST", "/api/v2/moderation/config", config)
    check = {
        "entity_type": "post",
        "entity_id": "counted",
        "entity_creator_id": "counted",
        "config_key": "counting",
        "moderation_payload": {"texts": [words[1]]},
    }
    made("POST", "/api/v2/moderation/check", check)
    return {}


AREA = Area(
    asked={"list_hits": {"name": "counted"}},
    queries={
        "list_hits": (
            ("no day at all", {"unused_days": "0"}),
            ("another order", {"order": "best"}),
            ("the built-in list", {"name": "profanity_en_2020_v1"}),
        ),
    },
    samples={
        "list_hits name": "words",
        "list_hits team": "reds",
        "list_hits unused_days": 1,
        "list_hits order": "last",
        "put_settings record_views": True,
    },
    things=_things,
)
