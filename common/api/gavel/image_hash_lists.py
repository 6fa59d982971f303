"""Lists of image hashes (PDQ)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from common.api.base import Request
from common.api.gavel.base import Body, Name
from common.domain.fields import Id

MAX_IMPORT = 200_000
Hash = Annotated[str, StringConstraints(pattern=r"^[0-9A-Fa-f]{64}$")]


class ImageHashListBody(Body):
    """`label` is what a picture is labelled as that is in the list."""

    label: Name
    description: str = Field("", max_length=1_000)


class ImportBody(Body):
    """`text` has a hash a line, as Meta's tools write them, and a note behind a comma."""

    text: str = Field(max_length=MAX_IMPORT)


class AddFromItemBody(Body):
    """`image` is which of the item's images, counted from 0."""

    item_id: Id
    image: int = Field(0, ge=0, lt=1_000)
    note: str = Field("", max_length=200)


class RemoveHashesBody(Body):
    hashes: list[Hash] = Field(min_length=1, max_length=1_000)


class ExportQuery(Request):
    cursor: str | None = Field(None, max_length=8_192)
