"""Having a statement of reasons submitted, as part of the commit that makes it."""

from __future__ import annotations

from common.delivery.outbox import Order
from common.domain.endpoint import TRANSPARENCY
from common.domain.ids import derived_id
from common.domain.settings import AppSettings
from common.domain.statement import Statement

_TOGETHER_SECONDS = 30.0
"""How long a statement waits for others that go into the same request."""


def submission_order(settings: AppSettings, statement: Statement) -> Order | None:
    """None for an app that has not set the database up."""
    if settings.get("transparency_database") is None:
        return None
    return Order(
        submission_id(statement["id"]),
        TRANSPARENCY,
        statement["item_id"],
        {"statement_id": statement["id"]},
        {"reason": "statement of reasons"},
        wait=_TOGETHER_SECONDS,
    )


def submission_id(statement_id: str) -> str:
    """The id of the delivery."""
    return derived_id("transparency", statement_id)
