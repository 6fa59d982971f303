"""The page, as it was built: static files, which know no secret."""

from __future__ import annotations

import gzip
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from common.http.call import Call
from common.http.errors import HTTPError
from common.http.function import Handler
from common.http.responses import Reply

DIST = Path(__file__).with_name("page") / "dist"
_INDEX = "index.html"
_ASSETS = "assets/"
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
}
_FOREVER = "public, max-age=31536000, immutable"
_SMALL = 500
_HEADERS = (
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("vary", "accept-encoding"),
)


class _File(NamedTuple):
    content: bytes
    packed: bytes | None
    type: str


async def find(_call: Call) -> Reply:
    return Reply("", 308, [("location", "/dashboard/")])


async def get(call: Call) -> Reply:
    """Each address of the page's own is the index, which finds out what to show."""
    path = call.path.get("path", "")
    name = path if path in _known() or path.startswith(_ASSETS) else _INDEX
    file = _read(name)
    if file is None:
        raise HTTPError(404, 16, "there is no such file")
    lasts = _FOREVER if name.startswith(_ASSETS) else "no-cache"
    headers = [*_HEADERS, ("cache-control", lasts)]
    if name == _INDEX:
        headers.append(("content-security-policy", _policy(call.context.settings.page_media)))
    if file.packed is not None and call.visit is not None and call.visit.takes_gzip:
        headers.append(("content-encoding", "gzip"))
        return Reply(file.packed, headers=headers, media_type=file.type)
    return Reply(file.content, headers=headers, media_type=file.type)


@cache
def _known() -> dict[str, Path]:
    return {str(path.relative_to(DIST)): path for path in DIST.rglob("*") if path.is_file()}


@lru_cache(maxsize=200)
def _read(name: str) -> _File | None:
    """Only what is there by exactly this name, so no path leads out of the folder."""
    path = _known().get(name)
    if path is None:
        return None
    content = path.read_bytes()
    packed = gzip.compress(content, 9, mtime=0) if len(content) > _SMALL else None
    if packed is not None and len(packed) >= len(content):
        packed = None
    return _File(content, packed, _TYPES.get(path.suffix, "application/octet-stream"))


@cache
def _policy(media: str) -> str:
    """`media` are the places beside Gavel's own that images and videos come from."""
    places = " ".join(("'self'", "data:", *media.split()))
    parts = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": places,
        "media-src": places,
        "connect-src": "'self'",
        "font-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in parts.items())


HANDLERS: dict[str, Handler] = {"find_page": find, "open_page": get, "get_page": get}
