"""What an app has that its rules may name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from common.configuration.block_lists import list_names
from common.configuration.classes import classes_of
from common.configuration.configuration import Configuration
from common.domain.content_class import CLASS_MODALITIES
from common.domain.labels import Modality
from common.engines.image_labels import KINDS as IMAGE_LABELS
from common.engines.registry import ENGINES
from common.engines.remote.kinds import KINDS as PROVIDER_KINDS
from common.rules.conditions.base import Known

_SEEN = ("image", "video")
_OF_LABELS: tuple[Modality, ...] = get_args(Modality)


def known_of(configuration: Configuration) -> Known:
    """A name may be that of a class, of a label that an engine gives whatever the policy says, or
    of one that a policy of the app asks for.
    """
    classes: dict[str, set[str]] = {modality: set() for modality in CLASS_MODALITIES}
    for each in classes_of(configuration).values():
        classes[each["modality"]].add(each["name"])
    return Known(
        list_names(configuration.lists),
        configuration.report_categories,
        configuration.user_lists,
        configuration.strike_policies,
        classes,
        _labels(configuration),
    )


def _labels(configuration: Configuration) -> Mapping[str, set[str]]:
    asked = {name for each in configuration.policies.values() for name in _asked(each["config"])}
    known: dict[str, set[str]] = {modality: {*asked} for modality in _OF_LABELS}
    for engine in ENGINES.values():
        known["text"].update(engine.labels)
    for kind in PROVIDER_KINDS.values():
        if "texts" in kind.media:
            known["text"].update(kind.labels)
        if "images" in kind.media:
            known["image"].update(kind.labels)
    known["text"].update(each["name"] for each in configuration.filters.values())
    pictured = {each["label"] for each in configuration.image_hash_lists.values()}
    pictured |= {name for label, kinds in IMAGE_LABELS.items() for name in (label, *kinds)}
    for modality in _SEEN:
        known[modality] |= pictured
    return known


def _asked(config: Mapping[str, Any]) -> Iterator[str]:
    """What the rules of a policy's engines are about."""
    for settings in config.values():
        for rules in ("rules", "ocr_rules") if isinstance(settings, dict) else ():
            for rule in settings.get(rules) or ():
                named = (
                    rule.get("label"),
                    rule.get("name"),
                    *(rule.get("subclassifications") or ()),
                )
                yield from (name for name in named if isinstance(name, str))
