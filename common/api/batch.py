"""Several calls in one body, as Google's API clients send them."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class BatchedCall(BaseModel):
    """`id` is what its answer will be known by, and "" where nobody asks; header names are in lower
    case.
    """

    model_config = ConfigDict(frozen=True)

    id: str
    method: str
    path: str
    query: str
    headers: dict[str, str]
    body: bytes


class Batch(BaseModel):
    model_config = ConfigDict(frozen=True)

    calls: tuple[BatchedCall, ...]
