"""The engines there are. Adding one is a module with `prepare` and a line here."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Engine:
    """`slow` engines run in the scan function, after the check is answered."""

    name: str
    config_field: str
    module: str
    slow: bool = False

    def load(self) -> Callable[..., Any]:
        """The module's `prepare`: from settings to a function from content to labels."""
        prepare: Callable[..., Any] = importlib.import_module(self.module).prepare
        return prepare


ENGINES: dict[str, Engine] = {
    engine.name: engine
    for engine in (
        Engine("block_list", "block_list_config", "common.engines.block_list.engine"),
        Engine(
            "automod_platform_circumvention",
            "automod_platform_circumvention_config",
            "common.engines.circumvention.engine",
        ),
    )
}
