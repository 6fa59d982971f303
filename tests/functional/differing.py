"""Whether a field of a request makes a difference: the same request with and without it, each sent
to an app as it was made, compared in all that can be seen of it.
"""

from __future__ import annotations

import json
import re
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from random import Random
from typing import Any, Literal, get_args, get_origin
from unittest.mock import patch

from annotated_types import Ge, Gt
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from common.domain.not_in_effect import models_in
from common.http.references import named
from common.http.routes.route import Route
from tests.functional.inprocess import App, Server

Path = tuple[str | int, ...]
_DAY, _LONGEST_LOOK = 86_400, 60
_FIGURES = "figure_day"
_LENGTH = re.compile(r"\|\d{3}$")
"""How long something took, to which those that took as long are counted."""
_ID = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\bv[0-9a-f]{32}\b|\beyJ[\w.-]+"
)
_TIME = re.compile(r"\b1\d{18}\b|\d{4}-\d\d-\d\dT[\d:.]+(Z|\+00:00)?")
_DURATION = re.compile(r'"duration": ?"[\d.]+ms"|"(?:ms|milliseconds)": ?[\d.]+')


@dataclass(frozen=True, slots=True)
class Given:
    """A field of a route's request, and a value for it that asks for something. `around` is what
    it stands in, with what that has to have.
    """

    path: Path
    value: Any
    around: tuple[tuple[Path, Any], ...] = ()
    in_query: bool = False

    @property
    def name(self) -> str:
        return ".".join(map(str, self.path))


@dataclass(frozen=True, slots=True)
class Seen:
    """`state` is what is stored and waits, without ids and times."""

    status: int
    answer: str
    state: Counter[str]
    not_in_effect: tuple[str, ...]


def look(
    server: Server, app: App, route: Route, path: str, body: Any, query: Mapping[str, Any]
) -> Seen:
    headers = {"content-type": "application/json", **app.server()}
    encoded = None if route.body is None else json.dumps(body).encode()
    pairs = "&".join(f"{k}={v}" for k, v in {"api_key": app.credentials.key, **query}.items())
    with _same_chance(server):
        answer = server.raw(route.method, f"{path}?{pairs}", headers, encoded)
    text = answer.body.decode()
    is_json = answer.headers["content-type"] == "application/json"
    ignored = json.loads(text).get("not_in_effect", ()) if is_json else ()
    state: Counter[str] = Counter()
    for row in server.documents(app.name):
        if row[1] == _FIGURES:
            # Which part of the day's document counts something is a matter of chance.
            for name, number in json.loads(row[4]).items():
                state[f"{_FIGURES} {_LENGTH.sub('', name)}"] += number
        else:
            state[_plain(" ".join(map(str, row[1:3])) + str(row[4]), app.name)] += 1
    return Seen(answer.status, _plain(text, app.name), state, tuple(ignored))


@contextmanager
def _same_chance(server: Server) -> Iterator[None]:
    """Salts, tokens and nonces would be a difference whatever is sent."""
    chance = Random(1)
    server.context.rng.seed(1)
    with patch("os.urandom", chance.randbytes), patch("random._urandom", chance.randbytes):
        yield


@cache
def _plain(text: str, app: str) -> str:
    """Without what differs from app to app and from call to call."""
    return _DURATION.sub("", _TIME.sub(_told, _ID.sub("ID", text))).replace(app, "APP")


def _told(found: re.Match[str]) -> str:
    """A time that was given stays; one of now, or counted from now, is another in each look."""
    text = found[0]
    told = int(text) / 1e9 if text.isdigit() else datetime.fromisoformat(text).timestamp()
    days, seconds = divmod(time.time() - told, _DAY)
    if days < 1:
        return "T"
    return text if seconds > _LONGEST_LOOK else f"T-{days:.0f}"


def fields(route: Route, samples: Mapping[str, Any]) -> Iterator[Given]:
    """Every field of the route's body and query, at every depth, with a value for it."""
    if route.body:
        yield from _fields(route.operation, named(route.body), (), (), samples)
    if route.query:
        for name, field in named(route.query).model_fields.items():
            yield Given((name,), _sample(route.operation, (name,), field, samples), in_query=True)


def _fields(
    operation: str,
    model: type[BaseModel],
    path: Path,
    around: tuple[tuple[Path, Any], ...],
    samples: Mapping[str, Any],
) -> Iterator[Given]:
    for name, field in model.model_fields.items():
        place = (*path, field.alias or name)
        if not _leaves_a_choice(field.annotation):
            continue
        given = Given(place, _sample(operation, place, field, samples), around)
        yield given
        step = _step(given.value)
        if step is None:
            continue
        for inner in dict.fromkeys(models_in(field.annotation)):
            deeper = (*around, (place, given.value))
            yield from _fields(operation, inner, (*place, *step), deeper, samples)


def _leaves_a_choice(kind: Any) -> bool:
    """Stream's clients send fields that may only be what they would be anyway."""
    choices = {*(get_args(kind) or [kind])} - {type(None), None}
    return any(get_origin(each) is not Literal or len(get_args(each)) > 1 for each in choices)


def _step(value: Any) -> Path | None:
    """From a member's value to the model within it."""
    if isinstance(value, list):
        return (0,) if value and isinstance(value[0], dict) else None
    if isinstance(value, dict):
        first = next(iter(value.items()), None)
        is_map = first is not None and isinstance(first[1], dict) and first[0] == "u"
        return ("u",) if is_map else ()
    return None


def _sample(operation: str, path: Path, field: FieldInfo, samples: Mapping[str, Any]) -> Any:
    for length in range(len(path)):
        found = ".".join(map(str, path[length:]))
        if f"{operation} {found}" in samples:
            return samples[f"{operation} {found}"]
        if found in samples:
            return samples[found]
    return _of_type(field.annotation, field)


def _of_type(kind: Any, field: FieldInfo) -> Any:
    if get_origin(kind) is Literal:
        return get_args(kind)[-1]
    if kind is str:
        return "sample"
    if kind is bool:
        return True
    if kind in (int, float):
        least = [
            m.ge if isinstance(m, Ge) else m.gt for m in field.metadata if isinstance(m, Ge | Gt)
        ]
        return int(least[0]) + 2 if least and isinstance(least[0], int | float) else 2
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return _least(kind)
    origin, inner = get_origin(kind), get_args(kind)
    if origin is list:
        return [_of_type(inner[0], field)]
    if origin is dict:
        return {"k": _of_type(inner[1], field)}
    if kind is Any:
        return "sample"
    for each in inner:
        if each is not type(None):
            return _of_type(each, field)
    return None


def _least(model: type[BaseModel]) -> dict[str, Any]:
    return {
        field.alias or name: _of_type(field.annotation, field)
        for name, field in model.model_fields.items()
        if field.is_required()
    }


def with_value(request: Any, path: Sequence[str | int], value: Any) -> Any:
    """A copy that has the value there; what is missing on the way is made."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        items = list(request or [])
        items[step : step + 1] = [with_value(items[step] if step < len(items) else {}, rest, value)]
        return items
    members = dict(request) if isinstance(request, dict) else {}
    return {**members, step: with_value(members.get(step), rest, value)}
