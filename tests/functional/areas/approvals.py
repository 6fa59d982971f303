"""Decisions that wait for a second person."""

from __future__ import annotations

from tests.functional.areas.area import Area, Made

_V2 = "/api/v2/moderation"


SETTLING = ("approve", "refuse", "withdraw", "settle_approvals")


def _things(made: Made, mark: str) -> dict[str, str]:
    """Two, of which the first may be ended."""
    return {"approval": ask(made, mark), "other_approval": ask(made, f"other {mark}")}


def ask(made: Made, mark: str) -> str:
    """The id of an approval that waits, another one each time for another mark."""
    made("PUT", "/api/v1/settings", {"second_person_actions": ["shadow_block"]})
    post = f"asked for: {mark}"
    flag = {"entity_type": "post", "entity_id": post, "entity_creator_id": "author"}
    item = made("POST", f"{_V2}/flag", {**flag, "user_id": "reporter"})["item_id"]
    asked = {"action_type": "shadow_block", "item_id": item, "user_id": "moderator"}
    asked["decision_reason"] = mark
    approval = made("POST", f"{_V2}/submit_action", asked)["approval"]
    made("PUT", "/api/v1/settings", {"second_person_actions": []})
    return str(approval["id"])


AREA = Area(
    valid={
        "approve": {"user_id": "another"},
        "refuse": {"user_id": "another", "reason": "no"},
        "withdraw": {"user_id": "moderator"},
        "settle_approvals": {"ids": ["{approval}"], "verdict": "approve", "user_id": "another"},
    },
    wrong={
        "approve": (("nobody", "user_id", {"user_id": None}),),
        "refuse": (("nobody", "user_id", {"user_id": None}),),
        "withdraw": (("nobody", "user_id", {"user_id": None}),),
        "settle_approvals": (
            ("nobody", "user_id", {"user_id": None}),
            ("a refusal without a reason", "reason", {"verdict": "refuse"}),
        ),
        "put_settings": (
            ("no decision", "second_person_actions.0", {"second_person_actions": ["flag"]}),
        ),
    },
    queries={"list_approvals": (("a stranger's cursor", {"cursor": "x"}),)},
    ids={"approvals": "{approval}"},
    samples={
        "list_approvals state": "refused",
        "put_settings second_person_actions": ["ban"],
        "settle_approvals verdict": "refuse",
    },
    beside={"settle_approvals verdict": {"reason": "no"}},
    things=_things,
)
