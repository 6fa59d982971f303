"""The modules that are imported only where an extra is installed."""

from __future__ import annotations

OF_EXTRAS = {
    *(
        f"common.engines.images.{name}"
        for name in (
            "decoding",
            "frames",
            "hash_index",
            "judging",
            "nsfw",
            "pdq",
            "reading",
            "sights",
        )
    ),
    "common.engines.videos.sampling",
}
