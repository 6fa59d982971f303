"""That nothing connects where it must not, proven on the sockets and not on what is answered."""

from __future__ import annotations

import asyncio
import socket
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from ipaddress import ip_address
from typing import Any

import pytest

from common.outgoing.calls import AttemptResult, OutgoingRequest
from common.outgoing.client import Sender
from common.outgoing.egress import EgressPolicy, is_public
from tests.receiver import Receiver, answer, redirect
from tests.unit.outgoing.conftest import Names
from tests.unit.outgoing.spellings import (
    JUST_OUTSIDE,
    RANGES,
    edges,
    hosts,
    urls_that_parsers_read_differently,
)

MakeSender = Callable[..., Sender]

_connects: list[tuple[Any, ...]] | None = None


def _record(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "socket.connect" and _connects is not None:
        _connects.append(arguments[1])


# The interpreter tells of every connect of this process, whichever library makes it.
sys.addaudithook(_record)


@pytest.fixture
def connects() -> Iterator[list[tuple[Any, ...]]]:
    global _connects
    _connects = []
    yield _connects
    _connects = None


class Bystander:
    """Listens on one port of both loopback addresses; the kernel takes the connections."""

    def __init__(self) -> None:
        first = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = first.getsockname()[1]
        self._listeners = [first]
        with suppress(OSError):
            self._listeners.append(
                socket.create_server(("::1", self.port), family=socket.AF_INET6, backlog=64)
            )

    def visitors(self) -> int:
        count = 0
        for listener in self._listeners:
            listener.setblocking(False)
            with suppress(BlockingIOError):
                while True:
                    listener.accept()[0].close()
                    count += 1
        return count

    def close(self) -> None:
        for listener in self._listeners:
            listener.close()


@pytest.fixture
def bystander() -> Iterator[Bystander]:
    found = Bystander()
    yield found
    found.close()


def send_all(sender: Sender, urls: Iterable[str]) -> dict[str, AttemptResult]:
    async def send() -> dict[str, AttemptResult]:
        return {url: await sender.send(OutgoingRequest("POST", url, {}, b"{}")) for url in urls}

    return asyncio.run(send())


REFUSALS = {"refused_address", "bad_request", "resolve"}


def let_through(results: dict[str, AttemptResult]) -> dict[str, str | None]:
    return {url: o.error for url, o in results.items() if o.status or o.error not in REFUSALS}


def test_the_instruments_see_a_connection_that_is_made(
    bystander: Bystander, connects: list[Any], make_sender: MakeSender
) -> None:
    sender = make_sender("127.0.0.1", total_timeout=0.3)
    results = send_all(sender, [f"http://0x7f.1:{bystander.port}/"])
    assert [result.error for result in results.values()] == ["timeout"]
    assert connects == [("127.0.0.1", bystander.port)]
    assert bystander.visitors() == 1


@pytest.mark.parametrize("network", RANGES.values(), ids=RANGES)
def test_no_spelling_of_an_address_is_connected_to(
    network: str, bystander: Bystander, connects: list[Any], make_sender: MakeSender
) -> None:
    urls = [
        f"http://{host}:{bystander.port}/" for address in edges(network) for host in hosts(address)
    ]
    assert let_through(send_all(make_sender(""), urls)) == {}
    assert (connects, bystander.visitors()) == ([], 0)


@pytest.mark.parametrize("network", RANGES.values(), ids=RANGES)
def test_no_name_that_resolves_to_it_is_connected_to(
    network: str, names: Names, connects: list[Any], make_sender: MakeSender
) -> None:
    public = "93.184.216.34"
    for number, address in enumerate(edges(network)):
        text = str(address)
        for kind, answers in {
            "only": [text],
            "first": [text, public],
            "last": [public, text],
        }.items():
            names.answers[f"{kind}{number}.customer.example"] = [answers]
    results = send_all(make_sender(""), [f"https://{name}/hook" for name in names.answers])
    assert {result.error for result in results.values()} == {"refused_address"}
    assert connects == []
    assert len(names.asked) == len(results)


@pytest.mark.parametrize("address", JUST_OUTSIDE)
def test_the_neighbours_of_the_ranges_are_public(address: str) -> None:
    assert is_public(ip_address(address))
    EgressPolicy().check("customer.example", 443, [address])


@pytest.mark.parametrize("host", ["localhost", "LocalHost.", "ip6-localhost", "app.localhost"])
def test_names_of_this_machine_are_not_connected_to(
    host: str, bystander: Bystander, connects: list[Any], make_sender: MakeSender
) -> None:
    assert let_through(send_all(make_sender(""), [f"http://{host}:{bystander.port}/"])) == {}
    assert (connects, bystander.visitors()) == ([], 0)


def test_urls_that_parsers_read_differently_lead_nowhere(
    bystander: Bystander, names: Names, connects: list[Any], make_sender: MakeSender
) -> None:
    names.answers = {host: [["127.0.0.1"]] for host in ("127.0.0.1", "customer.example")}
    inside = f"127.0.0.1:{bystander.port}"
    urls = urls_that_parsers_read_differently(inside, "customer.example")
    assert let_through(send_all(make_sender(""), urls)) == {}
    assert (connects, bystander.visitors()) == ([], 0)


@pytest.mark.parametrize("status", [300, 301, 302, 303, 307, 308])
@pytest.mark.parametrize("location", ["http://127.0.0.1:{port}/", "//127.0.0.1:{port}/", "/inside"])
def test_no_redirect_is_followed(
    status: int,
    location: str,
    receiver: Receiver,
    bystander: Bystander,
    connects: list[Any],
    make_sender: MakeSender,
) -> None:
    receiver.next(redirect(location.format(port=bystander.port), status))
    sender = make_sender(f"127.0.0.1:{receiver.port}")
    (result,) = send_all(sender, [receiver.url("/ban")]).values()
    assert (result.status, result.error) == (status, None)
    assert connects == [("127.0.0.1", receiver.port)]
    assert bystander.visitors() == 0
    assert len(receiver.requests) == 1


def test_a_name_that_is_public_first_and_private_then_never_leads_inside(
    receiver: Receiver,
    bystander: Bystander,
    names: Names,
    connects: list[Any],
    make_sender: MakeSender,
) -> None:
    # The receiver stands for a public server: its port is allowed and no other.
    names.answers["rebound.example"] = [["127.0.0.1"], ["169.254.169.254"], ["10.0.0.1"]]
    receiver.next(answer(200, headers={"Connection": "close"}))
    sender = make_sender(f"127.0.0.1/32, rebound.example:{bystander.port}")
    url = receiver.url(host="rebound.example")
    results = [send_all(sender, [url])[url] for _ in range(3)]
    assert [result.status for result in results] == [200, None, None]
    assert {result.error for result in results[1:]} == {"refused_address"}
    assert names.asked == ["rebound.example"] * 3
    assert connects == [("127.0.0.1", receiver.port)]


def test_a_connection_that_is_kept_stays_with_its_address(
    receiver: Receiver, names: Names, connects: list[Any], make_sender: MakeSender
) -> None:
    names.answers["rebound.example"] = [["127.0.0.1"], ["10.0.0.1"]]
    sender = make_sender("127.0.0.1/32")
    request = OutgoingRequest("POST", receiver.url(host="rebound.example"), {}, b"{}")

    async def send_two() -> list[int | None]:
        return [(await sender.send(request)).status for _ in range(2)]

    assert asyncio.run(send_two()) == [200, 200]
    assert connects == [("127.0.0.1", receiver.port)]


@pytest.mark.parametrize("host", ["1.2.3.4.5", "999.1.1.1", "127.0.0.1.1", "4294967296"])
def test_what_looks_like_an_address_and_is_none_is_not_looked_up(
    host: str, names: Names, connects: list[Any], make_sender: MakeSender
) -> None:
    names.answers[host] = [["93.184.216.34"]]
    assert let_through(send_all(make_sender(""), [f"http://{host}/"])) == {}
    assert (names.asked, connects) == ([], [])


@pytest.mark.parametrize(
    ("allowed", "host", "reached"),
    [
        ("127.0.0.1:{port}", "127.0.0.1", True),
        ("127.0.0.1:{port}", "2130706433", True),
        ("127.0.0.1:{port}", "localhost", True),
        ("127.0.0.1:1", "127.0.0.1", False),
        ("127.0.0.1", "127.0.0.1", True),
        ("127.0.0.1/32", "localhost", True),
        ("127.0.0.0/8", "127.0.0.1", True),
        ("127.0.0.2/31", "127.0.0.1", False),
        ("::ffff:127.0.0.1", "127.0.0.1", True),
        ("localhost", "localhost", True),
        ("localhost:{port}", "LOCALHOST.", True),
        ("localhost", "127.0.0.1", False),
        ("10.0.0.0/8, 192.168.0.0/16", "127.0.0.1", False),
        ("", "127.0.0.1", False),
    ],
)
def test_the_allow_list_opens_exactly_what_it_says(
    allowed: str,
    host: str,
    reached: bool,
    receiver: Receiver,
    connects: list[Any],
    make_sender: MakeSender,
) -> None:
    sender = make_sender(allowed.format(port=receiver.port))
    (result,) = send_all(sender, [receiver.url(host=host)]).values()
    assert (result.status == 200) is reached
    assert len(connects) == len(receiver.requests) == int(reached)


@pytest.mark.parametrize("scheme", ["http", "socks5"])
def test_no_proxy_of_the_environment_is_asked(
    scheme: str,
    receiver: Receiver,
    bystander: Bystander,
    connects: list[Any],
    make_sender: MakeSender,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "ftp_proxy"):
        for spelling in (name, name.upper()):
            monkeypatch.setenv(spelling, f"{scheme}://127.0.0.1:{bystander.port}")
    sender = make_sender(f"127.0.0.1:{receiver.port}")
    inside = [f"{scheme}://10.0.0.1/" for scheme in ("http", "https")]
    results = send_all(sender, [receiver.url(), *inside])
    assert [result.status for result in results.values()] == [200, None, None]
    assert connects == [("127.0.0.1", receiver.port)]
    assert bystander.visitors() == 0
