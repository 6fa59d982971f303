"""Queries that come as JSON in the query of a URL (contract 3.4)."""

from __future__ import annotations

from typing import TypeVar

from pydantic import ValidationError

from common.api.base import Request
from common.domain.errors import Invalid

Payload = TypeVar("Payload", bound=Request)


def read_payload(model: type[Payload], text: str) -> Payload:
    """Raises Invalid where it is no JSON of what is asked for."""
    try:
        return model.model_validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(map(str, ("payload", *first["loc"])))
        raise Invalid.field(place, first["msg"]) from None
