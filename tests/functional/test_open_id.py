"""Signing in to the dashboard at a provider of OpenID Connect."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest

from tests.functional.inprocess import Answer, App, Server, in_process
from tests.functional.staff import new_member, own_app
from tests.open_id import CLIENT, SECRET, Provider, new_key

_PATH = "/dashboard/sign_in/corp"
_HOST = {"host": "gavel.example", "x-forwarded-proto": "https"}
_ROOT = "https://gavel.example"


@pytest.fixture
def provider() -> Iterator[Provider]:
    with Provider() as provider:
        yield provider


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    data = tmp_path_factory.mktemp("open_id") / "data"
    with in_process(data, GAVEL_EGRESS_ALLOW="127.0.0.1") as server:
        yield server


_numbers = iter(range(1_000))


@pytest.fixture
def app(server: Server, provider: Provider) -> App:
    app = own_app(server, f"app-{next(_numbers)}")
    _configure(server, app, provider)
    return app


def _configure(server: Server, app: App, provider: Provider, **fields: Any) -> None:
    body = {
        "label": "Our company",
        "issuer": provider.issuer,
        "client_id": CLIENT,
        "client_secret": SECRET,
        **fields,
    }
    answer = server.call(app, "PUT", "/api/v1/sign_in_providers/corp", body)
    assert answer.status == 201, answer.text


def _begun(server: Server, app: App) -> tuple[str, str]:
    """Where the browser is sent, and its cookie."""
    answer = server.raw("GET", f"{_PATH}?app={app.name}", _HOST)
    assert answer.status == 303, answer.text
    return answer.headers["location"], answer.headers["set-cookie"]


def _back(server: Server, place: str, cookie: str) -> Answer:
    assert place.startswith(_ROOT)
    headers = {**_HOST, "cookie": cookie.partition(";")[0]}
    return server.raw("GET", place.removeprefix(_ROOT), headers)


def _through(server: Server, app: App, provider: Provider) -> Answer:
    place, cookie = _begun(server, app)
    assert place.startswith(f"{provider.issuer}/authorize?")
    return _back(server, provider.authorized(place), cookie)


def _who(server: Server, answer: Answer) -> dict[str, Any]:
    assert answer.headers["location"] == "/dashboard/", answer.headers
    cookie = answer.headers["set-cookie"].partition(";")[0]
    assert cookie.startswith("gavel_session=")
    found = server.raw("GET", "/dashboard/session", {"cookie": cookie})
    assert found.status == 200
    member: dict[str, Any] = found.json()["member"]
    return member


def _assert_nobody(answer: Answer, problem: str = "failed") -> None:
    assert answer.status == 303
    assert answer.headers["location"] == f"/dashboard/#sign_in={problem}"
    assert "gavel_session" not in str(answer.headers)


def test_it_is_offered(server: Server, app: App) -> None:
    answer = server.raw("GET", f"/dashboard/sign_in?app={app.name}")
    expected = {"password": True, "providers": [{"id": "corp", "label": "Our company"}]}
    assert answer.json() == expected
    assert server.raw("GET", "/dashboard/sign_in").json()["providers"] == []


def test_a_member_is_known_by_their_verified_address_and_then_by_the_subject(
    server: Server, app: App, provider: Provider
) -> None:
    id = new_member(server, app, "Anna", "lead", email="Anna@Example.com")
    provider.claims |= {"email": "anna@example.com", "email_verified": True}
    assert _who(server, _through(server, app, provider))["id"] == id
    # Another address is still the same person.
    provider.claims |= {"email": "new@example.com"}
    assert _who(server, _through(server, app, provider))["id"] == id
    # Whoever has the old one now is somebody else.
    provider.claims |= {"email": "anna@example.com", "sub": "somebody else"}
    _assert_nobody(_through(server, app, provider), "unknown")


def test_a_member_who_signs_in_so_has_a_session_like_any(
    server: Server, app: App, provider: Provider
) -> None:
    id = new_member(server, app, "Bo", "admin", email="bo@example.com")
    provider.claims |= {"email": "bo@example.com", "email_verified": True}
    answer = _through(server, app, provider)
    assert "Secure" in answer.headers["set-cookie"]
    assert "HttpOnly; SameSite=Strict" in answer.headers["set-cookie"]
    cookie = answer.headers["set-cookie"].partition(";")[0]
    csrf = server.raw("GET", "/dashboard/session", {"cookie": cookie}).json()["csrf"]
    headers = {"cookie": cookie, "x-gavel-csrf": csrf}
    (session,) = server.raw("GET", "/api/v1/sessions", headers).json()["sessions"]
    assert (session["member_id"], session["how"]) == (id, "openid")
    entries = server.call(app, "GET", "/api/v1/log", query={"kind": "member"}).json()["entries"]
    assert entries[0]["type"] == "signed_in" and entries[0]["by"] == "Bo"
    assert SECRET not in str(server.documents())


@pytest.mark.parametrize(
    "claims",
    [
        {"email": "cy@example.com"},
        {"email": "cy@example.com", "email_verified": False},
        {"email": "other@example.com", "email_verified": True},
        {"email_verified": True},
        {},
    ],
    ids=["not verified", "not yet", "another", "none", "nothing"],
)
def test_who_is_no_member_is_not_let_in(
    server: Server, app: App, provider: Provider, claims: dict[str, Any]
) -> None:
    new_member(server, app, "Cy", email="cy@example.com")
    new_member(server, app, "Without an address")
    provider.claims |= claims
    _assert_nobody(_through(server, app, provider), "unknown")


def test_a_claim_may_say_the_role(server: Server, app: App, provider: Provider) -> None:
    roles = {"mods": "moderator", "trust-leads": "lead"}
    _configure(server, app, provider, role_claim="groups", roles=roles)
    address = {"email": "di@example.com", "email_verified": True}
    provider.claims |= {**address, "groups": ["staff", "mods", "trust-leads"]}
    member = _who(server, _through(server, app, provider))
    assert (member["name"], member["role"]) == ("di@example.com", "lead")
    provider.claims |= {"groups": "mods"}
    assert _who(server, _through(server, app, provider))["role"] == "moderator"
    for groups in ([], ["staff"], None, {"mods": True}):
        provider.claims |= {"groups": groups}
        _assert_nobody(_through(server, app, provider), "unknown")
    # Nobody is made of an address that the provider does not vouch for.
    provider.claims = {"sub": "ed", "email": "ed@example.com", "groups": ["mods"]}
    _assert_nobody(_through(server, app, provider), "unknown")


@pytest.mark.parametrize(
    "change",
    [
        {"aud": "another-client"},
        {"aud": [CLIENT, "another-client"]},
        {"aud": CLIENT, "azp": "another-client"},
        {"aud": None},
        {"iss": "https://another.example"},
        {"nonce": "of another sign-in"},
        {"nonce": None},
        {"exp": 1_700_000_000},
        {"exp": None},
        {"iat": None},
        {"iat": 4_000_000_000},
        {"nbf": 4_000_000_000},
        {"sub": None},
        {"sub": ""},
    ],
    ids=str,
)
def test_a_token_that_is_not_for_this_sign_in_lets_nobody_in(
    server: Server, app: App, provider: Provider, change: dict[str, Any]
) -> None:
    new_member(server, app, "Flo", email="flo@example.com")
    provider.claims |= {"email": "flo@example.com", "email_verified": True}
    provider.change = change
    _assert_nobody(_through(server, app, provider))
    provider.change = {}
    assert _who(server, _through(server, app, provider))["name"] == "Flo"


@pytest.mark.parametrize("algorithm", ["none", "HS256", "RS384"])
def test_only_the_provider_s_own_key_counts(
    server: Server, app: App, provider: Provider, algorithm: str
) -> None:
    new_member(server, app, "Gil", email="gil@example.com")
    provider.claims |= {"email": "gil@example.com", "email_verified": True}
    provider.algorithm = algorithm
    _assert_nobody(_through(server, app, provider))
    provider.algorithm, provider.signer = "RS256", new_key()
    _assert_nobody(_through(server, app, provider))
    provider.kid = None
    _assert_nobody(_through(server, app, provider))


def test_keys_that_change_are_found(server: Server, app: App, provider: Provider) -> None:
    new_member(server, app, "Hal", email="hal@example.com")
    provider.claims |= {"email": "hal@example.com", "email_verified": True}
    assert _who(server, _through(server, app, provider))
    provider.signer = new_key()
    provider.keys, provider.kid = {"second": provider.signer}, "second"
    assert _who(server, _through(server, app, provider))


def test_another_browser_cannot_go_on(server: Server, app: App, provider: Provider) -> None:
    new_member(server, app, "Ida", email="ida@example.com")
    provider.claims |= {"email": "ida@example.com", "email_verified": True}
    place, cookie = _begun(server, app)
    _, other = _begun(server, app)
    back = provider.authorized(place)
    for shown in ("", other, "gavel_sign_in=a.b.c.d", "gavel_sign_in=.corp.1.x"):
        _assert_nobody(_back(server, back, shown))
    assert provider.tokens == []
    _assert_nobody(_back(server, back.replace("state=", "state=x"), cookie))
    assert provider.tokens == []
    assert _who(server, _back(server, back, cookie))["name"] == "Ida"
    # A code is good once.
    _assert_nobody(_back(server, back, cookie))


def test_it_takes_ten_minutes_at_the_most(
    server: Server, app: App, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, cookie = _begun(server, app)
    assert "Max-Age=600; HttpOnly; SameSite=Lax; Secure" in cookie
    back = provider.authorized(place)
    later = time.time_ns() + 601 * 10**9
    monkeypatch.setattr(time, "time_ns", lambda: later)
    _assert_nobody(_back(server, back, cookie))


def test_who_is_not_let_in_there_comes_back(server: Server, app: App) -> None:
    place, cookie = _begun(server, app)
    del place
    back = f"{_ROOT}{_PATH}/callback?error=access_denied&error_description=no"
    _assert_nobody(_back(server, back, cookie))


@pytest.mark.parametrize(
    "describes",
    [
        {"issuer": "https://another.example"},
        {"authorization_endpoint": None},
        {"token_endpoint": "ftp://127.0.0.1/token"},
    ],
    ids=["another issuer", "no place to sign in", "no HTTP"],
)
def test_a_description_that_is_wrong(
    server: Server, app: App, provider: Provider, describes: dict[str, Any]
) -> None:
    provider.describes = describes
    _assert_nobody(server.raw("GET", f"{_PATH}?app={app.name}", _HOST))


def test_a_provider_that_is_not_there(server: Server, app: App) -> None:
    body = {"label": "x", "issuer": "http://127.0.0.1:9", "client_id": CLIENT}
    assert server.call(app, "PUT", "/api/v1/sign_in_providers/corp", body).status == 201
    _assert_nobody(server.raw("GET", f"{_PATH}?app={app.name}", _HOST))
    _assert_nobody(server.raw("GET", f"{_PATH}x?app={app.name}", _HOST))


def test_the_egress_guard_is_asked_at_each_call(
    server: Server, app: App, provider: Provider
) -> None:
    """What a description names is no more allowed than what an admin does."""
    new_member(server, app, "Kim", email="kim@example.com")
    provider.claims |= {"email": "kim@example.com", "email_verified": True}
    elsewhere = provider.issuer.replace("127.0.0.1", "127.0.0.2")
    provider.describes = {"token_endpoint": f"{elsewhere}/token"}
    _assert_nobody(_through(server, app, provider))
    assert provider.tokens == []


def test_a_provider_is_shown_without_its_secret(server: Server, app: App) -> None:
    shown = server.call(app, "GET", "/api/v1/sign_in_providers/corp")
    assert SECRET not in shown.text and "client_secret" not in shown.text
    assert shown.json()["sign_in_provider"]["has_secret"] is True
    assert shown.json()["sign_in_provider"]["redirect"] == f"{_PATH}/callback"
    listed = server.call(app, "GET", "/api/v1/sign_in_providers").json()["sign_in_providers"]
    assert listed == [shown.json()["sign_in_provider"]]
    assert server.call(app, "DELETE", "/api/v1/sign_in_providers/corp").status == 200
    assert server.call(app, "GET", "/api/v1/sign_in_providers/corp").status == 404


@pytest.mark.parametrize(
    ("field", "fields"),
    [
        ("issuer", {"issuer": "http://corp.example"}),
        ("issuer", {"issuer": "https://corp.example/?tenant=1"}),
        ("issuer", {"issuer": "https://10.0.0.1"}),
        ("scopes", {"scopes": ["email"]}),
        ("roles", {"role_claim": "groups"}),
        ("role_claim", {"roles": {"mods": "moderator"}}),
        ("roles.mods", {"role_claim": "groups", "roles": {"mods": "king"}}),
    ],
    ids=str,
)
def test_what_is_refused(server: Server, app: App, field: str, fields: dict[str, Any]) -> None:
    body = {"label": "x", "issuer": "https://corp.example", "client_id": CLIENT, **fields}
    refused = server.call(app, "PUT", "/api/v1/sign_in_providers/other", body)
    assert (refused.status, set(refused.json()["exception_fields"])) == (400, {field})


def test_a_secret_stays_with_its_issuer(server: Server, app: App, provider: Provider) -> None:
    body = {"label": "Renamed", "issuer": provider.issuer, "client_id": CLIENT}

    def put(issuer: str) -> bool:
        path = "/api/v1/sign_in_providers/corp"
        answer = server.call(app, "PUT", path, {**body, "issuer": issuer})
        kept: bool = answer.json()["sign_in_provider"]["has_secret"]
        return kept

    assert put(provider.issuer)
    new_member(server, app, "Jo", email="jo@example.com")
    provider.claims |= {"email": "jo@example.com", "email_verified": True}
    assert _who(server, _through(server, app, provider))["name"] == "Jo"
    assert not put("https://corp.example")
