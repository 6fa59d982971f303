"""Signing in to the dashboard, and the session that comes of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

import orjson
import pytest

from common.domain.session import MOST_SESSIONS
from common.moderation.members import passwords
from tests.functional.inprocess import Answer, App, Server, in_process
from tests.functional.staff import (
    JSON,
    PASSWORD,
    Browser,
    browser_of,
    cookie_of,
    new_link,
    new_member,
    own_app,
    sign_in,
    signed_in,
)

_SESSION = "/dashboard/session"
_HOUR, _DAY = 3_600, 86_400
Later = Callable[[float], None]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with in_process(tmp_path_factory.mktemp("sign_in") / "data") as server:
        yield server


_numbers = iter(range(1_000))


@pytest.fixture
def app(server: Server) -> App:
    return own_app(server, f"app-{next(_numbers)}")


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Later:
    """Sets the clock ahead, by seconds from when the test began."""
    began = time.time_ns()

    def set_ahead(seconds: float) -> None:
        monkeypatch.setattr(time, "time_ns", lambda: began + int(seconds * 10**9))

    return set_ahead


def _with_password(server: Server, app: App, name: str, role: str = "moderator") -> Browser:
    browser = signed_in(server, app, name, role)
    set_to = browser.call("PUT", f"{_SESSION}/password", {"password": PASSWORD})
    assert set_to.status == 200, set_to.text
    return browser


def _by_password(server: Server, app: App, name: str, password: str, **headers: str) -> Answer:
    return sign_in(server, {"app": app.name, "name": name, "password": password}, **headers)


def _is_signed_in(server: Server, cookie: str) -> bool:
    return server.raw("GET", _SESSION, {"cookie": cookie}).status == 200


def _assert_refused(answer: Answer, status: int = 401) -> None:
    assert answer.status == status, answer.text
    assert "set-cookie" not in answer.headers
    assert "gavel_session" not in answer.text


def test_a_link_signs_in_once(server: Server, app: App) -> None:
    link = new_link(server, app, new_member(server, app, "Ann", "senior", actions=["ban"]))
    answer = sign_in(server, {"link": link})
    assert answer.status == 201
    told = answer.json()
    assert told["app"] == {"name": app.name}
    assert (told["member"]["name"], told["member"]["role"]) == ("Ann", "senior")
    assert told["member"]["actions"] == ["ban"] and told["member"]["queues"] is None
    assert told["member"]["rights"] == ["self", "read", "decide", "oversee"]
    assert told["member"]["must_set_password"] is True
    again = server.raw("GET", _SESSION, {"cookie": cookie_of(answer)})
    answered = again.json()
    assert answered.pop("server_time") >= told.pop("server_time")
    assert (again.status, answered) == (200, told)
    _assert_refused(sign_in(server, {"link": link}))


def test_of_many_who_show_a_link_at_once_one_is_let_in(server: Server, app: App) -> None:
    import asyncio

    link = new_link(server, app, new_member(server, app, "Race"))

    async def all_at_once() -> list[Answer]:
        body = orjson.dumps({"link": link})
        headers = [*JSON.items(), ("content-length", str(len(body)))]
        return await asyncio.gather(
            *(server._answer("POST", _SESSION, headers, body) for _ in range(5))
        )

    assert sorted(each.status for each in server.run(all_at_once())) == [201, 401, 401, 401, 401]


def test_a_link_lasts_a_day_and_the_last_one_counts(server: Server, app: App, later: Later) -> None:
    id = new_member(server, app, "Lin")
    first, second = new_link(server, app, id), new_link(server, app, id)
    _assert_refused(sign_in(server, {"link": first}))
    later(_DAY + 60)
    _assert_refused(sign_in(server, {"link": second}))
    later(_DAY - 60)
    assert sign_in(server, {"link": second}).status == 201


@pytest.mark.parametrize("link", ["x", "a.b", "a.b.c", "....", "default.x.y.z", "é.b.c"])
def test_what_is_no_link_is_refused(server: Server, link: str) -> None:
    _assert_refused(sign_in(server, {"link": link}))


def test_a_password_signs_in_however_the_name_is_written(server: Server, app: App) -> None:
    _with_password(server, app, "Pat Smith")
    for name in ("Pat Smith", "pat smith", "PAT SMITH"):
        answer = _by_password(server, app, name, PASSWORD)
        assert answer.json()["member"]["name"] == "Pat Smith"
        assert answer.json()["member"]["must_set_password"] is False
    for wrong in (PASSWORD.upper(), f"{PASSWORD} ", "x"):
        _assert_refused(_by_password(server, app, "Pat Smith", wrong))


def test_a_password_is_of_one_app(server: Server, app: App) -> None:
    _with_password(server, app, "Twin")
    other = own_app(server, f"{app.name}-other")
    _assert_refused(_by_password(server, other, "Twin", PASSWORD))
    _assert_refused(sign_in(server, {"name": "Twin", "password": PASSWORD}))
    _assert_refused(sign_in(server, {"app": "nosuch", "name": "Twin", "password": PASSWORD}))


def test_who_is_unknown_is_told_the_same_and_as_late(
    server: Server, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    _with_password(server, app, "Known")
    new_member(server, app, "Without a password")
    verified: list[str] = []
    verify = passwords._verified

    def counted(known: str, password: str) -> bool:
        verified.append(known.rpartition("$")[0].rpartition("$")[0])
        return verify(known, password)

    monkeypatch.setattr(passwords, "_verified", counted)
    told = set()
    for name in ("Known", "Unknown", "Without a password"):
        answer = _by_password(server, app, name, "a wrong password")
        _assert_refused(answer)
        told.add((answer.json()["message"], answer.json()["code"]))
    assert len(told) == 1
    # Each with as much work: the same function, passes and memory.
    assert len(verified) == 3 and len(set(verified)) == 1


def test_there_are_few_tries_of_a_name(server: Server, app: App, later: Later) -> None:
    _with_password(server, app, "Tried")
    later(0)
    start = time.time_ns() // 10**9 % 900
    for _ in range(10):
        _assert_refused(_by_password(server, app, "tried", "a wrong password"))
    locked = _by_password(server, app, "Tried", PASSWORD)
    _assert_refused(locked, 429)
    wait = int(locked.headers["retry-after"])
    assert abs(wait - (900 - start)) <= 2
    # A name that nobody has is no easier.
    for _ in range(10):
        _assert_refused(_by_password(server, app, "Untried", "a wrong password"))
    _assert_refused(_by_password(server, app, "Untried", "a wrong password"), 429)
    later(wait + 1)
    assert _by_password(server, app, "Tried", PASSWORD).status == 201
    for _ in range(9):
        _assert_refused(_by_password(server, app, "Tried", "a wrong password"))
    assert _by_password(server, app, "Tried", PASSWORD).status == 201
    _assert_refused(_by_password(server, app, "Tried", "a wrong password"))


def test_there_are_few_tries_from_an_address(
    server: Server, app: App, monkeypatch: pytest.MonkeyPatch, later: Later
) -> None:
    # On Google Cloud the load balancer adds whom it saw and itself, whatever was sent.
    monkeypatch.setenv("K_SERVICE", "dashboard")
    later(20 * _DAY)
    made_up = iter(range(1_000))

    def tried(name: str, password: str, address: str) -> int:
        seen = f"10.0.0.{next(made_up)}, {address}, 35.0.0.1"
        return _by_password(server, app, name, password, **{"x-forwarded-for": seen}).status

    _with_password(server, app, "Office")
    statuses = [tried(f"name {n}", "a wrong password", "198.51.100.7") for n in range(101)]
    assert statuses == [401] * 100 + [429]
    assert tried("Office", PASSWORD, "198.51.100.7") == 429
    # Whoever signs in does not count.
    assert [tried("Office", PASSWORD, "198.51.100.8") for _ in range(102)] == [201] * 102


def test_the_cookie_is_for_no_script_and_no_other_site(server: Server, app: App) -> None:
    id = new_member(server, app, "Coo")
    plain = sign_in(server, {"link": new_link(server, app, id)}).headers["set-cookie"]
    attributes = {"Path=/", "Max-Age=604800", "HttpOnly", "SameSite=Strict"}
    assert {part.strip() for part in plain.split(";")[1:]} == attributes
    headers = {"x-forwarded-proto": "https"}
    secure = sign_in(server, {"link": new_link(server, app, id)}, **headers).headers["set-cookie"]
    assert {part.strip() for part in secure.split(";")[1:]} == {*attributes, "Secure"}


def test_no_answer_about_a_session_is_for_caches_or_others(server: Server, app: App) -> None:
    browser = signed_in(server, app, "Cache")
    for answer in (browser.call("GET", _SESSION), sign_in(server, {"link": "x"})):
        assert answer.headers["cache-control"] == "no-store"
        assert "access-control-allow-origin" not in answer.headers


def test_what_a_browser_had_before_is_not_taken_over(server: Server, app: App) -> None:
    id = new_member(server, app, "Fix")
    victim = new_link(server, app, id)
    attacker = signed_in(server, app, "Attacker")
    for planted in (attacker.cookie, f"gavel_session={app.name}.{id}.planted"):
        answer = sign_in(server, {"link": victim}, cookie=planted)
        assert cookie_of(answer) != planted
        assert not _is_signed_in(server, f"gavel_session={app.name}.{id}.planted")
        victim = new_link(server, app, id)
    assert attacker.call("GET", _SESSION).json()["member"]["name"] == "Attacker"


def test_another_site_s_page_cannot_use_it(server: Server, app: App) -> None:
    browser = signed_in(server, app, "Csrf", "admin")
    other = signed_in(server, app, "Other", "admin")
    body = {"name": "Planted", "role": "admin"}
    before = server.documents()
    for shown in ("", "x", other.csrf, browser.csrf[:-1], browser.csrf.upper(), "é"):
        for method, path in (("POST", "/api/v1/members"), ("GET", "/api/v1/members")):
            answer = browser.call(
                method, path, body if method == "POST" else None, None, **{"x-gavel-csrf": shown}
            )
            assert (answer.status, answer.json()["code"]) == (403, 17), shown
            assert "x-gavel-csrf" in answer.json()["exception_fields"]
    headers = {**JSON, "cookie": browser.cookie}
    assert server.raw("POST", "/api/v1/members", headers, orjson.dumps(body)).status == 403
    assert server.raw("DELETE", _SESSION, headers).status == 403
    assert server.documents() == before
    assert browser.call("GET", "/api/v1/members").status == 200


def test_another_site_s_form_signs_nobody_in(server: Server, app: App) -> None:
    link = new_link(server, app, new_member(server, app, "Form"))
    body = orjson.dumps({"link": link})
    for headers in (
        {"content-type": "text/plain"},
        {"content-type": "application/x-www-form-urlencoded"},
        {},
    ):
        answer = server.raw("POST", _SESSION, headers, body)
        assert set(answer.json()["exception_fields"]) == {"content-type"}
        _assert_refused(answer, 400)
    for site in ("cross-site", "same-site"):
        _assert_refused(sign_in(server, {"link": link}, **{"sec-fetch-site": site}), 403)
    assert sign_in(server, {"link": link}, **{"sec-fetch-site": "same-origin"}).status == 201


def test_a_session_knows_its_app(server: Server, app: App) -> None:
    browser = signed_in(server, app, "Own")
    other = own_app(server, f"{app.name}-other")
    asked = {"api_key": other.credentials.key}
    for path in ("/api/v1/rules", "/api/v2/blocklists"):
        answer = browser.call("GET", path, query=asked)
        assert (answer.status, set(answer.json()["exception_fields"])) == (400, {"api_key"})
    moved = browser.cookie.replace(app.name, other.name, 1)
    assert not _is_signed_in(server, moved)
    # A token says who calls, whatever cookie goes with it.
    answer = server.raw("GET", "/api/v1/members", {"cookie": browser.cookie, **other.hive()})
    assert (answer.status, answer.json()["members"]) == (200, [])


def test_it_ends_when_it_is_not_used_and_after_a_week(
    server: Server, app: App, later: Later
) -> None:
    used, unused = signed_in(server, app, "Used"), signed_in(server, app, "Unused")
    for hours in range(11, 7 * 24, 11):
        later(hours * _HOUR)
        assert used.call("GET", "/api/v1/rules").status == 200
    later(12 * _HOUR - 60)
    assert unused.call("GET", "/api/v1/rules").status == 200
    later(24 * _HOUR)
    assert unused.call("GET", "/api/v1/rules").status == 401
    later(7 * _DAY + 60)
    assert used.call("GET", "/api/v1/rules").status == 401


def test_signing_out_ends_it(server: Server, app: App) -> None:
    browser = signed_in(server, app, "Out")
    answer = browser.call("DELETE", _SESSION)
    assert (answer.status, answer.body) == (204, b"")
    assert answer.headers["set-cookie"].startswith("gavel_session=; Path=/; Max-Age=0")
    assert browser.call("GET", "/api/v1/rules").status == 401
    assert browser.call("DELETE", _SESSION).status == 401


def test_admins_see_sessions_and_end_them(server: Server, app: App) -> None:
    admin, mo = signed_in(server, app, "Adm", "admin"), signed_in(server, app, "Mod")
    listed = admin.call("GET", "/api/v1/sessions", query={"member_id": mo.id}).json()["sessions"]
    (session,) = listed
    assert (session["how"], session["address"]) == ("link", "127.0.0.1")
    assert mo.cookie.rpartition(".")[2] not in str(listed)
    everybody = admin.call("GET", "/api/v1/sessions").json()["sessions"]
    assert [each["member_id"] for each in everybody] == [mo.id, admin.id]
    path = f"/api/v1/sessions/{session['id']}"
    other = own_app(server, f"{app.name}-other")
    assert server.call(other, "DELETE", path).status == 404
    assert admin.call("DELETE", path).status == 200
    assert mo.call("GET", "/api/v1/rules").status == 401
    assert admin.call("DELETE", path).status == 404


def test_a_new_password_ends_the_other_sessions(server: Server, app: App) -> None:
    one = _with_password(server, app, "Pass")
    two = browser_of(server, _by_password(server, app, "Pass", PASSWORD))
    path, new = f"{_SESSION}/password", "another long password"
    for body, field in (
        ({"password": new}, "old"),
        ({"password": new, "old": "wrong"}, "old"),
        ({"password": "short", "old": PASSWORD}, "password"),
        ({"password": "pass pass pass", "old": PASSWORD}, "password"),
        ({"password": "aaaaaaaaaaaaaaaa", "old": PASSWORD}, "password"),
        ({"password": "x" * 201, "old": PASSWORD}, "password"),
        ({"old": PASSWORD}, "password"),
    ):
        refused = two.call("PUT", path, body)
        assert (refused.status, set(refused.json()["exception_fields"])) == (400, {field})
        assert new not in refused.text
    assert one.call("GET", "/api/v1/rules").status == 200
    assert two.call("PUT", path, {"password": new, "old": PASSWORD}).status == 200
    assert two.call("GET", "/api/v1/rules").status == 200
    assert one.call("GET", "/api/v1/rules").status == 401
    _assert_refused(_by_password(server, app, "Pass", PASSWORD))
    assert _by_password(server, app, "Pass", new).status == 201


def test_a_link_sets_one_password(server: Server, app: App) -> None:
    browser = _with_password(server, app, "Once")
    again = browser.call("PUT", f"{_SESSION}/password", {"password": "another long password"})
    assert (again.status, set(again.json()["exception_fields"])) == (400, {"old"})


def test_a_member_has_so_many_sessions(server: Server, app: App) -> None:
    first = _with_password(server, app, "Many")
    browsers = [
        browser_of(server, _by_password(server, app, "Many", PASSWORD))
        for _ in range(MOST_SESSIONS)
    ]
    assert first.call("GET", "/api/v1/rules").status == 401
    assert browsers[0].call("GET", "/api/v1/rules").status == 200
    listed = server.call(app, "GET", "/api/v1/sessions").json()["sessions"]
    assert len(listed) == MOST_SESSIONS


def test_nothing_that_opens_is_stored_or_logged(
    server: Server, app: App, capsys: pytest.CaptureFixture[str]
) -> None:
    link = new_link(server, app, new_member(server, app, "Sec"))
    answer = sign_in(server, {"link": link})
    browser = browser_of(server, answer)
    browser.call("PUT", f"{_SESSION}/password", {"password": PASSWORD})
    _by_password(server, app, "Sec", PASSWORD)
    _by_password(server, app, "Sec", "a wrong password")
    secrets = [link.rpartition(".")[2], browser.cookie.rpartition(".")[2], PASSWORD, browser.csrf]
    logged, stored = capsys.readouterr(), str(server.documents())
    for secret in (*secrets, "a wrong password"):
        assert secret not in logged.out + logged.err
        assert secret not in stored
    assert "$argon2id$v=19$m=19456,t=2,p=1$" in stored


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "name"),
        ({"name": "x"}, "password"),
        ({"password": "x"}, "name"),
        ({"link": "x", "name": "x"}, "name"),
        ({"link": "x", "app": "default"}, "app"),
        ({"name": "x", "password": "x", "app": "Not an app"}, "app"),
        ({"name": "x", "password": "x" * 1_025}, "password"),
        ({"name": "x", "password": 5}, "password"),
        ({"name": "x", "password": "x", "remember": True}, "remember"),
    ],
    ids=str,
)
def test_a_wrong_body_is_refused(server: Server, body: dict[str, Any], field: str) -> None:
    answer = sign_in(server, body)
    assert set(answer.json()["exception_fields"]) == {field}
    _assert_refused(answer, 400)


def test_signing_in_is_in_the_log(server: Server, app: App) -> None:
    _with_password(server, app, "Logged")
    _by_password(server, app, "Logged", PASSWORD)
    entries = server.call(app, "GET", "/api/v1/log", query={"kind": "member"}).json()["entries"]
    told = [(each["type"], each["by"], each["custom"].get("how")) for each in entries]
    assert told == [
        ("signed_in", "Logged", "password"),
        ("password_set", "Logged", None),
        ("signed_in", "Logged", "link"),
        ("link_made", "", None),
        ("created", "", None),
    ]
