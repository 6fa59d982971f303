"""The setup session: how far an app's people have come with setting moderation up."""

from __future__ import annotations

from typing import Any, Literal, NotRequired

from typing_extensions import TypedDict

from common.store.store import Collection, Key

SetupStep = Literal["welcome", "input", "configure", "live"]
SetupStatus = Literal["in_progress", "completed"]


class SetupSession(TypedDict):
    """`setup_data` is what a page keeps between its steps. `completed_at` is there while it is
    completed. Times are nanoseconds.
    """

    current_step: SetupStep
    status: SetupStatus
    setup_data: dict[str, Any]
    created_at: int
    updated_at: int
    completed_at: NotRequired[int]


SETUP_SESSIONS: Collection[SetupSession] = Collection("setup_session")


def setup_session_key(app: str) -> Key[SetupSession]:
    return Key(app, SETUP_SESSIONS, "setup")
