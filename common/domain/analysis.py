"""The analysis: named texts and images, submitted together, and what is said of each."""

from __future__ import annotations

from typing import Any, NotRequired

from typing_extensions import TypedDict


class Analysis(TypedDict):
    """`texts`, and the addresses of `images`, by name in the customer's order, and `content_ids` by
    the same names, those of images as `image_label`. The entity's fields and `creator_id` are empty
    for what is nobody's content. `received_at` is in nanoseconds.
    """

    texts: dict[str, str]
    images: NotRequired[dict[str, str]]
    content_ids: dict[str, str]
    config_key: str
    entity_type: str
    entity_id: str
    creator_id: str
    custom: dict[str, Any]
    received_at: int
    published_at: NotRequired[int]
    creator_region: NotRequired[str]


class Classification(TypedDict):
    """`confidence` is 0 to 1; `severity` is in capitals, where the engine gives one."""

    name: str
    confidence: float
    severity: NotRequired[str]


class TextVerdict(TypedDict):
    """`action` is keep, flag or remove. Where nothing was found and not all was judged, there is
    an `error` instead; `not_judged`, Gavel's own, names the engines. `id` is the customer's.
    """

    classifications: list[Classification]
    action: NotRequired[str]
    error: NotRequired[str]
    id: NotRequired[str]
    language: NotRequired[str]
    severity: NotRequired[str]
    not_judged: NotRequired[list[str]]


class ImageVerdict(TypedDict):
    """As of a text, and the same members mean the same. `ocr_classifications` are of what stands in
    the image; `confidence` is the highest of what it shows.
    """

    classifications: list[Classification]
    ocr_classifications: list[Classification]
    action: NotRequired[str]
    confidence: NotRequired[float]
    error: NotRequired[str]
    id: NotRequired[str]
    not_judged: NotRequired[list[str]]


def image_label(name: str) -> str:
    """What an image is called beside texts."""
    return f"image:{name}"


TextVerdicts = dict[str, TextVerdict]
ImageVerdicts = dict[str, ImageVerdict]


class Verdicts(TypedDict):
    """`images` is there where the analysis had some."""

    texts: TextVerdicts
    images: NotRequired[ImageVerdicts]
