"""What an app has set in Gavel."""

from __future__ import annotations

from typing import cast

from common.api.gavel.settings import AppSettingsBody, RateLimitsBody
from common.domain.errors import Invalid
from common.domain.rate_limit import EVERY
from common.domain.settings import AppSettings
from common.http.call import Call
from common.http.routes import ROUTES
from common.moderation.resources import settings
from common.outgoing.signing import parse_private_key, public_key_text
from common.views.gavel_resources import SettingsAnswer, settings_answer

_KEPT = {"signing_secrets", "signing_keys", "second_person_for_irreversible"}
"""What stays where it is left out: so that nobody loses it unawares."""


async def get(call: Call) -> SettingsAnswer:
    return _shown(call, await settings.get(call.context, call.app))


async def put(call: Call, body: AppSettingsBody) -> SettingsAnswer:
    _check_operations(body.rate_limits)
    fields = cast(AppSettings, body.model_dump(exclude=_KEPT - body.model_fields_set))
    return _shown(call, await settings.put(call.context, call.app, fields, call.now))


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
    whole = cast(AppSettings, {**AppSettingsBody().model_dump(), **stored})
    return settings_answer(whole, [public_key_text(seed) for seed in seeds], call.now)
