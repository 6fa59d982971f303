"""Cookies that Gavel sets: never for a script to read."""

from __future__ import annotations

from typing import Literal

from common.domain.times import SECOND


def cookie(
    name: str,
    value: str,
    lasts: int,
    same_site: Literal["Strict", "Lax"],
    *,
    is_secure: bool,
    path: str = "/",
) -> tuple[str, str]:
    """A header. `lasts` is in nanoseconds; `is_secure` where the browser came over HTTPS, for it
    takes none such over HTTP.
    """
    parts = [
        f"{name}={value}",
        f"Path={path}",
        f"Max-Age={lasts // SECOND}",
        "HttpOnly",
        f"SameSite={same_site}",
    ]
    return "set-cookie", "; ".join([*parts, *(["Secure"] if is_secure else [])])


def cookie_gone(name: str, *, is_secure: bool, path: str = "/") -> tuple[str, str]:
    return cookie(name, "", 0, "Strict", is_secure=is_secure, path=path)
