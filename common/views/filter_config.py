"""What the review queue can be filtered by, for drop-downs (contract appendix A)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from typing_extensions import TypedDict

from common.domain.image_hash_list import ImageHashList
from common.domain.policy import Policy
from common.engines.image_labels import KINDS, with_kinds
from common.engines.registry import ENGINES

_IMAGES = ("ai_image_config", "ai_video_config")


class FilterConfig(TypedDict):
    """Labels are those that the app's policies can lead to. `ai_image_taxonomy` has the kinds of
    each image label that has any, and `filterable_custom_keys` the customer's own fields by which
    the app's queues are filtered.
    """

    llm_labels: list[str]
    ai_image_labels: list[str]
    ai_image_taxonomy: dict[str, list[str]]
    ai_text_labels: list[str]
    config_keys: list[str]
    filterable_custom_keys: list[str]


def filter_config(
    policies: Collection[Policy], image_lists: Collection[ImageHashList], keys: Collection[str]
) -> FilterConfig:
    """`keys` are of the customer's own fields."""
    images = _image_labels(policies, image_lists)
    return {
        "llm_labels": sorted(set(_ruled(policies, "llm_config"))),
        "ai_image_labels": sorted(images),
        "ai_image_taxonomy": {
            name: list(KINDS[name]) for name in sorted(images) if KINDS.get(name)
        },
        "ai_text_labels": sorted(ENGINES["ai_text"].labels) if _asking(policies) else [],
        "config_keys": sorted({policy["key"] for policy in policies}),
        "filterable_custom_keys": sorted(keys),
    }


def _asking(policies: Collection[Policy]) -> bool:
    return any(_config(policy, "ai_text_config") is not None for policy in policies)


def _image_labels(policies: Collection[Policy], image_lists: Collection[ImageHashList]) -> set[str]:
    """What the classifier tells, what lists of hashes are named for and what rules name, each with
    what is a kind of it.
    """
    found = {each["label"] for each in image_lists}
    for field in _IMAGES:
        if any(_config(policy, field) is not None for policy in policies):
            engine = ENGINES[field.removesuffix("_config")]
            found.update(engine.tells or (), _ruled(policies, field))
    return {kind for label in found for kind in with_kinds(label)}


def _ruled(policies: Collection[Policy], field: str) -> Iterator[str]:
    for policy in policies:
        for rule in (_config(policy, field) or {}).get("rules") or ():
            yield rule["label"]


def _config(policy: Policy, field: str) -> Mapping[str, Any] | None:
    """None where the policy does not ask for it."""
    config: Mapping[str, Any] | None = policy["config"].get(field)
    return None if config is None or config.get("enabled") is False else config
