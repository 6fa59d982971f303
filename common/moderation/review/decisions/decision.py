"""A decision, as the moderator made it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from common.domain.content import is_user
from common.domain.options import Options
from common.moderation.review.decisions.action_types import ActionType


@dataclass(frozen=True, slots=True)
class Decision:
    """`options` are of the model that the type names; either an item or a user is named.

    `spoken` is the reason where the options have none of their own. `appeal_id` is the appeal that
    it decides, where one is named; `appellant` then is whose that is. `if_version` is what the item
    was when it was decided about, `batch_id` what the decision has in common with others.
    With `may_wait` whoever asks can be told that it waits for a second person; `approved_by` is who
    that was, by the approval `approval_id`, and `approved_by_member` whether as a member.
    `by_member` is where the moderator is a member who signed in. `appeal_outcome` says how much of
    what was appealed is taken back, and `unfounded` that the appeal was manifestly so.
    """

    type: ActionType[Any]
    moderator: str
    item_id: str | None
    options: Options
    spoken: str = ""
    appeal_id: str = ""
    appellant: str = ""
    if_version: str = ""
    batch_id: str = ""
    by_member: bool = False
    appeal_outcome: Literal["", "reversed", "partly"] = ""
    unfounded: bool = False
    may_wait: bool = False
    approved_by: str = ""
    approved_by_member: bool = False
    approval_id: str = ""

    @property
    def named_user(self) -> str:
        """The user whom the options name: directly, or as the entity where no item is named."""
        named = self.options.named()
        is_entity = not self.item_id and is_user(named.entity_type)
        return named.user_id or (named.entity_id if is_entity else self.appellant)

    @property
    def reason(self) -> str:
        return self.options.why() or self.spoken

    @property
    def said(self) -> Mapping[str, object]:
        return self.options.model_dump(exclude_none=True)
