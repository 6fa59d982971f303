"""Lists of image hashes, as Gavel's own API has them."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import TypedDict

from common.domain.image_hash_list import ImageHashList


class ShownImageHashList(TypedDict):
    """`count` is how many hashes it has."""

    id: str
    label: str
    description: str
    count: int
    created_at: int
    updated_at: int


class ImageHashListAnswer(TypedDict):
    image_hash_list: ShownImageHashList


class ImageHashListsAnswer(TypedDict):
    image_hash_lists: list[ShownImageHashList]
    next: str | None


class AddedHashesAnswer(ImageHashListAnswer):
    """Of those that were sent, `known` were in the list before."""

    added: int
    known: int


class RemovedHashesAnswer(ImageHashListAnswer):
    removed: int


class ExportedHashesAnswer(TypedDict):
    """A hash a line, as they are imported; `next` is the cursor of the next page."""

    text: str
    next: str | None


def image_hash_list_answer(list: ImageHashList) -> ImageHashListAnswer:
    return {"image_hash_list": _shown(list)}


def image_hash_lists_answer(
    lists: Sequence[ImageHashList], cursor: str | None
) -> ImageHashListsAnswer:
    return {"image_hash_lists": [_shown(each) for each in lists], "next": cursor}


def _shown(list: ImageHashList) -> ShownImageHashList:
    return {
        "id": list["id"],
        "label": list["label"],
        "description": list["description"],
        "count": list["count"],
        "created_at": list["created_at"],
        "updated_at": list["updated_at"],
    }
