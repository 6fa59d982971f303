"""Videos: fetched, and judged by frames of them, as images are."""

from __future__ import annotations

from common.engines.engine import Classifier, Resources, Unavailable
from common.engines.images.config import ImageConfig

Config = ImageConfig
_SECONDS = 20.0
_MOST_BYTES = 50_000_000


def prepare(config: ImageConfig, resources: Resources) -> Classifier:
    try:
        from common.engines.images.judging import Judging, Medium
        from common.engines.videos.sampling import sample
    except ImportError:
        raise Unavailable("videos cannot be decoded: install Gavel's extra 'video'") from None
    medium = Medium("ai_video", "video", _SECONDS, _MOST_BYTES, sample)
    return Judging(medium, config, resources)
