"""What is known of why something was restricted, without a word that anybody wrote."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from common.configuration.configuration import Configuration
from common.configuration.user_lists import is_trusted_flagger, membership_of
from common.domain.content import is_user
from common.domain.flag import RULE
from common.domain.item import Item
from common.domain.labels import LabelDocument, flagging_engines
from common.domain.notices import VOLUNTARY, source_of
from common.domain.reports import ANY_CATEGORY, kept_reports, open_reports
from common.domain.settings import statements_of

_MEDIA = {
    "texts": "CONTENT_TYPE_TEXT",
    "images": "CONTENT_TYPE_IMAGE",
    "videos": "CONTENT_TYPE_VIDEO",
    "audios": "CONTENT_TYPE_AUDIO",
}
_EAN_13 = re.compile(r"[0-9]{13}")
OTHER_CONTENT = "CONTENT_TYPE_OTHER"
ACCOUNT = "account"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Of one item as it was then. `is_detected`: an engine or a rule had found something in it.
    `source` is by whom it came to notice, and `noticed_at` when the oldest of the reports came that
    nobody had decided on, 0 where there was none.
    """

    labels: tuple[str, ...] = ()
    report_categories: tuple[str, ...] = ()
    source: str = VOLUNTARY
    is_detected: bool = False
    noticed_at: int = 0


NOTHING_KNOWN = Evidence()


def evidence_of(
    configuration: Configuration,
    item: Item | None,
    labels: Iterable[LabelDocument] | None = None,
    *,
    is_reported: bool = True,
) -> Evidence:
    """`labels` are those that were looked at, where they are not the item's own by now. Without
    `is_reported` what led to it is no report, whatever reports there are.
    """
    if item is None:
        return NOTHING_KNOWN
    found = [*(item.get("labels") or ())] if labels is None else [*labels]
    engines = {*flagging_engines(found)}
    names = (f"{each['engine']}: {each['name']}" for each in found if each["engine"] in engines)
    is_by_rule = RULE in item.get("flag_types", ()) or "rules_acted" in item
    categories: tuple[str, ...] = ()
    source, noticed_at = VOLUNTARY, 0
    counts = open_reports(item).by_category if is_reported else {}
    if any(counts.values()):
        reported = (name for name, count in counts.items() if count and name != ANY_CATEGORY)
        # A category that the app does not have may be anything that a reporter wrote.
        categories = tuple(sorted(set(reported) & configuration.report_categories.keys()))
        source = _source(configuration, item, categories)
        kept = [each["at"] for each in kept_reports(item).values()]
        noticed_at = min(kept, default=item.get("reported_at", 0))
    is_detected = bool(engines) or is_by_rule
    labelled = tuple(dict.fromkeys(names))
    return Evidence(labelled, categories, source, is_detected, noticed_at)


def _source(configuration: Configuration, item: Item, categories: Iterable[str]) -> str:
    settings = statements_of(configuration.settings)
    is_trusted = any(is_trusted_flagger(configuration, id) for id in item.get("reporters") or ())
    return source_of(settings, categories, is_trusted=is_trusted)


def content_types(item: Item | None) -> list[str]:
    payload = item.get("payload") if item is not None else None
    found = [type for name, type in _MEDIA.items() if (payload or {}).get(name)]
    return found or [OTHER_CONTENT]


def is_of_account(item: Item | None) -> bool:
    return item is None or is_user(item["entity_type"])


def account_type(configuration: Configuration, user_id: str) -> str:
    """Empty where the app says of nobody what they are."""
    businesses = statements_of(configuration.settings).get("business_accounts")
    if not businesses or not user_id:
        return ""
    is_business = businesses in membership_of(configuration, user_id).lists
    return "ACCOUNT_TYPE_BUSINESS" if is_business else "ACCOUNT_TYPE_PRIVATE"


def content_id(configuration: Configuration, item: Item | None) -> dict[str, str]:
    """The number of what the content offers, where it has one; empty where it has none, or
    something else in its place.
    """
    field = statements_of(configuration.settings).get("ean_field") or ""
    custom = (item.get("payload") or {}).get("custom") if item is not None and field else None
    found = custom.get(field) if isinstance(custom, dict) else None
    is_number = isinstance(found, str) and bool(_EAN_13.fullmatch(found))
    return {"EAN-13": str(found)} if is_number else {}
