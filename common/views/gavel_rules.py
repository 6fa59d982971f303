"""Rules, their versions and their drafts, as Gavel's own API has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NotRequired, cast

from typing_extensions import TypedDict

from common.domain.pause import Pause, in_force
from common.domain.rule import RuleContent, RuleDocument, RuleFields, content_of
from common.domain.rule_draft import RuleDraft
from common.domain.rule_version import RuleVersion
from common.views.rule_warnings import RuleWarning

SERVER = "server"
"""Who did something of which the app's server names nobody."""


class Changed(TypedDict):
    """The version of the app's configuration that has the change, and from when on at the latest
    every process goes by it.
    """

    configuration_version: int
    active_everywhere_at: int


class ShownCall(TypedDict):
    action: str
    values: dict[str, Any]


class ShownContent(RuleContent):
    """`actions` have the form in which they were sent."""

    actions: list[str | ShownCall]  # type: ignore[misc]


class ShownRule(RuleDocument):
    """`group_until` is there while the group that it is of is on; `actions` have the form in which
    they were sent.
    """

    actions: list[str | ShownCall]  # type: ignore[misc]
    group_until: NotRequired[int]


class RuleAnswer(TypedDict):
    rule: ShownRule


class SavedRuleAnswer(Changed):
    """`warnings` are there where its conditions were saved, and say what is odd about it."""

    rule: ShownRule
    warnings: NotRequired[list[RuleWarning]]


class RulesAnswer(TypedDict):
    """`paused` is a pause of all rules."""

    rules: list[ShownRule]
    next: str | None
    paused: Pause | None


class PausedRulesAnswer(Changed):
    paused: Pause | None


class ShownVersion(TypedDict):
    """`active_to` is null for the one that counts."""

    rule_id: str
    version: int
    active_from: int
    active_to: int | None
    by: str
    reason: str
    changes: list[str]
    restored_from: NotRequired[int]
    drafted_by: NotRequired[str]
    deleted_by: NotRequired[str]


class WholeVersion(ShownVersion):
    rule: ShownContent


class RuleVersionAnswer(TypedDict):
    version: WholeVersion


class RuleVersionsAnswer(TypedDict):
    versions: list[ShownVersion]
    next: str | None


class ShownDraft(TypedDict):
    """`changes` are the differences to the rule as it is. `irreversible` is what of it nobody can
    take back.
    """

    rule_id: str
    rule: ShownContent
    by: str
    reason: str
    based_on: int
    revision: int
    changes: list[str]
    irreversible: list[str]
    created_at: int
    updated_at: int


class RuleDraftAnswer(TypedDict):
    draft: ShownDraft


class ListedDraft(TypedDict):
    rule_id: str
    name: str
    by: str
    reason: str
    based_on: int
    revision: int
    created_at: int
    updated_at: int


class RuleDraftsAnswer(TypedDict):
    drafts: list[ListedDraft]
    next: str | None


class RuleFileAnswer(TypedDict):
    """What an import takes. Rules of Stream's builder are in it as its clients write them."""

    format: int
    rules: list[dict[str, Any]]


class ImportedRule(TypedDict):
    """`version` is the rule's after the import, and as long as that is a dry run before it."""

    rule_id: str
    version: int
    changes: list[str]


class ImportedRulesAnswer(TypedDict):
    dry_run: bool
    created: list[ImportedRule]
    changed: list[ImportedRule]
    deleted: list[str]
    unchanged: int
    configuration_version: NotRequired[int]
    active_everywhere_at: NotRequired[int]


def rule_file(rules: Sequence[RuleDocument]) -> RuleFileAnswer:
    return {"format": 1, "rules": [_in_file(each) for each in rules]}


