"""The dashboard's page, as it is served."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from functions.dashboard import page
from infra.packaging.archive import sources
from tests.functional.inprocess import Server, in_process

_GZIP = {"accept-encoding": "br, gzip"}
_FOREVER = "public, max-age=31536000, immutable"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    media = "https://media.example.com https://*.cdn.example.com"
    with in_process(tmp_path_factory.mktemp("page") / "data", GAVEL_PAGE_MEDIA=media) as server:
        yield server


def _assets(server: Server) -> list[str]:
    found = re.findall(r'(?:src|href)="(/dashboard/[^"]+)"', server.raw("GET", "/dashboard/").text)
    assert found
    return found


@pytest.mark.parametrize(
    "path", ["", "queue/all", "users/john.doe", "users/a%2Fb", "rules/new?draft=1", "nosuch.js"]
)
def test_each_address_of_the_page_is_the_index(server: Server, path: str) -> None:
    answer = server.raw("GET", f"/dashboard/{path}")
    assert (answer.status, answer.body) == (200, (page.DIST / "index.html").read_bytes())
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-cache"


def test_without_its_slash_it_leads_there(server: Server) -> None:
    answer = server.raw("GET", "/dashboard")
    assert (answer.status, answer.headers["location"]) == (308, "/dashboard/")


def test_nothing_runs_or_is_loaded_from_elsewhere(server: Server) -> None:
    headers = server.raw("GET", "/dashboard/").headers
    policy = dict(
        part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";")
    )
    media = "'self' data: https://media.example.com https://*.cdn.example.com"
    assert policy == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": media,
        "media-src": media,
        "connect-src": "'self'",
        "font-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "access-control-allow-origin" not in headers
    text = (page.DIST / "index.html").read_text()
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\son\w+=|javascript:|https?://", text)


def test_assets_are_kept_for_good_and_packed_where_that_is_taken(server: Server) -> None:
    for path in _assets(server):
        plain, packed = server.raw("GET", path), server.raw("GET", path, _GZIP)
        assert plain.status == packed.status == 200, path
        assert "content-encoding" not in plain.headers
        if path.startswith("/dashboard/assets/"):
            assert plain.headers["cache-control"] == packed.headers["cache-control"] == _FOREVER
        if len(plain.body) > 500 and not path.endswith((".png", ".woff2")):
            assert packed.headers["content-encoding"] == "gzip"
            assert gzip.decompress(packed.body) == plain.body
            assert len(packed.body) < len(plain.body)
            assert packed.headers["vary"] == "accept-encoding"


@pytest.mark.parametrize(
    "path",
    [
        "assets/nosuch.js",
        "assets/../../main.py",
        "assets/%2e%2e/%2e%2e/main.py",
        "assets/..%2f..%2f..%2fsession.py",
        "assets/",
    ],
)
def test_no_path_leads_out_of_the_folder(server: Server, path: str) -> None:
    answer = server.raw("GET", f"/dashboard/{path}")
    assert answer.status == 404
    assert "import" not in answer.text


def test_the_page_is_in_what_is_deployed() -> None:
    built = {str(path) for path in page.DIST.rglob("*") if path.is_file()}
    root = Path(page.__file__).parents[2]
    deployed = {str(root / name) for name in sources()}
    assert built and built <= deployed
