"""Passwords: hashed with Argon2id, few at a time, for each takes memory that a function has little
of.
"""

from __future__ import annotations

import asyncio
from functools import cache
from typing import TYPE_CHECKING

from common.domain.errors import Invalid

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST, LONGEST = 12, 200
_PASSES, _KIBIBYTES, _LANES = 2, 19_456, 1
"""What OWASP asks of Argon2id at the least."""
_AT_ONCE = 4


class Passwords:
    """One for a context, so that its turns are shared."""

    def __init__(self, _context: object) -> None:
        self._turns: tuple[asyncio.AbstractEventLoop, asyncio.Semaphore] | None = None

    async def hashed(self, password: str) -> str:
        async with self._turn():
            return await asyncio.to_thread(_hasher().hash, password)

    async def is_right(self, known: str | None, password: str) -> bool:
        """Takes as long where there is none as where it is wrong."""
        async with self._turn():
            nobody_s = await asyncio.to_thread(_nobody_s)
            right = await asyncio.to_thread(_verified, known or nobody_s, password)
        return right and known is not None

    def is_outdated(self, known: str) -> bool:
        """Whether it was hashed with less than is asked today."""
        return _hasher().check_needs_rehash(known)

    def _turn(self) -> asyncio.Semaphore:
        loop = asyncio.get_running_loop()
        if self._turns is None or self._turns[0] is not loop:
            self._turns = loop, asyncio.Semaphore(_AT_ONCE)
        return self._turns[1]


def check_password(password: str, name: str) -> None:
    """Raises Invalid. Long is what makes one hard to guess, whatever is in it."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise Invalid.field("password", f"has to have {SHORTEST} to {LONGEST} characters")
    if name.casefold() in password.casefold() and len(password) < len(name) + SHORTEST:
        raise Invalid.field("password", "is little more than the name")
    if len(set(password)) < 5:
        raise Invalid.field("password", "has too few different characters")


def _verified(known: str, password: str) -> bool:
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return _hasher().verify(known, password)
    except (VerificationError, InvalidHashError):
        return False


@cache
def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher

    return PasswordHasher(_PASSES, _KIBIBYTES, _LANES)


@cache
def _nobody_s() -> str:
    return _hasher().hash("nobody has this password")
