"""The URLs that an app names, refused when they are saved if no call may go there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from common.configuration.context import Context
from common.domain.errors import Invalid

if TYPE_CHECKING:
    from common.outgoing.egress import EgressPolicy


def checked_url(context: Context, name: str, url: str | None) -> str:
    """The URL if callbacks may go there. Raises Invalid naming the field `name`."""
    if not url:
        return ""
    try:
        context.one(_egress_policy).check_url(url)
    except ValueError as error:
        raise Invalid.field(name, f"cannot be used: {error}") from None
    return url


def _egress_policy(context: Context) -> EgressPolicy:
    # Most checks name no URL, and parsing addresses takes its time to load.
    from common.outgoing.egress import EgressPolicy

    return EgressPolicy.parse(context.settings.egress_allow)
