"""The categories that reports name."""

from __future__ import annotations

from typing import Literal

from common.api.gavel.base import Body, Name


class ReportCategoryBody(Body):
    name: Name
    applies_to: Literal["posts", "users", "both"] = "both"
