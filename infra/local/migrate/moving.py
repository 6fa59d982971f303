"""Moves one kind after the other, page by page, or says what that would do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from pydantic import BaseModel, ValidationError

from common.domain.not_in_effect import not_in_effect
from common.http.errors import from_validation
from common.http.references import named
from common.http.routes import ROUTES
from infra.local.migrate.app import Refused
from infra.local.migrate.kinds import KINDS, Kind, Object, Order
from infra.local.migrate.progress import Progress

_TAKEN = "taken"


class Called(Protocol):
    """An app: the one that is read, or the one that is written."""

    def call(self, operation: str, **fields: Any) -> Any: ...


def migrate(
    source: Called, target: Called | None, progress: Progress, told: Callable[[str], None]
) -> None:
    """Without a `target` nothing is written, and what Gavel would refuse is found by its own types.

    Raises CannotMigrate; what was done until then is in `progress`.
    """
    for kind in KINDS:
        present = _present(kind, target)
        while not (done := progress.of(kind.name))["is_over"]:
            try:
                objects, cursor = kind.read(source, done["cursor"])
            except Refused as error:
                progress.note(f"{kind.name}: cannot be read: {error}")
                objects, cursor = [], None
            outcomes = Counter(_moved(kind, each, target, present, progress) for each in objects)
            progress.add(kind.name, outcomes, cursor)
            told(f"{kind.name}: {_told(progress.of(kind.name)['counts'])}")


def _present(kind: Kind, target: Called | None) -> set[str]:
    """The names of what is there already, of a kind that would be made a second time."""
    if target is None or not kind.is_made_once:
        return set()
    objects, _ = kind.read(target, "")
    return {order.name for each in objects for order in kind.orders(each)}


def _moved(
    kind: Kind, found: Object, target: Called | None, present: set[str], progress: Progress
) -> str:
    """What became of the object, in a word."""
    orders = list(kind.orders(found))
    if not orders:
        return "left out"
    if orders[0].name in present:
        return "there already"
    outcome = _TAKEN
    vain = dict.fromkeys(kind.in_vain(found), _UNSERVED)
    for order in orders:
        problems = _checked(order) if target is None else _sent(kind, order, target)
        for field, problem in {**vain, **problems}.items():
            progress.note(f"{kind.name}: {order.name}: {field}: {problem}")
            outcome = "taken in part" if problem == _UNSERVED else "refused"
    return outcome


_UNSERVED = "has no counterpart in Gavel: taken, and does nothing"


def _sent(kind: Kind, order: Order, target: Called) -> Mapping[str, str]:
    try:
        answer = target.call(order.operation, **_arguments(order.fields))
    except Refused as error:
        if kind.changes and "name" in error.fields:
            return _changed(kind.changes, order, target)
        return error.fields or {order.operation: str(error)}
    return dict.fromkeys(_idle(answer), _UNSERVED)


def _idle(answer: Object) -> list[str]:
    """What the answer, or the object in it, says is not in effect."""
    shown = [answer, *(each for each in answer.values() if isinstance(each, dict))]
    return [name for each in shown for name in each.get("not_in_effect", ())]


def _changed(operation: str, order: Order, target: Called) -> Mapping[str, str]:
    """A list that has another type than the one that is there is refused by name."""
    fields = {name: each for name, each in order.fields.items() if name != "type"}
    try:
        target.call(operation, **_arguments(fields))
    except Refused as error:
        return error.fields or {operation: str(error)}
    return {}


def _checked(order: Order) -> Mapping[str, str]:
    """What Gavel's own types say of the call, which is not made."""
    route = next((each for each in ROUTES if each.operation == order.operation), None)
    if route is None:
        return {order.operation: "is no operation of Gavel's"}
    in_path = {part.strip("{}").partition(":")[0] for part in route.path.split("/") if "{" in part}
    body = {name: each for name, each in order.fields.items() if name not in in_path}
    if route.body is None:
        return {}
    model: type[BaseModel] = named(route.body)
    try:
        read = model.model_validate(body)
    except ValidationError as error:
        return from_validation(error).fields
    return dict.fromkeys(not_in_effect(read), _UNSERVED)


def _arguments(fields: Object) -> Object:
    """As getstream names them."""
    return {"_async" if name == "async" else name: each for name, each in fields.items()}


def _told(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {outcome}" for outcome, count in counts.items()) or "none"
