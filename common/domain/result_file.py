"""The file that a job makes, fetched with a token that its URL has and nobody can guess."""

from __future__ import annotations

from typing_extensions import TypedDict

from common.store.store import Collection, Key


class ResultFile(TypedDict):
    """Stands above all apps, by its token. `until` is in nanoseconds."""

    app: str
    task: str
    parts: int
    until: int


RESULT_FILES: Collection[ResultFile] = Collection("result_file")


def result_file_key(token: str) -> Key[ResultFile]:
    return Key("", RESULT_FILES, token)
