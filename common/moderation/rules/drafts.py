"""Drafts of rules: validated like rules, without effect until somebody publishes them."""

from __future__ import annotations

from dataclasses import replace

from common.configuration.context import Context
from common.domain.errors import Invalid, NotFound, Outdated
from common.domain.rule import RuleContent, RuleDocument, rule_key
from common.domain.rule_draft import RULE_DRAFTS, RuleDraft, rule_draft_key
from common.moderation.resources import references, rules, second_person
from common.moderation.resources.rule_versions import ATTEMPTS, Prepared, Saving, prepare
from common.store.deciding import until_committed
from common.store.store import Conflict, Create, Delete, Document, Put

MOST = 500


async def put(
    context: Context,
    app: str,
    rule: str,
    content: RuleContent,
    saving: Saving,
    now: int,
) -> RuleDraft:
    """Creates or replaces the rule's draft. `content` was validated as a rule's."""
    key = rule_draft_key(app, rule)

    async def attempt() -> RuleDraft:
        (known,) = await context.store.get([key])
        (current,) = await context.store.get([rule_key(app, rule)])
        draft: RuleDraft = {
            "rule_id": rule,
            "content": content,
            "by": saving.by,
            "reason": saving.reason,
            "based_on": current.data["version"] if current is not None else 0,
            "revision": 1,
            "created_at": now,
            "updated_at": now,
        }
        if known is None:
            if len(await references.all_drafts(context, app)) >= MOST:
                raise Invalid.field("id", f"would be one draft more than the {MOST} allowed")
            await context.store.commit([Create(key, draft)])
            return draft
        before = known.data
        draft["revision"] = before["revision"] + 1
        draft["created_at"] = before["created_at"]
        await context.store.commit([Put(key, draft, known.version)])
        return draft

    return await until_committed(attempt, ATTEMPTS, Conflict(key))


async def get(context: Context, app: str, rule: str) -> RuleDraft:
    return (await _read(context, app, rule)).data


async def page(
    context: Context, app: str, limit: int, cursor: str | None
) -> tuple[list[RuleDraft], str | None]:
    found = await context.store.query(RULE_DRAFTS, app=app, limit=limit, cursor=cursor)
    return [document.data for document in found.documents], found.cursor


async def delete(context: Context, app: str, rule: str) -> None:
    key = rule_draft_key(app, rule)

    async def attempt() -> None:
        found = await _read(context, app, rule)
        await context.store.commit([Delete(key, found.version)])

    await until_committed(attempt, ATTEMPTS, Conflict(key))


async def publish(
    context: Context, app: str, rule: str, saving: Saving, revision: int | None, now: int
) -> RuleDocument:
    """Saves the draft as the rule's next version, and it is gone. Raises Outdated where the rule or
    the draft is another than it was drafted on or looked at, NotAllowed where it takes another
    person, and what saving a rule raises.
    """
    key = rule_draft_key(app, rule)

    async def attempt() -> RuleDocument:
        found = await _read(context, app, rule)
        draft = found.data
        _check_revision(draft, revision)
        configuration = await context.configurations.fresh(app)
        await rules.check_content(context, app, configuration, rule, draft["content"])
        if configuration.settings.get("second_person_for_irreversible") and (
            draft["content"]["enabled"]
            and second_person.irreversible(draft["content"], configuration)
        ):
            second_person.check_publisher(draft["by"], saving.by)
        publishing = replace(
            saving,
            reason=saving.reason or draft["reason"],
            expected=draft["based_on"],
            drafted_by=draft["by"],
        )
        prepared = await _prepared(context, app, draft, publishing, now)
        writes = [*prepared.writes, Delete(key, found.version)]
        await context.configurations.change(app, writes)
        return prepared.rule

    return await until_committed(attempt, ATTEMPTS, Conflict(key))


async def _prepared(
    context: Context, app: str, draft: RuleDraft, saving: Saving, now: int
) -> Prepared:
    try:
        return await prepare(context, app, draft["rule_id"], draft["content"], saving, now)
    except Outdated:
        problem = (
            f"was drafted on version {draft['based_on']} of the rule, which was changed since: "
            "look at what was changed and put the draft again"
        )
        raise Outdated(f"the draft {problem}", {"id": problem}) from None


def _check_revision(draft: RuleDraft, revision: int | None) -> None:
    if revision in (None, draft["revision"]):
        return
    problem = f"is {revision}, but the draft is at {draft['revision']} now: look at it again"
    raise Outdated(f"expected_revision {problem}", {"expected_revision": problem})


async def _read(context: Context, app: str, rule: str) -> Document[RuleDraft]:
    (found,) = await context.store.get([rule_draft_key(app, rule)])
    if found is None:
        raise NotFound(f"there is no draft of the rule {rule!r}", {"id": "does not exist"})
    return found
