from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from common.outgoing.calls import AttemptResult, OutgoingRequest
from common.outgoing.client import Sender
from common.outgoing.egress import EgressPolicy
from tests.receiver import Receiver

SendTo = Callable[..., AttemptResult]


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with Receiver() as server:
        yield server


@pytest.fixture
def make_sender() -> Iterator[Callable[..., Sender]]:
    # They outlive the loops that they are used in, as a dispatcher's does.
    senders: list[Sender] = []

    def make(allowed: str = "127.0.0.1", **settings: Any) -> Sender:
        settings = {"connect_timeout": 0.5, "total_timeout": 5.0} | settings
        senders.append(Sender(EgressPolicy.parse(allowed), **settings))
        return senders[-1]

    yield make


@pytest.fixture
def send_to(make_sender: Callable[..., Sender]) -> SendTo:
    """Sends one request to a URL with a sender of these settings."""

    def send(url: str, headers: dict[str, str] | None = None, **settings: Any) -> AttemptResult:
        request = OutgoingRequest("POST", url, headers or {}, b"{}")
        return asyncio.run(make_sender(**settings).send(request))

    return send


class Names:
    """Stands in for the resolver: each look-up of a name takes its next answer, or the last."""

    def __init__(self) -> None:
        self.answers: dict[str, list[list[str]]] = {}
        self.asked: list[str] = []

    def __call__(self, host: str, port: int, *_: Any, **__: Any) -> list[Any]:
        self.asked.append(host)
        if host not in self.answers:
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        left = self.answers[host]
        addresses = left.pop(0) if len(left) > 1 else left[0]
        return [_found(address, port) for address in addresses]


def _found(address: str, port: int) -> tuple[Any, ...]:
    if ":" in address:
        return (socket.AF_INET6, socket.SOCK_STREAM, 6, "", (address, port, 0, 0))
    return (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Names:
    found = Names()
    monkeypatch.setattr(socket, "getaddrinfo", found)
    return found
