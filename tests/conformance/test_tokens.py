"""Both kinds of tokens, and what is wrong with others (contract section 2)."""

from __future__ import annotations

import base64
import json
import time
from typing import Any

import pytest
import requests
from getstream import Stream
from stream_chat import StreamChat
from stream_chat.base.exceptions import StreamAPIException

from tests.running import Running

from .helpers import Raw, refused, unique

LISTS = "/api/v2/blocklists"


def code_of(answer: requests.Response) -> tuple[int, int]:
    body = answer.json()
    assert body["StatusCode"] == answer.status_code
    return answer.status_code, body["code"]


@pytest.mark.parametrize("claims", [{}, {"server": True}, {"iat": 1, "server": True}])
def test_a_servers_token_names_no_user(raw: Raw, claims: dict[str, Any]) -> None:
    assert raw.send("GET", LISTS, token=raw.token(claims)).status_code == 200


@pytest.mark.parametrize("scheme", ["Bearer ", "bearer "])
def test_the_guides_scheme_is_taken_too(raw: Raw, scheme: str) -> None:
    assert raw.send("GET", LISTS, token=scheme + raw.token()).status_code == 200


def test_a_bad_signature(raw: Raw) -> None:
    token = raw.token(secret="another secret that is long enough")
    assert code_of(raw.send("GET", LISTS, token=token)) == (401, 43)


def test_an_expired_token(raw: Raw) -> None:
    token = raw.token({"user_id": "ada", "exp": int(time.time()) - 60})
    assert code_of(raw.send("POST", "/api/v2/moderation/flag", {}, token=token)) == (401, 40)


def test_a_token_expires_while_it_is_remembered(raw: Raw) -> None:
    # Ten seconds of skew are allowed.
    token = raw.token({"exp": time.time() - 7.5})
    assert raw.send("GET", LISTS, token=token).status_code == 200
    time.sleep(2.6)
    assert code_of(raw.send("GET", LISTS, token=token)) == (401, 40)


@pytest.mark.parametrize(("claim", "code"), [("nbf", 41), ("iat", 42)])
def test_a_token_of_the_future(raw: Raw, claim: str, code: int) -> None:
    token = raw.token({"user_id": "ada", claim: int(time.time()) + 600})
    assert code_of(raw.send("GET", LISTS, token=token)) == (401, code)


def test_an_unknown_key(raw: Raw) -> None:
    for key in ("nobody", ""):
        assert code_of(raw.send("GET", LISTS, query={"api_key": key})) == (401, 2)


@pytest.mark.parametrize("token", ["", "Bearer ", "x.y.z", "devtoken", "token abc"])
def test_a_missing_or_malformed_token(raw: Raw, token: str) -> None:
    assert code_of(raw.send("GET", LISTS, token=token)) == (401, 5)


def test_an_unsigned_token(raw: Raw) -> None:
    def part(value: dict[str, Any]) -> str:
        return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")

    claims = part({"server": True})
    for header, signature in (({"alg": "none"}, ""), ({"alg": "HS256"}, "devtoken")):
        token = f"{part(header)}.{claims}.{signature}"
        status, code = code_of(raw.send("GET", LISTS, token=token))
        assert status == 401
        assert code in (5, 43)


def test_a_user_without_a_name(raw: Raw) -> None:
    for user in ("", None, 5):
        assert code_of(raw.send("GET", LISTS, token=raw.token({"user_id": user}))) == (401, 5)


def test_getstream_tells_what_is_wrong(server: Running) -> None:
    for credentials, code in (
        ({"api_key": server.api_key, "api_secret": "s" * 40}, 43),
        ({"api_key": "nobody", "api_secret": server.secret}, 2),
    ):
        other = Stream(base_url=server.base_url, **credentials)
        with refused(401, code):
            other.list_block_lists()
        other.close()


def test_getstream_tells_that_a_users_token_has_expired(server: Running, client: Stream) -> None:
    token = client.create_token("ada", expiration=-60)
    other = Stream(api_key=server.api_key, token=token, base_url=server.base_url)
    with refused(401, 40):
        other.moderation.flag(entity_type="post", entity_id=unique())
    other.moderation.close()
    other.close()


def test_stream_chat_tells_what_is_wrong(server: Running) -> None:
    other = StreamChat(server.api_key, "s" * 40, base_url=server.base_url)
    with pytest.raises(StreamAPIException) as caught:
        other.list_blocklists()
    assert (caught.value.status_code, caught.value.error_code) == (401, 43)
    other.session.close()


def test_what_is_wrong_is_told_before_the_body_is_looked_at(raw: Raw) -> None:
    answer = raw.send("POST", "/api/v2/moderation/check", {"no": "body"}, token="")
    assert code_of(answer) == (401, 5)


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/api/v2/moderation/nothing", 404, 16),
        ("GET", "/api/v2/moderation/check", 405, 4),
        ("DELETE", "/nothing", 404, 16),
    ],
)
def test_other_paths_and_methods_have_the_same_error_body(
    raw: Raw, method: str, path: str, status: int, code: int
) -> None:
    assert code_of(raw.send(method, path)) == (status, code)


def test_bodies_that_cannot_be_read_have_the_same_error_body(raw: Raw) -> None:
    for body, status, code in (
        (b"{", 400, 4),
        (b"[]", 400, 4),
        (b"null", 400, 4),
        (b'{"a":' * 200 + b"1" + b"}" * 200, 400, 4),
        (b'"' + b"x" * 1_100_000 + b'"', 413, 22),
    ):
        answer = requests.post(
            f"{raw.url}/api/v2/moderation/check",
            params={"api_key": raw.api_key},
            headers={"authorization": raw.token(), "content-type": "application/json"},
            data=body,
            timeout=30,
        )
        assert code_of(answer) == (status, code)
