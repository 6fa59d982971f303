"""What a policy says of toxicity."""

from __future__ import annotations

from typing import Literal

from common.engines.config import ThresholdConfig


class ToxicityConfig(ThresholdConfig):
    """`blended` asks the stronger model too where the default is unsure."""

    model: Literal["default", "blended"] | None = None

    @property
    def in_thread(self) -> bool:
        return self.model == "blended"
