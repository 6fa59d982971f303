"""What a call to an action's URL may carry, by Gavel's names; an action may give others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from typing_extensions import TypedDict


class TaskMetadata(TypedDict, total=False):
    """What a task of Hive's says of its post."""

    group_id: str
    parent_id: str
    conversation_id: str
    content_variant: str
    reference_url: str


class TaskProperties(TypedDict, total=False):
    """What a task of Hive's says in words of its own, of its post and its author."""

    content_metadata: Any
    user_metadata: Any


class Numbered(TypedDict, total=False):
    """The call's place among those about one subject."""

    sequence: int
    subject: str


class CallbackData(TaskMetadata, TaskProperties, Numbered, total=False):
    """`rule_id`, `rule_version`, `rule_name` and `rule_scope` are of a rule's call, `moderator_id`,
    `options` and `reason` of a moderator's, `values` of either; `test` is "true" where the action
    is only tried out.
    """

    post_id: str
    user_id: str
    entity_type: str
    entity_id: str
    item_id: str
    action: str
    recommended_action: str
    rule_id: str
    rule_version: int
    rule_name: str
    rule_scope: str
    moderator_id: str
    options: dict[str, Any]
    reason: str
    values: dict[str, Any]
    test: str


METADATA_NAMES = tuple(TaskMetadata.__annotations__)
PROPERTY_NAMES = tuple(TaskProperties.__annotations__)
CALLBACK_NAMES = tuple(CallbackData.__annotations__)
VALUES = "values"
VALUE_NAME = r"[A-Za-z_]\w{0,63}"


def value_named(data: Mapping[str, Any], name: str) -> Any:
    """None where there is none. Of `values` each has a name of its own: `values.duration`."""
    outer, _, inner = name.partition(".")
    found = data.get(outer)
    return found.get(inner) if inner and isinstance(found, Mapping) else found
