"""Second looks, and how far people agree."""

from __future__ import annotations

from tests.functional.areas.area import Area, Made

_V2 = "/api/v2/moderation"
_LOOKS = "/api/v1/second_looks"
_TIME = {"from": "2020-01-01T00:00:00Z", "to": "2100-01-01T00:00:00Z"}


def _things(made: Made, mark: str) -> dict[str, str]:
    """Three decisions that are looked at again, of which one has been."""
    made("POST", f"{_V2}/config", {"key": "looked"})
    made("PUT", "/api/v1/settings", {"second_look_percent": {"looked": 100}})
    for number in range(3):
        check = {
            "entity_type": "post",
            "entity_id": f"looked at {number}",
            "entity_creator_id": "author",
            "moderation_payload": {"texts": [mark]},
            "config_key": "looked",
        }
        made("POST", f"{_V2}/check", check)
        flag = {"entity_type": "post", "entity_id": check["entity_id"], "user_id": "reporter"}
        item = made("POST", f"{_V2}/flag", flag)["item_id"]
        decided = {"action_type": "mark_reviewed", "item_id": item, "user_id": "moderator"}
        made("POST", f"{_V2}/submit_action", decided)
    first, second, _ = made("GET", _LOOKS, None)["second_looks"]
    made("POST", f"{_LOOKS}/{first['id']}", {"verdict": "act", "user_id": "another"})
    made("PUT", "/api/v1/settings", {})
    return {"look": second["id"]}


AREA = Area(
    valid={"answer_second_look": {"verdict": "keep", "user_id": "another"}},
    wrong={
        "answer_second_look": (
            ("no verdict", "verdict", {"verdict": "perhaps"}),
            ("nobody's", "user_id", {"user_id": None}),
        ),
        "put_settings": (
            ("none", "second_look_percent.default", {"second_look_percent": {"default": 0}}),
            ("too many", "second_look_percent.default", {"second_look_percent": {"default": 101}}),
        ),
    },
    asked={"get_agreement": _TIME},
    queries={
        "get_agreement": (("backwards", {"from": _TIME["to"], "to": _TIME["from"]}),),
        "list_second_looks": (("a stranger's cursor", {"cursor": "x"}),),
    },
    ids={"second_looks": "{look}"},
    samples={
        "get_agreement from": "2099-01-01T00:00:00Z",
        "get_agreement to": "2021-01-01T00:00:00Z",
        "list_second_looks user_id": "moderator",
        "put_settings second_look_percent": {"default": 50},
    },
    things=_things,
)
