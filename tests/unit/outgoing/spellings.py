"""The addresses that no call may reach, and all the ways to write them in a URL."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, ip_network

# IANA's two registries of special-purpose addresses as of 2025, less what is globally reachable in
# them and belongs to no one's network (AS112, AMT); multicast; and the clouds' own.
RANGES = {
    "this network": "0.0.0.0/8",
    "private 10": "10.0.0.0/8",
    "carrier-grade NAT": "100.64.0.0/10",
    "loopback": "127.0.0.0/8",
    "link-local": "169.254.0.0/16",
    "private 172": "172.16.0.0/12",
    "IETF protocols": "192.0.0.0/24",
    "documentation 1": "192.0.2.0/24",
    "6to4 relays": "192.88.99.0/24",
    "private 192": "192.168.0.0/16",
    "benchmarking": "198.18.0.0/15",
    "documentation 2": "198.51.100.0/24",
    "documentation 3": "203.0.113.0/24",
    "multicast": "224.0.0.0/4",
    "reserved": "240.0.0.0/4",
    "broadcast": "255.255.255.255/32",
    "metadata AWS, GCP, Azure": "169.254.169.254/32",
    "metadata ECS": "169.254.170.2/32",
    "metadata Azure's host": "168.63.129.16/32",
    "metadata Alibaba": "100.100.100.200/32",
    "metadata Oracle": "192.0.0.192/32",
    "unspecified 6": "::/128",
    "loopback 6": "::1/128",
    "IPv4-compatible": "::/96",
    "IPv4-translated": "::ffff:0:0:0/96",
    "NAT64 of a site": "64:ff9b:1::/48",
    "discard only": "100::/64",
    "dummy prefix": "100:0:0:1::/64",
    "Teredo": "2001::/32",
    "benchmarking 6": "2001:2::/48",
    "ORCHID": "2001:10::/28",
    "ORCHIDv2": "2001:20::/28",
    "drone identities": "2001:30::/28",
    "IETF protocols 6": "2001::/23",
    "documentation 6": "2001:db8::/32",
    "6to4": "2002::/16",
    "documentation 6, new": "3fff::/20",
    "SRv6": "5f00::/16",
    "unique local": "fc00::/7",
    "metadata AWS 6": "fd00:ec2::254/128",
    "metadata GCP 6": "fd20:ce::254/128",
    "link-local 6": "fe80::/10",
    "site-local": "fec0::/10",
    "multicast 6": "ff00::/8",
    "never given out": "4000::/3",
}
JUST_OUTSIDE = (
    *("1.0.0.0", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255"),
    *("128.0.0.0", "168.63.129.15", "168.63.129.17", "169.253.255.255", "169.255.0.0"),
    *("172.15.255.255", "172.32.0.0", "191.255.255.255", "192.0.1.0", "192.0.3.0"),
    *("192.88.98.255", "192.88.100.0", "192.167.255.255", "192.169.0.0", "198.17.255.255"),
    *("198.20.0.0", "198.51.99.255", "198.51.101.0", "203.0.112.255", "203.0.114.0"),
    *("223.255.255.255", "2000::", "2001:200::", "2001:db7:ffff::", "2001:db9::", "2003::"),
    *("2606:4700:4700::1111", "3ffe::", "3fff:1000::"),
)


def edges(network: str) -> list[IPv4Address | IPv6Address]:
    whole = ip_network(network)
    return sorted({whole[0], whole[min(1, whole.num_addresses - 1)], whole[-1]})


def hosts(address: IPv4Address | IPv6Address) -> Iterator[str]:
    """As a URL has them, so with brackets around IPv6."""
    if isinstance(address, IPv4Address):
        yield from _spellings4(address)
        for carrier in carriers(address):
            yield from _spellings6(carrier)
    else:
        yield from _spellings6(address)


def carriers(address: IPv4Address) -> list[IPv6Address]:
    """IPv6 addresses whose packets somebody translates to this address."""
    number = int(address)
    return [
        IPv6Address(0xFFFF << 32 | number),
        IPv6Address((0x64FF9B << 96) | number),
        IPv6Address(number),
        IPv6Address(0xFFFF << 48 | number),
        IPv6Address(0x2002 << 112 | number << 80 | 1),
        IPv6Address((0x20010000 << 96) | (number ^ 0xFFFFFFFF)),
    ]


def _spellings4(address: IPv4Address) -> Iterator[str]:
    number, parts = int(address), [*address.packed]
    dotted = str(address)
    yield from (dotted, f"{dotted}.", str(number), f"{number}.")
    yield from (hex(number), f"0X{number:X}", f"0x{number:016x}", f"0{number:o}")
    yield ".".join(f"0{part:o}" for part in parts)
    yield ".".join(f"{part:#06o}".replace("o", "0") for part in parts)
    yield ".".join(map(hex, parts))
    yield ".".join(f"0X{part:02X}" for part in parts)
    yield f"{parts[0]}.{number & 0xFFFFFF}"
    yield f"{parts[0]:#x}.{number & 0xFFFFFF:#x}"
    yield f"{parts[0]}.{parts[1]}.{number & 0xFFFF}"
    yield f"{parts[0]:#x}.0{parts[1]:o}.{parts[2]}.{parts[3]:#x}"
    # No parser is to decode these.
    yield dotted.replace(".", "%2e")
    yield "".join(f"%{ord(character):02x}" for character in dotted)
    yield dotted.translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)})
    yield dotted.replace(".", "\u3002")
    yield dotted.replace("1", "\u2460")


def _spellings6(address: IPv6Address) -> Iterator[str]:
    low = IPv4Address(int(address) & 0xFFFFFFFF)
    dotted = ":".join([*address.exploded.split(":")[:6], str(low)])
    written = [address.compressed, address.exploded, dotted]
    for text in [*written, *(text.upper() for text in written)]:
        yield f"[{text}]"
    yield f"[{address.compressed}%lo]"
    yield f"[{address.compressed}%25lo]"
    yield address.exploded.replace(":", "%3a")


def urls_that_parsers_read_differently(inside: str, outside: str) -> list[str]:
    """`inside` is host and port of what must not be reached, `outside` of what might be."""
    return [
        f"http://{outside}@{inside}/",
        f"http://{outside}:80@{inside}/",
        f"http://user:password@{inside}/",
        f"http://{inside}\\@{outside}/",
        f"http://{outside}\\@{inside}/",
        f"http://{outside}\\{inside}/",
        f"http://{inside}#@{outside}/",
        f"http://{inside}?@{outside}/",
        f"http://{inside};@{outside}/",
        f"http://{outside}%40{inside}/",
        f"http://{outside} {inside}/",
        f"http://{outside}\t@{inside}/",
        f"http://{outside}\r\nHost: {inside}/",
        f"http://{inside}\x00.{outside}/",
        f"http://{inside}%00.{outside}/",
        f" http://{inside}/",
        f"http:{inside}/",
        f"http:/{inside}/",
        f"http:///{inside}/",
        f"http:////{inside}/",
        f"http:\\\\{inside}/",
        f"//{inside}/",
        f"h\nttp://{inside}/",
        f"HTTP://{inside}/",
        f"ftp://{inside}/",
        f"gopher://{inside}/_x",
        f"file://{inside}/etc/passwd",
        f"http+unix://{inside}/",
        f"http://[{inside}]/",
        f"http://{inside}:80/",
    ]
