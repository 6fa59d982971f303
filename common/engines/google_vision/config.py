"""What a policy says of Google's SafeSearch: no more than that it is to look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from common.engines.config import Ask
from common.engines.remote.config import AskingConfig, ProviderId
from common.engines.remote.endpoints.labels import GOOGLE_VISION

LIKELY = 0.8
"""What SafeSearch calls LIKELY is flagged, and what is more than that."""


class GoogleVisionConfig(AskingConfig):
    """The contract has no rules here; `remote_config` can set a threshold and an action a label."""

    provider: ProviderId | None = None

    def asks(self) -> Sequence[Ask]:
        return [Ask(label, "flag", LIKELY) for label in GOOGLE_VISION]

    def providers(self) -> Mapping[str, str | None]:
        return {"provider": self.provider}
