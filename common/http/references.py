"""Types that the route table names as "module:Class", so that a function loads its own only."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any


@cache
def named(reference: str) -> type[Any]:
    """Raises ImportError or AttributeError for what is not there."""
    module, _, name = reference.partition(":")
    found: type[Any] = getattr(import_module(module), name)
    return found
