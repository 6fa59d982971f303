"""What a request can fail with; how it looks is the dialect's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from pydantic import ValidationError

from common.domain.errors import (
    Invalid,
    NotAllowed,
    NotFound,
    Outdated,
    Refused,
    TooMany,
    TryAgain,
)
from common.queue.queue import Cause, QueueError
from common.store.store import BadCursor, Conflict, StoreError, TooLarge

UNKNOWN = "is not known here"
_EXTRA = "extra_forbidden"
_LATER = {"retry-after": "30"}


class HTTPError(Exception):
    """`code` is the vendor's error code, `status` the HTTP status."""

    def __init__(
        self,
        status: int,
        code: int,
        message: str,
        *,
        fields: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.fields = dict(fields or {})
        self.headers = dict(headers or {})


def from_exception(error: Exception) -> HTTPError | None:
    """None for what nobody foresaw: the adapter logs it and answers 500."""
    if isinstance(error, HTTPError):
        return error
    if isinstance(error, ValidationError):
        return from_validation(error)
    if isinstance(error, BadCursor):
        return _bad_cursor("cursor")
    if isinstance(error, TooMany):
        return HTTPError(429, 9, error.message, headers={"retry-after": str(error.seconds)})
    if isinstance(error, Refused):
        status, code = _refused(error)
        return HTTPError(status, code, error.message, fields=error.fields)
    if isinstance(error, TooLarge):
        return HTTPError(413, 4, "with this, more would be in one document than the store can hold")
    if isinstance(error, StoreError | QueueError):
        return _storage(error.cause)
    return None


def _storage(cause: Cause) -> HTTPError:
    """Damage does not pass by trying again; the rest does, when somebody has seen to it."""
    match cause:
        case "busy":
            return HTTPError(503, -1, "storage is busy, try again", headers={"retry-after": "1"})
        case "full":
            return HTTPError(503, -1, "storage is full, try again later", headers=_LATER)
        case "read-only":
            return HTTPError(503, -1, "storage is read-only, try again later", headers=_LATER)
        case "failing":
            return HTTPError(503, -1, "storage is failing, try again later", headers=_LATER)
        case "gone":
            return HTTPError(503, -1, "storage is gone, try again later", headers=_LATER)
        case "corrupt":
            return HTTPError(500, -1, "storage is damaged: the log says where")


def storage_trouble(error: Exception) -> Cause | None:
    """What the log has to name: not that another write was faster, or that a request was wrong."""
    if isinstance(error, StoreError | QueueError) and not isinstance(error, BadCursor | Conflict):
        return error.cause
    return None


@contextmanager
def cursor_named(field: str) -> Iterator[None]:
    """For the bodies that do not call it `cursor`."""
    try:
        yield
    except BadCursor:
        raise _bad_cursor(field) from None


def _bad_cursor(field: str) -> HTTPError:
    problem = "is not a cursor of this query"
    return HTTPError(400, 4, f"{field} {problem}", fields={field: problem})


def _refused(error: Refused) -> tuple[int, int]:
    if isinstance(error, NotFound):
        return 404, 16
    if isinstance(error, NotAllowed):
        return 403, 17
    if isinstance(error, Outdated):
        return 409, 4
    if isinstance(error, TryAgain):
        return 503, -1
    assert isinstance(error, Invalid)
    return 400, 4


def _name(place: tuple[int | str, ...]) -> str:
    """A key that is wrong itself is named like its value."""
    parts = place[:-1] if place[-1:] == ("[key]",) else place
    return ".".join(map(str, parts)) or "body"


def from_validation(error: ValidationError) -> HTTPError:
    fields: dict[str, str] = {}
    for problem in error.errors(include_url=False, include_context=False, include_input=False):
        name = _name(problem["loc"])
        fields.setdefault(name[:200], UNKNOWN if problem["type"] == _EXTRA else problem["msg"])
        if len(fields) == 20:
            break
    text = "; ".join(f"{name}: {message}" for name, message in list(fields.items())[:5])
    return HTTPError(400, 4, text or "invalid input", fields=fields)
