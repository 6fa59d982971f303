"""Deliveries as people see and repair them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from common.configuration.context import Context
from common.delivery import ordering
from common.delivery.log_entries import cancelling_entry, closing_entry, retried_entry
from common.delivery.outbox import EVENTS, due_messages
from common.domain.delivery import delivery_key, is_being_sent, is_open, schedule_fields
from common.domain.endpoint import ACTION
from common.domain.errors import Invalid, NotFound
from common.store.deciding import decide
from common.store.store import Conflict, Data, Document, Write
from common.store.unit_of_work import Draft

_ATTEMPTS = 10
_TOGETHER = frozenset(("endpoint", "state"))
_SETTLED = ("closed_at", "delivered_at", "receipt_at")
CANCELLED = "cancelled by a person"


async def query(
    context: Context,
    app: str,
    filters: Mapping[str, str | None],
    since: int | None,
    until: int | None,
    limit: int,
    cursor: str | None,
) -> tuple[list[Document], str | None]:
    """The newest first. What is not sent itself is left out, so a page may hold less than asked."""
    page = await context.store.query(
        "delivery",
        app=app,
        equal=_equal(filters),
        order="created_at",
        descending=True,
        low=since,
        high=until,
        limit=limit,
        cursor=cursor,
    )
    return [found for found in page.documents if _is_shown(found.data)], page.cursor


def _equal(filters: Mapping[str, str | None]) -> dict[str, str]:
    given = {name: value for name, value in filters.items() if value}
    if action := given.pop("action_id", None):
        endpoint = f"{ACTION}{action}"
        if given.get("endpoint", endpoint) != endpoint:
            raise Invalid.field("action_id", "is of another endpoint than endpoint")
        given["endpoint"] = endpoint
    if len(given) > 1 and given.keys() != _TOGETHER:
        *_, last = given
        others = " and ".join(name for name in given if name != last)
        raise Invalid.field(last, f"cannot be combined with {others}")
    return given


def _is_shown(delivery: Data) -> bool:
    return bool(delivery["endpoint"] != EVENTS)


async def get(context: Context, app: str, id: str) -> Data:
    return await _get(Draft(context.store), app, id)


async def _get(draft: Draft, app: str, id: str) -> Data:
    found = await draft.get(delivery_key(app, id))
    if found is None or not _is_shown(found):
        raise NotFound(f"there is no delivery {id!r}", {"id": "does not exist"})
    return found


async def retry(context: Context, app: str, id: str, now: int) -> Data:
    """Due now, whether it was still to be sent or done with. Raises Invalid when it is not its
    turn, when it is being sent, or when a later order about the subject speaks against it.
    """

    async def change(draft: Draft, delivery: Data) -> tuple[list[str], Write]:
        if not is_open(delivery):
            if await is_outdated(context, draft, delivery):
                raise Invalid.field("id", "was undone by a later order about the same subject")
            await reopen(draft, delivery, now, now)
        else:
            _check_turn(delivery, now)
            fields = {"updated_at": now, **schedule_fields(now)}
            draft.change(delivery_key(app, id), fields, ("held", "sending"))
        due = [id] if delivery["state"] == "pending" else []
        return due, retried_entry(delivery, now)

    return await _changed(context, app, id, change)


def _check_turn(delivery: Data, now: int) -> None:
    if delivery["state"] == "waiting":
        problem = f"waits for delivery {delivery['ahead']}, which goes out before it"
    elif "closing" in delivery:
        problem = f"is about to be {delivery['closing']['state']}"
    elif is_being_sent(delivery) and delivery["next_attempt_at"] > now:
        problem = "is being sent right now"
    else:
        return
    raise Invalid.field("id", problem)


async def cancel(
    context: Context, app: str, id: str, reason: str | None, by: str, now: int
) -> Data:
    """One that is being sent is closed when its attempt ends, unless that succeeds."""

    async def change(draft: Draft, delivery: Data) -> tuple[list[str], Write]:
        if not is_open(delivery):
            raise Invalid.field("id", f"is {delivery['state']} already")
        due = await ordering.stop(draft, delivery, "cancelled", reason or CANCELLED, now)
        if is_open(delivery):
            return due, cancelling_entry(delivery, now, by)
        return due, closing_entry(delivery, now, by=by)

    return await _changed(context, app, id, change)


_Change = Callable[[Draft, Data], Awaitable[tuple[list[str], Write]]]


async def _changed(context: Context, app: str, id: str, change: _Change) -> Data:
    """`change` names what is due once its change, with the entry that tells of it, is made."""

    async def attempt() -> Data:
        draft = Draft(context.store)
        delivery = await _get(draft, app, id)
        due, entry = await change(draft, delivery)
        await context.store.commit([*draft.writes(), entry], due_messages(app, due))
        return delivery

    return await decide(attempt, _ATTEMPTS, Conflict(delivery_key(app, id)))


async def reopen(draft: Draft, delivery: Data, at: int, now: int) -> None:
    """Sends one that was done with again from `at` on: under its id, with a new number, behind
    whatever its lane still has to send.
    """
    fields = {"state": "pending", "reason": "", "updated_at": now, **schedule_fields(at)}
    draft.change(delivery_key(delivery["app"], delivery["id"]), fields, _SETTLED)
    await ordering.append(draft, delivery)


async def is_outdated(context: Context, draft: Draft, delivery: Data) -> bool:
    """Whether something ordered later undid it, or would be undone by sending it again."""
    if await ordering.is_undone(draft, delivery):
        return True
    configuration = await context.configurations.of(delivery["app"])
    action = configuration.documents["action"].get(delivery["action_id"], {})
    return await ordering.is_before(draft, delivery, action.get("reverses") or ())
