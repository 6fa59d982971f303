"""The types of conditions that Stream's builder has: one entry each (contract section 9)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from common.domain.errors import Invalid
from common.rules.builders import asked, parts
from common.rules.builders.parts import Place, Tree

_CALLS = "no calls pass through Gavel"


@dataclass(frozen=True, slots=True)
class Kind:
    """`name` is its type without `_rule` at the end. `why` it never holds, where it does not."""

    name: str
    params: str
    build: Callable[[Place, Any], Tree] | None = None
    why: str = ""


KINDS: dict[str, Kind] = {
    each.name: each
    for each in (
        Kind("text_content", "text_content_params", parts.text_content),
        Kind("image_content", "image_content_params", parts.of_labels("image")),
        Kind("video_content", "video_content_params", parts.of_labels("video")),
        Kind("ocr_content", "ocr_content_params", parts.of_labels("image", written=True)),
        Kind("content_custom_property", "content_custom_property_params", parts.content_property),
        Kind(
            "content_custom_property_count",
            "content_custom_property_count_params",
            parts.property_count,
        ),
        Kind("text", "text_rule_params", parts.text_count),
        Kind("image", "image_rule_params", parts.label_count("image")),
        Kind("video", "video_rule_params", parts.label_count("video")),
        Kind("content_count", "content_count_rule_params", parts.content_count),
        Kind(
            "user_identical_content_count", "user_identical_content_count_params", parts.identical
        ),
        Kind("user_reaction_count", "user_reaction_count_params", parts.reaction_count),
        Kind("content_flag_count", "content_flag_count_rule_params", parts.content_flags),
        Kind("user_flag_count", "user_flag_count_rule_params", parts.user_flags),
        Kind("ip_content_count", "ip_content_count_rule_params", parts.address_count),
        Kind("ip_flag_count", "ip_flag_count_rule_params", parts.address_flags),
        Kind("channel_message_count", "channel_message_count_rule_params", parts.message_count),
        Kind("user", "user_rule_params", parts.user_age),
        Kind("user_created_within", "user_created_within_params", parts.user_age),
        Kind("user_role", "user_role_params", parts.user_role),
        Kind("user_custom_property", "user_custom_property_params", parts.user_property),
        Kind("flood_identical", "flood_identical_params", parts.flood("identical")),
        Kind("flood_similar", "flood_similar_params", parts.flood("similar")),
        Kind("user_channel_count", "user_channel_count_params", parts.channel_count),
        Kind(
            "user_identical_image_count",
            "user_identical_image_count_params",
            why="a user's images are not compared with one another",
        ),
        Kind("keyframe", "keyframe_rule_params", why=_CALLS),
        Kind("keyframe_ocr", "keyframe_ocr_rule_params", why=_CALLS),
        Kind("closed_caption", "closed_caption_rule_params", why=_CALLS),
        Kind("call_type", "call_type_rule_params", why=_CALLS),
        Kind("call_violation_count", "call_violation_count_params", why=_CALLS),
        Kind("call_custom_property", "call_custom_property_params", why=_CALLS),
    )
}
_BY_PARAMS = {kind.params: kind for kind in KINDS.values()}
_WITH_LABELS = frozenset(
    ("text_content", "image_content", "video_content", "ocr_content", "text", "image", "video")
)


def tree_of(condition: asked.Condition, path: str, place: Place) -> Tree:
    """Raises Invalid naming the field. `place` is the rule's."""
    given = [name for name in _BY_PARAMS if getattr(condition, name) is not None]
    if condition.label is not None or condition.severity is not None:
        return _short(condition, path, place, given)
    kind = _kind_of(condition.type, given, path)
    for name in given:
        if name != kind.params:
            raise Invalid.field(f"{path}.{name}", f"is not for a condition of type {kind.name}")
    if kind.build is None:
        place.idle[path] = kind.why
        return {"type": "never", "what": kind.name}
    params = getattr(condition, kind.params)
    if params is None:
        raise Invalid.field(f"{path}.{kind.params}", "is required")
    if condition.confidence is not None and kind.name not in _WITH_LABELS:
        raise Invalid.field(f"{path}.confidence", "is for conditions on labels")
    inner = Place(f"{path}.{kind.params}", place.lists, condition.confidence, place.idle)
    return kind.build(inner, params)


def _kind_of(type: str | None, given: list[str], path: str) -> Kind:
    name = (type or "").removesuffix("_params").removesuffix("_rule")
    if name in KINDS:
        return KINDS[name]
    if len(given) == 1:
        return _BY_PARAMS[given[0]]
    raise Invalid.field(f"{path}.type", f"can be {', '.join(KINDS)}")


def _short(condition: asked.Condition, path: str, place: Place, given: list[str]) -> Tree:
    """The guide's shorter form, which is text content with the label."""
    if condition.type is not None or given:
        raise Invalid.field(f"{path}.label", "stands alone or with severity")
    if condition.label is None:
        raise Invalid.field(f"{path}.label", "is required with severity")
    short = {"harm_labels": [condition.label], "severity": condition.severity}
    labelled = asked.TextContent.model_validate(short)
    return parts.text_content(Place(path, place.lists, condition.confidence, place.idle), labelled)
