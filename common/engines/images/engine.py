"""Images: fetched, and judged by what they show and what stands in them."""

from __future__ import annotations

from common.engines.engine import Classifier, Resources, Unavailable
from common.engines.images.config import ImageConfig

Config = ImageConfig
_SECONDS = 8.0
_MOST_BYTES = 20_000_000


def prepare(config: ImageConfig, resources: Resources) -> Classifier:
    try:
        from common.engines.images.decoding import decode
        from common.engines.images.judging import Judging, Medium
    except ImportError:
        raise Unavailable("pictures cannot be decoded: install Gavel's extra 'images'") from None
    medium = Medium("ai_image", "image", _SECONDS, _MOST_BYTES, decode)
    return Judging(medium, config, resources)
