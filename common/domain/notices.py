"""By whom something came to notice, in the words of the EU's transparency database."""

from __future__ import annotations

from collections.abc import Iterable

from common.domain.declaring import StatementSettings

VOLUNTARY = "SOURCE_VOLUNTARY"
ARTICLE_16 = "SOURCE_ARTICLE_16"
TRUSTED_FLAGGER = "SOURCE_TRUSTED_FLAGGER"
OTHER_NOTIFICATION = "SOURCE_TYPE_OTHER_NOTIFICATION"
NOTICES = (ARTICLE_16, TRUSTED_FLAGGER)


def source_of(settings: StatementSettings, categories: Iterable[str], *, is_trusted: bool) -> str:
    """Of reports in these categories; `is_trusted` where a trusted flagger is among who made
    them.
    """
    if is_trusted:
        return TRUSTED_FLAGGER
    is_notice = not {*settings["notice_categories"]}.isdisjoint(categories)
    return ARTICLE_16 if is_notice else OTHER_NOTIFICATION
