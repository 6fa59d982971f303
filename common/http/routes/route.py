"""A route: one method of one path, and all that hangs on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from common.http.auth import Access, Restrictions, RouteRight
from common.http.dialects.dialect import Dialect

Method = Literal["GET", "POST", "PUT", "PATCH", "DELETE"]


@dataclass(frozen=True, slots=True)
class Route:
    """`path` is in starlette's syntax: a last `{name:path}` takes the rest, slashes included.

    `body`, `query` and `answer` name types as "module:Class", which are loaded on first use: two
    pydantic models, and the TypedDict of a success. `status` is a success's where it is not what
    the dialect has for the method. `operation_id` is the description's name for an operation that
    stands under two paths. `about_user` is for a query whose `user_id` is the one asked about, not
    who acts. `media` are the types of a success that is no JSON. `right` is what a member of the
    app's staff needs, who signed in to the dashboard; `unrestricted` is in what they may not be
    restricted: what shows or changes items of all queues, and what does to users what is no type of
    decision. `erased_ids` is "refused" for what only reads and keeps who asks; of whom
    the path is about, "until_done" takes those whose erasure has not ended, and "taken" all.
    """

    method: Method
    path: str
    function: str
    operation: str
    dialect: Dialect
    access: Access = "server"
    body: str | None = None
    query: str | None = None
    answer: str | None = None
    status: int | None = None
    operation_id: str | None = None
    about_user: bool = False
    media: tuple[str, ...] = ()
    right: RouteRight = "server"
    unrestricted: Restrictions = ()
    erased_ids: Literal["refused", "until_done", "taken"] | None = None

    @property
    def success_status(self) -> int:
        return self.status or self.dialect.status(self.method)

    @property
    def refuses_erased(self) -> bool:
        """Whether people who were erased are refused, where the app has set so."""
        changes = self.method != "GET" and self.right != "read" and self.access != "public"
        return changes or self.erased_ids is not None

    @property
    def limited_as(self) -> str:
        """The name of its rate limit, which the older paths of an operation share."""
        return self.operation.removesuffix("_v1")
