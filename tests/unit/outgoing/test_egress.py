from __future__ import annotations

import subprocess
import sys
from ipaddress import ip_address

import pytest

from common.outgoing.egress import Destination, EgressPolicy, EgressRefused, is_public

NOTHING_ALLOWED = EgressPolicy()

PRIVATE = [
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "100.64.0.1",
    "100.100.100.200",
    "127.0.0.1",
    "127.255.255.254",
    "168.63.129.16",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.192",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:0:127.0.0.1",
    "64:ff9b::10.0.0.1",
    "64:ff9b::127.0.0.1",
    "64:ff9b::169.254.169.254",
    "64:ff9b:1::10.0.0.1",
    "64:ff9b:1:a00:0:100::",
    "100::1",
    "2001::1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "2001:db8::1",
    "2002:7f00:1::1",
    "2002:a9fe:a9fe::1",
    "3fff::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
]
PUBLIC = [
    "1.1.1.1",
    "93.184.216.34",
    "172.32.0.1",
    "100.128.0.1",
    "2606:4700:4700::1111",
    "64:ff9b::1.1.1.1",
]
LOOPBACK_SPELLINGS = [
    "127.0.0.1",
    "127.0.0.1.",
    "127.1",
    "127.0.1",
    "2130706433",
    "0x7f000001",
    "0X7F.0.0.1",
    "0x7f.1",
    "0177.0.0.1",
    "017700000001",
    "0",
    "[::1]",
    "[0:0:0:0:0:0:0:1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "localhost",
    "LOCALHOST",
    "localhost.",
    "app.localhost",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_that_is_not_public_is_refused(address: str) -> None:
    with pytest.raises(EgressRefused):
        NOTHING_ALLOWED.check("customer.example", 443, [address])


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_passes(address: str) -> None:
    NOTHING_ALLOWED.check("customer.example", 443, [address])
    assert is_public(ip_address(address))


@pytest.mark.parametrize("addresses", [["1.1.1.1", "10.0.0.1"], ["::1", "1.1.1.1"]])
def test_one_private_address_among_public_ones_refuses_the_host(addresses: list[str]) -> None:
    with pytest.raises(EgressRefused):
        NOTHING_ALLOWED.check("customer.example", 443, addresses)


@pytest.mark.parametrize("host", LOOPBACK_SPELLINGS)
def test_every_spelling_of_loopback_is_refused_in_a_saved_url(host: str) -> None:
    with pytest.raises(EgressRefused):
        NOTHING_ALLOWED.check_url(f"http://{host}/hook")


@pytest.mark.parametrize("address", [text for text in PRIVATE if "%" not in text])
def test_literals_of_every_range_are_refused_in_a_saved_url(address: str) -> None:
    host = f"[{address}]" if ":" in address else address
    with pytest.raises(EgressRefused):
        NOTHING_ALLOWED.check_url(f"https://{host}:8443/hook")


@pytest.mark.parametrize(
    "url",
    [
        "https://customer.example/hook?source=gavel",
        "http://customer.example:8080",
        "https://customer.example.:443/",
        "https://my_host.customer.example/",
        "https://1.1.1.1/hook",
        "https://[2606:4700:4700::1111]/hook",
        "HTTPS://Customer.Example/Hook",
    ],
)
def test_an_ordinary_url_is_accepted(url: str) -> None:
    NOTHING_ALLOWED.check_url(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "customer.example/hook",
        "//customer.example/hook",
        "ftp://customer.example/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://",
        "http:///path",
        "http://:80/",
        "http://user@customer.example/",
        "http://user:password@customer.example/",
        "http://@customer.example/",
        "http://customer.example/#part",
        "http://customer.example/#",
        "http://customer.example:0/",
        "http://customer.example:65536/",
        "http://customer.example:http/",
        "http://customer.example\\@10.0.0.1/",
        "http://customer.example/a b",
        " http://customer.example/",
        "http://customer.example/\r\nX-Injected: 1",
        "http://customer\t.example/",
        "http://127.0.0.1%2f@customer.example/",
        "http://127%2e0.0.1/",
        "http://①②⑦.0.0.1/",
        "http://127.0.0.1../",
        "http://customer..example/",
        "http://-customer.example/",
        "http://[::1/",
        "http://[fe80::1%25eth0]/",
        "http://customer.example/" + "a" * 2048,
    ],
)
def test_a_malformed_url_is_refused(url: str) -> None:
    with pytest.raises(ValueError):
        NOTHING_ALLOWED.check_url(url)


def test_a_url_of_exactly_the_longest_length_is_accepted() -> None:
    url = "http://customer.example/"
    NOTHING_ALLOWED.check_url(url + "a" * (2048 - len(url)))


@pytest.mark.parametrize("port", [22, 25, 1023])
def test_low_ports_of_other_services_are_refused(port: int) -> None:
    with pytest.raises(EgressRefused):
        NOTHING_ALLOWED.check("customer.example", port, ["1.1.1.1"])


