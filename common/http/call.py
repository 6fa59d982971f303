"""What a handler is given, whatever server it runs under."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from common.configuration.context import Context
from common.domain.errors import Invalid
from common.domain.item import Item
from common.domain.member import Member
from common.domain.session import SignedIn
from common.domain.user import User, as_told
from common.http.visit import Visit


@dataclass(slots=True)
class Call:
    """`side` is "server" or "client"; `user_id` is the token's user and `role`
    the one that it claims for them. `now` is ns since the epoch,
    read once per request. `left_out` are fields of the request that turned out to have no effect,
    which the answer names. `signed_in` is a member of the app's staff, for whom `side` is "server",
    and `visit` what a browser says of itself, on the dashboard's own routes.
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
    left_out: list[str] = field(default_factory=list)
    signed_in: SignedIn | None = None
    visit: Visit | None = None

    @property
    def member(self) -> Member | None:
        return self.signed_in.member if self.signed_in else None

    def acting_user(self, body: Any) -> str | None:
        """Who acts: the token's user, whoever else is named, the member who is signed in, or whom
        a server-side call names in `user_id` or `user`. Raises Invalid where these are two.
        """
        named = getattr(body, "user_id", None)
        user = getattr(body, "user", None)
        if self.member is not None:
            self.check_named({"user_id": named, "user.id": user.id if user is not None else None})
            return self.member["name"]
        if self.side == "client":
            given = {"user_id": named, "user.id": user.id if user is not None else None}
            self.left_out += [name for name, id in given.items() if id and id != self.user_id]
            return self.user_id
        if named and user is not None and user.id != named:
            raise Invalid.field("user.id", "is another than user_id")
        return named or (user.id if user is not None else None)

    def check_named(self, named: Mapping[str, str | None]) -> None:
        """Raises Invalid where a member names somebody else as who acts."""
        for name, id in named.items():
            if id and self.member is not None and id != self.member["name"]:
                raise Invalid.field(name, "is not who is signed in")

    def told(self, users: Mapping[str, User]) -> Mapping[str, User]:
        """Users, by id, as who calls may know them."""
        to = self.user_id
        return users if to is None else {id: as_told(user, to) for id, user in users.items()}

    def note_creator(self, given: str | None, item: Item, name: str = "entity_creator_id") -> None:
        """Who made content is what its check says; a flag only says it of what nobody knew."""
        if given and given != item["creator_id"]:
            self.left_out.append(name)

    def require_acting_user(self, body: Any) -> str:
        user = self.acting_user(body)
        if not user:
            raise Invalid(
                "either user or user_id must be provided when using server side auth",
                {"user_id": "is required"},
            )
        return user