def _in_file(rule: RuleDocument) -> dict[str, Any]:
    if "asked" in rule:
        return {"id": rule["id"], "moderation_rule": _ordered(rule["asked"])}
    content: Mapping[str, Any] = _as_sent(content_of(rule))
    first = {name: content[name] for name in RuleFields.__annotations__ if name in content}
    return {"id": rule["id"], **{name: _ordered(value) for name, value in first.items()}}


def _ordered(value: Any) -> Any:
    """The same text for the same rule, whatever a backend makes of the order."""
    if isinstance(value, Mapping):
        names = sorted(value, key=lambda name: (name != "type", name))
        return {name: _ordered(value[name]) for name in names}
    return [_ordered(each) for each in value] if isinstance(value, list) else value


def _as_sent(content: Mapping[str, Any]) -> dict[str, Any]:
    """With the values of its actions where they were."""
    values, ids = content.get("action_values") or {}, content["actions"]
    actions = [{"action": id, "values": values[id]} if id in values else id for id in ids]
    return {**{k: v for k, v in content.items() if k != "action_values"}, "actions": actions}


def shown_content(content: RuleContent) -> ShownContent:
    return cast(ShownContent, _as_sent(content))


def shown_rule(rule: RuleDocument, on_until: Mapping[str, int], now: int) -> ShownRule:
    """Without a pause that is over. `on_until` has when the groups end that are on."""
    is_over = in_force(rule, now) is None
    shown = {k: v for k, v in _as_sent(rule).items() if k != "paused" or not is_over}
    until = on_until.get(rule.get("group", ""))
    return cast(ShownRule, shown if until is None else {**shown, "group_until": until})


def rules_answer(
    rules: Sequence[RuleDocument],
    cursor: str | None,
    paused: Pause | None,
    on_until: Mapping[str, int],
    now: int,
) -> RulesAnswer:
    shown = [shown_rule(each, on_until, now) for each in rules]
    return {"rules": shown, "next": cursor, "paused": paused}


def versions_answer(versions: Sequence[RuleVersion], cursor: str | None) -> RuleVersionsAnswer:
    return {"versions": [_version(each) for each in versions], "next": cursor}


def version_answer(version: RuleVersion) -> RuleVersionAnswer:
    return {"version": {**_version(version), "rule": shown_content(version["content"])}}


def draft_answer(
    draft: RuleDraft, changes: Sequence[str], irreversible: Sequence[str]
) -> RuleDraftAnswer:
    return {
        "draft": {
            "rule_id": draft["rule_id"],
            "rule": shown_content(draft["content"]),
            "by": draft["by"] or SERVER,
            "reason": draft["reason"],
            "based_on": draft["based_on"],
            "revision": draft["revision"],
            "changes": [*changes],
            "irreversible": [*irreversible],
            "created_at": draft["created_at"],
            "updated_at": draft["updated_at"],
        }
    }


def drafts_answer(drafts: Sequence[RuleDraft], cursor: str | None) -> RuleDraftsAnswer:
    return {"drafts": [_listed(each) for each in drafts], "next": cursor}


def _listed(draft: RuleDraft) -> ListedDraft:
    return {
        "rule_id": draft["rule_id"],
        "name": draft["content"]["name"],
        "by": draft["by"] or SERVER,
        "reason": draft["reason"],
        "based_on": draft["based_on"],
        "revision": draft["revision"],
        "created_at": draft["created_at"],
        "updated_at": draft["updated_at"],
    }


def _version(version: RuleVersion) -> ShownVersion:
    shown: ShownVersion = {
        "rule_id": version["rule_id"],
        "version": version["version"],
        "active_from": version["active_from"],
        "active_to": version.get("active_to"),
        "by": version["by"] or SERVER,
        "reason": version["reason"],
        "changes": version["changes"],
    }
    if "restored_from" in version:
        shown["restored_from"] = version["restored_from"]
    if "drafted_by" in version:
        shown["drafted_by"] = version["drafted_by"] or SERVER
    if "deleted_by" in version:
        shown["deleted_by"] = version["deleted_by"] or SERVER
    return shown
