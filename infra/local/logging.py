"""The log of the local runtime, whose two processes write to one output."""

from __future__ import annotations

import io
import sys

from common.http.logging import FunctionLogger, open_logger


def open_process_logger(name: str, level: str) -> FunctionLogger:
    """Also makes each line leave at once, so that none stands inside another's."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(line_buffering=True)
    return open_logger(name, level)
