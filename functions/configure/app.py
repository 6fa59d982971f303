"""The app as Stream's clients see it, which is where they set its webhooks."""

from __future__ import annotations

from typing import Any

from common.api.app import UpdateAppRequest, app_response
from common.http.call import Call
from common.moderation import configure, hooks


async def get(call: Call) -> dict[str, Any]:
    settings = await configure.settings(call.context, call.app)
    found = await hooks.all_of(call.context, call.app)
    listed = {id: hook.data for id, hook in found.items()}
    return {"app": app_response(call.app, settings, listed)}


async def update(call: Call, body: UpdateAppRequest) -> dict[str, Any]:
    await hooks.put(call.context, call.app, body.given(), call.now)
    return {}
