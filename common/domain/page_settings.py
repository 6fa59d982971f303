"""What an app sets for everybody's dashboard."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict


class PageReason(TypedDict):
    """One that moderators choose; `label` is what they see, `key` what the log has. `use` is for
    decisions that do something, for those that keep, or for both.
    """

    key: str
    label: str
    use: Literal["act", "keep", "both"]


class PageSettings(TypedDict):
    """`act_needs_reason` and `keep_needs_reason` hold for members who are signed in. What is
    blurred, grey, muted or veiled is so for members who did not choose themselves, and so is which
    items do not follow one another: from `space_severity` on (1 low to 4 critical, 0 none), and
    those with a label in `space_labels`.
    """

    decision_reasons: list[PageReason]
    act_needs_reason: bool
    keep_needs_reason: bool
    blur: bool
    grey: bool
    mute: bool
    veil_text_labels: list[str]
    space_severity: int
    space_labels: list[str]
    translate_url: str


NO_PAGE_SETTINGS: PageSettings = {
    "decision_reasons": [],
    "act_needs_reason": False,
    "keep_needs_reason": False,
    "blur": True,
    "grey": False,
    "mute": True,
    "veil_text_labels": [],
    "space_severity": 0,
    "space_labels": [],
    "translate_url": "",
}