@pytest.mark.parametrize(
    ("allowed", "host", "port", "address"),
    [
        ("hooks.internal", "hooks.internal", 9009, "10.1.2.3"),
        ("hooks.internal", "Hooks.Internal.", 443, "10.1.2.3"),
        ("hooks.internal:9009", "hooks.internal", 9009, "10.1.2.3"),
        ("10.0.0.0/8", "anything.example", 80, "10.1.2.3"),
        ("10.0.0.0/8", "anything.example", 80, "::ffff:10.1.2.3"),
        ("127.0.0.1:9009", "127.0.0.1", 9009, "127.0.0.1"),
        ("[::1]:9009", "::1", 9009, "::1"),
        ("fd00::/8", "anything.example", 80, "fd00::1"),
        ("mail.example:25", "mail.example", 25, "1.1.1.1"),
        (" 127.0.0.1:9009, localhost ,10.0.0.0/8,", "localhost", 1234, "127.0.0.1"),
    ],
)
def test_what_the_operator_allows_passes(allowed: str, host: str, port: int, address: str) -> None:
    EgressPolicy.parse(allowed).check(host, port, [address])


@pytest.mark.parametrize(
    ("allowed", "host", "port", "address"),
    [
        ("", "localhost", 80, "127.0.0.1"),
        ("hooks.internal", "evil.hooks.internal", 80, "10.1.2.3"),
        ("hooks.internal", "internal", 80, "10.1.2.3"),
        ("hooks.internal:9009", "hooks.internal", 9010, "10.1.2.3"),
        ("10.0.0.0/8", "anything.example", 80, "11.0.0.1, 192.168.0.1"),
        ("127.0.0.1:9009", "127.0.0.1", 9010, "127.0.0.1"),
        ("127.0.0.1", "rebound.example", 80, "127.0.0.1, 169.254.169.254"),
        ("localhost", "127.0.0.1", 80, "127.0.0.1"),
    ],
)
def test_only_what_the_operator_allows_passes(
    allowed: str, host: str, port: int, address: str
) -> None:
    with pytest.raises(EgressRefused):
        EgressPolicy.parse(allowed).check(host, port, address.split(", "))


def test_a_saved_url_may_name_what_the_operator_allows() -> None:
    policy = EgressPolicy.parse("127.0.0.1:9009, localhost, 10.0.0.0/8, hooks.internal")
    for url in (
        "http://127.0.0.1:9009/ban",
        "http://2130706433:9009/ban",
        "http://localhost:1234/",
        "http://10.9.8.7/",
        "http://hooks.internal/",
    ):
        policy.check_url(url)
    with pytest.raises(EgressRefused):
        policy.check_url("http://127.0.0.1:9010/ban")


@pytest.mark.parametrize(
    "text",
    ["10.0.0.1/8", "host/path", "host:port", "host:0", "host:65536", "http://host", "a b", "-host"],
)
def test_an_allow_list_with_a_mistake_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        EgressPolicy.parse(text)


def test_checking_urls_does_not_import_an_http_client() -> None:
    code = (
        "import sys; from common.delivery import callback\n"
        "from common.outgoing import client, egress\n"
        "egress.EgressPolicy().check_url('https://customer.example/')\n"
        "sys.exit('http.client' in sys.modules or 'aiohttp' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("host", "sent"),
    [
        ("föck.example", "xn--fck-sna.example"),
        ("FÖCK.example", "xn--fck-sna.example"),
        ("fo\u0308ck.example", "xn--fck-sna.example"),
        ("faß.example", "xn--fa-hia.example"),
        ("новый.example", "xn--b1aoke0e.example"),
        ("пример.рф", "xn--e1afmkfd.xn--p1ai"),
        ("例え。テスト", "xn--r8jz45g.xn--zckzah"),
        ("ｅｘａｍｐｌｅ.com", "example.com"),
        ("xn--fck-sna.example", "xn--fck-sna.example"),
        ("my_host.example", "my_host.example"),
    ],
)
def test_an_international_host_is_called_by_its_name_in_ascii(host: str, sent: str) -> None:
    url = f"https://{host}:8443/hook?a=b"
    NOTHING_ALLOWED.check_url(url)
    destination = Destination.parse(url)
    assert (destination.host, destination.port, destination.path) == (sent, 8443, "/hook?a=b")


@pytest.mark.parametrize(
    "host", ["１２７.0.0.1", "127。0。0。1", "①②⑦.1", "ｌｏｃａｌｈｏｓｔ", "[：：１]"]
)
def test_another_script_hides_no_private_address(host: str) -> None:
    with pytest.raises(ValueError):
        NOTHING_ALLOWED.check_url(f"http://{host}/hook")


@pytest.mark.parametrize("host", ["♥.example", "-ö.example", "ö" * 64 + ".example", "ö..example"])
def test_what_is_no_international_host_is_refused(host: str) -> None:
    with pytest.raises(ValueError, match="not a host name"):
        NOTHING_ALLOWED.check_url(f"https://{host}/hook")


def test_an_allowance_is_the_same_host_in_either_spelling() -> None:
    policy = EgressPolicy.parse("föck.example:9000")
    policy.check("xn--fck-sna.example", 9000, ["10.0.0.1"])
    with pytest.raises(EgressRefused):
        policy.check("xn--fck-sna.example", 9001, ["10.0.0.1"])
