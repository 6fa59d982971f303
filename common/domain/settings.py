"""What an app has set, and the version of all that it has configured."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict

from common.domain.appeal_rules import (
    HeldTo,
    LateAppeals,
    UnfoundedComplaints,
    WindowOverride,
)
from common.domain.declaring import NOTHING_DECLARED, StatementSettings
from common.domain.exemption import NOTHING_SET, Exemptions
from common.domain.page_settings import PageSettings
from common.domain.pause import Pause
from common.domain.rate_limit import RateLimits
from common.domain.retention import ErasedIds, KeptPart, RetentionDays
from common.domain.spam_string import NO_SPAM_MANAGER, SpamSettings
from common.domain.spending import Limits
from common.domain.transparency.database import TransparencyDatabase
from common.store.store import Collection, Key

DEFAULT_POLICY = "default"
CountEvaluations = Literal["all", "sampled"]
"""Whether of those in which no rule held all are counted, or one in sixteen, as sixteen."""


class FacadeSettings(TypedDict):
    """How the app's calls in other vendors' dialects are answered. `policy` is the key of the one
    whose engines judge beside toxicity's. `perspective_scale` None means what the operator chose.
    """

    policy: str | None
    calls_are_checks: bool
    perspective_scale: bool | None
    refuse_not_judged: bool
    keep_suggested_texts: bool


class Preferences(TypedDict, total=False):
    """What the app lets moderators do. Empty lists allow every reason."""

    allowed_moderation_action_reasons: list[str]
    escalation_reasons: list[str]
    escalation_queue_enabled: bool
    disable_flagging_reviewed_entity: bool


class AppSettings(TypedDict, total=False):
    """What was ever set. `cap_per_hour` is how many irreversible actions and bans rules may have
    done in an hour, None for any number. `retry_delays` are seconds; the secrets and keys that
    sign are as text with their prefixes, and never answered. Users' tokens that were issued before
    `revoke_tokens_issued_before`, in nanoseconds, are worth nothing. `has_bypasses`, `has_bans` and
    `has_banned_addresses` say that there were any, so that checks look for them. Where
    `moderation_enabled` is false, nothing is judged. With `disable_auth_checks`, users' tokens need
    no signature.
    `rules_paused` is a pause of all rules. With `second_person_for_irreversible`, a rule that does
    what nobody can take back is published by another than who drafted it, and a moderator's
    decision to do so waits for another, as do those of the types in `second_person_actions`, for
    `approval_hours`. Items that nobody has
    looked at for `review_feed_days` leave the review queue. `pseudonym_key` makes what stands for
    people who were erased, and `receipt_key` signs the receipts where there is no signing key.
    `has_statements` says that anything was ever declared of which statements of reasons are made.
    With `list_content`, all content is listed that changed after `content_listed_since`; with
    `record_views`, who opens an item is in the log.
    `retention_days` is how long what is kept, and `retention_changed_at` when that was set last;
    `erasure_keeps` is what erasures leave of people, `erased_ids` what comes of what is sent under
    their ids afterwards.
    What is about appeals is read as `domain/appeal_rules.py` has it.
    """

    default_policy: str
    default_region: str | None
    first_match_only: dict[str, bool]
    retry_delays: list[float] | None
    provider_budget: Limits | None
    cap_per_hour: int | None
    review_feed_days: int | None
    facades: FacadeSettings
    rate_limits: RateLimits
    exempt: Exemptions
    spam_manager: SpamSettings
    signing_secrets: list[str] | None
    signing_keys: list[str] | None
    enable_hook_payload_compression: bool
    revoke_tokens_issued_before: int | None
    allowed_flag_reasons: list[str]
    disable_auth_checks: bool
    guest_user_creation_disabled: bool
    moderation_enabled: bool
    moderation_dashboard_preferences: Preferences
    user_search_disallowed_roles: list[str]
    has_bypasses: bool
    has_bans: bool
    has_banned_addresses: bool
    hooks_changed_at: int
    rules_paused: Pause | None
    second_person_for_irreversible: bool
    second_person_actions: list[str]
    approval_hours: int
    keep_inputs: str | int
    inputs_kept_days: int
    count_evaluations: CountEvaluations
    page: PageSettings
    pseudonym_key: str
    receipt_key: str
    statements: StatementSettings
    has_statements: bool
    list_content: bool
    record_views: bool
    content_listed_since: int
    appeal_window_days: int
    appeal_window_override: WindowOverride | None
    late_appeals: LateAppeals
    appeal_second_person: HeldTo
    appeal_reasons: HeldTo
    unfounded_complaints: UnfoundedComplaints | None
    unfounded_reports: UnfoundedComplaints | None
    second_look_percent: dict[str, int]
    transparency_database: TransparencyDatabase | None
    retention_days: RetentionDays
    retention_changed_at: int
    erasure_keeps: list[KeptPart]
    erased_ids: ErasedIds
    updated_at: int


_NO_FACADES_SET: FacadeSettings = {
    "policy": None,
    "calls_are_checks": False,
    "perspective_scale": None,
    "refuse_not_judged": False,
    "keep_suggested_texts": False,
}


class ConfigurationVersion(TypedDict):
    """Raised in the commit of every change, so that one small read tells whether there was one."""

    version: int


def facades_of(settings: AppSettings) -> FacadeSettings:
    return settings.get("facades") or _NO_FACADES_SET


def exemptions_of(settings: AppSettings) -> Exemptions:
    return settings.get("exempt") or NOTHING_SET


def spam_settings_of(settings: AppSettings) -> SpamSettings:
    return settings.get("spam_manager") or NO_SPAM_MANAGER


def lists_content(settings: AppSettings) -> bool:
    return settings.get("list_content", False)


def records_views(settings: AppSettings) -> bool:
    return settings.get("record_views", False)


def listed_since(settings: AppSettings) -> int | None:
    """From when on all content is listed, None where it is not."""
    return settings.get("content_listed_since") if lists_content(settings) else None


def statements_of(settings: AppSettings) -> StatementSettings:
    return settings.get("statements") or NOTHING_DECLARED


def are_statements_made(settings: AppSettings) -> bool:
    """Whether the app has ever declared anything."""
    return settings.get("has_statements", False)


def preferences_of(settings: AppSettings) -> Preferences:
    return {
        "allowed_moderation_action_reasons": [],
        "escalation_reasons": [],
        "escalation_queue_enabled": True,
        "disable_flagging_reviewed_entity": False,
        **(settings.get("moderation_dashboard_preferences") or {}),
    }


def settings_key(app: str) -> Key[AppSettings]:
    return Key(app, "configuration", "settings")


def version_key(app: str) -> Key[ConfigurationVersion]:
    return Key(app, "configuration", "version")


CONFIGURATION: Collection[ConfigurationVersion] = Collection("configuration")
