"""What became of statements at the transparency database, and having one submitted again."""

from __future__ import annotations

from common.configuration.context import Context
from common.delivery import management
from common.delivery.outbox import Outbox
from common.delivery.transparency.orders import submission_id, submission_order
from common.domain.delivery import DELIVERIES, Delivery, delivery_key, is_open
from common.domain.endpoint import TRANSPARENCY
from common.domain.errors import Invalid, NotFound
from common.domain.settings import AppSettings
from common.domain.statement import statement_key
from common.store.deciding import until_committed
from common.store.store import Conflict
from common.store.unit_of_work import UnitOfWork

_ATTEMPTS = 10
_SUBMITTED = ("delivered", "duplicate")


async def query(
    context: Context, app: str, limit: int, cursor: str | None
) -> tuple[list[Delivery], str | None]:
    """The newest first."""
    page = await context.store.query(
        DELIVERIES,
        app=app,
        equal={"endpoint": TRANSPARENCY},
        order="created_at",
        descending=True,
        limit=limit,
        cursor=cursor,
    )
    return [found.data for found in page.documents], page.cursor


async def retry(context: Context, app: str, statement_id: str, now: int, by: str) -> Delivery:
    """Builds it anew, and submits it as the database is set up by now; also a statement that is
    older than that. Raises Invalid for one that is there already.
    """
    settings = (await context.configurations.fresh(app)).settings
    database = settings.get("transparency_database")
    if database is None:
        raise Invalid("the transparency database is not set up")
    key = delivery_key(app, submission_id(statement_id))
    (known,) = await context.store.get([key])
    if known is None:
        return await _order(context, app, settings, statement_id, now)
    last = known.data.get("submission")
    if last is not None and not is_open(known.data) and last["state"] in _SUBMITTED:
        if last["mode"] == database["mode"]:
            raise Invalid.field("id", "was submitted already")
        if database["mode"] == "dry_run":
            raise Invalid.field("id", f"was submitted already, in the mode {last['mode']}")
    return await management.retry(context, app, key.id, now, by=by)


async def _order(
    context: Context, app: str, settings: AppSettings, statement_id: str, now: int
) -> Delivery:
    key = delivery_key(app, submission_id(statement_id))

    async def once() -> Delivery:
        unit = UnitOfWork(context.store)
        statement = await unit.get(statement_key(app, statement_id))
        if statement is None:
            problem = {"id": "does not exist"}
            raise NotFound(f"there is no statement {statement_id!r}", problem)
        order = submission_order(settings, statement)
        assert order is not None
        delivery = await unit.get(key) or await Outbox(unit, app, now).add(order)
        await unit.commit()
        return delivery

    return await until_committed(once, _ATTEMPTS, Conflict(key))
