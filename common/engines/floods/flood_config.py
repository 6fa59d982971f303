"""What a policy says of floods."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from common.engines.config import Action, Ask
from common.engines.floods.counting import (
    DISTANCE,
    MOST_COUNTED,
    CountingConfig,
    TimeWindow,
    duration,
)
from common.engines.floods.limits import Limit

_THRESHOLD, _WINDOW, _LETTERS = 5, "30m", 10
"""Where a policy does not say otherwise."""

Kind = Literal["flood_identical", "flood_similar"]


class IdenticalConfig(BaseModel):
    """`min_text_length` are letters and digits. Without `track_across_users` each user is counted
    apart.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    enabled: bool | None = None
    action: Action | None = None
    threshold: int | None = Field(None, ge=2, le=MOST_COUNTED)
    time_window: TimeWindow | None = None
    min_text_length: int | None = Field(None, ge=1, le=1_000)
    track_across_users: bool | None = None


class SimilarConfig(IdenticalConfig):
    similarity_distance: int | None = Field(None, ge=0, le=16, description="bits of 64")


Allowed = Annotated[str, Field(min_length=1, max_length=1_000)]


class FloodConfig(CountingConfig):
    """A part that is there is on unless it says that it is not. Texts of the `allowlist` are no
    flood, however they are written.
    """

    identical: IdenticalConfig | None = None
    similar: SimilarConfig | None = None
    allowlist: list[Allowed] | None = Field(None, max_length=1_000)

    def asks(self) -> Sequence[Ask]:
        return [Ask(kind, part.action or "flag") for kind, part in self._parts()]

    def limits(self) -> Sequence[Limit]:
        return list(self.by_kind.values())

    @cached_property
    def by_kind(self) -> Mapping[Kind, Limit]:
        from common.engines.floods.fingerprints import identity

        allowed = frozenset(map(identity, self.allowlist or ()))
        return {kind: _limit(part, allowed) for kind, part in self._parts()}

    def _parts(self) -> Iterator[tuple[Kind, IdenticalConfig]]:
        if self.identical is not None and self.identical.enabled is not False:
            yield "flood_identical", self.identical
        if self.similar is not None and self.similar.enabled is not False:
            yield "flood_similar", self.similar


def _limit(part: IdenticalConfig, allowed: frozenset[str]) -> Limit:
    is_similar = isinstance(part, SimilarConfig)
    distance = part.similarity_distance if isinstance(part, SimilarConfig) else 0
    return Limit(
        part.threshold or _THRESHOLD,
        duration(part.time_window or _WINDOW),
        "similar" if is_similar else "identical",
        DISTANCE if distance is None else distance,
        least_letters=part.min_text_length or _LETTERS,
        allowed=allowed,
        of_all=bool(part.track_across_users),
    )
