"""One way to call an operation, whichever of Stream's clients does it."""

from __future__ import annotations

from typing import Any, Protocol

from .operations import Client


class Refused(Exception):
    """The server's own error, as the client tells it; `fields` is None where it does not."""

    def __init__(self, status: int, code: int, message: str, fields: dict[str, str] | None) -> None:
        super().__init__(f"{status}, code {code}: {message} {fields or ''}")
        self.status = status
        self.code = code
        self.message = message
        self.fields = fields


class Caller(Protocol):
    name: Client

    def call(self, operation: str, **fields: Any) -> Any:
        """The answer's body; times are as the client leaves them. `fields` are those of the
        operation's path, query and body together. Raises Refused.
        """
        ...

    def close(self) -> None: ...


def refusal(caller: Caller, operation: str, **fields: Any) -> tuple[int, int]:
    """The status and code with which the call is refused, which it has to be."""
    try:
        caller.call(operation, **fields)
    except Refused as refused:
        return refused.status, refused.code
    raise AssertionError(f"{operation} was not refused to {caller.name}")
