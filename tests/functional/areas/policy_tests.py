"""Policy tests."""

from __future__ import annotations

from tests.functional.areas.area import Area, Made

_V2 = "/api/v2/moderation"
_SETS = f"{_V2}/policy_tests/sets"
_ROW = {"text": "grobble", "recommended_action": "keep"}


def _things(made: Made, mark: str) -> dict[str, str]:
    row = {"text": mark, "recommended_action": "keep", "labels": [mark]}
    for n in range(2):
        flag = {"entity_type": "post", "entity_id": f"seed{n}", "entity_creator_id": "author"}
        told = {"moderation_payload": {"texts": [f"{mark} {n}"]}, "user_id": "reporter"}
        item = made("POST", f"{_V2}/flag", {**flag, **told})["item_id"]
        decision = {"action_type": "mark_reviewed", "item_id": item, "user_id": "moderator"}
        made("POST", f"{_V2}/submit_action", decision)
    test = made("POST", _SETS, {"name": mark, "rows": [row]})["set"]["id"]
    return {
        "policy_test": test,
        "policy_run": made("POST", f"{_SETS}/{test}/runs", None)["run"]["id"],
    }


AREA = Area(
    valid={"create_policy_test_set": {"name": "set", "rows": [_ROW]}},
    wrong={
        "create_policy_test_set": (
            ("neither rows nor a seed", "rows", {"rows": None}),
            ("both", "rows", {"seed": {"limit": 1}}),
            ("no rows", "rows", {"rows": []}),
            ("too many rows", "rows", {"rows": [_ROW] * 1_001}),
            (
                "no action",
                "rows.0.recommended_action",
                {"rows": [{**_ROW, "recommended_action": "explode"}]},
            ),
            ("no mode", "mode", {"mode": "other"}),
            ("an empty text", "rows.0.text", {"rows": [{"text": ""}]}),
            ("a policy that is not there", "config_key", {"config_key": "gone"}),
            ("a row's that is not", "rows.0.policy", {"rows": [{**_ROW, "policy": "gone"}]}),
            (
                "nothing decided",
                "seed",
                {"rows": None, "seed": {"limit": 5, "labels": ["no such"]}},
            ),
            (
                "nothing suggested",
                "seed",
                {"rows": None, "seed": {"limit": 5, "of": "suggestions"}},
            ),
            (
                "labels of what is suggested",
                "mode",
                {"rows": None, "mode": "labels", "seed": {"limit": 5, "of": "suggestions"}},
            ),
            (
                "what is suggested with labels",
                "seed.labels",
                {"rows": None, "seed": {"limit": 5, "of": "suggestions", "labels": ["toxic"]}},
            ),
            (
                "a seed of nothing known",
                "seed.of",
                {"rows": None, "seed": {"limit": 5, "of": "guesses"}},
            ),
        )
    },
    ids={"sets": "{policy_test}", "runs": "{policy_run}"},
    samples={
        "create_policy_test_set config_key": "policy",
        "create_policy_test_set rows": [{"text": "other"}],
        "create_policy_test_set mode": "labels",
        "rows.0.policy": "policy",
        "rows.0.content_type": "username",
        "rows.0.labels": ["words"],
        "rows.0.recommended_action": "remove",
    },
    things=_things,
)
