"""An app's settings in Gavel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from common.api.gavel.base import Body, CapPerHour, Key, Name
from common.domain.appeal_rules import WINDOW_DAYS, HeldTo, LateAppeals
from common.domain.approval import EXPIRES_AFTER_HOURS
from common.domain.enforcement import DEFAULT_CAP
from common.domain.errors import Invalid
from common.domain.exemption import StaffExempt
from common.domain.fields import Id, Prose
from common.domain.history import MAX_WINDOW
from common.domain.rate_limit import DEFAULTS
from common.domain.retention import KEPT_UNLESS_SET, ErasedIds, KeptPart
from common.domain.retention import MOST_DAYS as MOST_RETENTION
from common.domain.rule_input import KEPT_DAYS, MOST_DAYS
from common.domain.settings import DEFAULT_POLICY, CountEvaluations
from common.domain.spam_string import LEAST_TEXT_LENGTH
from common.domain.times import DAY
from common.moderation.review.decisions.action_types import ACTION_TYPES
from common.outgoing.signing import parse_private_key, parse_secret

if TYPE_CHECKING:
    DecisionType = str
else:
    DecisionType = Literal[tuple(each.name for each in ACTION_TYPES.values() if each.effect)]
"""Flags are none: whoever flags decides nothing."""
_LEAST_COUNTERS = MAX_WINDOW // DAY
"""Rules look back as far."""
_COUNTRY = StringConstraints(pattern=r"^[A-Z]{2}$")


class FirstMatchOnly(Body):
    """Per scope: stop at the first rule that matches instead of running all of them in order."""

    post: bool = False
    user: bool = False
    reported_post: bool = False
    reported_user: bool = False


def _secret(text: str) -> str:
    parse_secret(text)
    return text


def _private_key(text: str) -> str:
    parse_private_key(text)
    return text


SigningSecret = Annotated[
    str, StringConstraints(pattern=r"^whsec_[A-Za-z0-9+/]{32,86}={0,2}$"), AfterValidator(_secret)
]
SigningKey = Annotated[
    str,
    StringConstraints(pattern=r"^whsk_[A-Za-z0-9+/]{43,86}={0,2}$"),
    AfterValidator(_private_key),
]

Delay = Annotated[float, Field(ge=0, le=7 * 86_400, strict=True)]


def _with_telephones(region: str) -> str:
    from phonenumbers import SUPPORTED_REGIONS

    if region not in SUPPORTED_REGIONS:
        raise ValueError("is no country whose telephone numbers are known")
    return region


Region = Annotated[str, _COUNTRY, AfterValidator(_with_telephones)]


class LimitsBody(Body):
    """Of one day (UTC), for all providers together; what is left out has no limit."""

    calls: int | None = Field(None, ge=0, le=10**9, strict=True)
    tokens: int | None = Field(None, ge=0, le=10**12, strict=True)
    money: float | None = Field(None, ge=0, le=10**6)


class FacadesBody(Body):
    """For calls in other vendors' dialects. `perspective_scale` null is the operator's choice."""

    policy: Name | None = None
    calls_are_checks: bool = Field(default=False, strict=True)
    perspective_scale: bool | None = Field(default=None, strict=True)
    refuse_not_judged: bool = Field(default=False, strict=True)
    keep_suggested_texts: bool = Field(default=False, strict=True)


class ExemptBody(Body):
    """Whom rules spare. `staff` are moderators and admins, `calls` is all that a rule does but
    asking for a person.
    """

    staff: StaffExempt = "calls"
    trusted: bool = Field(default=False, strict=True)
    roles: list[Name] = Field(default_factory=list, max_length=20)
    lists: list[Key] = Field(default_factory=list, max_length=50)


Calls = Annotated[int, Field(ge=1, le=10**6, strict=True)]
CallsByOperation = Annotated[dict[Name, Calls | None], Field(max_length=200)]


class RateLimitsBody(Body):
    """Calls a minute by the operation's name, "*" for all others, null for no limit. `client_side`
    holds for each kind of client apart, `per_user` for each user with a token beside it.
    """

    server_side: CallsByOperation = Field(default_factory=lambda: {**DEFAULTS["server_side"]})
    client_side: CallsByOperation = Field(default_factory=lambda: {**DEFAULTS["client_side"]})
    per_user: CallsByOperation = Field(default_factory=lambda: {**DEFAULTS["per_user"]})


Share = Annotated[int, Field(ge=1, le=100, strict=True)]
Percent = Annotated[int, Field(ge=1, le=99, strict=True)]


class SpamManagerBody(Body):
    """`min_text_length` are characters; texts that `propose_from` posts had are proposed."""

    enabled: bool = Field(default=False, strict=True)
    min_text_length: int = Field(default=LEAST_TEXT_LENGTH, ge=10, le=1_000, strict=True)
    propose_from: int = Field(default=3, ge=2, le=1_000, strict=True)


class WindowOverrideBody(Body):
    """Who answers for a window of less than six months, and why."""

    user_id: Id
    reason: Annotated[str, StringConstraints(min_length=1, max_length=2_000), Prose]


class UnfoundedComplaintsBody(Body):
    """From `number` manifestly unfounded complaints on, of those decided within `within_days`, and
    where they are that `share` of them, who makes them is warned, and the next time suspended for
    `suspended_days`.
    """

    number: int = Field(default=3, ge=2, le=100, strict=True)
    share: float = Field(default=0.5, ge=0, le=1)
    within_days: int = Field(default=WINDOW_DAYS, ge=1, le=3_650, strict=True)
    suspended_days: int = Field(default=30, ge=1, le=365, strict=True)


Days = Annotated[int, Field(ge=1, le=MOST_RETENTION, strict=True)]


class RetentionDaysBody(Body):
    """Days after which what is kept goes, by kind; null, or what is left out, stays for ever."""

    clean_items: Days | None = None
    flagged_items: Days | None = None
    log: Days | None = None
    deliveries: Days | None = None
    statements: Days | None = None
    appeals: Days | None = None
    approvals: Days | None = None
    label_results: Days | None = None
    suggestions: Days | None = None
    authority_orders: Days | None = None
    jobs: Days | None = None
    counters: Annotated[int, Field(ge=_LEAST_COUNTERS, le=MOST_RETENTION, strict=True)] | None = (
        None
    )


class UnfoundedReportsBody(UnfoundedComplaintsBody):
    """The same of reports that moderators found to be about what may stay."""

    number: int = Field(default=10, ge=2, le=100, strict=True)
    share: float = Field(default=0.8, ge=0, le=1)


class AppSettingsBody(Body):
    """`default_region` is a country as two capital letters (ISO 3166); numbers without a country
    code are read as its own. `signing_secrets` and `signing_keys` are never answered; leaving them
    out keeps the stored ones, null and [] remove them. `retry_delays` are seconds. Above
    `cap_per_hour` irreversible actions and bans an hour, those of rules are held for a person; null
    is no cap. With `second_person_for_irreversible`, which stays where it is left out, a rule that
    does what nobody can take back is published by another than who drafted it, and a decision to do
    so waits for another; those of the types in `second_person_actions`, which stay where they are
    left out, wait as well, all of them for `approval_hours`. `keep_inputs`
    is of how many items in a hundred what rules saw is kept: all, none or a number. With
    `count_evaluations` "sampled", one in sixteen evaluations in which no rule held is counted, as
    sixteen. After `review_feed_days` without anybody looking at it, an item leaves the review
    queue. Who decides appeals has to be another than who decided first, and to say why: where they
    are members, everybody, or nobody. `late_appeals` says what becomes of those after
    `appeal_window_days`. With `list_content` whatever is submitted from then on is listed, at a
    price (docs/costs.md); with `record_views` who opens an item is in the log. Of what is decided
    under a policy in `second_look_percent`, so much is shown to another moderator. Who posts under
    the id of somebody who was erased is a new person or refused, by `erased_ids`, which stays where
    it is left out, as `retention_days` and `erasure_keeps` do.
    """

    default_policy: Name = DEFAULT_POLICY
    default_region: Region | None = None
    first_match_only: FirstMatchOnly = FirstMatchOnly()
    retry_delays: list[Delay] | None = Field(default=None, min_length=1, max_length=20)
    provider_budget: LimitsBody | None = None
    cap_per_hour: CapPerHour | None = DEFAULT_CAP
    review_feed_days: int | None = Field(default=None, ge=1, le=3_650, strict=True)
    facades: FacadesBody = FacadesBody()
    rate_limits: RateLimitsBody = RateLimitsBody()
    second_person_for_irreversible: bool = Field(default=False, strict=True)
    second_person_actions: list[DecisionType] = Field(default_factory=list, max_length=50)
    approval_hours: int = Field(default=EXPIRES_AFTER_HOURS, ge=1, le=720, strict=True)
    keep_inputs: Literal["all", "none"] | Percent = "all"
    count_evaluations: CountEvaluations = "sampled"
    inputs_kept_days: int = Field(default=KEPT_DAYS, ge=1, le=MOST_DAYS, strict=True)
    exempt: ExemptBody = ExemptBody()
    spam_manager: SpamManagerBody = SpamManagerBody()
    signing_secrets: list[SigningSecret] | None = Field(default=None, max_length=5)
    signing_keys: list[SigningKey] | None = Field(default=None, max_length=5)
    appeal_window_days: int = Field(default=WINDOW_DAYS, ge=1, le=3_650, strict=True)
    appeal_window_override: WindowOverrideBody | None = None
    late_appeals: LateAppeals = "refuse"
    appeal_second_person: HeldTo = "members"
    appeal_reasons: HeldTo = "members"
    unfounded_complaints: UnfoundedComplaintsBody | None = None
    list_content: bool = Field(default=False, strict=True)
    record_views: bool = Field(default=False, strict=True)
    unfounded_reports: UnfoundedReportsBody | None = None
    second_look_percent: dict[Name, Share] = Field(default_factory=dict, max_length=200)
    retention_days: RetentionDaysBody = RetentionDaysBody()
    erasure_keeps: Annotated[list[KeptPart], Field(max_length=5)] = Field(
        default_factory=lambda: [*KEPT_UNLESS_SET]
    )
    erased_ids: ErasedIds = "new_person"

    @model_validator(mode="after")
    def _answers_for_its_window(self) -> AppSettingsBody:
        is_short, override = self.appeal_window_days < WINDOW_DAYS, self.appeal_window_override
        if is_short and override is None:
            problem = f"is less than {WINDOW_DAYS} days: appeal_window_override says who and why"
            raise Invalid.field("appeal_window_days", problem)
        if not is_short and override is not None:
            problem = f"is for an appeal_window_days of less than {WINDOW_DAYS}"
            raise Invalid.field("appeal_window_override", problem)
        return self


class RuleSettingsBody(Body):
    """What of the settings is about rules. What is left out stays, also of `first_match_only`."""

    first_match_only: FirstMatchOnly = FirstMatchOnly()
    cap_per_hour: CapPerHour | None = DEFAULT_CAP
    count_evaluations: CountEvaluations = "sampled"
    exempt: ExemptBody = ExemptBody()
