"""How somebody who posts stands: banned, unmoderated, or neither."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from common.domain.recommendation import KEEP, REMOVE, SHADOW
from common.domain.user import BanRecord

Scope = Literal["account", "channel", "address"]
SCOPES: tuple[Scope, ...] = ("account", "channel", "address")


@dataclass(frozen=True, slots=True)
class StandingBan:
    """`scope` is why it is theirs: it is of the account, of the channel that the content names, or
    of somebody else who wrote from the same address.
    """

    scope: Scope
    record: BanRecord

    @property
    def recommended_action(self) -> str:
        return SHADOW if self.record["shadow"] else REMOVE


@dataclass(frozen=True, slots=True)
class Standing:
    is_bypassed: bool = False
    ban: StandingBan | None = None

    @property
    def recommended_action(self) -> str:
        return self.ban.recommended_action if self.ban is not None else KEEP
