"""submit_action: one options object per action type (contract section 7)."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import StringConstraints, create_model

from common.api.base import Request
from common.api.stream.flags import DecidedFlag
from common.api.stream.users import ActingUser
from common.domain.errors import Invalid
from common.domain.fields import Id, Note, OptionalId
from common.domain.options import Options
from common.moderation.reports.flag_options import FlagOptions
from common.moderation.review.decisions.action_types import ACTION_TYPES, ActionTypes
from common.moderation.review.decisions.decision import Decision
from common.moderation.review.decisions.options import Bypass

_IN_FULL: dict[type[Options], type[Options]] = {FlagOptions: DecidedFlag}
"""Options that are a request of their own, which says more than the use case takes."""


class SubmitAction(Request):
    """The request beside the options, each of which is a member that is named like its type.
    `if_version` and `batch_id` are Gavel's own: what `version` the item had, without which it is
    decided about whatever it is now, and what the log has in common for many decisions. So are
    `appeal_outcome` and `unfounded`, of the appeal that is decided: that only a part is taken back,
    and that it was manifestly unfounded.
    """

    types: ClassVar[ActionTypes]

    action_type: str
    item_id: OptionalId = None
    appeal_id: OptionalId = None
    decision_reason: Note = None
    if_version: Annotated[str, StringConstraints(max_length=64)] | None = None
    batch_id: Annotated[str, StringConstraints(max_length=64)] | None = None
    appeal_outcome: Literal["reversed", "partly"] | None = None
    unfounded: bool | None = None
    user_id: OptionalId = None
    user: ActingUser | None = None

    def decision(self, moderator: str) -> Decision:
        """Raises Invalid where the type has to have options and there are none, and where there
        are those of another type.
        """
        for name in self.types:
            others = getattr(self, name) if name != self.action_type else None
            if others is not None and others.model_dump(exclude_none=True):
                raise Invalid.field(name, f"is of another action_type than {self.action_type}")
        type = self.types[self.action_type]
        given = getattr(self, type.name) if type.has_options else None
        options = type.options_of(given)
        reason, appeal = self.decision_reason or "", self.appeal_id or ""
        return Decision(
            type,
            moderator,
            self.item_id,
            options,
            reason,
            appeal,
            if_version=self.if_version or "",
            batch_id=self.batch_id or "",
            appeal_outcome=self.appeal_outcome or "",
            unfounded=bool(self.unfounded),
        )


def submit_action_request(types: ActionTypes) -> type[SubmitAction]:
    members: dict[str, Any] = {
        each.name: (_IN_FULL.get(each.options, each.options) | None, None)
        for each in types.values()
    }
    members["action_type"] = (Literal[tuple(types)], ...)
    model = create_model("SubmitActionRequest", __base__=SubmitAction, **members)
    model.types = types
    return model


class BypassRequest(Request):
    """Of a server, so that no moderator decides (contract section 6)."""

    enabled: bool
    target_user_id: Id

    def decision(self) -> Decision:
        options = Bypass(enabled=self.enabled, target_user_id=self.target_user_id)
        return Decision(ACTION_TYPES["bypass"], "", None, options)


SubmitActionRequest = submit_action_request(ACTION_TYPES)
