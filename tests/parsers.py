"""How receivers read events: with the parsers of all four of Stream's clients, unmodified."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import pytest
from getstream import webhook
from stream_chat import StreamChat

from tests.running import ROOT

Way = Literal["webhook", "sqs", "sns"]
_SCRIPT = Path(__file__).with_suffix(".cjs")
_JAVASCRIPT = ("node-sdk", "stream-chat-js")
_PACKAGES = ("@stream-io/node-sdk", "stream-chat")


class Parsers:
    """Of one app; what any of the four refuses fails the test."""

    def __init__(self, key: str, secret: str, node: subprocess.Popen[str] | None) -> None:
        self._key = key
        self._secret = secret
        self._chat = StreamChat(key, secret)
        self._node = node

    def read(self, way: Way, body: bytes, signature: str = "") -> Any:
        """The event as getstream has it, once all have read the same type and time."""
        found = self._typed(way, body, signature)
        assert not isinstance(found, webhook.UnknownEvent), found
        others = [self._chatted(way, body, signature)]
        if self._node is not None:
            others += [self._scripted(name, way, body, signature) for name in _JAVASCRIPT]
        for other in others:
            assert other["type"] == found.type
            assert other["created_at"], other
        return found

    def _typed(self, way: Way, body: bytes, signature: str) -> Any:
        if way == "webhook":
            return webhook.verify_and_parse_webhook(body, signature, self._secret)
        parse = webhook.parse_sqs if way == "sqs" else webhook.parse_sns
        return parse(body.decode())

    def _chatted(self, way: Way, body: bytes, signature: str) -> dict[str, Any]:
        if way == "webhook":
            return self._chat.verify_and_parse_webhook(body, signature)
        parse = self._chat.parse_sqs if way == "sqs" else self._chat.parse_sns
        return parse(body.decode())

    def _scripted(self, name: str, way: Way, body: bytes, signature: str) -> dict[str, Any]:
        assert self._node is not None and self._node.stdin and self._node.stdout
        order = {
            "client": name,
            "way": way,
            "body": b64encode(body).decode(),
            "signature": signature,
            "key": self._key,
            "secret": self._secret,
        }
        self._node.stdin.write(json.dumps(order) + "\n")
        self._node.stdin.flush()
        answer = json.loads(self._node.stdout.readline())
        assert "refused" not in answer, f"{name}: {answer}"
        event: dict[str, Any] = answer["event"]
        return event


@contextmanager
def parsers(key: str, secret: str) -> Iterator[Parsers]:
    """Without the two for JavaScript where they are not installed, but never in CI."""
    missing = [name for name in _PACKAGES if not (ROOT / "node_modules" / name).is_dir()]
    if shutil.which("node") is None or missing:
        if os.environ.get("CI"):
            pytest.fail("Node.js or a client of Stream's is not installed")
        yield Parsers(key, secret, None)
        return
    pipes: Any = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(["node", str(_SCRIPT)], cwd=ROOT, **pipes) as node:
        yield Parsers(key, secret, node)
        assert node.stdin
        node.stdin.close()
