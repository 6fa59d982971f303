"""An app's rules, actions, report categories and settings, as Gavel's own API has them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NotRequired

from typing_extensions import TypedDict

from common.domain.action import Action
from common.domain.delivery import AttemptRecord
from common.domain.rate_limit import RateLimits
from common.domain.report_category import ReportCategory
from common.domain.rule import RuleDocument
from common.domain.settings import AppSettings, FacadeSettings
from common.domain.spending import Limits


class RuleAnswer(TypedDict):
    rule: RuleDocument


class RulesAnswer(TypedDict):
    rules: list[RuleDocument]
    next: str | None


class ShownAction(TypedDict):
    """Of the secret that opens the customer's server it is said only that there is one."""

    id: str
    name: str
    kind: Literal["post", "user"]
    url: str
    method: Literal["POST", "GET"]
    auth_header: str | None
    has_auth_value: bool
    parameters: dict[str, str]
    extra_query: dict[str, str]
    reverses: list[str]
    carries_out: list[str]
    state_url: str | None
    independent: bool
    created_at: int
    updated_at: int


class ActionAnswer(TypedDict):
    action: ShownAction


class ActionsAnswer(TypedDict):
    actions: list[ShownAction]
    next: str | None


class TriedActionAnswer(AttemptRecord):
    """What came of a sample call."""

    success: bool


class ReportCategoryAnswer(TypedDict):
    report_category: ReportCategory


class ReportCategoriesAnswer(TypedDict):
    report_categories: list[ReportCategory]
    next: str | None


class ShownSettings(TypedDict):
    """Of what signs, the public half is all that is shown. `retry_delays` are seconds."""

    default_policy: str
    default_region: str | None
    first_match_only: dict[str, bool]
    retry_delays: list[float] | None
    provider_budget: Limits | None
    facades: FacadeSettings
    rate_limits: RateLimits
    signing_secrets_count: int
    public_keys: list[str]
    updated_at: NotRequired[int]


class SettingsAnswer(TypedDict):
    settings: ShownSettings


def rule_answer(rule: RuleDocument) -> RuleAnswer:
    return {"rule": rule}


def rules_answer(rules: Sequence[RuleDocument], cursor: str | None) -> RulesAnswer:
    return {"rules": list(rules), "next": cursor}


def action_answer(action: Action) -> ActionAnswer:
    return {"action": _action(action)}


def actions_answer(actions: Sequence[Action], cursor: str | None) -> ActionsAnswer:
    return {"actions": [_action(action) for action in actions], "next": cursor}


def _action(action: Action) -> ShownAction:
    return {
        "id": action["id"],
        "name": action["name"],
        "kind": action["kind"],
        "url": action["url"],
        "method": action["method"],
        "auth_header": action.get("auth_header"),
        "has_auth_value": bool(action.get("auth_value")),
        "parameters": action.get("parameters", {}),
        "extra_query": action.get("extra_query", {}),
        "reverses": action.get("reverses", []),
        "carries_out": action.get("carries_out", []),
        "state_url": action.get("state_url"),
        "independent": action.get("independent", False),
        "created_at": action["created_at"],
        "updated_at": action["updated_at"],
    }


def category_answer(category: ReportCategory) -> ReportCategoryAnswer:
    return {"report_category": category}


def categories_answer(
    categories: Sequence[ReportCategory], cursor: str | None
) -> ReportCategoriesAnswer:
    return {"report_categories": list(categories), "next": cursor}


def settings_answer(settings: AppSettings, public_keys: Sequence[str]) -> SettingsAnswer:
    """Of `settings` that have their defaults where nothing was set."""
    shown: ShownSettings = {
        "default_policy": settings["default_policy"],
        "default_region": settings["default_region"],
        "first_match_only": settings["first_match_only"],
        "retry_delays": settings["retry_delays"],
        "provider_budget": settings["provider_budget"],
        "facades": settings["facades"],
        "rate_limits": settings["rate_limits"],
        "signing_secrets_count": len(settings.get("signing_secrets") or ()),
        "public_keys": list(public_keys),
    }
    if "updated_at" in settings:
        shown["updated_at"] = settings["updated_at"]
    return {"settings": shown}
