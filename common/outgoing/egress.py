"""Where calls may go: the address is checked when the connection is made, and only it is used."""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network
from urllib.parse import quote, urlsplit, urlunsplit

from common.settings import allowance, allowances, host_name

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

MAX_URL = 2048
DEFAULT_PORTS = {"http": 80, "https": 443}

# urlsplit drops some of these without a word, and parsers differ about the backslash.
_BAD_IN_URL = re.compile(r"[\x00-\x20\x7f-\x9f\\]")
# RFC 3986's reserved and unreserved characters, and the % of what is encoded already.
_SENT_AS_IS = "!#$%&'()*+,/:;=?@[]~"

_UNICAST6 = IPv6Network("2000::/3")
_NAT64 = IPv6Network("64:ff9b::/96")
# What `is_global` lets through in one Python version or another, and Azure's metadata address.
# 64:ff9b:1::/48 is outside 2000::/3 and so refused whole: where its embedded address lies is a
# local choice that cannot be known here. The same goes for 6to4 and Teredo, which are retired.
_REFUSED: tuple[Network, ...] = tuple(
    ipaddress.ip_network(text)
    for text in (
        "192.0.0.0/24",
        "192.88.99.0/24",
        "168.63.129.16/32",
        "2001::/23",
        "2001:db8::/32",
        "2002::/16",
        "3fff::/20",
    )
)


class EgressRefused(ValueError):
    """The operator has not allowed calls to this address or port."""


def is_public(address: Address) -> bool:
    if isinstance(address, IPv6Address):
        if address in _NAT64:
            return is_public(IPv4Address(int(address) & 0xFFFFFFFF))
        if address not in _UNICAST6:
            return False
    if address.is_multicast or not address.is_global:
        return False
    return not any(address in network for network in _REFUSED)


def literal_address(host: str) -> Address | None:
    """The address a host spells, in any of the ways that a resolver would take it."""
    try:
        address: Address = ipaddress.ip_address(host)
    except ValueError:
        try:
            address = IPv4Address(socket.inet_aton(host))
        except (OSError, ValueError):
            return None
    return _unmapped(address)


def _unmapped(address: Address) -> Address:
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        return address.ipv4_mapped
    return address


@dataclass(frozen=True, slots=True)
class Allowance:
    """A host name, or a network that resolved addresses are compared with; None is any port."""

    hosts: str | Network
    port: int | None = None

    @classmethod
    def parse(cls, text: str) -> Allowance:
        return cls(*allowance(text))

    def covers(self, host: str, port: int, address: Address) -> bool:
        if self.port not in (None, port):
            return False
        return host == self.hosts if isinstance(self.hosts, str) else address in self.hosts


@dataclass(frozen=True, slots=True)
class EgressPolicy:
    """Public addresses on ordinary ports, and what the operator allows besides."""

    allowed: tuple[Allowance, ...] = ()

    @classmethod
    def parse(cls, text: str) -> EgressPolicy:
        return cls(tuple(Allowance(*each) for each in allowances(text)))

    def check(self, host: str, port: int, addresses: Iterable[str]) -> None:
        """Refuses the host if any one of its addresses is refused."""
        name = host.lower().rstrip(".")
        for text in addresses:
            address = _unmapped(ipaddress.ip_address(text))
            if any(entry.covers(name, port, address) for entry in self.allowed):
                continue
            if not is_public(address):
                raise EgressRefused(f"calls to {host} are refused: its address is not public")
            _check_port(port)

    def check_url(self, url: str) -> None:
        """For an address as it is saved: names are not resolved, they are checked at each call."""
        if len(url) > MAX_URL:
            raise ValueError(f"the URL is longer than {MAX_URL} characters")
        if "#" in url:
            raise ValueError("the URL must not contain a fragment")
        destination = Destination.parse(url)
        name, port = destination.host, destination.port
        address = literal_address(name)
        if address is not None:
            self.check(name, port, [str(address)])
            return
        if any(entry.hosts == name and entry.port in (None, port) for entry in self.allowed):
            return
        if name == "localhost" or name.endswith(".localhost"):
            raise EgressRefused(f"calls to {name} are refused: its address is not public")


def _check_port(port: int) -> None:
    if port < 1024 and port not in DEFAULT_PORTS.values():
        raise EgressRefused(f"calls to port {port} are refused")


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a URL leads: `path` has its query, and only characters that may be sent."""

    scheme: str
    host: str
    port: int
    path: str

    @classmethod
    @lru_cache(maxsize=1024)
    def parse(cls, url: str) -> Destination:
        if _BAD_IN_URL.search(url):
            raise ValueError("the URL contains spaces, control characters or a backslash")
        parts = urlsplit(url)
        if parts.scheme not in DEFAULT_PORTS:
            raise ValueError("the URL must start with http:// or https://")
        if "@" in parts.netloc:
            raise ValueError("the URL must not contain a user name or password")
        host = (parts.hostname or "").removesuffix(".")
        if not host:
            raise ValueError("the URL has no host")
        if not host.isascii():
            # Before it is taken for an address: other scripts have digits and full stops, too.
            host = host_name(host).removesuffix(".")
        if literal_address(host) is None:
            host = host_name(host)
        port = DEFAULT_PORTS[parts.scheme] if parts.port is None else parts.port
        if port == 0:
            raise ValueError("the URL's port is not between 1 and 65535")
        path = urlunsplit(("", "", parts.path or "/", parts.query, ""))
        return cls(parts.scheme, host, port, quote(path, safe=_SENT_AS_IS))
