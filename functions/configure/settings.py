"""What an app has set in Gavel."""

from __future__ import annotations

from typing import cast

from common.api.gavel.settings import AppSettingsBody, RateLimitsBody, RuleSettingsBody
from common.domain.errors import Invalid
from common.domain.rate_limit import EVERY
from common.domain.settings import AppSettings
from common.http.call import Call
from common.http.function import Handler
from common.http.routes import ROUTES
from common.moderation.resources import settings
from common.outgoing.signing import parse_private_key, public_key_text
from common.views.gavel_resources import (
    RuleSettingsAnswer,
    SettingsAnswer,
    rule_settings_answer,
    settings_answer,
)

_KEPT = {
    "signing_secrets",
    "signing_keys",
    "second_person_for_irreversible",
    "second_person_actions",
    "retention_days",
    "erasure_keeps",
    "erased_ids",
}
"""What stays where it is left out: so that nobody loses it unawares."""


async def get(call: Call) -> SettingsAnswer:
    return _shown(call, await settings.get(call.context, call.app))


async def put(call: Call, body: AppSettingsBody) -> SettingsAnswer:
    _check_operations(body.rate_limits)
    override = body.appeal_window_override
    if override is not None:
        stored = (await settings.get(call.context, call.app)).get("appeal_window_override")
        if stored != override.model_dump():
            call.check_named({"appeal_window_override.user_id": override.user_id})
    fields = cast(AppSettings, body.model_dump(exclude=_KEPT - body.model_fields_set))
    by = call.acting_user(None) or ""
    return _shown(call, await settings.put(call.context, call.app, fields, call.now, by))


async def get_of_rules(call: Call) -> RuleSettingsAnswer:
    return rule_settings_answer(_whole(await settings.get(call.context, call.app)))


async def change_of_rules(call: Call, body: RuleSettingsBody) -> RuleSettingsAnswer:
    fields = cast(AppSettings, body.model_dump(include=body.model_fields_set))
    if "first_match_only" in fields:
        fields["first_match_only"] = body.first_match_only.model_dump(exclude_unset=True)
    changed = await settings.put_of_rules(call.context, call.app, fields, call.now)
    return rule_settings_answer(_whole(changed))


def _check_operations(limits: RateLimitsBody) -> None:
    """Raises Invalid for a limit of what does not exist."""
    known = {EVERY, *(route.limited_as for route in ROUTES)}
    for kind in limits.model_fields_set:
        for name in getattr(limits, kind):
            if name not in known:
                raise Invalid.field(f"rate_limits.{kind}.{name}", "is not an operation")


def _shown(call: Call, stored: AppSettings) -> SettingsAnswer:
    known = settings.opened(call.context, call.app, stored)
    seeds = (parse_private_key(text) for text in known.get("signing_keys") or ())
    return settings_answer(_whole(stored), [public_key_text(seed) for seed in seeds], call.now)


def _whole(stored: AppSettings) -> AppSettings:
    """With its defaults where nothing was set."""
    defaults = AppSettingsBody().model_dump()
    first = {**defaults["first_match_only"], **stored.get("first_match_only", {})}
    return cast(AppSettings, {**defaults, **stored, "first_match_only": first})


HANDLERS: dict[str, Handler] = {
    "get_settings": get,
    "put_settings": put,
    "get_rule_settings": get_of_rules,
    "change_rule_settings": change_of_rules,
}
