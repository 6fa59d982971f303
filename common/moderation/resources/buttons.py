"""Keeping the buttons of moderators' pages. They are for pages: who decides through the API may
use every action type, whether there is a button for it or not.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from common.configuration.context import Context
from common.domain.action import ACTIONS
from common.domain.button import (
    BUTTONS,
    CUSTOM,
    Button,
    ButtonFields,
    button_key,
    names_action,
    same_button,
)
from common.domain.errors import Invalid, NotFound, TryAgain
from common.domain.ids import derived_id
from common.moderation.contention import ATTEMPTS
from common.moderation.resources.kinds import BUTTON
from common.store.deciding import until_committed
from common.store.store import Collection as Stored
from common.store.store import Create, D, Delete, Document, Put, Write


@dataclass(frozen=True, slots=True)
class Given:
    """A button as it shall be; `path` leads to it in the request, `id` is empty for a new one."""

    id: str
    fields: ButtonFields
    path: str = ""


async def list_all(context: Context, app: str) -> list[Button]:
    """As they are stored now."""
    return [document.data for document in (await _all(context, app, BUTTONS)).values()]


async def put(
    context: Context, app: str, given: Sequence[Given], types: Collection[str], now: int
) -> list[Button]:
    """All or none. Raises Invalid for an action that is neither among the action types nor the
    app's own, and NotFound for an id that no button has.
    """
    actions = await _all(context, app, ACTIONS)
    for each in given:
        _check_action(each, types, actions)

    async def attempt() -> list[Button]:
        known = await _all(context, app, BUTTONS)
        made = _made(known, given, now)
        if len(known.keys() | {each["id"] for each in made}) > BUTTON.most:
            raise Invalid.field(
                _named(given[-1], "action"), f"would be more than the {BUTTON.most} buttons allowed"
            )
        await context.configurations.change(app, [_write(app, known, each) for each in made])
        return made

    return await until_committed(attempt, ATTEMPTS, TryAgain("many change the buttons at once"))


async def delete(context: Context, app: str, ids: Sequence[str]) -> int:
    """How many there were."""
    keys = [button_key(app, id) for id in dict.fromkeys(ids)]
    found = [each for each in await context.store.get(keys) if each is not None]
    if found:
        await context.configurations.change(app, [Delete(each.key) for each in found])
    return len(found)


async def check_is_free(context: Context, app: str, action: str) -> None:
    """Raises Invalid where a button calls the action."""
    buttons = await list_all(context, app)
    named = [each["id"] for each in buttons if action in (each["action"], names_action(each))]
    if named:
        raise Invalid.field("id", f"is the action of the button {named[0]!r}")


def _check_action(given: Given, types: Collection[str], actions: Collection[str]) -> None:
    fields = given.fields
    if fields["action"] not in types and fields["action"] not in actions:
        raise Invalid.field(
            _named(given, "action"), "is neither an action type nor an action of the app"
        )
    if fields["action"] != CUSTOM:
        return
    id = fields["custom"].get("id")
    if not isinstance(id, str) or id not in actions:
        raise Invalid.field(_named(given, "custom.id"), "has to name an action of the app")


def _made(known: Mapping[str, Document[Button]], given: Sequence[Given], now: int) -> list[Button]:
    after = {id: document.data for id, document in known.items()}
    by_what = {same_button(each): id for id, each in after.items()}
    made: dict[str, Button] = {}
    for each in given:
        what = same_button(each.fields)
        if each.id and each.id not in after:
            raise NotFound(
                f"there is no button {each.id!r}", {_named(each, "id"): "does not exist"}
            )
        id = each.id or by_what.get(what) or _new_id(what, after)
        if by_what.get(what, id) != id or id in made:
            raise Invalid.field(_named(each, "action"), "is the action of another button there")
        before = after.get(id)
        created = before["created_at"] if before else now
        made[id] = after[id] = {**each.fields, "id": id, "created_at": created, "updated_at": now}
        by_what = {same_button(other): name for name, other in after.items()}
    return list(made.values())


def _new_id(what: tuple[str, ...], known: Collection[str]) -> str:
    """The same for the same button, so that asking twice makes one; what has the id may have become
    another button since.
    """
    number = 0
    while (id := derived_id("button", *what, str(number))) in known:
        number += 1
    return id


def _write(app: str, known: Mapping[str, Document[Button]], button: Button) -> Write:
    before = known.get(button["id"])
    key = button_key(app, button["id"])
    return Create(key, button) if before is None else Put(key, button, before.version)


def _named(given: Given, field: str) -> str:
    return f"{given.path}.{field}" if given.path else field


async def _all(context: Context, app: str, collection: Stored[D]) -> dict[str, Document[D]]:
    found: dict[str, Document[D]] = {}
    cursor: str | None = None
    while True:
        page = await context.store.query(collection, app=app, cursor=cursor)
        found.update((document.key.id, document) for document in page.documents)
        cursor = page.cursor
        if cursor is None:
            return found
