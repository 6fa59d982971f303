"""Structured logs: one JSON object a line, secrets and tokens redacted."""

from __future__ import annotations

import json
import re
import sys
from typing import Any

import orjson

LEVELS = {"debug": 10, "info": 20, "warning": 30, "error": 40}
_SECRET_KEYS = re.compile(r"secret|token|authorization|auth_value|password|api_key", re.IGNORECASE)
_SECRET_TEXT = re.compile(
    r"eyJ[\w-]+\.[\w-]*\.[\w-]*|\b(?:bearer|token)\s+\S+|(?<=api_key=)[^&\s]+", re.IGNORECASE
)
_HIDDEN = "[redacted]"


class Journal:
    """Severity names are Google Cloud Logging's, which other collectors read too."""

    def __init__(self, function: str, level: str = "info") -> None:
        self._function = function
        self._level = LEVELS[level]

    def write(self, level: str, message: str, **fields: Any) -> None:
        if LEVELS[level] < self._level:
            return
        entry = {
            "severity": level.upper(),
            "message": message,
            "function": self._function,
            **fields,
        }
        sys.stdout.write(_line(redacted(entry)))
        sys.stdout.flush()

    def plain(
        self, level: str, operation: str, status: int, request: str, took: float, request_id: str
    ) -> None:
        """The access line: its fields hold no secrets, so it skips the redaction."""
        entry = {
            "severity": level.upper(),
            "message": operation,
            "function": self._function,
            "request": request,
            "status": status,
            "milliseconds": round(took, 2),
            "request_id": request_id,
        }
        sys.stdout.write(_line(entry))

    def enabled(self, level: str) -> bool:
        return LEVELS[level] >= self._level


def _line(entry: dict[str, Any]) -> str:
    try:
        return orjson.dumps(entry, default=str).decode() + "\n"
    except TypeError:
        # A huge integer or half a character must not cost the line that tells of it.
        return json.dumps(entry, default=str, skipkeys=True) + "\n"


def redacted(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key: _HIDDEN if _SECRET_KEYS.search(str(key)) else redacted(item)
            for key, item in value.items()
        }
    if isinstance(value, list | tuple):
        return [redacted(item) for item in value]
    if isinstance(value, str):
        return _SECRET_TEXT.sub(_HIDDEN, value)
    return value
