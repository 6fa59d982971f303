"""Shadows of rules: what they would do, seen on what is posted."""

from __future__ import annotations

from typing import cast

from common.api.gavel.shadows import PromoteBody, ShadowBody
from common.domain.rule import RuleContent
from common.http.call import Call
from common.http.function import Handler
from common.moderation.resources.rule_versions import Saving
from common.moderation.rules import shadow_counts, shadow_hits, shadows
from common.views.gavel_rules import SavedRuleAnswer
from common.views.gavel_shadows import (
    ShadowAnswer,
    ShadowsAnswer,
    StartedShadowAnswer,
    listed_shadow,
    shadow_answer,
    shown_shadow,
)
from common.views.nothing import Nothing
from functions.configure.changes import changed
from functions.configure.rules import warned


async def start(call: Call, body: ShadowBody) -> StartedShadowAnswer:
    id, by = call.path["id"], call.acting_user(body) or ""
    content = await _content(call, body, by)
    saving = Saving(by, body.reason or "")
    started = await shadows.start(call.context, call.app, id, content, saving, call.now)
    return {"shadow": shown_shadow(started, [], call.now), **await changed(call)}


async def list_all(call: Call) -> ShadowsAnswer:
    context, app, now = call.context, call.app, call.now
    found = await shadow_counts.all_shadows(context, app)
    counted = await shadow_counts.counted(context, app, found, now)
    blind = await shadows.blind(context, app, found)
    shown = [listed_shadow(each, *counted[each["run"]], blind[each["run"]], now) for each in found]
    return {"shadows": shown}


async def get(call: Call) -> ShadowAnswer:
    shadow = await shadows.get(call.context, call.app, call.path["id"])
    found = await shadow_hits.found(call.context, call.app, shadow)
    blind = (await shadows.blind(call.context, call.app, [shadow]))[shadow["run"]]
    counted = await shadow_counts.counted(call.context, call.app, [shadow], call.now)
    return shadow_answer(shadow, found, counted[shadow["run"]].evaluated, blind, call.now)


async def end(call: Call) -> Nothing:
    await shadows.end(call.context, call.app, call.path["id"])
    return {}


async def promote(call: Call, body: PromoteBody) -> SavedRuleAnswer:
    wanted = shadows.Wanted(body.n, body.precision, body.allow_staff_hit)
    saving = Saving(call.acting_user(body) or "", body.reason or "")
    id = call.path["id"]
    rule = await shadows.promote(call.context, call.app, id, wanted, saving, call.now)
    return await warned(call, rule)


async def _content(call: Call, body: ShadowBody, by: str) -> shadows.Content:
    id = call.path["id"]
    if body.rule is not None:
        return shadows.Content(cast(RuleContent, body.rule.fields()), by)
    if body.version is not None:
        return await shadows.of_version(call.context, call.app, id, body.version, by)
    return await shadows.of_draft(call.context, call.app, id)


HANDLERS: dict[str, Handler] = {
    "list_shadows": list_all,
    "start_rule_shadow": start,
    "get_rule_shadow": get,
    "end_rule_shadow": end,
    "promote_rule_shadow": promote,
}
