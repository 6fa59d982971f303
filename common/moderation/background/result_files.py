"""Reading the files that jobs have made."""

from __future__ import annotations

import secrets

from common.configuration.context import Context
from common.domain.errors import NotFound
from common.domain.result_file import FileFormat, parts_of, result_file_key
from common.domain.task_part import task_part_key


def new_token() -> str:
    return secrets.token_urlsafe(24)


async def read(context: Context, token: str, now: int) -> tuple[FileFormat, str]:
    """Raises NotFound when it has gone, too."""
    (found,) = await context.store.get([result_file_key(token)])
    if found is None or found.data["until"] <= now:
        raise NotFound("there is no such file, or no more", {"token": "does not exist"})
    file = found.data
    keys = [task_part_key(file["app"], file["task"], n) for n in parts_of(file)]
    parts = await context.store.get(keys)
    text = "".join(part.data.get("text", "") for part in parts if part is not None)
    return file.get("format", "csv"), text
