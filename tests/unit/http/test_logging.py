from __future__ import annotations

import json
import logging
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import jwt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.http.logging import open_logger, redacted

_SECRETS = st.text(
    alphabet="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",
    min_size=12,
    max_size=60,
)
_KEYS = st.sampled_from(
    [
        "secret",
        "api_secret",
        "API_SECRET",
        "token",
        "x-token",
        "Authorization",
        "auth_value",
        "password",
        "api_key",
        "GAVEL_API_TOKEN",
        "GAVEL_SCORE_KEY",
        "x-goog-api-key",
        "query_string",
    ]
)
_TEXTS = st.sampled_from(
    [
        "Bearer {}",
        "bearer  {}",
        "authorization: token {} was sent",
        "Token {}",
        "/x?api_key={}&limit=5",
        "https://h/?a=b&API_KEY={}",
        "POST /v1alpha1/comments:analyze?key={}",
        "GET /$discovery/rest?version=v1alpha1&KEY={}&alt=json HTTP/1.1",
        "/v1alpha1/comments:analyze?k%65y={}",
        "{{'query_string': b'key={}', 'headers': []}}",
        "{{'query_string': b'%6b%65%79={}', 'headers': []}}",
        "(b'x-goog-api-key', b'{}')",
        "x-goog-api-key: {}",
        "it begins with score_0123456789abcdefghij{}",
    ]
)


@pytest.fixture(autouse=True)
def _levels() -> Iterator[None]:
    yield
    open_logger("f", "info")


@given(_SECRETS, _KEYS, st.recursive(st.just("x"), lambda inner: st.lists(inner, max_size=2)))
def test_nothing_under_a_secrets_name_survives(secret: str, key: str, beside: Any) -> None:
    for value in (secret, [secret], {"a": secret}, ({"b": [secret]},)):
        entry = {"message": "m", "deep": [{"deeper": ({key: value, "other": beside},)}]}
        assert secret not in json.dumps(redacted(entry))


@given(_SECRETS, _TEXTS)
def test_no_secret_in_a_text_survives(secret: str, text: str) -> None:
    assert secret not in json.dumps(redacted({"error": [text.format(secret)]}))


@given(st.dictionaries(st.text(), st.text()), st.text(min_size=32))
def test_no_jwt_survives(claims: dict[str, str], around: str) -> None:
    token = jwt.encode(claims, "a-secret-of-more-than-thirty-two-bytes", "HS256")
    around = around.encode(errors="replace").decode()
    shown = json.dumps(redacted({"error": f"{around} {token} {around}"}))
    # The claims can be short enough to stand in any text.
    assert token not in shown
    assert token.rpartition(".")[2] not in shown


@given(st.recursive(st.none() | st.text() | st.integers() | st.floats() | st.binary(), st.lists))
def test_everything_makes_one_line_of_json(value: Any) -> None:
    written: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdout", _Sink(written))
        open_logger("f", "info").info("m", value=value)
    line, rest = "".join(written).split("\n")
    assert rest == ""
    assert json.loads(line)["severity"] == "INFO"


class _Sink:
    def __init__(self, written: list[str]) -> None:
        self._written = written

    def write(self, text: str) -> None:
        text.encode()
        self._written.append(text)

    def flush(self) -> None:
        pass


def test_what_is_no_secret_stays() -> None:
    entry = {"message": "the item was flagged", "status": 201, "milliseconds": 1.5, "ok": True}
    assert redacted(entry) == entry


def test_the_level_decides(capsys: pytest.CaptureFixture[str]) -> None:
    logger = open_logger("f", "warning")
    logger.info("hidden")
    logger.error("shown", id=1)
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line) == {"severity": "ERROR", "message": "shown", "function": "f", "id": 1}
    assert not logger.isEnabledFor(logging.INFO)
    assert logger.isEnabledFor(logging.WARNING)


def test_the_access_line(capsys: pytest.CaptureFixture[str]) -> None:
    open_logger("f", "info").access(logging.INFO, "check", 201, "POST /x", 1.239, "r1")
    assert json.loads(capsys.readouterr().out) == {
        "severity": "INFO",
        "message": "check",
        "function": "f",
        "request": "POST /x",
        "status": 201,
        "milliseconds": 1.24,
        "request_id": "r1",
    }


