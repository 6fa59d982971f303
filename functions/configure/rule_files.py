"""Rules as a file."""

from __future__ import annotations

from common.api.gavel.rule_files import ImportRulesBody
from common.http.call import Call
from common.http.function import Handler
from common.moderation.resources.rule_versions import Saving
from common.moderation.rules import importing
from common.moderation.rules.importing import Change, Importing, Plan
from common.views.gavel_rules import (
    ImportedRule,
    ImportedRulesAnswer,
    RuleFileAnswer,
    rule_file,
)
from functions.configure.changes import changed


async def export_rules(call: Call) -> RuleFileAnswer:
    return rule_file(await importing.exported(call.context, call.app))


async def import_rules(call: Call, body: ImportRulesBody) -> ImportedRulesAnswer:
    saving = Saving(call.acting_user(body) or "", body.reason or "")
    asked = Importing(body.entries(), saving, body.delete_missing)
    planned = await importing.plan(call.context, call.app, asked)
    if body.dry_run:
        return _answer(planned, is_dry=True)
    done = await importing.apply(call.context, call.app, planned, saving, call.now)
    effect = await changed(call)
    return {**_answer(done, is_dry=False), **effect}


def _answer(planned: Plan, *, is_dry: bool) -> ImportedRulesAnswer:
    return {
        "dry_run": is_dry,
        "created": [_imported(each) for each in planned.created],
        "changed": [_imported(each) for each in planned.changed],
        "deleted": [*planned.deleted],
        "unchanged": planned.unchanged,
    }


def _imported(change: Change) -> ImportedRule:
    return {"rule_id": change.id, "version": change.version, "changes": [*change.changes]}


HANDLERS: dict[str, Handler] = {"export_rules": export_rules, "import_rules": import_rules}
