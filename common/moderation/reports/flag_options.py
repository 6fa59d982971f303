"""What somebody who flags an entity says of it."""

from __future__ import annotations

from common.domain.content import Payload
from common.domain.fields import Custom, Id, OptionalId, Reason
from common.domain.options import Options


class FlagOptions(Options):
    entity_type: Id
    entity_id: Id
    entity_creator_id: OptionalId = None
    reason: Reason = None
    custom: Custom | None = None

    def why(self) -> str:
        return self.reason or ""

    def payload(self) -> Payload:
        """The content, where it comes with the flag."""
        return {}
