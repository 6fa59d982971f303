"""Lists of perceptual hashes (PDQ) of known pictures.

The hashes are in pages beside the list, which are read by those who compare pictures and by nobody
else; `pages` and `count` say how many there are of each.
"""

from __future__ import annotations

from typing_extensions import TypedDict

from common.store.store import Collection, Key

PAGE_LINES = 1_000


class ImageHashListFields(TypedDict):
    """`label` is what a picture is labelled as that is in the list."""

    label: str
    description: str


class ImageHashList(ImageHashListFields):
    id: str
    pages: int
    count: int
    created_at: int
    updated_at: int


class ImageHashPage(TypedDict):
    """One hash a line: 64 hexadecimal digits, and behind a comma what is said of it, if anything
    is. As one text it is stored and read in a fraction of what a list of texts would take.
    """

    text: str


IMAGE_HASH_LISTS: Collection[ImageHashList] = Collection("image_hash_list")
IMAGE_HASH_PAGES: Collection[ImageHashPage] = Collection("image_hash_page")


def image_hash_list_key(app: str, id: str) -> Key[ImageHashList]:
    return Key(app, IMAGE_HASH_LISTS, id)


def image_hash_page_key(app: str, list: str, number: int) -> Key[ImageHashPage]:
    return Key(app, IMAGE_HASH_PAGES, f"{list}:{number}")
