"""From when on a change of the configuration counts."""

from __future__ import annotations

from common.configuration.context import now
from common.http.call import Call
from common.views.gavel_rules import Changed


async def changed(call: Call) -> Changed:
    # The change may have taken a while, and only from its end on others can see it.
    effect = await call.context.configurations.in_effect(call.app, max(call.now, now()))
    return {"configuration_version": effect.version, "active_everywhere_at": effect.at}
