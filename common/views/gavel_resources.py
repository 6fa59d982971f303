"""An app's rules, actions, report categories and settings, as Gavel's own API has them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NotRequired

from typing_extensions import TypedDict

from common.domain.action import Action, ValueType
from common.domain.appeal_rules import (
    HeldTo,
    LateAppeals,
    UnfoundedComplaints,
    WindowOverride,
)
from common.domain.delivery import AttemptRecord
from common.domain.exemption import Exemptions
from common.domain.pause import Pause, in_force, is_in_force
from common.domain.rate_limit import RateLimits
from common.domain.report_category import ReportCategory
from common.domain.retention import ErasedIds, KeptPart, RetentionDays
from common.domain.settings import AppSettings, CountEvaluations, FacadeSettings
from common.domain.spam_string import SpamSettings
from common.domain.spending import Limits
from common.domain.statement import DeclaredStatement
from common.views.gavel_statements import shown_missing


class ShownAction(TypedDict):
    """Of the secret that opens the customer's server it is said only that there is one. `missing`
    is what its statements of reasons lack.
    """

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
    irreversible: bool
    second_person: bool
    paused: NotRequired[Pause]
    takes: dict[str, ValueType]
    statement: DeclaredStatement | None
    missing: list[str]
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
    cap_per_hour: int | None
    review_feed_days: int | None
    facades: FacadeSettings
    rate_limits: RateLimits
    second_person_for_irreversible: bool
    second_person_actions: list[str]
    approval_hours: int
    rules_paused: Pause | None
    keep_inputs: str | int
    inputs_kept_days: int
    count_evaluations: CountEvaluations
    exempt: Exemptions
    spam_manager: SpamSettings
    signing_secrets_count: int
    public_keys: list[str]
    appeal_window_days: int
    appeal_window_override: WindowOverride | None
    late_appeals: LateAppeals
    appeal_second_person: HeldTo
    appeal_reasons: HeldTo
    unfounded_complaints: UnfoundedComplaints | None
    list_content: bool
    record_views: bool
    unfounded_reports: UnfoundedComplaints | None
    second_look_percent: dict[str, int]
    retention_days: RetentionDays
    erasure_keeps: list[KeptPart]
    erased_ids: ErasedIds
    updated_at: NotRequired[int]


class SettingsAnswer(TypedDict):
    settings: ShownSettings


class RuleSettings(TypedDict):
    first_match_only: dict[str, bool]
    cap_per_hour: int | None
    count_evaluations: CountEvaluations
    exempt: Exemptions


class RuleSettingsAnswer(TypedDict):
    rule_settings: RuleSettings


def action_answer(action: Action, now: int) -> ActionAnswer:
    return {"action": action_shown(action, now)}


def actions_answer(actions: Sequence[Action], cursor: str | None, now: int) -> ActionsAnswer:
    return {"actions": [action_shown(action, now) for action in actions], "next": cursor}


def action_shown(action: Action, now: int) -> ShownAction:
    shown: ShownAction = {
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
        "irreversible": action.get("irreversible", False),
        "second_person": action.get("second_person", False),
        "takes": action.get("takes", {}),
        "statement": action.get("statement"),
        "missing": shown_missing(action.get("statement")),
        "created_at": action["created_at"],
        "updated_at": action["updated_at"],
    }
    if (pause := in_force(action, now)) is not None:
        shown["paused"] = pause
    return shown


def category_answer(category: ReportCategory) -> ReportCategoryAnswer:
    return {"report_category": category}


def categories_answer(
    categories: Sequence[ReportCategory], cursor: str | None
) -> ReportCategoriesAnswer:
    return {"report_categories": list(categories), "next": cursor}


def settings_answer(settings: AppSettings, public_keys: Sequence[str], now: int) -> SettingsAnswer:
    """Of `settings` that have their defaults where nothing was set."""
    paused = settings.get("rules_paused")
    shown: ShownSettings = {
        "default_policy": settings["default_policy"],
        "default_region": settings["default_region"],
        "first_match_only": settings["first_match_only"],
        "retry_delays": settings["retry_delays"],
        "provider_budget": settings["provider_budget"],
        "cap_per_hour": settings["cap_per_hour"],
        "review_feed_days": settings["review_feed_days"],
        "facades": settings["facades"],
        "rate_limits": settings["rate_limits"],
        "second_person_for_irreversible": settings["second_person_for_irreversible"],
        "second_person_actions": settings["second_person_actions"],
        "approval_hours": settings["approval_hours"],
        "rules_paused": paused if is_in_force(paused, now) else None,
        "keep_inputs": settings["keep_inputs"],
        "inputs_kept_days": settings["inputs_kept_days"],
        "count_evaluations": settings["count_evaluations"],
        "exempt": settings["exempt"],
        "spam_manager": settings["spam_manager"],
        "signing_secrets_count": len(settings.get("signing_secrets") or ()),
        "public_keys": list(public_keys),
        "appeal_window_days": settings["appeal_window_days"],
        "appeal_window_override": settings["appeal_window_override"],
        "late_appeals": settings["late_appeals"],
        "appeal_second_person": settings["appeal_second_person"],
        "appeal_reasons": settings["appeal_reasons"],
        "unfounded_complaints": settings["unfounded_complaints"],
        "list_content": settings["list_content"],
        "record_views": settings["record_views"],
        "unfounded_reports": settings["unfounded_reports"],
        "second_look_percent": settings["second_look_percent"],
        "retention_days": settings["retention_days"],
        "erasure_keeps": settings["erasure_keeps"],
        "erased_ids": settings["erased_ids"],
    }
    if "updated_at" in settings:
        shown["updated_at"] = settings["updated_at"]
    return {"settings": shown}


def rule_settings_answer(settings: AppSettings) -> RuleSettingsAnswer:
    """Of `settings` that have their defaults where nothing was set."""
    return {
        "rule_settings": {
            "first_match_only": settings["first_match_only"],
            "cap_per_hour": settings["cap_per_hour"],
            "count_evaluations": settings["count_evaluations"],
            "exempt": settings["exempt"],
        }
    }
