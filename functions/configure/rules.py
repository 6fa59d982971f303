"""Rules, their versions, drafts and pauses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from common.api.gavel.base import ByQuery, ListQuery, PauseBody, ResumeBody
from common.api.gavel.rule_order import RulesQuery
from common.api.gavel.rules import (
    PublishBody,
    RuleBody,
    RuleDraftBody,
    SavingBody,
)
from common.api.stream.rules import UpsertRuleRequest
from common.domain.pause import Pause, Pausing
from common.domain.rule import RuleContent, RuleDocument, RuleFields
from common.domain.rule_draft import RuleDraft
from common.http.call import Call
from common.http.function import Handler
from common.moderation.resources import resources, rule_versions, rules
from common.moderation.resources.kinds import RULE
from common.moderation.resources.rule_versions import Saving
from common.moderation.rules import (
    drafting,
    drafts,
    groups,
    ordering,
    pausing,
    version_history,
    warnings,
)
from common.views.gavel_rules import (
    PausedRulesAnswer,
    RuleAnswer,
    RuleDraftAnswer,
    RuleDraftsAnswer,
    RulesAnswer,
    RuleVersionAnswer,
    RuleVersionsAnswer,
    SavedRuleAnswer,
    ShownRule,
    draft_answer,
    drafts_answer,
    rules_answer,
    shown_rule,
    version_answer,
    versions_answer,
)
from common.views.nothing import Nothing
from functions.configure.changes import changed


async def list_all(call: Call) -> RulesAnswer:
    query: RulesQuery = call.query
    found, cursor = await _page(call, query)
    paused = await pausing.of_all(call.context, call.app, call.now)
    on_until = await groups.on_until(call.context, call.app, found, call.now)
    return rules_answer(found, cursor, paused, on_until, call.now)


async def _page(call: Call, query: RulesQuery) -> tuple[Sequence[RuleDocument], str | None]:
    context, app = call.context, call.app
    if query.scope is not None:
        return await ordering.page(context, app, query.scope, query.limit, query.cursor)
    page = await resources.page(context, app, RULE, query.limit, query.cursor)
    return [document.data for document in page.documents], page.cursor


async def get(call: Call) -> RuleAnswer:
    found = await resources.get(call.context, call.app, RULE, call.path["id"])
    return {"rule": await _shown(call, found)}


async def put(call: Call, body: RuleBody) -> SavedRuleAnswer:
    fields, id = cast(RuleFields, body.fields()), call.path["id"]
    saving = _saving(call, body)
    return await warned(call, await rules.put(call.context, call.app, id, fields, saving, call.now))


async def delete(call: Call) -> Nothing:
    query: ByQuery = call.query
    by = call.acting_user(query) or ""
    await rule_versions.delete(call.context, call.app, call.path["id"], by, call.now)
    return {}


async def list_versions(call: Call) -> RuleVersionsAnswer:
    query: ListQuery = call.query
    found, cursor = await version_history.page(
        call.context, call.app, call.path["id"], query.limit, query.cursor
    )
    return versions_answer(found, cursor)


async def get_version(call: Call) -> RuleVersionAnswer:
    id, version = call.path["id"], call.path["version"]
    return version_answer(await version_history.get(call.context, call.app, id, version))


async def restore(call: Call, body: SavingBody) -> SavedRuleAnswer:
    id, version = call.path["id"], call.path["version"]
    saving = _saving(call, body)
    return await warned(
        call,
        await version_history.restore(call.context, call.app, id, version, saving, call.now),
    )


async def list_drafts(call: Call) -> RuleDraftsAnswer:
    query: ListQuery = call.query
    found, cursor = await drafts.page(call.context, call.app, query.limit, query.cursor)
    return drafts_answer(found, cursor)


async def get_draft(call: Call) -> RuleDraftAnswer:
    return await _draft(call, await drafts.get(call.context, call.app, call.path["id"]))


async def put_draft(call: Call, body: RuleDraftBody) -> RuleDraftAnswer:
    id, given = call.path["id"], cast(RuleFields, body.fields())
    fields = await rules.checked(call.context, call.app, id, given)
    saving = Saving(call.acting_user(body) or "", body.reason or "")
    return await _put_draft(call, id, cast(RuleContent, fields), saving)


async def put_builder_draft(call: Call, body: UpsertRuleRequest) -> RuleDraftAnswer:
    id = call.path["id"]
    asked, rule = body.as_asked(), body.made_up()
    content = await drafting.of_builder(call.context, call.app, id, asked, rule, body.path)
    return await _put_draft(call, id, content, Saving(call.acting_user(body) or ""))


async def delete_draft(call: Call) -> Nothing:
    await drafts.delete(call.context, call.app, call.path["id"])
    return {}


async def publish_draft(call: Call, body: PublishBody) -> SavedRuleAnswer:
    saving = Saving(call.acting_user(body) or "", body.reason or "")
    revision = body.expected_revision
    return await warned(
        call,
        await drafts.publish(call.context, call.app, call.path["id"], saving, revision, call.now),
    )


async def pause(call: Call, body: PauseBody) -> SavedRuleAnswer:
    asked = Pausing(call.acting_user(body) or "", body.reason or "", body.until)
    return await _saved(
        call, await pausing.pause(call.context, call.app, call.path["id"], asked, call.now)
    )


async def resume(call: Call, body: ResumeBody) -> SavedRuleAnswer:
    asked = Pausing(call.acting_user(body) or "", body.reason or "")
    return await _saved(
        call, await pausing.resume(call.context, call.app, call.path["id"], asked, call.now)
    )


async def pause_all(call: Call, body: PauseBody) -> PausedRulesAnswer:
    asked = Pausing(call.acting_user(body) or "", body.reason or "", body.until)
    paused = await pausing.pause_all(call.context, call.app, asked, call.now)
    return await _paused(call, paused)


async def resume_all(call: Call, body: ResumeBody) -> PausedRulesAnswer:
    asked = Pausing(call.acting_user(body) or "", body.reason or "")
    await pausing.resume_all(call.context, call.app, asked, call.now)
    return await _paused(call, None)


async def _paused(call: Call, paused: Pause | None) -> PausedRulesAnswer:
    return {"paused": paused, **await changed(call)}


async def _put_draft(call: Call, id: str, content: RuleContent, saving: Saving) -> RuleDraftAnswer:
    put = drafts.put(call.context, call.app, id, content, saving, call.now)
    return await _draft(call, await put)


async def _draft(call: Call, draft: RuleDraft) -> RuleDraftAnswer:
    changes, irreversible = await drafting.looked_at(call.context, call.app, draft)
    return draft_answer(draft, changes, irreversible)


async def _saved(call: Call, rule: RuleDocument) -> SavedRuleAnswer:
    told = await changed(call)
    return {
        "rule": await _shown(call, rule),
        "configuration_version": told["configuration_version"],
        "active_everywhere_at": told["active_everywhere_at"],
    }


async def _shown(call: Call, rule: RuleDocument) -> ShownRule:
    on_until = await groups.on_until(call.context, call.app, [rule], call.now)
    return shown_rule(rule, on_until, call.now)


async def warned(call: Call, rule: RuleDocument) -> SavedRuleAnswer:
    saved = await _saved(call, rule)
    saved["warnings"] = await warnings.of_saved(call.context, call.app, rule, call.now)
    return saved


def _saving(call: Call, body: SavingBody) -> Saving:
    return Saving(call.acting_user(body) or "", body.reason or "", body.expected_version)


HANDLERS: dict[str, Handler] = {
    "list_rules": list_all,
    "get_rule": get,
    "put_rule": put,
    "delete_rule": delete,
    "list_rule_versions": list_versions,
    "get_rule_version": get_version,
    "restore_rule_version": restore,
    "list_rule_drafts": list_drafts,
    "get_rule_draft": get_draft,
    "put_rule_draft": put_draft,
    "put_moderation_rule_draft": put_builder_draft,
    "delete_rule_draft": delete_draft,
    "publish_rule_draft": publish_draft,
    "pause_rule": pause,
    "resume_rule": resume,
    "pause_rules": pause_all,
    "resume_rules": resume_all,
}
