"""Batches of Perspective's calls, of which each shows its own key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from common.http.dialects.perspective import PerspectiveDialect

if TYPE_CHECKING:
    from pydantic import BaseModel
    from starlette.requests import Request


class BatchDialect(PerspectiveDialect):
    common: ClassVar[Mapping[str, str]] = {}

    async def read(self, request: Request, body: bytes, _model: type[BaseModel], /) -> BaseModel:
        from common.http.batches import read_batch

        headers = request.headers
        return read_batch(request.url.path, headers.get("content-type", ""), body)


PERSPECTIVE_BATCH = BatchDialect(name="perspective_batch", times="integer", has_duration=False)
