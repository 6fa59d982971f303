"""Block lists: what their entries may be."""

from __future__ import annotations

from typing import Literal, get_args

ListType = Literal["word", "domain", "domain_allowlist", "email", "email_allowlist", "regex"]
LIST_TYPES: tuple[ListType, ...] = get_args(ListType)
