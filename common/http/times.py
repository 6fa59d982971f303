"""How long an answer took, as Stream says it."""

from __future__ import annotations


def duration(started: int, ended: int) -> str:
    return f"{(ended - started) / 1_000_000:.2f}ms"
