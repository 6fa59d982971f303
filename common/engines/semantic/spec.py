"""A customer's filter as it is configured; preparing it is the engine's, and brings the model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from common.engines.semantic.config import Tier
    from common.engines.semantic.filters import Filter


@dataclass(frozen=True, eq=False)
class FilterSpec:
    """What is prepared of a filter lives as long as its object, whatever policies name it."""

    name: str
    phrases: Sequence[str]
    filters: dict[Tier, Filter] = field(default_factory=dict, init=False, repr=False)
    preparing: Lock = field(default_factory=Lock, init=False, repr=False)
