"""Gavel's own rules: their versions, drafts and files; pauses, also of actions."""

from __future__ import annotations

from typing import Any

from tests.functional.areas import rules as builder
from tests.functional.areas.area import Area, Made

_CHANGE = {"name": "Another"}
_RULE: dict[str, Any] = {
    "name": "Drafted",
    "scope": "post",
    "when": {"type": "needs_review"},
    "actions": ["flag_for_review"],
}
_BUILT = {**builder.AREA.valid["upsert_moderation_rule"], "name": "Drafted"}
_WHO = {"user_id": "lea", "reason": "so it is"}
_FILE = {"rules": [{**_RULE, "id": "imported"}]}
_OVER = "2001-02-03T04:05:06Z"
_COMING = "2099-01-01T00:00:00Z"


def _things(made: Made, mark: str) -> dict[str, str]:
    """A draft, and a second version."""
    made("PUT", "/api/v1/rules/rule/draft", {**_RULE, "name": mark, "user_id": mark})
    other = {**_RULE, "name": f"First {mark}"}
    made("PUT", "/api/v1/rules/twice", other)
    made("PUT", "/api/v1/rules/twice", {**other, "name": f"Second {mark}", "reason": mark})
    made("PUT", "/api/v1/rules/twice/draft", {**_RULE, "name": mark})
    return {}


AREA = Area(
    valid={
        "restore_rule_version": {"reason": "as it was"},
        "put_rule_draft": _RULE,
        "put_moderation_rule_draft": _BUILT,
        "publish_rule_draft": _WHO,
        "pause_rule": _WHO,
        "resume_rule": _WHO,
        "pause_rules": _WHO,
        "resume_rules": _WHO,
        "pause_action": _WHO,
        "resume_action": _WHO,
        "import_rules": _FILE,
    },
    wrong={
        "put_rule_draft": (
            ("an unknown action", "actions", {"actions": ["nonsense"]}),
            (
                "an unknown list",
                "when.in_list.lists",
                {"when": {"type": "in_list", "lists": ["nosuch"]}},
            ),
        ),
        "put_moderation_rule_draft": builder.AREA.wrong["upsert_moderation_rule"],
        **{
            operation: (("a time that is over", "until", {"until": _OVER}),)
            for operation in ("pause_rule", "pause_rules", "pause_action")
        },
        "resume_action": (("what is not paused", "drop", {"drop": True}),),
        "import_rules": (
            (
                "an unknown action",
                "rules.0.actions",
                {"rules": [{**_RULE, "id": "r", "actions": ["nonsense"]}]},
            ),
            (
                "one id twice",
                "rules.1.id",
                {"rules": [{**_RULE, "id": "r"}, {**_RULE, "id": "r"}]},
            ),
        ),
    },
    samples={
        "put_rule expected_version": 99,
        "put_rule_draft enabled": False,
        "import_rules format": 2,
        "import_rules dry_run": False,
        "restore_rule_version expected_version": 99,
        "publish_rule_draft expected_revision": 99,
        **{
            f"{operation} until": _COMING
            for operation in ("pause_rule", "pause_rules", "pause_action")
        },
        **{
            name.replace("upsert_moderation_rule", "put_moderation_rule_draft"): value
            for name, value in builder.AREA.samples.items()
        },
        "second_person_for_irreversible": True,
    },
    # Who saves what is there already, and why, is not kept.
    beside={
        "put_rule reason": _CHANGE,
        "put_rule user_id": _CHANGE,
        "import_rules reason": {"dry_run": False},
        "import_rules user_id": {"dry_run": False},
    },
    paths={
        f"{operation} {name}": {"rules": "twice"}
        for operation, name in (
            ("restore_rule_version", "reason"),
            ("restore_rule_version", "user_id"),
            ("list_rule_versions", "limit"),
        )
    },
    ids={"versions": "1", "moderation_rules": "drafted"},
    things=_things,
)
