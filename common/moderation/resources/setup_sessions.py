"""Keeping an app's setup session."""

from __future__ import annotations

from typing import Any

from common.configuration.context import Context
from common.domain.errors import TryAgain
from common.domain.setup_session import (
    SetupSession,
    SetupStatus,
    SetupStep,
    setup_session_key,
)
from common.moderation.contention import ATTEMPTS
from common.store.deciding import until_committed
from common.store.unit_of_work import UnitOfWork


async def get(context: Context, app: str) -> SetupSession | None:
    (document,) = await context.store.get([setup_session_key(app)])
    return document.data if document is not None else None


async def put(
    context: Context,
    app: str,
    step: SetupStep,
    status: SetupStatus,
    data: dict[str, Any] | None,
    now: int,
) -> SetupSession:
    """What is known stays where `data` is None."""
    key = setup_session_key(app)

    async def attempt() -> SetupSession:
        unit = UnitOfWork(context.store)
        session = await unit.get(key) or unit.create(key, _new(step, status, now))
        session.update({"current_step": step, "status": status, "updated_at": now})
        if data is not None:
            session["setup_data"] = data
        if status == "completed":
            session.setdefault("completed_at", now)
        else:
            session.pop("completed_at", None)
        await unit.commit()
        return session

    return await until_committed(attempt, ATTEMPTS, TryAgain("many change the setup at once"))


def _new(step: SetupStep, status: SetupStatus, now: int) -> SetupSession:
    return {
        "current_step": step,
        "status": status,
        "setup_data": {},
        "created_at": now,
        "updated_at": now,
    }
