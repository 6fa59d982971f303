"""What a draft is made of, and what it would change."""

from __future__ import annotations

from common.configuration.context import Context
from common.domain.errors import Invalid
from common.domain.rule import RuleContent, StreamRule, content_of
from common.domain.rule_draft import RuleDraft
from common.moderation.resources import resources, rules, second_person, stream_rules
from common.moderation.resources.kinds import RULE
from common.rules.builders.asked import BuilderRule
from common.rules.differences import differences


async def of_builder(
    context: Context, app: str, id: str, asked: StreamRule, rule: BuilderRule, path: str
) -> RuleContent:
    """Of the rule `id` as Stream's clients write it. Raises Invalid where the name is that of
    another, and what saving it raises.
    """
    rules.check_id(id)
    configuration = await context.configurations.fresh(app)
    known = configuration.rule_documents.get(id)
    if known is not None and not stream_rules.is_stream(known):
        raise Invalid.field("id", "is that of a rule in Gavel's own conditions")
    other = stream_rules.named(configuration, asked["name"])
    if other is not None and other["id"] != id:
        raise Invalid.field("name", f"is that of the rule {other['id']!r}")
    if rule.id not in (None, "", id):
        raise Invalid.field(f"{path}.id" if path else "id", "is another than the path names")
    _, content = stream_rules.made_of(configuration, asked, rule, path)
    return content


async def looked_at(context: Context, app: str, draft: RuleDraft) -> tuple[list[str], list[str]]:
    """The differences to the rule as it is, and what of it nobody can take back."""
    configuration = await context.configurations.of(app)
    rule = await resources.find(context, app, RULE, draft["rule_id"])
    changes = differences(content_of(rule), draft["content"]) if rule is not None else []
    return changes, second_person.irreversible(draft["content"], configuration)
