"""Legal holds."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from common.api.base import Request
from common.api.gavel.base import Body
from common.domain.fields import OptionalId, Prose, Reason


class HoldBody(Body):
    """Why nothing of it may go; `user_id` is who says so, where the app's server does."""

    reason: Annotated[str, StringConstraints(min_length=1, max_length=255), Prose]
    user_id: OptionalId = None


class LiftQuery(Request):
    """Who lifts the hold, and why."""

    user_id: OptionalId = None
    reason: Reason = None
