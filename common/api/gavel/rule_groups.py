"""Switching groups of rules on and off."""

from __future__ import annotations

from common.api.base import Request
from common.api.gavel.base import Moment
from common.domain.fields import OptionalId, Reason


class SwitchOffBody(Request):
    """`user_id` is who switches, and `reason` why, for the log."""

    user_id: OptionalId = None
    reason: Reason = None


class SwitchOnBody(SwitchOffBody):
    """`until` is at most seven days from now."""

    until: Moment
