"""What was done elsewhere, for the log (contract 6, action_logs)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from common.api.base import Request
from common.api.stream.queries import ONE_LINE
from common.domain.fields import Custom, Id, IdOrEmpty, OptionalId, Reason

_Word = Annotated[str, StringConstraints(min_length=1, max_length=64, pattern=ONE_LINE)]


class InsertActionLogRequest(Request):
    action_type: _Word
    entity_creator_id: IdOrEmpty
    entity_id: Id
    entity_type: Id
    custom: Custom | None = Field(None, max_length=100)
    reason: Reason = None
    reporter_type: _Word | None = None
    reporter_user_id: OptionalId = None
