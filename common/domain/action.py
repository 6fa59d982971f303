"""Actions: what a rule or moderator has done to a subject."""

from __future__ import annotations

FLAG_FOR_REVIEW = "flag_for_review"
"""The action that is built in."""
