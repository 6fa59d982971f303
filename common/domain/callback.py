"""What a call to an action's URL may carry, by Gavel's names; an action may give others."""

from __future__ import annotations

from typing import Any

from typing_extensions import TypedDict


class TaskMetadata(TypedDict, total=False):
    """What a task of Hive's says of its post."""

    group_id: str
    parent_id: str
    conversation_id: str
    content_variant: str
    reference_url: str


class Numbered(TypedDict, total=False):
    """The call's place among those about one subject."""

    sequence: int
    subject: str


class CallbackData(TaskMetadata, Numbered, total=False):
    """`rule_id`, `rule_name` and `rule_scope` are of a rule's call, `moderator_id` and `options` of
    a moderator's; `test` is "true" where the action is only tried out.
    """

    post_id: str
    user_id: str
    entity_type: str
    entity_id: str
    item_id: str
    action: str
    recommended_action: str
    rule_id: str
    rule_name: str
    rule_scope: str
    moderator_id: str
    options: dict[str, Any]
    test: str


METADATA_NAMES = tuple(TaskMetadata.__annotations__)
CALLBACK_NAMES = tuple(CallbackData.__annotations__)
