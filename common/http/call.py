"""What a handler is given, whatever server it runs under."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from common.configuration.context import Context
from common.domain.errors import Invalid
from common.domain.user import User, as_told


@dataclass(slots=True)
class Call:
    """`side` is "server" or "client"; `user_id` is the token's user and `role`
    the one that it claims for them. `now` is ns since the epoch,
    read once per request.
    """

    context: Context
    app: str
    side: str
    now: int
    request_id: str
    user_id: str | None = None
    path: Mapping[str, str] = field(default_factory=dict)
    query: Any = None
    role: str | None = None

    def acting_user(self, body: Any) -> str | None:
        """Who acts: the token's user, or whom a server-side call names in `user_id` or `user`.
        Raises Invalid where these are two.
        """
        if self.side == "client":
            return self.user_id
        named = getattr(body, "user_id", None)
        user = getattr(body, "user", None)
        if named and user is not None and user.id != named:
            raise Invalid.field("user.id", "is another than user_id")
        return named or (user.id if user is not None else None)

    def told(self, users: Mapping[str, User]) -> Mapping[str, User]:
        """Users, by id, as who calls may know them."""
        to = self.user_id
        return users if to is None else {id: as_told(user, to) for id, user in users.items()}

    def require_acting_user(self, body: Any) -> str:
        user = self.acting_user(body)
        if not user:
            raise Invalid(
                "either user or user_id must be provided when using server side auth",
                {"user_id": "is required"},
            )
        return user
