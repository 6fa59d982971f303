"""Statements of reasons, and what they are made of."""

from __future__ import annotations

from typing import Any

from tests.functional.areas.area import Area, Made

_CLAUSE: dict[str, Any] = {
    "decision_visibility": ["DECISION_VISIBILITY_CONTENT_REMOVED"],
    "decision_ground": "DECISION_GROUND_INCOMPATIBLE_CONTENT",
    "incompatible_content_ground": "Rule 4",
    "incompatible_content_explanation": "Not here.",
    "category": "STATEMENT_CATEGORY_VIOLENCE",
}
_LAW: dict[str, Any] = {
    **dict.fromkeys(("incompatible_content_ground", "incompatible_content_explanation")),
    "decision_ground": "DECISION_GROUND_ILLEGAL_CONTENT",
}
_LAW_ONLY = {"illegal_content_legal_ground": "A law"}
_VALUES: dict[str, Any] = {
    "decision_visibility": ["DECISION_VISIBILITY_CONTENT_DEMOTED"],
    "decision_visibility_other": "it moves",
    "decision_monetary": "DECISION_MONETARY_SUSPENSION",
    "decision_monetary_other": "it costs",
    "decision_provision": "DECISION_PROVISION_PARTIAL_SUSPENSION",
    "decision_account": "DECISION_ACCOUNT_SUSPENDED",
    "decision_ground": "DECISION_GROUND_ILLEGAL_CONTENT",
    "illegal_content_legal_ground": "A law",
    "illegal_content_explanation": "By that law.",
    "incompatible_content_ground": "Rule 5",
    "incompatible_content_explanation": "Not there either.",
    "incompatible_content_illegal": "Yes",
    "decision_ground_reference_url": "https://example.com/rules",
    "category": "STATEMENT_CATEGORY_SELF_HARM",
    "category_addition": ["STATEMENT_CATEGORY_VIOLENCE"],
    "category_specification": ["KEYWORD_HATE_SPEECH"],
    "category_specification_other": "else",
    "territorial_scope": ["DE"],
    "opt_out": {"user_id": "lead", "reason": "so it is"},
}
_BESIDE: dict[str, dict[str, Any]] = {
    "decision_visibility_other": {"decision_visibility": ["DECISION_VISIBILITY_OTHER"]},
    "decision_monetary_other": {"decision_monetary": "DECISION_MONETARY_OTHER"},
    "category_specification_other": {"category_specification": ["KEYWORD_OTHER"]},
    "decision_ground": {name: None for name in _CLAUSE if name.startswith("incompatible")},
    "illegal_content_legal_ground": _LAW,
    "illegal_content_explanation": _LAW,
}


def _things(made: Made, mark: str) -> dict[str, str]:
    """Two of each, and content that was restricted twice."""
    for language in ("en", "fr"):
        made("PUT", f"/api/v1/statement_templates/{language}", {"text": f"{mark} {language}"})
    for action in ("block", "delete_comment"):
        body = {**_CLAUSE, "incompatible_content_explanation": mark}
        made("PUT", f"/api/v1/statement_settings/{action}", body)
    made("PUT", "/api/v1/user_lists/flaggers", {"name": mark, "users": ["hotline"]})
    flag = {"entity_type": "post", "entity_id": "stated", "entity_creator_id": "author"}
    item = made("POST", "/api/v2/moderation/flag", {**flag, "user_id": "reporter"})["item_id"]
    decided: list[Any] = []
    for action in ("delete_comment", "block"):
        body = {"action_type": action, "item_id": item, "user_id": "moderator"}
        decided += made("POST", "/api/v2/moderation/submit_action", body)["statements"]
    return {"statement": decided[0]["id"], "stated_item": item}


AREA = Area(
    valid={
        "preview_statement": {
            "action_type": "block",
            "item_id": "{item}",
            "user_id": "moderator",
        },
        "told_statement": {},
        "put_statement_settings": {},
        "put_statement_setting": _CLAUSE,
        "put_statement_template": {"text": "Because of {clause}."},
    },
    wrong={
        "put_statement_settings": (
            ("an unknown category", "notice_categories", {"notice_categories": ["x"]}),
            ("an unknown list", "trusted_flaggers", {"trusted_flaggers": "x"}),
            ("another unknown list", "business_accounts", {"business_accounts": "x"}),
            ("no template", "fallback_language", {"fallback_language": "it"}),
            (
                "an unknown policy",
                "shadow_opt_outs.0.policy",
                {"shadow_opt_outs": [{"policy": "x", "reason": "r", "user_id": "u"}]},
            ),
            (
                "nobody who opts out",
                "shadow_opt_outs.0.user_id",
                {"shadow_opt_outs": [{"policy": "policy", "reason": "r"}]},
            ),
        ),
        "put_statement_setting": (
            ("another ground's field", "illegal_content_legal_ground", {**_LAW_ONLY}),
            ("an unknown code", "category", {"category": "STATEMENT_CATEGORY_X"}),
            ("nobody who opts out", "opt_out.user_id", {"opt_out": {"reason": "r"}}),
            ("what is known of it", "is_shadow", {"is_shadow": True}),
        ),
        "put_action": (
            ("an unknown code", "statement.category", {"statement": {"category": "x"}}),
            (
                "another ground's field",
                "statement.illegal_content_legal_ground",
                {"statement": {**_CLAUSE, **_LAW_ONLY}},
            ),
        ),
        "put_statement_template": (
            ("an unknown placeholder", "text", {"text": "{name}"}),
            ("the facts in the facts", "facts", {"facts": "{facts}"}),
        ),
        "told_statement": (
            ("before the restriction", "told_at", {"told_at": "2020-01-01T00:00:00Z"}),
        ),
    },
    queries={
        "list_statements": (("an end before", {"since": "1", "until": "1"}),),
        "get_statement": (("a language that is none", {"language": "the king's"}),),
    },
    ids={
        "statements": "{statement}",
        "statement_settings": "block",
        "statement_templates": "en",
    },
    samples={
        **{f"put_statement_setting {name}": value for name, value in _VALUES.items()},
        **{f"put_action statement.{name}": value for name, value in _VALUES.items()},
        "put_action statement": {
            "decision_visibility": ["DECISION_VISIBILITY_OTHER"],
            "decision_monetary": "DECISION_MONETARY_OTHER",
            "category_specification": ["KEYWORD_OTHER"],
        },
        "put_statement_settings fallback_language": "en",
        "put_statement_settings notice_categories": ["spam"],
        "put_statement_settings trusted_flaggers": "flaggers",
        "put_statement_settings business_accounts": "flaggers",
        "put_statement_settings shadow_opt_outs": [
            {"policy": "policy", "user_id": "lead", "reason": "so it is"}
        ],
        "put_statement_settings shadow_opt_outs.0.policy": "slow",
        "put_statement_template text": "Another text",
        "put_statement_template facts": "Found: {labels}",
        "put_statement_template words": {"DE": "Germany"},
        "list_statements since": "2099-01-01T00:00:00Z",
        "get_statement language": "fr",
        "preview_statement language": "fr",
    },
    beside={
        **{f"put_statement_setting {name}": value for name, value in _BESIDE.items()},
    },
    things=_things,
)
