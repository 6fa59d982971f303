"""The versions of a rule, and going back to one."""

from __future__ import annotations

from dataclasses import replace

from common.configuration.context import Context
from common.domain.errors import Invalid, NotFound
from common.domain.rule import RuleDocument
from common.domain.rule_version import RULE_VERSIONS, RuleVersion, rule_version_key
from common.moderation.resources import resources, rule_versions, rules, stream_rules
from common.moderation.resources.kinds import RULE
from common.moderation.resources.rule_versions import Saving
from common.store.store import Page


async def page(
    context: Context, app: str, rule: str, limit: int, cursor: str | None
) -> tuple[list[RuleVersion], str | None]:
    """The newest first; those of a rule that was deleted, too."""
    found: Page[RuleVersion] = await context.store.query(
        RULE_VERSIONS,
        app=app,
        equal={"rule_id": rule},
        order="version",
        descending=True,
        limit=limit,
        cursor=cursor,
    )
    if found.documents or cursor is not None:
        return [document.data for document in found.documents], found.cursor
    # An earlier release kept no versions, and nobody has saved it since.
    known = await resources.find(context, app, RULE, rule)
    if known is None:
        raise resources.missing(RULE, rule)
    return [rule_versions.first_of(known)], None


async def get(context: Context, app: str, rule: str, version: str) -> RuleVersion:
    number = int(version) if version.isascii() and version.isdigit() and len(version) < 10 else 0
    (found,) = await context.store.get([rule_version_key(app, rule, number)])
    if found is not None:
        return found.data
    known = await resources.find(context, app, RULE, rule)
    if known is not None and known["version"] == number:
        return rule_versions.first_of(known)
    raise NotFound(f"the rule {rule!r} has no version {version}", {"version": "does not exist"})


async def restore(
    context: Context, app: str, rule: str, version: str, saving: Saving, now: int
) -> RuleDocument:
    """Saves what the version had as a new one. It is validated like any other, as what it names may
    have gone since.
    """
    content = (await get(context, app, rule, version))["content"]
    configuration = await context.configurations.fresh(app)
    await rules.check_content(context, app, configuration, rule, content)
    if content.get("origin") == "stream":
        other = stream_rules.named(configuration, content["name"])
        if other is not None and other["id"] != rule:
            raise Invalid.field("name", f"is that of the rule {other['id']!r} of Stream's builder")
    number = int(version)
    return await rule_versions.save(
        context, app, rule, content, replace(saving, restored_from=number), now
    )
