"""Who calls: both kinds of JWT, Hive's token, and what is remembered of them."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import hmac
import json
import time
from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import Any, cast
from urllib.parse import urlencode

import jwt
import pytest
from starlette.requests import Request

from common.configuration.context import Context
from common.domain.apps import new_app
from common.domain.settings import settings_key
from common.domain.times import SECOND
from common.domain.user import user_key
from common.http import auth
from common.http.auth import Access, Authenticator, Caller
from common.http.dialects.hive import HIVE
from common.http.dialects.stream import STREAM
from common.http.errors import HTTPError
from common.settings import Settings
from common.store.store import Data, Document, Key, Put

SECRET = "a-secret-of-more-than-thirty-two-bytes"


class _Store:
    def __init__(self) -> None:
        self.documents: dict[Key, Data] = {}
        self.reads = 0

    async def get(self, keys: Sequence[Key]) -> list[Document | None]:
        self.reads += 1
        found = [(key, self.documents.get(key)) for key in keys]
        return [None if data is None else Document(key, data, 1) for key, data in found]


class _World:
    def __init__(self, **settings: str) -> None:
        self.store = _Store()
        self.add("shop", "key", SECRET, "hive-token", "score-key-of-shop")
        context = Context(
            Settings(**cast(Any, settings)), cast(Any, self.store), *[cast(Any, 0)] * 2
        )
        self.context = context
        self.authenticator = context.one(Authenticator)

    def add(self, app: str, key: str, secret: str, token: str, score_key: str) -> None:
        for write in new_app(app, key, secret, token, score_key, 0):
            assert isinstance(write, Put)
            self.store.documents[write.key] = write.data

    def caller(
        self, authorization: str, api_key: str | None = "key", *, hive: bool = False
    ) -> Caller:
        dialect = HIVE if hive else STREAM
        request = _request(authorization, {} if api_key is None else {"api_key": api_key})
        return asyncio.run(dialect.caller(request, self.context))

    def scorer(self, key: str) -> Caller:
        return asyncio.run(self.authenticator.by_score_key(key))

    def refusal(self, *arguments: Any, hive: bool = False) -> tuple[int, int]:
        with pytest.raises(HTTPError) as raised:
            self.caller(*arguments, hive=hive)
        assert SECRET not in str(raised.value)
        return raised.value.status, raised.value.code

    def authorize(self, caller: Caller, access: Access) -> int | None:
        try:
            asyncio.run(self.authenticator.authorize(caller, access, "server"))
        except HTTPError as error:
            assert error.status == 403
            return error.code
        return None


def _request(authorization: str, query: dict[str, str]) -> Request:
    return Request(
        {
            "type": "http",
            "query_string": urlencode(query).encode(),
            "headers": [(b"authorization", authorization.encode("latin-1"))],
        }
    )


@pytest.fixture
def world() -> _World:
    return _World()


def _signed(claims: dict[str, Any], secret: str = SECRET) -> str:
    return jwt.encode(claims, secret, "HS256")


def _signed_by_hand(claims: str) -> str:
    """What no library would sign."""
    signed = b".".join(_part(each) for each in (b'{"alg":"HS256","typ":"JWT"}', claims.encode()))
    return b".".join([signed, _part(hmac.digest(SECRET.encode(), signed, sha256))]).decode()


def _part(data: bytes) -> bytes:
    return base64.urlsafe_b64encode(data).rstrip(b"=")


@pytest.mark.parametrize("claims", [{}, {"server": True}, {"server": False, "iat": 1}])
def test_a_server_token_is_any_without_a_user(world: _World, claims: dict[str, Any]) -> None:
    assert world.caller(_signed(claims)) == Caller("shop")


@pytest.mark.parametrize("prefix", ["", "Bearer ", "bearer  ", " ", "JWT "])
def test_a_jwt_stands_alone_or_after_a_word(world: _World, prefix: str) -> None:
    assert world.caller(prefix + _signed({})) == Caller("shop")


def test_a_users_token_names_the_user_and_perhaps_a_role(world: _World) -> None:
    assert world.caller(_signed({"user_id": "u"})) == Caller("shop", "u")
    assert world.caller(_signed({"user_id": "u", "role": "admin"})) == Caller("shop", "u", "admin")
    assert world.caller(_signed({"user_id": "u", "role": ["admin"]})) == Caller("shop", "u")


@pytest.mark.parametrize("word", ["token", "Token", "TOKEN"])
def test_a_hive_token_stands_after_its_word(world: _World, word: str) -> None:
    assert world.caller(f"{word} hive-token", None, hive=True) == Caller("shop")


def test_a_hive_token_opens_nothing_of_streams(world: _World) -> None:
    assert world.refusal("token hive-token") == (401, 5)


def test_a_jwt_opens_hives_too(world: _World) -> None:
    assert world.caller(_signed({}), hive=True) == Caller("shop")


@pytest.mark.parametrize("header", ["token nonsense", "token hive-toke", "token key"])
def test_an_unknown_hive_token(world: _World, header: str) -> None:
    assert world.refusal(header, None, hive=True) == (403, 5)


@pytest.mark.parametrize("header", ["", "token", "token ", "Bearer "])
def test_no_hive_token_and_no_key(world: _World, header: str) -> None:
    assert world.refusal(header, None, hive=True) == (403, 2)


@pytest.mark.parametrize("key", [None, "", "KEY", "token:x", "key ", "\0", "k" * 5000])
def test_an_unknown_key(world: _World, key: str | None) -> None:
    assert world.refusal(_signed({}), key) == (401, 2)


@pytest.mark.parametrize(
    ("claims", "code"),
    [
        ({"user_id": ""}, 5),
        ({"user_id": 5}, 5),
        ({"user_id": None}, 5),
        ({"exp": "tomorrow"}, 5),
    ],
)
def test_claims_that_do_not_hold(world: _World, claims: dict[str, Any], code: int) -> None:
    assert world.refusal(_signed(claims)) == (401, code)


@pytest.mark.parametrize(
    ("claim", "seconds", "code"), [("exp", -60, 40), ("nbf", 60, 41), ("iat", 60, 42)]
)
def test_times_that_do_not_hold(world: _World, claim: str, seconds: int, code: int) -> None:
    assert world.refusal(_signed({claim: int(time.time()) + seconds})) == (401, code)


def test_clocks_may_differ_by_seconds(world: _World) -> None:
    for claim, seconds in (("exp", -3), ("nbf", 5), ("iat", 5)):
        assert world.caller(_signed({claim: int(time.time()) + seconds})) == Caller("shop")


def test_a_wrong_signature(world: _World) -> None:
    other = _signed({}, "another-secret-of-more-than-32-bytes")
    head, claims, signature = _signed({}).split(".")
    for token in (other, f"{head}.{claims}.{signature[::-1]}", f"{head}.{claims}."):
        assert world.refusal(token) == (401, 43)


@pytest.mark.parametrize(
    "token",
    [
        "",
        "x",
        "a.b",
        "a.b.c",
        "..",
        ". . .",
        "é.é.é",
        "devtoken",
        _part(b'{"alg":"none"}').decode() + ".e30.",
        _part(b'{"alg":"HS512"}').decode() + ".e30.x",
        _part(b'{"alg":' + b"[" * 20_000).decode() + ".e30.x",
        _part(b'{"alg":"HS256"}').decode() + ".e30.devtoken"[:8],
        "e30." * 3_000,
        _signed_by_hand("[]"),
        _signed_by_hand("null"),
        _signed_by_hand("{"),
        _signed_by_hand('{"exp":1e400}'),
        _signed_by_hand('{"exp":null}'),
        _signed_by_hand('{"exp":[1]}'),
        _signed_by_hand('{"iat":null}'),
        _signed_by_hand('{"nbf":{}}'),
        _signed_by_hand('{"exp":-1e400}'),
        _signed_by_hand("[" * 20_000),
    ],
)
def test_what_is_no_token(world: _World, token: str) -> None:
    assert world.refusal(token) == (401, 5)


def test_asymmetric_and_unsigned_tokens_are_refused(world: _World) -> None:
    assert world.refusal(jwt.encode({}, cast(Any, None), "none")) == (401, 5)
    assert world.refusal(jwt.encode({}, SECRET * 2, "HS512")) == (401, 5)


def test_a_hive_credential_signs_nothing(world: _World) -> None:
    digest = sha256(b"hive-token").hexdigest()
    assert world.refusal(_signed({}, "hive-token" * 4), f"token:{digest}") == (401, 2)


def test_a_score_key_names_its_app(world: _World) -> None:
    assert world.scorer("score-key-of-shop") == Caller("shop")


@pytest.mark.parametrize(
    "key", ["", "score-key-of-sho", "hive-token", "key", SECRET, _signed({}), "é\udc80", "k" * 9000]
)
def test_nothing_else_is_a_score_key(world: _World, key: str) -> None:
    with pytest.raises(HTTPError) as raised:
        world.scorer(key)
    assert (raised.value.status, raised.value.code) == (403, 5)
    assert len(raised.value.message) < 50


@pytest.mark.parametrize("key", ["score-key-of-shop", "env-score-key-of-sixteen"])
def test_a_score_key_is_no_other_credential(key: str) -> None:
    world = _World(score_key="env-score-key-of-sixteen")
    digest = sha256(key.encode()).hexdigest()
    assert world.refusal(f"token {key}", None, hive=True) == (403, 5)
    assert world.refusal(key) == (401, 5)
    assert world.refusal(f"Bearer {key}") == (401, 5)
    for shown in (key, f"score:{digest}", digest):
        assert world.refusal(_signed({}, key * 3), shown) == (401, 2)
        assert world.refusal(_signed({}), shown) == (401, 2)
        assert world.refusal(f"token {shown}", None, hive=True) == (403, 5)


def test_a_deleted_score_key_opens_for_a_minute_at_most(
    world: _World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.scorer("score-key-of-shop")
    world.store.documents.clear()
    assert world.scorer("score-key-of-shop") == Caller("shop")
    later = time.time() + 61
    monkeypatch.setattr(time, "time", lambda: later)
    with pytest.raises(HTTPError):
        world.scorer("score-key-of-shop")


def test_the_environments_app_needs_no_store() -> None:
    world = _World(
        api_key="env-key",
        api_secret=SECRET,
        api_token="env-token-of-sixteen",
        score_key="env-score-key-of-sixteen",
    )
    assert world.scorer("env-score-key-of-sixteen") == Caller("default")
    assert world.caller(_signed({}), "env-key") == Caller("default")
    assert world.caller("token env-token-of-sixteen", None, hive=True) == Caller("default")
    assert world.store.reads == 0


@pytest.mark.parametrize("given", [{"api_key": "env-key"}, {"api_secret": SECRET}])
def test_half_a_credential_opens_nothing(given: dict[str, str]) -> None:
    world = _World(**given)
    assert world.refusal(_signed({}), "env-key") == (401, 2)
    assert world.refusal("token ", None, hive=True) == (403, 2)


def test_secrets_are_compared_in_constant_time(monkeypatch: pytest.MonkeyPatch) -> None:
    world = _World(api_token="env-token-of-sixteen")
    compared: list[tuple[Any, Any]] = []
    original = hmac.compare_digest

    def spy(a: Any, b: Any) -> bool:
        compared.append((a, b))
        return original(a, b)

    monkeypatch.setattr(hmac, "compare_digest", spy)
    world.refusal("token env-tokeN", None, hive=True)
    # Digests, so that not even the length is told.
    assert [len(each) for each in compared[0]] == [32, 32]
    world.refusal(_signed({}, "another-secret-of-more-than-32-bytes"))
    assert len(compared) == 2


@pytest.fixture
def verifications(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    seen: list[str] = []
    original: Callable[[str, str], dict[str, Any]] = auth._verified

    def counting(token: str, secret: str) -> dict[str, Any]:
        seen.append(token)
        return original(token, secret)

    monkeypatch.setattr(auth, "_verified", counting)
    return seen


def test_a_verified_token_is_remembered_for_a_minute(
    world: _World, verifications: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    token = _signed({"user_id": "u"})
    for _ in range(3):
        world.caller(token)
    assert len(verifications) == 1
    later = time.time() + 61
    monkeypatch.setattr(time, "time", lambda: later)
    world.caller(token)
    assert len(verifications) == 2


def test_a_token_is_not_remembered_beyond_its_end(
    world: _World, verifications: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    token = _signed({"exp": int(time.time()) + 20})
    world.caller(token)
    later = time.time() + 21
    monkeypatch.setattr(time, "time", lambda: later)
    world.caller(token)
    assert len(verifications) == 2


def test_what_failed_is_not_remembered(world: _World, verifications: list[str]) -> None:
    for _ in range(2):
        world.refusal("nonsense")
    assert len(verifications) == 2


def test_one_apps_memory_is_not_anothers(world: _World) -> None:
    world.add("other", "other-key", "another-secret-of-more-than-32-bytes", "t", "s")
    token = _signed({})
    assert world.caller(token) == Caller("shop")
    assert world.refusal(token, "other-key") == (401, 43)


def test_a_replaced_secret_opens_for_a_minute_at_most(
    world: _World, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = _signed({})
    world.caller(token)
    world.caller("token hive-token", None, hive=True)
    world.store.documents.clear()
    later = time.time() + 61
    monkeypatch.setattr(time, "time", lambda: later)
    assert world.refusal(token) == (401, 2)
    assert world.refusal("token hive-token", None, hive=True) == (403, 5)


def test_the_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(auth, "_MEMORY", 3)
    world = _World()
    for number in range(9):
        world.caller(_signed({"user_id": str(number)}))
    assert len(world.authenticator._verified) <= 3


@pytest.mark.parametrize("access", ["server", "moderator", "user"])
def test_a_server_may_do_everything(world: _World, access: Access) -> None:
    assert world.authorize(Caller("shop"), access) is None


@pytest.mark.parametrize(
    ("role", "access", "code"),
    [
        (None, "user", None),
        (None, "moderator", 17),
        ("user", "moderator", 17),
        ("Admin", "moderator", 17),
        ("admin", "moderator", None),
        ("moderator", "moderator", None),
        ("admin", "server", 17),
    ],
)
def test_a_user_may_do_what_the_role_allows(
    world: _World, role: str | None, access: Access, code: int | None
) -> None:
    assert world.authorize(Caller("shop", "u", role), access) == code


def test_a_stored_role_counts_in_its_own_app(world: _World) -> None:
    world.store.documents[Key("shop", "user", "u")] = {"role": "moderator"}
    assert world.authorize(Caller("shop", "u"), "moderator") is None
    assert world.authorize(Caller("other", "u"), "moderator") == 17


@pytest.mark.parametrize(
    ("claims", "is_revoked"),
    [
        ({}, True),
        ({"iat": 99}, True),
        ({"iat": 99.9}, True),
        ({"iat": 100}, False),
        ({"iat": 100.5}, False),
        ({"iat": "99"}, True),
        ({"iat": "100"}, False),
        ({"iat": True}, True),
        ({"iat": -(10**30)}, True),
        ({"iat": -(10**400)}, True),
        ({"iat": f"-{10**400}"}, True),
    ],
)
@pytest.mark.parametrize("of", ["app", "user"])
def test_what_was_issued_before_is_worth_nothing(
    world: _World, of: str, claims: dict[str, Any], is_revoked: bool
) -> None:
    caller = world.caller(_signed_by_hand(json.dumps({"user_id": "u", **claims})))
    key: Key[Any] = settings_key("shop") if of == "app" else user_key("shop", "u")
    world.store.documents[key] = {"revoke_tokens_issued_before": 100 * SECOND}
    with contextlib.ExitStack() as stack:
        if is_revoked:
            raised = stack.enter_context(pytest.raises(HTTPError))
        asyncio.run(world.authenticator.authorize(caller, "user", "server"))
    assert not is_revoked or (raised.value.status, raised.value.code) == (401, 40)
    assert world.authorize(world.caller(_signed(claims)), "server") is None


@pytest.mark.parametrize(
    ("stored", "code"),
    [
        ({"role": "admin"}, None),
        ({}, None),
        ({"role": "user"}, 17),
        ({"role": "moderator", "deleted_at": 1}, 17),
        ({"role": "moderator", "banned": True}, 17),
        ({"role": "moderator", "banned": True, "ban_expires": 1}, None),
        ({"role": "moderator", "shadow_banned": True}, 17),
        ({"role": "moderator", "shadow_banned": True, "shadow_ban_expires": 1}, None),
    ],
)
def test_who_is_gone_or_demoted_moderates_no_more(
    world: _World, stored: dict[str, Any], code: int | None
) -> None:
    world.store.documents[Key("shop", "user", "u")] = stored
    assert world.authorize(Caller("shop", "u", "moderator"), "moderator") == code