@pytest.mark.parametrize(
    "path", ["/v1alpha1/comments:analyze?key={}", "/v1alpha1/{}", "/api/v1/suggested_scores/{}"]
)
def test_a_key_that_stands_in_a_path_is_not_logged(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    key = "score_ugBB-PFY3o3qOodxhx9jtitlnZG2Vx2z"
    open_logger("f", "info").access(logging.INFO, "POST", 404, path.format(key), 1.2, "r1")
    assert key not in capsys.readouterr().out


def test_an_access_line_below_the_level_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    open_logger("f", "error").access(logging.INFO, "check", 201, "POST /x", 1.2, "r1")
    assert capsys.readouterr().out == ""


_PROCESS = """
import asyncio, logging, sys, warnings
from common.http.logging import open_logger
logging.getLogger().addHandler(logging.StreamHandler())
ours, other = open_logger("check", {level!r}), open_logger("flag", {level!r})
grpc = logging.getLogger("grpc._channel")
grpc.debug("dialling %s", "host")
grpc.warning("refused: authorization: Bearer %s", "s3cret-of-somebody")
grpc.critical("two\\nlines")
grpc.error("wrong arguments %d", "s3cret")
other.info("%s stays", id=1)

async def fail():
    raise ValueError("what somebody posted")

async def forget():
    task = asyncio.create_task(fail())
    await asyncio.sleep(0)
    del task

asyncio.run(forget())
"""

_GOOGLE = """
import logging
from common.http.logging import open_logger

open_logger("check", {level!r})
from google.api_core.client_logging import initialize_logging
initialize_logging()
firestore = logging.getLogger("google.cloud.firestore")
firestore.debug("sent: what somebody posted")
firestore.warning("retried: token %s", "s3cret-of-somebody")
"""


def _lines(level: str, process: str = _PROCESS) -> list[dict[str, Any]]:
    code = process.format(level=level)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stderr == ""
    assert "s3cret-of-somebody" not in done.stdout
    assert "what somebody posted" not in done.stdout
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_what_libraries_log_is_json_and_redacted_too() -> None:
    refused, critical, wrong, ours, forgotten = _lines("info")
    assert refused == {
        "severity": "WARNING",
        "message": "refused: authorization: [redacted]",
        "function": "check",
        "logger": "grpc._channel",
    }
    assert (critical["severity"], critical["message"]) == ("ERROR", "two\nlines")
    assert (wrong["severity"], wrong["message"]) == ("ERROR", "wrong arguments %d")
    assert ours == {"severity": "INFO", "message": "%s stays", "function": "flag", "id": 1}
    assert (forgotten["logger"], forgotten["error"]) == ("asyncio", "ValueError")
    assert forgotten["where"][-1].startswith("<string>:")


def test_libraries_say_everything_at_debug_only() -> None:
    assert any(line["message"] == "dialling host" for line in _lines("debug"))
    assert {line["severity"] for line in _lines("error")} == {"ERROR"}


_ACCESS = """
import logging
from common.http.logging import open_logger

open_logger("facades", {level!r})
import uvicorn.config
uvicorn.config.Config(None, log_level="debug")
logging.getLogger("uvicorn.access").info("%s", "POST /v1alpha1/comments:analyze?key=s3cret")
logging.getLogger("uvicorn.access").warning("%s", "POST /x?version=1")
open_logger("facades", {level!r}).error("m")
"""


@pytest.mark.parametrize("level", ["debug", "info"])
def test_a_server_s_own_access_lines_are_none(level: str) -> None:
    """Their URLs have queries; whatever the server configures afterwards."""
    (line,) = _lines(level, _ACCESS)
    assert line["message"] == "m"


@pytest.mark.parametrize("level", ["debug", "info"])
def test_googles_clients_log_as_all_do_and_never_what_they_send(level: str) -> None:
    (retried,) = _lines(level, _GOOGLE)
    assert retried == {
        "severity": "WARNING",
        "message": "retried: [redacted]",
        "function": "check",
        "logger": "google.cloud.firestore",
    }
