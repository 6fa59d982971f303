"""Where an id is kept as somebody's, that of somebody who was erased is refused by name. Which
requests those are is tried out: over all routes, in each place where an id can stand.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from common.domain.content import USER_ENTITY
from common.http.routes import ROUTES
from common.http.routes.route import Route
from common.moderation.background.erasure.person import Person
from common.moderation.background.erasure.places import BY_NAME
from tests.functional import areas, bad_bodies
from tests.functional.desk import Desk
from tests.functional.differing import Given, fields, with_value
from tests.functional.erasing import erase
from tests.functional.inprocess import Answer, Server, in_process
from tests.functional.samples import PATHS, SAMPLES
from tests.functional.test_nothing_is_ignored import World, _base, _beside, _is_of_a_rule

GONE = "departed"
"""Without a digit: an erasure looks for such an id in fields that name people only."""
_OWN = ("history", "user")
"""Collections in which a person's document has their id, beside those that say so."""
_OURS = [
    each
    for each in ROUTES
    if each.access != "public"
    and not (bad_bodies.is_of_facade(each) or bad_bodies.is_of_page(each))
]

_FIELDS = {
    route: [
        given
        for given in fields(route, SAMPLES)
        if "when" not in given.path and not _is_of_a_rule(given)
    ]
    for route in _OURS
}


@dataclass(frozen=True, slots=True)
class Case:
    """A request with the id in one place, and the field that has to be named where it is refused.
    With `as_user` it is the token's user.
    """

    route: Route
    field: str
    path: str
    body: Any
    query: Mapping[str, Any]
    as_user: bool = False

    def __str__(self) -> str:
        return f"{self.route.method} {self.route.path} {self.field} {self.as_user}"


class Erased:
    """An app with one of everything, in which somebody is erased."""

    def __init__(self, server: Server) -> None:
        self.world = World(server)
        self._server, self.app = server, self.world.app
        erase(Desk(server, self.app), GONE)
        self._taken, self._refused = self._set("new_person"), self._set("refuse")
        self._at: sqlite3.Connection | None = None
        self._before: list[tuple[Any, ...]] = []

    def _set(self, erased_ids: str) -> sqlite3.Connection:
        asked = {"erased_ids": erased_ids, "record_views": True, "list_content": True}
        assert self._server.call(self.app, "PUT", "/api/v1/settings", asked).status == 201
        return self._server.snapshot()

    def keeps(self, case: Case) -> bool:
        self._sent(case, self._taken)
        return self._is_kept()

    def refused(self, case: Case) -> set[str]:
        """The fields that the refusal names; none where it was none, or kept the id."""
        answer = self._sent(case, self._refused)
        if self._is_kept() or answer.status != 400:
            return set()
        return {*answer.json()["exception_fields"]}

    def _sent(self, case: Case, made: sqlite3.Connection) -> Answer:
        server = self._server
        if self._at is not made or server.documents(self.app.name) != self._before:
            server.restore(made)
            self._at, self._before = made, server.documents(self.app.name)
        auth = self.app.user(GONE, "moderator") if case.as_user else self.app.server()
        return server.call(
            self.app, case.route.method, case.path, case.body, auth=auth, query=case.query
        )

    def _is_kept(self) -> bool:
        person = Person(self.app.name, GONE, lambda name: f"erased-{name}")
        before = frozenset(self._before)
        for row in self._server.documents(self.app.name):
            if row in before:
                continue
            _, collection, id, _, text = row
            data = json.loads(text)
            is_own = collection in _OWN or BY_NAME[collection].is_by_id
            if (is_own and id == GONE) or person.cleaned(data, texts=False) is not data:
                return True
        return False

    def cases(self) -> Iterator[Case]:
        for route in _OURS:
            yield from self._in_paths(route)
            yield from self._in_fields(route)
            if route.access != "server":
                body, query = _valid(route)
                yield self._case(route, "user_id", body, query, as_user=True)

    def _in_paths(self, route: Route) -> Iterator[Case]:
        body, query = _valid(route)
        for part in route.path.split("/"):
            if part.startswith("{"):
                name = part.strip("{}").removesuffix(":path")
                known = self._path(route, "")
                path = "/".join(
                    GONE if said == part else is_there
                    for said, is_there in zip(route.path.split("/"), known.split("/"), strict=False)
                )
                yield self._case(route, name, body, query, path=path)

    def _in_fields(self, route: Route) -> Iterator[Case]:
        for given in _FIELDS[route]:
            value = [GONE] if isinstance(given.value, list) else GONE
            is_listed = isinstance(given.value, list) and all(
                isinstance(each, str) for each in given.value
            )
            if not (isinstance(given.value, str) or is_listed):
                continue
            body, query = _base(route, given), bad_bodies.ASKED.get(route.operation, {})
            if given.in_query:
                body = bad_bodies.VALID.get(route.operation, {})
                query = {**query, **_beside(route, given), given.name: GONE}
            else:
                body = with_value(body, given.path, value)
                if given.path[-1] == "entity_id":
                    body = with_value(body, (*given.path[:-1], "entity_type"), USER_ENTITY)
            field = f"{given.name}.0" if is_listed else given.name
            yield self._case(route, field, body, query, given=given)

    def _case(
        self,
        route: Route,
        field: str,
        body: Any,
        query: Mapping[str, Any],
        *,
        path: str = "",
        given: Given | None = None,
        as_user: bool = False,
    ) -> Case:
        path = path or self._path(route, given.name if given else "")
        text = areas.named(json.dumps([body if route.body else None, query]), self.world._ids)
        said, asked = json.loads(text)
        return Case(route, field, path, said, asked, as_user)

    def _path(self, route: Route, name: str) -> str:
        ids = {**bad_bodies.IDS, **PATHS.get(f"{route.operation} {name}", {})}
        return areas.named(bad_bodies.path_of(route, ids), self.world._ids)


def _valid(route: Route) -> tuple[Any, dict[str, str]]:
    operation = route.operation
    return bad_bodies.VALID.get(operation, {}), bad_bodies.ASKED.get(operation, {})


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Erased]:
    with in_process(tmp_path_factory.mktemp("erased_everywhere") / "data") as server:
        yield Erased(server)


_STAFF = {"create_member name"}
"""Members of the app's staff are no users: an erasure leaves them."""
_LEAST = 150


@pytest.mark.timeout(600)
def test_whatever_keeps_an_id_refuses_that_of_who_was_erased(world: Erased) -> None:
    kept = [each for each in world.cases() if world.keeps(each)]
    wrong = [
        f"{each}: {found}"
        for each in kept
        if f"{each.route.operation} {each.field}" not in _STAFF
        and (found := world.refused(each)) != {each.field}
    ]
    assert wrong == []
    assert len(kept) >= _LEAST, [*map(str, kept)]
