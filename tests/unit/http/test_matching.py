from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.http.dialects.stream import STREAM
from common.http.matching import Matcher
from common.http.routes import ROUTES
from common.http.routes.route import Route

MATCHER = Matcher(
    [
        Route("GET", "/lists", "f", "list", STREAM),
        Route("GET", "/lists/{name:path}", "f", "get", STREAM),
        Route("PUT", "/lists/{name:path}", "f", "put", STREAM),
        Route("GET", "/rules/{id}", "f", "rule", STREAM),
        Route("POST", "/rules/{id}/test", "f", "test", STREAM),
        Route("GET", "/a.b", "f", "dot", STREAM),
    ]
)


def _found(method: str, path: str) -> tuple[str, dict[str, str]] | None:
    found = MATCHER.find(method, path)
    return (found[0].operation, found[1]) if found else None


@pytest.mark.parametrize(
    ("method", "path", "expected"),
    [
        ("GET", "/lists", ("list", {})),
        ("GET", "/lists/a", ("get", {"name": "a"})),
        ("PUT", "/lists/a", ("put", {"name": "a"})),
        ("GET", "/lists/a/b/c", ("get", {"name": "a/b/c"})),
        ("GET", "/lists/chat:messaging:a%20b", ("get", {"name": "chat:messaging:a b"})),
        ("GET", "/lists/a%2Fb%3Ac", ("get", {"name": "a/b:c"})),
        ("GET", "/lists/a+b", ("get", {"name": "a+b"})),
        ("GET", "/lists/%252F", ("get", {"name": "%2F"})),
        ("GET", "/lists/%zz%", ("get", {"name": "%zz%"})),
        ("GET", "/lists/%ff", ("get", {"name": "�"})),
        ("GET", "/lists//", ("get", {"name": "/"})),
        ("GET", "/rules/a%2Fb", ("rule", {"id": "a/b"})),
        ("POST", "/rules/a/test", ("test", {"id": "a"})),
        ("GET", "/rules/test", ("rule", {"id": "test"})),
    ],
)
def test_found(method: str, path: str, expected: tuple[str, dict[str, str]]) -> None:
    assert _found(method, path) == expected


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/lists"),
        ("get", "/lists"),
        ("GET", "/lists/"),
        ("GET", "/Lists"),
        ("GET", "/lists/a%0Ab"),
        ("GET", "/lists/a%0ab"),
        ("GET", "/lists/a\nb"),
        ("GET", "/rules/"),
        ("GET", "/rules/a/b"),
        ("GET", "/rules/%0a"),
        ("GET", "/axb"),
        ("GET", ""),
        ("GET", "lists"),
    ],
)
def test_not_found(method: str, path: str) -> None:
    assert _found(method, path) is None


@pytest.mark.parametrize(
    ("path", "methods"),
    [
        ("/lists", ["GET"]),
        ("/lists/a", ["GET", "PUT"]),
        ("/rules/a/test", ["POST"]),
        ("/nope", []),
    ],
)
def test_methods(path: str, methods: list[str]) -> None:
    assert MATCHER.methods(path) == methods


@given(st.text(min_size=1).filter(lambda text: "\n" not in text))
def test_any_name_comes_back_from_a_path(name: str) -> None:
    encoded = quote(name, safe="", errors="replace")
    wanted = name.encode(errors="replace").decode()
    assert _found("GET", f"/lists/{encoded}") == ("get", {"name": wanted})
    assert _found("GET", f"/rules/{encoded}") == ("rule", {"id": wanted})


def test_no_route_hides_another() -> None:
    matcher = Matcher(ROUTES)
    for route in ROUTES:
        path = route.path.replace(":path}", "}").replace("{", "x").replace("}", "x")
        found = matcher.find(route.method, path)
        assert found is not None
        assert found[0] is route
