"""What OpenAI's clients send to have it moderated."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Discriminator, Field, Tag

from common.api.base import Request, Text
from common.domain.errors import Invalid
from common.domain.moderated import ModerationInput

MOST_STRINGS = 32
MOST_PARTS = 64
MOST_IMAGES = 10
Model = Literal[
    "omni-moderation-latest",
    "omni-moderation-2024-09-26",
    "text-moderation-latest",
    "text-moderation-stable",
    "text-moderation-007",
]
_DATA = re.compile(r"data:image/[\w.+-]{1,40};base64,[A-Za-z0-9+/]+={0,2}", re.IGNORECASE)
_HTTP = re.compile(r"https?://[^\s/?#]", re.IGNORECASE)


def _address(url: str) -> str:
    if url[:5].lower() == "data:":
        if _DATA.fullmatch(url) is None:
            raise ValueError("is no data URL of an image in base64")
    elif _HTTP.match(url) is None or len(url) > _LONGEST_URL:
        raise ValueError(f"is no http(s) URL of at most {_LONGEST_URL} characters")
    return url


_LONGEST_URL = 4_096
Image = Annotated[str, AfterValidator(_address)]


class ImageUrl(Request):
    url: Image


class TextPart(Request):
    type: Literal["text"]
    text: Text


class ImagePart(Request):
    type: Literal["image_url"]
    image_url: ImageUrl


Part = Annotated[TextPart | ImagePart, Field(discriminator="type")]


def _form(value: Any) -> str:
    if not isinstance(value, list):
        return "string"
    return "parts" if any(isinstance(each, dict) for each in value) else "strings"


class ModerationRequest(Request):
    """A list of strings is answered with a result for each, a list of parts with one for all. The
    same engines judge whatever `model` is named; it is echoed.
    """

    input: Annotated[
        Annotated[Text, Tag("string")]
        | Annotated[list[Text], Field(min_length=1, max_length=MOST_STRINGS), Tag("strings")]
        | Annotated[list[Part], Field(min_length=1, max_length=MOST_PARTS), Tag("parts")],
        Discriminator(_form),
    ]
    model: Model = "omni-moderation-latest"

    def inputs(self) -> list[ModerationInput]:
        """Raises Invalid."""
        if isinstance(self.input, str):
            return [ModerationInput((self.input,))]
        texts = tuple(each.text for each in self.input if isinstance(each, TextPart))
        images = tuple(each.image_url.url for each in self.input if isinstance(each, ImagePart))
        if not texts and not images:
            return [ModerationInput((each,)) for each in self.input if isinstance(each, str)]
        if len(images) > MOST_IMAGES:
            raise Invalid.field("input", f"has more than {MOST_IMAGES} images")
        if images and self.model.startswith("text-"):
            raise Invalid.field("input", f"has images, which {self.model} does not take")
        return [ModerationInput(texts, images)]
