"""The action types of submit_action: one entry each, with all that hangs on it (contract 7).

A new type is one entry here; the request model, the buttons and what an app's own action can carry
out are made from the table. Buttons stand in the table's order.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from common.domain.content import CHAT_MESSAGE, USER_ENTITY
from common.domain.errors import Invalid
from common.domain.log import LogKind
from common.domain.options import Options
from common.moderation.reports.flag_options import FlagOptions
from common.moderation.review.decisions import bans, effects
from common.moderation.review.decisions.options import (
    Ban,
    Bypass,
    Custom,
    DecisionReason,
    Delete,
    DeleteUser,
    DeleteUserMessages,
    Escalate,
    MarkReviewed,
    Reasoned,
    RejectAppeal,
    Unban,
)
from common.moderation.review.decisions.subject import Subject
from common.views.action_config import DefaultButton

OfReports = Literal["right", "wrong", ""]
Given = TypeVar("Given", bound=Options)

OTHERS = "default"
"""Stands for the entity types that have no buttons of their own."""
REJECT_APPEAL = "reject_appeal"
UNDOING = ("unban", "restore", "unblock")
"""What takes an earlier decision back."""
_ACTIVITY = "stream:feeds:v2:activity"
_REACTION = "stream:feeds:v2:reaction"
_CONTENT = (OTHERS, CHAT_MESSAGE, _ACTIVITY, _REACTION)
_EVERYWHERE = (*_CONTENT, USER_ENTITY)


@dataclass(frozen=True, slots=True)
class ActionType(Generic[Given]):
    """`effect` changes what is decided on, by the options and for the moderator of that id. It is
    None for `flag`, which is the flag use case under another name.

    `left_out` stands for options that have required members and may be left out all the same.
    `decides_user`: what the user's content led to before is not carried out on them any more.
    `buttons` names the entity types whose items show one. `is_carried_out`: the app's own actions
    may name the type in `carries_out`, and with `is_of_platform` only they, or a webhook, can do
    anything for it. `reviews`: the item leaves the inbox. `inverse` names the type that takes a
    decision of this one back; without one nothing does.
    """

    name: str
    options: type[Given]
    effect: Callable[[Subject, Given, str], Awaitable[None]] | None
    left_out: Given | None = None
    buttons: tuple[str, ...] = ()
    is_carried_out: bool = False
    is_of_platform: bool = False
    reviews: bool = True
    decides_user: bool = False
    log_kind: LogKind = "action"
    of_reports: OfReports = ""
    inverse: str = ""

    @property
    def label(self) -> str:
        return self.name.replace("_", " ").capitalize()

    @property
    def has_options(self) -> bool:
        return self.options is not Options

    def options_of(self, given: Given | None) -> Given:
        """Raises Invalid where there have to be some."""
        if given is not None:
            return given
        if self.left_out is None and any(
            field.is_required() for field in self.options.model_fields.values()
        ):
            raise Invalid.field(self.name, "is required for this action_type")
        return self.left_out or self.options.model_construct()


ActionTypes = Mapping[str, ActionType[Any]]


def by_name(types: Iterable[ActionType[Any]]) -> ActionTypes:
    return {each.name: each for each in types}


ACTION_TYPES: ActionTypes = by_name(
    (
        ActionType("flag", FlagOptions, None),
        ActionType(
            "mark_reviewed",
            MarkReviewed,
            effects.reviewed,
            buttons=_EVERYWHERE,
            log_kind="review",
            of_reports="wrong",
            inverse="reopen",
        ),
        ActionType("reopen", Reasoned, effects.reopen, reviews=False, log_kind="review"),
        ActionType(
            "block",
            Reasoned,
            effects.block,
            buttons=(OTHERS,),
            is_carried_out=True,
            of_reports="right",
            inverse="unblock",
        ),
        ActionType(
            "shadow_block",
            Reasoned,
            effects.shadow_block,
            buttons=(OTHERS,),
            is_carried_out=True,
            of_reports="right",
            inverse="unblock",
        ),
        ActionType(
            "unblock",
            DecisionReason,
            effects.unblock,
            is_carried_out=True,
            of_reports="wrong",
            inverse="block",
        ),
        ActionType(
            "delete_message",
            Delete,
            effects.delete_content,
            buttons=(CHAT_MESSAGE,),
            is_carried_out=True,
            of_reports="right",
            inverse="restore",
        ),
        ActionType(
            "delete_activity",
            Delete,
            effects.delete_content,
            buttons=(_ACTIVITY,),
            is_carried_out=True,
            of_reports="right",
            inverse="restore",
        ),
        ActionType(
            "delete_comment",
            Delete,
            effects.delete_content,
            is_carried_out=True,
            of_reports="right",
            inverse="restore",
        ),
        ActionType(
            "delete_reaction",
            Delete,
            effects.delete_content,
            buttons=(_REACTION,),
            is_carried_out=True,
            of_reports="right",
            inverse="restore",
        ),
        ActionType(
            "restore",
            DecisionReason,
            effects.restore,
            buttons=_CONTENT,
            is_carried_out=True,
            of_reports="wrong",
        ),
        ActionType("unmask", Options, effects.unmask, is_carried_out=True),
        ActionType(
            "ban",
            Ban,
            bans.ban,
            buttons=_EVERYWHERE,
            is_carried_out=True,
            decides_user=True,
            of_reports="right",
            inverse="unban",
        ),
        ActionType(
            "unban",
            Unban,
            bans.unban,
            buttons=(USER_ENTITY,),
            is_carried_out=True,
            decides_user=True,
            of_reports="wrong",
        ),
        ActionType(
            "delete_user",
            DeleteUser,
            effects.delete_user,
            buttons=(USER_ENTITY,),
            is_carried_out=True,
            decides_user=True,
            of_reports="right",
        ),
        ActionType(
            "delete_user_messages",
            DeleteUserMessages,
            effects.delete_user_messages,
            left_out=DeleteUserMessages(delete_messages="soft"),
            is_carried_out=True,
            of_reports="right",
        ),
        ActionType(
            "kick_user",
            Options,
            effects.reviewed,
            is_carried_out=True,
            is_of_platform=True,
            of_reports="right",
        ),
        ActionType(
            "end_call",
            Options,
            effects.reviewed,
            is_carried_out=True,
            is_of_platform=True,
            of_reports="right",
        ),
        ActionType("custom", Custom, effects.reviewed, left_out=Custom.model_construct(id="")),
        ActionType(
            "escalate",
            Escalate,
            effects.escalate,
            buttons=_EVERYWHERE,
            reviews=False,
            log_kind="escalation",
            inverse="de_escalate",
        ),
        ActionType(
            "de_escalate",
            Options,
            effects.de_escalate,
            reviews=False,
            log_kind="escalation",
            inverse="escalate",
        ),
        ActionType("bypass", Bypass, effects.bypass),
        ActionType(REJECT_APPEAL, RejectAppeal, effects.reviewed),
    )
)


def carried_out(types: ActionTypes) -> tuple[str, ...]:
    """What a platform can carry out, so that the app's actions may name it."""
    return tuple(name for name, each in types.items() if each.is_carried_out)


def buttons(types: ActionTypes) -> dict[str, list[DefaultButton]]:
    """By entity type."""
    shown: dict[str, list[DefaultButton]] = {}
    for each in types.values():
        for entity_type in each.buttons:
            shown.setdefault(entity_type, []).append(DefaultButton(each.name, each.label))
    return shown
