"""What is answered when an action is resumed."""

from __future__ import annotations

from common.domain.action import Action
from common.domain.redelivery import Redelivery
from common.views.gavel_endpoints import ShownRedelivery, redelivery_shown
from common.views.gavel_resources import ActionAnswer, action_shown


class ResumedActionAnswer(ActionAnswer):
    """`resending` is the job that sends what waited, or drops it; with `drop` the action stays
    paused until that is done.
    """

    resending: ShownRedelivery | None


def resumed_action_answer(
    action: Action, resending: Redelivery | None, now: int
) -> ResumedActionAnswer:
    shown = redelivery_shown(resending) if resending is not None else None
    return {"action": action_shown(action, now), "resending": shown}
