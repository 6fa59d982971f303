"""Many images at once (contract 6, bulk_image_moderation)."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from common.api.base import Request


class BulkImageModerationRequest(Request):
    csv_file: Annotated[str, StringConstraints(min_length=1, max_length=2_000)]
