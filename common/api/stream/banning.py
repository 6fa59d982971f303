"""Bans that somebody makes or lifts without an item (contract sections 6 and 11)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from common.api.base import Request
from common.api.stream.users import ActingUser
from common.domain.errors import Invalid
from common.domain.fields import Id, Note, OptionalId
from common.domain.not_in_effect import NoEffect
from common.moderation.review.decisions.action_types import ACTION_TYPES
from common.moderation.review.decisions.decision import Decision
from common.moderation.review.decisions.options import TEN_YEARS, Ban, DeleteMode, Unban

_WITHIN_A_CLIENT = NoEffect("it is a chat client's own")


class _OfChannel(Request):
    """On the old paths a channel's `type` and `id` may stand for its `channel_cid`."""

    channel_cid: OptionalId = None
    type: OptionalId = None
    id: OptionalId = None

    def channel(self) -> str | None:
        """Raises Invalid where half of a name is missing, or two channels are named."""
        if not self.type and not self.id:
            return self.channel_cid
        for name, other in (("type", self.id), ("id", self.type)):
            if other and not getattr(self, name):
                raise Invalid.field(name, "is required with the other half of the channel's name")
        named = f"{self.type}:{self.id}"
        if self.channel_cid not in (None, "", named):
            raise Invalid.field("channel_cid", "is another channel than type and id name")
        return named


class BanRequest(Request):
    target_user_id: Id
    banned_by: ActingUser | None = None
    banned_by_id: OptionalId = None
    channel_cid: OptionalId = None
    delete_messages: DeleteMode | None = None
    ip_ban: bool | None = None
    reason: Note = None
    shadow: bool | None = None
    timeout: int | None = Field(None, ge=0, le=TEN_YEARS, description="minutes; none is for good")

    def makers(self) -> dict[str, str | None]:
        """Whom the body names as who bans, by the fields that do."""
        return named_in("banned_by", self.banned_by_id, self.banned_by)

    def channel(self) -> str | None:
        return self.channel_cid

    def decision(self, moderator: str) -> Decision:
        options = Ban(
            target_user_id=self.target_user_id,
            channel_cid=self.channel() or None,
            delete_messages=self.delete_messages,
            ip_ban=self.ip_ban,
            reason=self.reason,
            shadow=self.shadow,
            timeout=self.timeout,
            **self._more(),
        )
        return Decision(ACTION_TYPES["ban"], moderator, None, options)

    def _more(self) -> dict[str, bool | None]:
        return {}


class ChatBanRequest(BanRequest, _OfChannel):
    ban_from_future_channels: bool | None = None
    delete_reactions: bool | None = None
    user: ActingUser | None = None
    user_id: OptionalId = None
    client_id: Annotated[OptionalId, _WITHIN_A_CLIENT] = None
    connection_id: Annotated[OptionalId, _WITHIN_A_CLIENT] = None

    def makers(self) -> dict[str, str | None]:
        return {**super().makers(), **named_in("user", self.user_id, self.user)}

    def channel(self) -> str | None:
        return _OfChannel.channel(self)

    def _more(self) -> dict[str, bool | None]:
        return {
            "ban_from_future_channels": self.ban_from_future_channels,
            "delete_reactions": self.delete_reactions,
        }


class UnbanQuery(Request):
    target_user_id: Id
    channel_cid: OptionalId = None
    created_by: OptionalId = None

    def decision(self, moderator: str) -> Decision:
        return _unban(self, moderator, channel_cid=self.channel_cid)


class UnbanRequest(Request):
    unbanned_by: ActingUser | None = None
    unbanned_by_id: OptionalId = None

    def makers(self) -> dict[str, str | None]:
        return named_in("unbanned_by", self.unbanned_by_id, self.unbanned_by)


class ChatUnbanQuery(_OfChannel):
    target_user_id: Id
    created_by: OptionalId = None
    remove_future_channels_ban: bool | None = None
    reason: Note = None
    shadow: bool | None = None
    unbanned_by_id: OptionalId = None
    client_id: Annotated[OptionalId, _WITHIN_A_CLIENT] = None

    def makers(self) -> dict[str, str | None]:
        return named_in("unbanned_by", self.unbanned_by_id, None)

    def decision(self, moderator: str) -> Decision:
        return _unban(
            self,
            moderator,
            channel_cid=self.channel(),
            remove_future_channels_ban=self.remove_future_channels_ban,
            decision_reason=self.reason,
            shadow=self.shadow,
        )


def _unban(asked: UnbanQuery | ChatUnbanQuery, moderator: str, **said: object) -> Decision:
    given = {"target_user_id": asked.target_user_id, "created_by": asked.created_by, **said}
    options = Unban.model_validate(given)
    return Decision(ACTION_TYPES["unban"], moderator, None, options)


def named_in(name: str, id: str | None, user: ActingUser | None) -> dict[str, str | None]:
    return {f"{name}_id": id, f"{name}.id": user.id if user is not None else None}
