"""Sessions: members who signed in, each on one browser."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from typing_extensions import TypedDict

from common.domain.member import Member
from common.domain.times import DAY, HOUR, MINUTE
from common.store.store import Collection, Key

How = Literal["password", "link", "openid"]
IDLE = 12 * HOUR
LONGEST = 7 * DAY
RENEWED_AFTER = 5 * MINUTE
MOST_SESSIONS = 20
"""Of one member; one more ends the oldest."""
_BYTES = 32


class Session(TypedDict):
    """`id` is the digest of the token that the browser shows. It ends at `expires_at`, which each
    use puts off, and at `ends_at` in any case. `how` is what the member signed in with; one that a
    link opened may set a password without the old one until it has, which `may_set_password` says.
    Times are nanoseconds.
    """

    id: str
    member_id: str
    how: How
    may_set_password: bool
    address: str
    agent: str
    created_at: int
    seen_at: int
    expires_at: int
    ends_at: int


SESSIONS: Collection[Session] = Collection("session")


@dataclass(frozen=True, slots=True)
class Token:
    """What a browser or a link shows: whose it is, and a secret."""

    app: str
    member_id: str
    secret: str

    def __str__(self) -> str:
        return f"{self.app}.{self.member_id}.{self.secret}"

    @property
    def digest(self) -> str:
        return sha256(str(self).encode("utf-8", "replace")).hexdigest()

    @property
    def csrf(self) -> str:
        """What the page sends beside the cookie, which no other site's page can know."""
        return hmac.new(str(self).encode("utf-8", "replace"), b"csrf", sha256).hexdigest()


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A member on one browser."""

    token: Token
    member: Member
    session: Session


def new_token(app: str, member_id: str) -> Token:
    return Token(app, member_id, secrets.token_urlsafe(_BYTES))


def token_of(text: str) -> Token | None:
    parts = text.split(".")
    return Token(*parts) if len(parts) == 3 and all(parts) else None


def session_key(app: str, id: str) -> Key[Session]:
    return Key(app, SESSIONS, id)


def is_over(session: Session, now: int) -> bool:
    return now >= min(session["expires_at"], session["ends_at"])


def new_session(token: Token, how: How, address: str, agent: str, now: int) -> Session:
    return {
        "id": token.digest,
        "member_id": token.member_id,
        "how": how,
        "may_set_password": how == "link",
        "address": address,
        "agent": agent,
        "created_at": now,
        "seen_at": now,
        "expires_at": now + IDLE,
        "ends_at": now + LONGEST,
    }
