"""Structured logs: one JSON object a line, secrets and tokens redacted, whoever logs."""

from __future__ import annotations

import contextlib
import json
import logging
import re
import sys
import traceback
from collections.abc import MutableMapping
from typing import Any

import orjson

_OURS = "gavel"
_LEVELS = {"debug": 10, "info": 20, "warning": 30, "error": 40}
_SECRET_KEYS = re.compile(
    r"secret|token|authorization|auth_value|password|api[_-]key|score_key|query_string",
    re.IGNORECASE,
)
_SECRET_TEXT = re.compile(
    r"eyJ[\w-]+\.[\w-]*\.[\w-]*|\b(?:bearer|token)\s+\S+"
    # Of a query, also where the parameter's name is spelled in percents; and score keys by
    # their form, wherever they stand.
    r"|(?<=key=)[^&\s]+|(?<=[?&'\"])[^&=\s]{0,40}%[^&=\s]{0,40}=[^&\s]+"
    r"|api-key\W{1,6}(?:b\W)?[\w.~-]+|\b(?:score|gavel)_[\w-]{20,}",
    re.IGNORECASE,
)
_HIDDEN = "[redacted]"


class FunctionLogger(logging.LoggerAdapter[logging.Logger]):
    """Says which function logs; what is given by name becomes a field of the line."""

    def __init__(self, function: str) -> None:
        super().__init__(logging.getLogger(f"{_OURS}.{function}"))
        self._function = function

    def process(
        self, msg: Any, kwargs: MutableMapping[str, Any]
    ) -> tuple[Any, MutableMapping[str, Any]]:
        error = kwargs.pop("exc_info", None)
        fields = {"function": self._function, **kwargs}
        return msg, {"exc_info": error, "extra": {"fields": fields}}

    def access(
        self, level: int, operation: str, status: int, request: str, took: float, request_id: str
    ) -> None:
        """The access line. Only its URL's path may hold a secret, by mistake, so it skips the rest
        of the redaction and all that logging does for a record; `took` is in milliseconds.
        """
        if not self.isEnabledFor(level):
            return
        entry = {
            "severity": logging.getLevelName(level),
            "message": operation,
            "function": self._function,
            "request": redacted(request),
            "status": status,
            "milliseconds": round(took, 2),
            "request_id": request_id,
        }
        # Where the log's disk is full, the request is answered all the same.
        with contextlib.suppress(OSError, ValueError):
            sys.stdout.write(_line(entry))


def open_logger(function: str, level: str) -> FunctionLogger:
    """The logger of `function`, which logs from `level` on.

    What libraries log goes out in the same way, under the name of the process's first function:
    warnings and what is worse, and everything at the level debug.
    """
    root = logging.getLogger()
    if not any(isinstance(handler, _Output) for handler in root.handlers):
        output = _Output()
        output.setFormatter(JSONFormatter(function))
        # Lambda brings a handler of its own, which would say everything twice.
        root.handlers[:] = [output]
    number = _LEVELS[level]
    root.setLevel(number if level == "debug" else max(number, logging.WARNING))
    logging.getLogger(_OURS).setLevel(number)
    # uvicorn's access lines have the URL with its query, in which keys stand; ours have the path.
    logging.getLogger("uvicorn.access").addFilter(_nothing)
    # Google's clients cut this logger off from all handlers unless it has a level. At debug they
    # log what they send, and so what people posted.
    logging.getLogger("google").setLevel(max(root.level, logging.INFO))
    return FunctionLogger(function)


def _nothing(record: logging.LogRecord) -> bool:
    del record
    return False


class JSONFormatter(logging.Formatter):
    """Severity names are Google Cloud Logging's, which other collectors read too.

    Of an exception it tells type, files and lines: its text may be what somebody posted.
    """

    def __init__(self, function: str) -> None:
        super().__init__()
        self._function = function

    def format(self, record: logging.LogRecord) -> str:
        severity = record.levelname if record.levelname.lower() in _LEVELS else "ERROR"
        entry = {"severity": severity, "message": _message(record), **self._fields(record)}
        if record.exc_info and (error := record.exc_info[1]):
            entry["message"] = _without(str(error), entry["message"])
            entry |= {"error": type(error).__name__, "where": _where(error)}
        return _line(redacted(entry))

    def _fields(self, record: logging.LogRecord) -> dict[str, Any]:
        found: dict[str, Any] | None = getattr(record, "fields", None)
        return {"function": self._function, "logger": record.name} if found is None else found


class _Output(logging.Handler):
    """Writes to what is the standard output at the time."""

    def emit(self, record: logging.LogRecord) -> None:
        # A library must not fail because nobody reads any more.
        with contextlib.suppress(OSError, ValueError):
            sys.stdout.write(self.format(record))
            sys.stdout.flush()


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except Exception:
        # The library's own mistake: the arguments do not fit its text.
        return str(record.msg)


def _without(text: str, message: str) -> str:
    """Libraries put an exception's text or its repr into their own."""
    for each in filter(None, (text, repr(text)[1:-1])):
        message = message.replace(each, _HIDDEN)
    return message


def _where(error: BaseException) -> list[str]:
    frames = traceback.extract_tb(error.__traceback__)
    return [f"{frame.filename}:{frame.lineno}" for frame in frames]


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
