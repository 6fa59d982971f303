"""The file that a job makes, fetched with a token that its URL has and nobody can guess."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from common.store.store import Collection, Key

FileFormat = Literal["csv", "json"]


class ResultFile(TypedDict):
    """Stands above all apps, by its token. `until` is in nanoseconds. It is CSV unless it says
    otherwise, and begins with the task's part `first`, which is 0.
    """

    app: str
    task: str
    first: NotRequired[int]
    parts: int
    until: int
    format: NotRequired[FileFormat]


RESULT_FILES: Collection[ResultFile] = Collection("result_file")


def parts_of(file: ResultFile) -> range:
    """Their numbers."""
    first = file.get("first", 0)
    return range(first, first + file["parts"])


def result_file_key(token: str) -> Key[ResultFile]:
    return Key("", RESULT_FILES, token)
