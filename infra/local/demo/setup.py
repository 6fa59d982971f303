"""What the demo needs configured. All ids start with demo, so nothing of the app's is touched."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from infra.local.demo.client import CannotPlay, Client, Refused
from infra.local.demo.receiver import AUTH_HEADER, AUTH_VALUE, HOST
from infra.local.demo.story import REPORTS_NEEDED, SPAM_ALLOWED
from infra.local.demo.texts import LISTED

BLOCK_LIST = "demo_words"
POLICY = "demo"
ENGINES_POLICY = "demo_engines"
IMAGE_LIST = "demo_pictures"
KNOWN_PICTURE = "demo_known_picture"
REPEATS = 4
"""Of posts with the same text, this one is a flood."""
CATEGORY = "demo_bullying"
HIDE_POST = "demo_hide_post"
SUSPEND_USER = "demo_suspend_user"
HIDE_REPORTED = "demo_hide_post_reported"
BAN = "demo_ban"
UNBAN = "demo_unban"
MUTE = "demo_mute"
UNMUTE = "demo_unmute"
LABEL_POST = "demo_label_post"
REMOVE_POST = "demo_remove_post"
LISTED_RULE = "demo_listed_words"
MOVING_RULE = "demo_leaving"
SUSPEND_RULE = "demo_too_many"
REPORTED_RULE = "demo_reported"
FLAG = "flag_for_review"
ENTITY_TYPE = "demo:message"

ACTIONS: dict[str, dict[str, Any]] = {
    HIDE_POST: {"name": "Hide post", "kind": "post"},
    # The receiver's own names for what it is told.
    SUSPEND_USER: {
        "name": "Suspend user",
        "kind": "user",
        "parameters": {"user_id": "member", "rule_name": "why"},
    },
    HIDE_REPORTED: {"name": "Hide reported post", "kind": "post"},
}
# A moderator's ban or unban calls the first two.
MODERATORS_ACTIONS: dict[str, dict[str, Any]] = {
    BAN: {"name": "Ban", "kind": "user", "carries_out": ["ban"]},
    UNBAN: {"name": "Unban", "kind": "user", "carries_out": ["unban"], "reverses": [BAN]},
    LABEL_POST: {"name": "Label post", "kind": "post"},
    REMOVE_POST: {"name": "Remove post", "kind": "post"},
}
TRIED_RULES_ACTIONS: dict[str, dict[str, Any]] = {
    MUTE: {"name": "Mute", "kind": "user"},
    UNMUTE: {"name": "Unmute", "kind": "user", "reverses": [MUTE]},
}
_ALL_ACTIONS = {**ACTIONS, **MODERATORS_ACTIONS, **TRIED_RULES_ACTIONS}
RULES: dict[str, dict[str, Any]] = {
    LISTED_RULE: {
        "name": "Listed word",
        "scope": "post",
        "when": {"type": "in_list", "lists": [BLOCK_LIST]},
        "actions": [HIDE_POST],
    },
    MOVING_RULE: {
        "name": "Leads away from here",
        "scope": "post",
        "when": {"type": "classified_as", "classes": ["platform_circumvention"]},
        "actions": [FLAG],
    },
    SUSPEND_RULE: {
        "name": f"Over {SPAM_ALLOWED} listed posts in 24 h",
        "scope": "user",
        "when": {
            "type": "classified_count",
            "lists": [BLOCK_LIST],
            "operator": "gt",
            "value": SPAM_ALLOWED,
            "window": "24h",
        },
        "actions": [SUSPEND_USER],
    },
    REPORTED_RULE: {
        "name": f"{REPORTS_NEEDED} reports or more",
        "scope": "reported_post",
        "when": {
            "type": "report_count",
            "categories": [CATEGORY],
            "operator": "gte",
            "value": REPORTS_NEEDED,
        },
        "actions": [HIDE_REPORTED, FLAG],
    },
}
ENGINES: dict[str, Any] = {
    "automod_toxicity_config": {
        "rules": [
            {"label": "insult", "threshold": 0.5, "action": "flag"},
            {"label": "threat", "threshold": 0.5, "action": "remove"},
        ]
    },
    "ai_text_config": {"rules": [{"label": "SCAM", "action": "remove"}]},
    "flood_config": {"identical": {"threshold": REPEATS, "time_window": "10m", "action": "remove"}},
    "ai_image_config": {"rules": [{"label": KNOWN_PICTURE, "action": "remove"}]},
}


def configure(client: Client, receiver_port: int) -> None:
    """Every call can be repeated: a second run finds the same configuration."""
    _block_list(client)
    client.stream(
        "POST",
        "/moderation/config",
        {
            "key": POLICY,
            "block_list_config": {"rules": [{"name": BLOCK_LIST, "action": "remove"}]},
            "automod_platform_circumvention_config": {
                "rules": [{"label": "platform_circumvention", "threshold": 0.5, "action": "flag"}]
            },
        },
    )
    client.hive("PUT", f"/image_hash_lists/{IMAGE_LIST}", {"label": KNOWN_PICTURE})
    client.stream("POST", "/moderation/config", {"key": ENGINES_POLICY, **ENGINES})
    category = {"name": "Bullying", "applies_to": "posts"}
    client.hive("PUT", f"/report_categories/{CATEGORY}", category)
    for id, action in _ALL_ACTIONS.items():
        _action(client, id, action, receiver_port)
    for id, rule in RULES.items():
        client.hive("PUT", f"/rules/{id}", rule)


def remove(client: Client) -> None:
    """Rules first, since they name the rest."""
    paths = [
        *(f"/rules/{id}" for id in RULES),
        *(f"/actions/{id}" for id in _ALL_ACTIONS),
        f"/report_categories/{CATEGORY}",
    ]
    for path in paths:
        with suppress(Refused):
            client.hive("DELETE", path)
    for path in (
        f"/moderation/config/{POLICY}",
        f"/moderation/config/{ENGINES_POLICY}",
        f"/blocklists/{BLOCK_LIST}",
    ):
        with suppress(Refused):
            client.stream("DELETE", path)
    with suppress(Refused):
        client.hive("DELETE", f"/image_hash_lists/{IMAGE_LIST}")


def _block_list(client: Client) -> None:
    try:
        client.stream("PUT", f"/blocklists/{BLOCK_LIST}", {"words": list(LISTED)})
    except Refused as refused:
        if refused.status != 404:
            raise
        client.stream("POST", "/blocklists", {"name": BLOCK_LIST, "words": list(LISTED)})


def _action(client: Client, id: str, action: dict[str, Any], port: int) -> None:
    address = f"{HOST}:{port}"
    where = {
        "url": f"http://{address}/{id}",
        "auth_header": AUTH_HEADER,
        "auth_value": AUTH_VALUE,
    }
    try:
        client.hive("PUT", f"/actions/{id}", {**action, **where})
    except Refused as refused:
        if "url" not in refused.fields:
            raise
        raise CannotPlay(
            f"the server may not call {address}: start it with GAVEL_EGRESS_ALLOW={address}"
        ) from None
