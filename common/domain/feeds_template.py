"""The feeds template: which fields of a feed's activities are content of which kind, and by which
policy they are to be judged.
"""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from common.store.store import Collection, Key

MOST_TEMPLATES = 100


class FeedsTemplateConfig(TypedDict):
    """`data_types` has a kind of content for each field's name; `config_key` is a policy's."""

    data_types: dict[str, str]
    config_key: NotRequired[str]


class FeedsTemplate(TypedDict):
    """Times are nanoseconds."""

    name: str
    config: FeedsTemplateConfig
    created_at: int
    updated_at: int


class FeedsTemplates(TypedDict):
    """All of an app's, in one document, by name: so none is made beyond the most there may be."""

    templates: dict[str, FeedsTemplate]


FEEDS_TEMPLATES: Collection[FeedsTemplates] = Collection("feeds_templates")


def feeds_templates_key(app: str) -> Key[FeedsTemplates]:
    return Key(app, FEEDS_TEMPLATES, "feeds_templates")
